// Frameworks from URLs: against a CASE server of the test on loopback, and against documents that the host gave.
#include "imports.hpp"
#include "net/online.hpp"
#include "small_drafts.hpp"
#include "unit/net/loopback_server.hpp"

namespace activateur {
namespace {

using test::codes_of;

constexpr const char* first_id = "11111111-0000-4000-8000-000000000001";

json case_document(const std::string& id, const std::string& title) {
  return {{"identifier", id},
          {"uri", "https://elsewhere.example/uri/" + id},
          {"title", title},
          {"version", "1.1"},
          {"language", "fr"},
          {"creator", "Serveur d'essai"},
          {"CFPackageURI", {{"identifier", id}, {"title", title}, {"uri", "https://elsewhere.example/uri/p" + id}}}};
}

std::string case_package(const std::string& id) {
  return write_json(json{{"CFDocument", case_document(id, "Paquet d'essai")},
                         {"CFItems",
                          {{{"identifier", "i1"}, {"fullStatement", "Tailler une haie"}},
                           {{"identifier", "i2"}, {"fullStatement", "Arroser"}}}},
                         {"CFAssociations",
                          {{{"associationType", "isChildOf"},
                            {"originNodeURI", {{"identifier", "i2"}}},
                            {"destinationNodeURI", {{"identifier", "i1"}}}}}}});
}

std::string number(std::size_t n) { return std::to_string(n); }

// Documents from `from` on, at most `count` of the `all` there are.
std::string listing(std::size_t from, std::size_t count, std::size_t all) {
  json documents = json::array();
  for (std::size_t i = from; i < all && documents.size() < count; ++i)
    documents.push_back(case_document("d-" + number(i), "Paquet " + number(i)));
  return write_json(json{{"CFDocuments", documents}});
}

imported read_from(const std::string& url, const document_source& web) {
  auto out = import_from_web(url, web, {}, context{});
  EXPECT_TRUE(out.ok()) << out.why().text(language::en);
  return out ? *std::move(out) : imported{};
}

// A server of 250 packages: turns pages as it is told to, at most 100 a page.
class CaseServer : public ::testing::Test {
 protected:
  enum class paging { links, total, nothing, none_at_all };

  CaseServer() {
    options_.ca_file = scratch_.write("ca.pem", test::pem(ca_));
    server_ = std::make_unique<test::loopback_server>(&identity_, [this](test::visitor& who) { answer(who); });
    options_.trusted_private_hosts = {server_->at("localhost")};
    auto opened = online_source::open(options_, nullptr);
    EXPECT_TRUE(opened.ok());
    web_ = *std::move(opened);
  }

  [[nodiscard]] std::string url(const std::string& path) const { return server_->url("/ims/case/v1p0" + path); }

  static std::size_t asked(const std::string& path, const std::string& name, std::size_t otherwise) {
    const auto at = path.find(name + "=");
    return at == std::string::npos ? otherwise : std::stoul(path.substr(at + name.size() + 1));
  }

  void answer(test::visitor& who) {
    const std::string path = who.path();
    if (path == "/ims/case/v1p0/CFPackages/" + std::string(first_id)) {
      (void)who.say(test::with_length(case_package(first_id)));
    } else if (path.ends_with("/CFDocuments/" + std::string(first_id))) {
      (void)who.say(test::with_length(write_json(case_document(first_id, "Paquet d'essai"))));
    } else if (path.find("/CFDocuments") != std::string::npos) {
      const std::size_t from = turns_ == paging::none_at_all ? 0 : asked(path, "offset", 0);
      const std::size_t count = std::min<std::size_t>(asked(path, "limit", 100), 100);
      std::string fields;
      if (turns_ == paging::links && from + count < 250)
        fields = "Link: </ims/case/v1p0/CFDocuments?limit=100&offset=" + number(from + count) +
                 ">; rel=\"next\", <https://elsewhere.example/>; rel=last\r\n";
      if (turns_ == paging::total) fields = "X-Total-Count: 250\r\n";
      (void)who.say(test::with_length(listing(from, count, 250), fields));
    } else {
      (void)who.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }
  }

  test::scratch_directory scratch_;
  test::identity ca_ = test::certify({}, nullptr);
  test::identity identity_ = test::certify({"DNS:localhost"}, &ca_);
  network_options options_;
  paging turns_ = paging::links;
  std::unique_ptr<test::loopback_server> server_;
  std::unique_ptr<online_source> web_;
};

TEST_F(CaseServer, GivesAPackage) {
  const imported out = read_from(url("/CFPackages/" + std::string(first_id)), *web_);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_FALSE(out.packages.has_value());
  EXPECT_EQ(out.report.format, "case");
  EXPECT_EQ(out.framework->id(), "case-11111111");
  EXPECT_EQ(out.framework->counts().competences, 2U);
  // The same as from a file.
  const imported file = test::taken(scratch_.write("p.json", case_package(first_id)));
  EXPECT_EQ(out.framework->bytes(), file.framework->bytes());
}

TEST_F(CaseServer, GivesThePackageOfADocument) {
  const imported out = read_from(url("/CFDocuments/" + std::string(first_id)), *web_);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().competences, 2U);
  EXPECT_EQ(server_->requests().size(), 2U);
}

TEST_F(CaseServer, OffersItsPackagesPageByPageHoweverItCountsThem) {
  for (const auto& [turns, requests] :
       std::vector<std::pair<paging, std::size_t>>{{paging::links, 3}, {paging::total, 3}, {paging::nothing, 3}}) {
    turns_ = turns;
    web_ = *online_source::open(options_, nullptr);
    const std::size_t before = server_->requests().size();
    const imported out = read_from(url(""), *web_);
    EXPECT_EQ(out.framework, nullptr);
    EXPECT_EQ(out.report.format, "case-server");
    EXPECT_EQ(out.report.problem_count, 0U);
    ASSERT_TRUE(out.packages.has_value());
    ASSERT_EQ(out.packages->size(), 250U);
    EXPECT_EQ(out.packages->back().title, "Paquet 249");
    // On the server that was asked, wherever its documents say they are.
    EXPECT_EQ(out.packages->back().url, url("/CFPackages/d-249"));
    EXPECT_EQ(server_->requests().size() - before, requests);
  }
  const json document = import_document(read_from(url("/CFDocuments"), *web_), nullptr);
  test::expect_schema(document, "import");
  EXPECT_EQ(document["packages"][0], (json{{"id", "d-0"},
                                           {"title", "Paquet 0"},
                                           {"version", "1.1"},
                                           {"language", "fr"},
                                           {"url", url("/CFPackages/d-0")}}));
}

TEST_F(CaseServer, StopsWhenPagesBringNothingNew) {
  turns_ = paging::none_at_all;
  const imported out = read_from(url("/CFDocuments/"), *web_);
  ASSERT_TRUE(out.packages.has_value());
  EXPECT_EQ(out.packages->size(), 100U);
  EXPECT_EQ(server_->requests().size(), 2U);
}

TEST_F(CaseServer, IsNotAskedWithoutPermission) {
  const snapshot nothing;
  const auto refused = import_from_web(url("/CFPackages/" + std::string(first_id)), nothing, {}, context{});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.why().kind, failure::not_found);
  EXPECT_EQ(refused.why().what.code(), "import.offline");
  EXPECT_TRUE(server_->requests().empty());
  // Nor when it lies in the host's own network and is not named.
  options_.trusted_private_hosts.clear();
  options_.high_ports = true;
  const auto closed = import_from_web(url("/CFDocuments"), **online_source::open(options_, nullptr), {}, context{});
  ASSERT_FALSE(closed.ok());
  EXPECT_EQ(closed.why().what.code(), "network.host");
  EXPECT_TRUE(server_->requests().empty());
}

TEST_F(CaseServer, TellsWhatItDoesNotHave) {
  const auto absent = import_from_web(url("/CFPackages/none?token=secret"), *web_, {}, context{});
  ASSERT_FALSE(absent.ok());
  EXPECT_EQ(absent.why().what.code(), "import.web_status");
  EXPECT_EQ(absent.why().where.source, url("/CFPackages/none"));
}

snapshot serving(std::initializer_list<std::pair<const char*, std::string>> documents) {
  snapshot out;
  for (const auto& [url, body] : documents) out.add(url, body);
  return out;
}

TEST(WebImport, ReadsOtherJsonByItsContent) {
  const snapshot web = serving(
      {{"https://grids.example/g.json",
        R"({"schema": "activateur/grid/1", "id": "g", "title": "G", "domains": [{"code": "1", "label": "Un"}]})"},
       {"https://grids.example/g/",
        R"({"schema": "activateur/grid/1", "id": "h", "title": "H", "domains": [{"code": "1", "label": "Un"}]})"},
       {"https://grids.example/other.json", "{\"a\": 1}"},
       {"https://grids.example/list.json", "[1]"},
       {"https://grids.example/broken.json", "{\"a\": "}});
  EXPECT_EQ(read_from("https://grids.example/g.json", web).report.format, "grid");
  EXPECT_EQ(read_from("https://grids.example/g/", web).framework->id(), "h");
  for (const char* url : {"https://grids.example/other.json", "https://grids.example/list.json"}) {
    const auto unknown = import_from_web(url, web, {}, context{});
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.why().what.code(), "import.web_kind");
  }
  EXPECT_EQ(import_from_web("https://grids.example/broken.json", web, {}, context{}).why().kind, failure::input);
}

TEST(WebImport, TakesAListOnlyFromWhereListsAre) {
  const std::string list = write_json(json{{"CFDocuments", {case_document("a", "A")}}});
  const snapshot web = serving({{"https://case.example/ims/case/v1p0/CFPackages/a", list},
                                {"https://case.example/api/CFDocuments?limit=5", list}});
  const auto elsewhere = import_from_web("https://case.example/ims/case/v1p0/CFPackages/a", web, {}, context{});
  ASSERT_FALSE(elsewhere.ok());
  EXPECT_EQ(elsewhere.why().what.code(), "import.web_kind");
  const imported page = read_from("https://case.example/api/CFDocuments?limit=5", web);
  ASSERT_TRUE(page.packages.has_value());
  EXPECT_EQ(page.packages->at(0).url, "https://case.example/api/CFPackages/a");
}

TEST(WebImport, LeavesOutOfAListWhatCannotBeAskedFor) {
  const std::string list = write_json(json{{"CFDocuments",
                                            {case_document("a", "A"), case_document("../../admin", "B"),
                                             case_document("", "C"), case_document("a", "A again")}}});
  const snapshot web = serving({{"https://case.example/ims/case/v1p1/CFDocuments?limit=100&offset=0", list}});
  const imported out = read_from("https://case.example/ims/case/v1p1/", web);
  ASSERT_TRUE(out.packages.has_value());
  ASSERT_EQ(out.packages->size(), 1U);
  EXPECT_EQ(out.packages->front().url, "https://case.example/ims/case/v1p1/CFPackages/a");
  EXPECT_EQ(codes_of(out.report), (std::vector<std::string>{"case.identifier", "case.identifier"}));
  EXPECT_EQ(out.report.problems[0].why.where.pointer, "/CFDocuments/1");
}

// Of a list whose pages lead elsewhere.
class leading : public document_source {
 public:
  explicit leading(std::string next) : next_(std::move(next)) {}
  [[nodiscard]] web_answer get(std::string_view url) const override {
    asked.emplace_back(url);
    const std::size_t n = asked.size();
    web_document page{200, std::make_shared<const std::string>(listing(n, 1, n + 1)), std::string(url), std::nullopt};
    page.next = next_;
    return {page, {}};
  }
  [[nodiscard]] std::vector<std::string> serving(std::string_view /*body*/) const override { return {}; }
  mutable std::vector<std::string> asked;

 private:
  std::string next_;
};

TEST(WebImport, FollowsAListToNoOtherSite) {
  const leading away("https://elsewhere.example/more");
  EXPECT_EQ(read_from("https://case.example/ims/case/v1p0", away).packages->size(), 1U);
  EXPECT_EQ(away.asked.size(), 1U);
}

TEST(WebImport, LeavesAnEndlessList) {
  const leading on("https://case.example/ims/case/v1p0/CFDocuments?offset=1");
  const auto endless = import_from_web("https://case.example/ims/case/v1p0", on, {}, context{});
  ASSERT_FALSE(endless.ok());
  EXPECT_EQ(endless.why().what.code(), "case.pages");
  EXPECT_EQ(on.asked.size(), 200U);
}

TEST(WebImport, StopsWhenAsked) {
  const leading on("https://case.example/ims/case/v1p0/CFDocuments?offset=1");
  const context stopped{
      language::fr, {}, progress_sink([](std::uint64_t done, std::uint64_t) { return done < 3; }, nullptr)};
  const auto out = import_from_web("https://case.example/ims/case/v1p0", on, {}, stopped);
  ASSERT_FALSE(out.ok());
  EXPECT_EQ(out.why().kind, failure::cancelled);
  EXPECT_EQ(on.asked.size(), 2U);
}

}  // namespace
}  // namespace activateur
