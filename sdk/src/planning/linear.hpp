// A linear program: least cost over boxes, subject to rows "sum >= least". Its answers are lower bounds of plans.
//
// Bounded dual simplex on a dense dictionary (Chvatal 1983, ch. 7; bound flipping after Maros 2003). Every column has
// finite bounds, so that any dictionary reached is dual feasible whatever bounds are set and rows added next: a search
// tree may jump from node to node without starting anew.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace activateur {

struct linear_term {
  int column = 0;
  double factor = 0;
};

class linear_program {
 public:
  // Columns with their costs, each at first within [0, 1].
  explicit linear_program(std::vector<double> costs);

  void set_bounds(int column, double lower, double upper);
  [[nodiscard]] double lower(int column) const { return lower_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] double upper(int column) const { return upper_[static_cast<std::size_t>(column)]; }
  // Adds sum(terms) >= least.
  void add_row(std::span<const linear_term> terms, double least, bool forgettable = false);

  enum class outcome {
    optimal,  // value() and at() hold the solution
    beaten,   // no solution costs less than the cutoff: proven, as bound() says
    stopped,  // out of pivots, or numbers too bad: bound() still holds
  };
  // `work` is lessened by the pivots done; negative when they did not suffice.
  outcome solve(double cutoff, std::int64_t& work);

  [[nodiscard]] double at(int column) const;
  [[nodiscard]] double value() const;
  // A lower bound computed anew from the rows as they were given and the prices of the dictionary: errors of the
  // pivots cannot make it too high.
  [[nodiscard]] double bound() const { return bound_; }
  // Reduced costs that go with bound(): any solution costs at least bound() + reduced * (distance from the bound of
  // the column that the sign of the reduced cost favours).
  [[nodiscard]] const std::vector<double>& reduced() const { return reduced_; }

  // Forgets the forgettable rows that are loose by more than `slack` in the present solution.
  void drop_loose(double slack);
  [[nodiscard]] int rows() const { return static_cast<int>(rows_.size()); }
  [[nodiscard]] int columns() const { return columns_; }

 private:
  struct row {
    std::vector<linear_term> terms;
    double least = 0;
    bool forgettable = false;
  };
  struct candidate {
    double ratio;
    int k;
  };
  static constexpr double open_ended = std::numeric_limits<double>::infinity();

  double* line(int i) { return table_.data() + static_cast<std::size_t>(i) * stride_; }
  [[nodiscard]] const double* line(int i) const { return table_.data() + static_cast<std::size_t>(i) * stride_; }
  void express(const row& r, double* into) const;
  void place_nonbasic();
  [[nodiscard]] double nonbasic_value(int k) const;
  [[nodiscard]] int leaving(double& violation) const;
  bool step(int leaving_row, double violation);
  void pivot(int leaving_row, int entering);
  bool proves(int leaving_row, double cutoff);
  double safe_bound(const std::vector<double>& prices);
  void price(std::vector<double>& prices) const;
  [[nodiscard]] bool accurate() const;
  void start_over();

  int columns_;
  std::size_t stride_;                        // columns and the constant
  std::vector<double> cost_, lower_, upper_;  // by column, then by slack of each row
  std::vector<row> rows_;
  std::vector<double> table_;      // one line a basic variable: factors of the nonbasic ones, then the constant
  std::vector<double> objective_;  // the same for the objective
  std::vector<double> weight_;     // squared length of each line
  std::vector<int> basic_, nonbasic_;
  std::vector<int> where_;      // variable -> position; nonbasic k is stored as -1 - k
  std::vector<char> at_upper_;  // by position of the nonbasic
  std::vector<double> value_;   // of the basic variables
  double bound_ = -open_ended;
  std::vector<double> reduced_;
  std::vector<double> scratch_;
  std::vector<candidate> candidates_;
  std::vector<int> filled_;  // of the line that leaves: where it is not 0
};

}  // namespace activateur
