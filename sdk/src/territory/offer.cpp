#include "territory/offer.hpp"

#include <algorithm>
#include <cmath>

#include "territory/constraints.hpp"
#include "territory/messages.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

}  // namespace

result<offers> offers_for(const portfolio& person, const territory& in, const std::vector<rule_provider>& rules,
                          const policy& by, const context& with, const commitments* bound_by) {
  offers out;
  const auto kept = [&](const opportunity& o) {
    return bound_by != nullptr && std::any_of(bound_by->kept.begin(), bound_by->kept.end(),
                                              [&](const kept_step& k) { return k.what.id == o.id; });
  };
  const auto later_start = [&](const std::string& id) -> std::optional<instant> {
    if (bound_by == nullptr) return std::nullopt;
    const auto known = bound_by->not_before.find(id);
    return known == bound_by->not_before.end() ? std::nullopt : std::optional(known->second);
  };
  if (bound_by != nullptr)
    for (const kept_step& k : bound_by->kept) out.open.push_back({&k.what, k.what.cost_euros, {}, &k, std::nullopt});
  for (const opportunity& o : in.opportunities) {
    if (kept(o)) continue;
    if (bound_by != nullptr)
      if (const auto why = bound_by->left_out.find(o.id); why != bound_by->left_out.end()) {
        out.exclusions.push_back(own_exclusion("followed", o, why->second, with.lang));
        continue;
      }
    if (auto why = refusal_of(o, person, by, with.lang)) {
      out.exclusions.push_back(*std::move(why));
      continue;
    }
    offer one{&o, o.cost_euros, {}, nullptr, later_start(o.id)};
    bool excluded = false;
    for (const rule_provider& ask : rules) {
      // Each is asked with the full price; of several answers the lowest is hers to take, in whatever order they come.
      offer answered = one;
      answered.cost_euros = o.cost_euros;
      answered.rules.clear();
      result<std::vector<rule_outcome>> answers = ask(rule_case{&o, &person.conditions, with.now}, with.lang);
      if (!answers) return std::move(answers).why();
      for (rule_outcome& answer : *answers) {
        if (answer.excluded) {
          excluded = true;
          answer.opportunity = o.id;
          out.exclusions.push_back(std::move(answer));
          continue;
        }
        if (!answer.cost_euros) continue;
        if (!(*answer.cost_euros >= 0 && std::isfinite(*answer.cost_euros)))
          return fail(failure::input, say::bad_rule_cost, {answer.rule, answer.plugin, o.id});
        if (*answer.cost_euros == answered.cost_euros) continue;
        answered.cost_euros = *answer.cost_euros;
        answered.rules.push_back(std::move(answer));
      }
      if (!answered.rules.empty() && (one.rules.empty() || answered.cost_euros < one.cost_euros))
        one = std::move(answered);
    }
    if (!excluded) out.open.push_back(std::move(one));
  }
  if (bound_by != nullptr)
    std::sort(out.open.begin(), out.open.end(), [](const offer& x, const offer& y) { return x.what->id < y.what->id; });
  return out;
}

}  // namespace activateur
