// The linear relaxation of "which actions, so that the goal is met by this week at least price".
//
// Columns: actions, and facts that are counted on. Rows: a fact counted on has a producer; an action used and the goal
// have their groups met; the budget and other limits of sums; the work that fits before the deadline; landmarks, added
// as solutions violate them.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "planning/landmarks.hpp"
#include "planning/linear.hpp"
#include "planning/load_rows.hpp"

namespace activateur {

// Landmarks found for one deadline hold for every earlier one. Copies share what they hold.
class landmark_pool {
 public:
  struct entry {
    int week;
    std::vector<int> actions;
  };
  using list = std::vector<std::shared_ptr<const entry>>;

  [[nodiscard]] const list& entries() const { return entries_; }
  // Takes over those from `first` on, as far as memory is left for them.
  void add(const list& found, std::size_t first = 0);

 private:
  list entries_;
  std::size_t size_ = 0;  // of all of them
};

class relaxation {
 public:
  relaxation(const plan_network& in, int week, const std::vector<char>& excluded, const landmark_pool& known);

  [[nodiscard]] bool possible() const { return windows_.possible; }
  // Too large to be built: nothing is known then.
  [[nodiscard]] bool too_large() const { return too_large_; }
  [[nodiscard]] const windows& seen() const { return windows_; }
  [[nodiscard]] int week() const { return week_; }

  // Actions that have a column, and their columns.
  [[nodiscard]] const std::vector<int>& actions() const { return actions_; }
  [[nodiscard]] int column_of(int action) const { return column_[static_cast<std::size_t>(action)]; }

  linear_program& program() { return *program_; }
  [[nodiscard]] const linear_program& program() const { return *program_; }
  // Solves, adding landmarks for at most `rounds` rounds.
  linear_program::outcome solve(double cutoff, int rounds, std::int64_t& work);
  // Adds landmarks that the present solution misses; whether there are any.
  bool separate();
  // The landmarks found since it was asked last.
  landmark_pool::list take_found() { return std::exchange(found_, {}); }
  // Adds "not all of `together` unless one of `without` is there too".
  void forbid(const std::vector<int>& together, const std::vector<int>& without);
  [[nodiscard]] std::int64_t pivot_cost() const;  // of one pivot, in the unit of `work`

 private:
  void build(const landmark_pool& known);
  bool separate_needs();
  bool separate_loads();
  void members(int g, std::vector<linear_term>& terms) const;
  void add_landmark(const std::vector<int>& landmark);

  const plan_network& in_;
  int week_;
  landmark_pool::list found_;
  windows windows_;
  std::vector<int> actions_, column_, fact_column_;
  std::vector<int> needs_;  // groups of actions
  std::optional<linear_program> program_;
  std::optional<load_rows> loads_;
  deadline_reach reach_;
  std::vector<int> order_, landmark_;
  std::uint64_t rounds_ = 0;
  bool too_large_ = false;
};

}  // namespace activateur
