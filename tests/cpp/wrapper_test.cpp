#include <gtest/gtest.h>
#include <unistd.h>

#include <activateur/activateur.hpp>
#include <filesystem>
#include <stdexcept>

namespace {

TEST(Wrapper, ThrowsWhatTheSessionKeptOfAFailure) {
  const activateur::engine engine;
  const auto session = engine.session({.language = "en"});
  try {
    static_cast<void>(session.parse("{\"a\":\n nul}", "broken.json"));
    FAIL() << "broken JSON was read";
  } catch (const activateur::error& e) {
    EXPECT_EQ(e.status(), ADP_E_INPUT);
    EXPECT_EQ(e.code(), "json.syntax");
    EXPECT_EQ(e.source(), "broken.json");
    EXPECT_EQ(e.line(), 2);
    EXPECT_EQ(std::string(e.what()).substr(0, 19), "broken.json, line 2");
  }
  EXPECT_THROW(static_cast<void>(engine.session({.language = "de"})), activateur::error);
}

TEST(Wrapper, GivesAPlanAsOthersReadIt) {
  const activateur::engine engine;
  const auto session = engine.session({.language = "en", .now_ms = 1'798'790'400'000});
  const auto plan = session.parse(R"({"schema":"activateur/plan/1","target":{"id":"t","label":"T"},
    "origin":"2027-01-04","steps":[{"action":"a","title":"A","start":"2027-01-18","end":"2027-01-25",
    "session":"2027-01-18","enrol_by":"2027-01-15"}]})");
  const std::string week(session.plan_render(plan, "ics").text());
  EXPECT_NE(week.find("20270108T080000Z"), std::string::npos);
  const std::string days(session.plan_render(plan, "ics", {.alarm_days = 3}).text());
  EXPECT_NE(days.find("20270112T080000Z"), std::string::npos);
  EXPECT_THROW(static_cast<void>(session.plan_render(plan, "docx")), activateur::error);
}

TEST(Wrapper, KeepsDocumentsAliveThroughCopies) {
  const activateur::engine engine;
  activateur::document kept;
  EXPECT_FALSE(kept);
  {
    const auto session = engine.session();
    const auto first = session.parse(R"({"schema":"x/1","n":2.5,"t":"texte","l":[1,2,3]})");
    kept = first;
  }
  EXPECT_EQ(kept.schema(), "x/1");
  EXPECT_EQ(kept.text("/t"), "texte");
  EXPECT_EQ(kept.number("/n"), 2.5);
  EXPECT_EQ(kept.count("/l"), 3U);
  EXPECT_EQ(kept.text("/n"), std::nullopt);
  EXPECT_EQ(kept.number("/none"), std::nullopt);
}

TEST(Wrapper, TakesAnExceptionOfTheProgressCallbackForARequestToStop) {
  const activateur::engine engine;
  auto session =
      engine.session({.progress = [](std::uint64_t, std::uint64_t) -> bool { throw std::runtime_error("x"); }});
  const auto moved = std::move(session);  // the callback moves with it
  try {
    static_cast<void>(moved.import_framework(ROME_EXCERPT));
    FAIL() << "the import went on";
  } catch (const activateur::error& e) {
    EXPECT_EQ(e.status(), ADP_E_CANCELLED);
  }
}

TEST(Wrapper, FollowsAPlan) {
  const activateur::engine engine;
  const auto session = engine.session({.now_ms = 1790000000000});  // 2026-09-21
  engine.use(session.import_framework(ROME_EXCERPT));
  const auto portfolio = session.parse("{}");
  const auto territory = session.parse(R"({"id":"t","name":"T","opportunities":[{"id":"course","title":"Course",
    "kind":"training","teaches":["rome:300412"],"sessions":["2026-10-05","2026-11-02"]}]})");
  const char* target = R"({"schema":"activateur/target/1","id":"post","kind":"vacancy","label":"Post",
    "requirements":[{"competence":"rome:300412"}]})";
  const auto [made, page] = session.plan_report(portfolio, target, territory);
  EXPECT_EQ(made.json(), session.plan(portfolio, target, territory).json());
  EXPECT_EQ(page.text(), session.report(portfolio, target, territory).text());
  const auto plan = session.follow(made);
  const auto agreed = session.record(plan, {.step = "course", .state = "agreed", .by = "guide-1"});
  EXPECT_EQ(agreed.number("/revision"), 2);
  EXPECT_EQ(session.replan(agreed, portfolio, target, territory).json(), agreed.json());
  const auto failed = session.record(agreed, {.step = "course", .state = "failed", .by = "guide-1", .reason = "ill"});
  const auto again = session.replan(failed, portfolio, target, territory);
  ASSERT_EQ(again.steps().size(), 2U);
  EXPECT_EQ(again.text("/steps/1/id"), "course#2");
  EXPECT_EQ(again.text("/steps/1/start"), "2026-11-02");
  EXPECT_EQ(session.reminders(again, 1793500000000).text("/reminders/0/step"), "course#2");  // 2026-11-01
  try {
    static_cast<void>(session.record(again, {.step = "course", .state = "done", .by = "guide-1"}));
    FAIL() << "a failed step became done";
  } catch (const activateur::error& e) {
    EXPECT_EQ(e.status(), ADP_E_INPUT);
  }
}

TEST(Wrapper, GoesFromAPortfolioToTypedRequirements) {
  const activateur::engine engine;
  const auto session = engine.session({.now_ms = 1790000000000});
  engine.use(session.import_framework(ROME_EXCERPT));
  const auto holder = session.parse(R"({"holds_job":"rome:K1304"})");
  EXPECT_EQ(session.map_explain(holder, "rome:K1304").schema(), "activateur/map-target/1");
  EXPECT_EQ(session.map_doors(holder, "rome:120684").schema(), "activateur/map-change/1");
  EXPECT_EQ(session.gap_render(holder, "rome:K1304").text().substr(0, 5), "<svg ");
  EXPECT_EQ(session.map_render(holder).text().substr(0, 15), "<!DOCTYPE html>");
  EXPECT_EQ(session.map_doors_render(holder, "rome:120684").text().substr(0, 5), "<svg ");
  EXPECT_EQ(session.map_compare(holder, holder).number("/counts/easier"), 0);
  const auto report = session.gap(session.parse(R"({"holds_job":"rome:K1304"})"), "rome:K1304");
  EXPECT_GT(report.coverage().belief, 0.5);
  const auto requirements = report.requirements();
  ASSERT_FALSE(requirements.empty());
  for (const auto& r : requirements) EXPECT_EQ(r.state, activateur::requirement_state::recognised) << r.label;
  EXPECT_EQ(session.show("rome:K1304").text("/id"), "rome:K1304");
}

TEST(Wrapper, MakesATerritoryAndReportsWhatItRead) {
  const activateur::engine engine;
  const auto session = engine.session({.now_ms = 1790000000000});
  const auto made = session.import_territory({DEMO_TERRITORY}, {.id = "val", .from = std::pair{48.85, 2.35}});
  ASSERT_TRUE(made.territory.has_value());
  EXPECT_EQ(made.territory->text("/id"), "val");
  EXPECT_EQ(made.territory->count("/opportunities"), 20U);
  EXPECT_EQ(made.report.schema(), "activateur/territory-import/1");
  EXPECT_THROW(static_cast<void>(session.import_territory({"/nowhere"})), activateur::error);
}

TEST(Wrapper, AsksTheHostsOwnReaderOfTexts) {
  const activateur::engine engine;
  const auto session = engine.session();
  engine.use(session.import_framework(ROME_EXCERPT));
  std::string asked;
  const auto found = session.identify(
      "xyz", {.reader =
                  [&](const adp_text_question& question) {
                    asked.assign(question.text.ptr, question.text.len);
                    return std::vector<activateur::text_proposal>{{"rome:118069", 0.5, {{0, 3}}}, {"rome:K1304", 0.9}};
                  },
              .reader_name = "a model"});
  EXPECT_EQ(asked, "xyz");
  EXPECT_EQ(found.text("/competences/0/id"), "rome:118069");
  EXPECT_EQ(found.text("/competences/0/source"), "a model");
  EXPECT_EQ(found.text("/jobs/0/id"), "rome:K1304");
  EXPECT_EQ(found.count("/failures"), 0U);
}

TEST(Wrapper, TakesAnExceptionOfTheReaderForAFailureOfItAlone) {
  const activateur::engine engine;
  const auto session = engine.session();
  engine.use(session.import_framework(ROME_EXCERPT));
  const auto found = session.identify(
      "j'ai tenu la caisse", {.reader = [](const adp_text_question&) -> std::vector<activateur::text_proposal> {
                                throw std::runtime_error("x");
                              },
                              .reader_name = "a model"});
  EXPECT_EQ(found.text("/failures/0/code"), "identify.reader_failed");
  EXPECT_EQ(found.text("/competences/0/source"), "words");
}

TEST(Wrapper, FillsAndEmptiesABatch) {
  const activateur::engine engine;
  const auto session = engine.session({.now_ms = 1790000000000});
  engine.use(session.import_framework(ROME_EXCERPT));
  const auto targets = session.parse(R"({"targets":["rome:K1304","rome:G1607"]})");
  const auto batch = session.batch({.targets = &targets, .memory_bytes = 60'000});
  const auto person = session.parse(R"({"person":"a","holds_job":"rome:K1304"})");
  std::size_t added = 0;
  while (session.add(batch, person)) ASSERT_LT(++added, 10'000U);
  EXPECT_EQ(batch.waiting(), added);
  activateur::arrow_columns columns = session.take_arrow(batch);
  EXPECT_EQ(columns.rows(), static_cast<std::int64_t>(2 * added));
  activateur::arrow_columns moved = std::move(columns);
  EXPECT_EQ(std::string(moved.schema()->children[2]->name), "target");
  EXPECT_TRUE(session.add(batch, person));
  EXPECT_EQ(session.take(batch).text("/persons/0/targets/0/id"), "rome:K1304");
  EXPECT_THROW(static_cast<void>(session.add(session.batch({.memory_bytes = 1}), person)), activateur::error);
}

TEST(Wrapper, SavesASnapshotThatLoadsAgain) {
  const std::string directory = testing::TempDir() + "activateur-wrapper-" + std::to_string(::getpid());
  const activateur::engine engine;
  const auto session = engine.session();
  auto documents = session.empty_snapshot();
  session.allow_network(documents, {.max_age_ms = 1000, .private_hosts = "localhost:1"});
  session.add(documents, "https://example.org/a", "{}");
  session.save(documents, directory);
  EXPECT_THROW(session.save(documents, directory), activateur::error);
  EXPECT_NE(session.load_snapshot(directory).get(), nullptr);
  EXPECT_THROW(session.allow_network(documents, {.flags = 1U << 31U}), activateur::error);
  std::filesystem::remove_all(directory);
}

TEST(Wrapper, StoreGoesFromAPersonToHerPortfolio) {
  const activateur::engine engine;
  const auto session = engine.session({.language = "en"});
  std::string folder = (std::filesystem::temp_directory_path() / "activateur-wrapper-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  {
    const auto store = activateur::store::open(session, folder + "/s", {.key_from = [](auto& key) {
                                                 key.fill(3);
                                                 return true;
                                               }});
    const auto guide = store.as(session, {ADP_ROLE_GUIDE, "g", "ml"});
    const std::string id(*guide.add_person(session.parse(R"({"name":"Anna"})")).text("/id"));
    EXPECT_THROW(static_cast<void>(guide.portfolio(id)), activateur::error);  // she consents to nothing
    const auto self = store.as(session, {ADP_ROLE_PERSON, id, {}});
    self.add(id, "experience", session.parse(R"({"title":"Visites","kind":"work","months":3})"));
    EXPECT_EQ(self.portfolio(id).text("/experiences/0/title"), "Visites");
    const std::string token(
        *self.ask_feedback(id, session.parse(R"({"competences":[{"competence":"rome:1"}]})")).text("/token"));
    store.answer_feedback(session, token,
                          session.parse(R"({"role":"peer","answers":[{"competence":"rome:1","level":3}]})"));
    EXPECT_EQ(self.portfolio(id).count("/feedback"), 1U);
    const std::string lived(*self.list(id, "experience").text("/records/0/id"));
    const std::string draft(
        *self.add(id, "showcase",
                  session.parse(R"({"title":"S","language":"en","sections":[{"title":"T","items":[{"record":")" +
                                lived + R"("}]}]})"))
             .text("/id"));
    const std::string version(*self.publish_showcase(draft).text("/id"));
    const std::string link(*self.share_showcase(version, session.parse("{}")).text("/token"));
    const auto shown = store.open_showcase(session, link);
    EXPECT_EQ(shown.json(), self.showcase_version(version).json());
    const auto page = activateur::export_showcase(session, shown, "html");
    EXPECT_NE(page.text().find("Visites"), std::string::npos);
    EXPECT_EQ(page.text().find(lived), std::string::npos);
    self.withdraw_showcase(version);
    EXPECT_THROW(static_cast<void>(store.open_showcase(session, link)), activateur::error);
    // An achievement of her own: proposed, published, evaluated.
    const std::string visits(
        *self.add_achievement(id, session.parse(R"({"achievement":{"name":"Visiter","description":"Fictif","criteria":
            {"experience":"work","months":1,"declared":true}}})"))
             .text("/id"));
    const std::string digest(*self.get(visits).text("/document/versions/0/digest"));
    self.propose(visits, session.parse(R"({"based_on":1})"));
    EXPECT_THROW(self.publish(visits, 1, "sha256:other"), activateur::error);
    EXPECT_EQ(self.publish(visits, 1, digest).text("/document/state"), "published");
    const auto hers = self.achievements(id);
    EXPECT_EQ(session.evaluate_achievement(self.portfolio(id), hers, visits).text("/criteria/state"), "recognised");
    EXPECT_EQ(session.close_achievements(self.portfolio(id), hers).count("/earned"), 1U);
    EXPECT_EQ(session.describe_achievement(hers).text("/name"), "Visiter");
    EXPECT_EQ(self.withdraw_achievement(visits, "over").text("/document/state"), "withdrawn");
    EXPECT_EQ(activateur::store::new_key(session).text().size(), 64U);
    const auto admin = store.as(session, {ADP_ROLE_ADMINISTRATOR, "a", {}});
    EXPECT_EQ(admin.check().schema(), "activateur/store-check/1");
    self.erase_person(id);
    EXPECT_THROW(static_cast<void>(self.person(id)), activateur::error);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
