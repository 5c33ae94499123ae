/* activateur/follow.h - plans that are followed: states of steps, plans from now on, reminders.
 *
 * A followed plan is the document "activateur/plan/1" with `revision`, `journal`, and an `id` and a `state` in every
 * step. The host stores it and gives it back; the library keeps nothing. Every call that changes it gives a new
 * document and leaves the one it was given alone. */
#ifndef ACTIVATEUR_FOLLOW_H
#define ACTIVATEUR_FOLLOW_H

#include "activateur/plan.h"

ADP_BEGIN

/**
 * Begins to follow a plan: every step is proposed, the revision is 1.
 * @param plan     [in]  "activateur/plan/1", as adp_plan_compute gave it.
 * @param followed [out] the followed plan, owned by the caller, adp_document_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT no plan, or one that is followed already; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_follow(adp_session* session, const adp_document* plan, adp_document** followed);

/* What happened to a step; all texts are borrowed for the call. */
typedef struct adp_step_event {
  uint32_t struct_size;
  uint32_t flags;          /* none defined */
  int64_t at_ms;           /* when; 0: the session's clock */
  int64_t until_ms;        /* of a postponed step: not before this day; 0: after its date */
  adp_str step;            /* its id */
  adp_str state;           /* that it now has: agreed, postponed, under_way, done, failed, dropped */
  adp_str by;              /* who says so, a pseudonym; needed */
  adp_str reason;          /* needed where it is dropped */
  const adp_str* evidence; /* of a step that is done: ids or URLs; NULL: none */
  uint64_t evidence_count;
} adp_step_event;
#define ADP_STEP_EVENT_INIT \
  { sizeof(adp_step_event), 0, 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0 }

/**
 * Records what happened to a step. From each state, those it may become:
 *   proposed   agreed, postponed, dropped
 *   agreed     under_way, done, failed, postponed, dropped
 *   postponed  agreed, postponed, dropped
 *   under_way  done, failed, dropped
 * A step that gets under way in another week than planned has its dates from then on.
 * @param followed [in]  a followed plan.
 * @param event    [in]  borrowed.
 * @param changed  [out] the plan with the event, its revision one higher; owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT a plan that is not followed, a state the step may not get, no author, a moment after now;
 *         ADP_E_NOT_FOUND the step; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_record(adp_session* session, const adp_document* followed,
                                            const adp_step_event* event, adp_document** changed);

/**
 * The plan from now on. What is under way or agreed stays on its dates, what is done counts as held, what was dropped
 * is left out, what failed may come at a later session; the rest stays unless another plan is better by the policy's
 * plan.least_gain. `changes` says step by step what differs and why. What was spent on steps that are done or failed is
 * taken off the portfolio's budget.
 * @param followed  [in]  a followed plan.
 * @param portfolio [in]  as the person's portfolio is now.
 * @param target    [in]  as in adp_gap_compute; empty: the plan's own, which must be a job or another known name.
 * @param territory [in]  as the territory is now.
 * @param options   [in]  as in adp_plan_compute, without flags; NULL for defaults.
 * @param changed   [out] the plan from now on, its revision higher, or the same plan when nothing in it differs; owned
 * by the caller; NULL on failure.
 * @return as adp_plan_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_replan(adp_session* session, const adp_document* followed,
                                            const adp_document* portfolio, adp_str target,
                                            const adp_document* territory, const adp_plan_options* options,
                                            adp_document** changed);

/**
 * What is to be said of a followed plan at a moment: a last day to enrol, a start (a week before, and on the eve),
 * evidence to ask for after an end, a date that has passed. Lead times are the policy's plan.reminder_days. Each has an
 * id that stays the same while it is due: whoever keeps the ids says nothing twice.
 * @param at_ms     [in]  the moment; 0: the session's clock.
 * @param policy    [in]  "activateur/policy/1"; NULL: the built-in one.
 * @param reminders [out] "activateur/reminders/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_reminders(adp_session* session, const adp_document* followed, int64_t at_ms,
                                               const adp_document* policy, adp_document** reminders);

ADP_END

#endif
