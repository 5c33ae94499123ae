#include <algorithm>
#include <cstddef>
#include <optional>

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

// The tables at their places. Sections lie back to back, so that none overlaps another and nothing hides between
// them.
std::optional<parts> placed(std::string_view bytes) {
  parts p;
  p.head = load<header>(bytes, 0);
  std::uint64_t end = sizeof(header) + section_count * sizeof(section);
  std::uint32_t id = 0;
  bool good = true;
  for_each_section(p, [&]<class T>(table<T>& out) {
    if (!good) return;
    const section s = section_at(bytes, id);
    const std::uint64_t begin = (end + 7) / 8 * 8;
    good = s.id == id && s.record_bytes == sizeof(T) && s.offset == begin && begin <= bytes.size() &&
           s.count <= (bytes.size() - begin) / sizeof(T);
    if (!good) return;
    out = table<T>(bytes.data() + begin, s.count);
    if constexpr (std::is_same_v<T, char>) p.texts = bytes.substr(begin, s.count);
    end = begin + s.count * sizeof(T);
    ++id;
  });
  if (!good || end != bytes.size()) return std::nullopt;
  return p;
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

// Checks each record of a table by itself.
class record_check {
 public:
  explicit record_check(const parts& p) : pool_(p.texts.size()), p_(p) {}

  bool good(const competence_record& c) const {
    return hold(c.code, c.label, c.definition, c.hierarchy, c.category, c.uri) &&
           (c.macro == no_index || c.macro < p_.competences.size()) &&
           c.kind <= static_cast<std::uint8_t>(competence_kind::block) &&
           c.grain <= static_cast<std::uint8_t>(competence_grain::group) && c.transversal <= 1 && c.withdrawn <= 1;
  }
  bool good(const job_record& j) const {
    return hold(j.code, j.label, j.definition, j.domain, j.domain_label, j.riasec, j.uri) &&
           j.kind <= static_cast<std::uint8_t>(target_kind::venture) && j.withdrawn <= 1;
  }
  bool good(const mobility_record& m) const { return m.job < p_.jobs.size(); }
  bool good(const label_record& l) const { return hold(l.text, l.language, l.code); }
  bool good(const attribute_record& a) const { return hold(a.name, a.value); }
  bool good(const mapping_record& m) const {
    return hold(m.framework, m.code, m.source) &&
           m.relation <= static_cast<std::uint8_t>(mapping_relation::replaced_by);
  }
  bool good(const condition_record& c) const { return hold(c.code, c.label, c.category); }
  bool good(const word_record& w) const {
    return hold(w.text) && std::uint64_t{w.begin} + w.count <= p_.postings.size() && w.stem < p_.stems.size();
  }
  bool good(const stem_record& s) const {
    return hold(s.text) && std::uint64_t{s.begin} + s.count <= p_.stem_words.size() &&
           std::uint64_t{s.background_begin} + s.background_count <= p_.background.size();
  }

  template <class T>
  bool all(const table<T>& records) const {
    bool fine = true;
    for (std::size_t i = 0; i < records.size(); ++i) fine = fine && good(records[i]);
    return fine;
  }

 private:
  template <class... Refs>
  bool hold(Refs... refs) const {
    return ((std::uint64_t{refs.offset} + refs.length <= pool_) && ...);
  }

  std::size_t pool_;
  const parts& p_;
};

bool entries_below(const table<hash_record>& hashes, std::size_t bound) {
  bool good = true;
  for (std::size_t i = 0; i < hashes.size(); ++i) good = good && hashes[i].entry < bound;
  return good;
}

bool owners_below(const table<std::uint32_t>& packed, std::size_t bound) {
  bool good = true;
  for (std::size_t i = 0; i < packed.size(); ++i) good = good && background_owner(packed[i]) < bound;
  return good;
}

// The first part that does not hold together; null when all do.
const char* first_fault(const parts& p) {
  const record_check record(p);
  const std::size_t competences = p.competences.size();
  const std::size_t jobs = p.jobs.size();
  if (competences >= link_index_max || jobs >= link_index_max || competences + jobs >= owner_max ||
      p.totals.size() != 1)
    return "counts";
  if (!record.good(label_record{p.head.id, p.head.version, p.head.title}) ||
      !record.good(attribute_record{p.head.attribution, p.head.language}))
    return "header";
  if (!record.all(p.competences)) return "competences";
  if (!record.all(p.jobs)) return "jobs";
  if (!rows_fit(p.links, jobs) || !links_below(p.links.records, competences)) return "links";
  if (!rows_fit(p.job_links, competences) || !links_below(p.job_links.records, jobs)) return "job_links";
  if (p.links.records.size() != p.job_links.records.size()) return "job_links";
  if (!rows_fit(p.mobilities, jobs) || !record.all(p.mobilities.records)) return "mobilities";
  if (!rows_fit(p.appellations, jobs) || !record.all(p.appellations.records)) return "appellations";
  if (!rows_fit(p.competence_labels, competences) || !record.all(p.competence_labels.records)) return "labels";
  if (!rows_fit(p.items, competences) || !all_below(p.items.records, competences)) return "items";
  if (!rows_fit(p.broader, competences) || !all_below(p.broader.records, competences)) return "broader";
  if (!rows_fit(p.competence_attributes, competences) || !record.all(p.competence_attributes.records) ||
      !rows_fit(p.job_attributes, jobs) || !record.all(p.job_attributes.records))
    return "attributes";
  if (!rows_fit(p.competence_mappings, competences) || !record.all(p.competence_mappings.records) ||
      !rows_fit(p.job_mappings, jobs) || !record.all(p.job_mappings.records))
    return "mappings";
  if (!record.all(p.conditions) || !rows_fit(p.job_conditions, jobs) ||
      !all_below(p.job_conditions.records, p.conditions.size()))
    return "conditions";
  if (!entries_below(p.label_hashes, competences)) return "label_hashes";
  if (!entries_below(p.competence_uris, competences) || !entries_below(p.job_uris, jobs)) return "uris";
  if (!entries_below(p.competence_targets, competences) || !entries_below(p.job_targets, jobs)) return "targets";
  const std::size_t entries = competences + jobs + p.appellations.records.size() + p.competence_labels.records.size();
  if (!record.all(p.words)) return "words";
  if (!all_below(p.postings, entries)) return "postings";
  if (!record.all(p.stems)) return "stems";
  if (!all_below(p.stem_words, p.words.size())) return "stem_words";
  if (!owners_below(p.background, competences + jobs)) return "background";
  if (p.entry_rarity.size() != entries) return "entry_rarity";
  return nullptr;
}

}  // namespace

std::array<std::size_t*, 20> totals_of(framework_counts& n) {
  return {&n.jobs,     &n.competences, &n.links,          &n.mobilities,   &n.know_how,
          &n.macros,   &n.soft_skills, &n.knowledge,      &n.languages,    &n.blocks,
          &n.groups,   &n.core_links,  &n.emerging_links, &n.appellations, &n.labels,
          &n.mappings, &n.conditions,  &n.qualifications, &n.withdrawn,    nullptr};
}

result<parts> check_head(std::string_view bytes, const std::string& source) {
  const location where{source, {}, 0, 0};
  if (bytes.size() < sizeof(header) || !std::equal(magic.begin(), magic.end(), bytes.begin()))
    return fail(failure::input, not_compiled, {}, where);
  const header head = load<header>(bytes, 0);
  if (head.format != format)
    return fail(failure::unsupported, other_format, {std::to_string(head.format), std::to_string(format)}, where);
  if (head.bytes != bytes.size())
    return fail(failure::input, wrong_size, {std::to_string(head.bytes), std::to_string(bytes.size())}, where);
  constexpr std::size_t head_bytes = sizeof(header) + section_count * sizeof(section);
  if (head.sections != section_count || bytes.size() < head_bytes)
    return fail(failure::input, damaged, {"sections"}, where);
  constexpr std::size_t sealed_from = offsetof(header, id);
  if (head.head_checksum != xxh64(bytes.substr(sealed_from, head_bytes - sealed_from)))
    return fail(failure::input, damaged, {"header"}, where);
  auto p = placed(bytes);
  if (!p) return fail(failure::input, damaged, {"sections"}, where);
  return *std::move(p);
}

result<parts> check(std::string_view bytes, const std::string& source) {
  auto p = check_head(bytes, source);
  if (!p) return p;
  const location where{source, {}, 0, 0};
  if (p->head.checksum != xxh64(bytes.substr(offsetof(header, head_checksum))))
    return fail(failure::input, damaged, {"checksum"}, where);
  if (const char* fault = first_fault(*p)) return fail(failure::input, damaged, {fault}, where);
  return p;
}

}  // namespace activateur::compiled
