#include "planning/dead_ends.hpp"

#include <algorithm>

#include "planning/reachability.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr std::size_t missing_tried_max = 256;  // facts that are left out one by one

class tracer {
 public:
  explicit tracer(const plan_problem& problem) : problem_(problem), reach_(problem), makers_(at(problem.fact_count)) {
    for (std::size_t a = 0; a < problem.actions.size(); ++a)
      for (const int f : problem.actions[a].produces) makers_[at(f)].push_back(static_cast<int>(a));
  }

  std::vector<dead_end> run() {
    std::vector<dead_end> out;
    reach_.goal_week({});
    for (std::size_t g = 0; g < problem_.goal.size(); ++g)
      if (!reach_.met(problem_.goal[g])) out.push_back({static_cast<int>(g), dead_end_cause::dates, {}, {}});
    if (out.empty()) return out;
    ask({});
    had_ = reach_.fact_weeks();
    for (dead_end& d : out)
      if (!reach_.met(problem_.goal[at(d.goal)])) follow(d);
    for (dead_end& d : out)
      if (d.cause != dead_end_cause::dates) d.missing = missing_for(problem_.goal[at(d.goal)]);
    return out;
  }

 private:
  void ask(std::vector<int> given) { reach_.goal_week({-1, -1, std::move(given), false}); }
  [[nodiscard]] int first_out_of_reach(const group& g) const {
    const auto found = std::find_if(g.facts.begin(), g.facts.end(), [&](int f) { return had_[at(f)] >= never; });
    return found == g.facts.end() ? -1 : *found;
  }

  // The first way that could lead there, down to what stops it.
  void follow(dead_end& d) const {
    int fact = first_out_of_reach(problem_.goal[at(d.goal)]);
    d.cause = dead_end_cause::nobody;
    std::vector<char> seen(at(problem_.fact_count), 0);
    while (fact >= 0) {
      if (seen[at(fact)]) {
        d.cause = dead_end_cause::circle;
        d.chain.push_back({fact, -1});
        return;
      }
      seen[at(fact)] = 1;
      if (makers_[at(fact)].empty()) {
        d.chain.push_back({fact, -1});
        return;
      }
      const int a = makers_[at(fact)].front();
      d.chain.push_back({fact, a});
      fact = -1;
      for (const group& g : problem_.actions[at(a)].requires_) {
        if (reached(g)) continue;
        fact = first_out_of_reach(g);
        break;
      }
    }
  }
  [[nodiscard]] bool reached(const group& g) const {
    return std::count_if(g.facts.begin(), g.facts.end(), [&](int f) { return had_[at(f)] < never; }) >= g.at_least;
  }

  // What nobody makes is tried first; where that does not do (circles), the group's own facts.
  std::vector<int> missing_for(const group& g) {
    std::vector<int> out;
    for (int f = 0; f < problem_.fact_count; ++f)
      if (had_[at(f)] >= never && makers_[at(f)].empty()) out.push_back(f);
    ask(out);
    if (!reach_.met(g)) {
      out.clear();
      for (const int f : g.facts)
        if (had_[at(f)] >= never) out.push_back(f);
    }
    for (std::size_t i = 0, tried = 0; i < out.size() && tried < missing_tried_max; ++tried) {
      std::vector<int> fewer = out;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      ask(fewer);
      if (reach_.met(g))
        out = std::move(fewer);
      else
        ++i;
    }
    return out;
  }

  const plan_problem& problem_;
  reachability reach_;
  std::vector<std::vector<int>> makers_;
  std::vector<int> had_;
};

}  // namespace

std::string_view name_of(dead_end_cause c) {
  static constexpr std::string_view names[] = {"nobody", "circle", "dates"};
  return names[static_cast<std::size_t>(c)];
}

std::vector<dead_end> dead_ends_of(const plan_problem& problem) { return tracer(problem).run(); }

}  // namespace activateur
