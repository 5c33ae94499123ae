// Pieces of work at the same time.
#pragma once

#include <functional>

#include "base/progress.hpp"

namespace activateur {

// Calls `job(i, told)` for every i below `count`, each on a thread of its own, the first on the calling one, where
// alone `host` is called; returns when all have ended: false when the host asked to stop. When the host asks to stop,
// `told` says so to all. What one of them throws stops the others and is thrown again. Where no thread is to be had,
// jobs run one after the other.
bool side_by_side(unsigned count, const std::function<void(unsigned, const progress_sink&)>& job,
                  const progress_sink& host);

}  // namespace activateur
