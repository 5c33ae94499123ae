#include "rule_table.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace rules_table {
namespace {

// The table. To make a territory's own: change rows and articles, the plugin's id and version, build, sign.
//
// Services that bring a person nearer to a job are free of charge for jobseekers. French law forbids to make them pay
// for placement (Code du travail, article L. 5321-3); a territory that adopts this table extends the principle to
// having one's competences recognised.
constexpr std::array articles{
    article{"services-gratuits/1",
            "Services gratuits, article 1 : faire observer et reconnaître ses compétences ne coûte rien à une personne "
            "en recherche d'emploi.",
            "Free services, article 1: having one's competences observed and recognised costs a jobseeker nothing."},
    article{"services-gratuits/2",
            "Services gratuits, article 2 : être mis en relation avec un employeur ou un parrain ne coûte rien à une "
            "personne en recherche d'emploi.",
            "Free services, article 2: being introduced to an employer or a mentor costs a jobseeker nothing."},
};

constexpr std::array rows{
    row{"feedback", "jobseeker", 0, "services-gratuits/1"},
    row{"observation", "jobseeker", 0, "services-gratuits/1"},
    row{"badge_application", "jobseeker", 0, "services-gratuits/1"},
    row{"clea", "jobseeker", 0, "services-gratuits/1"},
    row{"meeting", "jobseeker", 0, "services-gratuits/2"},
    row{"mentor", "jobseeker", 0, "services-gratuits/2"},
};

}  // namespace

table::table(std::span<const row> from, std::span<const article> texts) {
  for (const row& r : from) {
    const auto why = std::ranges::find(texts, r.rule, &article::rule);
    if (why == texts.end() || r.at_most_cents < 0)
      throw std::invalid_argument("rule table: " + std::string(r.rule) + " for " + std::string(r.kind));
    rows_.push_back({r, &*why});
  }
}

std::vector<answer> table::of(std::string_view kind, std::span<const std::string_view> conditions,
                              std::int64_t cost_cents) const {
  std::vector<answer> out;
  for (const auto& [terms, why] : rows_) {
    if (terms.kind != kind || terms.at_most_cents >= cost_cents) continue;
    if (std::ranges::find(conditions, terms.condition) == conditions.end()) continue;
    cost_cents = terms.at_most_cents;
    out.push_back({cost_cents, why});
  }
  return out;
}

table built_in() { return table(rows, articles); }

}  // namespace rules_table
