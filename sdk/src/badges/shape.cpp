#include "badges/shape.hpp"

#include "crypto/encoding.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr std::string_view vc_2 = "https://www.w3.org/ns/credentials/v2";
constexpr std::string_view vc_1 = "https://www.w3.org/2018/credentials/v1";
constexpr std::string_view ob_3 = "https://purl.imsglobal.org/spec/ob/v3p0/";

enum class context_kind { other, numbered, alias };

// `context.json` and `context-3.0.N.json` are the published addresses; the others serve the same terms.
context_kind kind_of_context(std::string_view url) {
  if (url.starts_with(ob_3)) {
    const std::string_view rest = url.substr(ob_3.size());
    if (rest.starts_with("context-3.0.") && rest.ends_with(".json")) return context_kind::numbered;
    if (rest == "context.json" || rest == "context/ob_v3p0.jsonld") return context_kind::alias;
  }
  if (url == "https://imsglobal.github.io/openbadges-specification/context.json") return context_kind::alias;
  return context_kind::other;
}

void check_context(const inquiry& q, const json& document) {
  const json* context = member(document, "@context");
  if (context == nullptr) return q.invalid("context", say::context_missing, {std::string(vc_2)});
  const auto list = items_of(context);
  const std::string first = list.front()->is_string() ? list.front()->get<std::string>() : "{}";
  if (first != vc_2 && first != vc_1) return q.invalid("context", say::context_first, {first});
  json used = json::array();
  std::string alias;
  bool numbered = false;
  for (const json* item : list) {
    used.push_back(item->is_string() ? *item : json("inline"));
    if (!item->is_string()) continue;
    const auto url = item->get<std::string>();
    const context_kind kind = kind_of_context(url);
    numbered = numbered || kind == context_kind::numbered;
    if (kind == context_kind::alias) alias = url;
  }
  json evidence{{"contexts", std::move(used)}};
  if (numbered)
    return q.valid(
        "context", say::context_good,
        {first == vc_2 ? "Verifiable Credentials 2.0, Open Badges 3.0" : "Verifiable Credentials 1.1, Open Badges 3.0"},
        std::move(evidence));
  if (!alias.empty()) return q.valid("context", say::context_alias, {alias}, std::move(evidence));
  q.invalid("context", say::context_no_open_badges, {}, std::move(evidence));
}

bool is_endorsement(const std::vector<std::string>& types) { return contains(types, "EndorsementCredential"); }

void check_type(const inquiry& q, const std::vector<std::string>& types) {
  if (!contains(types, "VerifiableCredential"))
    return q.invalid("type", say::type_wrong, {"VerifiableCredential", joined(types)});
  if (contains(types, "OpenBadgeCredential") || contains(types, "AchievementCredential"))
    return q.valid("type", say::type_good, {joined(types)});
  if (is_endorsement(types)) return q.valid("type", say::type_endorsement);
  q.invalid("type", say::type_wrong, {"OpenBadgeCredential / AchievementCredential", joined(types)});
}

// A type that is not written at all is tolerated: many issuers leave nested types out.
bool type_is(const json& object, const char* wanted, std::vector<std::string>& found) {
  found = texts_of(member(object, "type"));
  return member(object, "type") == nullptr || contains(found, wanted);
}

void check_subject(const inquiry& q, const json& document, bool endorsement) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  if (subjects.empty()) return q.invalid("subject", say::subject_missing, {"credentialSubject"});
  if (subjects.size() > 1) return q.invalid("subject", say::subject_many, {std::to_string(subjects.size())});
  const json& subject = *subjects.front();
  if (!subject.is_object()) return q.invalid("subject", say::subject_missing, {"credentialSubject"});
  std::vector<std::string> types;
  const char* wanted = endorsement ? "EndorsementSubject" : "AchievementSubject";
  if (!type_is(subject, wanted, types)) return q.invalid("subject", say::subject_type, {wanted, joined(types)});
  if (text_of(subject, "id").empty() && items_of(member(subject, "identifier")).empty())
    return q.invalid("subject", say::subject_no_identity);
  q.valid("subject", say::subject_good);
}

void check_achievement(const inquiry& q, const json& document) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  const json* what = subjects.empty() ? nullptr : member(*subjects.front(), "achievement");
  if (what == nullptr || !what->is_object())
    return q.invalid("achievement", say::achievement_missing, {"credentialSubject.achievement"});
  std::vector<std::string> types;
  if (!type_is(*what, "Achievement", types))
    return q.invalid("achievement", say::achievement_type, {"Achievement", joined(types)});
  for (const char* required : {"id", "name", "description", "criteria"}) {
    if (member(*what, required) == nullptr) return q.invalid("achievement", say::achievement_property, {required});
  }
  q.valid("achievement", say::achievement_good, {q.out.subject.what.name});
}

void check_issuer(const inquiry& q, const json& document) {
  const json* issuer = member(document, "issuer");
  if (issuer == nullptr || !(issuer->is_object() || issuer->is_string()))
    return q.invalid("issuer", say::issuer_missing);
  const std::string id = id_of(issuer);
  if (!has_scheme(id)) return q.invalid("issuer", say::issuer_id, {id});
  std::vector<std::string> types;
  if (issuer->is_object() && !type_is(*issuer, "Profile", types))
    return q.invalid("issuer", say::issuer_type, {"Profile", joined(types)});
  q.valid("issuer", say::issuer_good, {id});
}

// The first fault of one embedded proof; empty when its shape is right (Data Integrity 1.0, section 2.1).
sentence fault_of_proof(const json& proof, instant at) {
  const std::string type = text_of(proof, "type");
  if (type.empty()) return sentence(say::proof_malformed, {"type"});
  if (type == "DataIntegrityProof" && text_of(proof, "cryptosuite").empty())
    return sentence(say::proof_malformed, {"cryptosuite"});
  const std::string method = id_of(member(proof, "verificationMethod"));
  if (method.empty()) return sentence(say::proof_malformed, {"verificationMethod"});
  if (!has_scheme(method)) return sentence(say::proof_method_scheme, {method});
  const std::string purpose = text_of(proof, "proofPurpose");
  if (purpose != "assertionMethod") return sentence(say::proof_purpose, {purpose});
  const std::string value = text_of(proof, "proofValue");
  if (value.empty() && text_of(proof, "jws").empty()) return sentence(say::proof_malformed, {"proofValue"});
  // base64url values (ecdsa-sd-2023) may be long; their alphabet is checked with the proof itself.
  if (!value.empty() && value.front() != 'u' && !(value.front() == 'z' && from_multibase(value)))
    return sentence(say::proof_value);
  if (const auto expires = parse_date_time(text_of(proof, "expires")); expires && *expires <= at)
    return sentence(say::proof_expired, {to_date(*expires)});
  return {};
}

}  // namespace

void check_shape(const inquiry& q, const json& document) {
  const auto types = texts_of(member(document, "type"));
  check_context(q, document);
  check_type(q, types);
  check_subject(q, document, is_endorsement(types));
  if (!is_endorsement(types)) check_achievement(q, document);
  check_issuer(q, document);
}

void check_embedded_proof(const inquiry& q, const json& document) {
  const auto proofs = items_of(member(document, "proof"));
  if (proofs.empty()) return q.invalid("proof", say::proof_missing);
  sentence first_fault;
  for (const json* proof : proofs) {
    sentence fault = fault_of_proof(*proof, q.at);
    if (!fault.empty()) {
      if (first_fault.empty()) first_fault = std::move(fault);
      continue;
    }
    // One proof of the right shape is enough to have something to check; a faulty one beside it does not hide it.
    const std::string suite = text_of(*proof, "cryptosuite");
    const std::string kind = suite.empty() ? text_of(*proof, "type") : suite;
    const std::string method = id_of(member(*proof, "verificationMethod"));
    q.unknown("proof", say::proof_not_yet, {kind}, {{"suite", kind}, {"verificationMethod", method}});
    q.unknown("key", say::key_not_yet, {method});
    return;
  }
  q.add("proof", verdict::invalid, std::move(first_fault));
  q.unknown("key", say::key_not_examined);
}

}  // namespace activateur
