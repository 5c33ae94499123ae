#include "analysis/map_territory.hpp"

#include <algorithm>

namespace activateur {

const prospect* map_territory::prospect_of(std::string_view target) const {
  const auto it = std::lower_bound(prospects.begin(), prospects.end(), target,
                                   [](const prospect& p, std::string_view named) { return p.id < named; });
  return it == prospects.end() || it->id != target ? nullptr : &*it;
}

namespace {

// The whole of `all` and the least `at_least` of `some`, as a sum and as a maximum.
struct least {
  double sum = 0, most = 0;
};
template <class Number>
least least_of(const reach_goal& goal, Number&& of) {
  least out;
  for (const reached_fact* f : goal.all) {
    const double v = of(*f);
    out.sum += v;
    out.most = std::max(out.most, v);
  }
  std::vector<double> some;
  for (const reached_fact* f : goal.some) some.push_back(of(*f));
  std::sort(some.begin(), some.end());
  for (std::size_t i = 0; i < std::min(goal.at_least, some.size()); ++i) {
    out.sum += some[i];
    out.most = std::max(out.most, some[i]);
  }
  return out;
}

}  // namespace

reach_bound bound_of(const reach_goal& goal, std::span<const reach_offer> offers) {
  std::map<int, int> needed;  // offer -> how many of the goal's facts it gives
  for (const auto* list : {&goal.all, &goal.some})
    for (const reached_fact* f : *list)
      for (const int offer : f->given) ++needed[offer];
  const auto share = [&](const reached_fact& f, double reach_offer::*amount) {
    double best = std::numeric_limits<double>::infinity();
    for (const int offer : f.given)
      best = std::min(best, offers[static_cast<std::size_t>(offer)].*amount / needed.at(offer));
    return best;
  };
  reach_bound out;
  const least weeks = least_of(goal, [](const reached_fact& f) { return static_cast<double>(f.week); });
  out.week = static_cast<int>(weeks.most);
  const least euros = least_of(goal, [&](const reached_fact& f) { return share(f, &reach_offer::euros); });
  const least hours = least_of(goal, [&](const reached_fact& f) { return share(f, &reach_offer::hours); });
  out.euros = std::max(euros.sum, least_of(goal, [](const reached_fact& f) { return f.euros; }).most);
  out.hours = std::max(hours.sum, least_of(goal, [](const reached_fact& f) { return f.hours; }).most);
  return out;
}

}  // namespace activateur
