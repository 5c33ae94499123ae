#include "planning/week_search.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"
#include "planning/random.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double whole_by = 1e-6;  // a value that near to a whole number is taken for it
constexpr int root_rounds = 60;    // of landmarks
constexpr int wide_rounds = 12;    // while the interval of weeks is still to be halved
constexpr int node_rounds = 4;
constexpr int tried_columns = 8;  // to branch on, while little is known of them
constexpr int known_after = 3;    // trials of a column each way
constexpr std::int64_t trial_pivots = 30;
constexpr std::uint64_t placement_nodes_more = 5, placement_nodes_last = 50'000;  // for one selection
constexpr std::size_t open_max = 200'000;
constexpr std::uint64_t explained_nodes = 30;  // above, a contradiction is not explained
constexpr std::int64_t relaxation_told = 600;  // what the host is thought to do with one
constexpr int placed_by_chance = 200;
constexpr double shaken_weeks = 12;
constexpr std::int64_t placement_work = 100;  // of a node, in the unit of `work`

}  // namespace

week_search::week_search(const plan_network& in, int week, const std::vector<char>& excluded,
                         const landmark_pool& known)
    : in_(in),
      relaxed_(in, week, excluded, known),
      placement_(in, [this] { return host_->go_on(); }),
      scheduler_(in),
      left_open_(infinite) {
  if (!relaxed_.possible()) return;
  if (relaxed_.too_large()) {
    left_open_ = 0;
    return;
  }
  const int columns = relaxed_.program().columns();
  for (int j = 0; j < columns; ++j) {
    base_lower_.push_back(relaxed_.program().lower(j));
    base_upper_.push_back(relaxed_.program().upper(j));
  }
  gain_down_.assign(at(columns), 0.0);
  gain_up_.assign(at(columns), 0.0);
  seen_down_.assign(at(columns), 0);
  seen_up_.assign(at(columns), 0);
  open_.push_back({});
}

double week_search::bound() const {
  double least = left_open_;
  if (!open_.empty()) least = std::min(least, open_.front().bound);
  return least;
}

void week_search::exclude(std::vector<char>& excluded) const {
  if (relaxed_.too_large()) return;
  for (int a = 0; a < in_.actions; ++a) {
    const int j = relaxed_.possible() ? relaxed_.column_of(a) : -1;
    if (j < 0 || base_upper_[at(j)] == 0) excluded[at(a)] = 1;
  }
}

void week_search::run(const search_host& host, double cutoff, std::int64_t& work, bool root_only) {
  host_ = &host;
  while (!open_.empty() && work > 0 && (root_ || !root_only)) {
    std::pop_heap(open_.begin(), open_.end());
    node n = std::move(open_.back());
    open_.pop_back();
    if (n.bound >= cutoff) {
      open_.clear();
      return;
    }
    visit(std::move(n), cutoff, work, root_only);
  }
}

// Sets the bounds of the node; false when what is decided cannot be placed. What follows from it is decided too.
bool week_search::apply(const node& n) {
  linear_program& lp = relaxed_.program();
  for (std::size_t j = 0; j < base_lower_.size(); ++j)
    lp.set_bounds(static_cast<int>(j), base_lower_[j], base_upper_[j]);
  for (const fixed& f : n.decided) lp.set_bounds(f.column, f.used ? 1 : 0, f.used ? 1 : 0);
  std::vector<char> available(at(in_.actions), 0);
  std::vector<int> placed;
  for (const int a : relaxed_.actions()) {
    const int j = relaxed_.column_of(a);
    available[at(a)] = lp.upper(j) > 0;
    if (lp.lower(j) > 0) placed.push_back(a);
  }
  if (!placement_.narrow(relaxed_.week(), available, placed)) return false;
  for (const int a : relaxed_.actions())
    if (!available[at(a)]) lp.set_bounds(relaxed_.column_of(a), 0, 0);
  for (const int a : placed) lp.set_bounds(relaxed_.column_of(a), 1, 1);
  return true;
}

bool week_search::whole() const {
  for (const int a : relaxed_.actions()) {
    const double x = relaxed_.program().at(relaxed_.column_of(a));
    if (std::abs(x - std::round(x)) > whole_by) return false;
  }
  return true;
}

void week_search::visit(node n, double cutoff, std::int64_t& work, bool root_only) {
  linear_program& lp = relaxed_.program();
  if (!apply(n)) return;
  work -= placement_work;
  int rounds = root_only ? wide_rounds : root_ ? root_rounds : node_rounds;
  for (;;) {
    const auto how = relaxed_.solve(cutoff, rounds, work);
    n.bound = std::max(n.bound, in_.rounded_up(lp.bound()));
    if (how == linear_program::outcome::beaten || n.bound >= cutoff) return;
    if (how == linear_program::outcome::stopped) {
      if (work > 0) {  // the numbers, not the work: what is under this node stays unknown
        left_open_ = std::min(left_open_, n.bound);
        return;
      }
      return put_back(std::move(n));
    }
    if (root_) {
      // Actions that no plan below the cutoff contains.
      const std::vector<double>& reduced = lp.reduced();
      for (const int a : relaxed_.actions()) {
        const int j = relaxed_.column_of(a);
        if (lp.lower(j) == 0 && reduced[at(j)] > 0 && in_.rounded_up(lp.bound() + reduced[at(j)]) >= cutoff)
          base_upper_[at(j)] = 0;
      }
      root_ = false;
    }
    if (host_->on_relaxation) {
      used_.assign(at(in_.actions), 0.0);
      dearer_ = in_.price;
      for (const int a : relaxed_.actions()) {
        used_[at(a)] = lp.at(relaxed_.column_of(a));
        dearer_[at(a)] = std::max(0.0, lp.reduced()[at(relaxed_.column_of(a))]);
      }
      host_->on_relaxation(used_, dearer_);
      work -= relaxation_told;
    }
    if (root_only) return put_back(std::move(n));
    if (whole()) {
      if (relaxed_.separate()) continue;
      switch (take_whole_solution(n, work)) {
        case taken::settled: return;
        case taken::put_off: return put_back(std::move(n));
        case taken::cut: break;
      }
      rounds = node_rounds;
      continue;
    }
    const int column = branching_column(n, cutoff, work);
    if (column < 0) {
      if (!apply(n)) return;
      continue;  // some were decided on the way
    }
    for (const bool used : {false, true}) {
      node child = n;
      child.decided.push_back({column, used});
      put_back(std::move(child));
    }
    return;
  }
}

void week_search::put_back(node n) {
  if (open_.size() >= open_max) {  // memory is bounded: what is under the node stays unknown
    left_open_ = std::min(left_open_, n.bound);
    return;
  }
  open_.push_back(std::move(n));
  std::push_heap(open_.begin(), open_.end());
}

// A selection that meets the goal by the week, capacity aside: either it can be placed in the weeks, or the reason why
// not becomes a row.
week_search::taken week_search::take_whole_solution(node& n, std::int64_t& work) {
  linear_program& lp = relaxed_.program();
  std::vector<int> chosen, others;
  std::vector<char> available(at(in_.actions), 0);
  double price = 0;
  for (const int a : relaxed_.actions()) {
    const bool used = lp.at(relaxed_.column_of(a)) > 0.5;
    (used ? chosen : others).push_back(a);
    available[at(a)] = used;
    if (used) price += in_.price[at(a)];
  }
  std::uint64_t nodes = n.effort;
  const placement::outcome how = placement_.decide(relaxed_.week(), available, chosen, nodes);
  const std::uint64_t spent = n.effort - nodes;
  work -= static_cast<std::int64_t>(spent) * placement_work;
  timetable plan;
  if (how == placement::outcome::possible) plan = timetable_of(in_, placement_.steps());
  if (how == placement::outcome::possible ||
      (how == placement::outcome::unsure && place_by_chance(chosen, plan, work))) {
    if (plan.excess <= 0) {
      host_->on_plan(plan);
      return taken::settled;  // nothing else under this node has a lower price
    }
  }
  if (how == placement::outcome::impossible) {
    explain(chosen, std::move(available), spent, work);
    return taken::cut;
  }
  if (n.effort < placement_nodes_last) {
    if (host_->go_on()) n.effort *= placement_nodes_more;
    return taken::put_off;
  }
  left_open_ = std::min(left_open_, in_.rounded_up(price));
  relaxed_.forbid(chosen, others);
  return taken::cut;
}

// Serial placements in orders shaken at random, each step the sooner the less it can wait.
bool week_search::place_by_chance(const std::vector<int>& chosen, timetable& plan, std::int64_t& work) {
  std::vector<double> urgency(at(in_.actions));
  for (int i = 0; i < placed_by_chance; ++i) {
    const std::uint64_t key = ++chances_;
    const double shake = shaken_weeks * random_source::noise(key, -1);
    for (const int a : chosen)
      urgency[at(a)] = relaxed_.seen().last_start[at(a)] + shake * random_source::noise(key, a);
    work -= placement_work / 2;
    if (scheduler_.place(chosen, urgency, plan) && plan.makespan <= relaxed_.week()) return true;
  }
  return false;
}

// The least of `together` and the most of other actions with which the contradiction still stands.
void week_search::explain(std::vector<int> together, std::vector<char> available, std::uint64_t nodes,
                          std::int64_t& work) {
  const std::uint64_t allowed = std::min(nodes + nodes / 2, explained_nodes);
  const auto impossible = [&](const std::vector<int>& placed) {
    std::uint64_t left = allowed;
    const auto how = placement_.decide(relaxed_.week(), available, placed, left);
    work -= static_cast<std::int64_t>(allowed - left) * placement_work;
    return how == placement::outcome::impossible;
  };
  std::vector<int> others, without;
  for (const int a : relaxed_.actions())
    if (!available[at(a)]) others.push_back(a);
  if (nodes > explained_nodes) return relaxed_.forbid(together, others);
  std::vector<std::span<const int>> open{others};
  while (!open.empty()) {
    const std::span<const int> part = open.back();
    open.pop_back();
    if (part.empty()) continue;
    for (const int a : part) available[at(a)] = 1;
    if (impossible(together)) continue;
    for (const int a : part) available[at(a)] = 0;
    if (part.size() == 1) {
      without.push_back(part[0]);
      continue;
    }
    open.push_back(part.subspan(part.size() / 2));
    open.push_back(part.first(part.size() / 2));
  }
  for (std::size_t i = 0; i < together.size();) {
    std::vector<int> fewer = together;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (impossible(fewer))
      together = std::move(fewer);
    else
      ++i;
  }
  relaxed_.forbid(together, without);
}

// Where the bound rises most on both sides, by past gains and by trial; -1 when a trial decided something instead.
int week_search::branching_column(node& n, double cutoff, std::int64_t& work) {
  linear_program& lp = relaxed_.program();
  struct candidate {
    double score;
    int column;
    double x;
  };
  std::vector<candidate> candidates;
  for (const int a : relaxed_.actions()) {
    const int j = relaxed_.column_of(a);
    const double x = lp.at(j);
    if (std::abs(x - std::round(x)) <= whole_by) continue;
    const double mean_down = seen_down_[at(j)] > 0 ? gain_down_[at(j)] / seen_down_[at(j)] : in_.price[at(a)];
    const double mean_up = seen_up_[at(j)] > 0 ? gain_up_[at(j)] / seen_up_[at(j)] : in_.price[at(a)];
    const double down = std::max(1e-3, mean_down * x);
    const double up = std::max(1e-3, mean_up * (1 - x));
    candidates.push_back({down * up, j, x});
  }
  std::sort(candidates.begin(), candidates.end(), [](const candidate& p, const candidate& q) {
    return p.score != q.score ? p.score > q.score : p.column < q.column;
  });
  if (candidates.size() > at(tried_columns)) candidates.resize(at(tried_columns));
  const double from = lp.value();
  int best = -1;
  double best_score = -1;
  bool decided = false;
  for (const candidate& c : candidates) {
    double gain[2];
    const std::size_t j = at(c.column);
    if (seen_down_[j] >= known_after && seen_up_[j] >= known_after) {
      gain[0] = gain_down_[j] / seen_down_[j] * c.x;
      gain[1] = gain_up_[j] / seen_up_[j] * (1 - c.x);
    } else {
      const double lower = lp.lower(c.column);
      const double upper = lp.upper(c.column);
      for (const int used : {0, 1}) {
        lp.set_bounds(c.column, used, used);
        std::int64_t pivots = trial_pivots;
        const auto how = lp.solve(cutoff, pivots);
        work -= (trial_pivots - std::max<std::int64_t>(0, pivots)) * relaxed_.pivot_cost();
        const bool beaten = how == linear_program::outcome::beaten;
        gain[used] = std::max(0.0, (beaten ? std::max(cutoff, lp.bound()) : lp.bound()) - from);
        if (std::isfinite(gain[used])) {
          (used ? gain_up_ : gain_down_)[j] += gain[used] / (used ? 1 - c.x : c.x);
          ++(used ? seen_up_ : seen_down_)[j];
        }
        lp.set_bounds(c.column, lower, upper);
        if (!beaten) continue;
        n.decided.push_back({c.column, used == 0});
        decided = true;
        break;
      }
      if (decided) break;
    }
    const double score = std::max(gain[0], 1e-3) * std::max(gain[1], 1e-3);
    if (score > best_score) {
      best_score = score;
      best = c.column;
    }
  }
  return decided ? -1 : best;
}

}  // namespace activateur
