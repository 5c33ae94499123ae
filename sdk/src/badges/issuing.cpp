#include "badges/issuing.hpp"

#include "badges/assertion.hpp"
#include "badges/checks.hpp"
#include "badges/did.hpp"
#include "badges/integrity_signing.hpp"
#include "badges/reading.hpp"
#include "badges/shape.hpp"
#include "crypto/jws.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

signature_algorithm algorithm_of(const public_key& key) {
  switch (key.type()) {
    case key_type::ed25519: return signature_algorithm::eddsa;
    case key_type::p256: return signature_algorithm::es256;
    case key_type::p384: return signature_algorithm::es384;
    case key_type::rsa: break;
  }
  return signature_algorithm::rs256;
}

// RSA keys have no did:key here (no Multikey form): they are named by did:jwk.
std::string own_key_id(const public_key& key) {
  const std::string multikey = key.multikey();
  if (!multikey.empty()) return "did:key:" + multikey + '#' + multikey;
  return "did:jwk:" + to_base64url(as_octets(write_json(key.jwk()))) + "#0";
}

// Members may be written in another order, or more of them: the key is what counts.
bool is_did_jwk_of(const did_url& did, const public_key& key) {
  const auto bytes = from_base64url(did.id);
  if (!bytes) return false;
  const auto jwk = read_json(as_text(*bytes));
  if (!jwk) return false;
  const auto named = public_key::from_jwk(*jwk);
  return named && named->thumbprint() == key.thumbprint();
}

// Without a network it cannot be known that verifiers will find the key, only that they never could. A key of another
// site or DID is refused although the issuer's profile might list it: verifiers cannot count on reading it.
bool could_be_the_issuers(const std::string& key_id, const public_key& key, const std::string& issuer) {
  if (const auto did = read_did_url(key_id)) {
    if (did->did == issuer) {
      if (did->method == "key") return did->id == key.multikey();
      if (did->method == "jwk") return is_did_jwk_of(*did, key);
      return true;
    }
    const auto url = did->method == "web" ? address_of_did_web(*did) : std::nullopt;
    const auto site = url ? read_web_address(*url) : std::nullopt;
    const auto issuers = read_web_address(issuer);
    return site && issuers && site->authority() == issuers->authority();
  }
  const auto site = read_web_address(key_id);
  const auto issuers = read_web_address(issuer);
  return site && site->secure() && issuers && site->authority() == issuers->authority();
}

// The first check that refuses the document; one that is valid only later may be signed now.
std::optional<error> refusal(const verification& seen) {
  for (const check& c : seen.checks) {
    if (c.result == verdict::invalid && c.why.code() != say::dates_not_yet.code)
      return error{failure::input, c.why, {}};
  }
  return std::nullopt;
}

void claim(json& claims, const char* name, const std::string& value) {
  if (!value.empty()) claims[name] = value;
}

void claim(json& claims, const char* name, const std::optional<instant>& t) {
  if (!t) return;
  // NumericDate counts seconds; decimals are written only when the date has some.
  if (t->ms % 1000 == 0)
    claims[name] = t->ms / 1000;
  else
    claims[name] = static_cast<double>(t->ms) / 1000.0;
}

result<std::string> issue_3(const inquiry& q, const json& document, const private_key& key,
                            const issue_options& options) {
  q.out.subject = read_open_badge_3(document);
  const credential& badge = q.out.subject;
  check_shape(q, document);
  check_dates_3(q, document, nullptr);
  if (auto why = refusal(q.out)) return *std::move(why);
  const public_key open = key.public_part();
  const std::string key_id = options.key_id.empty() ? own_key_id(open) : options.key_id;
  if (!could_be_the_issuers(key_id, open, badge.issuer.id))
    return fail(failure::input, say::issue_key, {key_id, badge.issuer.id});
  if (options.suite) {
    proof_options how;
    how.suite = *options.suite;
    how.verification_method = key_id;
    how.created = q.at;
    how.contexts = options.contexts;
    auto secured = add_proof(document, key, how, q.with);
    if (!secured) return std::move(secured).why();
    return write_json(*secured, 2);
  }
  const auto contexts = items_of(member(document, "@context"));
  const bool newer = *contexts.front() == json("https://www.w3.org/ns/credentials/v2");
  json claims = newer ? document : json{{"vc", document}};
  claim(claims, "iss", badge.issuer.id);
  claim(claims, "sub", badge.subject_id);
  claim(claims, "jti", badge.id);
  claim(claims, "nbf", badge.valid_from);
  claim(claims, "exp", badge.valid_until);
  const json header{{"kid", key_id}, {"typ", newer ? "vc+jwt" : "JWT"}};
  return make_jws(header, write_json(claims), key, algorithm_of(open));
}

result<std::string> issue_2(const inquiry& q, const json& assertion, const private_key& key,
                            const issue_options& options) {
  const assertion_documents known = gather(q, assertion);
  q.out.subject = read_assertion(assertion, badge_version::ob_2_0, known.badge, known.issuer);
  check_assertion_shape(q, assertion, known);
  check_dates_2(q, assertion);
  if (auto why = refusal(q.out)) return *std::move(why);
  if (options.suite) return fail(failure::unsupported, say::issue_suite, {std::string(name_of(*options.suite))});
  const json* verification = member(assertion, "verification");
  const auto kinds = verification ? texts_of(member(*verification, "type")) : std::vector<std::string>{};
  const std::string creator = verification ? id_of(member(*verification, "creator")) : std::string{};
  if (creator.empty() || !(contains(kinds, "signed") || contains(kinds, "SignedBadge")))
    return fail(failure::input, say::issue_not_signed);
  if (!options.key_id.empty() && options.key_id != creator)
    return fail(failure::input, say::issue_creator, {creator, options.key_id});
  return make_jws({{"kid", creator}, {"typ", "JWT"}}, write_json(assertion), key, algorithm_of(key.public_part()));
}

}  // namespace

result<std::string> issue(const json& document, const private_key& key, const issue_options& options,
                          const context& with) {
  verification seen;
  const verify_options nothing;
  reading_budget budget;
  const inquiry q{nothing, with.now, seen, {}, with, budget};
  switch (version_of(document)) {
    case badge_version::ob_3_0: return issue_3(q, document, key, options);
    case badge_version::ob_2_0: return issue_2(q, document, key, options);
    default: return fail(failure::input, say::issue_not_a_badge);
  }
}

}  // namespace activateur
