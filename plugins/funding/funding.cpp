#include "funding.hpp"

#include <algorithm>
#include <charconv>

namespace funding {
namespace {

bool has(std::span<const std::string_view> list, std::string_view one) {
  return std::ranges::find(list, one) != list.end();
}

// The whole euros of "name:1500" in cents, at most a million euros; 0 when it is not there or no number.
std::int64_t euros(std::span<const std::string_view> conditions, std::string_view name) {
  for (const std::string_view c : conditions) {
    if (!c.starts_with(name)) continue;
    const std::string_view number = c.substr(name.size());
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (fault == std::errc{} && end == number.data() + number.size() && value > 0 && value <= 1'000'000)
      return value * 100;
  }
  return 0;
}

// Code du travail, L. 6323-6: what is registered in the RNCP or the Répertoire spécifique, CléA, and support for VAE.
bool eligible_for_cpf(const offer& about) {
  return about.kind == "vae" || about.kind == "clea" ||
         std::ranges::any_of(about.tags, [](std::string_view tag) { return tag.starts_with("leads_to:rncp:"); });
}

}  // namespace

std::vector<answer> answers(const offer& about, std::span<const std::string_view> conditions) {
  std::vector<answer> out;
  std::int64_t left = about.cost_cents;
  const auto pay = [&](std::int64_t at_most, std::string_view rule, std::string_view fr, std::string_view en) {
    const std::int64_t paid = std::min(left, at_most);
    if (paid <= 0) return;
    left -= paid;
    out.push_back({left, rule, fr, en});
  };
  const bool jobseeker = has(conditions, "jobseeker");
  if (jobseeker && about.kind == "training" && has(about.tags, "funding:agreed") && has(about.tags, "funder:region"))
    pay(left, "funding.region",
        "Place conventionnée par la Région : rien à payer pour une personne en recherche d'emploi.",
        "A place agreed by the Region: nothing to pay for a jobseeker.");
  // Jobseekers are free of the fixed share that others pay themselves; who is not one is told nothing here, since that
  // share changes each year.
  if (jobseeker && eligible_for_cpf(about))
    pay(euros(conditions, "cpf_euros:"), "funding.cpf", "Payé par le compte personnel de formation (CPF).",
        "Paid by the personal training account (CPF).");
  if (jobseeker && about.kind == "training")
    pay(euros(conditions, "aif_euros:"), "funding.aif",
        "Complété par l'aide individuelle à la formation (AIF) accordée par France Travail.",
        "Completed by the individual training aid (AIF) that France Travail agreed to.");
  return out;
}

}  // namespace funding
