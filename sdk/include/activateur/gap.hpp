// activateur/gap.hpp - reading a gap report and a plan.
#pragma once

#include <activateur/plan.h>

#include <vector>

#include "activateur/document.hpp"

namespace activateur {

enum class requirement_state : std::int32_t {
  recognised = ADP_RECOGNISED,
  presumed = ADP_PRESUMED,
  to_explore = ADP_TO_EXPLORE,
  to_acquire = ADP_TO_ACQUIRE
};

// One requirement; views into the report.
struct requirement {
  requirement_state state;
  std::string_view competence, label;
  double belief, expectation, plausibility;
  bool essential;
};

class gap_report : public document {
 public:
  using document::document;

  [[nodiscard]] adp_coverage coverage() const {
    adp_coverage out = ADP_COVERAGE_INIT;
    adp_gap_coverage(get(), &out);
    return out;
  }
  [[nodiscard]] std::vector<requirement> requirements() const {
    std::vector<requirement> out(adp_gap_requirement_count(get()));
    for (std::size_t i = 0; i < out.size(); ++i) {
      adp_requirement one = ADP_REQUIREMENT_INIT;
      adp_gap_requirement_at(get(), i, &one);
      out[i] = {static_cast<requirement_state>(one.state),
                view(one.competence),
                view(one.label),
                one.belief,
                one.expectation,
                one.plausibility,
                one.essential != 0};
    }
    return out;
  }
};

// One step; views into the plan.
struct plan_step {
  std::string_view action, title;
  std::int32_t start_week, weeks;
  double cost_euros, hours;
};

class plan : public document {
 public:
  using document::document;

  [[nodiscard]] bool optimal() const noexcept { return number("/optimal").value_or(0) != 0; }
  [[nodiscard]] std::vector<plan_step> steps() const {
    std::vector<plan_step> out(adp_plan_step_count(get()));
    for (std::size_t i = 0; i < out.size(); ++i) {
      adp_plan_step one = ADP_PLAN_STEP_INIT;
      adp_plan_step_at(get(), i, &one);
      out[i] = {view(one.action), view(one.title), one.start_week, one.weeks, one.cost_euros, one.hours};
    }
    return out;
  }
};

}  // namespace activateur
