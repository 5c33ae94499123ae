#include "planning/searcher.hpp"

namespace activateur {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int good_actions[] = {90, 120, 150};  // in turn

}  // namespace

void searcher::turn(work_budget& budget, std::uint64_t nodes, proof::part& mine, double bound, bool with_others) {
  const search_host host{[&] { return better_.best() ? better_.best()->objective : infinite; },
                         [&](const timetable& plan) { better_.offer(plan); },
                         [&](const std::vector<double>& used) { better_.round_off(used); },
                         [&] { return budget.look(); }};
  better_.run(budget, budget.until(nodes), bound);
  if (budget.over()) return;
  // The best of what good plans are made of: a small problem beside the whole one.
  const int good = good_actions[turns_++ % std::size(good_actions)];
  if (in_.actions > 2 * good) {
    proof among_good(in_, better_.outside_good_plans(good));
    among_good.parts(1).front().run(host, budget, budget.until(nodes / 2));
    if (budget.over()) return;
  }
  const std::uint64_t end = budget.until(nodes);
  mine.run(host, budget, end);
  if (with_others && mine.empty() && !budget.over() && budget.used() < end) better_.run(budget, end, bound);
}

}  // namespace activateur
