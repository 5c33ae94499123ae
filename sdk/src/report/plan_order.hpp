// Which steps of a plan wait for which, and in how many layers that puts them.
#pragma once

#include <string>
#include <vector>

#include "report/plan_reading.hpp"

namespace activateur::report {

// A step waits for `at_least` of `of` things that earlier steps give.
struct step_wait {
  std::size_t step = 0;
  int at_least = 1, of = 1;
  std::vector<std::size_t> from;  // ascending
  [[nodiscard]] bool chosen() const { return at_least < of; }
};

struct step_order {
  std::vector<step_wait> waits;                  // by step
  std::vector<std::vector<std::size_t>> before;  // of each step, ascending
  std::vector<std::vector<std::size_t>> after;
  std::vector<std::size_t> layer;  // of each step, from 0: the longest way to it
  std::size_t layers = 0;
};

// By what steps need; where a document tells no needs, by what they open. A reference to an unknown, a later or the
// same step is left out: nothing waits for what comes after it.
step_order order_of(const plan_report& plan, const std::vector<step_mark>* marks);

}  // namespace activateur::report
