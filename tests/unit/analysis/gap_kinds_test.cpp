// Gaps against targets with groups, levels, parts and conditions.
#include <random>

#include "analysis/covering.hpp"
#include "analysis/gap.hpp"
#include "analysis/smallest.hpp"
#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::excerpt;
using test::holder;
using test::rome;
using names = std::vector<std::string>;

target read(json document, const framework_set& frameworks = excerpt()) {
  document["id"] = "t";
  document["kind"] = "achievement";
  document["label"] = "Badge attendu (fictif)";
  auto out = read_target(document, frameworks, "t");
  EXPECT_TRUE(out.ok()) << (out ? "" : out.why().text(language::en));
  return out ? *std::move(out) : target{};
}

gap_report gap(const holder& h, const target& to, const policy& by = default_policy()) {
  return compute_gap(h.person, h.weighed(by), to, excerpt(), by);
}

json members(std::initializer_list<const char*> codes) {
  json out = json::array();
  for (const char* c : codes) out.push_back({{"competence", c}});
  return out;
}

json group_of(const char* id, int at_least, json of) {
  return {{"id", id}, {"label", id}, {"at_least", at_least}, {"importance", "core"}, {"of", std::move(of)}};
}

TEST(GapOfGroups, TwoOfThreeAreEnough) {
  const target to = read({{"groups", {group_of("g", 2, members({"rome:489930", "rome:107920", "rome:115131"}))}}});
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  gap_report r = gap(h, to);
  EXPECT_EQ(r.groups.at(0).state, requirement_state::to_explore);
  EXPECT_EQ(r.verdict, gap_verdict::open);
  EXPECT_EQ(r.smallest.explore.size(), 1U);
  EXPECT_DOUBLE_EQ(r.covered.belief, 0.75 / 2);
  h.with(badge("b", "https://i.example", {rome("107920")}));
  r = gap(h, to);
  EXPECT_EQ(r.groups.at(0).state, requirement_state::recognised);
  EXPECT_EQ(r.verdict, gap_verdict::met);
  EXPECT_TRUE(r.smallest.explore.empty());
  EXPECT_DOUBLE_EQ(r.covered.belief, 0.75);
}

TEST(GapOfGroups, AMemberSharedByTwoGroupsIsTheSmallestChange) {
  const target to = read({{"groups",
                           {group_of("g", 1, members({"rome:489930", "rome:115131"})),
                            group_of("h", 1, members({"rome:107920", "rome:115131"}))}}});
  const gap_report r = gap({}, to);
  EXPECT_EQ(r.smallest.explore, names{"rome:115131"});
  EXPECT_TRUE(r.smallest.proven);
}

TEST(GapOfLevels, TheLevelAskedDecides) {
  const auto asking = [&](double level) {
    return read({{"requirements", {{{"competence", "rome:489930"}, {"level", level}, {"importance", "core"}}}}});
  };
  holder h;
  h.told("f", "rome:489930", "professional", 2, "observation", "guide");
  EXPECT_EQ(gap(h, asking(2)).items[0].state, requirement_state::recognised);
  EXPECT_EQ(gap(h, asking(3)).items[0].state, requirement_state::to_explore);
  EXPECT_EQ(gap(h, asking(4)).items[0].state, requirement_state::to_acquire);
}

TEST(GapOfConditions, TheUnknownIsToConfirmAndNotAbsent) {
  const target to = read({{"requirements", {{{"competence", "rome:489930"}, {"importance", "core"}}}},
                          {"conditions", {{{"name", "licence_b"}, {"label", "Permis B"}}}}});
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  gap_report r = gap(h, to);
  EXPECT_EQ(r.verdict, gap_verdict::open);
  EXPECT_EQ(r.smallest.conditions, names{"licence_b"});
  EXPECT_EQ(to_document(r, default_policy(), test::at("2026-01-01"))["conditions"][0]["state"], "unknown");
  h.person.conditions = {"licence_b"};
  EXPECT_EQ(gap(h, to).verdict, gap_verdict::met);
}

TEST(GapOfParts, EachBlocIsCoveredByItself) {
  const target to = read({{"parts", {{{"id", "A"}, {"label", "Bloc A"}}, {{"id", "B"}, {"label", "Bloc B"}}}},
                          {"requirements",
                           {{{"competence", "rome:489930"}, {"part", "A"}, {"importance", "core"}},
                            {{"competence", "rome:107920"}, {"part", "B"}, {"importance", "core"}},
                            {{"competence", "rome:115131"}, {"part", "B"}, {"importance", "core"}}}}});
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  const gap_report r = gap(h, to);
  ASSERT_EQ(r.parts.size(), 2U);
  EXPECT_EQ(r.parts[0].covered.belief, 0.75);
  EXPECT_EQ(r.parts[0].recognised, 1U);
  EXPECT_EQ(r.parts[1].covered.belief, 0);
  EXPECT_EQ(r.parts[1].asked, 2U);
}

TEST(NamedTargets, ACertificationAsksTheCompetencesOfItsBlocs) {
  framework_draft grid;
  grid.id = "grid";
  grid.version = "1";
  grid.title = "Grille (fictive)";
  draft_competence bloc = test::competence("B1", "Bloc un");
  bloc.kind = competence_kind::block;
  bloc.grain = competence_grain::macro;
  grid.competences = {bloc, test::competence("C1", "Compter", "B1"), test::competence("C2", "Écrire", "B1")};
  draft_job certification = test::job("grid", "Certification (fictive)", {{"B1", link_importance::core}});
  certification.kind = target_kind::qualification;
  grid.jobs = {certification};
  framework_set frameworks;
  frameworks.add(test::compiled_of(std::move(grid)));
  for (const char* name : {"grid:grid", "grid"}) {
    const auto to = named_target(frameworks, name);
    ASSERT_TRUE(to.ok()) << name;
    ASSERT_EQ(to->requirements.size(), 2U);
    EXPECT_EQ(to->requirements[0].competence, "grid:C1");
    EXPECT_EQ(to->requirements[0].part, "grid:B1");
    EXPECT_TRUE(to->requirements[0].essential);
    ASSERT_EQ(to->parts.size(), 1U);
    EXPECT_EQ(to->parts[0].label, "Bloc un");
  }
}

TEST(GapDocument, SharesTimesValuesAreTheCoverageExactly) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")})).practised("x", "rome:K1304", 24);
  const target to = read({{"requirements",
                           {{{"competence", "rome:489930"}, {"importance", "core"}},
                            {{"competence", "rome:107948"}, {"importance", "emerging"}}}},
                          {"groups", {group_of("g", 2, members({"rome:107920", "rome:115131", "rome:489905"}))}}});
  const json d = to_document(gap(h, to), default_policy(), test::at("2026-01-01"));
  for (const char* bound : {"belief", "expectation", "plausibility"}) {
    double sum = 0;
    for (const json& r : d["requirements"]) sum += r["share"][bound].get<double>() * r[bound].get<double>();
    EXPECT_EQ(sum, d["coverage"][bound].get<double>()) << bound;
  }
  test::expect_schema(d, "gap");
  EXPECT_EQ(d["groups"][0]["id"], "g");
  EXPECT_FALSE(d["texts"]["plain"].get<std::string>().empty());
  EXPECT_LT(d["texts"]["short"].get<std::string>().size(), d["texts"]["long"].get<std::string>().size());
}

TEST(GapDocument, SaysTheCheapestWayToKnow) {
  const target to = read({{"requirements", {{{"competence", "rome:489930"}, {"importance", "core"}}}}});
  const gap_report r = gap({}, to);
  // Belief one half takes a weight of 2: two clients (1.2 each, an hour), or one observation (3 hours).
  EXPECT_EQ(r.items[0].settle.kind, "feedback");
  EXPECT_EQ(r.items[0].settle.count, 2);
  EXPECT_EQ(r.items[0].settle.hours, 1);
  holder h;
  h.told("f1", "rome:489930", "client", 4, "feedback", "c1").told("f2", "rome:489930", "client", 4, "feedback", "c2");
  EXPECT_EQ(gap(h, to).items[0].state, requirement_state::recognised) << "what was proposed suffices";
}

TEST(GapDocument, AnUndoneOverrideIsKeptAndHasNoEffect) {
  holder h;
  override_decision undone{"rome:489930", "recognised", "guide-1", "seen", parse_date_or_time("2026-01-01")};
  undone.undone_at = parse_date_or_time("2026-02-01");
  undone.undone_by = "guide-2";
  h.person.overrides = {undone};
  const target to = read({{"requirements", {{{"competence", "rome:489930"}, {"importance", "core"}}}}});
  const gap_report r = gap(h, to);
  EXPECT_EQ(r.items[0].state, requirement_state::to_explore);
  const json d = to_document(r, default_policy(), test::at("2026-03-01"));
  EXPECT_EQ(d["overrides_undone"][0]["undone"]["author"], "guide-2");
  EXPECT_FALSE(d["requirements"][0].contains("override"));
}

TEST(GapDocument, EvidenceForAndAgainstIsAContradiction) {
  holder h;
  h.told("f1", "rome:489930", "professional", 4, "observation", "a")
      .told("f2", "rome:489930", "professional", 1, "observation", "b");
  const target to = read({{"requirements", {{{"competence", "rome:489930"}, {"importance", "core"}}}}});
  EXPECT_DOUBLE_EQ(gap(h, to).items[0].contradiction, 1);
}

// --- properties -----------------------------------------------------------------------------------------------------

constexpr const char* pool[] = {"rome:489930", "rome:107948", "rome:300282", "rome:107920",
                                "rome:115131", "rome:489905", "rome:126019", "rome:300034"};

target random_target(std::mt19937& random) {
  json document;
  document["groups"] = json::array();
  const std::size_t groups = 1 + random() % 4;
  for (std::size_t g = 0; g < groups; ++g) {
    json of = json::array();
    for (const char* c : pool)
      if (random() % 2 == 0) of.push_back({{"competence", c}});
    if (of.empty()) of.push_back({{"competence", pool[0]}});
    const int k = 1 + static_cast<int>(random() % of.size());
    document["groups"].push_back(group_of(("g" + std::to_string(g)).c_str(), k, of));
  }
  document["requirements"] = json::array();
  for (const char* c : pool)
    if (random() % 5 == 0) document["requirements"].push_back({{"competence", c}, {"importance", "core"}});
  return read(document);
}

holder random_holder(std::mt19937& random) {
  holder h;
  const auto code = [&] { return std::string(pool[random() % std::size(pool)]); };
  for (std::size_t i = 0; i < random() % 4; ++i)
    h.told("f" + std::to_string(i), code(), "professional", static_cast<double>(random() % 5), "observation",
           "g" + std::to_string(i));
  if (random() % 2 == 0) h.practised("x", "rome:K1304", static_cast<double>(random() % 60));
  return h;
}

// Every set of acts, by counting.
std::size_t fewest_by_counting(const gap_report& r, const policy& by) {
  names open;
  for (const gap_item& i : r.items)
    if (i.state != requirement_state::recognised) open.push_back(i.asked.competence);
  std::sort(open.begin(), open.end());
  open.erase(std::unique(open.begin(), open.end()), open.end());
  const near_misses near(r.state, excerpt(), by);
  std::size_t best = SIZE_MAX;
  for (std::size_t set = 0; set < (std::size_t{1} << open.size()); ++set) {
    const auto chosen = [&](const std::string& c) {
      const auto it = std::lower_bound(open.begin(), open.end(), c);
      return it != open.end() && *it == c && (set >> (it - open.begin()) & 1) != 0;
    };
    const auto has = [&](const gap_item& i) {
      if (i.state == requirement_state::recognised || chosen(i.asked.competence)) return true;
      const std::string family = near.family_of(i.asked.competence);
      if (family.empty() || family == i.asked.competence || !chosen(family)) return false;
      opinion after = i.known.value;
      after.positive += 6 * by.alignment.at("macro_to_item");  // a badge for the macro-competence, said of its item
      return after.belief() >= by.recognised_belief;
    };
    bool met = true;
    std::vector<std::size_t> in_group(r.groups.size(), 0);
    for (const gap_item& i : r.items) {
      if (i.asked.group == no_group)
        met = met && (!i.asked.essential || has(i));
      else
        in_group[i.asked.group] += has(i) ? 1 : 0;
    }
    for (std::size_t g = 0; g < r.groups.size(); ++g) met = met && in_group[g] >= r.groups[g].asked.at_least;
    if (met) best = std::min(best, static_cast<std::size_t>(__builtin_popcountll(set)));
  }
  return best;
}

TEST(GapProperties, TheSmallestChangeIsTheSmallest) {
  std::mt19937 random(11);
  policy generous = default_policy();  // where a macro-competence recognises its items, one act serves several
  generous.alignment["macro_to_item"] = 0.7;
  for (int round = 0; round < 400; ++round) {
    const target to = random_target(random);
    const policy& by = round % 2 == 0 ? default_policy() : generous;
    const gap_report r = gap(random_holder(random), to, by);
    ASSERT_TRUE(r.smallest.proven);
    const std::size_t found = r.smallest.recognise.size() + r.smallest.explore.size() + r.smallest.acquire.size();
    ASSERT_EQ(found, fewest_by_counting(r, by)) << "round " << round;
    ASSERT_EQ(found == 0, r.verdict == gap_verdict::met);
  }
}

TEST(GapProperties, MorePositiveEvidenceNeverLowersTheCoverage) {
  std::mt19937 random(12);
  for (int round = 0; round < 300; ++round) {
    const target to = random_target(random);
    holder h = random_holder(random);
    const gap_report before = gap(h, to);
    h.with(badge("zz", "https://z.example", {rome(std::string(pool[random() % std::size(pool)]).substr(5))}));
    const gap_report after = gap(h, to);
    ASSERT_GE(after.covered.belief, before.covered.belief - 1e-12);
    ASSERT_GE(after.covered.expectation, before.covered.expectation - 1e-12);
    ASSERT_GE(after.covered.plausibility, before.covered.plausibility - 1e-12);
    ASSERT_LE(after.covered.belief, after.covered.expectation + 1e-12);
    ASSERT_LE(after.covered.expectation, after.covered.plausibility + 1e-12);
  }
}

}  // namespace
}  // namespace activateur
