#include "badges/assertion_1.hpp"

#include "badges/assertion_messages.hpp"
#include "badges/checks.hpp"
#include "badges/extension.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/proofs.hpp"
#include "badges/published_key.hpp"
#include "badges/reading.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// A PEM key or the JSON that holds one; more is no key.
constexpr std::size_t key_bytes_max = 64U << 10U;

assertion_documents gather_1(const inquiry& q, const json& assertion, badge_version version) {
  if (version != badge_version::ob_0_5) return gather(q, assertion);
  assertion_documents out;
  out.badge = *member(assertion, "badge");  // an object: it made the version
  if (const json* issuer = member(out.badge, "issuer")) out.issuer = *issuer;
  out.issuer_id = text_of(out.issuer, "origin");
  return out;
}

// `verify.url`; a hosted 1.1 badge may leave it to `id` (Open Badges 1.1, Assertion: the address where it is
// accessible).
std::string verify_url(const json& assertion, badge_version version) {
  const json* way = way_of(assertion);
  std::string url = way != nullptr ? text_of(*way, "url") : std::string{};
  return url.empty() && version == badge_version::ob_1_1 ? id_of(&assertion) : url;
}

bool is_hosted(const json& assertion, badge_version version) {
  const auto kinds = kinds_of_way(assertion);
  return version == badge_version::ob_0_5 || contains(kinds, "hosted") || contains(kinds, "HostedBadge");
}

void read_subject(const inquiry& q, const json& assertion, badge_version version, const assertion_documents& known,
                  proof_form form) {
  credential& subject = q.out.subject;
  subject = read_assertion(assertion, version, known.badge, known.issuer);
  if (!known.issuer_id.empty()) subject.issuer.id = known.issuer_id;
  subject.proof = form;
  // A uid is unique on its site only: where the badge is hosted says more.
  if (form == proof_form::hosted && version != badge_version::ob_0_5) {
    if (std::string url = verify_url(assertion, version); !url.empty()) subject.id = std::move(url);
  }
}

void check_the_rest(const inquiry& q, const json& assertion, const assertion_documents& known) {
  check_dates_2(q, assertion);
  check_recipient_2(q, assertion);
  note_extensions(q, {&assertion, &known.badge, &known.issuer});
}

void check_hosted_1(const inquiry& q, const json& assertion, badge_version version, const assertion_documents& known) {
  const std::string url = verify_url(assertion, version);
  if (!read_web_address(url)) return q.invalid("hosted", say::hosted_url, {shortened(url, 200)});
  if (known.issuer_id.empty()) return q.unknown("hosted", say::hosted_no_issuer, {url});
  if (!same_site(url, known.issuer_id)) return q.invalid("hosted", say::hosted_scope, {url, known.issuer_id});
  check_copy(q, assertion, url, [](const std::string&) { return true; });
}

// A 0.5 assertion names no address: it is the issuer's word only as far as it comes from the issuer's site. A picture
// there proves nothing, for sites show pictures that anybody gave them.
void check_hosted_0_5(const inquiry& q, const assertion_documents& known, const served* found) {
  const std::string& origin = known.issuer_id;
  if (!read_web_address(origin)) return q.unknown("hosted", say::hosted_no_issuer, {origin});
  if (found != nullptr) {
    if (!same_site(found->url, origin)) return q.invalid("hosted", say::hosted_scope, {found->url, origin});
    if (!stayed(*found)) return q.unknown("hosted", say::hosted_redirected, {found->url, found->found_at});
    return q.valid("hosted", say::hosted_good, {found->url}, found->evidence());
  }
  if (q.out.container == "json") {
    const std::string& from = q.asked.fetched_from;
    const auto address = read_web_address(from);
    if (address && address->secure() && same_site(from, origin))
      return q.valid("hosted", say::hosted_fetched, {from}, {{"url", from}, {"sha256", q.out.sha256}});
    if (const std::string there = same_site_address(q, origin); !there.empty())
      return q.valid("hosted", say::hosted_good, {there}, {{"url", there}, {"sha256", q.out.sha256}});
  }
  q.unknown("hosted", say::hosted_address_unknown, {origin});
}

result<public_key> key_served(const served& found) {
  const std::string_view text = trimmed(found.body.substr(0, key_bytes_max));
  return text.starts_with('{') ? read_published_key(found.value()) : public_key::from_pem(text);
}

// What links the key to the issuer is that both are on one site.
void check_link_1(const inquiry& q, const served& key, const assertion_documents& known, json evidence) {
  if (known.issuer_id.empty()) return q.unknown("key", say::issuer_unknown, {}, std::move(evidence));
  if (!same_site(key.url, known.issuer_id))
    return q.invalid("key", say::key_elsewhere, {key.url, known.issuer_id}, std::move(evidence));
  // A key published as a document may say whose it is: sites may host many issuers.
  const json document = key.value();
  if (const std::string owner = id_of(member(document, "owner"));
      !owner.empty() && !same_but_for_tls(owner, known.issuer_id))
    return q.invalid("key", say::key_owner, {key.url, owner, known.issuer_id}, std::move(evidence));
  if (const auto since = withdrawn(document, q.at))
    return q.invalid("key", say::key_over, {key.url, to_date(*since)}, std::move(evidence));
  q.valid("key", say::key_anchored, {known.issuer_id}, std::move(evidence));
}

// Open Badges 1.1, Signed Assertion, steps 4 to 6.
void check_signature_1(const inquiry& q, const json& assertion, const assertion_documents& known, const jws& token) {
  const std::string alg(jose_name(token.algorithm));
  const json* way = way_of(assertion);
  const std::string url = way != nullptr ? text_of(*way, "url") : std::string{};
  const auto no_key = [&] { q.unknown("proof", say::proof_no_key, {}, {{"alg", alg}}); };
  if (!contains(kinds_of_way(assertion), "signed") && !contains(kinds_of_way(assertion), "SignedBadge"))
    return q.invalid("proof", say::proof_way, {joined(kinds_of_way(assertion))});
  if (!read_web_address(url)) {
    no_key();
    return q.invalid("key", say::key_url, {shortened(url, 200)});
  }
  const served found = q.look_up(url);
  json evidence{{"url", url}, {"issuer", known.issuer_id}, {"documents", json::array({found.evidence()})}};
  if (!found.good()) {
    no_key();
    if (found.status == 404 || found.status == 410)
      return q.invalid("key", say::key_gone, {url, std::to_string(found.status)}, std::move(evidence));
    return q.unknown("key", say::key_document, {url}, std::move(evidence));
  }
  if (!stayed(found)) {
    no_key();
    return q.unknown("key", say::key_redirected, {url, found.found_at}, std::move(evidence));
  }
  const auto key = key_served(found);
  if (!key) {
    no_key();
    return q.add("key", verdict::invalid, key.why().what, std::move(evidence));
  }
  evidence["thumbprint"] = key->thumbprint();
  if (!key->fits(token.algorithm))
    q.invalid("proof", say::proof_algorithm, {alg}, {{"alg", alg}});
  else if (!key->verify(token.algorithm, as_octets(token.signed_part), token.signature))
    q.invalid("proof", say::proof_wrong, {}, {{"alg", alg}});
  else
    q.valid("proof", say::proof_good, {alg}, {{"alg", alg}});
  check_link_1(q, found, known, std::move(evidence));
}

}  // namespace

void check_hosted_assertion_1(const inquiry& q, const json& assertion, badge_version version, const served* found) {
  if (is_profile(assertion)) return check_hosted_profile(q, assertion, version, {"id", "name", "url"});
  const assertion_documents known = gather_1(q, assertion, version);
  const bool hosted = is_hosted(assertion, version);
  read_subject(q, assertion, version, known, hosted ? proof_form::hosted : proof_form::none);
  check_assertion_1_shape(q, assertion, version, known);
  if (!hosted) {
    q.invalid("proof", say::proof_missing);
  } else {
    q.valid("proof", say::proof_hosted);
    if (version == badge_version::ob_0_5)
      check_hosted_0_5(q, known, found);
    else
      check_hosted_1(q, assertion, version, known);
  }
  check_hosted_status(q, assertion);
  check_the_rest(q, assertion, known);
}

void check_signed_assertion_1(const inquiry& q, const json& assertion, badge_version version,
                              const result<jws>& token) {
  const assertion_documents known = gather_1(q, assertion, version);
  read_subject(q, assertion, version, known, proof_form::jws);
  check_assertion_1_shape(q, assertion, version, known);
  if (token) {
    check_signature_1(q, assertion, known, *token);
    check_revocation_list(q, assertion, known);
  } else {
    add(q, refused(token.why()));
  }
  check_the_rest(q, assertion, known);
}

}  // namespace activateur
