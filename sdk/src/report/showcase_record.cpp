// A published showcase as a Comprehensive Learner Record 2.0.
#include "badges/documents.hpp"
#include "badges/issuing.hpp"
#include "badges/reading.hpp"
#include "base/iri.hpp"
#include "base/text.hpp"
#include "report/showcase.hpp"
#include "report/showcase_messages.hpp"

namespace activateur {
namespace {

namespace say = report::words;

constexpr const char* vc_context = "https://www.w3.org/ns/credentials/v2";
constexpr const char* badge_context = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
constexpr const char* record_context = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

// An Open Badge 3.0 that has a place in verifiableCredential, whose members are VerifiableCredential objects (CLR 2.0,
// ClrSubject): of VC 2.0, with its proof in it. A token is no object, and an EnvelopedVerifiableCredential around it
// has none of the members that are required; the protected terms of VC 1.1 clash with those of the record. Null: none.
json embeddable(const std::string& file) {
  if (!file.starts_with("{")) return {};
  result<json> document = read_json(file, {limits::json_bytes, limits::json_depth, limits::json_values});
  if (!document || version_of(*document) != badge_version::ob_3_0) return {};
  for (const char* required : {"type", "issuer", "validFrom", "credentialSubject", "proof"})
    if (member(*document, required) == nullptr) return {};
  const json* contexts = member(*document, "@context");
  const bool good =
      contexts != nullptr && contexts->is_array() && !contexts->empty() && contexts->front() == vc_context;
  return good ? *std::move(document) : json();
}

json profile_of(const std::string& id, const std::string& name) {
  json out{{"id", id}, {"type", {"Profile"}}};
  if (!name.empty()) out["name"] = name;
  return out;
}

// What she lived, as a badge of which she is issuer and recipient: ClrSubject.achievement is no place for it, being
// what the record's issuer expects of her.
json own_badge(const shown_item& item, const showcase_version& of, const std::string& did) {
  const std::string story = lines(item.text, item.words);
  json what{{"id", of.id + "#" + item.id + "-achievement"},
            {"type", {"Achievement"}},
            {"name", item.title},
            {"description", story.empty() ? item.title : story},
            {"criteria",
             {{"narrative",
               of.lang == language::fr ? "Déclaré par la personne elle-même." : "Declared by the person herself."}}},
            {"inLanguage", std::string(tag(of.lang))}};
  // By name: an alignment would need an address for each.
  for (const shown_competence& c : item.competences) what["tag"].push_back(c.label.empty() ? c.id : c.label);
  json subject{{"id", did}, {"type", {"AchievementSubject"}}, {"achievement", std::move(what)}};
  if (item.from) subject["activityStartDate"] = to_text(*item.from);
  if (item.to) subject["activityEndDate"] = to_text(*item.to);
  json out{{"@context", {vc_context, badge_context}},
           {"id", of.id + "#" + item.id},
           {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
           {"name", item.title},
           {"issuer", profile_of(did, of.name)},
           {"validFrom", to_text(of.published)},
           {"credentialSubject", std::move(subject)}};
  for (const shown_evidence& e : item.evidence) {
    if (e.url.empty()) continue;
    json one{{"id", e.url}, {"type", {"Evidence"}}};
    if (!e.label.empty()) one["name"] = e.label;
    out["evidence"].push_back(std::move(one));
  }
  return out;
}

result<json> signed_by_herself(const json& badge, const private_key& key, const context& with) {
  const bool edwards = key.public_part().type() == key_type::ed25519;
  const auto text =
      issue(badge, key, {"", edwards ? cryptosuite::eddsa_rdfc_2022 : cryptosuite::ecdsa_rdfc_2019}, with);
  return text ? read_json(*text) : result<json>(text.why());
}

}  // namespace

result<json> showcase_learner_record(const showcase_version& of, const learner_record_options& options,
                                     const context& with) {
  if (options.issuer.empty()) return fail(failure::usage, say::showcase_no_issuer);
  for (const std::string* id : {&options.issuer, &options.subject})
    if (!id->empty() && !is_well_formed_iri(*id))
      return fail(failure::input, say::showcase_no_iri, {shortened(*id, 120)});
  const std::string multikey = options.own == nullptr ? "" : options.own->public_part().multikey();
  if (options.own != nullptr && multikey.empty()) return fail(failure::unsupported, say::showcase_own_key);
  const std::string own_did = multikey.empty() ? "" : "did:key:" + multikey;
  json credentials = json::array();
  for (const shown_section& section : of.sections)
    for (const shown_item& item : section.items) {
      if (item.kind == shown_kind::experience && options.own != nullptr) {
        result<json> badge = signed_by_herself(own_badge(item, of, own_did), *options.own, with);
        if (!badge) return badge;
        credentials.push_back(*std::move(badge));
      }
      if (item.file.empty()) continue;
      if (json whole = embeddable(item.file); !whole.is_null()) credentials.push_back(std::move(whole));
    }
  if (credentials.empty()) return fail(failure::input, say::showcase_no_record);
  const std::string person = !options.subject.empty() ? options.subject : own_did;
  json out{{"@context", {vc_context, record_context, badge_context}},
           {"id", of.id},
           {"type", {"VerifiableCredential", "ClrCredential"}},
           {"name", of.title},
           {"partial", true},  // she chose what is in it
           {"issuer", profile_of(options.issuer, options.issuer_name)},
           {"validFrom", to_text(of.published)},
           {"credentialSubject",
            {{"id", person.empty() ? of.id + "#person" : person},
             {"type", {"ClrSubject"}},
             {"verifiableCredential", std::move(credentials)}}}};
  if (!of.introduction.empty()) out["description"] = of.introduction;
  return out;
}

}  // namespace activateur
