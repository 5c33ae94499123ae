// The proof: no plan is better, or a better one.
//
// Goal weeks are cut into intervals. The least price of a plan that meets the goal by the last week of an interval,
// and the weight of its first week, bound every plan of the interval; the interval of the lowest bound is halved, or,
// when it is one week, searched by branch and cut.
#pragma once

#include <functional>
#include <list>

#include "planning/budget.hpp"
#include "planning/week_search.hpp"

namespace activateur {

class proof {
 public:
  // `excluded`: actions that are not to be used; the proof is then one of the others alone.
  proof(const plan_network& in, const search_host& host, std::vector<char> excluded = {});

  // Goes on until no plan is better than the incumbent, or the budget has used `until` nodes.
  void run(work_budget& budget, std::uint64_t until);

  [[nodiscard]] bool done() const { return done_; }
  // No plan is better than this, or than the incumbent if that is lower.
  [[nodiscard]] double bound() const { return bound_; }

 private:
  struct interval {
    int first = 0, last = 0;
    double price = 0;                   // no plan by `last` has a lower one
    std::vector<char> excluded;         // actions that no better plan of the interval contains
    std::optional<week_search> search;  // of `last`
  };
  const plan_network& in_;
  const search_host& host_;
  landmark_pool pool_;
  std::list<interval> open_;
  double ceiling_ = 0;  // no plan costs as much
  double bound_ = 0;
  double unsettled_ = std::numeric_limits<double>::infinity();  // bound of what search could not settle
  bool done_ = false;
};

}  // namespace activateur
