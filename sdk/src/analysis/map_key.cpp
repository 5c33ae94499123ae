// The key whose doors are asked for.
#include "analysis/map_change.hpp"
#include "analysis/map_messages.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

constexpr std::string_view key_id = "+key";  // of what a key adds
constexpr std::size_t most_competences = 500;
constexpr std::size_t longest_label = 8'192;  // bytes

error bad_key(const std::string& text) { return fail(failure::input, map_messages::bad_key, {shortened(text, 120)}); }

result<map_key> read_document(const json& document, const std::string& text, const framework_set& frameworks) {
  map_key out;
  if (document.contains("competences")) {
    std::optional<error> first;
    const fields root(document, "key", first);
    only_members(root, {"competences", "label"});
    out.kind = "badge";
    out.competences = root.texts("competences");
    out.label = root.text_or("label", {});
    if (first) return *std::move(first);
    if (out.competences.empty() || out.competences.size() > most_competences || out.label.size() > longest_label)
      return bad_key(text);
    for (const std::string& c : out.competences) {
      const auto ref = frameworks.competence(c);
      if (!ref) return fail(failure::not_found, map_messages::bad_key, {shortened(c, 120)});
      if (out.label.empty()) out.label = ref->in->competence(ref->index).label;
    }
    return out;
  }
  for (const auto& [member, list] : {std::pair{"experience", "experiences"}, std::pair{"credential", "credentials"}}) {
    const auto given = document.find(member);
    if (given == document.end()) continue;
    if (document.size() != 1 || !given->is_object()) return bad_key(text);
    json one = *given;
    out.kind = member;
    out.label = one.contains("title") && one["title"].is_string() ? one["title"].get<std::string>() : member;
    one["id"] = key_id;
    result<portfolio> adds = read_portfolio({{list, json::array({one})}}, "key");
    if (!adds) return std::move(adds).why();
    out.adds = *std::move(adds);
    return out;
  }
  return bad_key(text);
}

}  // namespace

result<map_key> read_key(const std::string& text, const framework_set& frameworks, const policy& by) {
  if (trimmed(text).starts_with('{')) {
    const result<json> document = read_json(text, {}, "key");
    if (!document) return document.why();
    return read_document(*document, text, frameworks);
  }
  map_key out;
  if (const auto competence = frameworks.competence(text)) {
    out.kind = "badge";
    out.label = competence->in->competence(competence->index).label;
    out.competences = {competence_name(*competence->in, competence->index)};
    return out;
  }
  if (const auto job = frameworks.job(text)) {
    out.kind = "experience";
    out.label = job->in->job(job->index).label;
    experience practised;
    practised.id = key_id;
    practised.title = out.label;
    practised.kind = "work";
    practised.months = by.map.door_months;
    practised.months_given = true;
    practised.hours_per_week = by.full_time_hours;
    practised.jobs = {job_name(*job->in, job->index)};
    out.adds.experiences.push_back(std::move(practised));
    return out;
  }
  return fail(failure::not_found, map_messages::bad_key, {shortened(text, 120)});
}

portfolio with_key(portfolio person, const map_key& key, const framework_set& frameworks,
                   std::vector<verification>* verifications, instant now) {
  for (const experience& e : key.adds.experiences) person.experiences.push_back(e);
  for (const portfolio_credential& c : key.adds.credentials) person.credentials.push_back(c);
  if (key.competences.empty()) return person;
  person.credentials.push_back({std::string(key_id), {}});
  verification valid;
  valid.source = key_id;
  valid.overall = verdict::valid;
  valid.subject.issuer.id = key_id;  // an issuer of its own: no other evidence is its repetition
  valid.subject.what.name = key.label;
  valid.subject.issued = now;
  for (const std::string& c : key.competences) {
    alignment to;
    const auto ref = frameworks.competence(c);
    to.target_code = ref ? competence_name(*ref->in, ref->index) : c;
    valid.subject.what.alignments.push_back(std::move(to));
  }
  if (verifications != nullptr) verifications->push_back(std::move(valid));
  return person;
}

}  // namespace activateur
