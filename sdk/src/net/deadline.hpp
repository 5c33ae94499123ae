// How long the next wait may take: a bound on the step, within a bound on the whole.
#pragma once

#include <algorithm>
#include <chrono>

namespace activateur {

class deadline {
 public:
  using clock = std::chrono::steady_clock;
  using duration = std::chrono::milliseconds;

  explicit deadline(duration whole) : end_(clock::now() + whole) {}

  // The end of a step that may take `most`, never after the whole.
  [[nodiscard]] clock::time_point step(duration most) const { return std::min(end_, clock::now() + most); }
  [[nodiscard]] bool passed() const { return clock::now() >= end_; }

 private:
  clock::time_point end_;
};

}  // namespace activateur
