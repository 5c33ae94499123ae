// The parts of the report, and what they share.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"
#include "report/sheet.hpp"

namespace activateur::report {

// How competences are named: linked to the gap in the report, by their labels elsewhere.
struct competence_names {
  std::function<void(const std::string&)> write;
  std::function<std::string(const std::string&)> label;
};

class page : public sheet {
 public:
  page(markup& to, const report_content& content, const context& c);

  const report_content& of;

  [[nodiscard]] const gap_report& gap() const { return *of.gap; }
  [[nodiscard]] const std::vector<verification>& verifications() const {
    return of.verifications != nullptr ? *of.verifications : of.gap->state.verifications;
  }
  // The label of a competence named "framework:code", else the name.
  [[nodiscard]] std::string label_of(const std::string& competence) const;
  // "#r-3" when the competence is a requirement of the gap, else empty.
  [[nodiscard]] std::string anchor_of(const std::string& competence) const;
  // A requirement by its label, linked when it is one of the gap.
  void competence_link(const std::string& competence) const;
  [[nodiscard]] competence_names names() const;

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
void draw_gap_alone(const page& p);
void write_coverage_figure(const page& p);
void write_parts(const page& p);
void write_groups(const page& p);
void write_conditions(const page& p);
void write_shortest(const page& p);
void write_requirements(const page& p);
void write_plan(const page& p);
void write_missing(const page& p);
void write_method(const page& p);

}  // namespace activateur::report
