// activateur/follow.hpp - what happened to a step of a followed plan.
#pragma once

#include <activateur/follow.h>

#include <string_view>
#include <vector>

#include "activateur/document.hpp"

namespace activateur {

// As adp_step_event has it; views are borrowed for the call.
struct step_event {
  std::string_view step;
  std::string_view state;
  std::string_view by;
  std::int64_t at_ms = 0;  // 0: the session's clock
  std::string_view reason{};
  std::vector<std::string_view> evidence{};
  std::int64_t until_ms = 0;  // of a postponed step; 0: after its date
};

}  // namespace activateur
