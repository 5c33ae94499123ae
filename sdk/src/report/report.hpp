// The HTML report: gap and plan, self-contained, accessible, printable.
#pragma once

#include <string>
#include <vector>

#include "territory/territory.hpp"

namespace activateur {

struct report_content {
  const std::vector<verification>* verifications = nullptr;  // null: those of the gap's own state
  const gap_report* gap = nullptr;                           // required
  const plan_report* plan = nullptr;                         // may be null
  bool fictitious = false;                                   // marks every page as an example
  std::vector<std::string> attributions;                     // "ROME 4.0 ..."
  const policy* by = nullptr;  // the gap's policy: draws its threshold on the bars; null: no threshold is drawn
};

// One HTML 5 document in the context's language: no script, no external asset, the same bytes for the same input.
std::string render_html(const report_content& of, const context& with);

// The figure of the gap alone, as one SVG document with its description in words.
std::string render_gap_svg(const report_content& of, const context& with);

}  // namespace activateur
