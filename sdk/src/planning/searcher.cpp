#include "planning/searcher.hpp"

#include <algorithm>

namespace activateur {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Tuned on the ten problems of docs/performance.md, with several seeds; none changes which plans are valid.
constexpr double actions_at_first = 1.5;  // of a small problem, for each step of the best plan
constexpr double actions_beside = 8;      // at least, beside those of the best plan
constexpr double actions_most = 0.8;      // of all
constexpr double larger = 1.2, smaller = 0.85;
constexpr std::uint64_t nodes_worth = 60;  // the least for one small problem
constexpr std::uint64_t quiet = 10'000;    // nodes without a better plan, before more of a turn is given to the proof

}  // namespace

void searcher::turn(work_budget& budget, std::uint64_t nodes, proof::part& mine, double bound, bool with_others) {
  const search_host host{
      [&] { return better_.best() ? better_.best()->objective : infinite; },
      [&](const timetable& plan) { better_.offer(plan); },
      [&](const std::vector<double>& used, const std::vector<double>& dearer) { better_.round_off(used, dearer); },
      [&] { return budget.look(); }};
  const double before = host.incumbent();
  const std::uint64_t whole_turn = budget.until(7 * nodes / 2);
  const std::uint64_t some = since_better_ < quiet ? nodes : nodes / 2;
  better_.run(budget, budget.until(some), bound);
  if (budget.over()) return;
  // A problem that the proof settles at once needs nothing else.
  if (good_actions_ == 0) {
    mine.run(host, budget, budget.until(nodes));
    if (budget.over() || (mine.empty() && !with_others)) return;
  }
  combine(host, budget, some + some / 2);
  if (budget.over()) return;
  const std::uint64_t end = std::max(whole_turn, budget.until(nodes));  // as much at least for the proof
  mine.run(host, budget, end);
  since_better_ = host.incumbent() < before ? 0 : since_better_ + nodes;
  if (with_others && mine.empty() && !budget.over() && budget.used() < end) better_.run(budget, end, bound);
}

// The best of what good plans are made of, found exactly: problems small enough to be settled, and larger as they are.
void searcher::combine(const search_host& host, work_budget& budget, std::uint64_t nodes) {
  const std::uint64_t end = budget.until(nodes);
  while (better_.best() && !budget.over() && budget.used() + nodes / 4 < end) {
    const auto steps = static_cast<double>(better_.best()->steps.size());
    if (steps + actions_beside > actions_most * in_.actions) return;
    if (good_actions_ == 0) good_actions_ = actions_at_first * steps;
    good_actions_ = std::clamp(good_actions_, steps + actions_beside, actions_most * in_.actions);
    proof among_good(in_, better_.outside_good_plans(static_cast<int>(good_actions_)));
    proof::part all = std::move(among_good.parts(1).front());
    all.run(host, budget, std::min(end, budget.used() + std::max(nodes / 2, nodes_worth)));
    // Settled as large as it may be, perhaps without a node: there is nothing more to find here.
    if (all.empty() && good_actions_ >= actions_most * in_.actions) return;
    good_actions_ *= all.empty() ? larger : smaller;
    if (!budget.spend()) return;
  }
}

}  // namespace activateur
