#include "activateur/follow.h"

#include "analysis_call.hpp"
#include "plan_options.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr std::uint64_t evidence_most = 10'000;  // more is no list that a caller meant

std::optional<instant> moment(std::int64_t ms) {
  if (ms == 0) return std::nullopt;
  return moment_of(ms);
}

bool read_event(const adp_step_event* given, step_event& out) {
  adp_step_event known;
  if (given == nullptr || !copy_options(given, known) || known.flags != 0) return false;
  const auto text = [](adp_str from, std::string& to) {
    std::string_view view;
    if (!read(from, view)) return false;
    to = view;
    return true;
  };
  if (!text(known.step, out.step) || !text(known.state, out.state) || !text(known.by, out.by) ||
      !text(known.reason, out.reason))
    return false;
  if (known.evidence_count > evidence_most || (known.evidence == nullptr && known.evidence_count > 0)) return false;
  for (std::uint64_t i = 0; i < known.evidence_count; ++i)
    if (!text(known.evidence[i], out.evidence.emplace_back())) return false;
  out.at = moment(known.at_ms);
  out.until = moment(known.until_ms);
  return true;
}

}  // namespace

adp_status adp_plan_follow(adp_session* session, const adp_document* plan, adp_document** followed) {
  clear(followed);
  return guarded(session, [&]() -> adp_status {
    if (plan == nullptr || followed == nullptr) return misuse(session, "plan or followed is NULL");
    return give_document(*session, follow_plan(plan->value, context_of(*session)), followed);
  });
}

adp_status adp_plan_record(adp_session* session, const adp_document* followed, const adp_step_event* event,
                           adp_document** changed) {
  clear(changed);
  return guarded(session, [&]() -> adp_status {
    step_event known;
    if (followed == nullptr || changed == nullptr) return misuse(session, "followed or changed is NULL");
    if (!read_event(event, known)) return misuse(session, "event is not understood");
    return give_document(*session, record_event(followed->value, known, context_of(*session)), changed);
  });
}

adp_status adp_plan_replan(adp_session* session, const adp_document* followed, const adp_document* portfolio,
                           adp_str target, const adp_document* territory, const adp_plan_options* options,
                           adp_document** changed) {
  clear(changed);
  return guarded(session, [&]() -> adp_status {
    adp_plan_options known;
    analysis_request asked;
    if (followed == nullptr || territory == nullptr || changed == nullptr)
      return misuse(session, "followed, territory or changed is NULL");
    // What is asked of a plan besides is asked of one that is not followed.
    if (!read_options(options, known) || known.flags != 0) return misuse(session, "options are not understood");
    if (!read_request(portfolio, target, known, asked)) return misuse(session, "portfolio or target is NULL");
    asked.territory = &territory->value;
    asked.limits = limits_of(known);
    return give_document(*session, session->core->replan(followed->value, asked, context_of(*session, known.at_ms)),
                         changed);
  });
}

adp_status adp_plan_reminders(adp_session* session, const adp_document* followed, int64_t at_ms,
                              const adp_document* policy, adp_document** reminders) {
  clear(reminders);
  return guarded(session, [&]() -> adp_status {
    if (followed == nullptr || reminders == nullptr) return misuse(session, "followed or reminders is NULL");
    return give_document(
        *session,
        engine::reminders(followed->value, policy == nullptr ? nullptr : &policy->value, context_of(*session, at_ms)),
        reminders);
  });
}
