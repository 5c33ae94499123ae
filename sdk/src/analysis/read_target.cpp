// Document "activateur/target/1" (docs/schemas/target.json).
#include <algorithm>
#include <set>
#include <span>

#include "analysis/messages.hpp"
#include "analysis/target.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = analysis_messages;

constexpr std::size_t longest_text = 8'192;  // bytes
constexpr std::size_t most_groups = 1'000;
constexpr std::size_t most_conditions = 100;
constexpr std::string_view kinds[] = {"job", "qualification", "vacancy", "achievement", "venture"};
constexpr std::string_view importances[] = {"core", "emerging", "ordinary"};

void check_choice(const fields& in, const char* member, const std::string& value,
                  std::span<const std::string_view> allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  std::string list;
  for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
  in.refuse(say::not_one_of, {member, list}, member);
}

std::string bounded(const fields& in, const char* member) {
  std::string value = in.text(member);
  if (value.empty() || value.size() > longest_text)
    in.refuse(say::bad_length, {member, std::to_string(longest_text)}, member);
  return value;
}

class reader {
 public:
  reader(const json& document, const framework_set& frameworks, const std::string& source)
      : frameworks_(frameworks), root_(document, source, first_) {}

  result<target> read() {
    only_members(root_, {"schema", "id", "kind", "label", "requirements", "groups", "parts", "conditions"});
    only_schema(root_, "activateur/target/1");
    out_.id = bounded(root_, "id");
    out_.kind = root_.text("kind");
    check_choice(root_, "kind", out_.kind, kinds);
    out_.label = bounded(root_, "label");
    read_parts();
    const std::vector<fields> list = root_.list("requirements");
    const std::vector<fields> groups = root_.list("groups");
    if (list.empty() && groups.empty()) root_.refuse(say::no_requirements, {}, "requirements");
    std::set<std::string> seen;
    for (const fields& one : list) add(one, "ordinary", seen);
    if (groups.size() > most_groups) root_.refuse(say::too_many, {std::to_string(most_groups)}, "groups");
    for (const fields& one : groups) add_group(one);
    read_conditions();
    if (first_) return *std::move(first_);
    order_and_complete(out_);
    return std::move(out_);
  }

 private:
  void read_parts() {
    for (const fields& one : root_.list("parts")) {
      if (first_) return;
      only_members(one, {"id", "label"});
      target_part p{bounded(one, "id"), bounded(one, "label")};
      if (!parts_.insert(p.id).second) one.refuse(say::repeated, {p.id}, "id");
      out_.parts.push_back(std::move(p));
    }
  }

  std::string part(const fields& in) {
    std::string id = in.text_or("part", {});
    if (!id.empty() && !parts_.contains(id)) in.refuse(say::unknown_part, {shortened(id, 120)}, "part");
    return id;
  }

  // One requirement, alone or as a member of the group that will come next.
  requirement* add(const fields& in, const char* importance, std::set<std::string>& seen) {
    if (first_) return nullptr;
    if (out_.requirements.size() == most_requirements) {
      root_.refuse(say::too_many, {std::to_string(most_requirements)}, "requirements");
      return nullptr;
    }
    only_members(in, {"competence", "importance", "essential", "level", "part"});
    requirement r;
    const std::string asked = in.text("competence");
    if (const auto ref = frameworks_.competence(asked))
      set_competence(r, *ref->in, ref->index);
    else
      in.refuse(say::unknown_competence, {shortened(asked, 120)}, "competence");
    r.importance = in.text_or("importance", importance);
    check_choice(in, "importance", r.importance, importances);
    r.essential = in.flag_or("essential", r.importance == "core");
    r.level = in.has("level") ? in.number_within("level", 1, 4, 0) : 0;
    r.part = part(in);
    if (!first_ && !seen.insert(r.competence).second) in.refuse(say::repeated, {r.competence}, "competence");
    return &out_.requirements.emplace_back(std::move(r));
  }

  void add_group(const fields& in) {
    if (first_) return;
    only_members(in, {"id", "label", "at_least", "of", "importance", "essential", "part"});
    requirement_group g;
    g.id = bounded(in, "id");
    g.label = bounded(in, "label");
    if (!groups_.insert(g.id).second) in.refuse(say::repeated, {g.id}, "id");
    g.importance = in.text_or("importance", "ordinary");
    check_choice(in, "importance", g.importance, importances);
    g.essential = in.flag_or("essential", g.importance == "core");
    g.part = part(in);
    const std::vector<fields> members = in.list("of");
    if (members.empty()) in.refuse(say::empty_group, {g.id}, "of");
    const double at_least = in.number("at_least");
    if (!first_ && (at_least < 1 || at_least > static_cast<double>(members.size()) ||
                    at_least != static_cast<double>(static_cast<std::size_t>(at_least)))) {
      in.refuse(say::bad_at_least, {std::to_string(members.size())}, "at_least");
      return;
    }
    if (first_) return;
    g.at_least = static_cast<std::size_t>(at_least);
    std::set<std::string> seen;
    for (const fields& one : members) {
      for (const char* given : {"importance", "essential", "part"})
        if (one.value().is_object() && one.has(given)) one.refuse(say::of_the_group, {given}, given);
      requirement* member = add(one, "ordinary", seen);
      if (member == nullptr) return;
      member->importance = g.importance;
      member->essential = g.essential;
      member->part = g.part;
      member->group = out_.groups.size();
    }
    out_.groups.push_back(std::move(g));
  }

  void read_conditions() {
    const std::vector<fields> list = root_.list("conditions");
    if (list.size() > most_conditions) root_.refuse(say::too_many, {std::to_string(most_conditions)}, "conditions");
    for (const fields& one : list) {
      if (first_) return;
      only_members(one, {"name", "label", "essential"});
      target_condition c;
      c.name = bounded(one, "name");
      c.label = one.text_or("label", c.name);
      c.essential = one.flag_or("essential", true);
      out_.conditions.push_back(std::move(c));
    }
  }

  const framework_set& frameworks_;
  std::optional<error> first_;
  fields root_;
  target out_;
  std::set<std::string> parts_, groups_;
};

}  // namespace

result<target> read_target(const json& document, const framework_set& frameworks, const std::string& source) {
  return reader(document, frameworks, source).read();
}

result<target> find_target(const framework_set& frameworks, std::string_view text) {
  const std::string_view given = trimmed(text);
  if (!given.starts_with('{')) return named_target(frameworks, given);
  const result<json> document = read_json(given, {}, "target");
  if (!document) return document.why();
  return read_target(*document, frameworks, "target");
}

}  // namespace activateur
