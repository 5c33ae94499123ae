// Documents "activateur/plan/1" and "activateur/plan-solution/1" (docs/schemas).
#include "territory/messages.hpp"
#include "territory/territory.hpp"
#include "territory/words.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

json document_of(const rule_outcome& r) {
  json out = {{"plugin", r.plugin}, {"version", r.plugin_version}, {"rule", r.rule}, {"reason", r.reason}};
  if (r.cost_euros) out["cost_euros"] = *r.cost_euros;
  if (!r.opportunity.empty()) out["opportunity"] = r.opportunity;
  return out;
}

json named(const std::vector<std::string>& competences, const std::map<std::string, std::string>& labels) {
  json out = json::array();
  for (const std::string& c : competences) {
    const auto label = labels.find(c);
    out.push_back({{"competence", c}, {"label", label == labels.end() ? c : label->second}});
  }
  return out;
}

std::string why(const planned_step& step, const plan_report& report, const std::map<std::string, std::string>& titles,
                language lang) {
  std::string out = step.imposed ? sentence(say::asked_for).text(lang) : "";
  if (!step.closes.empty())
    out.append(out.empty() ? "" : " ").append(sentence(say::closes, {listed(step.closes, report.labels)}).text(lang));
  if (!step.opens.empty())
    out.append(out.empty() ? "" : " ").append(sentence(say::prepares, {listed(step.opens, titles)}).text(lang));
  return out.empty() ? sentence(say::quickens).text(lang) : out;
}

std::string text_of(const plan_report& r, language lang) {
  const std::string& to = r.target_label.empty() ? r.target_id : r.target_label;
  const std::size_t open = r.unserved.size() + r.out_of_reach.size();
  if (!r.solution.feasible || (r.steps.empty() && open > 0))
    return sentence(say::plan_none, {to, std::to_string(r.unserved.size()), std::to_string(r.out_of_reach.size())})
        .text(lang);
  if (r.steps.empty()) return sentence(say::nothing_to_do, {to}).text(lang);
  return sentence(
             open > 0 ? say::plan_partial : say::plan_found,
             {counted(criterion::steps, static_cast<double>(r.steps.size()), lang),
              counted(criterion::weeks, r.solution.makespan, lang), counted(criterion::cost, r.solution.cost, lang),
              counted(criterion::hours, r.solution.hours, lang), to, std::to_string(open)})
      .text(lang);
}

json answer(const plan_solution& s) {
  return {{"feasible", s.feasible}, {"proven_infeasible", s.proven_infeasible},
          {"optimal", s.optimal},   {"objective", s.objective},
          {"bound", s.bound},       {"cost_euros", s.cost},
          {"hours", s.hours},       {"weeks", s.makespan},
          {"nodes", s.nodes}};
}

}  // namespace

json to_document(const plan_report& report, const context& with) {
  json out = answer(report.solution);
  out["schema"] = "activateur/plan/1";
  out["person"] = report.person;
  out["target"] = {{"id", report.target_id}, {"label", report.target_label}};
  out["territory"] = {{"id", report.territory_id}, {"name", report.territory_name}, {"fictitious", report.fictitious}};
  out["origin"] = to_date(report.origin);
  std::map<std::string, std::string> titles;
  for (const planned_step& s : report.steps) titles.emplace(s.action, s.title);
  out["steps"] = json::array();
  for (const planned_step& s : report.steps) {
    json step = {{"action", s.action},
                 {"title", s.title},
                 {"kind", s.kind},
                 {"provider", s.provider},
                 {"place", s.place},
                 {"start", to_date(s.start)},
                 {"start_week", s.start_week},
                 {"weeks", s.weeks},
                 {"end", to_date(s.end)},
                 {"cost_euros", s.cost_euros},
                 {"full_cost_euros", s.full_cost_euros},
                 {"hours", s.hours},
                 {"closes", named(s.closes, report.labels)},
                 {"gives", s.gives},
                 {"opens", s.opens},
                 {"why", why(s, report, titles, with.lang)}};
    if (s.session) step["session"] = to_text(*s.session);
    if (s.enrol_by) step["enrol_by"] = to_date(*s.enrol_by);
    if (!s.url.empty()) step["url"] = s.url;
    step["needs"] = json::array();
    for (const step_need& n : s.needs)
      step["needs"].push_back({{"at_least", n.at_least}, {"of", n.of}, {"steps", n.steps}});
    step["rules"] = json::array();
    for (const rule_outcome& r : s.rules) step["rules"].push_back(document_of(r));
    out["steps"].push_back(std::move(step));
  }
  out["unserved"] = named(report.unserved, report.labels);
  out["out_of_reach"] = named(report.out_of_reach, report.labels);
  out["exclusions"] = json::array();
  for (const rule_outcome& r : report.exclusions) out["exclusions"].push_back(document_of(r));
  out["not_imposed"] = json::array();
  for (const rule_outcome& r : report.not_imposed) out["not_imposed"].push_back(document_of(r));
  out["text"] = text_of(report, with.lang);
  out.update(report.answers);
  return out;
}

json to_document(const plan_problem& problem, const plan_solution& solution, const context&) {
  json out = answer(solution);
  out["schema"] = "activateur/plan-solution/1";
  if (!problem.name.empty()) out["name"] = problem.name;
  out["steps"] = json::array();
  const plan_names names = names_of(problem);
  for (const plan_step& s : solution.steps)
    out["steps"].push_back({{"action", names.action_ids[static_cast<std::size_t>(s.action)]}, {"start", s.start}});
  return out;
}

result<json> solved_document(const plan_problem& problem, const solve_limits& limits, const plan_questions& asked,
                             const context& with) {
  const result<plan_solution> solved = solve(problem, limits, with);
  if (!solved) return solved.why();
  json out = to_document(problem, *solved, with);
  const plan_names names = names_of(problem);
  if (auto answered = answer_questions(asked, {problem, *solved, {}, names}, limits, with, out); !answered)
    return std::move(answered).why();
  if (asked.explanation && !solved->feasible)
    if (auto answered = answer_obstacles(obstacles_in(problem), names, limits, with, out); !answered)
      return std::move(answered).why();
  return out;
}

}  // namespace activateur
