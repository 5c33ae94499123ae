#include <cmath>

#include "badges/checks.hpp"

namespace activateur {
namespace {

// A NumericDate (RFC 7519 section 2) against a date of the badge; decimals below the second may be lost on the way.
bool same_second(const json& claim, const std::optional<instant>& date) {
  if (!claim.is_number() || !date) return false;
  const double seconds = claim.get<double>();
  return std::abs(seconds - static_cast<double>(date->ms) / 1000.0) < 1.0;
}

}  // namespace

void check_claims(const inquiry& q, const json& claims, const json& document) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  const std::string subject = subjects.empty() ? std::string{} : text_of(*subjects.front(), "id");
  struct pair {
    const char* claim;
    const char* field;
    std::string value;
  };
  const pair texts[] = {{"iss", "issuer.id", id_of(member(document, "issuer"))},
                        {"sub", "credentialSubject.id", subject},
                        {"jti", "id", id_of(&document)}};
  std::string seen;
  for (const pair& p : texts) {
    const json* claim = member(claims, p.claim);
    if (claim == nullptr) continue;
    if (!claim->is_string() || claim->get<std::string>() != p.value)
      return q.invalid("claims", say::claims_mismatch, {p.claim, p.field});
    seen += seen.empty() ? p.claim : std::string(", ") + p.claim;
  }
  const auto says = [&](const json& claim, const char* name) {
    return same_second(claim, parse_date_time(text_of(document, name)));
  };
  if (const json* nbf = member(claims, "nbf")) {
    if (!says(*nbf, "validFrom") && !says(*nbf, "issuanceDate"))
      return q.invalid("claims", say::claims_mismatch, {"nbf", "validFrom"});
    seen += seen.empty() ? "nbf" : ", nbf";
  }
  if (const json* exp = member(claims, "exp")) {
    if (!says(*exp, "validUntil") && !says(*exp, "expirationDate"))
      return q.invalid("claims", say::claims_mismatch, {"exp", "validUntil"});
    seen += seen.empty() ? "exp" : ", exp";
  }
  q.valid("claims", say::claims_good, {seen.empty() ? "-" : seen});
}

}  // namespace activateur
