#include "badges/hosted_copy.hpp"

#include "badges/assertion_messages.hpp"
#include "badges/baking.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// A site shows pictures that anybody gave it (portraits, say): only as JSON does it say that a badge is its own.
bool came_as_json(const inquiry& q) { return q.out.container == name(container_kind::json_text); }

void refuse_revoked(const inquiry& q, const json& copy, json evidence) {
  q.invalid("hosted", say::hosted_revoked, {shortened(text_of(copy, "revocationReason"), 200)}, std::move(evidence));
}

}  // namespace

bool same_site(std::string_view a, std::string_view b) {
  const auto left = read_web_address(a);
  const auto right = read_web_address(b);
  return left && right && left->authority() == right->authority();
}

bool stayed(const served& found) { return found.found_at.empty() || same_site(found.url, found.found_at); }

bool says_revoked(const json& document) {
  const json* revoked = member(document, "revoked");
  return revoked != nullptr && *revoked == json(true);
}

std::string same_site_address(const inquiry& q, const std::string& url) {
  if (q.asked.documents == nullptr || q.bytes.empty() || !came_as_json(q) || !read_web_address(url)) return {};
  for (const std::string& there : q.asked.documents->serving(q.bytes)) {
    if (same_site(there, url) && stayed(q.look_up(there))) return there;
  }
  return {};
}

void check_copy(const inquiry& q, const json& document, const std::string& url,
                const std::function<bool(const std::string&)>& allows) {
  const served copy = q.look_up(url);
  if (!copy.at_hand) {
    const auto from = read_web_address(q.asked.fetched_from);
    if (from && from->secure() && came_as_json(q) && same_but_for_tls(url, q.asked.fetched_from))
      return q.valid("hosted", say::hosted_fetched, {url}, {{"url", q.asked.fetched_from}, {"sha256", q.out.sha256}});
    // While nobody has asked the address itself.
    const std::string there = copy.why_not.empty() ? same_site_address(q, url) : std::string{};
    if (!there.empty() && allows(there))
      return q.valid("hosted", say::hosted_elsewhere, {url, there}, {{"url", there}, {"sha256", q.out.sha256}});
    return q.unknown("hosted", say::hosted_missing, {url});
  }
  // A revoked badge answers 410, and may say why (Open Badges 2.0, Revoking Hosted Assertions; 1.1, Revoking).
  if (copy.status == 404 || copy.status == 410) {
    const json said = copy.value();
    if (says_revoked(said)) return refuse_revoked(q, said, copy.evidence());
    return q.invalid("hosted", say::hosted_gone, {url, std::to_string(copy.status)}, copy.evidence());
  }
  if (!copy.good())
    return q.unknown("hosted", say::hosted_unavailable, {url, std::to_string(copy.status)}, copy.evidence());
  if (!stayed(copy)) return q.unknown("hosted", say::hosted_redirected, {url, copy.found_at}, copy.evidence());
  const json value = copy.value();
  if (!value.is_object()) return q.unknown("hosted", say::hosted_unreadable, {url}, copy.evidence());
  if (says_revoked(value)) return refuse_revoked(q, value, copy.evidence());
  if (value != document) return q.invalid("hosted", say::hosted_differs, {url}, copy.evidence());
  q.valid("hosted", say::hosted_good, {url}, copy.evidence());
}

}  // namespace activateur
