// The carte's rank against the official mobilities of ROME 4.0, which it does not read.
#include <chrono>
#include <cmath>

#include "analysis/map_shelf.hpp"
#include "analysis/possibilities.hpp"
#include "frameworks/nearness.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

struct official {
  framework_set frameworks;
  framework_ptr rome;
  std::shared_ptr<const map_table> table;
};

// Of the ten best ranked others of who holds a job, is one among its mobilities? 200 jobs evenly spaced.
double hits_at_10(const official& of, const map_aids& aids) {
  const auto jobs = static_cast<std::uint32_t>(of.rome->counts().jobs);
  constexpr std::uint32_t sample = 200;
  std::size_t hits = 0, judged = 0;
  for (std::uint32_t s = 0; s < sample; ++s) {
    const std::uint32_t job = s * jobs / sample;
    std::set<std::string> named;
    for (const mobility& m : of.rome->mobilities_of(job)) named.insert(job_name(*of.rome, m.job));
    if (named.empty()) continue;
    ++judged;
    portfolio person;
    person.holds_job = job_name(*of.rome, job);
    const auto state = weigh(person, {}, of.frameworks, default_policy(), {});
    if (!state) return 0;
    map_aids one = aids;
    one.top = 11;
    const auto map = map_possibilities(person, *state, of.frameworks, default_policy(), one);
    EXPECT_EQ(map.targets.front().id, person.holds_job);
    hits += std::any_of(map.targets.begin() + 1, map.targets.end(),
                        [&](const possibility& p) { return named.contains(p.id); });
  }
  return static_cast<double>(hits) / static_cast<double>(judged);
}

// Measured on v60: 0.985 with nearness, 0.94 by competences alone. The trees were fitted to these very mobilities: the
// first figure says that what is shipped works as what was fitted; docs/possibilities.md has the figures of folds.
TEST(MapRanking, RanksOfficialMobilitiesHigh) {
  ACTIVATEUR_NEEDS_SHARED(directory, "data/rome4_v460/raw");
  const auto rome = import_framework(directory.string(), {});
  ASSERT_TRUE(rome.ok()) << rome.why().text(language::en);
  official of;
  of.rome = *rome;
  of.frameworks.add(*rome);
  map_shelf shelf;
  map_aids aids;
  aids.table = [&](const framework_ptr& f) { return shelf.table(f, default_policy().map.door_share); };
  const double alone = hits_at_10(of, aids);
  const job_nearness nearness(*rome);
  aids.nearness = [&](const framework_ptr& f, std::uint32_t job) {
    return shelf.near(f, job, [&] {
      std::vector<double> odds = nearness.scores(job);
      for (double& o : odds) o = 1 / (1 + std::exp(-o));
      return odds;
    });
  };
  const double near = hits_at_10(of, aids);
  RecordProperty("hit_at_10", std::to_string(near));
  RecordProperty("hit_at_10_by_competences", std::to_string(alone));
  std::cout << "hit@10 " << near << ", by competences alone " << alone << '\n';
  EXPECT_GE(alone, 0.90);
  EXPECT_GE(near, 0.972);
}

// Proposals for somebody who practised one job: from several domains, none twice, the job itself not among them.
TEST(MapRanking, ProposalsAreDiverse) {
  ACTIVATEUR_NEEDS_SHARED(directory, "data/rome4_v460/raw");
  const auto rome = import_framework(directory.string(), {});
  ASSERT_TRUE(rome.ok());
  framework_set frameworks;
  frameworks.add(*rome);
  const auto jobs = static_cast<std::uint32_t>((*rome)->counts().jobs);
  map_aids aids;
  const auto table = std::make_shared<const map_table>(*rome, default_policy().map.door_share);
  aids.table = [&](const framework_ptr&) { return table; };
  double ranked_domains = 0, proposed_domains = 0;
  std::map<std::string, int> seen;  // exposure: what is proposed to whom
  constexpr std::uint32_t sample = 100;
  for (std::uint32_t s = 0; s < sample; ++s) {
    portfolio person;
    experience lived;
    lived.id = "e";
    lived.months = 36;
    lived.months_given = true;
    lived.jobs = {job_name(**rome, s * jobs / sample)};
    person.experiences = {lived};
    const auto state = weigh(person, {}, frameworks, default_policy(), test::at("2026-01-01"));
    ASSERT_TRUE(state.ok());
    const auto map = map_possibilities(person, *state, frameworks, default_policy(), aids);
    std::set<std::string> ids, domains, first;
    for (const auto& p : map.proposed) {
      EXPECT_TRUE(ids.insert(p.target.id).second);
      EXPECT_NE(p.target.id, lived.jobs[0]);
      domains.insert(p.target.domain);
      ++seen[p.target.id];
    }
    for (std::size_t i = 1; i <= map.proposed.size(); ++i) first.insert(map.targets[i].domain);
    ranked_domains += static_cast<double>(first.size());
    proposed_domains += static_cast<double>(domains.size());
    EXPECT_GE(map.front.size(), 7U);
    EXPECT_LE(map.front.size(), 15U);
  }
  std::cout << "domains among the proposals " << proposed_domains / sample << ", among as many first ranked "
            << ranked_domains / sample << ", targets proposed to somebody " << seen.size() << '\n';
  EXPECT_GT(proposed_domains, ranked_domains);
  EXPECT_GT(seen.size(), 500U);  // of 1 200 proposals: not always the same ones
}

}  // namespace
}  // namespace activateur
