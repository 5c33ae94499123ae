// Branch and cut for one deadline: the least price of a plan that meets the goal by a given week.
#pragma once

#include <functional>

#include "planning/placement.hpp"
#include "planning/relaxation.hpp"

namespace activateur {

// What the proof asks and tells.
struct search_host {
  std::function<double()> incumbent;              // objective of the best plan known
  std::function<void(const timetable&)> on_plan;  // a plan found
  // By action, how far a relaxation uses it, and at least how much dearer plans are that do.
  std::function<void(const std::vector<double>&, const std::vector<double>&)> on_relaxation;
  std::function<bool()> go_on;  // false: stop as soon as possible
};

class week_search {
 public:
  week_search(const plan_network& in, int week, const std::vector<char>& excluded, const landmark_pool& known);
  week_search(const week_search&) = delete;  // the placement asks it
  week_search& operator=(const week_search&) = delete;

  // Goes on until it is sure that no plan by the week has a price below `cutoff`, or `work` is used up. `root_only`:
  // no further than the first relaxation.
  void run(const search_host& host, double cutoff, std::int64_t& work, bool root_only);
  // The landmarks found since it was asked last.
  landmark_pool::list take_found() { return relaxed_.take_found(); }

  [[nodiscard]] int week() const { return relaxed_.week(); }
  [[nodiscard]] bool done() const { return open_.empty(); }
  // No plan by the week has a lower price, but for those told and those at the cutoff or above.
  [[nodiscard]] double bound() const;
  // Adds to `excluded` the actions that no such plan contains.
  void exclude(std::vector<char>& excluded) const;

 private:
  static constexpr std::uint64_t placement_nodes_first = 500;
  struct fixed {
    int column;
    bool used;
  };
  struct node {
    double bound = 0;
    std::vector<fixed> decided;
    std::uint64_t effort = placement_nodes_first;                    // for the placement of a whole solution
    bool operator<(const node& o) const { return bound > o.bound; }  // the lowest first
  };

  void visit(node n, double cutoff, std::int64_t& work, bool root_only);
  bool apply(const node& n);
  enum class taken { settled, cut, put_off };
  taken take_whole_solution(node& n, std::int64_t& work);
  void put_back(node n);
  bool place_by_chance(const std::vector<int>& chosen, timetable& plan, std::int64_t& work);
  void explain(std::vector<int> together, std::vector<char> available, std::uint64_t nodes, std::int64_t& work);
  int branching_column(node& n, double cutoff, std::int64_t& work);
  bool whole() const;

  const plan_network& in_;
  relaxation relaxed_;
  const search_host* host_ = nullptr;  // while it runs
  placement placement_;
  scheduler scheduler_;
  std::uint64_t chances_ = 0;
  std::vector<node> open_;  // a heap
  std::vector<double> base_lower_, base_upper_;
  std::vector<double> gain_down_, gain_up_;  // by column: rise of the bound for a whole step, averaged
  std::vector<int> seen_down_, seen_up_;
  double left_open_;                   // bound of what could not be settled
  std::vector<double> used_, dearer_;  // of the last relaxation, by action
  bool root_ = true;
};

}  // namespace activateur
