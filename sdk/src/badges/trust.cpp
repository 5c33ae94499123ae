#include "badges/checks.hpp"

namespace activateur {
namespace {

std::string thumbprint_of(const verification& seen) {
  for (const check& c : seen.checks) {
    if (c.name == "key" && c.evidence.is_object()) return text_of(c.evidence, "thumbprint");
  }
  return {};
}

}  // namespace

void check_trust(const inquiry& q) {
  if (q.asked.policy == nullptr || !q.asked.policy->trusted) return;
  const std::string& issuer = q.out.subject.issuer.id;
  const trusted_issuer* entry = find_trusted(*q.asked.policy, issuer);
  json evidence{{"issuer", issuer}, {"binding", name(q.out.binding)}};
  const auto conclude = [&](verdict result, const message& m, std::string about) {
    q.add("trust", result, sentence(m, {std::move(about)}), std::move(evidence));
    q.out.checks.back().noted = !q.asked.policy->require_trusted;
  };
  if (entry == nullptr) return conclude(verdict::indeterminate, say::trust_not_listed, issuer);
  const std::string& called = entry->name.empty() ? entry->id : entry->name;
  // Only a DID that is the key itself proves who it is by its own word.
  const bool own = q.out.binding == key_binding::self_asserted && issuer.starts_with("did:");
  const bool proven =
      entry->keys.empty() ? q.out.binding == key_binding::anchored || own : contains(entry->keys, thumbprint_of(q.out));
  if (!proven) return conclude(verdict::indeterminate, say::trust_unproven, called);
  conclude(verdict::valid, say::trust_listed, called);
}

}  // namespace activateur
