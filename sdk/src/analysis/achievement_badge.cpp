// Achievements as Open Badges say them: Achievement (3.0, B.1.1) and BadgeClass (2.0).
#include <algorithm>
#include <set>

#include "analysis/achievement_exports.hpp"
#include "analysis/achievement_messages.hpp"
#include "analysis/criteria_words.hpp"
#include "base/iri.hpp"
#include "crypto/digest.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;

constexpr std::string_view forms[] = {"achievement", "badge_class", "credential"};
constexpr message no_image{"badge.image", "A BadgeClass needs an image: give the achievement one.",
                           "Un BadgeClass a besoin d'une image : donnez-en une à la réalisation."};
constexpr message withdrawn{"badge.withdrawn", "\"{0}\" was withdrawn: it is awarded no longer.",
                            "« {0} » a été retirée : elle n'est plus décernée."};
constexpr message no_subject{"badge.subject", "A credential is given to somebody: \"subject\", an address or DID.",
                             "Un badge est délivré à quelqu'un : « subject », une adresse ou un DID."};

// Of every competence that is asked for, whatever else would do instead: nested achievements have their own.
json alignments_of(const earning_criterion& criteria, const framework_set& frameworks, bool version_3) {
  json out = json::array();
  std::set<std::string> seen;
  each_leaf(criteria, [&](const earning_criterion& leaf) {
    if (leaf.kind != criterion_kind::competence || !seen.insert(leaf.about).second) return;
    json one{{"targetName", leaf.label.empty() ? leaf.about : leaf.label}, {"targetCode", leaf.about}};
    // Where its publisher names it nowhere, the code alone says which it is.
    std::string url = "urn:competence:" + leaf.about;
    if (const auto known = frameworks.competence(leaf.about)) {
      const competence_view c = known->in->competence(known->index);
      one["targetName"] = c.label;
      one["targetFramework"] = known->in->title();
      if (!c.uri.empty()) url = c.uri;
    }
    one["targetUrl"] = url;
    if (version_3) one["type"] = json::array({"Alignment"});
    out.push_back(std::move(one));
  });
  return out;
}

language spoken(const catalogue_entry& entry, language otherwise) {
  if (entry.what.language.starts_with("fr")) return language::fr;
  return entry.what.language.starts_with("en") ? language::en : otherwise;
}

std::string narrative(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                      language lang) {
  const criterion_names names(frameworks, among);
  const std::string rendered = narrative_of(entry.what.criteria, names, spoken(entry, lang));
  return entry.what.narrative.empty() ? rendered : entry.what.narrative + "\n\n" + rendered;
}

json profile(const std::string& id, const std::string& called) {
  json out{{"id", id}, {"type", json::array({"Profile"})}};
  if (!called.empty()) out["name"] = called;
  return out;
}

json achievement_3(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                   const std::string& address, language lang) {
  const achievement_description& a = entry.what;
  json out{{"id", address},
           {"type", json::array({"Achievement"})},
           {"achievementType", a.type},
           {"name", a.name},
           {"description", a.description},
           {"criteria", {{"narrative", narrative(entry, among, frameworks, lang)}}}};
  if (!a.language.empty()) out["inLanguage"] = a.language;
  if (entry.version > 0) out["version"] = std::to_string(entry.version);
  if (!a.tags.empty()) out["tag"] = a.tags;
  if (!a.creator.empty()) out["creator"] = profile(a.creator, a.creator_name);
  if (!a.image.empty()) {
    out["image"] = {{"id", a.image}, {"type", "Image"}};
    if (!a.image_caption.empty()) out["image"]["caption"] = a.image_caption;
  }
  if (json list = alignments_of(a.criteria, frameworks, true); !list.empty()) out["alignment"] = std::move(list);
  return out;
}

result<json> badge_class(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                         const std::string& address, const std::string& issuer, language lang) {
  const achievement_description& a = entry.what;
  if (a.image.empty()) return fail(failure::input, no_image);
  if (issuer.empty()) return fail(failure::input, say::no_issuer);
  json out{{"@context", "https://w3id.org/openbadges/v2"},
           {"id", address},
           {"type", "BadgeClass"},
           {"name", a.name},
           {"description", a.description},
           {"image", a.image},
           {"criteria", {{"narrative", narrative(entry, among, frameworks, lang)}}},
           {"issuer", issuer}};
  if (!a.tags.empty()) out["tags"] = a.tags;
  if (!a.language.empty()) out["@language"] = a.language;
  if (json list = alignments_of(a.criteria, frameworks, false); !list.empty()) out["alignment"] = std::move(list);
  return out;
}

// A UUID of what it is made of (RFC 9562 section 5.8, version 8).
std::string urn_of(const std::string& text) {
  std::string hex = sha256_hex(text).substr(0, 32);
  hex[12] = '8';
  hex[16] = 'a';
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) +
         "-" + hex.substr(20);
}

}  // namespace

result<badge_request> read_badge_request(const json& document) {
  constexpr std::size_t longest = 2'048;  // bytes
  std::optional<error> first;
  const fields in(document, "badge", first);
  only_members(in, {"schema", "form", "issuer", "issuer_name", "subject", "id"});
  only_schema(in, "activateur/badge-request/1");
  badge_request out;
  out.form = in.text_or("form", out.form);
  if (std::find(std::begin(forms), std::end(forms), out.form) == std::end(forms))
    in.refuse(say::not_one_of, {"form", "achievement, badge_class, credential"}, "form");
  const auto address = [&](const char* member) {
    std::string text = in.text_or(member, {});
    if (!text.empty() && (text.size() > longest || !is_well_formed_iri(text))) in.refuse(say::no_iri, {member}, member);
    return text;
  };
  out.issuer = address("issuer");
  out.issuer_name = in.text_or("issuer_name", {});
  out.subject = address("subject");
  out.id = address("id");
  if (first) return *std::move(first);
  return out;
}

result<json> badge_of(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                      const badge_request& asked, const context& with) {
  if (entry.withdrawn) return fail(failure::usage, withdrawn, {entry.what.name});
  const std::string address = address_of(entry);
  if (address.empty()) return fail(failure::input, say::no_uri);
  const std::string issuer = asked.issuer.empty() ? entry.what.creator : asked.issuer;
  if (asked.form == "badge_class") return badge_class(entry, among, frameworks, address, issuer, with.lang);
  json what = achievement_3(entry, among, frameworks, address, with.lang);
  const json contexts = json::array(
      {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"});
  if (asked.form == "achievement") {
    what["@context"] = contexts;
    return what;
  }
  if (issuer.empty()) return fail(failure::input, say::no_issuer);
  if (asked.subject.empty()) return fail(failure::input, no_subject);
  const std::string called =
      !asked.issuer_name.empty() || !asked.issuer.empty() ? asked.issuer_name : entry.what.creator_name;
  json out{{"@context", contexts},
           {"type", json::array({"VerifiableCredential", "OpenBadgeCredential"})},
           {"issuer", profile(issuer, called)},
           {"validFrom", to_text(with.now)},
           {"name", entry.what.name},
           {"credentialSubject",
            {{"id", asked.subject}, {"type", json::array({"AchievementSubject"})}, {"achievement", std::move(what)}}}};
  out["id"] = asked.id.empty() ? urn_of(write_json(out)) : asked.id;
  return out;
}

}  // namespace activateur
