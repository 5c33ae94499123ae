#include "frameworks/correspondence.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "frameworks/fold.hpp"

namespace activateur {
namespace {

// Of an ISCO-08 unit group (4 digits) a job is one of many.
constexpr double same_isco_unit = 0.3;
constexpr double same_label = 0.8;
constexpr std::size_t isco_digits = 4;
// Alignments that name an item of another package by an identifier of which there is one in the world: CASE's GUIDs,
// CTDL's CTIDs. Whichever framework in use holds it is meant.
constexpr std::string_view worldwide[] = {"case", "ctdl"};

mapping_relation reversed(mapping_relation r) {
  switch (r) {
    case mapping_relation::broad: return mapping_relation::narrow;
    case mapping_relation::narrow: return mapping_relation::broad;
    default: return r;
  }
}

std::string_view isco_of(const framework& f, std::uint32_t job) {
  for (const attribute_view& a : f.attributes_of_job(job))
    if (a.name == "isco") return a.value.substr(0, isco_digits);
  return {};
}

class collector {
 public:
  collector(const framework_set& frameworks, const framework_ref& of, bool is_job)
      : frameworks_(frameworks), of_(of), is_job_(is_job) {}

  std::vector<correspondence> run(std::size_t limit) {
    const std::string_view code = is_job_ ? of_.in->job(of_.index).code : of_.in->competence(of_.index).code;
    for (const mapping_view& m :
         is_job_ ? of_.in->mappings_of_job(of_.index) : of_.in->mappings_of_competence(of_.index))
      if (const framework_ptr f = frameworks_.find(m.framework); f != nullptr)
        add_named(f, m.code, m.relation, m.weight / 1000.0, m.source);
      else if (std::find(std::begin(worldwide), std::end(worldwide), m.framework) != std::end(worldwide))
        for (const framework_ptr& any : frameworks_.all())
          add_named(any, m.code, m.relation, m.weight / 1000.0, m.source);
    for (const framework_ptr& f : frameworks_.all()) {
      add_mapped_from(f, code);
      if (f == of_.in) continue;
      if (is_job_) add_same_isco(f);
      add_same_label(f);
    }
    std::vector<correspondence> out;
    for (auto& [key, c] : found_) out.push_back(std::move(c));
    std::stable_sort(out.begin(), out.end(), [](const correspondence& a, const correspondence& b) {
      return std::tuple(a.candidate, -a.weight) < std::tuple(b.candidate, -b.weight);
    });
    if (out.size() > limit) out.resize(limit);
    return out;
  }

 private:
  void add(correspondence c) {
    const std::string key = c.is_job ? job_name(*c.to.in, c.to.index) : competence_name(*c.to.in, c.to.index);
    const auto [known, fresh] = found_.try_emplace({key, c.is_job}, c);
    if (!fresh && std::tuple(known->second.candidate, -known->second.weight) > std::tuple(c.candidate, -c.weight))
      known->second = std::move(c);
  }

  // What an entry is mapped to may be a job or a competence, whatever the entry is.
  void add_named(const framework_ptr& f, std::string_view code, mapping_relation r, double weight,
                 std::string_view source) {
    if (const auto job = f->find_job(code))
      add({{f, *job}, true, r, weight, false, std::string(source)});
    else if (const auto competence = f->find_competence(code))
      add({{f, *competence}, false, r, weight, false, std::string(source)});
  }

  void add_mapped_from(const framework_ptr& f, std::string_view code) {
    const auto under = [&](std::string_view name) {
      const auto reverse = [&](std::uint32_t entry, bool job) {
        for (const mapping_view& m : job ? f->mappings_of_job(entry) : f->mappings_of_competence(entry)) {
          if (m.framework != name || m.code != code || m.relation == mapping_relation::replaced_by) continue;
          add({{f, entry}, job, reversed(m.relation), m.weight / 1000.0, false, std::string(m.source)});
        }
      };
      for (const std::uint32_t entry : f->jobs_mapped_to(name, code)) reverse(entry, true);
      for (const std::uint32_t entry : f->competences_mapped_to(name, code)) reverse(entry, false);
    };
    under(of_.in->id());
    for (const std::string_view name : worldwide)
      if (frameworks_.find(name) == nullptr) under(name);
  }

  void add_same_isco(const framework_ptr& f) {
    const std::string_view group = isco_of(*of_.in, of_.index);
    if (group.size() < isco_digits) return;
    for (std::uint32_t job = 0; job < f->counts().jobs; ++job)
      if (isco_of(*f, job) == group)
        add({{f, job}, true, mapping_relation::related, same_isco_unit, true, "ISCO-08 " + std::string(group)});
  }

  void add_same_label(const framework_ptr& f) {
    if (is_job_) return;
    if (const auto same = f->find_competence_by_label(of_.in->competence(of_.index).label))
      add({{f, *same}, false, mapping_relation::close, same_label, true, "label"});
  }

  const framework_set& frameworks_;
  const framework_ref& of_;
  bool is_job_;
  std::map<std::pair<std::string, bool>, correspondence> found_;
};

}  // namespace

std::vector<correspondence> correspondences(const framework_set& frameworks, const framework_ref& of, bool is_job,
                                            std::size_t limit) {
  return collector(frameworks, of, is_job).run(limit);
}

}  // namespace activateur
