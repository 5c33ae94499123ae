// A plan that is followed: "activateur/plan/1" whose steps have an id and a state, with a revision and a journal.
#pragma once

#include "territory/territory.hpp"

namespace activateur {

enum class followed_state { proposed, agreed, postponed, under_way, done, failed, dropped };
std::string_view name(followed_state s);
std::optional<followed_state> followed_state_named(std::string_view text);

// What may be recorded of a step: from each state, those it may become.
//   proposed   agreed, postponed, dropped
//   agreed     under_way, done, failed, postponed, dropped
//   postponed  agreed, postponed, dropped
//   under_way  done, failed, dropped
// The others are the end of a step; what failed may come again as a new one.
std::vector<followed_state> may_become(followed_state from);

// What happened to a step.
struct step_event {
  std::string step;                   // its id
  std::string state;                  // that it now has
  std::string by;                     // who says so, under a pseudonym
  std::optional<instant> at;          // nothing: now
  std::string reason;                 // needed where it is dropped
  std::vector<std::string> evidence;  // of what is done: ids, URLs
  std::optional<instant> until;       // of what is postponed: not before; nothing: after its date
};

// Begins: every step is proposed, revision 1. Refuses a plan that is followed already.
result<json> follow_plan(const json& plan, const context& with);

// The plan with the event; the revision grows. A step that gets under way in another week than planned has its dates
// from then on.
result<json> record_event(const json& followed, const step_event& what, const context& with);

// What a new plan is computed from.
struct replan_request {
  const portfolio& person;
  const gap_report& gap;
  const territory& in;
  const std::vector<rule_provider>& rules;
  const policy& by;
  const solve_limits& limits;
};

// The plan from now on. What is under way or agreed stays on its dates, what is done is held, what was dropped is left
// out, what failed may come at a later session. What still holds of the rest stays unless another plan is better by the
// policy's least gain. `changes` says what differs and why. When nothing does, this is the plan that was given.
result<json> replan(const json& followed, const replan_request& from, const context& with);

// The id of the target of a followed plan.
result<std::string> followed_target(const json& followed);

// Document "activateur/reminders/1": what is to be said at the moment `with.now`. Each has an id that stays the same
// while it is due.
result<json> reminders_due(const json& followed, const policy& by, const context& with);

}  // namespace activateur
