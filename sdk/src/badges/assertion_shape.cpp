#include <algorithm>

#include "badges/assertion.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

bool is_hex(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

bool is_hash(std::string_view identity) {
  if (identity.starts_with("sha256$")) return is_hex(identity.substr(7), 64);
  if (identity.starts_with("md5$")) return is_hex(identity.substr(4), 32);
  return false;
}

void check_recipient_shape(const inquiry& q, const json& assertion) {
  const json* recipient = member(assertion, "recipient");
  if (recipient == nullptr || !recipient->is_object()) return q.invalid("subject", say::subject_missing, {"recipient"});
  const std::string identity = text_of(*recipient, "identity");
  if (identity.empty()) return q.invalid("subject", say::subject_missing, {"recipient.identity"});
  if (member(*recipient, "type") == nullptr) return q.invalid("subject", say::subject_missing, {"recipient.type"});
  const json* hashed = member(*recipient, "hashed");
  if (hashed == nullptr || !hashed->is_boolean())
    return q.invalid("subject", say::subject_identity, {"hashed (true / false)"});
  // Open Badges 2.0, IdentityObject: `identity` is a hash exactly when `hashed` is true.
  if (hashed->get<bool>() != is_hash(identity))
    return q.invalid("subject", say::subject_identity, {"hashed, sha256$ / md5$"});
  q.valid("subject", say::subject_good);
}

void check_badge_class(const inquiry& q, const json& assertion, const assertion_documents& known) {
  if (member(assertion, "badge") == nullptr) return q.invalid("achievement", say::achievement_missing, {"badge"});
  json evidence = nullptr;
  if (!known.badge_url.empty()) {
    const served found = q.look_up(known.badge_url);
    evidence = {{"documents", json::array({found.evidence()})}};
    if (!found.good())
      return q.unknown("achievement", say::achievement_document, {known.badge_url}, std::move(evidence));
    if (!known.badge.is_object())
      return q.invalid("achievement", say::achievement_unreadable, {known.badge_url}, std::move(evidence));
  }
  const auto types = texts_of(member(known.badge, "type"));
  if (!contains(types, "BadgeClass"))
    return q.invalid("achievement", say::achievement_type, {"BadgeClass", joined(types)}, std::move(evidence));
  for (const char* required : {"id", "name", "description", "criteria", "issuer"}) {
    if (member(known.badge, required) == nullptr)
      return q.invalid("achievement", say::achievement_property, {required}, std::move(evidence));
  }
  const json& criteria = *member(known.badge, "criteria");
  if (criteria.is_object() && id_of(&criteria).empty() && text_of(criteria, "narrative").empty())
    return q.invalid("achievement", say::achievement_property, {"criteria.narrative"}, std::move(evidence));
  q.valid("achievement", say::achievement_good, {text_of(known.badge, "name")}, std::move(evidence));
}

void check_issuer_profile(const inquiry& q, const assertion_documents& known) {
  if (known.badge.is_null()) return q.unknown("issuer", say::issuer_unknown);
  if (known.issuer_id.empty() && known.issuer.is_null()) return q.invalid("issuer", say::issuer_missing);
  json evidence = nullptr;
  if (known.issuer_at_hand)
    evidence = {{"documents", json::array({q.look_up(known.issuer_id).evidence()})}};
  else if (known.issuer.is_null())
    return q.unknown("issuer", say::issuer_document, {known.issuer_id});
  if (!known.issuer.is_object())
    return q.invalid("issuer", say::issuer_unreadable, {known.issuer_id}, std::move(evidence));
  const auto types = texts_of(member(known.issuer, "type"));
  if (!contains(types, "Issuer") && !contains(types, "Profile"))
    return q.invalid("issuer", say::issuer_type, {"Issuer / Profile", joined(types)}, std::move(evidence));
  for (const char* required : {"id", "name", "url", "email"}) {
    if (member(known.issuer, required) == nullptr)
      return q.invalid("issuer", say::issuer_property, {required}, std::move(evidence));
  }
  const std::string own_id = id_of(&known.issuer);
  if (!has_scheme(own_id)) return q.invalid("issuer", say::issuer_id, {own_id}, std::move(evidence));
  if (known.issuer_at_hand && !same_but_for_tls(own_id, known.issuer_id)) {
    const auto claimed = read_web_address(own_id);
    const auto actual = read_web_address(known.issuer_id);
    const std::vector<std::string> names{known.issuer_id, own_id};
    if (claimed && (!actual || claimed->authority() != actual->authority()))
      return q.invalid("issuer", say::issuer_elsewhere, names, std::move(evidence));
    return q.valid("issuer", say::issuer_id_differs, names, std::move(evidence));
  }
  q.valid("issuer", say::issuer_good, {known.issuer_id}, std::move(evidence));
}

// A web address whose document can stand in for what is written inside the badge.
json resolved(const inquiry& q, const std::string& url, bool& at_hand) {
  const served found = q.look_up(url);
  at_hand = found.good();
  if (!at_hand) return nullptr;
  json value = found.value();
  return value.is_object() ? value : json::array();  // at hand, but no document
}

}  // namespace

bool is_profile(const json& document) {
  const auto types = texts_of(member(document, "type"));
  return (contains(types, "Issuer") || contains(types, "Profile")) && !contains(types, "Assertion");
}

assertion_documents gather(const inquiry& q, const json& assertion) {
  assertion_documents out;
  const json* badge = member(assertion, "badge");
  if (badge != nullptr && badge->is_object() && badge->size() > 1) {
    out.badge = *badge;
  } else if (badge != nullptr) {
    bool at_hand = false;
    out.badge_url = id_of(badge);
    out.badge = resolved(q, out.badge_url, at_hand);
  }
  const json* issuer = member(out.badge, "issuer");
  out.issuer_id = id_of(issuer);
  if (out.issuer_id.empty()) {
    if (issuer != nullptr) out.issuer = *issuer;
    return out;
  }
  out.issuer = resolved(q, out.issuer_id, out.issuer_at_hand);
  if (!out.issuer_at_hand && issuer->is_object() && issuer->size() > 1) out.issuer = *issuer;
  return out;
}

void check_assertion_shape(const inquiry& q, const json& assertion, const assertion_documents& known) {
  if (member(assertion, "@context") == nullptr)
    q.invalid("context", say::context_missing, {"https://w3id.org/openbadges/v2"});
  else
    q.valid("context", say::context_good, {"Open Badges 2.0"});
  const auto types = texts_of(member(assertion, "type"));
  if (contains(types, "Assertion"))
    q.valid("type", say::type_good, {joined(types)});
  else
    q.invalid("type", say::type_wrong, {"Assertion", joined(types)});
  check_recipient_shape(q, assertion);
  check_badge_class(q, assertion, known);
  check_issuer_profile(q, known);
  if (const json* image = member(assertion, "image")) {
    const std::string address = id_of(items_of(image).front());
    if (address.starts_with("data:"))
      q.invalid("image", say::image_data);
    else
      q.valid("image", say::image_good);
  }
}

}  // namespace activateur
