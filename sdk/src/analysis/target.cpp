// Targets that the frameworks hold.
#include "analysis/target.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analysis/messages.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

namespace say = analysis_messages;

// The heading or bloc that a competence stands under: the farthest above it that gathers without being asked itself.
class parts_of_framework {
 public:
  explicit parts_of_framework(const framework& f) : f_(f) {}

  std::string part_of(std::uint32_t competence, target& into) {
    std::uint32_t at = competence, found = no_index;
    for (int steps = 0; steps < deepest; ++steps) {
      const std::vector<std::uint32_t> above = f_.broader_of(at);
      if (above.empty()) break;
      at = above.front();
      const competence_view c = f_.competence(at);
      if (c.grain == competence_grain::group || c.kind == competence_kind::block) found = at;
    }
    if (found == no_index) return {};
    std::string id = competence_name(f_, found);
    if (known_.insert(found).second) into.parts.push_back({id, std::string(f_.competence(found).label)});
    return id;
  }

 private:
  static constexpr int deepest = 16;  // a framework may hold a cycle
  const framework& f_;
  std::set<std::uint32_t> known_;
};

// What a bloc asks: the competences right below it that are judged, or itself when it names none.
void gather(const framework& f, std::uint32_t block, std::vector<std::uint32_t>& into, int deepest) {
  const std::vector<std::uint32_t> below = f.items_of(block);
  if (below.empty() || deepest == 0) {
    into.push_back(block);
    return;
  }
  for (const std::uint32_t one : below) gather(f, one, into, deepest - 1);
}

result<target> too_large(const std::string& id) {
  return fail(failure::limit, say::too_many_of, {id, std::to_string(most_requirements)});
}

result<target> job_target(const framework& f, std::uint32_t job) {
  constexpr int deepest_block = 4;
  target out;
  out.id = job_name(f, job);
  const job_view what = f.job(job);
  out.kind = std::string(name(what.kind));
  out.label = std::string(what.label);
  parts_of_framework parts(f);
  std::set<std::uint32_t> asked;
  for (const job_link& link : f.links_of(job)) {
    std::vector<std::uint32_t> competences{link.competence};
    if (f.competence(link.competence).kind == competence_kind::block) {
      competences.clear();
      gather(f, link.competence, competences, deepest_block);
    }
    for (const std::uint32_t c : competences) {
      if (!asked.insert(c).second) continue;
      requirement r;
      set_competence(r, f, c);
      r.importance = std::string(name(link.importance));
      r.essential = link.importance == link_importance::core;
      r.part = parts.part_of(c, out);
      out.requirements.push_back(std::move(r));
    }
    if (asked.size() > most_requirements) return too_large(out.id);
  }
  order_and_complete(out);
  return out;
}

result<target> framework_target(const framework& f) {
  target out;
  out.id = std::string(f.id());
  out.kind = "qualification";
  out.label = std::string(f.title());
  parts_of_framework parts(f);
  for (std::uint32_t c = 0; c < f.counts().competences; ++c) {
    const competence_view view = f.competence(c);
    if (view.withdrawn || view.grain == competence_grain::group || !f.items_of(c).empty()) continue;
    if (out.requirements.size() == most_requirements) return too_large(out.id);
    requirement r;
    set_competence(r, f, c);
    r.importance = "core";
    r.essential = true;
    r.part = parts.part_of(c, out);
    out.requirements.push_back(std::move(r));
  }
  if (out.requirements.empty()) return fail(failure::not_found, say::no_such_job, {out.id});
  order_and_complete(out);
  return out;
}

}  // namespace

void set_competence(requirement& into, const framework& f, std::uint32_t index) {
  const competence_view c = f.competence(index);
  into.competence = competence_name(f, index);
  into.label = std::string(c.label);
  into.kind = std::string(name(c.kind));
}

void order_and_complete(target& into) {
  std::sort(into.requirements.begin(), into.requirements.end(), [](const requirement& a, const requirement& b) {
    return std::tie(a.competence, a.group) < std::tie(b.competence, b.group);
  });
  std::sort(into.parts.begin(), into.parts.end(),
            [](const target_part& a, const target_part& b) { return a.id < b.id; });
  const auto essential = [](const auto& one) { return one.essential; };
  if (std::any_of(into.requirements.begin(), into.requirements.end(), essential) ||
      std::any_of(into.groups.begin(), into.groups.end(), essential))
    return;
  for (requirement& r : into.requirements) r.essential = true;
  for (requirement_group& g : into.groups) g.essential = true;
}

result<target> named_target(const framework_set& frameworks, std::string_view asked) {
  if (const auto ref = frameworks.job(asked)) return job_target(*ref->in, ref->index);
  if (asked.find(':') == std::string_view::npos)
    if (const framework_ptr f = frameworks.find(asked)) return framework_target(*f);
  return fail(failure::not_found, say::no_such_job, {shortened(asked, 120)});
}

}  // namespace activateur
