#include <algorithm>

#include "badges/assertion.hpp"
#include "badges/assertion_messages.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/recipient.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// An IRI as Open Badges 2.0 has them: with a scheme, or a blank node.
bool is_iri(const std::string& text) { return has_scheme(text) || text.starts_with("_:"); }

// Open Badges 2.0, IdentityObject: `type` is an identifier property of a profile, or another property's IRI.
bool identifies(const std::string& type) {
  return type == "email" || type == "id" || type == "url" || type == "telephone" || type.find(':') != std::string::npos;
}

void check_recipient_shape(const inquiry& q, const json& assertion) {
  const json* recipient = member(assertion, "recipient");
  if (recipient == nullptr || !recipient->is_object()) return q.invalid("subject", say::subject_missing, {"recipient"});
  const std::string identity = text_of(*recipient, "identity");
  if (identity.empty()) return q.invalid("subject", say::subject_missing, {"recipient.identity"});
  const std::string type = text_of(*recipient, "type");
  if (type.empty()) return q.invalid("subject", say::subject_missing, {"recipient.type"});
  if (!identifies(type)) return q.invalid("subject", say::subject_type_of_identity, {shortened(type, 60)});
  const json* hashed = member(*recipient, "hashed");
  if (hashed == nullptr || !hashed->is_boolean())
    return q.invalid("subject", say::subject_identity, {"hashed (true / false)"});
  // Open Badges 2.0, IdentityObject: `identity` is a hash exactly when `hashed` is true.
  if (hashed->get<bool>() != is_identity_hash(identity))
    return q.invalid("subject", say::subject_identity, {"hashed, sha256$ / md5$"});
  if (type == "email" && !hashed->get<bool>() && identity.find('@') == std::string::npos)
    return q.invalid("subject", say::subject_identity, {"email"});
  q.valid("subject", say::subject_good);
}

// Open Badges 2.0, Image: an address or a data: URI of a PNG or an SVG, alone or as the id of a description.
bool is_class_image(const json& image) {
  const auto all = items_of(&image);
  if (all.size() != 1) return false;
  const std::string address = id_of(all.front());
  if (address.starts_with("data:"))
    return address.starts_with("data:image/png") || address.starts_with("data:image/svg+xml");
  return has_scheme(address);
}

void check_badge_class(const inquiry& q, const json& assertion, const assertion_documents& known) {
  if (member(assertion, "badge") == nullptr) return q.invalid("achievement", say::achievement_missing, {"badge"});
  json evidence = nullptr;
  if (!class_at_hand(q, known, evidence)) return;
  const auto types = texts_of(member(known.badge, "type"));
  if (!contains(types, "BadgeClass"))
    return q.invalid("achievement", say::achievement_type, {"BadgeClass", joined(types)}, std::move(evidence));
  for (const char* required : {"id", "name", "description", "image", "criteria", "issuer"}) {
    if (member(known.badge, required) == nullptr)
      return q.invalid("achievement", say::achievement_property, {required}, std::move(evidence));
  }
  for (const char* text : {"id", "name", "description"}) {
    if (text_of(known.badge, text).empty())
      return q.invalid("achievement", say::achievement_property, {text}, std::move(evidence));
  }
  if (!is_class_image(*member(known.badge, "image")))
    return q.invalid("achievement", say::achievement_image, {}, std::move(evidence));
  const json& criteria = *member(known.badge, "criteria");
  if (id_of(&criteria).empty() && text_of(criteria, "narrative").empty())
    return q.invalid("achievement", say::achievement_property, {"criteria.narrative"}, std::move(evidence));
  if (const auto lacks = alignment_fault(known.badge))
    return q.invalid("achievement", say::achievement_alignment, {*lacks}, std::move(evidence));
  q.valid("achievement", say::achievement_good, {text_of(known.badge, "name")}, std::move(evidence));
}

void check_image(const inquiry& q, const json& assertion) {
  const json* image = member(assertion, "image");
  if (image == nullptr) return;
  const auto all = items_of(image);
  const std::string address = all.size() == 1 ? id_of(all.front()) : std::string{};
  if (address.starts_with("data:")) return q.invalid("image", say::image_data);
  if (!has_scheme(address)) return q.invalid("image", say::image_address, {shortened(address, 60)});
  q.valid("image", say::image_good);
}

// What an address serves in place of what is written inside the badge: an empty list when it is no document.
json document_of(const served& found) {
  json value = found.value();
  return value.is_object() ? value : json::array();
}

}  // namespace

bool class_at_hand(const inquiry& q, const assertion_documents& known, json& evidence) {
  if (known.badge_url.empty()) return true;
  const served found = q.look_up(known.badge_url);
  evidence = {{"documents", json::array({found.evidence()})}};
  if (!found.good())
    q.unknown("achievement", say::achievement_document, {known.badge_url}, std::move(evidence));
  else if (!known.badge.is_object())
    q.invalid("achievement", say::achievement_unreadable, {known.badge_url}, std::move(evidence));
  else
    return true;
  return false;
}

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
    out.badge_url = id_of(badge);
    if (const served found = q.look_up(out.badge_url); found.good()) out.badge = document_of(found);
  }
  gather_issuer(q, out.badge, out);
  return out;
}

void gather_issuer(const inquiry& q, const json& of, assertion_documents& out) {
  const json* issuer = member(of, "issuer");
  out.issuer_id = id_of(issuer);
  if (out.issuer_id.empty()) {
    if (issuer != nullptr) out.issuer = *issuer;
    return;
  }
  const served found = q.look_up(out.issuer_id);
  out.issuer_at_hand = found.good() && stayed(found);
  if (out.issuer_at_hand)
    out.issuer = document_of(found);
  else if (issuer->is_object() && issuer->size() > 1)
    out.issuer = *issuer;
}

std::optional<std::string> alignment_fault(const json& badge) {
  for (const char* name : {"alignment", "alignments"}) {
    for (const json* item : items_of(member(badge, name))) {
      // Up to 1.1 its members were `name` and `url`; real issuers mix both.
      if (text_of(*item, "targetName").empty() && text_of(*item, "name").empty()) return "targetName";
      const std::string url = text_of(*item, "targetUrl");
      if (!has_scheme(url.empty() ? text_of(*item, "url") : url)) return "targetUrl";
    }
  }
  return std::nullopt;
}

void say_issuer_missing(const inquiry& q, const std::string& url) {
  const served found = q.look_up(url);
  if (found.good() && !stayed(found))
    return q.unknown("issuer", say::issuer_redirected, {url, found.found_at}, found.evidence());
  q.unknown("issuer", say::issuer_document, {url});
}

void check_issuer_name(const inquiry& q, const assertion_documents& known, json evidence) {
  const std::string own_id = id_of(&known.issuer);
  const std::vector<std::string> names{known.issuer_id, own_id};
  if (!known.issuer_at_hand || own_id.empty() || same_but_for_tls(own_id, known.issuer_id))
    return q.valid("issuer", say::issuer_good, {known.issuer_id}, std::move(evidence));
  if (read_web_address(own_id) && !same_site(own_id, known.issuer_id))
    return q.invalid("issuer", say::issuer_elsewhere, names, std::move(evidence));
  q.valid("issuer", say::issuer_id_differs, names, std::move(evidence));
}

void check_issuer_profile(const inquiry& q, const assertion_documents& known) {
  if (known.badge.is_null()) return q.unknown("issuer", say::issuer_unknown);
  if (known.issuer_id.empty() && known.issuer.is_null()) return q.invalid("issuer", say::issuer_missing);
  json evidence = nullptr;
  if (known.issuer_at_hand)
    evidence = {{"documents", json::array({q.look_up(known.issuer_id).evidence()})}};
  else if (const served found = q.look_up(known.issuer_id); found.status == 404 || found.status == 410)
    return q.invalid("issuer", say::issuer_gone, {known.issuer_id, std::to_string(found.status)}, found.evidence());
  else if (known.issuer.is_null())
    return say_issuer_missing(q, known.issuer_id);
  if (!known.issuer.is_object())
    return q.invalid("issuer", say::issuer_unreadable, {known.issuer_id}, std::move(evidence));
  const auto types = texts_of(member(known.issuer, "type"));
  if (!contains(types, "Issuer") && !contains(types, "Profile"))
    return q.invalid("issuer", say::issuer_type, {"Issuer / Profile", joined(types)}, std::move(evidence));
  for (const char* required : {"id", "name", "url", "email"}) {
    if (text_of(known.issuer, required).empty())
      return q.invalid("issuer", say::issuer_property, {required}, std::move(evidence));
  }
  if (const std::string own_id = id_of(&known.issuer); !has_scheme(own_id))
    return q.invalid("issuer", say::issuer_id, {own_id}, std::move(evidence));
  check_issuer_name(q, known, std::move(evidence));
}

void check_evidence(const inquiry& q, const json& assertion) {
  const auto all = items_of(member(assertion, "evidence"));
  if (all.empty()) return;
  for (const json* one : all) {
    // Open Badges 2.0, Evidence: an IRI, or an object that has one, or that tells what it is.
    const std::string id = id_of(one);
    const bool told =
        !text_of(*one, "narrative").empty() || !text_of(*one, "name").empty() || !text_of(*one, "description").empty();
    const bool good = one->is_object() ? (id.empty() ? told : is_iri(id)) : is_iri(id);
    if (!good) return q.invalid("evidence", say::evidence_malformed, {shortened(write_json(*one), 80)});
  }
  q.valid("evidence", say::evidence_good, {std::to_string(all.size())});
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
  check_image(q, assertion);
  check_evidence(q, assertion);
}

}  // namespace activateur
