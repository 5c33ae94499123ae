#include "badges/reading.hpp"

#include <charconv>

#include "net/address.hpp"

namespace activateur {

std::string_view name(badge_version v) {
  switch (v) {
    case badge_version::ob_0_5: return "0.5";
    case badge_version::ob_1_0: return "1.0";
    case badge_version::ob_1_1: return "1.1";
    case badge_version::ob_2_0: return "2.0";
    case badge_version::ob_3_0: return "3.0";
    case badge_version::unknown: break;
  }
  return "unknown";
}

std::string_view name(proof_form f) {
  switch (f) {
    case proof_form::hosted: return "hosted";
    case proof_form::jws: return "jws";
    case proof_form::vc_jwt: return "vc-jwt";
    case proof_form::data_integrity: return "data-integrity";
    case proof_form::none: break;
  }
  return "none";
}

badge_version version_of(const json& document) {
  const auto contexts = texts_of(member(document, "@context"));
  const auto types = texts_of(member(document, "type"));
  if (member(document, "credentialSubject") != nullptr || contains(types, "VerifiableCredential") ||
      contains(contexts, "https://www.w3.org/ns/credentials/v2") ||
      contains(contexts, "https://www.w3.org/2018/credentials/v1"))
    return badge_version::ob_3_0;
  for (const std::string& c : contexts) {
    if (c.find("openbadges/v2") != std::string::npos || c.find("ob/v2p") != std::string::npos ||
        c.find("openbadgespec.org/v2") != std::string::npos)
      return badge_version::ob_2_0;
    if (c.find("openbadges/v1") != std::string::npos || c.find("openbadgespec.org/v1") != std::string::npos)
      return badge_version::ob_1_1;
  }
  const json* recipient = member(document, "recipient");
  const json* badge = member(document, "badge");
  // An assertion may spell its context out; `verification` came with 2.0.
  if (member(document, "@context") != nullptr && badge != nullptr && member(document, "verification") != nullptr)
    return badge_version::ob_2_0;
  if (recipient != nullptr && recipient->is_string() && badge != nullptr && badge->is_object())
    return badge_version::ob_0_5;
  if (member(document, "verify") != nullptr || (recipient != nullptr && badge != nullptr)) return badge_version::ob_1_0;
  return badge_version::unknown;
}

namespace {

std::vector<alignment> read_alignments(const json& what) {
  std::vector<alignment> out;
  for (const char* name : {"alignment", "alignments", "educationAlignment"}) {
    for (const json* item : items_of(member(what, name))) {
      alignment a;
      if (item->is_string()) {
        a.target_url = item->get<std::string>();
      } else {
        a.target_url = text_of(*item, "targetUrl");
        if (a.target_url.empty()) a.target_url = text_of(*item, "url");  // 1.x
        a.target_code = text_of(*item, "targetCode");
        a.target_framework = text_of(*item, "targetFramework");
        a.target_name = text_of(*item, "targetName");
        if (a.target_name.empty()) a.target_name = text_of(*item, "name");  // 1.x
        a.target_type = text_of(*item, "targetType");
      }
      if (!a.target_url.empty() || !a.target_code.empty() || !a.target_name.empty()) out.push_back(std::move(a));
    }
  }
  return out;
}

std::string read_criteria(const json* criteria) {
  if (criteria == nullptr) return {};
  if (criteria->is_object()) {
    const std::string narrative = text_of(*criteria, "narrative");
    if (!narrative.empty()) return narrative;
  }
  if (criteria->is_array()) criteria = &criteria->front();
  return id_of(criteria);
}

}  // namespace

std::optional<instant> read_old_date(const json& value) {
  constexpr std::int64_t seconds_max = 9'999'999'999;
  std::int64_t seconds = -1;
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (const auto date = parse_date_or_time(text)) return date;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  } else if (value.is_number_integer()) {
    seconds = value.get<std::int64_t>();
  }
  if (seconds < 0 || seconds > seconds_max) return std::nullopt;
  return instant{seconds * 1000};
}

profile read_profile(const json& issuer) { return {id_of(&issuer), text_of(issuer, "name"), text_of(issuer, "url")}; }

achievement read_achievement(const json& what) {
  achievement out;
  out.id = id_of(&what);
  out.name = text_of(what, "name");
  out.description = text_of(what, "description");
  out.criteria = read_criteria(member(what, "criteria"));
  out.type = text_of(what, "achievementType");
  out.alignments = read_alignments(what);
  for (const char* name : {"tag", "tags"}) {
    for (std::string& tag : texts_of(member(what, name))) out.tags.push_back(std::move(tag));
  }
  return out;
}

credential read_open_badge_3(const json& document) {
  credential out;
  out.version = badge_version::ob_3_0;
  out.id = id_of(&document);
  out.name = text_of(document, "name");
  out.types = texts_of(member(document, "type"));
  if (const json* issuer = member(document, "issuer")) out.issuer = read_profile(*issuer);
  const auto subjects = items_of(member(document, "credentialSubject"));
  if (!subjects.empty()) {
    out.subject_id = text_of(*subjects.front(), "id");
    if (const json* what = member(*subjects.front(), "achievement")) out.what = read_achievement(*what);
  }
  if (out.name.empty()) out.name = out.what.name;
  const auto time = [&](const char* name) { return parse_date_time(text_of(document, name)); };
  out.valid_from = later(time("validFrom"), time("issuanceDate"));
  out.valid_until = earlier(time("validUntil"), time("expirationDate"));
  out.issued = time("awardedDate");
  if (!out.issued) out.issued = out.valid_from;
  out.evidence_count = items_of(member(document, "evidence")).size();
  return out;
}

credential read_assertion(const json& document, badge_version version, const json& badge, const json& issuer) {
  credential out;
  out.version = version;
  out.id = id_of(&document);
  if (out.id.empty()) out.id = text_of(document, "uid");
  out.types = texts_of(member(document, "type"));
  out.what = read_achievement(badge);
  if (out.what.id.empty()) out.what.id = id_of(member(document, "badge"));
  out.name = out.what.name;
  out.issuer = read_profile(issuer);
  if (out.issuer.id.empty()) out.issuer.id = text_of(issuer, "origin");  // 0.5
  if (out.issuer.id.empty()) out.issuer.id = id_of(member(badge, "issuer"));
  const json* recipient = member(document, "recipient");
  // An e-mail address, hashed or not, is not repeated as the subject's id.
  if (recipient != nullptr && recipient->is_object()) {
    const json* hashed = member(*recipient, "hashed");
    const std::string identity = text_of(*recipient, "identity");
    if ((hashed == nullptr || *hashed == json(false)) && has_scheme(identity)) out.subject_id = identity;
  }
  const auto date = [&](const char* name) -> std::optional<instant> {
    const json* value = member(document, name);
    if (value == nullptr) return std::nullopt;
    return version == badge_version::ob_2_0 ? parse_date_or_time(text_of(document, name)) : read_old_date(*value);
  };
  out.issued = date("issuedOn");
  if (!out.issued) out.issued = date("issued_on");  // 0.5
  out.valid_from = out.issued;
  out.valid_until = date("expires");
  out.evidence_count = items_of(member(document, "evidence")).size();
  return out;
}

}  // namespace activateur
