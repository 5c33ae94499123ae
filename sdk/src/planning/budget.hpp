// How much work a solve may still do.
#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

#include "planning/solve.hpp"

namespace activateur {

// Counts nodes (one construction or one node of a search tree each); reads the clock only when seconds were given.
class work_budget {
 public:
  work_budget(const solve_limits& limits, progress_sink told)
      : total_(limits.nodes != 0    ? limits.nodes
               : limits.seconds > 0 ? 0
                                    : default_nodes),
        limit_(total_ != 0 ? total_ : unlimited),
        seconds_(limits.seconds),
        told_(std::move(told)) {
    if (seconds_ > 0) begun_ = std::chrono::steady_clock::now();
  }

  // When neither limit is given: about a second for a large problem, enough to prove everyday ones optimal.
  static constexpr std::uint64_t default_nodes = 30'000;

  // For work beside that of others: an equal share of the nodes left, counted by itself, on the same clock.
  [[nodiscard]] work_budget part(unsigned which, unsigned of, progress_sink told) const {
    work_budget out = *this;
    out.told_ = std::move(told);
    out.before_ = used_;
    out.used_ = out.next_look_ = 0;
    if (limit_ == unlimited) return out;
    const std::uint64_t left = limit_ - std::min(limit_, used_);
    out.limit_ = left / of + (which < left % of ? 1 : 0);
    out.over_ = out.over_ || out.limit_ == 0;
    return out;
  }
  // Counts what was done with a part.
  void join(const work_budget& part) {
    cancelled_ = cancelled_ || part.cancelled_;
    (void)spend(part.used_);
  }

  // False: stop (out of budget or cancelled).
  bool spend(std::uint64_t nodes = 1) {
    used_ += nodes;
    if (cancelled_ || over_) return false;
    if (used_ >= limit_) over_ = true;
    if (used_ >= next_look_) {
      next_look_ = used_ + look_every;
      if (seconds_ > 0 && elapsed() >= seconds_) over_ = true;
      if (!told_.at(done(), total_)) cancelled_ = true;
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
  [[nodiscard]] std::uint64_t until(std::uint64_t nodes) const { return std::min(limit_, used_ + nodes); }
  [[nodiscard]] bool over() const { return over_ || cancelled_; }
  [[nodiscard]] bool cancelled() const { return cancelled_; }

 private:
  static constexpr std::uint64_t look_every = 32;
  static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
  [[nodiscard]] double elapsed() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  }
  [[nodiscard]] std::uint64_t done() const { return total_ != 0 ? std::min(before_ + used_, total_) : before_ + used_; }

  std::uint64_t total_, limit_;  // of the whole solve, 0: none; of this part of it
  double seconds_;
  progress_sink told_;
  std::chrono::steady_clock::time_point begun_{};
  std::uint64_t before_ = 0;  // used by the whole when the part was made
  std::uint64_t used_ = 0;
  std::uint64_t next_look_ = 0;
  bool over_ = false, cancelled_ = false;
};

}  // namespace activateur
