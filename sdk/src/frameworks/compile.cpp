#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "base/limits.hpp"
#include "frameworks/checksum.hpp"
#include "frameworks/compile_lists.hpp"
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

constexpr message bad_language{"framework.language", "\"{0}\" is not a language: give two letters, as fr or en.",
                               "« {0} » n'est pas une langue : donnez deux lettres, comme fr ou en."};

using index_map = std::unordered_map<std::string_view, std::uint32_t>;

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

bool is_language(std::string_view s) {
  return s.size() == 2 && std::all_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class compiler {
 public:
  explicit compiler(framework_draft draft) : draft_(std::move(draft)) {}

  result<std::string> run() {
    if (!is_language(draft_.language)) return fail(failure::usage, bad_language, {draft_.language});
    auto competences = sorted_by_code(draft_.competences);
    if (!competences) return std::move(competences).why();
    auto jobs = sorted_by_code(draft_.jobs);
    if (!jobs) return std::move(jobs).why();
    auto conditions = sorted_by_code(draft_.conditions);
    if (!conditions) return std::move(conditions).why();
    competence_index_ = *std::move(competences);
    job_index_ = *std::move(jobs);
    condition_index_ = *std::move(conditions);
    if (draft_.competences.size() >= compiled::link_index_max || draft_.jobs.size() >= compiled::link_index_max ||
        draft_.competences.size() + draft_.jobs.size() >= compiled::owner_max)
      return too_big();
    if (text_bytes() > limits::framework_file_bytes) return too_big();
    // What the header names, then codes: opening, and looking a code up, then touch few pages.
    for (const auto* text : {&draft_.id, &draft_.version, &draft_.title, &draft_.attribution, &draft_.language})
      pool_.add(*text);
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

  // An upper bound of what the pool will hold: texts, their words and the stems of these.
  [[nodiscard]] std::size_t text_bytes() const {
    std::size_t sum = 0;
    const auto add = [&](const auto&... texts) { sum += (texts.size() + ...); };
    const auto add_lists = [&](const auto& labels, const auto& entry) {
      for (const draft_label& l : labels) add(l.text, l.text, l.text, l.code, l.language);
      for (const draft_attribute& a : entry.attributes) add(a.name, a.value);
      for (const draft_mapping& m : entry.mappings) add(m.framework, m.code, m.source);
    };
    for (const auto& c : draft_.competences) {
      add(c.code, c.uri, c.label, c.label, c.label, c.definition, c.definition, c.definition, c.hierarchy, c.category);
      add_lists(c.labels, c);
    }
    for (const auto& j : draft_.jobs) {
      add(j.code, j.uri, j.label, j.label, j.label, j.definition, j.definition, j.definition, j.domain, j.domain_label);
      add_lists(j.appellations, j);
    }
    return sum;
  }

  result<void> put_competences() {
    std::vector<std::vector<std::uint32_t>> items(draft_.competences.size());
    for (std::uint32_t i = 0; i < draft_.competences.size(); ++i) {
      const draft_competence& c = draft_.competences[i];
      auto above = put_broader(c, i);
      if (!above) return std::move(above).why();
      for (const std::uint32_t b : *above) items[b].push_back(i);
      competences_.push_back({pool_.add(c.code), pool_.add(c.label), pool_.add(c.definition), pool_.add(c.hierarchy),
                              pool_.add(c.category), pool_.add(c.uri), c.macro.empty() ? no_index : above->front(),
                              static_cast<std::uint8_t>(c.kind), static_cast<std::uint8_t>(c.grain),
                              static_cast<std::uint8_t>(c.transversal), static_cast<std::uint8_t>(c.withdrawn)});
      broader_.add_row(*above);
      label_hashes_.add(fold(c.label), i);
      for (const draft_label& l : c.labels) label_hashes_.add(fold(l.text), i);
      competence_uris_.add(c.uri, i);
      if (auto done = put_labels(c.labels, competence_labels_); !done) return done;
      put_attributes(c.attributes, competence_attributes_);
      put_mappings(c.mappings, i, competence_mappings_, competence_targets_);
      count(c);
    }
    for (const auto& row : items) items_.add_row(row);
    return {};
  }

  // Its macro-competence first, then the others by index.
  result<std::vector<std::uint32_t>> put_broader(const draft_competence& c, std::uint32_t self) {
    std::vector<std::uint32_t> above;
    if (!c.macro.empty()) {
      const auto known = position(competence_index_, c.macro);
      if (!known) return fail(failure::usage, unknown_code, {c.code, c.macro});
      if (*known == self || draft_.competences[*known].grain == competence_grain::item)
        return fail(failure::usage, bad_macro, {c.code, c.macro});
      above.push_back(*known);
    }
    const std::size_t macros = above.size();
    for (const std::string& code : c.broader) {
      const auto known = position(competence_index_, code);
      if (!known || *known == self) return fail(failure::usage, unknown_code, {c.code, code});
      if (macros == 0 || *known != above.front()) above.push_back(*known);
    }
    const auto others = above.begin() + static_cast<std::ptrdiff_t>(macros);
    std::sort(others, above.end());
    above.erase(std::unique(others, above.end()), above.end());
    return above;
  }

  result<void> put_labels(const std::vector<draft_label>& labels, row_list<compiled::label_record>& out) {
    for (const draft_label& l : labels) {
      if (!l.language.empty() && !is_language(l.language)) return fail(failure::usage, bad_language, {l.language});
      const std::string own = l.language == draft_.language ? std::string() : l.language;
      out.records.push_back({pool_.add(l.text), pool_.add(own), pool_.add(l.code)});
    }
    out.end_row();
    return {};
  }

  void put_attributes(const std::vector<draft_attribute>& attributes, row_list<compiled::attribute_record>& out) {
    for (const draft_attribute& a : attributes) out.records.push_back({pool_.add(a.name), pool_.add(a.value)});
    out.end_row();
  }

  void put_mappings(const std::vector<draft_mapping>& mappings, std::uint32_t entry,
                    row_list<compiled::mapping_record>& out, hash_list& targets) {
    for (const draft_mapping& m : mappings) {
      out.records.push_back({pool_.add(m.framework), pool_.add(m.code), pool_.add(m.source),
                             static_cast<std::uint8_t>(m.relation), 0, m.weight});
      targets.add(m.framework + ':' + m.code, entry);
      ++counts_.mappings;
    }
    out.end_row();
  }

  result<void> put_jobs() {
    for (const draft_condition& c : draft_.conditions)
      conditions_.push_back({pool_.add(c.code), pool_.add(c.label), pool_.add(c.category)});
    for (std::uint32_t i = 0; i < draft_.jobs.size(); ++i) {
      draft_job& j = draft_.jobs[i];
      jobs_.push_back({pool_.add(j.code), pool_.add(j.label), pool_.add(j.definition), pool_.add(j.domain),
                       pool_.add(j.domain_label), pool_.add(j.riasec), pool_.add(j.uri),
                       static_cast<std::uint8_t>(j.kind), static_cast<std::uint8_t>(j.withdrawn), 0});
      if (auto done = put_links(j); !done) return done;
      if (auto done = put_mobilities(j); !done) return done;
      if (auto done = put_conditions(j); !done) return done;
      sort_appellations(j);
      if (auto done = put_labels(j.appellations, appellations_); !done) return done;
      put_attributes(j.attributes, job_attributes_);
      put_mappings(j.mappings, i, job_mappings_, job_targets_);
      job_uris_.add(j.uri, i);
      counts_.qualifications += j.kind == target_kind::qualification ? 1U : 0U;
      counts_.withdrawn += j.withdrawn ? 1U : 0U;
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
      counts_.core_links += l.importance == link_importance::core ? 1U : 0U;
      counts_.emerging_links += l.importance == link_importance::emerging ? 1U : 0U;
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

  result<void> put_conditions(const draft_job& j) {
    std::vector<std::uint32_t> row;
    for (const std::string& code : j.conditions) {
      const auto known = position(condition_index_, code);
      if (!known) return fail(failure::usage, unknown_code, {j.code, code});
      row.push_back(*known);
    }
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    job_conditions_.add_row(row);
    return {};
  }

  static void sort_appellations(draft_job& j) {
    std::vector<std::pair<std::string, draft_label>> keyed;
    for (draft_label& a : j.appellations) keyed.emplace_back(fold(a.text), std::move(a));
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second.text, a.second.language, a.second.code) <
             std::tie(b.first, b.second.text, b.second.language, b.second.code);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) j.appellations[i] = std::move(keyed[i].second);
  }

  void put_job_links() {
    std::vector<std::vector<std::uint32_t>> with(draft_.competences.size());
    for (std::uint32_t job = 0; job < draft_.jobs.size(); ++job)
      for (std::size_t i = links_.begin[job]; i < links_.begin[job + 1]; ++i) {
        const std::uint32_t link = links_.records[i];
        with[compiled::link_index(link)].push_back(compiled::packed_link(job, compiled::link_importance_of(link)));
      }
    for (const auto& row : with) job_links_.add_row(row);
  }

  void put_index() {
    const std::string_view own = draft_.language;
    const auto language_of = [&](const draft_label& l) {
      return l.language.empty() ? own : std::string_view(l.language);
    };
    std::vector<index_text> entries;
    for (const auto& c : draft_.competences) entries.push_back({c.label, own});
    for (const auto& j : draft_.jobs) entries.push_back({j.label, own});
    for (const auto& j : draft_.jobs)
      for (const auto& a : j.appellations) entries.push_back({a.text, language_of(a)});
    for (const auto& c : draft_.competences)
      for (const auto& l : c.labels) entries.push_back({l.text, language_of(l)});
    index_ = index_words(entries, backgrounds());
    for (const auto& w : index_.words) words_.push_back({pool_.add(w.text), w.begin, w.count, w.stem});
    for (const auto& s : index_.stems)
      stems_.push_back({pool_.add(s.text), s.begin, s.count, s.holders, s.background_begin, s.background_count});
  }

  // What the core of a job asks for says more of it.
  [[nodiscard]] std::vector<background_source> backgrounds() const {
    std::vector<background_source> out;
    for (const auto& c : draft_.competences) out.push_back({{c.definition, draft_.language}, {}});
    for (std::uint32_t job = 0; job < draft_.jobs.size(); ++job) {
      auto& of_job = out.emplace_back();
      of_job.definition = {draft_.jobs[job].definition, draft_.language};
      for (std::size_t i = links_.begin[job]; i < links_.begin[job + 1]; ++i) {
        const std::uint32_t link = links_.records[i];
        const bool core = compiled::link_importance_of(link) == link_importance::core;
        of_job.mentions.push_back({compiled::link_index(link), core ? 6U : 4U});
      }
    }
    return out;
  }

  void count(const draft_competence& c) {
    counts_.withdrawn += c.withdrawn ? 1U : 0U;
    if (c.grain == competence_grain::group) {
      ++counts_.groups;
      return;
    }
    switch (c.kind) {
      case competence_kind::know_how:
        ++counts_.know_how;
        counts_.macros += c.grain == competence_grain::macro ? 1U : 0U;
        break;
      case competence_kind::soft_skill: ++counts_.soft_skills; break;
      case competence_kind::knowledge: ++counts_.knowledge; break;
      case competence_kind::language: ++counts_.languages; break;
      case competence_kind::block: ++counts_.blocks; break;
    }
  }

  [[nodiscard]] compiled::totals_record totals() {
    counts_.jobs = jobs_.size();
    counts_.competences = competences_.size();
    counts_.links = links_.records.size();
    counts_.mobilities = mobilities_.records.size();
    counts_.appellations = appellations_.records.size();
    counts_.labels = competence_labels_.records.size();
    counts_.conditions = conditions_.size();
    compiled::totals_record out{};
    std::size_t i = 0;
    for (const std::size_t* total : compiled::totals_of(counts_)) {
      if (total != nullptr) out.n[i] = static_cast<std::uint32_t>(*total);
      ++i;
    }
    return out;
  }

  result<std::string> written() {
    const compiled::text_ref id = pool_.add(draft_.id);
    const std::vector<compiled::totals_record> sums{totals()};
    compiled::parts p;
    p.totals = table_over(sums);
    p.competences = table_over(competences_);
    p.jobs = table_over(jobs_);
    p.links = links_.rows();
    p.job_links = job_links_.rows();
    p.mobilities = mobilities_.rows();
    p.appellations = appellations_.rows();
    p.competence_labels = competence_labels_.rows();
    p.items = items_.rows();
    p.broader = broader_.rows();
    p.competence_attributes = competence_attributes_.rows();
    p.job_attributes = job_attributes_.rows();
    p.competence_mappings = competence_mappings_.rows();
    p.job_mappings = job_mappings_.rows();
    p.conditions = table_over(conditions_);
    p.job_conditions = job_conditions_.rows();
    p.label_hashes = table_over(label_hashes_.sorted());
    p.competence_uris = table_over(competence_uris_.sorted());
    p.job_uris = table_over(job_uris_.sorted());
    p.competence_targets = table_over(competence_targets_.sorted());
    p.job_targets = table_over(job_targets_.sorted());
    p.words = table_over(words_);
    p.postings = table_over(index_.postings);
    p.stems = table_over(stems_);
    p.stem_words = table_over(index_.stem_words);
    p.background = table_over(index_.background);
    p.entry_rarity = table_over(index_.entry_rarity);
    p.pool = {pool_.bytes().data(), pool_.bytes().size()};
    p.head.id = id;
    p.head.version = pool_.add(draft_.version);
    p.head.title = pool_.add(draft_.title);
    p.head.attribution = pool_.add(draft_.attribution);
    p.head.language = pool_.add(draft_.language);
    std::string out = compiled::file_of(p);
    if (out.size() > limits::framework_file_bytes) return too_big();
    return out;
  }

  framework_draft draft_;
  index_map competence_index_, job_index_, condition_index_;
  text_pool pool_;
  framework_counts counts_;
  std::vector<compiled::competence_record> competences_;
  std::vector<compiled::job_record> jobs_;
  row_list<std::uint32_t> links_, job_links_, items_, broader_, job_conditions_;
  row_list<compiled::mobility_record> mobilities_;
  row_list<compiled::label_record> appellations_, competence_labels_;
  row_list<compiled::attribute_record> competence_attributes_, job_attributes_;
  row_list<compiled::mapping_record> competence_mappings_, job_mappings_;
  std::vector<compiled::condition_record> conditions_;
  hash_list label_hashes_, competence_uris_, job_uris_, competence_targets_, job_targets_;
  std::vector<compiled::word_record> words_;
  std::vector<compiled::stem_record> stems_;
  word_index index_;
};

}  // namespace

result<std::string> compile(framework_draft draft) { return compiler(std::move(draft)).run(); }

}  // namespace activateur
