#include "territory/offer.hpp"

#include <cmath>

#include "territory/messages.hpp"
#include "territory/words.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

// Exclusions that no plugin decided bear this name as their author.
constexpr std::string_view own_rules = "activateur.constraints";

rule_outcome own(std::string rule, const sentence& why, language lang) {
  rule_outcome out;
  out.plugin = own_rules;
  out.plugin_version = "1";
  out.rule = std::move(rule);
  out.excluded = true;
  out.reason = why.text(lang);
  return out;
}

}  // namespace

result<offers> offers_for(const portfolio& person, const territory& in, const std::vector<rule_provider>& rules,
                          const context& with) {
  offers out;
  for (const opportunity& o : in.opportunities) {
    if (person.max_distance_km > 0 && o.distance_km > person.max_distance_km && o.mode != "remote") {
      out.exclusions.push_back(
          own("distance",
              sentence(say::too_far, {o.title, amount_text(o.distance_km), amount_text(person.max_distance_km)}),
              with.lang));
      continue;
    }
    if (o.seats == 0) {
      out.exclusions.push_back(own("seats", sentence(say::full, {o.title}), with.lang));
      continue;
    }
    offer one{&o, o.cost_euros, {}};
    bool excluded = false;
    for (const rule_provider& ask : rules) {
      result<std::vector<rule_outcome>> answers = ask(rule_case{&o, &person.conditions, with.now}, with.lang);
      if (!answers) return std::move(answers).why();
      for (rule_outcome& answer : *answers) {
        if (answer.excluded) {
          excluded = true;
          out.exclusions.push_back(std::move(answer));
          continue;
        }
        if (!answer.cost_euros) continue;
        if (!(*answer.cost_euros >= 0 && std::isfinite(*answer.cost_euros)))
          return fail(failure::input, say::bad_rule_cost, {answer.rule, answer.plugin, o.id});
        if (*answer.cost_euros == one.cost_euros) continue;
        one.cost_euros = *answer.cost_euros;
        one.rules.push_back(std::move(answer));
      }
    }
    if (!excluded) out.open.push_back(std::move(one));
  }
  return out;
}

}  // namespace activateur
