#include "store/documents.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/pathway.hpp"
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "json/fields.hpp"
#include "recognition/members.hpp"
#include "recognition/portfolio.hpp"
#include "store/messages.hpp"
#include "store/nir.hpp"
#include "store/showcase.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t longest_name = 512;
constexpr std::size_t longest_text = 64U << 10U;  // a story
constexpr std::size_t most_items = 1'000;

using choices = std::span<const std::string_view>;
constexpr std::string_view experience_kinds[] = {"work", "volunteering", "sport", "family",
                                                 "play", "serious_game", "other"};
constexpr std::string_view evidence_kinds[] = {"text", "photo", "sound", "file"};
constexpr std::string_view origins[] = {"suggested", "chosen", "added"};
constexpr std::string_view roles[] = {"client", "colleague", "peer", "supervisor", "professional"};
constexpr std::string_view answer_kinds[] = {"feedback", "endorsement"};
constexpr std::string_view sharings[] = {"none", "level", "words", "named"};
constexpr std::string_view person_kinds[] = {"individual", "collective"};
constexpr std::string_view inference_kinds[] = {"gap", "map", "plan", "other"};

std::string bounded(const fields& in, const char* member, std::size_t most, bool required) {
  std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty())) in.refuse(text_length, {member, std::to_string(most)}, member);
  return text;
}

void choice(const fields& in, const char* member, choices allowed, bool required) {
  if (!required && !in.has(member)) return;
  const std::string text = in.text(member);
  if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) return;
  std::string list;
  for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
  in.refuse(not_one_of, {member, list}, member);
}

std::vector<fields> items(const fields& in, const char* member) {
  std::vector<fields> out = in.list(member);
  if (out.size() <= most_items) return out;
  in.refuse(too_large, {std::to_string(out.size()), std::to_string(most_items)}, member);
  return {};
}

void names(const fields& in, const char* member) {
  (void)items(in, member);
  const std::vector<std::string> list = in.texts(member);
  for (const std::string& one : list)
    if (one.empty() || one.size() > longest_name)
      in.refuse(text_length, {member, std::to_string(longest_name)}, member);
}

void level(const fields& in) {
  (void)in.number("level");
  (void)in.number_within("level", 0, 4, 0);
}

void check_evidence(const fields& in) {
  for (const fields& one : items(in, "evidence")) {
    only_members(one, {"kind", "reference", "sha256", "media_type", "label", "text"});
    choice(one, "kind", evidence_kinds, true);
    bounded(one, "reference", longest_name, false);
    bounded(one, "media_type", longest_name, false);
    bounded(one, "label", longest_name, false);
    bounded(one, "text", longest_text, false);
    if (!one.has("sha256")) continue;
    const std::string digest = one.text("sha256");
    if (digest.size() != 64 || !from_hex(digest)) one.refuse(bad_digest, {}, "sha256");
  }
}

void check_experience(const fields& in) {
  only_members(in, {"title", "kind", "from", "to", "months", "hours_per_week", "jobs", "competences", "text",
                    "evidence", "place", "organisation"});
  bounded(in, "title", longest_name, true);
  choice(in, "kind", experience_kinds, true);
  bounded(in, "text", longest_text, false);
  bounded(in, "place", longest_name, false);
  bounded(in, "organisation", longest_name, false);
  for (const fields& one : items(in, "competences")) {
    only_members(one, {"competence", "label", "origin", "why"});
    bounded(one, "competence", longest_name, true);
    bounded(one, "label", longest_name, false);
    bounded(one, "why", longest_text, false);
    choice(one, "origin", origins, false);
  }
  check_evidence(in);
}

void check_self_assessment(const fields& in) {
  only_members(in, {"experience", "competence", "level", "at", "text"});
  bounded(in, "text", longest_text, false);
}

void check_feedback(const fields& in) {
  only_members(in, {"experience", "competence", "role", "by", "level", "kind", "at", "text", "request", "sharing"});
  bounded(in, "text", longest_text, false);
  choice(in, "sharing", sharings, false);
  bounded(in, "request", longest_name, false);
}

void check_observation(const fields& in) {
  only_members(in, {"grid", "experience", "by", "role", "at", "items", "text", "sharing"});
  choice(in, "sharing", sharings, false);
  bounded(in, "grid", longest_name, true);
  bounded(in, "experience", longest_name, false);
  bounded(in, "by", longest_name, false);
  choice(in, "role", roles, false);
  bounded(in, "text", longest_text, false);
  (void)in.time("at");
  for (const fields& one : items(in, "items")) {
    only_members(one, {"criterion", "level", "text"});
    bounded(one, "criterion", longest_name, true);
    level(one);
    bounded(one, "text", longest_text, false);
  }
}

void check_grid(const fields& in) {
  only_members(in, {"title", "organisation", "levels", "criteria", "text"});
  bounded(in, "title", longest_name, true);
  bounded(in, "organisation", longest_name, false);
  bounded(in, "text", longest_text, false);
  names(in, "levels");
  for (const fields& one : items(in, "criteria")) {
    only_members(one, {"id", "label", "competence"});
    bounded(one, "id", longest_name, true);
    bounded(one, "label", longest_name, true);
    bounded(one, "competence", longest_name, true);
  }
}

void check_request(const fields& in) {
  only_members(in, {"experience", "competences", "role", "question", "expires"});
  bounded(in, "experience", longest_name, false);
  bounded(in, "question", longest_text, false);
  choice(in, "role", roles, false);
  (void)in.time("expires");
  const auto list = items(in, "competences");
  if (list.empty()) in.refuse(text_length, {"competences", std::to_string(most_items)}, "competences");
  for (const fields& one : list) {
    only_members(one, {"competence", "label"});
    bounded(one, "competence", longest_name, true);
    bounded(one, "label", longest_name, false);
  }
}

void check_inference(const fields& in) {
  only_members(in, {"of", "target", "result"});
  choice(in, "of", inference_kinds, true);
  bounded(in, "target", longest_name, false);
}

// The bytes that the document has when written, or more: counted without writing it.
std::size_t at_most(const json& document) {
  constexpr std::size_t escaped = 6, number = 32, around = 4;  // \u001f; a double; quotes, a colon, a comma
  if (document.is_string()) return escaped * document.get_ref<const std::string&>().size() + around;
  std::size_t out = number;
  if (document.is_object())
    for (const auto& [member, value] : document.get_ref<const json::object_t&>())
      out += escaped * member.size() + around + at_most(value);
  if (document.is_array())
    for (const json& value : document) out += around + at_most(value);
  return out;
}

// The rest of what a portfolio asks of its part, read as recognition will read it.
result<void> check_as_portfolio(const char* list, json element) {
  const json portfolio = list == nullptr ? std::move(element) : json{{list, json::array({std::move(element)})}};
  const auto read = read_portfolio(portfolio, {});
  if (read) return {};
  error wrong = read.why();
  const std::string before = list == nullptr ? "" : "/" + std::string(list) + "/0";
  if (wrong.where.pointer.starts_with(before)) wrong.where.pointer.erase(0, before.size());
  return wrong;
}

result<void> check_part(record_kind k, json document) {
  switch (k) {
    case record_kind::experience: return check_as_portfolio("experiences", experience_of(document, "x"));
    case record_kind::self_assessment:
    case record_kind::feedback:
      for (const char* ours : {"text", "request", "sharing"}) document.erase(ours);
      document["id"] = "x";
      return check_as_portfolio(k == record_kind::feedback ? "feedback" : "self_assessments", std::move(document));
    case record_kind::declaration: return check_as_portfolio(nullptr, std::move(document));
    default: return {};
  }
}

}  // namespace

json without_nulls(const json& document, record_kind k) {
  if (!document.is_structured()) return document;
  json out = document.is_array() ? json::array() : json::object();
  for (const auto& [member, value] : document.items()) {
    if (document.is_array())
      out.push_back(without_nulls(value));
    else if (!value.is_null())
      out[member] = k == record_kind::inference && member == "result" ? value : without_nulls(value);
  }
  return out;
}

json experience_of(const json& document, const std::string& id) {
  json out{{"id", id}};
  for (const char* same : {"title", "from", "to", "months", "hours_per_week", "jobs"})
    if (document.contains(same)) out[same] = document[same];
  const std::string is = document.value("kind", "other");
  out["kind"] = is == "serious_game" ? "play" : is;
  json competences = json::array();
  for (const json& one : document.value("competences", json::array())) {
    // What a text suggests is not hers until she has chosen it.
    if (one.value("origin", "chosen") != "suggested") competences.push_back(one.at("competence"));
  }
  if (!competences.empty()) out["competences"] = std::move(competences);
  return out;
}

result<void> check_size(const json& document) {
  if (at_most(document) <= largest_record) return {};
  const std::size_t size = write_json(document).size();
  if (size <= largest_record) return {};
  return fail(failure::limit, too_large, {std::to_string(size), std::to_string(largest_record)});
}

// Social security numbers come first: no other error repeats one then.
result<void> check_document(record_kind k, const json& document) {
  if (result<void> clean = refuse_nir(document); !clean) return clean;
  std::optional<error> first;
  const fields in(document, std::string(name(k)), first);
  switch (k) {
    case record_kind::experience: check_experience(in); break;
    case record_kind::self_assessment: check_self_assessment(in); break;
    case record_kind::feedback: check_feedback(in); break;
    case record_kind::observation: check_observation(in); break;
    case record_kind::feedback_request: check_request(in); break;
    case record_kind::grid: check_grid(in); break;
    case record_kind::inference: check_inference(in); break;
    case record_kind::pathway: (void)read_pathway(in); break;
    case record_kind::showcase: check_showcase(in); break;
    case record_kind::declaration:
      only_members(in, {"identities", "holds_job", "overrides", "conditions", "lacks", "wishes", "constraints"});
      break;
    default: return fail(failure::usage, not_here, {std::string(name(k))});
  }
  if (first) return *std::move(first);
  if (result<void> part = check_part(k, document); !part) return part;
  return check_size(document);
}

result<void> check_profile(const json& profile) {
  if (result<void> clean = refuse_nir(profile); !clean) return clean;
  std::optional<error> first;
  const fields in(profile, "profile", first);
  only_members(in, {"schema", "kind", "name", "identifiers", "members", "language", "consents", "returning"});
  only_schema(in, "activateur/person/1");
  choice(in, "kind", person_kinds, false);
  bounded(in, "name", longest_name, false);
  bounded(in, "language", longest_name, false);
  names(in, "members");
  (void)items(in, "consents");
  (void)in.flag_or("returning", false);
  for (const fields& one : items(in, "identifiers")) {
    only_members(one, {"system", "value"});
    bounded(one, "system", longest_name, true);
    bounded(one, "value", longest_name, true);
  }
  if (first) return *std::move(first);
  return check_size(profile);
}

result<void> check_consent(const json& consent, const store_policy& by) {
  if (result<void> clean = refuse_nir(consent); !clean) return clean;
  std::optional<error> first;
  const fields in(consent, "consent", first);
  only_members(in, {"schema", "purpose", "organisation", "text_version", "given", "text"});
  only_schema(in, "activateur/consent/1");
  const std::string purpose = bounded(in, "purpose", longest_name, true);
  if (!by.knows(purpose)) in.refuse(unknown_purpose, {shortened(purpose, 64)}, "purpose");
  bounded(in, "organisation", longest_name, true);
  bounded(in, "text_version", longest_name, true);
  bounded(in, "text", longest_text, false);
  (void)in.time("given");
  if (first) return *std::move(first);
  return {};
}

result<void> check_answers(const json& answers) {
  if (result<void> clean = refuse_nir(answers); !clean) return clean;
  std::optional<error> first;
  const fields in(answers, "answers", first);
  only_members(in, {"schema", "by", "role", "answers", "text", "kind", "sharing"});
  only_schema(in, "activateur/feedback-answer/1");
  bounded(in, "by", longest_name, false);
  bounded(in, "text", longest_text, false);
  choice(in, "role", roles, true);
  choice(in, "kind", answer_kinds, false);
  choice(in, "sharing", sharings, false);
  const auto list = items(in, "answers");
  if (list.empty()) in.refuse(text_length, {"answers", std::to_string(most_items)}, "answers");
  for (const fields& one : list) {
    only_members(one, {"competence", "level", "text"});
    bounded(one, "competence", longest_name, true);
    level(one);
    bounded(one, "text", longest_text, false);
  }
  if (first) return *std::move(first);
  return {};
}

}  // namespace activateur
