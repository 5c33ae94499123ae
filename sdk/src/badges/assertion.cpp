#include "badges/assertion.hpp"

#include <algorithm>

#include "badges/baking.hpp"
#include "badges/checks.hpp"
#include "badges/published_key.hpp"
#include "badges/reading.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr message hosted_revoked{"hosted.revoked", "The site of the badge says that it is revoked. {0}",
                                 "Le site du badge dit qu'il est révoqué. {0}"};

bool says_revoked(const json& document) {
  const json* revoked = member(document, "revoked");
  return revoked != nullptr && *revoked == json(true);
}

// The hosted copy may be the JSON itself or a picture that holds it.
json copy_served(const served& copy) {
  auto found = unbake(copy.body, copy.url);
  if (!found) return nullptr;
  auto read = read_json(found->text, {limits::json_bytes, limits::json_depth, limits::json_values}, copy.url);
  return read ? *std::move(read) : json(nullptr);
}

// Open Badges 2.0, HostedBadge: the id of the assertion must lie where the issuer's `verification` allows; without
// one, on the issuer's own site. http and https of one host count as one site: badges outlive the move to HTTPS.
bool in_scope(const inquiry& q, const std::string& id, const assertion_documents& known) {
  const auto here = read_web_address(id);
  const auto issuer = read_web_address(known.issuer_id);
  const json* policy = member(known.issuer, "verification");
  const auto prefixes = policy ? texts_of(member(*policy, "startsWith")) : std::vector<std::string>{};
  std::vector<std::string> origins;
  // A profile inside the badge may narrow where the badge lives, not widen it.
  if (policy != nullptr && known.issuer_at_hand) origins = texts_of(member(*policy, "allowedOrigins"));
  if (origins.empty() && issuer) origins.push_back(issuer->authority());
  const auto allows = [&](const std::string& origin) {
    const auto written = read_web_address(origin);
    return here && (written ? written->authority() : origin) == here->authority();
  };
  if (std::none_of(origins.begin(), origins.end(), allows)) {
    q.invalid("hosted", say::hosted_scope, {id, joined(origins)});
    return false;
  }
  if (!prefixes.empty() &&
      std::none_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return id.starts_with(p); })) {
    q.invalid("hosted", say::hosted_scope, {id, joined(prefixes)});
    return false;
  }
  return true;
}

// Where the site of `id` serves the very bytes that were given: sites move badges without rewriting their ids.
std::string same_site_address(const inquiry& q, const std::string& id) {
  const auto site = read_web_address(id);
  if (q.asked.documents == nullptr || !site || q.bytes.empty()) return {};
  for (const std::string& url : q.asked.documents->serving(q.bytes)) {
    const auto there = read_web_address(url);
    if (there && there->authority() == site->authority()) return url;
  }
  return {};
}

// The copy at the document's own id.
void check_copy(const inquiry& q, const json& document, const std::string& id) {
  const served copy = q.look_up(id);
  if (!copy.at_hand) {
    const auto from = read_web_address(q.asked.fetched_from);
    if (from && from->secure() && same_but_for_tls(id, q.asked.fetched_from))
      return q.valid("hosted", say::hosted_fetched, {id}, {{"url", q.asked.fetched_from}, {"sha256", q.out.sha256}});
    if (const std::string url = same_site_address(q, id); !url.empty())
      return q.valid("hosted", say::hosted_elsewhere, {id, url}, {{"url", url}, {"sha256", q.out.sha256}});
    return q.unknown("hosted", say::hosted_missing, {id});
  }
  if (copy.status == 404 || copy.status == 410)
    return q.invalid("hosted", say::hosted_gone, {id, std::to_string(copy.status)}, copy.evidence());
  if (!copy.good())
    return q.unknown("hosted", say::hosted_unavailable, {id, std::to_string(copy.status)}, copy.evidence());
  const json value = copy_served(copy);
  if (!value.is_object()) return q.unknown("hosted", say::hosted_unreadable, {id}, copy.evidence());
  if (says_revoked(value))
    return q.invalid("hosted", hosted_revoked, {shortened(text_of(value, "revocationReason"), 200)}, copy.evidence());
  if (value != document) return q.invalid("hosted", say::hosted_differs, {id}, copy.evidence());
  q.valid("hosted", say::hosted_good, {id}, copy.evidence());
}

void check_hosted(const inquiry& q, const json& assertion, const assertion_documents& known) {
  const std::string id = id_of(&assertion);
  if (!read_web_address(id)) return q.invalid("hosted", say::hosted_id, {id});
  if (known.issuer_id.empty()) return q.unknown("hosted", say::hosted_no_issuer, {id});
  if (!in_scope(q, id, known)) return;
  check_copy(q, assertion, id);
}

std::string creator_of(const json& assertion, const assertion_documents& known, const jws& token) {
  const json* verification = member(assertion, "verification");
  std::string named = verification ? id_of(member(*verification, "creator")) : std::string{};
  if (!named.empty()) return named;
  const auto listed = items_of(member(known.issuer, "publicKey"));
  if (listed.size() == 1) named = id_of(listed.front());
  return named.empty() ? token.key_id : named;
}

// The CryptographicKey: in the issuer's own profile, else at its address.
json key_document(const inquiry& q, const std::string& creator, const assertion_documents& known, json& evidence) {
  if (known.issuer_at_hand) {
    for (const json* entry : items_of(member(known.issuer, "publicKey"))) {
      if (entry->is_object() && id_of(entry) == creator && member(*entry, "publicKeyPem") != nullptr) return *entry;
    }
  }
  const served found = q.look_up(creator);
  if (found.at_hand) evidence["documents"].push_back(found.evidence());
  return found.good() ? found.value() : json(nullptr);
}

void check_link(const inquiry& q, const std::string& creator, const json& key, const assertion_documents& known,
                json evidence) {
  const auto refuse = [&](const message& m, std::vector<std::string> args) {
    q.invalid("key", m, std::move(args), std::move(evidence));
  };
  if (known.issuer_id.empty()) return q.unknown("key", say::issuer_unknown, {}, std::move(evidence));
  const std::string id = id_of(&key);
  if (!id.empty() && !same_but_for_tls(id, creator)) return refuse(say::key_document_id, {creator, id});
  const std::string owner = id_of(member(key, "owner"));
  if (!same_but_for_tls(owner, known.issuer_id)) return refuse(say::key_owner, {creator, owner, known.issuer_id});
  if (const auto since = withdrawn(key, q.at)) return refuse(say::key_over, {creator, to_date(*since)});
  // A profile inside the signed badge is the signer's word about itself.
  if (!known.issuer_at_hand) return q.unknown("key", say::key_unanchored, {known.issuer_id}, std::move(evidence));
  for (const json* entry : items_of(member(known.issuer, "publicKey"))) {
    if (id_of(entry) == creator) return q.valid("key", say::key_anchored, {known.issuer_id}, std::move(evidence));
  }
  refuse(say::key_not_in_profile, {creator});
}

void check_signature_2(const inquiry& q, const json& assertion, const assertion_documents& known, const jws& token) {
  const std::string alg(jose_name(token.algorithm));
  const std::string creator = creator_of(assertion, known, token);
  json evidence{{"creator", creator}, {"issuer", known.issuer_id}, {"documents", json::array()}};
  if (creator.empty()) {
    q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
    // The profile might name the key: without it nothing is known, with it nothing is named.
    if (known.issuer_at_hand) return q.invalid("key", say::key_none, {}, std::move(evidence));
    return q.unknown("key", say::issuer_unknown, {}, std::move(evidence));
  }
  if (known.issuer_at_hand) evidence["documents"].push_back(q.look_up(known.issuer_id).evidence());
  const json document = key_document(q, creator, known, evidence);
  if (!document.is_object()) {
    q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
    return q.unknown("key", say::key_document, {creator}, std::move(evidence));
  }
  const auto key = read_published_key(document);
  if (!key) {
    q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
    return q.add("key", verdict::invalid, key.why().what, std::move(evidence));
  }
  evidence["thumbprint"] = key->thumbprint();
  if (!key->fits(token.algorithm))
    q.invalid("proof", say::proof_algorithm, {alg}, {{"alg", alg}});
  else if (!key->verify(token.algorithm, as_octets(token.signed_part), token.signature))
    q.invalid("proof", say::proof_wrong, {}, {{"alg", alg}});
  else
    q.valid("proof", say::proof_good, {alg}, {{"alg", alg}});
  check_link(q, creator, document, known, std::move(evidence));
}

// Open Badges 2.0, RevocationList: assertions by id, or by the uid of the 1.x one.
void check_revocation_list(const inquiry& q, const json& assertion, const assertion_documents& known) {
  if (says_revoked(assertion)) return q.invalid("status", say::status_revoked, {""});
  const std::string url = id_of(member(known.issuer, "revocationList"));
  if (!known.issuer_at_hand) {
    if (known.issuer_id.empty()) return q.unknown("status", say::issuer_unknown);
    return q.unknown("status", say::issuer_document, {known.issuer_id});
  }
  if (url.empty()) return q.valid("status", say::status_none);
  const served list = q.look_up(url);
  if (!list.good()) return q.unknown("status", say::status_unreachable, {url}, list.evidence());
  const json document = list.value();
  if (!document.is_object() || !document.contains("revokedAssertions"))
    return q.unknown("status", say::status_malformed, {url, "revokedAssertions"}, list.evidence());
  const std::string id = id_of(&assertion);
  const std::string uid = text_of(assertion, "uid");
  if (id.empty() && uid.empty()) return q.unknown("status", say::status_no_id, {url}, list.evidence());
  for (const json* entry : items_of(member(document, "revokedAssertions"))) {
    const std::string named = id_of(entry);
    const std::string named_uid = text_of(*entry, "uid");
    const bool same = (!id.empty() && same_but_for_tls(named, id)) || (!uid.empty() && named_uid == uid);
    if (same)
      return q.invalid("status", say::status_revoked, {shortened(text_of(*entry, "revocationReason"), 200)},
                       list.evidence());
  }
  q.valid("status", say::status_good, {url}, list.evidence());
}

void read_subject(const inquiry& q, const json& assertion, const assertion_documents& known, proof_form form) {
  credential& subject = q.out.subject;
  subject = read_assertion(assertion, badge_version::ob_2_0, known.badge, known.issuer);
  if (!known.issuer_id.empty()) subject.issuer.id = known.issuer_id;
  subject.proof = form;
}

void check_the_rest(const inquiry& q, const json& assertion, const assertion_documents&) {
  check_dates_2(q, assertion);
  check_recipient_2(q, assertion);
}

void check_hosted_profile(const inquiry& q, const json& profile) {
  q.out.subject.version = badge_version::ob_2_0;
  q.out.subject.proof = proof_form::hosted;
  q.out.subject.id = id_of(&profile);
  q.out.subject.types = texts_of(member(profile, "type"));
  q.out.subject.issuer = read_profile(profile);
  q.out.subject.name = q.out.subject.issuer.name;
  q.valid("context", say::context_good, {"Open Badges 2.0"});
  q.valid("type", say::type_profile);
  for (const char* required : {"id", "name", "url", "email"}) {
    if (member(profile, required) == nullptr) return q.invalid("issuer", say::issuer_property, {required});
  }
  const std::string id = id_of(&profile);
  q.valid("issuer", say::issuer_good, {id});
  if (!read_web_address(id)) return q.invalid("hosted", say::hosted_id, {id});
  // A profile may change while badges keep naming it: any address of its site that serves it is its word.
  if (const std::string url = same_site_address(q, id); !url.empty())
    return q.valid("hosted", say::hosted_good, {url}, {{"url", url}, {"sha256", q.out.sha256}});
  check_copy(q, profile, id);
}

}  // namespace

void check_hosted_assertion(const inquiry& q, const json& assertion) {
  if (is_profile(assertion)) return check_hosted_profile(q, assertion);
  const assertion_documents known = gather(q, assertion);
  const json* verification = member(assertion, "verification");
  const auto kinds = verification ? texts_of(member(*verification, "type")) : std::vector<std::string>{};
  const bool hosted = contains(kinds, "hosted") || contains(kinds, "HostedBadge");
  read_subject(q, assertion, known, hosted ? proof_form::hosted : proof_form::none);
  check_assertion_shape(q, assertion, known);
  if (hosted) {
    q.valid("proof", say::proof_hosted);
    check_hosted(q, assertion, known);
  } else {
    q.invalid("proof", say::proof_missing);
  }
  if (says_revoked(assertion))
    q.invalid("status", say::status_revoked, {shortened(text_of(assertion, "revocationReason"), 200)});
  else
    q.valid("status", say::status_none);
  check_the_rest(q, assertion, known);
}

void check_signed_assertion(const inquiry& q, const json& assertion, const jws& token) {
  const assertion_documents known = gather(q, assertion);
  read_subject(q, assertion, known, proof_form::jws);
  check_assertion_shape(q, assertion, known);
  check_signature_2(q, assertion, known, token);
  check_revocation_list(q, assertion, known);
  check_the_rest(q, assertion, known);
}

void check_refused_assertion(const inquiry& q, const json& assertion, const error& why) {
  const assertion_documents known = gather(q, assertion);
  read_subject(q, assertion, known, proof_form::jws);
  check_assertion_shape(q, assertion, known);
  q.add("proof", verdict::invalid, why.what);
  q.unknown("key", say::key_not_examined);
  check_the_rest(q, assertion, known);
}

}  // namespace activateur
