// A plan as the world outside takes it: pages, pictures, calendars, tables, the shapes of other tools.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "report/plan_reading.hpp"

namespace activateur {

// What the formats are given besides the plan.
struct plan_rendering {
  int alarm_days = 7;  // a calendar reminds of a last day to enrol so many days before
};

// html, svg, graph, ics, mermaid, mermaid-graph, csv, demarches. The same bytes for the same document, format, language
// and moment.
inline constexpr std::array<std::string_view, 8> plan_formats{"html",    "svg",           "graph", "ics",
                                                              "mermaid", "mermaid-graph", "csv",   "demarches"};
result<std::string> render_plan(const json& document, std::string_view format, const plan_rendering& how,
                                const context& with);

namespace report {

std::string plan_html(const written_plan& plan, const context& with);
std::string plan_timeline_svg(const written_plan& plan, const context& with);
std::string plan_order_svg(const written_plan& plan, const context& with);
std::string plan_calendar(const written_plan& plan, const plan_rendering& how, const context& with);
std::string plan_mermaid_gantt(const written_plan& plan, const context& with);
std::string plan_mermaid_graph(const written_plan& plan, const context& with);
std::string plan_csv(const written_plan& plan, const context& with);
// A list in the shape of the "démarches" of France Travail.
std::string plan_demarches(const written_plan& plan, const context& with);

}  // namespace report
}  // namespace activateur
