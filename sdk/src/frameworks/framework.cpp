#include "frameworks/framework.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/mapped_file.hpp"

namespace activateur {

std::string_view name(competence_kind k) {
  switch (k) {
    case competence_kind::know_how: return "know_how";
    case competence_kind::soft_skill: return "soft_skill";
    case competence_kind::knowledge: return "knowledge";
  }
  return {};
}

std::string_view name(link_importance i) {
  switch (i) {
    case link_importance::ordinary: return "ordinary";
    case link_importance::core: return "core";
    case link_importance::emerging: return "emerging";
  }
  return {};
}

struct framework::layout {
  std::unique_ptr<mapped_file> file;  // one of the two owns the bytes
  std::string buffer;
  std::string_view bytes;
  compiled::parts parts;
  framework_counts counts;
};

namespace {

framework_counts counted(const compiled::parts& p) {
  framework_counts n;
  n.jobs = p.jobs.size();
  n.competences = p.competences.size();
  n.links = p.links.records.size();
  n.mobilities = p.mobilities.records.size();
  n.appellations = p.appellations.records.size();
  for (std::size_t i = 0; i < p.competences.size(); ++i) {
    const compiled::competence_record c = p.competences[i];
    switch (static_cast<competence_kind>(c.kind)) {
      case competence_kind::know_how:
        ++n.know_how;
        if (static_cast<competence_grain>(c.grain) == competence_grain::macro) ++n.macros;
        break;
      case competence_kind::soft_skill: ++n.soft_skills; break;
      case competence_kind::knowledge: ++n.knowledge; break;
    }
  }
  for (std::size_t i = 0; i < p.links.records.size(); ++i) {
    const link_importance importance = compiled::link_importance_of(p.links.records[i]);
    n.core_links += importance == link_importance::core ? 1U : 0U;
    n.emerging_links += importance == link_importance::emerging ? 1U : 0U;
  }
  return n;
}

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

}  // namespace

framework::framework(std::unique_ptr<layout> l) : layout_(std::move(l)) {}
framework::~framework() = default;

result<framework_ptr> framework::open(const std::string& path) {
  auto file = mapped_file::open(path, limits::framework_file_bytes);
  if (!file) return std::move(file).why();
  auto l = std::make_unique<layout>();
  l->file = *std::move(file);
  l->bytes = l->file->bytes();
  auto parts = compiled::check(l->bytes, path);
  if (!parts) return std::move(parts).why();
  l->parts = *parts;
  l->counts = counted(l->parts);
  return framework_ptr(new framework(std::move(l)));
}

result<framework_ptr> framework::from_bytes(std::string bytes, std::string source) {
  auto l = std::make_unique<layout>();
  l->buffer = std::move(bytes);
  l->bytes = l->buffer;
  auto parts = compiled::check(l->bytes, source);
  if (!parts) return std::move(parts).why();
  l->parts = *parts;
  l->counts = counted(l->parts);
  return framework_ptr(new framework(std::move(l)));
}

std::string_view framework::bytes() const { return layout_->bytes; }
std::string_view framework::id() const { return layout_->parts.text(layout_->parts.head.id); }
std::string_view framework::version() const { return layout_->parts.text(layout_->parts.head.version); }
std::string_view framework::title() const { return layout_->parts.text(layout_->parts.head.title); }
std::string_view framework::attribution() const { return layout_->parts.text(layout_->parts.head.attribution); }
framework_counts framework::counts() const { return layout_->counts; }

competence_view framework::competence(std::uint32_t index) const {
  const compiled::parts& p = layout_->parts;
  if (index >= p.competences.size()) return {};
  const compiled::competence_record c = p.competences[index];
  return {index,
          p.text(c.code),
          p.text(c.label),
          p.text(c.definition),
          static_cast<competence_kind>(c.kind),
          static_cast<competence_grain>(c.grain),
          c.macro,
          p.text(c.hierarchy),
          p.text(c.category),
          c.transversal != 0};
}

job_view framework::job(std::uint32_t index) const {
  const compiled::parts& p = layout_->parts;
  if (index >= p.jobs.size()) return {};
  const compiled::job_record j = p.jobs[index];
  return {
      index,           p.text(j.code), p.text(j.label), p.text(j.definition), p.text(j.domain), p.text(j.domain_label),
      p.text(j.riasec)};
}

std::optional<std::uint32_t> framework::find_competence(std::string_view code) const {
  return find_code(layout_->parts, layout_->parts.competences, code);
}

std::optional<std::uint32_t> framework::find_job(std::string_view code) const {
  return find_code(layout_->parts, layout_->parts.jobs, code);
}

std::optional<std::uint32_t> framework::find_competence_by_label(std::string_view label) const {
  const compiled::parts& p = layout_->parts;
  const std::string wanted = fold(label);
  if (wanted.empty()) return std::nullopt;
  const std::uint64_t hash = xxh64(wanted);
  std::size_t low = 0;
  std::size_t high = p.labels.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (p.labels[middle].hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < p.labels.size() && p.labels[low].hash == hash; ++low) {
    const std::uint32_t competence = p.labels[low].competence;
    if (fold(p.text(p.competences[competence].label)) == wanted) return competence;
  }
  return std::nullopt;
}

std::vector<job_link> framework::links_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<job_link> out;
  if (job >= p.jobs.size()) return out;
  out.reserve(p.links.last(job) - p.links.first(job));
  for (std::size_t i = p.links.first(job); i < p.links.last(job); ++i)
    out.push_back({compiled::link_index(p.links.records[i]), compiled::link_importance_of(p.links.records[i])});
  return out;
}

std::vector<std::uint32_t> framework::jobs_with(std::uint32_t competence) const {
  const compiled::parts& p = layout_->parts;
  std::vector<std::uint32_t> out;
  if (competence >= p.competences.size()) return out;
  for (std::size_t i = p.job_links.first(competence); i < p.job_links.last(competence); ++i)
    out.push_back(compiled::link_index(p.job_links.records[i]));
  return out;
}

std::vector<mobility> framework::mobilities_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<mobility> out;
  if (job >= p.jobs.size()) return out;
  for (std::size_t i = p.mobilities.first(job); i < p.mobilities.last(job); ++i)
    out.push_back({p.mobilities.records[i].job, p.mobilities.records[i].order});
  return out;
}

std::vector<std::string_view> framework::appellations_of(std::uint32_t job) const {
  const compiled::parts& p = layout_->parts;
  std::vector<std::string_view> out;
  if (job >= p.jobs.size()) return out;
  for (std::size_t i = p.appellations.first(job); i < p.appellations.last(job); ++i)
    out.push_back(p.text(p.appellations.records[i]));
  return out;
}

std::vector<std::uint32_t> framework::items_of(std::uint32_t macro) const {
  const compiled::parts& p = layout_->parts;
  std::vector<std::uint32_t> out;
  if (macro >= p.competences.size()) return out;
  for (std::size_t i = p.items.first(macro); i < p.items.last(macro); ++i) out.push_back(p.items.records[i]);
  return out;
}

}  // namespace activateur
