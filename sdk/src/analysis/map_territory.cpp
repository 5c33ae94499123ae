#include "analysis/map_territory.hpp"

#include <algorithm>

namespace activateur {

const prospect* map_territory::prospect_of(std::string_view target) const {
  const auto it = std::lower_bound(prospects.begin(), prospects.end(), target,
                                   [](const prospect& p, std::string_view named) { return p.id < named; });
  return it == prospects.end() || it->id != target ? nullptr : &*it;
}

namespace {

// Of each group the least `at_least`, as a sum and as a maximum.
struct least {
  double sum = 0, most = 0;
};
template <class Number>
least least_of(const reach_goal& goal, Number&& of) {
  least out;
  std::vector<double> values;
  for (const reach_group& group : goal) {
    values.clear();
    for (const reached_fact* f : group.facts) values.push_back(of(*f));
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < std::min(group.at_least, values.size()); ++i) {
      out.sum += values[i];
      out.most = std::max(out.most, values[i]);
    }
  }
  return out;
}

}  // namespace

reach_bound bound_of(const reach_goal& goal, std::span<const reach_offer> offers) {
  std::map<int, int> needed;  // offer -> how many of the goal's facts it gives
  for (const reach_group& group : goal)
    for (const reached_fact* f : group.facts)
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
