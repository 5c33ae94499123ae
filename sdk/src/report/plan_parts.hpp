// The parts about a plan that the report and the page of a plan share.
#pragma once

#include <string>
#include <vector>

#include "report/drawing.hpp"
#include "report/plan_reading.hpp"
#include "report/sheet.hpp"

namespace activateur::report {

// A plan and how far it is. The report has no marks: its plan was just computed.
struct shown_plan {
  const plan_report& plan;
  const std::vector<step_mark>* marks = nullptr;

  [[nodiscard]] step_state state(std::size_t step) const {
    return marks != nullptr && step < marks->size() ? (*marks)[step].state : step_state::untold;
  }
  [[nodiscard]] bool told() const;  // some state is
  // Neither dropped nor failed: it counts for hours and costs.
  [[nodiscard]] bool counts(std::size_t step) const {
    return state(step) != step_state::dropped && state(step) != step_state::failed;
  }
};

// The weeks that a figure or table shows, with what each asks.
struct timeline {
  int weeks = 1;
  bool cut = false;          // the plan is longer
  std::vector<double> load;  // hours, by week
  std::vector<double> paid;  // euros, at the start of each week, `weeks` + 1 values
  double peak = 0;
  double total = 0;
};
timeline timeline_of(const shown_plan& p);
// The weeks of a step within `weeks`, the second one past its last.
int first_week(const planned_step& s, int weeks);
int end_week(const planned_step& s, int weeks);

void write_plan_quality(const sheet& s, const plan_report& plan);
void write_plan_figure(const sheet& s, const shown_plan& p);
void draw_plan_alone(const sheet& s, const shown_plan& p);
void write_plan_table(const sheet& s, const shown_plan& p);
void write_week_table(const sheet& s, const shown_plan& p);
void write_order_figure(const sheet& s, const shown_plan& p);
void draw_order_alone(const sheet& s, const shown_plan& p);
void write_order_table(const sheet& s, const shown_plan& p);
// `heading`: the tag of each step's title, one below the heading before.
void write_plan_steps(const sheet& s, const shown_plan& p, const competence_names& names, std::string_view heading);
void write_plan_missing(const sheet& s, const plan_report& plan, const competence_names& names);

const message& state_words(step_state state);
std::string_view css_name(step_state state);
// A circle that fills from proposed to done, a cross, a dash; in the current colour.
void state_shape(markup& out, step_state state, double x, double y, double radius);
void draw_state(markup& out, step_state state, double x, double y, double radius);  // in its colour, in a figure
void state_mark(markup& out, step_state state);                                     // between words

// A link for a person: http or https, nothing that a URI may not hold (RFC 3986 section 2).
bool is_web_link(std::string_view url);

}  // namespace activateur::report
