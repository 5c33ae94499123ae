// Progress and cancellation of one call.
#pragma once

#include <atomic>
#include <functional>

#include "base/result.hpp"

namespace activateur {

// Given to every operation that may last. The host's callback is called on the calling thread only.
class progress_sink {
 public:
  // `done` of `total` units (`total` 0 when it is not known); false asks to stop.
  using callback = std::function<bool(std::uint64_t done, std::uint64_t total)>;

  progress_sink() = default;
  progress_sink(callback report, const std::atomic<bool>* stop) : report_(std::move(report)), stop_(stop) {}

  // Tells how far the operation is; false: stop now and return `cancelled()`.
  [[nodiscard]] bool at(std::uint64_t done, std::uint64_t total) const {
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) return false;
    return !report_ || report_(done, total);
  }

  static error cancelled();

 private:
  callback report_;
  const std::atomic<bool>* stop_ = nullptr;
};

}  // namespace activateur
