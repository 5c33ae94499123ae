// How much work a solve may still do.
#pragma once

#include <chrono>

#include "planning/solve.hpp"

namespace activateur {

// Counts nodes (one construction or one node of a search tree each); reads the clock only when seconds were given.
class work_budget {
 public:
  work_budget(const solve_limits& limits, const context& with)
      : limit_(limits.nodes != 0    ? limits.nodes
               : limits.seconds > 0 ? 0
                                    : default_nodes),
        seconds_(limits.seconds),
        with_(with) {
    if (seconds_ > 0) begun_ = std::chrono::steady_clock::now();
  }

  // When neither limit is given: about a second for a large problem, enough to prove everyday ones optimal.
  static constexpr std::uint64_t default_nodes = 30'000;

  // False: stop (out of budget or cancelled).
  bool spend(std::uint64_t nodes = 1) {
    used_ += nodes;
    if (cancelled_ || over_) return false;
    if (limit_ != 0 && used_ >= limit_) over_ = true;
    if (used_ >= next_look_) {
      next_look_ = used_ + look_every;
      if (seconds_ > 0 && elapsed() >= seconds_) over_ = true;
      if (!with_.progress.at(done(), total())) cancelled_ = true;
    }
    return !cancelled_ && !over_;
  }
  // Whether to go on, asked anew.
  bool look() {
    next_look_ = used_;
    return spend(0);
  }
  [[nodiscard]] std::uint64_t used() const { return used_; }
  // The nodes of a piece of work that may take `nodes`.
  [[nodiscard]] std::uint64_t until(std::uint64_t nodes) const {
    return limit_ != 0 ? std::min(limit_, used_ + nodes) : used_ + nodes;
  }
  [[nodiscard]] bool over() const { return over_ || cancelled_; }
  [[nodiscard]] bool cancelled() const { return cancelled_; }

 private:
  static constexpr std::uint64_t look_every = 32;
  [[nodiscard]] double elapsed() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  }
  [[nodiscard]] std::uint64_t done() const { return limit_ != 0 ? std::min(used_, limit_) : used_; }
  [[nodiscard]] std::uint64_t total() const { return limit_; }

  std::uint64_t limit_;
  double seconds_;
  const context& with_;
  std::chrono::steady_clock::time_point begun_{};
  std::uint64_t used_ = 0;
  std::uint64_t next_look_ = 0;
  bool over_ = false, cancelled_ = false;
};

}  // namespace activateur
