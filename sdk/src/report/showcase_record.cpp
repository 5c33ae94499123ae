// A published showcase as a Comprehensive Learner Record 2.0.
#include "badges/documents.hpp"
#include "badges/reading.hpp"
#include "crypto/jws.hpp"
#include "report/showcase.hpp"
#include "report/showcase_messages.hpp"

namespace activateur {
namespace {

namespace say = report::words;

// An Open Badge 3.0 that can be verified by itself, as a member of verifiableCredential: the JSON document with its
// proof, or the token as text (CLR 2.0 section 5.3). Null: none.
json embeddable(const std::string& file) {
  if (file.starts_with("{")) {
    result<json> document = read_json(file, {limits::json_bytes, limits::json_depth, limits::json_values});
    const bool good =
        document && version_of(*document) == badge_version::ob_3_0 && member(*document, "proof") != nullptr;
    return good ? *std::move(document) : json();
  }
  const auto first = file.find('.');
  const auto second = first == std::string::npos ? first : file.find('.', first + 1);
  if (second == std::string::npos) return {};
  const auto payload = from_base64url(std::string_view(file).substr(first + 1, second - first - 1));
  const auto claims = payload ? read_json(as_text(*payload)) : result<json>(json());
  if (!claims || !claims->is_object()) return {};
  const json* inside = member(*claims, "vc");
  return version_of(inside != nullptr ? *inside : *claims) == badge_version::ob_3_0 ? json(file) : json();
}

std::string lines(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "\n" + b; }

// What she lived, as an achievement that she defines herself and nobody else vouches for (Achievement.creator).
json achievement_of(const shown_item& item, const showcase_version& of, const json& person) {
  const std::string story = lines(item.text, item.words);
  json out{{"id", of.id + "#" + item.id},
           {"type", {"Achievement"}},
           {"name", item.title},
           {"description", story.empty() ? item.title : story},
           {"criteria",
            {{"narrative",
              of.lang == language::fr ? "Déclaré par la personne elle-même." : "Declared by the person herself."}}},
           {"inLanguage", std::string(tag(of.lang))},
           {"creator", person}};
  // By name: an alignment would need an address for each.
  for (const shown_competence& c : item.competences) out["tag"].push_back(c.label.empty() ? c.id : c.label);
  return out;
}

}  // namespace

result<json> showcase_learner_record(const showcase_version& of, const learner_record_issuer& issuer,
                                     const std::string& subject) {
  if (issuer.id.empty()) return fail(failure::usage, say::showcase_no_issuer);
  const std::string person = subject.empty() ? of.id + "#person" : subject;
  json creator{{"id", person}, {"type", {"Profile"}}};
  if (!of.name.empty()) creator["name"] = of.name;
  json credentials = json::array(), achievements = json::array();
  for (const shown_section& section : of.sections)
    for (const shown_item& item : section.items) {
      if (item.kind == shown_kind::experience) achievements.push_back(achievement_of(item, of, creator));
      if (item.file.empty()) continue;
      if (json whole = embeddable(item.file); !whole.is_null()) credentials.push_back(std::move(whole));
    }
  if (credentials.empty()) return fail(failure::input, say::showcase_no_record);
  json about{{"id", person}, {"type", {"ClrSubject"}}, {"verifiableCredential", std::move(credentials)}};
  if (!achievements.empty()) about["achievement"] = std::move(achievements);
  json by{{"id", issuer.id}, {"type", {"Profile"}}};
  if (!issuer.name.empty()) by["name"] = issuer.name;
  return json{{"@context",
               {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
              {"id", of.id},
              {"type", {"VerifiableCredential", "ClrCredential"}},
              {"name", of.title},
              {"partial", true},  // she chose what is in it
              {"issuer", std::move(by)},
              {"validFrom", to_text(of.published)},
              {"credentialSubject", std::move(about)}};
}

}  // namespace activateur
