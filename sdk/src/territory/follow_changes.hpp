// What differs between the plan that was followed and the one from now on, and why.
#pragma once

#include <set>

#include "territory/constraints.hpp"
#include "territory/follow_document.hpp"

namespace activateur {

enum class change_kind { kept, moved, added, removed };
std::string_view name(change_kind k);

struct step_change {
  std::string step, action, title;
  change_kind kind = change_kind::kept;
  std::string cause;  // code; empty: nothing changed of it
  std::string text;
  std::optional<instant> start_before, start;
  std::optional<double> cost_before, cost_euros;

  [[nodiscard]] bool any() const { return kind != change_kind::kept || !cause.empty(); }
};

// All that the causes are read from.
struct replan_view {
  const followed_plan& earlier;
  const plan_report& now;
  const portfolio& person;                        // with what is spent taken off the budget
  const gap_report& gap;                          // with what is done held
  const territory& in;                            // as the territory says it now
  const offers& offered;                          // to her, now
  const situation& around;                        // its actions are those offers
  const std::set<std::string>& kept;              // opportunities that stay on their dates
  const std::vector<std::string>& released;       // opportunities that were agreed and cannot keep their date
  const std::map<std::string, std::string>& ids;  // opportunity -> id of its step in the plan from now on
};

// Steps of the earlier plan that had not ended, in its order, then those that are new.
std::vector<step_change> changes_of(const replan_view& view, language lang);

json to_document(const std::vector<step_change>& changes, int revision, const context& with);

}  // namespace activateur
