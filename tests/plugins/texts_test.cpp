// What a plugin proposes for a text, and what the host makes of it.
#include "frameworks/documents.hpp"
#include "frameworks/identify.hpp"
#include "unit/frameworks/small_drafts.hpp"
#include "unit/frameworks/small_rome.hpp"
#include "workshop.hpp"

namespace activateur::test {
namespace {

class Texts : public testing::Test {
 protected:
  Texts() {
    frameworks.add(*small_rome().import());
    EXPECT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  }

  std::string code_of_loading(const std::string& plugin, const json& extensions = {"activateur.text/1"}) {
    return code_of(host.load(in.signed_plugin(test_plugin(plugin), {{"extensions", extensions}})));
  }
  [[nodiscard]] identified reading(std::string_view text, language lang = language::fr) const {
    identify_request request;
    request.text = text;
    request.sources = host.texts();
    context with;
    with.lang = lang;
    return *identify(frameworks, request, with);
  }
  static std::vector<std::string> names(const identified& found) {
    std::vector<std::string> out;
    for (const identified_entry& e : found.competences) out.push_back(competence_name(*e.in, e.index));
    return out;
  }
  static std::string code_of_failure(const identified& found) {
    return found.failures.size() == 1 ? std::string(found.failures[0].what.code()) : "not one failure";
  }
  using some = std::vector<std::string>;

  framework_set frameworks;
  workshop in;
  plugin_host host;
};

TEST_F(Texts, AreReadByThePluginsThatOfferItAndTheFindingsNameThem) {
  ASSERT_EQ(code_of_loading("reader"), "ok");
  const identified found = reading("good");
  ASSERT_EQ(names(found), some{"rome:301"});
  EXPECT_TRUE(found.failures.empty());
  const json said = identify_document(found);
  expect_schema(said, "identify");
  EXPECT_EQ(said["sources"], (json::array({{{"name", "org.example.plugin"}, {"version", "1.0.0"}, {"proposals", 1}}})));
  EXPECT_EQ(said["competences"][0]["source"], "org.example.plugin");
  EXPECT_EQ(said["competences"][0]["version"], "1.0.0");
  EXPECT_EQ(said["competences"][0]["confidence"], 0.75);
  EXPECT_EQ(said["competences"][0]["spans"], (json::array({{{"begin", 0}, {"end", 4}, {"text", "good"}}})));
}

TEST_F(Texts, ComeWithTheLanguageAndTheFrameworksAskedFor) {
  ASSERT_EQ(code_of_loading("reader"), "ok");
  EXPECT_EQ(names(reading("told language", language::fr)), some{"rome:301"});
  EXPECT_EQ(names(reading("told language", language::en)), some{"rome:101"});
  EXPECT_EQ(names(reading("told frameworks")), some{"rome:301"});
}

TEST_F(Texts, HaveEachBadProposalLeftOutAndTheOthersKept) {
  ASSERT_EQ(code_of_loading("reader"), "ok");
  for (const char* text : {"unknown code", "nameless", "null with length", "endless name", "bad utf8",
                           "control character", "nan", "infinite", "negative", "percent", "span beyond", "endless span",
                           "span backwards", "caf\xC3\xA9", "null spans", "crowd", "endless crowd", "reserved"}) {
    SCOPED_TRACE(text);
    const identified found = reading(text);
    EXPECT_EQ(names(found), some{"rome:301"});
    ASSERT_EQ(code_of_failure(found), "identify.proposals");
    EXPECT_NE(found.failures[0].text(language::fr).find("org.example.plugin a proposé 2 résultats, dont 1 sont"),
              std::string::npos)
        << found.failures[0].text(language::fr);
    expect_schema(identify_document(found), "identify");
  }
  EXPECT_TRUE(reading("nul terminated").failures.empty());
  for (const char* text : {"too many", "endless count"}) {
    SCOPED_TRACE(text);
    const identified found = reading(text);
    EXPECT_EQ(names(found), (some{"rome:101", "rome:301"}));
    EXPECT_EQ(code_of_failure(found), "identify.proposals");
  }
}

TEST_F(Texts, OfAFailingPluginStillGiveTheOwnResult) {
  ASSERT_EQ(code_of_loading("reader"), "ok");
  for (const char* text : {"fail", "odd status"}) {
    const identified found = reading(text);
    EXPECT_EQ(code_of_failure(found), "identify.reader_failed");
    expect_schema(identify_document(found), "identify");
  }
  EXPECT_EQ(names(reading("good")), some{"rome:301"});
  const identified broken = reading("arbres taill\xC3");
  EXPECT_EQ(code_of_failure(broken), "identify.text_not_utf8");
}

TEST_F(Texts, OfAPluginThatThrewAreNeverGivenToItAgain) {
  ASSERT_EQ(code_of_loading("throwing_reader"), "ok");
  for (int round = 0; round < 2; ++round) {
    const identified found = reading("j'ai taillé les arbres");
    EXPECT_EQ(names(found), some{"rome:101"});
    EXPECT_EQ(code_of_failure(found), "plugin.threw");
  }
  ASSERT_EQ(code_of_loading("reader"), "ok");  // a better build takes its place
  EXPECT_EQ(names(reading("good")), some{"rome:301"});
}

TEST_F(Texts, AreAskedForByTheIdOfThePlugin) {
  EXPECT_EQ(code_of(host.text("org.example.plugin")), "plugin.not_found");
  ASSERT_EQ(code_of_loading("nothing", {"activateur.rules/1"}), "ok");
  EXPECT_EQ(code_of(host.text("org.example.plugin")), "plugin.no_text");
  EXPECT_TRUE(host.texts().empty());
  plugin_host other;
  ASSERT_EQ(code_of(other.trust(in.public_key_text())), "ok");
  ASSERT_EQ(code_of(other.load(in.signed_plugin(test_plugin("reader"), {{"extensions", {"activateur.text/1"}}}))),
            "ok");
  EXPECT_EQ(code_of(other.text("org.example.plugin")), "ok");
  EXPECT_EQ(code_of(other.rules("org.example.plugin")), "plugin.no_rules");
}

TEST_F(Texts, CannotBeOfferedByHalf) {
  EXPECT_EQ(code_of_loading("lacks_reader"), "plugin.extension_missing");
  EXPECT_EQ(code_of_loading("reader_too_small"), "plugin.struct_size");
  EXPECT_EQ(code_of_loading("no_read"), "plugin.no_function");
}

TEST_F(Texts, CanBeReadAfterTheHostIsGone) {
  auto gone = std::make_unique<plugin_host>();
  ASSERT_EQ(code_of(gone->trust(in.public_key_text())), "ok");
  ASSERT_EQ(code_of(gone->load(in.signed_plugin(test_plugin("reader"), {{"extensions", {"activateur.text/1"}}}))),
            "ok");
  const auto reader = gone->text("org.example.plugin");
  ASSERT_TRUE(reader.ok());
  gone.reset();
  EXPECT_EQ(reader->read({"good", language::fr, {"rome"}, 0})->found.size(), 1U);
}

}  // namespace
}  // namespace activateur::test
