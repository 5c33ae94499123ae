// What Open Badges 0.5 (Mozilla's "Assertions" of 2012), 1.0 and 1.1 require of an assertion, its class and its issuer.
#include <algorithm>

#include "badges/assertion_1.hpp"
#include "badges/assertion_messages.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/recipient.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// Up to 1.1 validators took "true" and "false" as well.
std::optional<bool> truth(const json* value) {
  if (value == nullptr) return std::nullopt;
  if (*value == json(true) || *value == json("true")) return true;
  if (*value == json(false) || *value == json("false")) return false;
  return std::nullopt;
}

// 0.5: an e-mail address or its hash, the salt beside it.
void check_recipient_0_5(const inquiry& q, const json& assertion) {
  const std::string recipient = text_of(assertion, "recipient");
  if (recipient.empty()) return q.invalid("subject", say::subject_missing, {"recipient"});
  if (recipient.find('@') == std::string::npos && !is_identity_hash(recipient, true))
    return q.invalid("subject", say::subject_identity, {"e-mail, sha256$ / md5$"});
  q.valid("subject", say::subject_good);
}

void check_recipient_1(const inquiry& q, const json& assertion) {
  const json* recipient = member(assertion, "recipient");
  if (recipient == nullptr || !recipient->is_object()) return q.invalid("subject", say::subject_missing, {"recipient"});
  const std::string identity = text_of(*recipient, "identity");
  if (identity.empty()) return q.invalid("subject", say::subject_missing, {"recipient.identity"});
  const std::string type = text_of(*recipient, "type");
  if (type.empty()) return q.invalid("subject", say::subject_missing, {"recipient.type"});
  const auto hashed = truth(member(*recipient, "hashed"));
  if (!hashed) return q.invalid("subject", say::subject_identity, {"hashed (true / false)"});
  if (*hashed != is_identity_hash(identity, true))
    return q.invalid("subject", say::subject_identity, {"hashed, sha256$ / md5$"});
  if (type == "email" && !*hashed && identity.find('@') == std::string::npos)
    return q.invalid("subject", say::subject_identity, {"email"});
  q.valid("subject", say::subject_good);
}

// An address, or in 0.5 also a path on the issuer's origin.
bool is_place(const std::string& text, bool with_paths) {
  return read_web_address(text) || (with_paths && text.starts_with('/'));
}

bool is_picture(const std::string& text, bool with_paths) {
  return is_place(text, with_paths) || text.starts_with("data:image/png") || text.starts_with("data:image/svg+xml");
}

// The picture's address; a class that its issuer has moved to 2.0 may describe it.
std::string picture_of(const json& object) { return id_of(member(object, "image")); }

void check_class(const inquiry& q, const json& badge, bool with_paths, json evidence) {
  const auto lacks = [&](const char* name) {
    q.invalid("achievement", say::achievement_property, {name}, std::move(evidence));
  };
  for (const char* required : {"name", "description"}) {
    if (text_of(badge, required).empty()) return lacks(required);
  }
  if (member(badge, "image") == nullptr) return lacks("image");
  if (!is_picture(picture_of(badge), with_paths))
    return q.invalid("achievement", say::achievement_image, {}, std::move(evidence));
  const json* criteria = member(badge, "criteria");
  const bool told = criteria != nullptr && !text_of(*criteria, "narrative").empty();
  if (!told && !is_place(id_of(criteria), with_paths)) return lacks("criteria");
  if (member(badge, "issuer") == nullptr) return lacks("issuer");
  if (const auto fault = alignment_fault(badge))
    return q.invalid("achievement", say::achievement_alignment, {*fault}, std::move(evidence));
  q.valid("achievement", say::achievement_good, {text_of(badge, "name")}, std::move(evidence));
}

void check_achievement_1(const inquiry& q, const json& assertion, const assertion_documents& known) {
  const json* badge = member(assertion, "badge");
  if (badge == nullptr) return q.invalid("achievement", say::achievement_missing, {"badge"});
  json evidence = nullptr;
  // A class inside the assertion is as much the assertion's word as its address would be.
  if (known.badge_url.empty() ? !known.badge.is_object() : !read_web_address(known.badge_url))
    return q.invalid("achievement", say::achievement_address, {shortened(known.badge_url, 200)});
  if (!class_at_hand(q, known, evidence)) return;
  // 1.0 has neither contexts nor types; a document with a context is of 1.1 or later.
  const auto types = texts_of(member(known.badge, "type"));
  if (member(known.badge, "@context") != nullptr && !contains(types, "BadgeClass"))
    return q.invalid("achievement", say::achievement_type, {"BadgeClass", joined(types)}, std::move(evidence));
  check_class(q, known.badge, false, std::move(evidence));
}

void check_issuer_0_5(const inquiry& q, const assertion_documents& known) {
  if (known.issuer.is_null()) return q.invalid("issuer", say::issuer_missing);
  if (text_of(known.issuer, "name").empty()) return q.invalid("issuer", say::issuer_property, {"name"});
  if (!read_web_address(known.issuer_id))
    return q.invalid("issuer", say::issuer_address, {shortened(known.issuer_id, 200)});
  q.valid("issuer", say::issuer_good, {known.issuer_id});
}

void check_issuer_1(const inquiry& q, const assertion_documents& known) {
  if (!known.badge.is_object()) return q.unknown("issuer", say::issuer_unknown);
  if (known.issuer_id.empty() && known.issuer.is_null()) return q.invalid("issuer", say::issuer_missing);
  // Nothing but an address links an issuer to a site.
  if (!read_web_address(known.issuer_id))
    return q.invalid("issuer", say::issuer_address, {shortened(known.issuer_id, 200)});
  if (!known.badge_url.empty() && !same_site(known.badge_url, known.issuer_id))
    return q.invalid("issuer", say::issuer_class_elsewhere, {known.badge_url, known.issuer_id});
  json evidence = nullptr;
  if (known.issuer_at_hand)
    evidence = {{"documents", json::array({q.look_up(known.issuer_id).evidence()})}};
  else
    return say_issuer_missing(q, known.issuer_id);
  if (!known.issuer.is_object())
    return q.invalid("issuer", say::issuer_unreadable, {known.issuer_id}, std::move(evidence));
  const auto types = texts_of(member(known.issuer, "type"));
  if (member(known.issuer, "@context") != nullptr && !contains(types, "Issuer") && !contains(types, "Profile"))
    return q.invalid("issuer", say::issuer_type, {"Issuer / Profile", joined(types)}, std::move(evidence));
  for (const char* required : {"name", "url"}) {
    if (text_of(known.issuer, required).empty())
      return q.invalid("issuer", say::issuer_property, {required}, std::move(evidence));
  }
  check_issuer_name(q, known, std::move(evidence));
}

}  // namespace

void check_assertion_1_shape(const inquiry& q, const json& assertion, badge_version version,
                             const assertion_documents& known) {
  if (version == badge_version::ob_0_5) {
    check_recipient_0_5(q, assertion);
    check_class(q, known.badge, true, nullptr);
    return check_issuer_0_5(q, known);
  }
  if (version == badge_version::ob_1_1) {
    q.valid("context", say::context_good, {"Open Badges 1.1"});  // it made the version
    const auto types = texts_of(member(assertion, "type"));
    if (contains(types, "Assertion"))
      q.valid("type", say::type_good, {joined(types)});
    else
      q.invalid("type", say::type_wrong, {"Assertion", joined(types)});
  }
  if (text_of(assertion, "uid").empty() && id_of(&assertion).empty())
    q.invalid("subject", say::subject_missing, {"uid"});
  else
    check_recipient_1(q, assertion);
  check_achievement_1(q, assertion, known);
  check_issuer_1(q, known);
  if (member(assertion, "image") == nullptr) return;
  if (const std::string image = picture_of(assertion); is_picture(image, false))
    q.valid("image", say::image_good);
  else
    q.invalid("image", say::image_address, {shortened(image, 60)});
}

}  // namespace activateur
