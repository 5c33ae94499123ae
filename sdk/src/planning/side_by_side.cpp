#include "planning/side_by_side.hpp"

#include <atomic>
#include <chrono>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace activateur {

bool side_by_side(unsigned count, const std::function<void(unsigned, const progress_sink&)>& job,
                  const progress_sink& host) {
  bool go_on = true;
  if (count == 1) {
    job(0, progress_sink(
               [&](std::uint64_t done, std::uint64_t total) {
                 go_on = go_on && host.at(done, total);
                 return go_on;
               },
               nullptr));
    return go_on;
  }
  std::atomic<bool> stop{false};
  std::atomic<unsigned> running{0};
  std::vector<std::exception_ptr> thrown(count);
  const auto run = [&](unsigned i, const progress_sink& told) noexcept {
    try {
      job(i, told);
    } catch (...) {
      thrown[i] = std::current_exception();
      stop = true;
    }
  };
  std::uint64_t last_done = 0, last_total = 0;
  const progress_sink asked(
      [&](std::uint64_t done, std::uint64_t total) {
        last_done = done;
        last_total = total;
        go_on = go_on && host.at(done, total);
        if (!go_on) stop = true;
        return !stop;
      },
      &stop);
  const progress_sink quiet({}, &stop);
  {
    std::vector<std::jthread> others;
    std::vector<unsigned> left;  // without a thread
    others.reserve(count);
    left.reserve(count);
    for (unsigned i = 1; i < count; ++i) {
      ++running;
      try {
        others.emplace_back([&, i] {
          run(i, quiet);
          --running;
        });
      } catch (const std::system_error&) {
        --running;
        left.push_back(i);
      }
    }
    run(0, asked);
    for (const unsigned i : left) run(i, asked);
    // The others may still be busy, and the host may still ask to stop.
    while (running != 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      try {
        (void)asked.at(last_done, last_total);
      } catch (...) {
        thrown[0] = std::current_exception();
        stop = true;
        break;
      }
    }
  }
  for (const std::exception_ptr& what : thrown)
    if (what) std::rethrow_exception(what);
  return go_on;
}

}  // namespace activateur
