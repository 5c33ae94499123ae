#include "badges/policy.hpp"

#include <algorithm>

#include "badges/documents.hpp"
#include "json/fields.hpp"

namespace activateur {
namespace {

constexpr std::size_t trusted_max = 100'000;
constexpr double age_hours_max = 24.0 * 3660.0;

constexpr message not_a_policy{"policy.schema", "\"schema\" must be \"activateur/verification-policy/1\".",
                               "« schema » doit valoir « activateur/verification-policy/1 »."};
constexpr message unknown_member{"policy.member", "A verification policy has no member \"{0}\". Correct its name.",
                                 "Une politique de vérification n'a pas de membre « {0} ». Corrigez son nom."};
constexpr message too_many{"policy.size", "The list of trusted issuers has more than {0} entries.",
                           "La liste des émetteurs de confiance a plus de {0} entrées."};
constexpr message id_twice{"policy.issuer", "The issuer \"{0}\" is empty or listed twice.",
                           "L'émetteur « {0} » est vide ou figure deux fois."};

void allow_only(const fields& object, std::initializer_list<std::string_view> names) {
  if (!object.value().is_object()) return;
  for (const auto& [name, value] : object.value().items()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) object.refuse(unknown_member, {name});
  }
}

}  // namespace

result<verification_policy> read_verification_policy(const json& document, const std::string& source) {
  std::optional<error> wrong;
  const fields root(document, source, wrong);
  if (root.text("schema") != "activateur/verification-policy/1") root.refuse(not_a_policy, {}, "schema");
  allow_only(root, {"schema", "about", "every_proof", "accept_own_word", "require_schema", "require_trusted",
                    "trusted_issuers", "status_max_age_hours"});
  verification_policy out;
  out.every_proof = root.flag_or("every_proof", out.every_proof);
  out.accept_own_word = root.flag_or("accept_own_word", out.accept_own_word);
  out.require_schema = root.flag_or("require_schema", out.require_schema);
  out.require_trusted = root.flag_or("require_trusted", out.require_trusted);
  if (root.has("status_max_age_hours")) {
    constexpr double ms_per_hour = 3'600'000.0;
    out.status_max_age_ms =
        static_cast<std::int64_t>(root.number_within("status_max_age_hours", 0, age_hours_max, 0) * ms_per_hour);
  }
  if (root.has("trusted_issuers") || out.require_trusted) {
    auto& list = out.trusted.emplace();
    for (const fields& entry : root.list("trusted_issuers")) {
      if (list.size() == trusted_max) entry.refuse(too_many, {std::to_string(trusted_max)});
      if (wrong) break;
      allow_only(entry, {"id", "name", "keys"});
      list.push_back({entry.text("id"), entry.text_or("name", {}), entry.texts("keys")});
      if (list.back().id.empty()) entry.refuse(id_twice, {list.back().id}, "id");
    }
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const auto twice =
        std::adjacent_find(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
    if (twice != list.end()) root.refuse(id_twice, {twice->id}, "trusted_issuers");
  }
  if (wrong) return *std::move(wrong);
  return out;
}

const trusted_issuer* find_trusted(const verification_policy& policy, const std::string& issuer) {
  if (!policy.trusted) return nullptr;
  const auto found = std::lower_bound(policy.trusted->begin(), policy.trusted->end(), issuer,
                                      [](const trusted_issuer& entry, const std::string& id) { return entry.id < id; });
  return found != policy.trusted->end() && found->id == issuer ? &*found : nullptr;
}

}  // namespace activateur
