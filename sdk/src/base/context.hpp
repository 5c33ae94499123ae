// What every operation is given besides its input: language, time, progress.
#pragma once

#include "base/instant.hpp"
#include "base/language.hpp"
#include "base/progress.hpp"

namespace activateur {

struct context {
  language lang = language::fr;
  instant now;             // the only clock the engine reads
  progress_sink progress;  // may ask to stop
};

}  // namespace activateur
