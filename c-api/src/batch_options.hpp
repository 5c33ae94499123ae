// What batches and live maps read alike.
#pragma once

#include <algorithm>

#include "activateur/batch.h"
#include "guard.hpp"

namespace activateur::c_api {

// False: not understood.
inline bool read_batch_request(const adp_batch_options* options, adp_batch_options& known, batch_request& out) {
  if (!copy_options(options, known) || known.flags != 0 || known.reserved != 0 || known.threads > 256) return false;
  out.targets = known.targets == nullptr ? nullptr : &known.targets->value;
  out.policy = known.policy == nullptr ? nullptr : &known.policy->value;
  out.documents = known.snapshot == nullptr ? nullptr : known.snapshot->source();
  out.best = known.top;
  out.memory = known.memory_bytes;
  out.threads = std::max<std::uint32_t>(1, known.threads);
  return true;
}

}  // namespace activateur::c_api
