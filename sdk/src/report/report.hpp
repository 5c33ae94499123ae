// The HTML report: gap and plan, self-contained, accessible, printable.
#pragma once

#include <string>
#include <vector>

#include "territory/territory.hpp"

namespace activateur {

struct report_content {
  const std::vector<verification>* verifications = nullptr;  // may be null
  const gap_report* gap = nullptr;                           // required
  const plan_report* plan = nullptr;                         // may be null
  bool fictitious = false;                                   // marks every page as an example
  std::vector<std::string> attributions;                     // "ROME 4.0 ..."
};

// One HTML 5 document in the context's language: no script, no external asset, the same bytes for the same input.
std::string render_html(const report_content& of, const context& with);

}  // namespace activateur
