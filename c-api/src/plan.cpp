#include "activateur/plan.h"

#include "analysis_call.hpp"
#include "plan_options.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

const json* steps_of(const adp_document* plan) {
  const json* list = list_of(plan, "activateur/plan/1", "steps");
  return list != nullptr ? list : list_of(plan, "activateur/plan-solution/1", "steps");
}

// Null when it is understood, else what is not.
const char* read_report(const adp_document* portfolio, adp_str target, const adp_document* territory,
                        const adp_plan_options* options, adp_plan_options& known, analysis_request& asked) {
  if (!read_options(options, known)) return "options are not understood";
  if (!read_request(portfolio, target, known, asked)) return "portfolio or target is NULL";
  asked.territory = territory == nullptr ? nullptr : &territory->value;
  asked.limits = limits_of(known);
  return nullptr;
}

}  // namespace

adp_status adp_plan_compute(adp_session* session, const adp_document* portfolio, adp_str target,
                            const adp_document* territory, const adp_plan_options* options, adp_document** plan) {
  if (plan != nullptr) *plan = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_plan_options known;
    analysis_request asked;
    if (plan == nullptr || territory == nullptr) return misuse(session, "territory or plan is NULL");
    if (!read_options(options, known)) return misuse(session, "options are not understood");
    if (!read_request(portfolio, target, known, asked)) return misuse(session, "portfolio or target is NULL");
    asked.territory = &territory->value;
    asked.limits = limits_of(known);
    asked.questions = *questions_of(known.flags);
    return give_document(*session, session->core->plan(asked, context_of(*session, known.at_ms)), plan);
  });
}

adp_status adp_plan_solve(adp_session* session, const adp_document* problem, const adp_plan_options* options,
                          adp_document** plan) {
  if (plan != nullptr) *plan = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_plan_options known;
    if (plan == nullptr || problem == nullptr) return misuse(session, "problem or plan is NULL");
    if (!read_options(options, known)) return misuse(session, "options are not understood");
    return give_document(*session,
                         engine::solve_problem(problem->value, limits_of(known), *questions_of(known.flags),
                                               context_of(*session, known.at_ms)),
                         plan);
  });
}

size_t adp_plan_step_count(const adp_document* plan) {
  const json* list = steps_of(plan);
  return list == nullptr ? 0 : list->size();
}

adp_status adp_plan_step_at(const adp_document* plan, size_t position, adp_plan_step* step) {
  const json* list = steps_of(plan);
  if (list == nullptr || step == nullptr) return ADP_E_USAGE;
  if (position >= list->size()) return ADP_E_NOT_FOUND;
  const json& one = (*list)[position];
  const bool named = one.contains("start_week");
  const adp_plan_step known = {sizeof(adp_plan_step),           whole_at<int32_t>(one, named ? "start_week" : "start"),
                               whole_at<int32_t>(one, "weeks"), whole_at<uint32_t>(one, "action"),
                               text_at(one, "action"),          text_at(one, "title"),
                               number_at(one, "cost_euros"),    number_at(one, "hours")};
  return fill(known, step);
}

adp_status adp_plan_render(adp_session* session, const adp_document* plan, adp_str format,
                           const adp_plan_render_options* options, adp_bytes* output) {
  clear(output);
  return guarded(session, [&]() -> adp_status {
    constexpr std::uint64_t alarm_days_max = 366;
    adp_plan_render_options known;
    std::string_view name;
    if (output == nullptr || plan == nullptr) return misuse(session, "plan or output is NULL");
    if (!copy_options(options, known) || known.flags != 0 || known.alarm_days > alarm_days_max)
      return misuse(session, "options are not understood");
    if (!read(format, name)) return misuse(session, "format is no text");
    plan_rendering how;
    if (known.alarm_days > 0) how.alarm_days = static_cast<int>(known.alarm_days);
    return hand_over(*session, render_plan(plan->value, name, how, context_of(*session, known.at_ms)), output);
  });
}

adp_status adp_report_render(adp_session* session, const adp_document* portfolio, adp_str target,
                             const adp_document* territory, const adp_plan_options* options, adp_bytes* html) {
  clear(html);
  return guarded(session, [&]() -> adp_status {
    adp_plan_options known;
    analysis_request asked;
    if (html == nullptr) return misuse(session, "html is NULL");
    if (const char* wrong = read_report(portfolio, target, territory, options, known, asked))
      return misuse(session, wrong);
    return hand_over(*session, session->core->report(asked, context_of(*session, known.at_ms)), html);
  });
}

adp_status adp_plan_report(adp_session* session, const adp_document* portfolio, adp_str target,
                           const adp_document* territory, const adp_plan_options* options, adp_document** plan,
                           adp_bytes* html) {
  clear(plan);
  clear(html);
  return guarded(session, [&]() -> adp_status {
    adp_plan_options known;
    analysis_request asked;
    if (territory == nullptr || plan == nullptr || html == nullptr)
      return misuse(session, "territory, plan or html is NULL");
    if (const char* wrong = read_report(portfolio, target, territory, options, known, asked))
      return misuse(session, wrong);
    asked.questions = *questions_of(known.flags);
    json shown;
    const result<std::string> page = session->core->report(asked, context_of(*session, known.at_ms), &shown);
    if (!page) return record(*session, page.why());
    if (const adp_status given = give(*page, html); given != ADP_OK) return given;
    const adp_status given = give_document(*session, std::move(shown), plan);
    if (given != ADP_OK) adp_bytes_free(html);
    return given;
  });
}
