// The parts of the report, and what they share.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/markup.hpp"
#include "report/report.hpp"
#include "report/words.hpp"

namespace activateur::report {

class page {
 public:
  page(markup& out, const report_content& of, const context& with);

  markup& out;
  const report_content& of;
  const context& with;

  [[nodiscard]] language lang() const { return with.lang; }
  [[nodiscard]] const gap_report& gap() const { return *of.gap; }
  [[nodiscard]] const std::vector<verification>& verifications() const {
    return of.verifications != nullptr ? *of.verifications : of.gap->state.verifications;
  }
  [[nodiscard]] std::string say(const message& what, std::vector<std::string> arguments = {}) const {
    return report::say(with.lang, what, std::move(arguments));
  }
  [[nodiscard]] std::string counted(std::size_t n, const message& one, const message& many) const {
    return report::counted(with.lang, n, one, many);
  }
  // The label of a competence named "framework:code", else the name.
  [[nodiscard]] std::string label_of(const std::string& competence) const;
  // "#r-3" when the competence is a requirement of the gap, else empty.
  [[nodiscard]] std::string anchor_of(const std::string& competence) const;
  // A requirement by its label, linked when it is one of the gap.
  void competence_link(const std::string& competence) const;
  void paragraph(const message& what, std::vector<std::string> arguments = {}, std::string css = {}) const;
  void date(instant t) const;  // <time>
  // What a wide table scrolls in, by the keyboard too (WCAG 2.1, 2.1.1).
  [[nodiscard]] markup::element_scope table_frame(const message& caption) const;
  void heading(std::string_view tag, const message& what, std::string id = {}) const;

 private:
  std::map<std::string, std::size_t, std::less<>> items_;
};

inline constexpr std::size_t state_count = 4;
// The positions of a state's items, the best known first, ties by competence.
std::vector<std::size_t> items_in(const gap_report& gap, requirement_state s);
std::string_view css_name(requirement_state s);  // "to-explore"
void state_mark(markup& out, requirement_state s);

// Opinions and shares as the bars draw them: each within [0, 1], whatever the input.
struct shares {
  double belief = 0, expectation = 0, plausibility = 0;
};
shares shares_of(const opinion& o);
shares shares_of(const coverage& c);

void write_header(const page& p);
void write_answer(const page& p);
void write_credentials(const page& p);
void write_gap(const page& p);
void write_gap_figure(const page& p);
void write_coverage_figure(const page& p);
void write_requirements(const page& p);
void write_plan(const page& p);
void write_plan_figure(const page& p);
void write_steps(const page& p);
void write_missing(const page& p);
void write_method(const page& p);
void write_footer(const page& p);

}  // namespace activateur::report
