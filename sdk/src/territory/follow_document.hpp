// A followed plan as read: what its operations need, beside the document itself.
#pragma once

#include "territory/follow.hpp"

namespace activateur {

struct followed_step {
  std::string id, action, title, kind, provider, place;
  followed_state state = followed_state::proposed;
  instant start, end;
  int weeks = 0;
  double cost_euros = 0, hours = 0;
  std::vector<std::string> closes, gives, opens;
  std::optional<instant> enrol_by;
  std::optional<instant> recorded_at, until;  // of the last event
  bool evidence = false;                      // some was given
  bool begun = false;                         // it has been under way: its cost is spent
  bool by_plan = false;                       // no person said so: no plan could have it any more
  const json* said = nullptr;                 // in the document that was read

  [[nodiscard]] bool ended() const { return state >= followed_state::done; }
};

struct followed_plan {
  const json* document = nullptr;
  int revision = 0;
  std::string person, target;
  instant origin;
  std::string since;                 // when following began
  std::vector<followed_step> steps;  // in the document's order
  std::vector<std::string> unserved, out_of_reach, not_imposed;
  json journal;
};

// Who is said to have changed a step that no plan could have any more.
inline constexpr std::string_view plan_author = "activateur";

// Reads strictly what it needs and leaves the other members alone. Fails for a plan that is not followed. The document
// outlives it.
result<followed_plan> read_followed(const json& document, const std::string& source);

// The id of a further step for an opportunity: its own, or with a number that no step has.
std::string new_step_id(const std::string& action, const std::vector<std::string>& taken);

}  // namespace activateur
