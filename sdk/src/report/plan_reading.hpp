// A plan as its document tells it: what every way of showing it outside starts from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "territory/territory.hpp"

namespace activateur {

// How far a step is; `untold` when the document does not say.
enum class step_state { untold, proposed, agreed, postponed, under_way, done, failed, dropped };
std::string_view name(step_state s);  // "under_way"; "" for untold

struct step_mark {
  std::string id;  // of the step in its plan; empty: its action names it
  step_state state = step_state::untold;
};

// Weeks count from the first step: what is past of a followed plan lies before the week 0 of its document.
struct written_plan {
  plan_report plan;  // its gap is empty; its steps in order of start
  std::string id;    // may be empty
  int revision = 0;
  std::vector<step_mark> marks;  // one a step
};

// Document "activateur/plan/1".
result<written_plan> read_plan(const json& document, const std::string& source);

}  // namespace activateur
