// Inside analysis: the best of many scores that come by ascending number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace activateur {

class match_best {
 public:
  explicit match_best(std::size_t count) : count_(count) {}

  // Scores above `bar` alone are held.
  void begin(double bar = -std::numeric_limits<double>::infinity()) {
    held_.clear();
    bar_ = count_ == 0 ? std::numeric_limits<double>::infinity() : bar;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool enough() const { return held_.size() >= count_; }
  // Above this a score may be among the best; an equal one that comes later never is.
  [[nodiscard]] double bar() const { return bar_; }
  void add(double score, std::uint32_t number) {
    held_.push_back({score, number});
    if (held_.size() >= 2 * count_ + 64) cut();
  }

  struct held {
    double score = 0;
    std::uint32_t number = 0;
  };
  // Best first, of equal ones the lower number.
  [[nodiscard]] const std::vector<held>& sorted() {
    if (held_.size() > count_) cut();
    std::sort(held_.begin(), held_.end(), before);
    return held_;
  }

 private:
  static bool before(const held& a, const held& b) {
    return a.score != b.score ? a.score > b.score : a.number < b.number;
  }
  void cut() {
    const auto last = held_.begin() + static_cast<std::ptrdiff_t>(count_) - 1;
    std::nth_element(held_.begin(), last, held_.end(), before);
    bar_ = last->score;
    held_.resize(count_);
  }

  std::size_t count_;
  double bar_ = 0;
  std::vector<held> held_;
};

}  // namespace activateur
