#include "report/plan_output.hpp"

#include "base/text.hpp"
#include "report/plan_messages.hpp"

namespace activateur {

result<std::string> render_plan(const json& document, std::string_view format, const plan_rendering& how,
                                const context& with) {
  const auto made = [&](const written_plan& p) -> std::optional<std::string> {
    if (format == "html") return report::plan_html(p, with);
    if (format == "svg") return report::plan_timeline_svg(p, with);
    if (format == "graph") return report::plan_order_svg(p, with);
    if (format == "ics") return report::plan_calendar(p, how, with);
    if (format == "mermaid") return report::plan_mermaid_gantt(p, with);
    if (format == "mermaid-graph") return report::plan_mermaid_graph(p, with);
    if (format == "csv") return report::plan_csv(p, with);
    if (format == "demarches") return report::plan_demarches(p, with);
    return std::nullopt;
  };
  const result<written_plan> plan = read_plan(document, "plan");
  if (!plan) return plan.why();
  if (format == "ics" && plan->plan.steps.empty()) return fail(failure::input, report::words::plan_no_calendar);
  if (std::optional<std::string> out = made(*plan)) return *std::move(out);
  std::string known;
  for (const std::string_view f : plan_formats) known.append(known.empty() ? "" : ", ").append(f);
  return fail(failure::usage, report::words::plan_unknown_format, {shortened(format, 40), known});
}

}  // namespace activateur
