// Questions about the carte: why not this one, what would open it, which doors, what changed.
#include <algorithm>
#include <bit>
#include <random>

#include "analysis/map_change.hpp"
#include "analysis/opening.hpp"
#include "analysis/why_not.hpp"
#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::excerpt;
using test::holder;

target_explanation explained(const holder& h, const std::string& id, const policy& by = default_policy()) {
  auto out = explain_target(h.person, h.weighed(), excerpt(), by, {}, id);
  EXPECT_TRUE(out.ok());
  return out ? *std::move(out) : target_explanation{};
}

TEST(WhyNot, ContributionsSumExactlyToWhatDecides) {
  holder h;
  h.practised("x", "rome:G1607", 30).with(test::badge("a", "https://i.example", {test::rome("489930")}));
  for (const char* id : {"rome:K1304", "rome:K1302", "rome:G1501"}) {
    const json d = to_document(explained(h, id), nullptr, default_policy(), test::at("2026-01-01"));
    ASSERT_FALSE(d["why"].empty());
    for (const json& rule : d["why"]) {
      double sum = 0;
      for (const json& part : rule["contributions"]) sum += part["contribution"].get<double>();
      EXPECT_EQ(sum, rule["value"].get<double>()) << id;
      EXPECT_EQ(rule["met"].get<bool>(), rule["value"].get<double>() >= rule["threshold"].get<double>() - 1e-9);
    }
    EXPECT_EQ(d["why"].back()["met"].get<bool>(), d["target"]["zone"] != "long_path");
    test::expect_schema(d, "map-target");
  }
}

TEST(WhyNot, ATargetThatIsNotOnTheMapIsRefusedByName) {
  const auto out = explain_target({}, {}, excerpt(), default_policy(), {}, "rome:Z9999");
  ASSERT_FALSE(out.ok());
  EXPECT_EQ(out.why().kind, failure::not_found);
  EXPECT_NE(out.why().text(language::fr).find("rome:Z9999"), std::string::npos);
}

// The value of a zone once badges for these competences arrived, by weighing them.
double value_with(const holder& h, const std::string& id, zone to, const std::vector<opening_act>& acts) {
  holder richer = h;
  int n = 0;
  for (const opening_act& act : acts) {
    const std::string number = std::to_string(++n);
    richer.with(
        test::badge("key" + number, "https://issuer.example/" + number, {test::rome(act.competence.substr(5))}));
  }
  const possibilities map = map_possibilities(richer.person, richer.weighed(), excerpt(), default_policy());
  for (const possibility& p : map.targets)
    if (p.id == id)
      return to == zone::now                 ? p.covered_essential.belief
             : to == zone::after_recognition ? p.covered_essential.expectation
                                             : p.covered.expectation;
  return 0;
}

// What is promised is what weighing gives, at least: badges also travel to neighbours, which only adds.
TEST(WhatWouldOpen, IsEnoughWhenItIsWeighed) {
  holder h;
  h.practised("x", "rome:G1607", 30);
  std::size_t opened = 0;
  for (const char* id : {"rome:K1304", "rome:K1302", "rome:G1501", "rome:G1607"})
    for (const opening& o : explained(h, id).openings) {
      if (!o.possible) continue;
      ASSERT_FALSE(o.sets.empty());
      for (const auto& set : o.sets) {
        EXPECT_EQ(set.size(), o.sets.front().size());
        EXPECT_GE(value_with(h, id, o.to, set), o.threshold - 1e-9) << id;
        ++opened;
      }
    }
  EXPECT_GT(opened, 5U);
}

// Where the search says that no smaller set exists, none of all sets that are smaller suffices.
TEST(WhatWouldOpen, NoSmallerSetSufficesWhereThatIsProven) {
  holder h;
  h.practised("x", "rome:G1607", 30);
  std::size_t checked = 0;
  for (const char* id : {"rome:G1607", "rome:K1304", "rome:K1302", "rome:G1501"}) {
    const target_explanation e = explained(h, id);
    for (const opening& o : e.openings) {
      if (!o.possible || !o.proven || o.sets.front().size() > 3) continue;
      const auto value = [&](const requirement_row& r, double more) {
        opinion v = r.known.value;
        v.positive += more;
        return (o.to == zone::short_path ? r.share : r.essential_share) *
               (o.to == zone::now ? v.belief() : v.expectation());
      };
      double base = 0;
      for (const requirement_row& r : e.rows) base += value(r, 0);
      std::vector<double> gains;
      for (const requirement_row& r : e.rows) gains.push_back(value(r, fresh_badge(default_policy())) - value(r, 0));
      std::sort(gains.rbegin(), gains.rend());
      double best = base;
      for (std::size_t i = 0; i + 1 < o.sets.front().size(); ++i) best += gains[i];
      EXPECT_LT(best, o.threshold - 1e-9) << id;
      ++checked;
    }
  }
  EXPECT_GT(checked, 0U);
}

// Random small targets with groups, against every set of badges.
TEST(WhatWouldOpen, WithGroupsIsTheSmallestOfAllSets) {
  holder practises, holds;
  practises.practised("x", "rome:G1607", 30).with(test::badge("a", "https://i.example", {test::rome("489930")}));
  holds.person.holds_job = "rome:K1304";
  const auto job = named_target(excerpt(), "rome:K1304");
  for (std::size_t i = 0; i < job->requirements.size(); i += 3)  // evidence against every third one
    for (int n = 0; n < 7; ++n) {
      const std::string id = std::to_string(i) + "-" + std::to_string(n);
      holds.told(id, job->requirements[i].competence, "professional", 1, "observation", id);
    }
  std::mt19937 random(12);
  std::size_t opened = 0, never = 0, turned = 0;
  for (int round = 0; round < 80; ++round) {
    const holder& h = round % 2 == 0 ? practises : holds;
    std::vector<requirement> from = job->requirements;
    std::shuffle(from.begin(), from.end(), random);
    target to{"t", "vacancy", "Poste (fictif)", {}};
    for (std::size_t g = 0, next = 0; g < 1 + random() % 3; ++g) {
      const std::size_t members = 1 + random() % 3;
      to.groups.push_back(
          {"g" + std::to_string(g), "", 1 + random() % members, "core", g == 0 || random() % 2 == 0, ""});
      for (std::size_t m = 0; m < members; ++m) {
        requirement r = from[next++];
        r.group = g;
        r.importance = "core";
        r.essential = to.groups[g].essential;
        to.requirements.push_back(r);
      }
    }
    order_and_complete(to);
    map_aids aids;
    aids.targets = {to};
    const auto e = explain_target(h.person, h.weighed(), excerpt(), default_policy(), aids, "t");
    ASSERT_TRUE(e.ok());
    for (const opening& o : e->openings) {
      // By the definition: the best known of each group count.
      const auto value_with = [&](unsigned badges) {
        double sum = 0, shares = 0;
        for (std::size_t g = 0; g < to.groups.size(); ++g) {
          if (o.to != zone::short_path && !to.groups[g].essential) continue;
          std::vector<double> values;
          for (std::size_t i = 0; i < e->rows.size(); ++i) {
            if (e->rows[i].group != g) continue;
            opinion v = e->rows[i].known.value;
            v.positive += (badges >> i & 1U) != 0 ? fresh_badge(default_policy()) : 0;
            values.push_back(o.to == zone::now ? v.belief() : v.expectation());
          }
          std::sort(values.rbegin(), values.rend());
          const std::size_t k = to.groups[g].at_least;
          for (std::size_t i = 0; i < k; ++i) sum += values[i] / static_cast<double>(k);
          shares += 1;
        }
        return sum / shares;
      };
      // And of no essential group too many members are known to be lacking.
      const auto lacks_with = [&](unsigned badges) {
        for (std::size_t g = 0; g < to.groups.size(); ++g) {
          std::size_t left = 0;
          for (std::size_t i = 0; i < e->rows.size(); ++i) {
            if (e->rows[i].group != g) continue;
            opinion v = e->rows[i].known.value;
            v.positive += (badges >> i & 1U) != 0 ? fresh_badge(default_policy()) : 0;
            left += lacking({v.belief(), v.expectation(), v.plausibility()}, default_policy()) ? 0 : 1;
          }
          if (to.groups[g].essential && left < to.groups[g].at_least) return true;
        }
        return false;
      };
      unsigned recognised = 0;  // nobody recognises twice
      for (std::size_t i = 0; i < e->rows.size(); ++i)
        recognised |= e->rows[i].known.state == requirement_state::recognised ? 1U << i : 0U;
      EXPECT_NEAR(o.value, value_with(0), 1e-9);
      turned += o.to != zone::short_path && lacks_with(0) && value_with(0) >= o.threshold ? 1 : 0;
      std::size_t smallest = 99;
      for (unsigned badges = 1; badges < 1U << e->rows.size(); ++badges)
        if ((badges & recognised) == 0 && value_with(badges) >= o.threshold - 1e-9 &&
            (o.to == zone::short_path || !lacks_with(badges)))
          smallest = std::min<std::size_t>(smallest, static_cast<std::size_t>(std::popcount(badges)));
      EXPECT_TRUE(o.possible || smallest == 99) << round;
      if (!o.possible) {
        ++never;
        continue;
      }
      ++opened;
      EXPECT_LE(o.sets.front().size(), smallest);  // a macro-competence's badge may do for several
      EXPECT_TRUE(o.proven || o.sets.front().size() > 3);
      const auto macro = [](const opening_act& act) { return act.macro; };
      for (const auto& set : o.sets)
        EXPECT_TRUE(set.size() == smallest || std::any_of(set.begin(), set.end(), macro)) << round;
    }
  }
  EXPECT_GT(opened, 20U);
  EXPECT_GT(never + opened, 40U);
  EXPECT_GT(turned, 0U) << "only what evidence speaks against was left";
}

TEST(WhatWouldOpen, NamesFirstWhatEvidenceSpeaksAgainst) {
  holder h;
  h.person.holds_job = "rome:K1304";
  const std::vector<requirement> asked = named_target(excerpt(), "rome:K1304")->requirements;
  const auto essential =
      std::find_if(asked.begin(), asked.end(), [](const requirement& r) { return r.essential; })->competence;
  for (const char* id : {"f", "g", "h", "i", "j", "k", "l"})  // more than holding the job says for it
    h.told(id, essential, "professional", 1, "observation", id);
  const target_explanation e = explained(h, "rome:K1304");
  const possibility& p = e.map.targets.front();
  EXPECT_GT(p.covered_essential.belief, default_policy().zone_now_belief);
  EXPECT_EQ(p.in, zone::short_path) << "all but one is proven, and that one is known to be lacking";
  EXPECT_EQ(p.lacking, 1U);
  const json d = to_document(e, nullptr, default_policy(), test::at("2026-01-01"));
  test::expect_schema(d, "map-target");
  EXPECT_FALSE(d["why"][0]["met"].get<bool>());
  EXPECT_EQ(d["why"][0]["lacking"], json::array({essential}));
  EXPECT_TRUE(d["why"].back()["met"].get<bool>());
  ASSERT_EQ(e.openings.size(), 2U);
  for (const opening& o : e.openings) {
    ASSERT_TRUE(o.possible);
    for (const auto& set : o.sets) {
      ASSERT_EQ(set.size(), 1U);
      EXPECT_EQ(set[0].competence, essential);
      EXPECT_EQ(set[0].state, requirement_state::to_acquire);
    }
  }
  ASSERT_TRUE(p.change);
  EXPECT_EQ(p.change->acts, 1U);
  EXPECT_EQ(p.change->competences, std::vector<std::string>{essential});
  holder learnt = h;
  learnt.with(test::badge("a", "https://i.example", {test::rome(essential.substr(5))}));
  EXPECT_EQ(explained(learnt, "rome:K1304").map.targets.front().in, zone::now);
}

map_change doors(const holder& h, const std::string& text) {
  const auto key = read_key(text, excerpt(), default_policy());
  EXPECT_TRUE(key.ok());
  if (!key) return {};
  const recognition_state before = h.weighed();
  std::vector<verification> verifications = h.verifications;
  const portfolio richer = with_key(h.person, *key, excerpt(), &verifications, test::at("2026-01-01").now);
  const auto after = weigh(richer, verifications, excerpt(), default_policy(), test::at("2026-01-01"));
  EXPECT_TRUE(after.ok());
  if (!after) return {};
  return change_between({&h.person, &before, nullptr}, {&richer, &*after, nullptr}, excerpt(), default_policy(), {});
}

TEST(Doors, OfACompetenceAreTheTargetsThatAskForIt) {
  const map_change change = doors(holder().practised("x", "rome:G1607", 30), "rome:120684");
  ASSERT_FALSE(change.easier.empty() && change.better.empty());
  EXPECT_TRUE(change.harder.empty());
  EXPECT_EQ(change.worse_count, 0U);
  bool asked = false;
  for (const auto* list : {&change.easier, &change.better})
    for (const moved_target& m : *list) {
      double sum = m.why_rest;
      for (const competence_part& p : m.why) {
        sum += p.contribution;
        asked = asked || p.competence() == "rome:120684";
      }
      EXPECT_EQ(sum, m.expectation_after - m.expectation_before) << m.id;
      EXPECT_GT(m.expectation_after, m.expectation_before);
    }
  EXPECT_TRUE(asked);
}

TEST(Doors, OfAnExperienceBringItsJobNearer) {
  const map_change change = doors({}, "rome:K1304");
  const auto own = std::find_if(change.easier.begin(), change.easier.end(),
                                [](const moved_target& m) { return m.id == "rome:K1304"; });
  ASSERT_NE(own, change.easier.end());
  EXPECT_EQ(own->before, zone::long_path);
  EXPECT_EQ(own->after, zone::after_recognition);
}

TEST(Doors, ReadEveryKindOfKeyAndRefuseOthers) {
  const auto kind = [](const std::string& text) {
    const auto key = read_key(text, excerpt(), default_policy());
    return key ? key->kind : std::string(key.why().what.code());
  };
  EXPECT_EQ(kind("rome:120684"), "badge");
  EXPECT_EQ(kind("rome:K1304"), "experience");
  EXPECT_EQ(kind(R"({"competences":["rome:120684"],"label":"Lien"})"), "badge");
  EXPECT_EQ(kind(R"({"experience":{"months":6,"jobs":["rome:K1304"]}})"), "experience");
  EXPECT_EQ(kind(R"({"credential":{"content":"{}"}})"), "credential");
  EXPECT_EQ(kind("rome:nothing"), "map.key");
  EXPECT_EQ(kind("{}"), "map.key");
  EXPECT_EQ(kind(R"({"competences":[]})"), "map.key");
  EXPECT_EQ(kind(R"({"competences":["rome:nothing"]})"), "map.key");
  EXPECT_EQ(kind(R"({"experience":{"months":-1}})"), "field.range");
  EXPECT_FALSE(read_key("{", excerpt(), default_policy()).ok());
}

TEST(Comparing, TwoPortfoliosSaysWhatMovedAndWhy) {
  holder before, after;
  before.practised("x", "rome:K1304", 3);
  after.practised("x", "rome:K1304", 36);
  after.person.wanted.refuses = {"Travail de nuit"};
  const recognition_state then = before.weighed(), now = after.weighed();
  const map_change change =
      change_between({&before.person, &then, nullptr}, {&after.person, &now, nullptr}, excerpt(), default_policy(), {});
  const json d = to_document(change, test::at("2026-01-01", language::fr));
  test::expect_schema(d, "map-change");
  EXPECT_EQ(d["considered"], 7);
  EXPECT_GT(d["counts"]["easier"].get<int>() + d["counts"]["better"].get<int>(), 0);
  for (const json& m : d["harder"]) EXPECT_FALSE(m["hindrances_come"].empty());
  const map_change none =
      change_between({&after.person, &now, nullptr}, {&after.person, &now, nullptr}, excerpt(), default_policy(), {});
  EXPECT_EQ(none.easier_count + none.harder_count + none.better_count + none.worse_count, 0U);
}

}  // namespace
}  // namespace activateur
