#include "frameworks/framework.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/layout.hpp"
#include "frameworks/sealed_file.hpp"

namespace activateur {
namespace {

// Bisection in records sorted by code.
template <class T>
std::optional<std::uint32_t> find_code(const compiled::parts& p, const compiled::table<T>& records,
                                       std::string_view code) {
  std::size_t low = 0;
  std::size_t high = records.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (p.text(records[middle].code) < code)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == records.size() || p.text(records[low].code) != code) return std::nullopt;
  return static_cast<std::uint32_t>(low);
}

// The entries whose hash is that of `key`, until `use` says that it has enough.
template <class Use>
void with_hash(const compiled::table<compiled::hash_record>& hashes, std::string_view key, Use&& use) {
  const std::uint64_t hash = xxh64(key);
  std::size_t low = 0;
  std::size_t high = hashes.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (hashes[middle].hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < hashes.size() && hashes[low].hash == hash; ++low)
    if (use(hashes[low].entry)) return;
}

template <class T>
std::optional<std::uint32_t> find_uri(const compiled::parts& p, const compiled::table<T>& records,
                                      const compiled::table<compiled::hash_record>& uris, std::string_view uri) {
  std::optional<std::uint32_t> found;
  if (uri.empty()) return found;
  with_hash(uris, uri, [&](std::uint32_t entry) {
    if (p.text(records[entry].uri) != uri) return false;
    found = entry;
    return true;
  });
  return found;
}

// A row of indices below `bound`.
std::vector<std::uint32_t> row_of(const compiled::rows<std::uint32_t>& list, std::uint32_t row, std::size_t bound) {
  std::vector<std::uint32_t> out;
  const std::size_t last = list.last(row);
  for (std::size_t i = list.first(row); i < last; ++i)
    if (list.records[i] < bound) out.push_back(list.records[i]);
  return out;
}

std::vector<attribute_view> attributes_in(const compiled::parts& p,
                                          const compiled::rows<compiled::attribute_record>& list, std::uint32_t row) {
  std::vector<attribute_view> out;
  const std::size_t last = list.last(row);
  for (std::size_t i = list.first(row); i < last; ++i) {
    const compiled::attribute_record a = list.records[i];
    out.push_back({p.text(a.name), p.text(a.value)});
  }
  return out;
}

std::vector<mapping_view> mappings_in(const compiled::parts& p, const compiled::rows<compiled::mapping_record>& list,
                                      std::uint32_t row) {
  std::vector<mapping_view> out;
  const std::size_t last = list.last(row);
  for (std::size_t i = list.first(row); i < last; ++i) {
    const compiled::mapping_record m = list.records[i];
    const auto relation = std::min(m.relation, static_cast<std::uint8_t>(mapping_relation::replaced_by));
    out.push_back(
        {p.text(m.framework), p.text(m.code), static_cast<mapping_relation>(relation), m.weight, p.text(m.source)});
  }
  return out;
}

std::vector<label_view> labels_in(const compiled::parts& p, const compiled::rows<compiled::label_record>& list,
                                  std::uint32_t row) {
  std::vector<label_view> out;
  const std::size_t last = list.last(row);
  for (std::size_t i = list.first(row); i < last; ++i) {
    const compiled::label_record l = list.records[i];
    const std::string_view language = p.text(l.language);
    out.push_back({p.text(l.text), language.empty() ? p.text(p.head.language) : language, p.text(l.code)});
  }
  return out;
}

std::vector<std::uint32_t> mapped_to(const compiled::parts& p, const compiled::table<compiled::hash_record>& targets,
                                     const compiled::rows<compiled::mapping_record>& list, std::string_view framework,
                                     std::string_view code) {
  std::vector<std::uint32_t> out;
  std::string key(framework);
  key += ':';
  key += code;
  with_hash(targets, key, [&](std::uint32_t entry) {
    const auto said = mappings_in(p, list, entry);
    const bool same = std::any_of(said.begin(), said.end(),
                                  [&](const mapping_view& m) { return m.framework == framework && m.code == code; });
    if (same && (out.empty() || out.back() != entry)) out.push_back(entry);
    return false;
  });
  return out;
}

}  // namespace

framework::framework(std::unique_ptr<layout> l) : layout_(std::move(l)) {}
framework::~framework() = default;

result<framework_ptr> framework::open(const std::string& path) {
  auto file = mapped_file::open(path, limits::framework_file_bytes);
  if (!file) return std::move(file).why();
  const std::string_view bytes = (*file)->bytes();
  auto parts = compiled::check_head(bytes, path);
  if (!parts) return std::move(parts).why();
  if ((*file)->modified_nanoseconds() != seal_of(parts->head.checksum)) {
    (*file)->expect_reading();
    parts = compiled::check(bytes, path);
    if (!parts) return std::move(parts).why();
  }
  return framework_ptr(new framework(std::make_unique<layout>(*std::move(file), path, *parts)));
}

result<framework_ptr> framework::from_bytes(std::string bytes, std::string source) {
  auto buffer = std::make_unique<std::string>(std::move(bytes));
  auto parts = compiled::check(*buffer, source);
  if (!parts) return std::move(parts).why();
  return framework_ptr(new framework(std::make_unique<layout>(std::move(buffer), std::move(source), *parts)));
}

result<void> framework::check() const {
  if (layout_->file != nullptr) layout_->file->expect_reading();
  const auto read_through = compiled::check(layout_->bytes(), layout_->source);
  return read_through ? result<void>() : result<void>(read_through.why());
}

std::string_view framework::bytes() const { return layout_->bytes(); }
std::string_view framework::id() const { return layout_->parts.text(layout_->parts.head.id); }
std::string_view framework::version() const { return layout_->parts.text(layout_->parts.head.version); }
std::string_view framework::title() const { return layout_->parts.text(layout_->parts.head.title); }
std::string_view framework::attribution() const { return layout_->parts.text(layout_->parts.head.attribution); }
std::string_view framework::language() const { return layout_->parts.text(layout_->parts.head.language); }

framework_counts framework::counts() const {
  framework_counts n;
  const compiled::totals_record totals = layout_->parts.totals[0];
  std::size_t i = 0;
  for (std::size_t* total : compiled::totals_of(n)) {
    if (total != nullptr) *total = totals.n[i];
    ++i;
  }
  // What bounds an index is not taken from a total.
  n.jobs = layout_->parts.jobs.size();
  n.competences = layout_->parts.competences.size();
  return n;
}

competence_view framework::competence(std::uint32_t index) const {
  const compiled::parts& p = layout_->parts;
  if (index >= p.competences.size()) return {};
  const compiled::competence_record c = p.competences[index];
  return {index,
          p.text(c.code),
          p.text(c.label),
          p.text(c.definition),
          static_cast<competence_kind>(std::min(c.kind, static_cast<std::uint8_t>(competence_kind::block))),
          static_cast<competence_grain>(std::min(c.grain, static_cast<std::uint8_t>(competence_grain::group))),
          c.macro < p.competences.size() ? c.macro : no_index,
          p.text(c.hierarchy),
          p.text(c.category),
          c.transversal != 0,
          c.withdrawn != 0,
          p.text(c.uri)};
}

job_view framework::job(std::uint32_t index) const {
  const compiled::parts& p = layout_->parts;
  if (index >= p.jobs.size()) return {};
  const compiled::job_record j = p.jobs[index];
  return {index,
          p.text(j.code),
          p.text(j.label),
          p.text(j.definition),
          p.text(j.domain),
          p.text(j.domain_label),
          p.text(j.riasec),
          static_cast<target_kind>(std::min(j.kind, static_cast<std::uint8_t>(target_kind::venture))),
          j.withdrawn != 0,
          p.text(j.uri)};
}

std::optional<std::uint32_t> framework::find_competence(std::string_view code) const {
  return find_code(layout_->parts, layout_->parts.competences, code);
}

std::optional<std::uint32_t> framework::find_job(std::string_view code) const {
  return find_code(layout_->parts, layout_->parts.jobs, code);
}

std::optional<std::uint32_t> framework::find_competence_by_uri(std::string_view uri) const {
  return find_uri(layout_->parts, layout_->parts.competences, layout_->parts.competence_uris, uri);
}

std::optional<std::uint32_t> framework::find_job_by_uri(std::string_view uri) const {
  return find_uri(layout_->parts, layout_->parts.jobs, layout_->parts.job_uris, uri);
}

std::optional<std::uint32_t> framework::find_competence_by_label(std::string_view label) const {
  const compiled::parts& p = layout_->parts;
  const std::string wanted = fold(label);
  std::optional<std::uint32_t> found;
  if (wanted.empty()) return found;
  with_hash(p.label_hashes, wanted, [&](std::uint32_t entry) {
    bool same = fold(p.text(p.competences[entry].label)) == wanted;
    for (const label_view& other : labels_in(p, p.competence_labels, entry)) same = same || fold(other.text) == wanted;
    if (same) found = entry;
    return same;
  });
  return found;
}

std::vector<job_link> framework::links_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<job_link> out;
  const std::size_t last = p.links.last(job);
  out.reserve(last - p.links.first(job));
  for (std::size_t i = p.links.first(job); i < last; ++i) {
    const std::uint32_t link = p.links.records[i];
    if (compiled::link_index(link) < p.competences.size())
      out.push_back({compiled::link_index(link), compiled::link_importance_of(link)});
  }
  return out;
}

std::vector<std::uint32_t> framework::jobs_with(std::uint32_t competence) const {
  const compiled::parts& p = layout_->parts;
  std::vector<std::uint32_t> out;
  const std::size_t last = p.job_links.last(competence);
  for (std::size_t i = p.job_links.first(competence); i < last; ++i)
    if (const std::uint32_t job = compiled::link_index(p.job_links.records[i]); job < p.jobs.size()) out.push_back(job);
  return out;
}

std::vector<mobility> framework::mobilities_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<mobility> out;
  const std::size_t last = p.mobilities.last(job);
  for (std::size_t i = p.mobilities.first(job); i < last; ++i) {
    const compiled::mobility_record m = p.mobilities.records[i];
    if (m.job < p.jobs.size()) out.push_back({m.job, m.order});
  }
  return out;
}

std::vector<std::string_view> framework::appellations_of(std::uint32_t job) const {
  std::vector<std::string_view> out;
  for (const label_view& l : labels_of_job(job)) out.push_back(l.text);
  return out;
}

std::vector<std::uint32_t> framework::items_of(std::uint32_t broader) const {
  return row_of(layout_->parts.items, broader, layout_->parts.competences.size());
}

std::vector<std::uint32_t> framework::broader_of(std::uint32_t competence) const {
  return row_of(layout_->parts.broader, competence, layout_->parts.competences.size());
}

std::vector<label_view> framework::labels_of_competence(std::uint32_t competence) const {
  return labels_in(layout_->parts, layout_->parts.competence_labels, competence);
}

std::vector<label_view> framework::labels_of_job(std::uint32_t job) const {
  return labels_in(layout_->parts, layout_->parts.appellations, job);
}

std::vector<attribute_view> framework::attributes_of_competence(std::uint32_t competence) const {
  return attributes_in(layout_->parts, layout_->parts.competence_attributes, competence);
}

std::vector<attribute_view> framework::attributes_of_job(std::uint32_t job) const {
  return attributes_in(layout_->parts, layout_->parts.job_attributes, job);
}

std::vector<mapping_view> framework::mappings_of_competence(std::uint32_t competence) const {
  return mappings_in(layout_->parts, layout_->parts.competence_mappings, competence);
}

std::vector<mapping_view> framework::mappings_of_job(std::uint32_t job) const {
  return mappings_in(layout_->parts, layout_->parts.job_mappings, job);
}

std::vector<std::uint32_t> framework::competences_mapped_to(std::string_view in, std::string_view code) const {
  const compiled::parts& p = layout_->parts;
  return mapped_to(p, p.competence_targets, p.competence_mappings, in, code);
}

std::vector<std::uint32_t> framework::jobs_mapped_to(std::string_view in, std::string_view code) const {
  const compiled::parts& p = layout_->parts;
  return mapped_to(p, p.job_targets, p.job_mappings, in, code);
}

std::vector<condition_view> framework::conditions_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<condition_view> out;
  for (const std::uint32_t i : row_of(p.job_conditions, job, p.conditions.size())) {
    const compiled::condition_record c = p.conditions[i];
    out.push_back({p.text(c.code), p.text(c.label), p.text(c.category)});
  }
  return out;
}

const compiled::parts& parts_of(const framework& f) { return f.layout_->parts; }

}  // namespace activateur
