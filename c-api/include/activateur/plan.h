/* activateur/plan.h - action plans: the best way to close a gap with what a territory offers. */
#ifndef ACTIVATEUR_PLAN_H
#define ACTIVATEUR_PLAN_H

#include "activateur/gap.h"

ADP_BEGIN

/* Flags of adp_plan_options: what is asked besides the plan. Each adds members to the document. Since: 0.4. */
/* "alternatives": the fastest plan, the cheapest, the closest, the one of fewest steps, compared with each other. */
#define ADP_PLAN_ALTERNATIVES 1u
/* "explanation": why each step is there, what refusing it would cost, how long it can wait, what holds the goal back.
 * "obstacles", when the whole goal is not reached: what stands in the way, the least that would have to change. */
#define ADP_PLAN_EXPLANATION 2u
/* "front": two of these: every trade between the two that no other plan beats. */
#define ADP_PLAN_FRONT_WEEKS 256u
#define ADP_PLAN_FRONT_COST 512u
#define ADP_PLAN_FRONT_HOURS 1024u
#define ADP_PLAN_FRONT_DISTANCE 2048u /* km, one way to the place of each step */
#define ADP_PLAN_FRONT_STEPS 4096u

typedef struct adp_plan_options {
  uint32_t struct_size;
  uint32_t flags;               /* ADP_PLAN_...; each search of an answer has a tenth of the limits below */
  int64_t at_ms;                /* as of this moment; 0: the session's clock. Week 0 is the Monday after */
  const adp_snapshot* snapshot; /* as in adp_gap_options */
  const adp_document* policy;   /* as in adp_gap_options */
  uint64_t node_limit;          /* work units: the same plan on every machine; 0: a default */
  int64_t time_limit_ms;        /* wall clock; 0: none. The plan then depends on the machine's speed */
  uint64_t seed;                /* of the search */
  /* How many search at the same time, at most 64; 0: the calling one alone. They share the limit of nodes. The same
   * plan whatever the machine for the same number and the same limit of nodes; progress is told on the calling thread
   * alone. Since: 0.4. */
  uint32_t threads;
  uint32_t reserved;
} adp_plan_options;
#define ADP_PLAN_OPTIONS_INIT \
  { sizeof(adp_plan_options), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Computes the gap, then the plan that closes as much of it as the territory and the person's constraints allow.
 * @param portfolio [in]  "activateur/portfolio/1", with the person's constraints.
 * @param target    [in]  as in adp_gap_compute.
 * @param territory [in]  "activateur/territory/1"; the plugins it names must be loaded in the engine.
 * @param options   [in]  borrowed; NULL for defaults.
 * @param plan      [out] "activateur/plan/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return ADP_OK, also when nothing can be planned (the plan then says why); ADP_E_INPUT; ADP_E_NOT_FOUND a job or a
 *         plugin; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_USAGE, also for a front of other than two criteria;
 * ADP_E_NOMEM. Thread: [handle-exclusive] on the session. Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_compute(adp_session* session, const adp_document* portfolio, adp_str target,
                                             const adp_document* territory, const adp_plan_options* options,
                                             adp_document** plan);

/**
 * Solves a bare plan problem (docs/schemas/plan-problem.json).
 * @param options [in] flags, node_limit, time_limit_ms, seed and threads are used; NULL for defaults.
 * @param plan    [out] "activateur/plan-solution/1", owned by the caller; NULL on failure.
 * @return as adp_plan_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_solve(adp_session* session, const adp_document* problem,
                                           const adp_plan_options* options, adp_document** plan);

/* One step of a plan; the strings are borrowed from the plan. */
typedef struct adp_plan_step {
  uint32_t struct_size;
  int32_t start_week; /* from week 0 */
  int32_t weeks;
  uint32_t action_number; /* of a bare problem: the action's position */
  adp_str action;         /* id of the opportunity; empty for an action that has none */
  adp_str title;
  double cost_euros; /* left to pay */
  double hours;
} adp_plan_step;
#define ADP_PLAN_STEP_INIT \
  { sizeof(adp_plan_step), 0, 0, 0, {0, 0}, {0, 0}, 0, 0 }

/**
 * How many steps a plan, or the solution of a bare problem, holds; 0 when the document is neither.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API size_t ADP_CALL adp_plan_step_count(const adp_document* plan);

/**
 * A step by position, in order of start. Numbers beyond those of the struct become the nearest it has.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_step_at(const adp_document* plan, size_t position, adp_plan_step* step);

/**
 * The HTML report of gap and plan: self-contained, accessible, printable, in the session's language.
 * @param territory [in]  NULL: the gap alone.
 * @param html      [out] one UTF-8 HTML document; adp_bytes_free.
 * @return as adp_plan_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_report_render(adp_session* session, const adp_document* portfolio, adp_str target,
                                              const adp_document* territory, const adp_plan_options* options,
                                              adp_bytes* html);

/**
 * adp_plan_compute and adp_report_render by one search: the page shows this very plan, also under a limit of time.
 * @param plan [out] "activateur/plan/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @param html [out] one UTF-8 HTML document; adp_bytes_free.
 * @return as adp_plan_compute; either both are given or none.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_report(adp_session* session, const adp_document* portfolio, adp_str target,
                                            const adp_document* territory, const adp_plan_options* options,
                                            adp_document** plan, adp_bytes* html);

typedef struct adp_plan_render_options {
  uint32_t struct_size;
  uint32_t flags;      /* none defined */
  int64_t at_ms;       /* the moment written into the output; 0: the session's clock */
  uint64_t alarm_days; /* "ics": remind of a last day to enrol so many days before, at most 366; 0: 7 */
} adp_plan_render_options;
#define ADP_PLAN_RENDER_OPTIONS_INIT \
  { sizeof(adp_plan_render_options), 0, 0, 0 }

/**
 * A plan as others read it, in the session's language; the same bytes for the same plan, format, language and moment.
 *
 * | format          | what                                                                                  |
 * |-----------------|---------------------------------------------------------------------------------------|
 * | "html"          | one page: self-contained, accessible, printable                                       |
 * | "svg"           | the steps over time, hours a week, payments                                           |
 * | "graph"         | SVG: which step waits for which                                                       |
 * | "ics"           | iCalendar (RFC 5545, RFC 9253): sessions are events, steps without a date are tasks   |
 * | "mermaid"       | Mermaid, a Gantt chart                                                                |
 * | "mermaid-graph" | Mermaid, a flowchart                                                                  |
 * | "csv"           | a line a step (RFC 4180); no text is taken for a formula                              |
 * | "demarches"     | JSON in the shape of the "demarches" of France Travail (docs/schemas/demarches.json)  |
 *
 * @param plan    [in]  "activateur/plan/1", computed or read from a file; its steps may tell how far they are.
 * @param format  [in]  one of the above.
 * @param options [in]  borrowed; NULL for defaults.
 * @param output  [out] UTF-8; adp_bytes_free.
 * @return ADP_OK; ADP_E_INPUT the document is no such plan; ADP_E_USAGE the format is unknown; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plan_render(adp_session* session, const adp_document* plan, adp_str format,
                                            const adp_plan_render_options* options, adp_bytes* output);

ADP_END

#endif
