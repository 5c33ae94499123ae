#include <algorithm>
#include <cstddef>

#include "base/limits.hpp"
#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"

namespace activateur::compiled {
namespace {

constexpr message not_compiled{"framework.not_compiled",
                               "This is not a compiled framework. Make one with `activateur framework import`.",
                               "Ce n'est pas un référentiel compilé. Faites-en un avec `activateur framework import`."};
constexpr message other_format{
    "framework.format", "The compiled framework has format {0}; this version reads format {1}. Import it again.",
    "Le référentiel compilé est au format {0} ; cette version lit le format {1}. Importez-le de nouveau."};
constexpr message wrong_size{
    "framework.cut",
    "The compiled framework says it has {0} bytes but has {1}: it was cut or changed. Import it again.",
    "Le référentiel compilé annonce {0} octets mais en a {1} : il a été tronqué ou modifié. Importez-le de nouveau."};
constexpr message damaged{"framework.damaged", "The compiled framework is damaged ({0}). Import it again.",
                          "Le référentiel compilé est endommagé ({0}). Importez-le de nouveau."};

template <class T>
T load(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

section section_at(std::string_view bytes, std::uint32_t id) {
  return load<section>(bytes, sizeof(header) + id * sizeof(section));
}

// Sections lie back to back, so that none overlaps another and nothing hides between them.
bool sections_fit(std::string_view bytes) {
  std::uint64_t end = sizeof(header) + section_count * sizeof(section);
  for (std::uint32_t id = 0; id < section_count; ++id) {
    const section s = section_at(bytes, id);
    const std::uint64_t begin = (end + 7) / 8 * 8;
    if (s.id != id || s.record_bytes != record_bytes[id] || s.offset != begin || begin > bytes.size()) return false;
    if (s.count > (bytes.size() - begin) / s.record_bytes) return false;
    end = begin + s.count * s.record_bytes;
  }
  return end == bytes.size();
}

bool all_below(const table<std::uint32_t>& numbers, std::size_t bound) {
  std::uint32_t highest = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) highest = std::max(highest, numbers[i]);
  return numbers.size() == 0 || highest < bound;
}

bool links_below(const table<std::uint32_t>& links, std::size_t bound) {
  bool good = true;
  for (std::size_t i = 0; i < links.size(); ++i)
    good = good && link_index(links[i]) < bound &&
           (links[i] & 3U) <= static_cast<std::uint32_t>(link_importance::emerging);
  return good;
}

template <class T>
bool rows_fit(const rows<T>& list, std::size_t count) {
  if (list.begin.size() != count + 1 || list.begin[0] != 0 || list.begin[count] != list.records.size()) return false;
  bool good = true;
  for (std::size_t i = 0; i < count; ++i) good = good && list.begin[i] <= list.begin[i + 1];
  return good;
}

class pool_bound {
 public:
  explicit pool_bound(std::size_t size) : size_(size) {}
  bool holds(text_ref r) const { return std::uint64_t{r.offset} + r.length <= size_; }
  template <class... Refs>
  bool hold(Refs... refs) const {
    return (holds(refs) && ...);
  }

 private:
  std::size_t size_;
};

// The first part that does not hold together; null when all do.
const char* first_fault(const parts& p) {
  const pool_bound pool(p.pool.size());
  const std::size_t competence_count = p.competences.size();
  const std::size_t job_count = p.jobs.size();
  if (competence_count >= link_index_max || job_count >= link_index_max) return "counts";
  if (!pool.hold(p.head.id, p.head.version, p.head.title, p.head.attribution)) return "header";
  for (std::size_t i = 0; i < competence_count; ++i) {
    const competence_record c = p.competences[i];
    if (!pool.hold(c.code, c.label, c.definition, c.hierarchy, c.category)) return "competences";
    if ((c.macro != no_index && c.macro >= competence_count) || c.kind > 2 || c.grain > 1 || c.transversal > 1)
      return "competences";
  }
  for (std::size_t i = 0; i < job_count; ++i) {
    const job_record j = p.jobs[i];
    if (!pool.hold(j.code, j.label, j.definition, j.domain, j.domain_label, j.riasec)) return "jobs";
  }
  if (!rows_fit(p.links, job_count) || !links_below(p.links.records, competence_count)) return "links";
  if (!rows_fit(p.job_links, competence_count) || !links_below(p.job_links.records, job_count)) return "job_links";
  if (p.links.records.size() != p.job_links.records.size()) return "job_links";
  if (!rows_fit(p.mobilities, job_count)) return "mobilities";
  for (std::size_t i = 0; i < p.mobilities.records.size(); ++i)
    if (p.mobilities.records[i].job >= job_count) return "mobilities";
  if (!rows_fit(p.appellations, job_count)) return "appellations";
  for (std::size_t i = 0; i < p.appellations.records.size(); ++i)
    if (!pool.holds(p.appellations.records[i])) return "appellations";
  if (!rows_fit(p.items, competence_count) || !all_below(p.items.records, competence_count)) return "items";
  if (p.labels.size() != competence_count) return "labels";
  for (std::size_t i = 0; i < p.labels.size(); ++i)
    if (p.labels[i].competence >= competence_count) return "labels";
  const std::size_t entries = competence_count + job_count + p.appellations.records.size();
  for (std::size_t i = 0; i < p.words.size(); ++i) {
    const word_record w = p.words[i];
    if (!pool.holds(w.text) || w.count == 0 || w.count > entries) return "words";
    if (std::uint64_t{w.begin} + w.count > p.postings.size()) return "words";
  }
  if (!all_below(p.postings, entries)) return "postings";
  if (p.entry_rarity.size() != entries) return "entry_rarity";
  return nullptr;
}

}  // namespace

parts parts_of(std::string_view bytes) {
  const auto records = [&]<class T>(section_id id, table<T>& out) {
    const section s = section_at(bytes, id);
    out = table<T>(bytes.data() + s.offset, s.count);
  };
  parts p;
  p.head = load<header>(bytes, 0);
  records(competences, p.competences);
  records(jobs, p.jobs);
  records(link_begin, p.links.begin);
  records(links, p.links.records);
  records(job_begin, p.job_links.begin);
  records(job_links, p.job_links.records);
  records(mobility_begin, p.mobilities.begin);
  records(mobilities, p.mobilities.records);
  records(appellation_begin, p.appellations.begin);
  records(appellations, p.appellations.records);
  records(item_begin, p.items.begin);
  records(items, p.items.records);
  records(labels, p.labels);
  records(words, p.words);
  records(postings, p.postings);
  records(entry_rarity, p.entry_rarity);
  const section s = section_at(bytes, pool);
  p.pool = bytes.substr(s.offset, s.count);
  return p;
}

result<parts> check(std::string_view bytes, const std::string& source) {
  const location where{source, {}, 0, 0};
  if (bytes.size() < sizeof(header) || !std::equal(magic.begin(), magic.end(), bytes.begin()))
    return fail(failure::input, not_compiled, {}, where);
  const header head = load<header>(bytes, 0);
  if (head.format != format)
    return fail(failure::unsupported, other_format, {std::to_string(head.format), std::to_string(format)}, where);
  if (head.bytes != bytes.size())
    return fail(failure::input, wrong_size, {std::to_string(head.bytes), std::to_string(bytes.size())}, where);
  if (head.sections != section_count || bytes.size() < sizeof(header) + section_count * sizeof(section))
    return fail(failure::input, damaged, {"sections"}, where);
  if (head.checksum != xxh64(bytes.substr(offsetof(header, id))))
    return fail(failure::input, damaged, {"checksum"}, where);
  if (!sections_fit(bytes)) return fail(failure::input, damaged, {"sections"}, where);
  const parts p = parts_of(bytes);
  if (const char* fault = first_fault(p)) return fail(failure::input, damaged, {fault}, where);
  return p;
}

}  // namespace activateur::compiled
