#include "badges/shape.hpp"

#include "net/address.hpp"

namespace activateur {
namespace {

constexpr std::string_view vc_2 = "https://www.w3.org/ns/credentials/v2";
constexpr std::string_view vc_1 = "https://www.w3.org/2018/credentials/v1";
constexpr std::string_view ob_3 = "https://purl.imsglobal.org/spec/ob/v3p0/";
constexpr std::string_view clr_2 = "https://purl.imsglobal.org/spec/clr/v2p0/";

enum class context_kind { other, numbered, alias };

// `context.json` and `context-3.0.N.json` are the published addresses; the others serve the same terms.
context_kind kind_of_context(std::string_view url, bool learner_record) {
  if (learner_record) {
    if (!url.starts_with(clr_2)) return context_kind::other;
    const std::string_view rest = url.substr(clr_2.size());
    if (rest.starts_with("context-2.0.") && rest.ends_with(".json")) return context_kind::numbered;
    return rest == "context.json" ? context_kind::alias : context_kind::other;
  }
  if (url.starts_with(ob_3)) {
    const std::string_view rest = url.substr(ob_3.size());
    if (rest.starts_with("context-3.0.") && rest.ends_with(".json")) return context_kind::numbered;
    if (rest == "context.json" || rest == "context/ob_v3p0.jsonld") return context_kind::alias;
  }
  if (url == "https://imsglobal.github.io/openbadges-specification/context.json") return context_kind::alias;
  return context_kind::other;
}

void check_context(const inquiry& q, const json& document, bool learner_record) {
  const std::string standard = learner_record ? "Comprehensive Learner Record 2.0" : "Open Badges 3.0";
  const json* context = member(document, "@context");
  if (context == nullptr) return q.invalid("context", say::context_missing, {std::string(vc_2)});
  const auto list = items_of(context);
  const std::string first = list.front()->is_string() ? list.front()->get<std::string>() : "{}";
  if (first != vc_2 && first != vc_1) return q.invalid("context", say::context_first, {first});
  json used = json::array();
  std::string alias;
  bool numbered = false;
  for (const json* item : list) {
    used.push_back(item->is_string() ? *item : json("inline"));
    if (!item->is_string()) continue;
    const auto url = item->get<std::string>();
    const context_kind kind = kind_of_context(url, learner_record);
    numbered = numbered || kind == context_kind::numbered;
    if (kind == context_kind::alias) alias = url;
  }
  json evidence{{"contexts", std::move(used)}};
  if (numbered)
    return q.valid("context", say::context_good,
                   {(first == vc_2 ? "Verifiable Credentials 2.0, " : "Verifiable Credentials 1.1, ") + standard},
                   std::move(evidence));
  if (!alias.empty()) return q.valid("context", say::context_alias, {alias}, std::move(evidence));
  q.invalid("context", say::context_no_open_badges, {standard}, std::move(evidence));
}

void check_type(const inquiry& q, const std::vector<std::string>& types) {
  if (!contains(types, "VerifiableCredential"))
    return q.invalid("type", say::type_wrong, {"VerifiableCredential", joined(types)});
  if (contains(types, "OpenBadgeCredential") || contains(types, "AchievementCredential"))
    return q.valid("type", say::type_good, {joined(types)});
  if (is_endorsement(types)) return q.valid("type", say::type_endorsement);
  if (is_learner_record(types)) return q.valid("type", say::type_good, {joined(types)});
  q.invalid("type", say::type_wrong, {"OpenBadgeCredential / AchievementCredential", joined(types)});
}

// A type that is not written at all is tolerated: many issuers leave nested types out.
bool type_is(const json& object, const char* wanted, std::vector<std::string>& found) {
  found = texts_of(member(object, "type"));
  return member(object, "type") == nullptr || contains(found, wanted);
}

void check_subject(const inquiry& q, const json& document, const char* wanted) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  if (subjects.empty()) return q.invalid("subject", say::subject_missing, {"credentialSubject"});
  if (subjects.size() > 1) return q.invalid("subject", say::subject_many, {std::to_string(subjects.size())});
  const json& subject = *subjects.front();
  if (!subject.is_object()) return q.invalid("subject", say::subject_missing, {"credentialSubject"});
  std::vector<std::string> types;
  if (!type_is(subject, wanted, types)) return q.invalid("subject", say::subject_type, {wanted, joined(types)});
  if (text_of(subject, "id").empty() && items_of(member(subject, "identifier")).empty())
    return q.invalid("subject", say::subject_no_identity);
  q.valid("subject", say::subject_good);
}

// The type that a nested object should have and what it has, or nothing when all are right.
std::vector<std::string> wrong_part(const json& document) {
  const json& subject = *items_of(member(document, "credentialSubject")).front();
  const json* what = member(subject, "achievement");
  struct part {
    const json* holder;
    const char* name;
    const char* type;
  };
  const part parts[] = {{&document, "evidence", "Evidence"},
                        {&subject, "result", "Result"},
                        {&subject, "identifier", "IdentityObject"},
                        {what, "alignment", "Alignment"},
                        {what, "resultDescription", "ResultDescription"}};
  for (const part& p : parts) {
    for (const json* item : items_of(member(*p.holder, p.name))) {
      std::vector<std::string> types;
      if (!type_is(*item, p.type, types)) return {p.type, joined(types)};
    }
  }
  return {};
}

void check_achievement(const inquiry& q, const json& document) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  const json* what = subjects.empty() ? nullptr : member(*subjects.front(), "achievement");
  if (what == nullptr || !what->is_object())
    return q.invalid("achievement", say::achievement_missing, {"credentialSubject.achievement"});
  std::vector<std::string> types;
  if (!type_is(*what, "Achievement", types))
    return q.invalid("achievement", say::achievement_type, {"Achievement", joined(types)});
  for (const char* required : {"id", "name", "description", "criteria"}) {
    if (member(*what, required) == nullptr) return q.invalid("achievement", say::achievement_property, {required});
  }
  if (const auto fault = wrong_part(document); !fault.empty())
    return q.invalid("achievement", say::achievement_type, {fault[0], fault[1]});
  q.valid("achievement", say::achievement_good, {q.out.subject.what.name});
}

void check_issuer(const inquiry& q, const json& document) {
  const json* issuer = member(document, "issuer");
  if (issuer == nullptr || !(issuer->is_object() || issuer->is_string()))
    return q.invalid("issuer", say::issuer_missing);
  const std::string id = id_of(issuer);
  if (!has_scheme(id)) return q.invalid("issuer", say::issuer_id, {id});
  std::vector<std::string> types;
  if (issuer->is_object() && !type_is(*issuer, "Profile", types))
    return q.invalid("issuer", say::issuer_type, {"Profile", joined(types)});
  q.valid("issuer", say::issuer_good, {id});
}

}  // namespace

bool is_endorsement(const std::vector<std::string>& types) { return contains(types, "EndorsementCredential"); }
bool is_learner_record(const std::vector<std::string>& types) { return contains(types, "ClrCredential"); }

void check_shape(const inquiry& q, const json& document) {
  const auto types = texts_of(member(document, "type"));
  const bool record = is_learner_record(types);
  check_context(q, document, record);
  check_type(q, types);
  check_subject(q, document,
                is_endorsement(types) ? "EndorsementSubject"
                : record              ? "ClrSubject"
                                      : "AchievementSubject");
  if (!is_endorsement(types) && !record) check_achievement(q, document);
  check_issuer(q, document);
}

}  // namespace activateur
