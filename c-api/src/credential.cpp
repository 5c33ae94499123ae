#include "activateur/credential.h"

#include "base/text.hpp"
#include "verify_call.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr message bad_key_type{"key.type", "\"{0}\" is no key type. Use ed25519, p256, p384 or rsa.",
                               "« {0} » n'est pas un type de clé. Utilisez ed25519, p256, p384 ou rsa."};

constexpr message bad_suite{"proof.suite",
                            "\"{0}\" is no suite to sign with. Use eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019 or "
                            "ecdsa-jcs-2019.",
                            "« {0} » n'est pas une suite de signature. Utilisez eddsa-rdfc-2022, eddsa-jcs-2022, "
                            "ecdsa-rdfc-2019 ou ecdsa-jcs-2019."};

int32_t verdict_number(const json& holder) {
  const auto member = holder.find("verdict");
  if (member == holder.end() || !member->is_string()) return 0;
  const std::string& text = member->get_ref<const std::string&>();
  if (text == "valid") return ADP_VALID;
  if (text == "invalid") return ADP_INVALID;
  return text == "indeterminate" ? ADP_INDETERMINATE : 0;
}

// The first result of a verification report, or null.
const json* first_result(const adp_document* report) {
  if (adp_document_schema(report).len == 0) return nullptr;
  const auto results = report->value.find("results");
  if (results == report->value.end() || !results->is_array() || results->empty()) return nullptr;
  return &results->front();
}

const json* checks_of(const adp_document* report) {
  const json* result = first_result(report);
  if (result == nullptr || !result->is_object()) return nullptr;
  const auto checks = result->find("checks");
  return checks == result->end() || !checks->is_array() ? nullptr : &*checks;
}

adp_str text_of(const json& holder, const char* name) {
  const auto member = holder.find(name);
  return member == holder.end() || !member->is_string() ? adp_str{nullptr, 0}
                                                        : lend(member->get_ref<const std::string&>());
}

result<std::string> sign(const adp_document& document, std::string_view private_jwk, const issue_options& options,
                         const context& with) {
  const result<json> read_key = read_json(private_jwk, {}, "JWK");
  if (!read_key) return read_key.why();
  const result<private_key> key = private_key::from_jwk(*read_key);
  if (!key) return key.why();
  return issue(document.value, *key, options, with);
}

}  // namespace

namespace activateur::c_api {

bool read_options(const adp_session& session, const adp_verify_options& known, verify_options& out) {
  std::string_view recipient, fetched_from;
  if (known.flags != 0 || known.reserved != 0) return false;
  if (!read(known.recipient, recipient) || !read(known.fetched_from, fetched_from)) return false;
  if (known.at_ms != 0) out.at = moment_of(known.at_ms);
  out.documents = known.snapshot == nullptr ? nullptr : known.snapshot->source();
  out.contexts = session.core->contexts();
  out.recipient = recipient;
  out.fetched_from = fetched_from;
  return true;
}

result<std::optional<verification_policy>> read_policy_option(const adp_document* given) {
  if (given == nullptr) return std::optional<verification_policy>{};
  auto read = read_verification_policy(given->value, "policy");
  if (!read) return std::move(read).why();
  return std::optional(*std::move(read));
}

}  // namespace activateur::c_api

adp_status adp_credential_verify(adp_session* session, adp_str input, adp_str name, const adp_verify_options* options,
                                 adp_document** report) {
  if (report != nullptr) *report = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view bytes, source;
    adp_verify_options known;
    verify_options asked;
    if (report == nullptr) return misuse(session, "report is NULL");
    if (!copy_options(options, known) || !read_options(*session, known, asked))
      return misuse(session, "options are not understood");
    if (!read_bytes(input, bytes) || !read(name, source)) return misuse(session, "a text is NULL but has a length");
    const auto policy = read_policy_option(known.policy);
    if (!policy) return record(*session, policy.why());
    asked.policy = policy->has_value() ? &**policy : nullptr;
    const context with = context_of(*session, known.at_ms);
    result<verification> done = verify_credential(bytes, std::string(source), asked, with);
    if (!done) return record(*session, done.why());
    return give_document(*session, to_document(std::vector<verification>{*std::move(done)}, with), report);
  });
}

adp_status adp_credentials_verify(adp_session* session, const adp_credential_input* inputs, size_t count,
                                  const adp_verify_options* options, adp_document** report) {
  if (report != nullptr) *report = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_verify_options known;
    verify_options asked;
    if (report == nullptr) return misuse(session, "report is NULL");
    if (inputs == nullptr && count != 0) return misuse(session, "inputs is NULL");
    if (!copy_options(options, known) || !read_options(*session, known, asked) || !asked.fetched_from.empty())
      return misuse(session, "options are not understood");
    const auto policy = read_policy_option(known.policy);
    if (!policy) return record(*session, policy.why());
    asked.policy = policy->has_value() ? &**policy : nullptr;
    std::vector<credential_input> all(count);
    for (size_t i = 0; i < count; ++i) {
      std::string_view source;
      if (!read_bytes(inputs[i].bytes, all[i].bytes) || !read(inputs[i].name, source))
        return misuse(session, "a text is NULL but has a length");
      all[i].source = source;
    }
    const context with = context_of(*session, known.at_ms);
    const auto done = verify_credentials(all, asked, known.threads, with);
    if (!done) return record(*session, done.why());
    return give_document(*session, to_document(*done, with), report);
  });
}

adp_status adp_context_add(adp_session* session, adp_str url, const adp_document* context_document) {
  return guarded(session, [&]() -> adp_status {
    std::string_view named;
    if (context_document == nullptr || !read(url, named) || named.empty())
      return misuse(session, "url or context is NULL");
    session->core->add_context(std::string(named), context_document->value);
    return ADP_OK;
  });
}

int32_t adp_verification_verdict(const adp_document* report) {
  const json* result = first_result(report);
  return result == nullptr ? 0 : verdict_number(*result);
}

size_t adp_verification_check_count(const adp_document* report) {
  const json* checks = checks_of(report);
  return checks == nullptr ? 0 : checks->size();
}

adp_status adp_verification_check_at(const adp_document* report, size_t position, adp_check* check) {
  if (report == nullptr || check == nullptr) return ADP_E_USAGE;
  const json* checks = checks_of(report);
  if (checks == nullptr) return ADP_E_USAGE;
  if (position >= checks->size()) return ADP_E_NOT_FOUND;
  const json& one = (*checks)[position];
  const adp_check known = {sizeof(adp_check), verdict_number(one), text_of(one, "name"), text_of(one, "code"),
                           text_of(one, "message")};
  return fill(known, check);
}

adp_status adp_credential_unbake(adp_session* session, adp_str picture, adp_str name, adp_bytes* credential) {
  if (credential != nullptr) *credential = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    std::string_view bytes, source;
    if (credential == nullptr) return misuse(session, "credential is NULL");
    if (!read_bytes(picture, bytes) || !read(name, source)) return misuse(session, "picture or name is NULL");
    const result<unbaked> found = unbake(bytes, std::string(source));
    if (!found) return record(*session, found.why());
    return give(found->text, credential);
  });
}

adp_status adp_credential_bake(adp_session* session, adp_str picture, adp_str credential, adp_str name,
                               adp_bytes* baked) {
  if (baked != nullptr) *baked = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    std::string_view bytes, text, source;
    if (baked == nullptr) return misuse(session, "baked is NULL");
    if (!read_bytes(picture, bytes) || !read_bytes(credential, text) || !read(name, source))
      return misuse(session, "picture, credential or name is NULL");
    const result<std::string> done = bake(bytes, trimmed(text), std::string(source));
    if (!done) return record(*session, done.why());
    return give(*done, baked);
  });
}

adp_status adp_credential_issue(adp_session* session, const adp_document* document, adp_str private_jwk, adp_str key_id,
                                adp_bytes* jws) {
  if (jws != nullptr) *jws = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    std::string_view jwk, id;
    if (jws == nullptr || document == nullptr) return misuse(session, "document or jws is NULL");
    if (!read_bytes(private_jwk, jwk) || !read(key_id, id)) return misuse(session, "private_jwk or key_id is NULL");
    const result<std::string> signed_text = sign(*document, jwk, {std::string(id), {}}, context_of(*session));
    if (!signed_text) return record(*session, signed_text.why());
    return give(*signed_text, jws);
  });
}

adp_status adp_credential_prove(adp_session* session, const adp_document* document, adp_str private_jwk, adp_str key_id,
                                adp_str suite, adp_bytes* credential) {
  if (credential != nullptr) *credential = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    std::string_view jwk, id, name;
    if (credential == nullptr || document == nullptr) return misuse(session, "document or credential is NULL");
    if (!read_bytes(private_jwk, jwk) || !read(key_id, id) || !read(suite, name))
      return misuse(session, "private_jwk, key_id or suite is NULL");
    const std::optional<cryptosuite> wanted = cryptosuite_named(name);
    if (!name.empty() && !wanted) return record(*session, fail(failure::unsupported, bad_suite, {shortened(name, 40)}));
    issue_options options{std::string(id), wanted, session->core->contexts()};
    if (!wanted) {
      const result<json> key = read_json(jwk, {}, "JWK");
      const bool okp = key && key->is_object() && key->value("kty", json()) == json("OKP");
      options.suite = okp ? cryptosuite::eddsa_rdfc_2022 : cryptosuite::ecdsa_rdfc_2019;
    }
    const result<std::string> done = sign(*document, jwk, options, context_of(*session));
    if (!done) return record(*session, done.why());
    return give(*done, credential);
  });
}

adp_status adp_key_generate(adp_session* session, adp_str type, adp_bytes* private_jwk) {
  if (private_jwk != nullptr) *private_jwk = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (private_jwk == nullptr || !read(type, asked)) return misuse(session, "type or private_jwk is NULL");
    key_type kind{};
    if (asked == "ed25519")
      kind = key_type::ed25519;
    else if (asked == "p256")
      kind = key_type::p256;
    else if (asked == "p384")
      kind = key_type::p384;
    else if (asked == "rsa")
      kind = key_type::rsa;
    else
      return record(*session, fail(failure::unsupported, bad_key_type, {shortened(asked, 40)}));
    const result<private_key> key = private_key::generate(kind);
    if (!key) return record(*session, key.why());
    return give(write_json(key->jwk()), private_jwk);
  });
}

adp_status adp_key_public(adp_session* session, adp_str jwk, adp_document** public_key_document) {
  if (public_key_document != nullptr) *public_key_document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view text;
    if (public_key_document == nullptr || !read_bytes(jwk, text)) return misuse(session, "jwk or public_key is NULL");
    const result<json> read_key = read_json(text, {}, "JWK");
    if (!read_key) return record(*session, read_key.why());
    const auto read_public = [&]() -> result<public_key> {
      if (!read_key->is_object() || !read_key->contains("d")) return public_key::from_jwk(*read_key);
      const result<private_key> whole = private_key::from_jwk(*read_key);
      if (!whole) return whole.why();
      return whole->public_part();
    };
    const result<public_key> key = read_public();
    if (!key) return record(*session, key.why());
    json out = {
        {"schema", "activateur/key/1"}, {"jwk", key->jwk()}, {"pem", key->pem()}, {"thumbprint", key->thumbprint()}};
    if (const std::string multikey = key->multikey(); !multikey.empty()) {
      out["multikey"] = multikey;
      out["did"] = "did:key:" + multikey;
    }
    return give_document(*session, std::move(out), public_key_document);
  });
}
