#include "report/plan_words.hpp"

#include <algorithm>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {

std::string kind_in_words(language l, std::string_view kind) {
  const message* known = opportunity_words(kind);
  return known != nullptr ? say(l, *known) : std::string(kind);
}

std::string labels_of(const plan_report& plan, const std::vector<std::string>& competences, std::string_view between) {
  std::string out;
  for (const std::string& c : competences) {
    const auto label = plan.labels.find(c);
    out.append(out.empty() ? "" : between).append(label == plan.labels.end() ? c : label->second);
  }
  return out;
}

std::string titles_of(const plan_report& plan, const std::vector<std::size_t>& steps, std::string_view between) {
  std::string out;
  for (const std::size_t i : steps) out.append(out.empty() ? "" : between).append(plan.steps[i].title);
  return out;
}

std::string where_of(const planned_step& s) {
  if (s.provider.empty() || s.place.empty()) return s.provider + s.place;
  return s.provider + ", " + s.place;
}

std::string step_in_words(language l, const written_plan& p, const step_order& order, std::size_t step) {
  const planned_step& s = p.plan.steps[step];
  std::vector<std::string> lines;
  if (p.marks[step].state != step_state::untold)
    lines.push_back(say(l, words::step_state, {say(l, state_words(p.marks[step].state))}));
  if (!s.session) lines.push_back(say(l, words::step_flexible, {date_in_words(l, s.start)}));
  if (s.enrol_by) lines.push_back(say(l, words::step_enrol, {date_in_words(l, *s.enrol_by)}));
  const bool one = s.weeks == 1 || (l == language::fr && s.weeks < 2);
  lines.push_back(say(l, one ? words::step_when_one : words::step_when_many, {number(l, s.weeks), hours(l, s.hours)}));
  lines.push_back(s.cost_euros > 0 ? say(l, words::step_cost, {euros(l, s.cost_euros)}) : say(l, words::step_free));
  if (!s.closes.empty()) lines.push_back(say(l, words::step_closes_list, {labels_of(p.plan, s.closes, ", ")}));
  if (!order.before[step].empty())
    lines.push_back(say(l, words::step_waits, {titles_of(p.plan, order.before[step], ", ")}));
  std::string out;
  for (const std::string& line : lines) out.append(out.empty() ? "" : "\n").append(line);
  return out;
}

instant last_day(const planned_step& s) { return std::max(s.start, instant{s.end.ms - ms_per_day}); }

}  // namespace activateur::report
