#include <algorithm>
#include <cmath>

#include "planning/answer_messages.hpp"
#include "planning/answers_document.hpp"

namespace activateur {
namespace {

namespace say = answer_messages;
std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr std::size_t clauses_max = 4;  // of a "because"

const message& title(criterion c) {
  switch (c) {
    case criterion::weeks: return say::fastest;
    case criterion::cost: return say::cheapest;
    case criterion::hours: return say::lightest;
    case criterion::distance: return say::closest;
    case criterion::steps: return say::fewest;
  }
  return say::advised;
}

const message& against(const alternative& other, bool advised) {
  if (advised || other.best_in.empty()) return say::to_advised;
  switch (other.best_in.front().of) {
    case criterion::weeks: return say::to_fastest;
    case criterion::cost: return say::to_cheapest;
    case criterion::hours: return say::to_lightest;
    case criterion::distance: return say::to_closest;
    case criterion::steps: return say::to_fewest;
  }
  return say::to_advised;
}

std::string more_text(criterion c, double more, language lang) {
  const std::string amount = counted(c, std::abs(more), lang);
  const message* how = more < 0 ? &say::less : &say::more;
  if (c == criterion::weeks) how = more < 0 ? &say::sooner : &say::later;
  if ((c == criterion::steps || c == criterion::hours) && more < 0) how = &say::fewer;
  return sentence(*how, {amount}).text(lang);
}

std::string step_text(const plan_problem& problem, int a, const plan_names& names, language lang) {
  const action& what = problem.actions[at(a)];
  return sentence(say::with_figures,
                  {quoted(names.actions[at(a)], lang),
                   counted(criterion::weeks, what.duration, lang) + ", " + counted(criterion::cost, what.cost, lang)})
      .text(lang);
}

std::string step_texts(const plan_problem& problem, const std::vector<int>& actions, const plan_names& names,
                       language lang) {
  std::vector<std::string> out;
  for (const int a : actions) out.push_back(step_text(problem, a, names, lang));
  return enumerated(out, lang);
}

json claims_document(const alternative& a) {
  json out = json::array();
  for (const claim& c : a.best_in)
    out.push_back({{"criterion", name_of(c.of)},
                   {"value", a.has.of(c.of)},
                   {"bound", c.bound},
                   {"proven", c.proven},
                   {"tie_proven", c.tie_proven}});
  return out;
}

json plan_document(const plan_problem& problem, const alternative& a, const plan_names& names) {
  json out = figures_document(problem, a.solution, a.has);
  out["steps"] = steps_document(problem, a.solution, names);
  out["best_in"] = claims_document(a);
  return out;
}

std::string proofs(const alternative& a, language lang) {
  std::vector<std::string> out;
  const bool all = std::all_of(a.best_in.begin(), a.best_in.end(), [](const claim& c) { return c.proven; });
  if (all) return a.best_in.empty() ? "" : sentence(say::proven).text(lang);
  for (const claim& c : a.best_in)
    if (!c.proven) out.push_back(sentence(say::no_less, {counted(c.of, c.bound, lang)}).text(lang));
  return sentences_joined(out);
}

}  // namespace

json ids_document(const std::vector<int>& which, const std::vector<json>& ids) {
  json out = json::array();
  for (const int i : which) out.push_back(ids[at(i)]);
  return out;
}

json figures_document(const plan_problem&, const plan_solution& plan, const plan_figures& has) {
  return {{"objective", plan.objective},    {"optimal", plan.optimal}, {"weeks", plan.makespan},
          {"cost_euros", has.cost},         {"hours", has.hours},      {"distance_km", has.distance},
          {"step_count", plan.steps.size()}};
}

std::string figures_text(const plan_figures& has, language lang) {
  std::string out =
      sentence(say::figures, {counted(criterion::steps, has.steps, lang), counted(criterion::weeks, has.weeks, lang),
                              counted(criterion::cost, has.cost, lang), counted(criterion::hours, has.hours, lang)})
          .text(lang);
  if (has.distance > 0) out.append(", ").append(counted(criterion::distance, has.distance, lang));
  return out;
}

json steps_document(const plan_problem& problem, const plan_solution& plan, const plan_names& names) {
  json out = json::array();
  for (const plan_step& s : plan.steps)
    out.push_back({{"action", names.action_ids[at(s.action)]},
                   {"title", names.actions[at(s.action)]},
                   {"start_week", s.start},
                   {"weeks", problem.actions[at(s.action)].duration}});
  return out;
}

std::string compare(const plan_problem& problem, const alternative& one, const alternative& other,
                    const plan_names& names, language lang, json& out) {
  const plan_difference d = difference_of(problem, one, other);
  out["weeks"] = d.more.weeks;
  out["cost_euros"] = d.more.cost;
  out["hours"] = d.more.hours;
  out["distance_km"] = d.more.distance;
  out["step_count"] = d.more.steps;
  out["objective"] = one.solution.objective - other.solution.objective;
  std::vector<std::string> gains, losses, clauses;
  for (const criterion c : all_criteria) {
    const double more = d.more.of(c);
    if (std::abs(more) < 0.005) continue;
    (more < 0 ? gains : losses).push_back(more_text(c, more, lang));
  }
  std::vector<int> gained, lost;
  for (const auto& e : d.exchanges) {
    if (e.gained >= 0) gained.push_back(e.gained);
    lost.insert(lost.end(), e.lost.begin(), e.lost.end());
    if (e.gained < 0)
      clauses.push_back(sentence(say::dropped, {step_texts(problem, e.lost, names, lang)}).text(lang));
    else if (e.lost.empty())
      clauses.push_back(sentence(say::added, {step_text(problem, e.gained, names, lang)}).text(lang));
    else
      clauses.push_back(sentence(say::stands_for,
                                 {step_text(problem, e.gained, names, lang), step_texts(problem, e.lost, names, lang)})
                            .text(lang));
  }
  out["gained"] = ids_document(gained, names.action_ids);
  out["lost"] = ids_document(lost, names.action_ids);
  if (clauses.size() > clauses_max) {
    const std::string others = std::to_string(clauses.size() - clauses_max + 1);
    clauses.resize(clauses_max - 1);
    clauses.push_back(sentence(say::other_changes, {others}).text(lang));
  }
  if (clauses.empty()) clauses.push_back(sentence(say::other_dates).text(lang));

  const std::string better = enumerated(gains, lang);
  const std::string worse = enumerated(losses, lang);
  std::string figures;
  if (gains.empty() && losses.empty())
    figures = sentence(say::same_figures).text(lang);
  else if (losses.empty())
    figures = sentence(say::gain, {better}).text(lang);
  else if (gains.empty())
    figures = sentence(say::loss, {worse}).text(lang);
  else
    figures = sentence(say::trade, {better, worse}).text(lang);
  return sentence(say::because, {figures, enumerated(clauses, lang)}).text(lang);
}

json document_of(const plan_problem& problem, const std::vector<alternative>& plans, const plan_names& names,
                 language lang) {
  json out = json::array();
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const alternative& a = plans[i];
    json one = plan_document(problem, a, names);
    std::vector<std::string> titles;
    if (i == 0) titles.push_back(sentence(say::advised).text(lang));
    for (const claim& c : a.best_in) titles.push_back(sentence(title(c.of)).text(lang));
    one["advised"] = i == 0;
    one["title"] = capitalised(enumerated(titles, lang));
    one["text"] = sentences_joined(
        {sentence(say::summary, {one["title"].get<std::string>(), figures_text(a.has, lang)}).text(lang),
         proofs(a, lang)});
    one["against"] = json::array();
    for (std::size_t j = 0; j < plans.size(); ++j) {
      if (j == i) continue;
      json differs = {{"other", j}};
      const std::string how = compare(problem, a, plans[j], names, lang, differs);
      differs["text"] = sentence(against(plans[j], j == 0), {how}).text(lang);
      one["against"].push_back(std::move(differs));
    }
    out.push_back(std::move(one));
  }
  return out;
}

json document_of(const plan_problem& problem, const plan_front& front, const plan_names& names, language lang) {
  json out = {{"first", name_of(front.first)}, {"second", name_of(front.second)}, {"complete", front.complete}};
  out["points"] = json::array();
  for (std::size_t i = 0; i < front.points.size(); ++i) {
    const alternative& a = front.points[i].plan;
    json one = plan_document(problem, a, names);
    one.erase("best_in");
    one["proven"] = front.points[i].proven;
    std::string than;
    if (i > 0) {
      json differs = json::object();
      const std::string how = compare(problem, a, front.points[i - 1].plan, names, lang, differs);
      than = sentence(say::to_previous, {how}).text(lang);
      differs["text"] = than;
      one["against_previous"] = std::move(differs);
    }
    one["text"] = sentences_joined(
        {sentence(say::summary, {sentence(say::point, {std::to_string(i + 1)}).text(lang), figures_text(a.has, lang)})
             .text(lang),
         than, sentence(front.points[i].proven ? say::proven : say::not_proven).text(lang)});
    out["points"].push_back(std::move(one));
  }
  return out;
}

}  // namespace activateur
