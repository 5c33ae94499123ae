// A published showcase as a Comprehensive Learner Record 2.0.
#include "badges/documents.hpp"
#include "badges/issuing.hpp"
#include "badges/reading.hpp"
#include "badges/token.hpp"
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

// The members that CLR 2.0 asks of its class VerifiableCredential (clr_v2p0_clrcredential_schema.json), and a proof to
// judge it by. One badge without them would make the whole record refused, such as one of the data model 1.1.
bool fits(const json& badge) {
  const json* contexts = member(badge, "@context");
  const json* issuer = member(badge, "issuer");
  const json* subject = member(badge, "credentialSubject");
  return version_of(badge) == badge_version::ob_3_0 && contexts != nullptr && contexts->is_array() &&
         !contexts->empty() && contexts->front() == vc_context &&
         contains(texts_of(member(badge, "type")), "VerifiableCredential") && issuer != nullptr &&
         (issuer->is_string() || (!id_of(issuer).empty() && member(*issuer, "type") != nullptr)) &&
         !text_of(badge, "validFrom").empty() && subject != nullptr && subject->is_object() &&
         member(badge, "proof") != nullptr;
}

// A token in the way that documents hold one (Verifiable Credentials 2.0, "Enveloped Verifiable Credentials"); the
// media type is of tokens whose claims are the credential (Securing Verifiable Credentials using JOSE and COSE).
json enveloped(const std::string& token) {
  const auto first = token.find('.');
  const auto second = first == std::string::npos ? first : token.find('.', first + 1);
  if (second == std::string::npos) return {};
  const auto payload = from_base64url(std::string_view(token).substr(first + 1, second - first - 1));
  const auto claims = payload ? read_json(as_text(*payload)) : result<json>(json());
  if (!claims || !claims->is_object() || is_vc_claim_form(*claims) || version_of(*claims) != badge_version::ob_3_0)
    return {};
  return {
      {"@context", vc_context}, {"id", "data:application/vc+jwt," + token}, {"type", "EnvelopedVerifiableCredential"}};
}

// An Open Badge 3.0 that can be verified by itself, as a member of verifiableCredential. Null: none.
json embeddable(const std::string& file, bool with_tokens) {
  if (!file.starts_with("{")) return with_tokens ? enveloped(file) : json();
  result<json> document = read_json(file, {limits::json_bytes, limits::json_depth, limits::json_values});
  return document && fits(*document) ? *std::move(document) : json();
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
      if (json whole = embeddable(item.file, options.tokens); !whole.is_null()) credentials.push_back(std::move(whole));
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
