#include "frameworks/difference.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace activateur {
namespace {

using codes = std::vector<std::string_view>;

codes codes_of(const framework& f, const std::vector<std::uint32_t>& competences) {
  codes out;
  out.reserve(competences.size());
  for (const std::uint32_t i : competences) out.push_back(f.competence(i).code);
  return out;
}

bool same_labels(const std::vector<label_view>& a, const std::vector<label_view>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const label_view& x, const label_view& y) {
    return std::tie(x.text, x.language, x.code) == std::tie(y.text, y.language, y.code);
  });
}

bool same_attributes(const std::vector<attribute_view>& a, const std::vector<attribute_view>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const attribute_view& x, const attribute_view& y) {
    return std::tie(x.name, x.value) == std::tie(y.name, y.value);
  });
}

bool same_mappings(const std::vector<mapping_view>& a, const std::vector<mapping_view>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const mapping_view& x, const mapping_view& y) {
    return std::tie(x.framework, x.code, x.relation, x.weight) == std::tie(y.framework, y.code, y.relation, y.weight);
  });
}

bool same_conditions(const std::vector<condition_view>& a, const std::vector<condition_view>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const condition_view& x, const condition_view& y) { return x.code == y.code; });
}

class comparison {
 public:
  comparison(const framework& before, const framework& after) : before_(before), after_(after) {}

  framework_difference run() {
    merge(
        false, before_.counts().competences, after_.counts().competences,
        [&](std::uint32_t i) { return before_.competence(i).code; },
        [&](std::uint32_t i) { return after_.competence(i).code; }, [&](changed_entry& e) { compare_competences(e); });
    merge(
        true, before_.counts().jobs, after_.counts().jobs, [&](std::uint32_t i) { return before_.job(i).code; },
        [&](std::uint32_t i) { return after_.job(i).code; }, [&](changed_entry& e) { compare_jobs(e); });
    return std::move(out_);
  }

 private:
  // Both sides are in the order of their codes.
  template <class BeforeCode, class AfterCode, class Compare>
  void merge(bool jobs, std::size_t before_count, std::size_t after_count, BeforeCode&& code_before,
             AfterCode&& code_after, Compare&& compare) {
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    while (i < before_count || j < after_count) {
      changed_entry e;
      e.is_job = jobs;
      const int order = i == before_count ? 1 : j == after_count ? -1 : code_before(i).compare(code_after(j));
      e.code = std::string(order > 0 ? code_after(j) : code_before(i));
      if (order <= 0) e.before = i++;
      if (order >= 0) e.after = j++;
      if (order < 0)
        e.changes.push_back(entry_change::removed);
      else if (order > 0)
        e.changes.push_back(entry_change::added);
      else
        compare(e);
      if (e.changes.empty())
        ++out_.unchanged;
      else
        out_.entries.push_back(std::move(e));
    }
  }

  void compare_competences(changed_entry& e) const {
    const competence_view a = before_.competence(e.before);
    const competence_view b = after_.competence(e.after);
    if (!a.withdrawn && b.withdrawn) e.changes.push_back(entry_change::withdrawn);
    if (a.label != b.label) e.changes.push_back(entry_change::relabelled);
    if (a.hierarchy != b.hierarchy ||
        codes_of(before_, before_.broader_of(e.before)) != codes_of(after_, after_.broader_of(e.after)))
      e.changes.push_back(entry_change::moved);
    if (std::tie(a.definition, a.kind, a.grain, a.category, a.transversal, a.uri) !=
            std::tie(b.definition, b.kind, b.grain, b.category, b.transversal, b.uri) ||
        (a.withdrawn && !b.withdrawn) ||
        !same_labels(before_.labels_of_competence(e.before), after_.labels_of_competence(e.after)) ||
        !same_attributes(before_.attributes_of_competence(e.before), after_.attributes_of_competence(e.after)) ||
        !same_mappings(before_.mappings_of_competence(e.before), after_.mappings_of_competence(e.after)))
      e.changes.push_back(entry_change::reworked);
  }

  void compare_jobs(changed_entry& e) const {
    const job_view a = before_.job(e.before);
    const job_view b = after_.job(e.after);
    if (!a.withdrawn && b.withdrawn) e.changes.push_back(entry_change::withdrawn);
    if (a.label != b.label) e.changes.push_back(entry_change::relabelled);
    if (a.domain != b.domain) e.changes.push_back(entry_change::moved);
    compare_links(e);
    if (e.links_added + e.links_removed + e.links_changed > 0 ||
        std::tie(a.definition, a.riasec, a.kind, a.domain_label, a.uri) !=
            std::tie(b.definition, b.riasec, b.kind, b.domain_label, b.uri) ||
        (a.withdrawn && !b.withdrawn) || !same_mobilities(e) ||
        !same_labels(before_.labels_of_job(e.before), after_.labels_of_job(e.after)) ||
        !same_attributes(before_.attributes_of_job(e.before), after_.attributes_of_job(e.after)) ||
        !same_mappings(before_.mappings_of_job(e.before), after_.mappings_of_job(e.after)) ||
        !same_conditions(before_.conditions_of(e.before), after_.conditions_of(e.after)))
      e.changes.push_back(entry_change::reworked);
  }

  void compare_links(changed_entry& e) const {
    std::map<std::string_view, link_importance> asked;
    for (const job_link& l : before_.links_of(e.before)) asked[before_.competence(l.competence).code] = l.importance;
    std::size_t common = 0;
    for (const job_link& l : after_.links_of(e.after)) {
      const auto known = asked.find(after_.competence(l.competence).code);
      if (known == asked.end()) {
        ++e.links_added;
        continue;
      }
      ++common;
      if (known->second != l.importance) ++e.links_changed;
    }
    e.links_removed = asked.size() - common;
  }

  [[nodiscard]] bool same_mobilities(const changed_entry& e) const {
    const auto a = before_.mobilities_of(e.before);
    const auto b = after_.mobilities_of(e.after);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const mobility& x, const mobility& y) {
      return x.order == y.order && before_.job(x.job).code == after_.job(y.job).code;
    });
  }

  const framework& before_;
  const framework& after_;
  framework_difference out_;
};

}  // namespace

std::string_view name(entry_change c) {
  switch (c) {
    case entry_change::added: return "added";
    case entry_change::removed: return "removed";
    case entry_change::withdrawn: return "withdrawn";
    case entry_change::relabelled: return "relabelled";
    case entry_change::moved: return "moved";
    case entry_change::reworked: return "reworked";
  }
  return {};
}

std::size_t framework_difference::count(bool jobs, entry_change c) const {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const changed_entry& e) {
    return e.is_job == jobs && std::find(e.changes.begin(), e.changes.end(), c) != e.changes.end();
  }));
}

framework_difference difference(const framework& before, const framework& after) {
  return comparison(before, after).run();
}

}  // namespace activateur
