#include "badges/token.hpp"

#include "badges/documents.hpp"
#include "base/instant.hpp"

namespace activateur {
namespace {

void put_back(json& document, const char* name, const json* claim) {
  if (claim != nullptr && claim->is_string() && member(document, name) == nullptr) document[name] = *claim;
}

void put_back_date(json& document, const char* name, const char* newer_name, const json* claim) {
  if (claim == nullptr || !claim->is_number() || member(document, name) != nullptr ||
      member(document, newer_name) != nullptr)
    return;
  const double ms = claim->get<double>() * 1000.0;
  // Years 0000 to 9999: what the text of a date can hold.
  if (ms > -62'167'219'200'000.0 && ms < 253'402'300'800'000.0)
    document[name] = to_text(instant{static_cast<std::int64_t>(ms)});
}

}  // namespace

bool is_vc_claim_form(const json& claims) {
  const json* vc = member(claims, "vc");
  return vc != nullptr && vc->is_object();
}

json credential_of(const json& claims) {
  if (!is_vc_claim_form(claims)) return claims;
  json document = *member(claims, "vc");
  put_back(document, "issuer", member(claims, "iss"));
  put_back(document, "id", member(claims, "jti"));
  put_back_date(document, "issuanceDate", "validFrom", member(claims, "nbf"));
  put_back_date(document, "expirationDate", "validUntil", member(claims, "exp"));
  if (const auto subjects = items_of(member(document, "credentialSubject")); subjects.size() == 1) {
    json& written = document["credentialSubject"];
    json& subject = written.is_array() ? written[0] : written;
    if (subject.is_object()) put_back(subject, "id", member(claims, "sub"));
  }
  if (const json* issuer = member(document, "issuer"); issuer != nullptr && issuer->is_object())
    put_back(document["issuer"], "id", member(claims, "iss"));
  return document;
}

std::string enveloped_token(const json& credential) {
  constexpr std::string_view scheme = "data:application/vc+jwt,";
  if (!contains(texts_of(member(credential, "type")), "EnvelopedVerifiableCredential")) return {};
  const std::string id = text_of(credential, "id");
  return id.starts_with(scheme) ? id.substr(scheme.size()) : std::string();
}

}  // namespace activateur
