#include "badges/open_badge_3.hpp"

#include "badges/checks.hpp"
#include "badges/proofs.hpp"
#include "badges/reading.hpp"
#include "badges/schema_check.hpp"
#include "badges/shape.hpp"
#include "badges/token.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

// The order of a 1EdTech validator: what comes after the proof counts only for what the issuer signed.
void check_the_rest(const inquiry& q, const json& document, const json* claims) {
  check_schemas(q, document);
  check_refresh(q, document);
  check_status_3(q, document);
  check_dates_3(q, document, claims);
  check_recipient_3(q, document);
  check_endorsements_3(q, document);
  if (is_learner_record(q.out.subject.types)) check_contents(q, document);
}

void check_text_of_token(const inquiry& q, const std::string& text) {
  const json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};
  const auto token = read_jws(text, true, q.out.source);
  if (!token) return add(q, refused(token.why()));
  const auto payload = read_json(token->payload, bounds, q.out.source);
  if (!payload || !payload->is_object()) return add(q, refused(sentence(say::payload_unreadable)));
  check_token_credential(q, token, *payload, credential_of(*payload));
}

}  // namespace

void check_embedded_credential(const inquiry& q, const json& document) {
  q.out.subject = read_open_badge_3(document);
  q.out.subject.proof = member(document, "proof") ? proof_form::data_integrity : proof_form::none;
  check_shape(q, document);
  add(q, judge_embedded(q, document, q.out.subject.issuer.id));
  check_the_rest(q, document, nullptr);
}

void check_token_credential(const inquiry& q, const result<jws>& token, const json& payload, const json& document) {
  q.out.subject = read_open_badge_3(document);
  q.out.subject.proof = proof_form::vc_jwt;
  check_shape(q, document);
  add(q, token ? judge_token(q, *token, q.out.subject.issuer.id) : refused(token.why()));
  check_claims(q, payload, document);
  check_the_rest(q, document, &payload);
}

verification verify_inner(const inquiry& outer, const json& credential, const std::string& source) {
  verification out;
  out.source = source;
  verify_options asked = outer.asked;
  asked.recipient.clear();  // asked of the credential that holds this one
  asked.fetched_from.clear();
  const inquiry q{asked, outer.at, out, {}, outer.with, outer.budget, outer.depth + 1};
  const std::string token = credential.is_string() ? credential.get<std::string>() : enveloped_token(credential);
  const bool is_token = credential.is_string() || !token.empty();
  out.container = is_token ? "jwt" : "json";
  if (is_token)
    check_text_of_token(q, std::string(trimmed(token)));
  else
    check_embedded_credential(q, credential);
  check_trust(q);
  out.overall = overall_of(out.checks);
  return out;
}

}  // namespace activateur
