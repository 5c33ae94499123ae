#include "plugins/rules.hpp"

#include <array>
#include <cmath>

#include "plugins/given_text.hpp"

namespace activateur {
namespace {

namespace says = plugin_messages;

constexpr std::size_t outcome_capacity = 16;
constexpr std::size_t conditions_max = 256;
constexpr double euros_max = 1e9;  // exact in cents, far from the ends of int64
constexpr std::size_t rule_bytes = 256;
constexpr std::size_t reason_bytes = 2048;

// What is wrong, in both languages; nothing when all is well.
struct complaint {
  std::string en, fr;
};

std::optional<complaint> wrong_case(const rule_case& about) {
  const double euros = about.what->cost_euros;
  if (!(euros >= 0 && euros <= euros_max))
    return complaint{"its cost must lie between 0 and 1000000000 euros",
                     "son coût doit être compris entre 0 et 1000000000 euros"};
  if (!(about.what->hours >= 0) || !std::isfinite(about.what->hours))
    return complaint{"its hours must be a number from 0", "ses heures doivent être un nombre à partir de 0"};
  if (about.conditions->size() > conditions_max)
    return complaint{"at most 256 conditions are accepted", "256 conditions au plus sont acceptées"};
  return std::nullopt;
}

std::optional<complaint> read_outcome(const adp_rule_outcome& given, std::int64_t full_cents, language lang,
                                      rule_outcome& out) {
  if (given.effect == ADP_RULE_COST) {
    if (given.cost_cents < 0 || given.cost_cents > full_cents)
      return complaint{"what is left to pay must lie between 0 and the full price",
                       "le reste à payer doit être compris entre 0 et le prix entier"};
    out.cost_euros = static_cast<double>(given.cost_cents) / 100.0;
  } else if (given.effect == ADP_RULE_EXCLUDE) {
    out.excluded = true;
  } else {
    return complaint{"the effect " + std::to_string(given.effect) + " is unknown",
                     "l'effet " + std::to_string(given.effect) + " est inconnu"};
  }
  const auto rule = text_of(given.rule, rule_bytes);
  const auto fr = text_of(given.reason_fr, reason_bytes);
  const auto en = text_of(given.reason_en, reason_bytes);
  if (!rule || !fr || !en)
    return complaint{"a text is too long, not UTF-8, or NULL with a length",
                     "un texte est trop long, n'est pas de l'UTF-8, ou est NULL avec une longueur"};
  if (rule->empty()) return complaint{"the rule has no name", "la règle n'a pas de nom"};
  out.rule = *rule;
  const bool french = lang == language::fr;
  out.reason = french ? (fr->empty() ? *en : *fr) : (en->empty() ? *fr : *en);
  if (out.reason.empty()) return complaint{"the rule gives no reason", "la règle ne donne pas de motif"};
  for (const std::int64_t r : given.reserved)
    if (r != 0) return complaint{"a reserved field is not zero", "un champ réservé n'est pas nul"};
  return std::nullopt;
}

}  // namespace

result<std::vector<rule_outcome>> ask_rules(loaded_plugin& plugin, const rule_case& about, language lang) {
  const opportunity& what = *about.what;
  const location where{plugin.info().path, {}, 0, 0};
  if (const auto wrong = wrong_case(about))
    return fail(failure::input, says::bad_case, {what.id, wrong->en, wrong->fr});

  std::vector<adp_str> conditions;
  conditions.reserve(about.conditions->size());
  for (const std::string& c : *about.conditions) conditions.push_back(lent(c));
  std::vector<adp_str> tags;
  tags.reserve(what.tags.size());
  for (const std::string& t : what.tags) tags.push_back(lent(t));
  adp_rule_case asked{};
  asked.struct_size = sizeof asked;
  asked.condition_count = static_cast<std::uint32_t>(conditions.size());
  asked.conditions = conditions.data();
  asked.tags = tags.data();
  asked.tag_count = static_cast<std::uint32_t>(tags.size());
  asked.opportunity = lent(what.id);
  asked.kind = lent(what.kind);
  asked.provider = lent(what.provider);
  asked.place = lent(what.place);
  asked.cost_cents = std::llround(what.cost_euros * 100.0);
  asked.hours = what.hours;
  asked.at_ms = about.at.ms;
  const std::int64_t full_cents = asked.cost_cents;

  return plugin.in_turn([&]() -> result<std::vector<rule_outcome>> {
    std::array<adp_rule_outcome, outcome_capacity> given{};
    for (auto& one : given) one.struct_size = sizeof one;
    std::size_t count = 0;
    const auto status = plugin.contained("evaluate", [&] {
      return plugin.rules()->evaluate(plugin.table(), &asked, given.data(), given.size(), &count);
    });
    if (!status) return status.why();
    if (*status != ADP_OK)
      return fail(failure::input, says::rules_failed, {plugin.info().id, what.id, std::to_string(*status)}, where);

    const auto refuse = [&](const complaint& wrong) {
      return fail(failure::input, says::bad_outcome, {plugin.info().id, what.id, wrong.en, wrong.fr}, where);
    };
    if (count > given.size())
      return refuse({"it tells more outcomes than the " + std::to_string(given.size()) + " it was offered",
                     "elle annonce plus de résultats que les " + std::to_string(given.size()) + " offerts"});
    std::vector<rule_outcome> out;
    for (std::size_t i = 0; i < count; ++i) {
      rule_outcome one{plugin.info().id, plugin.info().version, {}, std::nullopt, false, {}};
      if (const auto wrong = read_outcome(given[i], full_cents, lang, one)) return refuse(*wrong);
      out.push_back(std::move(one));
    }
    return out;
  });
}

}  // namespace activateur
