#include "analysis/target.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "analysis/messages.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = analysis_messages;

constexpr std::size_t most_requirements = 10'000;  // ROME's largest job asks 126
constexpr std::size_t longest_text = 8'192;        // bytes
constexpr std::string_view kinds[] = {"job", "qualification", "vacancy", "achievement", "venture"};
constexpr std::string_view importances[] = {"core", "emerging", "ordinary"};

void check_choice(const fields& in, const char* member, const std::string& value,
                  std::span<const std::string_view> allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  std::string list;
  for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
  in.refuse(say::not_one_of, {member, list}, member);
}

void check_length(const fields& in, const char* member, const std::string& value) {
  if (value.empty() || value.size() > longest_text)
    in.refuse(say::bad_length, {member, std::to_string(longest_text)}, member);
}

void set_competence(requirement& into, const framework& f, std::uint32_t index) {
  const competence_view c = f.competence(index);
  into.competence = competence_name(f, index);
  into.label = std::string(c.label);
  into.kind = std::string(name(c.kind));
}

void order_and_complete(target& into) {
  std::sort(into.requirements.begin(), into.requirements.end(),
            [](const requirement& a, const requirement& b) { return a.competence < b.competence; });
  const bool any =
      std::any_of(into.requirements.begin(), into.requirements.end(), [](const requirement& r) { return r.essential; });
  if (!any)
    for (requirement& r : into.requirements) r.essential = true;
}

requirement read_requirement(const fields& in, const framework_set& frameworks) {
  only_members(in, {"competence", "importance", "essential"});
  requirement out;
  const std::string asked = in.text("competence");
  if (const auto ref = frameworks.competence(asked))
    set_competence(out, *ref->in, ref->index);
  else
    in.refuse(say::unknown_competence, {shortened(asked, 120)}, "competence");
  out.importance = in.text_or("importance", "ordinary");
  check_choice(in, "importance", out.importance, importances);
  out.essential = in.flag_or("essential", out.importance == "core");
  return out;
}

}  // namespace

result<target> job_target(const framework_set& frameworks, std::string_view asked) {
  const auto ref = frameworks.job(asked);
  if (!ref) return fail(failure::not_found, say::no_such_job, {shortened(asked, 120)});
  const framework& f = *ref->in;
  target out;
  out.id = job_name(f, ref->index);
  out.kind = "job";
  out.label = std::string(f.job(ref->index).label);
  for (const job_link& link : f.links_of(ref->index)) {
    requirement r;
    set_competence(r, f, link.competence);
    r.importance = std::string(name(link.importance));
    r.essential = link.importance == link_importance::core;
    out.requirements.push_back(std::move(r));
  }
  order_and_complete(out);
  return out;
}

result<target> read_target(const json& document, const framework_set& frameworks, const std::string& source) {
  std::optional<error> first;
  const fields root(document, source, first);
  only_members(root, {"schema", "id", "kind", "label", "requirements"});
  only_schema(root, "activateur/target/1");
  target out;
  out.id = root.text("id");
  check_length(root, "id", out.id);
  out.kind = root.text("kind");
  check_choice(root, "kind", out.kind, kinds);
  out.label = root.text("label");
  check_length(root, "label", out.label);
  const std::vector<fields> list = root.list("requirements");
  if (list.empty()) root.refuse(say::no_requirements, {}, "requirements");
  if (list.size() > most_requirements) root.refuse(say::too_many, {std::to_string(most_requirements)}, "requirements");
  std::set<std::string> seen;
  for (const fields& one : list) {
    if (first) break;
    requirement r = read_requirement(one, frameworks);
    if (!first && !seen.insert(r.competence).second) one.refuse(say::repeated, {r.competence}, "competence");
    out.requirements.push_back(std::move(r));
  }
  if (first) return *std::move(first);
  order_and_complete(out);
  return out;
}

}  // namespace activateur
