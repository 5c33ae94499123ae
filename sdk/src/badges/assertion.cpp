#include "badges/assertion.hpp"

#include <algorithm>

#include "badges/assertion_messages.hpp"
#include "badges/checks.hpp"
#include "badges/extension.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/proofs.hpp"
#include "badges/reading.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// Open Badges 2.0, HostedBadge: the id of the assertion must lie where the issuer's `verification` allows; without
// one, on the issuer's own site. http and https of one host count as one site: badges outlive the move to HTTPS.
// Where it may lie instead; nothing: it lies there.
std::optional<std::string> outside(const std::string& id, const assertion_documents& known) {
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
  if (std::none_of(origins.begin(), origins.end(), allows)) return joined(origins);
  if (!prefixes.empty() &&
      std::none_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return id.starts_with(p); }))
    return joined(prefixes);
  return std::nullopt;
}

// The badge without what a site writes anew each time, and with its class by name: platforms put the whole class into
// the file that they hand out, and its address alone into the copy that they serve.
json by_name(json assertion) {
  for (const char* kept_by_the_site : {"createdAt", "updatedAt"}) assertion.erase(kept_by_the_site);
  if (const auto badge = assertion.find("badge"); badge != assertion.end())
    if (std::string id = id_of(&*badge); !id.empty()) *badge = std::move(id);
  return assertion;
}

// What is judged: the copy that the badge's own address serves, where it says the same in another form.
json as_served(const inquiry& q, const json& assertion) {
  const served copy = q.look_up(id_of(&assertion));
  if (!copy.good() || !stayed(copy)) return assertion;
  json value = copy.value();
  if (!value.is_object() || value == assertion || by_name(value) != by_name(assertion)) return assertion;
  q.note("hosted", verdict::valid, sentence(say::hosted_judged, {copy.url}), copy.evidence());
  return value;
}

void read_subject(const inquiry& q, const json& assertion, const assertion_documents& known, proof_form form) {
  credential& subject = q.out.subject;
  subject = read_assertion(assertion, badge_version::ob_2_0, known.badge, known.issuer);
  if (!known.issuer_id.empty()) subject.issuer.id = known.issuer_id;
  subject.proof = form;
}

void check_the_rest(const inquiry& q, const json& assertion, const assertion_documents& known) {
  check_dates_2(q, assertion);
  check_recipient_2(q, assertion);
  check_endorsements(q, assertion, known);
  note_extensions(q, {&assertion, &known.badge, &known.issuer});
}

}  // namespace

const json* way_of(const json& document) {
  const json* way = member(document, "verification");
  return way != nullptr ? way : member(document, "verify");
}

std::vector<std::string> kinds_of_way(const json& document) {
  const json* way = way_of(document);
  return way != nullptr ? texts_of(member(*way, "type")) : std::vector<std::string>{};
}

void check_hosted(const inquiry& q, const json& assertion, const assertion_documents& known) {
  const std::string id = id_of(&assertion);
  if (!read_web_address(id)) return q.invalid("hosted", say::hosted_id, {id});
  if (known.issuer_id.empty()) return q.unknown("hosted", say::hosted_no_issuer, {id});
  if (const auto where = outside(id, known)) return q.invalid("hosted", say::hosted_scope, {id, *where});
  check_copy(q, assertion, id, [&](const std::string& there) { return !outside(there, known); });
}

void check_hosted_status(const inquiry& q, const json& assertion) {
  if (says_revoked(assertion))
    q.invalid("status", say::status_revoked, {shortened(text_of(assertion, "revocationReason"), 200)});
  else
    q.valid("status", say::status_none);
}

void check_hosted_profile(const inquiry& q, const json& profile, badge_version version,
                          std::initializer_list<const char*> required) {
  q.out.subject.version = version;
  q.out.subject.proof = proof_form::hosted;
  q.out.subject.id = id_of(&profile);
  q.out.subject.types = texts_of(member(profile, "type"));
  q.out.subject.issuer = read_profile(profile);
  q.out.subject.name = q.out.subject.issuer.name;
  q.valid("context", say::context_good, {"Open Badges " + std::string(name(version))});
  q.valid("type", say::type_profile);
  for (const char* one : required) {
    if (member(profile, one) == nullptr) return q.invalid("issuer", say::issuer_property, {one});
  }
  const std::string id = id_of(&profile);
  q.valid("issuer", say::issuer_good, {id});
  if (!read_web_address(id)) return q.invalid("hosted", say::hosted_id, {id});
  // A profile may change while badges keep naming it: any address of its site that serves it is its word.
  if (const std::string url = same_site_address(q, id); !url.empty())
    return q.valid("hosted", say::hosted_good, {url}, {{"url", url}, {"sha256", q.out.sha256}});
  check_copy(q, profile, id, [](const std::string&) { return true; });
}

void check_hosted_assertion(const inquiry& q, const json& given) {
  if (is_profile(given)) return check_hosted_profile(q, given, badge_version::ob_2_0, {"id", "name", "url", "email"});
  const json assertion = as_served(q, given);
  const assertion_documents known = gather(q, assertion);
  const auto kinds = kinds_of_way(assertion);
  const bool hosted = contains(kinds, "hosted") || contains(kinds, "HostedBadge");
  read_subject(q, assertion, known, hosted ? proof_form::hosted : proof_form::none);
  check_assertion_shape(q, assertion, known);
  if (hosted) {
    q.valid("proof", say::proof_hosted);
    check_hosted(q, assertion, known);
  } else {
    q.invalid("proof", say::proof_missing);
  }
  check_hosted_status(q, assertion);
  check_the_rest(q, assertion, known);
}

void check_signed_assertion(const inquiry& q, const json& assertion, const result<jws>& token) {
  const assertion_documents known = gather(q, assertion);
  read_subject(q, assertion, known, proof_form::jws);
  check_assertion_shape(q, assertion, known);
  if (token) {
    check_assertion_signature(q, assertion, known, *token);
    check_revocation_list(q, assertion, known);
  } else {
    add(q, refused(token.why()));
  }
  check_the_rest(q, assertion, known);
}

}  // namespace activateur
