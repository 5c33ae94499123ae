#include "planning/relaxation.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"
#include "planning/random.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double violated = 1e-3;     // by which a solution must miss a landmark for it to be worth a row
constexpr int landmarks_a_round = 6;  // tried
constexpr double shaken = 0.2;        // how far the order of actions is shaken from the second one on
constexpr std::int64_t steps_per_work = 20;
constexpr std::size_t cells_max = 32U << 20U;  // of the dictionary: 256 MB
constexpr std::size_t rows_expected = 1000;    // beside those of facts
constexpr std::size_t pool_max = 8U << 20U;    // actions of all landmarks kept
constexpr double loose = 0.5;                  // rows looser than that are forgotten

}  // namespace

void landmark_pool::add(const list& found, std::size_t first) {
  for (std::size_t i = first; i < found.size(); ++i) {
    const std::size_t more = found[i]->actions.size();
    if (size_ + more > pool_max) continue;
    entries_.push_back(found[i]);
    size_ += more;
  }
}

relaxation::relaxation(const plan_network& in, int week, const std::vector<char>& excluded, const landmark_pool& known)
    : in_(in), week_(week), windows_(windows_by(in, week, excluded)), reach_(in) {
  if (windows_.possible) build(known);
}

void relaxation::build(const landmark_pool& known) {
  column_.assign(at(in_.actions), -1);
  fact_column_.assign(at(in_.facts), -1);
  std::vector<double> costs;
  for (int a = 0; a < in_.actions; ++a) {
    if (!windows_.action[at(a)]) continue;
    column_[at(a)] = static_cast<int>(costs.size());
    actions_.push_back(a);
    costs.push_back(in_.price[at(a)]);
  }
  const auto of_use = [&](int a, int f) { return windows_.earliest[at(a)] <= windows_.latest[at(f)]; };
  std::vector<std::vector<int>> makers(at(in_.facts));
  for (const int a : actions_)
    for (const int f : in_.products.of(a))
      if (of_use(a, f)) makers[at(f)].push_back(a);
  for (int f = 0; f < in_.facts; ++f) {
    if (windows_.latest[at(f)] < 0 || makers[at(f)].empty()) continue;
    fact_column_[at(f)] = static_cast<int>(costs.size());
    costs.push_back(0.0);
  }
  too_large_ = costs.size() * (costs.size() - actions_.size() + rows_expected) > cells_max;
  if (too_large_) return;
  program_.emplace(std::move(costs));

  std::vector<linear_term> terms;
  for (int f = 0; f < in_.facts; ++f) {
    if (fact_column_[at(f)] < 0) continue;
    terms.assign(1, {fact_column_[at(f)], -1.0});
    for (const int a : makers[at(f)]) terms.push_back({column_[at(a)], 1.0});
    program_->add_row(terms, 0.0);
  }
  const auto facts_of = [&](int g) { members(g, terms); };
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g) {
    facts_of(g);
    if (static_cast<int>(terms.size()) == in_.need[at(g)])
      for (const linear_term& t : terms) program_->set_bounds(t.column, 1.0, 1.0);
    else
      program_->add_row(terms, in_.need[at(g)]);
  }
  // Rows of prerequisites are added when a solution misses them: few actions are used at all.
  for (const int a : actions_)
    for (const int g : in_.groups_of.of(a)) {
      facts_of(g);
      if (static_cast<int>(terms.size()) < in_.need[at(g)])
        program_->set_bounds(column_[at(a)], 0.0, 0.0);
      else
        needs_.push_back(g);
    }
  for (const sum_limit& s : in_.sums) {
    terms.clear();
    for (const int a : actions_)
      if (s.amounts[at(a)] > 0) terms.push_back({column_[at(a)], -s.amounts[at(a)]});
    program_->add_row(terms, -s.most - planning_slack);
  }
  loads_.emplace(in_, week_, windows_, actions_);
  for (const auto& e : known.entries())
    if (e->week >= week_) add_landmark(e->actions);
}

// Work that the solution puts between two weeks and that does not fit there.
bool relaxation::separate_loads() {
  std::vector<double> used;
  for (const int a : actions_) used.push_back(program_->at(column_[at(a)]));
  const std::vector<load_rows::row> rows = loads_->violated(used);
  std::vector<linear_term> terms;
  for (const load_rows::row& r : rows) {
    terms.clear();
    for (const auto& [i, load] : r.loads) terms.push_back({column_[at(actions_[at(i)])], -load});
    program_->add_row(terms, -r.room, true);
  }
  return !rows.empty();
}

void relaxation::add_landmark(const std::vector<int>& landmark) {
  std::vector<linear_term> terms;
  for (const int a : landmark)
    if (column_[at(a)] >= 0) terms.push_back({column_[at(a)], 1.0});
  program_->add_row(terms, 1.0, true);
}

void relaxation::forbid(const std::vector<int>& together, const std::vector<int>& without) {
  std::vector<linear_term> terms;
  terms.reserve(together.size() + without.size());
  for (const int a : together) terms.push_back({column_[at(a)], -1.0});
  for (const int a : without) terms.push_back({column_[at(a)], 1.0});
  program_->add_row(terms, 1.0 - static_cast<double>(together.size()));
}

void relaxation::members(int g, std::vector<linear_term>& terms) const {
  terms.clear();
  for (const int f : in_.groups.of(g))
    if (fact_column_[at(f)] >= 0) terms.push_back({fact_column_[at(f)], 1.0});
}

// Actions used beyond what the facts of their groups allow.
bool relaxation::separate_needs() {
  bool found = false;
  std::vector<linear_term> terms;
  for (const int g : needs_) {
    const int column = column_[at(in_.owner[at(g)])];
    const double used = program_->at(column);
    if (used < violated) continue;
    members(g, terms);
    const int need = in_.need[at(g)];
    if (static_cast<int>(terms.size()) == need) {
      for (const linear_term& t : terms)
        if (program_->at(t.column) < used - violated) {
          program_->add_row(std::vector<linear_term>{t, {column, -1.0}}, 0.0, true);
          found = true;
        }
      continue;
    }
    double had = 0;
    for (const linear_term& t : terms) had += program_->at(t.column);
    if (had >= need * used - violated) continue;
    terms.push_back({column, -static_cast<double>(need)});
    program_->add_row(terms, 0.0, true);
    found = true;
  }
  return found;
}

bool relaxation::separate() {
  if (static_cast<std::size_t>(program_->rows()) * static_cast<std::size_t>(program_->columns()) > 2 * cells_max)
    return false;
  if (separate_needs()) return true;
  bool found = false;
  std::vector<std::pair<double, int>> ranked;
  for (int round = 0; round < landmarks_a_round; ++round) {
    ranked.clear();
    const std::uint64_t key = ++rounds_;
    for (const int a : actions_) {
      const double x = program_->at(column_[at(a)]);
      const double shake = round == 0 ? 0.0 : shaken * random_source::noise(key, a);
      ranked.emplace_back(-(x + shake), a);
    }
    std::sort(ranked.begin(), ranked.end());
    order_.clear();
    for (const auto& [rank, a] : ranked) order_.push_back(a);
    reach_.start(week_);
    landmark_of(reach_, order_, landmark_);
    double sum = 0;
    for (const int a : landmark_) sum += program_->at(column_[at(a)]);
    if (sum > 1 - violated) continue;
    found = true;
    found_.push_back(std::make_shared<const landmark_pool::entry>(landmark_pool::entry{week_, landmark_}));
    add_landmark(landmark_);
  }
  return separate_loads() || found;
}

std::int64_t relaxation::pivot_cost() const {
  return 1 + static_cast<std::int64_t>(program_->rows()) * program_->columns() / 1024;
}

linear_program::outcome relaxation::solve(double cutoff, int rounds, std::int64_t& work) {
  for (int round = 0;; ++round) {
    // One more than fits, so that what stops for want of work leaves none: whoever asked can tell it from bad numbers.
    std::int64_t pivots = 1 + std::max<std::int64_t>(0, work / pivot_cost());
    const std::int64_t before = pivots;
    const linear_program::outcome how = program_->solve(cutoff, pivots);
    work -= (before - pivots) * pivot_cost();
    if (how != linear_program::outcome::optimal || round >= rounds) return how;
    if (round % 8 == 7) program_->drop_loose(loose);
    const std::int64_t steps = reach_.steps();
    const bool found = separate();
    work -= (reach_.steps() - steps) / steps_per_work + static_cast<std::int64_t>(actions_.size()) / 4;
    if (!found) return how;
  }
}

}  // namespace activateur
