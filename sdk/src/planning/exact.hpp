// The proof: no plan is better, or a better one.
//
// Goal weeks are cut into intervals. The least price of a plan that meets the goal by the last week of an interval,
// and the weight of its first week, bound every plan of the interval; the interval of the lowest bound is halved, or,
// when it is one week, searched by branch and cut.
#pragma once

#include <list>
#include <memory>

#include "planning/budget.hpp"
#include "planning/week_search.hpp"

namespace activateur {

class proof {
  struct interval {
    int first = 0, last = 0;
    double price = 0;                     // no plan by `last` has a lower one
    std::vector<char> excluded;           // actions that no better plan of the interval contains
    std::unique_ptr<week_search> search;  // of `last`
  };

 public:
  // `excluded`: actions that are not to be used; the proof is then one of the others alone.
  explicit proof(const plan_network& in, std::vector<char> excluded = {});

  // Some of the intervals, for one line of work.
  class part {
   public:
    // Goes on until no plan of the part is better than the incumbent, or the budget has used `until` nodes.
    void run(const search_host& host, work_budget& budget, std::uint64_t until);
    [[nodiscard]] bool empty() const { return open_.empty(); }

   private:
    friend class proof;
    part(const proof& of) : in_(&of.in_), ceiling_(of.ceiling_), pool_(of.pool_) {}
    const plan_network* in_;
    double ceiling_;
    landmark_pool pool_;
    std::list<interval> open_;
    double unsettled_ = std::numeric_limits<double>::infinity();
  };
  // Deals all that is open out to `count` parts, which share nothing and may run at the same time; nothing is left
  // until they are put back, with the objective of the best plan that is known then.
  std::vector<part> parts(unsigned count);
  void put_back(std::vector<part> parts, double incumbent);

  [[nodiscard]] bool done() const { return done_; }
  // No plan is better than this, or than the incumbent if that is lower.
  [[nodiscard]] double bound() const { return bound_; }

 private:
  static double worth(const plan_network& in, const interval& i) {
    return in.rounded_up(i.price + in.week_weight * i.first);
  }

  const plan_network& in_;
  landmark_pool pool_;
  std::list<interval> open_;
  double ceiling_ = 0;  // no plan costs as much
  double bound_ = 0;
  double unsettled_ = std::numeric_limits<double>::infinity();  // bound of what search could not settle
  bool done_ = false;
};

}  // namespace activateur
