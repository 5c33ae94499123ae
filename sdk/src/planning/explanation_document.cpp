#include "planning/answer_messages.hpp"
#include "planning/answers_document.hpp"

namespace activateur {
namespace {

namespace say = answer_messages;
std::size_t at(int i) { return static_cast<std::size_t>(i); }

class writer {
 public:
  writer(const plan_problem& problem, const plan_solution& plan, const plan_explanation& why,
         const std::vector<double>& distance, const plan_names& names, language lang)
      : problem_(problem),
        why_(why),
        names_(names),
        lang_(lang),
        plan_{{}, plan, figures_of(problem, plan, distance)} {}

  json run() const {
    json out = {{"steps", json::array()}, {"critical", json::array()}, {"landmarks", json::array()}};
    for (std::size_t i = 0; i < why_.steps.size(); ++i) out["steps"].push_back(step(i));
    for (const chain_link& l : why_.critical) out["critical"].push_back(link(l));
    out["landmarks"] = ids_document(why_.landmarks, names_.fact_ids);
    std::vector<std::string> chain;
    for (const json& l : out["critical"]) chain.push_back(l["text"].get<std::string>());
    out["text"] = sentences_joined(chain);
    return out;
  }

 private:
  [[nodiscard]] int action_of(int position) const { return plan_.solution.steps[at(position)].action; }
  [[nodiscard]] json id_of(int position) const { return names_.action_ids[at(action_of(position))]; }
  [[nodiscard]] std::string name_of_step(int position) const {
    return quoted(names_.actions[at(action_of(position))], lang_);
  }
  [[nodiscard]] json ids(const std::vector<int>& positions) const {
    json out = json::array();
    for (const int p : positions) out.push_back(id_of(p));
    return out;
  }
  [[nodiscard]] std::string names_of_steps(const std::vector<int>& positions) const {
    std::vector<std::string> out;
    for (const int p : positions) out.push_back(name_of_step(p));
    return enumerated(out, lang_);
  }
  [[nodiscard]] std::string groups(const std::vector<int>& which) const {
    std::vector<std::string> out;
    for (const int g : which) out.push_back(text_of(problem_.goal[at(g)], names_, lang_));
    return enumerated(out, lang_);
  }
  [[nodiscard]] json facts_of(const std::vector<int>& which) const {
    json out = json::array();
    for (const int g : which) out.push_back(ids_document(problem_.goal[at(g)].facts, names_.fact_ids));
    return out;
  }

  [[nodiscard]] json refusal_of(const step_reason& r, std::string& text) const {
    if (!r.refused.asked) return nullptr;
    json out = {{"possible", r.refused.possible}, {"proven", r.refused.proven}};
    if (r.refused.possible || !r.refused.proven) out["bound"] = r.refused.bound;
    if (r.refused.possible) {
      json differs = json::object();
      const std::string how = compare(problem_, *r.refused.plan, plan_, names_, lang_, differs);
      text = sentences_joined({sentence(say::refused, {how}).text(lang_),
                               sentence(r.refused.proven ? say::proven : say::not_proven).text(lang_)});
      out["objective"] = r.refused.plan->solution.objective;
      out["more"] = std::move(differs);
    } else {
      text = sentence(r.refused.proven ? say::refused_never : say::refused_unknown).text(lang_);
    }
    out["text"] = text;
    return out;
  }

  [[nodiscard]] json step(std::size_t i) const {
    const step_reason& r = why_.steps[i];
    const int start = plan_.solution.steps[i].start;
    std::vector<std::string> text;
    const auto add = [&](bool when, const message& what, const std::string& about) {
      if (when) text.push_back(sentence(what, {about}).text(lang_));
    };
    add(!r.closes.empty(), say::closes_alone, groups(r.closes));
    add(!r.serves.empty(), say::serves, groups(r.serves));
    add(!r.needed_by.empty(), say::needed_by, names_of_steps(r.needed_by));
    add(r.hastens > 0, say::hastens, counted(criterion::weeks, r.hastens, lang_));
    add(r.closes.empty() && r.serves.empty() && r.needed_by.empty() && r.hastens <= 0, say::idle, "");
    add(r.landmark, say::landmark, "");
    std::string refused;
    json refusal = refusal_of(r, refused);
    if (!r.landmark) text.push_back(refused);
    const int slack = r.slack.latest - start;
    add(slack > 0, say::may_wait, counted(criterion::weeks, slack, lang_));
    add(slack == 0 && r.slack.proven, say::cannot_wait, "");
    json out = {{"action", id_of(static_cast<int>(i))},
                {"title", names_.actions[at(action_of(static_cast<int>(i)))]},
                {"closes", facts_of(r.closes)},
                {"serves", facts_of(r.serves)},
                {"needed_by", ids(r.needed_by)},
                {"hastens_weeks", r.hastens},
                {"landmark", r.landmark},
                {"latest_start_week", r.slack.latest},
                {"latest_proven", r.slack.proven},
                {"latest_alone_week", r.slack.alone},
                {"slack_weeks", slack},
                {"alongside", ids(r.alongside)},
                {"any_order", ids(r.any_order)},
                {"text", sentences_joined(text)}};
    if (!refusal.is_null()) out["refused"] = std::move(refusal);
    return out;
  }

  [[nodiscard]] json link(const chain_link& l) const {
    const std::string step = name_of_step(l.step);
    json out = {{"action", id_of(l.step)}, {"held_by", name_of(l.by)}};
    if (l.after >= 0) out["after"] = id_of(l.after);
    const message* how = &say::from_start;
    std::vector<std::string> about{step};
    switch (l.by) {
      case hold::start: break;
      case hold::prerequisite: how = &say::after_step; break;
      case hold::capacity: how = l.after >= 0 ? &say::full_weeks : &say::short_weeks; break;
      case hold::calendar: how = &say::for_session; break;
      case hold::free: how = &say::could_start; break;
    }
    if (l.after >= 0) about.push_back(name_of_step(l.after));
    out["text"] = sentence(*how, about).text(lang_);
    return out;
  }

  const plan_problem& problem_;
  const plan_explanation& why_;
  const plan_names& names_;
  language lang_;
  alternative plan_;
};

}  // namespace

json document_of(const plan_problem& problem, const plan_solution& plan, const plan_explanation& why,
                 const std::vector<double>& distance, const plan_names& names, language lang) {
  return writer(problem, plan, why, distance, names, lang).run();
}

}  // namespace activateur
