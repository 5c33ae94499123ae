#include "recognition/issuer.hpp"

#include <algorithm>

#include "badges/did.hpp"
#include "net/address.hpp"

namespace activateur {

bool issuer_proven(const verification& seen) {
  return seen.binding == key_binding::anchored ||
         (seen.binding == key_binding::self_asserted && seen.subject.issuer.id.starts_with("did:"));
}

bool issuer_named(const verification& seen, const policy& by) {
  const auto known = by.issuers.find(seen.subject.issuer.id);
  if (known != by.issuers.end() && known->second > 0 && issuer_proven(seen)) return true;
  return std::any_of(seen.checks.begin(), seen.checks.end(),
                     [](const check& c) { return c.name == "trust" && c.result == verdict::valid; });
}

bool of_third_party(const verification& seen, const policy& by) {
  const credential& c = seen.subject;
  if (seen.overall != verdict::valid || (!c.issuer.id.empty() && c.issuer.id == c.subject_id)) return false;
  return seen.binding == key_binding::anchored || issuer_named(seen, by);
}

bool on_site_of(const std::string& issuer, const std::string& address) {
  const auto did = read_did_url(issuer);
  const auto url = did ? (did->method == "web" ? address_of_did_web(*did) : std::nullopt) : std::optional(issuer);
  const auto site = url ? read_web_address(*url) : std::nullopt;
  const auto there = read_web_address(address);
  return site && there && site->secure() && site->authority() == there->authority();
}

}  // namespace activateur
