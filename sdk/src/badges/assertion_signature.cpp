// Open Badges 2.0, SignedBadge: the signature of an assertion, whose key it is, and the issuer's list of revoked ones.
#include <algorithm>

#include "badges/assertion.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/published_key.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// Keys tried for a badge that does not name its own: each may cost a look-up and a verification.
constexpr std::size_t keys_tried_max = 8;

// `creator`; else the keys that the issuer's profile declares, the one the token names alone when it is among them.
std::vector<std::string> candidates(const json& assertion, const assertion_documents& known, const jws& token) {
  const json* way = way_of(assertion);
  const std::string creator = way != nullptr ? id_of(member(*way, "creator")) : std::string{};
  if (!creator.empty()) return {creator};
  std::vector<std::string> listed;
  for (const json* entry : items_of(member(known.issuer, "publicKey"))) {
    if (std::string id = id_of(entry); !id.empty()) listed.push_back(std::move(id));
  }
  if (contains(listed, token.key_id)) return {token.key_id};
  if (listed.size() > keys_tried_max) listed.resize(keys_tried_max);
  if (listed.empty() && !token.key_id.empty()) listed.push_back(token.key_id);
  return listed;
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

enum class outcome { good, no_document, no_key, unfit, wrong };

struct attempt {
  outcome how = outcome::no_document;
  std::string creator;
  json document;
  sentence why_no_key;
  std::string thumbprint;
};

attempt try_key(const inquiry& q, std::string creator, const assertion_documents& known, const jws& token,
                json& evidence) {
  attempt out;
  out.creator = std::move(creator);
  out.document = key_document(q, out.creator, known, evidence);
  if (!out.document.is_object()) return out;
  const auto key = read_published_key(out.document);
  if (!key) {
    out.how = outcome::no_key;
    out.why_no_key = key.why().what;
    return out;
  }
  out.thumbprint = key->thumbprint();
  if (!key->fits(token.algorithm))
    out.how = outcome::unfit;
  else
    out.how =
        key->verify(token.algorithm, as_octets(token.signed_part), token.signature) ? outcome::good : outcome::wrong;
  return out;
}

// The key that verifies; else one that is not at hand, for it might; else the first.
attempt find_signer(const inquiry& q, const std::vector<std::string>& names, const assertion_documents& known,
                    const jws& token, json& evidence) {
  std::optional<attempt> told;
  for (const std::string& name : names) {
    attempt one = try_key(q, name, known, token, evidence);
    if (one.how == outcome::good) return one;
    if (!told || (one.how == outcome::no_document && told->how != outcome::no_document)) told = std::move(one);
  }
  return *std::move(told);
}

void check_link(const inquiry& q, const attempt& signer, const assertion_documents& known, json evidence) {
  const std::string& creator = signer.creator;
  const auto refuse = [&](const message& m, std::vector<std::string> args) {
    q.invalid("key", m, std::move(args), std::move(evidence));
  };
  if (known.issuer_id.empty()) return q.unknown("key", say::issuer_unknown, {}, std::move(evidence));
  const std::string id = id_of(&signer.document);
  if (!id.empty() && !same_but_for_tls(id, creator)) return refuse(say::key_document_id, {creator, id});
  const std::string owner = id_of(member(signer.document, "owner"));
  if (!same_but_for_tls(owner, known.issuer_id)) return refuse(say::key_owner, {creator, owner, known.issuer_id});
  if (const auto since = withdrawn(signer.document, q.at)) return refuse(say::key_over, {creator, to_date(*since)});
  // A profile inside the signed badge is the signer's word about itself.
  if (!known.issuer_at_hand) return q.unknown("key", say::key_unanchored, {known.issuer_id}, std::move(evidence));
  for (const json* entry : items_of(member(known.issuer, "publicKey"))) {
    if (id_of(entry) == creator) return q.valid("key", say::key_anchored, {known.issuer_id}, std::move(evidence));
  }
  refuse(say::key_not_in_profile, {creator});
}

}  // namespace

void check_assertion_signature(const inquiry& q, const json& assertion, const assertion_documents& known,
                               const jws& token) {
  const std::string alg(jose_name(token.algorithm));
  const auto names = candidates(assertion, known, token);
  json evidence{{"creator", names.empty() ? std::string{} : names.front()},
                {"issuer", known.issuer_id},
                {"documents", json::array()}};
  if (names.empty()) {
    q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
    // The profile might name the key: without it nothing is known, with it nothing is named.
    if (known.issuer_at_hand) return q.invalid("key", say::key_none, {}, std::move(evidence));
    return q.unknown("key", say::issuer_unknown, {}, std::move(evidence));
  }
  if (known.issuer_at_hand) evidence["documents"].push_back(q.look_up(known.issuer_id).evidence());
  const attempt signer = find_signer(q, names, known, token, evidence);
  evidence["creator"] = signer.creator;
  if (!signer.thumbprint.empty()) evidence["thumbprint"] = signer.thumbprint;
  switch (signer.how) {
    case outcome::no_document:
      q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
      return q.unknown("key", say::key_document, {signer.creator}, std::move(evidence));
    case outcome::no_key:
      q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}});
      return q.add("key", verdict::invalid, signer.why_no_key, std::move(evidence));
    case outcome::unfit: q.invalid("proof", say::proof_algorithm, {alg}, {{"alg", alg}}); break;
    case outcome::wrong: q.invalid("proof", say::proof_wrong, {}, {{"alg", alg}}); break;
    case outcome::good: q.valid("proof", say::proof_good, {alg}, {{"alg", alg}}); break;
  }
  check_link(q, signer, known, std::move(evidence));
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
  const bool newer = document.is_object() && document.contains("revokedAssertions");
  // Up to 1.1 the list is an object: the uid or id of each revoked badge, and the reason.
  const bool older = document.is_object() && !newer && q.out.subject.version < badge_version::ob_2_0;
  if (!newer && !older) return q.unknown("status", say::status_malformed, {url, "revokedAssertions"}, list.evidence());
  const std::string id = id_of(&assertion);
  const std::string uid = text_of(assertion, "uid");
  if (id.empty() && uid.empty()) return q.unknown("status", say::status_no_id, {url}, list.evidence());
  const auto revoked = [&](const std::string& reason) {
    q.invalid("status", say::status_revoked, {shortened(reason, 200)}, list.evidence());
  };
  if (older) {
    for (const std::string& key : {uid, id}) {
      const auto entry = key.empty() ? document.end() : document.find(key);
      if (entry != document.end()) return revoked(entry->is_string() ? entry->get<std::string>() : std::string{});
    }
  }
  for (const json* entry : items_of(member(document, "revokedAssertions"))) {
    const std::string named = id_of(entry);
    const std::string named_uid = text_of(*entry, "uid");
    if ((!id.empty() && same_but_for_tls(named, id)) || (!uid.empty() && named_uid == uid))
      return revoked(text_of(*entry, "revocationReason"));
  }
  q.valid("status", say::status_good, {url}, list.evidence());
}

}  // namespace activateur
