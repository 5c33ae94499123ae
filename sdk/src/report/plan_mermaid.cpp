// A plan in the words of Mermaid, for documents that draw it themselves: as a Gantt chart and as a flowchart.
#include <algorithm>

#include "report/markup.hpp"
#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_output.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

// Whatever could mean something to Mermaid is written as its entity (#58;), so that any text is only text.
std::string as_words(std::string_view any) {
  constexpr std::string_view plain = " .!?'()-_/+";
  std::string out;
  for (const char c : sound_text(any)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (letter || plain.find(c) != std::string_view::npos)
      out += c;
    else if (byte < 0x20 || byte == 0x7f)
      out += ' ';
    else
      out.append("#").append(std::to_string(byte)).append(";");
  }
  return out;
}

std::string numbered(const written_plan& p, std::size_t step) {
  return std::to_string(step + 1) + ". " + as_words(p.plan.steps[step].title);
}

std::string id_of(std::size_t step) { return "s" + std::to_string(step + 1); }

bool given_up(step_state s) { return s == step_state::failed || s == step_state::dropped; }

}  // namespace

std::string plan_mermaid_gantt(const written_plan& plan, const context& with) {
  std::string out("gantt\n  title ");
  out.append(as_words(say(with.lang, words::plan_document_title, {plan.plan.target_label})));
  out.append("\n  dateFormat YYYY-MM-DD\n  axisFormat %d/%m/%y\n");
  const auto section = [&](const message& title, auto belongs) {
    bool empty = true;
    for (std::size_t i = 0; i < plan.plan.steps.size(); ++i) {
      const planned_step& s = plan.plan.steps[i];
      const step_state state = plan.marks[i].state;
      if (!belongs(s, state)) continue;
      if (empty) out.append("  section ").append(as_words(say(with.lang, title))).append("\n");
      empty = false;
      out.append("  ").append(numbered(plan, i)).append(" :");
      if (state == step_state::done) out.append("done, ");
      if (state == step_state::under_way) out.append("active, ");
      out.append(id_of(i)).append(", ").append(to_date(s.start)).append(", ");
      out.append(to_date({std::max(s.end.ms, s.start.ms + ms_per_day)})).append("\n");
    }
  };
  const auto of_role = [](step_role role) {
    return [role](const planned_step& s, step_state state) { return !given_up(state) && role_of(s.kind) == role; };
  };
  section(words::legend_learning, of_role(step_role::learning));
  section(words::legend_recognition, of_role(step_role::recognition));
  section(words::legend_support, of_role(step_role::support));
  section(words::st_failed, [](const planned_step&, step_state s) { return s == step_state::failed; });
  section(words::st_dropped, [](const planned_step&, step_state s) { return s == step_state::dropped; });
  return out;
}

std::string plan_mermaid_graph(const written_plan& plan, const context& with) {
  const step_order order = order_of(plan.plan, &plan.marks);
  std::string out("flowchart LR\n");
  for (std::size_t i = 0; i < plan.plan.steps.size(); ++i) {
    out.append("  ").append(id_of(i)).append("[\"").append(numbered(plan, i)).append("<br/>");
    out.append(as_words(short_date(with.lang, plan.plan.steps[i].start)));
    if (plan.marks[i].state != step_state::untold)
      out.append("<br/>").append(as_words(say(with.lang, state_words(plan.marks[i].state))));
    out.append("\"]\n");
  }
  std::size_t choices = 0;
  for (const step_wait& wait : order.waits) {
    std::string to = id_of(wait.step);
    if (wait.chosen()) {
      to = "c" + std::to_string(++choices);
      out.append("  ").append(to).append("{\"").append(std::to_string(wait.at_least)).append("/");
      out.append(std::to_string(wait.of))
          .append("\"}\n  ")
          .append(to)
          .append(" --> ")
          .append(id_of(wait.step))
          .append("\n");
    }
    for (const std::size_t from : wait.from)
      out.append("  ").append(id_of(from)).append(" --> ").append(to).append("\n");
  }
  return out;
}

}  // namespace activateur::report
