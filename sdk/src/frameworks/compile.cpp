#include <algorithm>
#include <cstddef>
#include <map>
#include <unordered_map>

#include "base/limits.hpp"
#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/search_index.hpp"

namespace activateur {
namespace {

constexpr message duplicate_code{"framework.duplicate_code", "The code \"{0}\" is used twice. Keep one.",
                                 "Le code « {0} » est utilisé deux fois. N'en gardez qu'un."};
constexpr message unknown_code{"framework.unknown_code", "\"{0}\" refers to the code \"{1}\", which does not exist.",
                               "« {0} » renvoie au code « {1} », qui n'existe pas."};
constexpr message bad_macro{"framework.macro", "\"{1}\", given as the macro-competence of \"{0}\", is not one.",
                            "« {1} », donnée comme macro-compétence de « {0} », n'en est pas une."};
constexpr message too_large{"framework.size", "The framework is too large to be compiled: at most {0} bytes.",
                            "Le référentiel est trop grand pour être compilé : {0} octets au plus."};

using index_map = std::unordered_map<std::string_view, std::uint32_t>;

class text_pool {
 public:
  compiled::text_ref add(std::string_view text) {
    if (text.empty()) return {};
    const auto known = refs_.find(std::string(text));
    if (known != refs_.end()) return known->second;
    const compiled::text_ref ref{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
    bytes_ += text;
    refs_.emplace(text, ref);
    return ref;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, compiled::text_ref> refs_;
};

template <class T>
struct row_list {
  std::vector<std::uint32_t> begin{0};
  std::vector<T> records;
  void end_row() { begin.push_back(static_cast<std::uint32_t>(records.size())); }
};

template <class T>
result<index_map> sorted_by_code(std::vector<T>& things) {
  std::sort(things.begin(), things.end(), [](const T& a, const T& b) { return a.code < b.code; });
  index_map index;
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (!index.emplace(things[i].code, i).second) return fail(failure::usage, duplicate_code, {things[i].code});
  return index;
}

std::optional<std::uint32_t> position(const index_map& index, const std::string& code) {
  const auto found = index.find(code);
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

class compiler {
 public:
  explicit compiler(framework_draft draft) : draft_(std::move(draft)) {}

  result<std::string> run() {
    auto competences = sorted_by_code(draft_.competences);
    if (!competences) return std::move(competences).why();
    auto jobs = sorted_by_code(draft_.jobs);
    if (!jobs) return std::move(jobs).why();
    competence_index_ = *std::move(competences);
    job_index_ = *std::move(jobs);
    if (draft_.competences.size() >= compiled::link_index_max || draft_.jobs.size() >= compiled::link_index_max)
      return too_big();
    if (text_bytes() > limits::framework_file_bytes) return too_big();
    // Codes first: looking one up then touches few pages.
    for (const auto& c : draft_.competences) pool_.add(c.code);
    for (const auto& j : draft_.jobs) pool_.add(j.code);
    if (auto done = put_competences(); !done) return done.why();
    if (auto done = put_jobs(); !done) return done.why();
    put_job_links();
    put_index();
    return written();
  }

 private:
  static error too_big() { return fail(failure::limit, too_large, {std::to_string(limits::framework_file_bytes)}); }

  [[nodiscard]] std::size_t text_bytes() const {
    std::size_t sum = 0;
    for (const auto& c : draft_.competences)
      sum += c.code.size() + 2 * c.label.size() + c.definition.size() + c.hierarchy.size() + c.category.size();
    for (const auto& j : draft_.jobs) {
      sum += j.code.size() + 2 * j.label.size() + j.definition.size() + j.domain_label.size();
      for (const auto& a : j.appellations) sum += 2 * a.size();
    }
    return sum;
  }

  result<void> put_competences() {
    std::vector<std::vector<std::uint32_t>> items(draft_.competences.size());
    for (std::uint32_t i = 0; i < draft_.competences.size(); ++i) {
      const draft_competence& c = draft_.competences[i];
      std::uint32_t macro = no_index;
      if (!c.macro.empty()) {
        const auto known = position(competence_index_, c.macro);
        if (!known) return fail(failure::usage, unknown_code, {c.code, c.macro});
        if (*known == i || draft_.competences[*known].grain != competence_grain::macro)
          return fail(failure::usage, bad_macro, {c.code, c.macro});
        macro = *known;
        items[macro].push_back(i);
      }
      competences_.push_back({pool_.add(c.code), pool_.add(c.label), pool_.add(c.definition), pool_.add(c.hierarchy),
                              pool_.add(c.category), macro, static_cast<std::uint8_t>(c.kind),
                              static_cast<std::uint8_t>(c.grain), static_cast<std::uint8_t>(c.transversal), 0});
      labels_.push_back({xxh64(fold(c.label)), i, 0});
    }
    for (const auto& row : items) {
      items_.records.insert(items_.records.end(), row.begin(), row.end());
      items_.end_row();
    }
    std::sort(labels_.begin(), labels_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.hash, a.competence) < std::pair(b.hash, b.competence);
    });
    return {};
  }

  result<void> put_jobs() {
    for (draft_job& j : draft_.jobs) {
      jobs_.push_back({pool_.add(j.code), pool_.add(j.label), pool_.add(j.definition), pool_.add(j.domain),
                       pool_.add(j.domain_label), pool_.add(j.riasec)});
      if (auto done = put_links(j); !done) return done;
      if (auto done = put_mobilities(j); !done) return done;
      sort_appellations(j);
      for (const std::string& a : j.appellations) appellations_.records.push_back(pool_.add(a));
      appellations_.end_row();
    }
    return {};
  }

  result<void> put_links(const draft_job& j) {
    std::map<std::uint32_t, link_importance> row;
    for (const draft_link& l : j.links) {
      const auto known = position(competence_index_, l.competence);
      if (!known) return fail(failure::usage, unknown_code, {j.code, l.competence});
      if (!row.emplace(*known, l.importance).second)
        return fail(failure::usage, duplicate_code, {j.code + " " + l.competence});
    }
    for (const auto& [competence, importance] : row)
      links_.records.push_back(compiled::packed_link(competence, importance));
    links_.end_row();
    return {};
  }

  result<void> put_mobilities(const draft_job& j) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> row;
    for (const draft_mobility& m : j.mobilities) {
      const auto known = position(job_index_, m.job);
      if (!known) return fail(failure::usage, unknown_code, {j.code, m.job});
      row.emplace_back(m.order, *known);
    }
    std::sort(row.begin(), row.end());
    for (const auto& [order, job] : row) mobilities_.records.push_back({job, order});
    mobilities_.end_row();
    return {};
  }

  static void sort_appellations(draft_job& j) {
    std::vector<std::pair<std::string, std::string>> keyed;
    for (std::string& a : j.appellations) keyed.emplace_back(fold(a), std::move(a));
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) j.appellations[i] = std::move(keyed[i].second);
  }

  void put_job_links() {
    std::vector<std::vector<std::uint32_t>> with(draft_.competences.size());
    for (std::uint32_t job = 0; job < draft_.jobs.size(); ++job)
      for (std::size_t i = links_.begin[job]; i < links_.begin[job + 1]; ++i) {
        const std::uint32_t link = links_.records[i];
        with[compiled::link_index(link)].push_back(compiled::packed_link(job, compiled::link_importance_of(link)));
      }
    for (const auto& row : with) {
      job_links_.records.insert(job_links_.records.end(), row.begin(), row.end());
      job_links_.end_row();
    }
  }

  void put_index() {
    std::vector<std::string_view> entries;
    for (const auto& c : draft_.competences) entries.emplace_back(c.label);
    for (const auto& j : draft_.jobs) entries.emplace_back(j.label);
    for (const auto& j : draft_.jobs)
      for (const auto& a : j.appellations) entries.emplace_back(a);
    index_ = index_words(entries);
    for (const auto& w : index_.words) words_.push_back({pool_.add(w.text), w.begin, w.count});
  }

  template <class T>
  void put_section(const std::vector<T>& records) {
    put_section(reinterpret_cast<const char*>(records.data()), sizeof(T), records.size());
  }
  void put_section(const char* records, std::size_t record_bytes, std::size_t count) {
    out_.resize((out_.size() + 7) / 8 * 8);
    const compiled::section s{next_section_, static_cast<std::uint32_t>(record_bytes), out_.size(), count};
    std::memcpy(out_.data() + sizeof(compiled::header) + next_section_ * sizeof s, &s, sizeof s);
    ++next_section_;
    if (count > 0) out_.append(records, record_bytes * count);
  }

  result<std::string> written() {
    compiled::header head{
        compiled::magic,           compiled::format,        compiled::section_count,      0, 0, pool_.add(draft_.id),
        pool_.add(draft_.version), pool_.add(draft_.title), pool_.add(draft_.attribution)};
    out_.assign(sizeof head + compiled::section_count * sizeof(compiled::section), '\0');
    put_section(competences_);
    put_section(jobs_);
    put_section(links_.begin);
    put_section(links_.records);
    put_section(job_links_.begin);
    put_section(job_links_.records);
    put_section(mobilities_.begin);
    put_section(mobilities_.records);
    put_section(appellations_.begin);
    put_section(appellations_.records);
    put_section(items_.begin);
    put_section(items_.records);
    put_section(labels_);
    put_section(words_);
    put_section(index_.postings);
    put_section(index_.entry_rarity);
    put_section(pool_.bytes().data(), 1, pool_.bytes().size());
    if (out_.size() > limits::framework_file_bytes) return too_big();
    head.bytes = out_.size();
    std::memcpy(out_.data(), &head, sizeof head);
    head.checksum = xxh64(std::string_view(out_).substr(offsetof(compiled::header, id)));
    std::memcpy(out_.data(), &head, sizeof head);
    return std::move(out_);
  }

  framework_draft draft_;
  index_map competence_index_, job_index_;
  text_pool pool_;
  std::vector<compiled::competence_record> competences_;
  std::vector<compiled::job_record> jobs_;
  row_list<std::uint32_t> links_, job_links_, items_;
  row_list<compiled::mobility_record> mobilities_;
  row_list<compiled::text_ref> appellations_;
  std::vector<compiled::label_record> labels_;
  std::vector<compiled::word_record> words_;
  word_index index_;
  std::string out_;
  std::uint32_t next_section_ = 0;
};

}  // namespace

result<std::string> compile(framework_draft draft) { return compiler(std::move(draft)).run(); }

}  // namespace activateur
