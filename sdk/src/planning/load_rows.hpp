// What the weekly load says of selections: work that must fall between two weeks fits there.
//
// Energetic reasoning (Baptiste, Le Pape and Nuijten 2001) as linear rows: wherever an action starts within its window,
// at least so much of it lies between the two weeks. Dual feasible functions (Fekete and Schepers 2001) count loads so
// that what takes more than half a week does not go beside its like.
#pragma once

#include "planning/linear.hpp"
#include "planning/windows.hpp"

namespace activateur {

// One way to count loads: no set of actions whose loads fit into a week counts for more than the room of a week.
struct load_counting {
  std::vector<double> load;   // by action
  std::vector<double> up_to;  // week -> room of all weeks before it
};
std::vector<load_counting> load_countings(const plan_network& in);

class load_rows {
 public:
  load_rows(const plan_network& in, int week, const windows& seen, const std::vector<int>& actions);

  struct row {
    std::vector<std::pair<int, double>> loads;  // index into `actions`, what it takes
    double room = 0;
  };
  // The most violated row for each way of counting; `used`: by index into `actions`, in [0, 1].
  [[nodiscard]] std::vector<row> violated(const std::vector<double>& used) const;

 private:
  [[nodiscard]] int overlap(std::size_t i, int from, int to) const;

  int week_;
  std::vector<int> first_, last_, duration_;
  std::vector<load_counting> countings_;
  std::vector<int> actions_;
};

}  // namespace activateur
