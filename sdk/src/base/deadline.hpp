// How long an operation, or its next wait, may still take: a bound on the step, within a bound on the whole.
#pragma once

#include <algorithm>
#include <chrono>

namespace activateur {

class deadline {
 public:
  using clock = std::chrono::steady_clock;
  using duration = std::chrono::milliseconds;
  using source = clock::time_point (*)();  // tells the time; never goes back

  explicit deadline(duration whole, source now = clock::now) : now_(now), end_(now() + whole) {}

  // The end of a step that may take `most`, never after the whole.
  [[nodiscard]] clock::time_point step(duration most) const { return std::min(end_, now_() + most); }
  [[nodiscard]] bool passed() const { return now_() >= end_; }

 private:
  source now_;
  clock::time_point end_;
};

}  // namespace activateur
