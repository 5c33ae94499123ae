// The plugin word-list, by its own manifest, over the excerpt of ROME that it speaks of.
#include "frameworks/documents.hpp"
#include "frameworks/identify.hpp"
#include "frameworks/import.hpp"
#include "unit/frameworks/small_drafts.hpp"
#include "workshop.hpp"

namespace activateur::test {
namespace {

class WordList : public testing::Test {
 protected:
  WordList() {
    const auto excerpt = std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "data" / "rome-excerpt";
    frameworks.add(*import_framework(excerpt.string(), context{}));
    const std::filesystem::path built(WORD_LIST_PLUGIN);
    std::filesystem::copy_file(built, in / "word-list.so");
    const std::string manifest =
        in.write("word-list.plugin.json", slurp(built.parent_path() / "word-list.plugin.json"));
    EXPECT_EQ(code_of(sign_manifest(manifest, in.key())), "ok");
    EXPECT_EQ(code_of(host.trust(in.public_key_text())), "ok");
    const auto loaded = host.load(manifest);
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : loaded.why().text(language::en));
  }
  // "name confidence words" of what the plugin found.
  [[nodiscard]] std::vector<std::string> said(std::string_view text, std::vector<std::string> ids = {}) const {
    identify_request request;
    request.text = text;
    request.frameworks = std::move(ids);
    request.sources = host.texts();
    const identified found = *identify(frameworks, request, context{});
    EXPECT_TRUE(found.failures.empty());
    expect_schema(identify_document(found), "identify");
    std::vector<std::string> out;
    for (const identified_entry& e : found.competences) {
      if (e.source != "activateur.text.words") continue;
      out.push_back(competence_name(*e.in, e.index) + ' ' + std::to_string(std::lround(e.confidence * 100)));
      for (const std::string& why : e.why) out.back() += ' ' + why;
    }
    return out;
  }
  using lines = std::vector<std::string>;

  framework_set frameworks;
  workshop in;
  plugin_host host;
};

TEST_F(WordList, KnowsWhatPeopleOfTheTerritorySay) {
  EXPECT_EQ(said("J'ai tenu le pédibus de l'école"), (lines{"rome:123872 60 pédibus", "rome:300031 40 pédibus"}));
  EXPECT_EQ(said("Deux ans dans les RECYCLERIES."),
            (lines{"rome:400528 60 RECYCLERIES", "rome:300262 50 RECYCLERIES"}));
  EXPECT_EQ(said("des visites de convivialité"),
            (lines{"rome:120684 70 visites de convivialité", "rome:300412 40 visites de convivialité"}));
  EXPECT_EQ(said("pe\xCC\x81"
                 "dibus"),
            (lines{"rome:123872 60 pe\xCC\x81"
                   "dibus",
                   "rome:300031 40 pe\xCC\x81"
                   "dibus"}));
}

TEST_F(WordList, SaysNothingOfWordsThatAreNotThere) {
  EXPECT_EQ(said(""), lines{});
  EXPECT_EQ(said("une visite"), lines{});
  EXPECT_EQ(said("visite"), lines{});
  EXPECT_EQ(said("pédibusard"), lines{});
  EXPECT_EQ(said("J'ai tenu le pédibus", {"esco"}), lines{});
}

TEST_F(WordList, IsNotHeardWhereTheTextDenies) {
  EXPECT_EQ(said("Je n'ai jamais fait de pédibus"), lines{});
  EXPECT_EQ(said("Je n'ai jamais fait de pédibus, j'ai aidé à la laverie solidaire"),
            lines{"rome:120699 60 laverie solidaire"});
}

TEST_F(WordList, NamesOnlyWhatTheFrameworkHas) {
  const json table = json::parse(slurp(std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "plugins/word-list/words.json"));
  for (const json& entry : table.at("entries"))
    for (const auto& [name, confidence] : entry.at("means").items())
      EXPECT_TRUE(frameworks.competence(name).has_value()) << name;
}

TEST_F(WordList, GivesEachWordOnceHoweverOftenItIsSaid) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "buvette. ";
  const auto found = said(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].substr(0, 22), "rome:124961 60 buvette");
}

}  // namespace
}  // namespace activateur::test
