#include "frameworks/migration.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "frameworks/fold.hpp"

namespace activateur {
namespace {

constexpr message same_code{"migration.same_code", "The later version has the same code.",
                            "La version suivante a le même code."};
constexpr message publisher_says{"migration.publisher", "The publisher says that it takes its place.",
                                 "L'éditeur dit qu'elle prend sa place."};
constexpr message same_words{"migration.same_words", "A new entry has the same words, under another code.",
                             "Une nouvelle entrée a les mêmes mots, sous un autre code."};
constexpr message near_words{"migration.near_words", "A new entry has {0} % of its words in common with it.",
                             "Une nouvelle entrée a {0} % de ses mots en commun avec elle."};
constexpr message its_macro{"migration.macro", "What it belonged to is still there, and broader.",
                            "Ce à quoi elle appartenait existe toujours, en plus large."};

// A new entry with fewer common words than this is not proposed.
constexpr double nearness_min = 0.6;
constexpr std::size_t proposals_max = 5;
// Withdrawn entries that are followed from one; publishers have chains of two or three.
constexpr std::size_t successions_max = 64;

}  // namespace

// Reads the entries of one kind in either version.
struct migration::side {
  const framework& before;
  const framework& after;
  bool jobs;

  [[nodiscard]] std::size_t count(const framework& f) const { return jobs ? f.counts().jobs : f.counts().competences; }
  [[nodiscard]] std::string_view code(const framework& f, std::uint32_t i) const {
    return jobs ? f.job(i).code : f.competence(i).code;
  }
  [[nodiscard]] std::string_view label(const framework& f, std::uint32_t i) const {
    return jobs ? f.job(i).label : f.competence(i).label;
  }
  [[nodiscard]] bool withdrawn(const framework& f, std::uint32_t i) const {
    return jobs ? f.job(i).withdrawn : f.competence(i).withdrawn;
  }
  [[nodiscard]] std::optional<std::uint32_t> find(const framework& f, std::string_view code) const {
    return jobs ? f.find_job(code) : f.find_competence(code);
  }
  [[nodiscard]] std::vector<mapping_view> mappings(const framework& f, std::uint32_t i) const {
    return jobs ? f.mappings_of_job(i) : f.mappings_of_competence(i);
  }
  [[nodiscard]] bool same_kind(std::uint32_t b, std::uint32_t a) const {
    if (jobs) return before.job(b).kind == after.job(a).kind;
    return before.competence(b).kind == after.competence(a).kind &&
           before.competence(b).grain == after.competence(a).grain;
  }
  [[nodiscard]] bool moved(std::uint32_t b, std::uint32_t a) const {
    if (jobs) return before.job(b).domain != after.job(a).domain;
    const auto above = [](const framework& f, std::uint32_t i) {
      std::vector<std::string_view> codes;
      for (const std::uint32_t up : f.broader_of(i)) codes.push_back(f.competence(up).code);
      return codes;
    };
    return before.competence(b).hierarchy != after.competence(a).hierarchy || above(before, b) != above(after, a);
  }
};

namespace {

std::set<std::string> word_set(std::string_view label) {
  const std::string folded = fold(label);
  std::set<std::string> out;
  for (const std::string_view word : words_of(folded)) out.emplace(word);
  return out;
}

bool surer(const successor& a, const successor& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.index < b.index;
}

}  // namespace

std::string_view name(migration_kind k) {
  switch (k) {
    case migration_kind::kept: return "kept";
    case migration_kind::relabelled: return "relabelled";
    case migration_kind::moved: return "moved";
    case migration_kind::replaced: return "replaced";
    case migration_kind::split: return "split";
    case migration_kind::merged: return "merged";
    case migration_kind::withdrawn: return "withdrawn";
  }
  return {};
}

migration::migration(framework_ptr before, framework_ptr after) : before_(std::move(before)), after_(std::move(after)) {
  new_competences_ = words_of_new({*before_, *after_, false});
  new_jobs_ = words_of_new({*before_, *after_, true});
  merged_competences_ = merges({*before_, *after_, false});
  merged_jobs_ = merges({*before_, *after_, true});
}

migration::word_map migration::words_of_new(const side& in) {
  word_map out;
  for (std::uint32_t i = 0; i < in.count(in.after); ++i) {
    if (in.find(in.before, in.code(in.after, i)) || in.withdrawn(in.after, i)) continue;
    for (const std::string& word : word_set(in.label(in.after, i))) out[word].push_back(i);
  }
  return out;
}

migration::merge_map migration::merges(const side& in) const {
  merge_map out;
  for (std::uint32_t i = 0; i < in.count(in.before); ++i) {
    const auto same = in.find(in.after, in.code(in.before, i));
    if (same && !in.withdrawn(in.after, *same)) continue;
    const migrated_entry gone = follow(in, i);
    if (gone.certain) ++out[gone.to.front().index];
  }
  return out;
}

// The earlier version's relations first: some publishers keep withdrawn entries, with what replaces them, in the
// later version only.
std::vector<successor> migration::said_by_publisher(const side& in, std::string_view code) const {
  std::map<std::uint32_t, successor> said;
  // What took its place may have been replaced in turn.
  std::vector<std::pair<std::string, double>> way{{std::string(code), 1.0}};
  for (std::size_t next = 0; next < way.size() && next < successions_max; ++next) {
    const auto [at, weight] = way[next];
    for (const framework* f : {&in.before, &in.after}) {
      const auto from = in.find(*f, at);
      if (!from) continue;
      for (const mapping_view& m : in.mappings(*f, *from)) {
        if (m.relation != mapping_relation::replaced_by || m.framework != in.after.id()) continue;
        const auto seen = [&m](const auto& one) { return one.first == m.code; };
        if (std::any_of(way.begin(), way.end(), seen)) continue;
        const double sure = weight * m.weight / 1000.0;
        const auto to = in.find(in.after, m.code);
        if (to && !in.withdrawn(in.after, *to))
          said[*to] = {*to, mapping_relation::exact, sure, sentence(publisher_says)};
        else
          way.emplace_back(m.code, sure);
      }
    }
  }
  std::vector<successor> out;
  out.reserve(said.size());
  for (auto& [index, s] : said) out.push_back(std::move(s));
  std::sort(out.begin(), out.end(), surer);
  return out;
}

std::vector<successor> migration::by_words(const side& in, std::uint32_t before) const {
  const word_map& new_entries = in.jobs ? new_jobs_ : new_competences_;
  const std::set<std::string> words = word_set(in.label(in.before, before));
  // Dice's coefficient d asks that at least d / (2 - d) of these words are shared: among all but so many of them, less
  // one, there is a shared one. The rarest are asked, so that "de" and "la" bring nobody.
  std::vector<const std::vector<std::uint32_t>*> holding;
  for (const std::string& word : words)
    if (const auto known = new_entries.find(word); known != new_entries.end()) holding.push_back(&known->second);
  const auto shared_min =
      static_cast<std::size_t>(std::ceil(nearness_min / (2 - nearness_min) * static_cast<double>(words.size()) - 1e-9));
  if (holding.empty() || holding.size() < shared_min) return {};
  std::stable_sort(holding.begin(), holding.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
  std::set<std::uint32_t> candidates;
  for (std::size_t i = 0; i + std::max<std::size_t>(shared_min, 1) <= holding.size(); ++i)
    candidates.insert(holding[i]->begin(), holding[i]->end());
  std::vector<successor> out;
  for (const std::uint32_t i : candidates) {
    if (!in.same_kind(before, i)) continue;
    const std::set<std::string> others = word_set(in.label(in.after, i));
    const auto shared =
        std::count_if(words.begin(), words.end(), [&](const std::string& word) { return others.count(word) != 0; });
    const double near = 2.0 * static_cast<double>(shared) / static_cast<double>(words.size() + others.size());
    if (near < nearness_min) continue;
    if (fold(in.label(in.after, i)) == fold(in.label(in.before, before)))
      out.push_back({i, mapping_relation::exact, 1, sentence(same_words)});
    else
      out.push_back(
          {i, mapping_relation::close, near, sentence(near_words, {std::to_string(static_cast<int>(near * 100))})});
  }
  std::sort(out.begin(), out.end(), surer);
  if (!out.empty() && out.front().relation == mapping_relation::exact) {
    const auto exact = [](const successor& s) { return s.relation == mapping_relation::exact; };
    out.erase(std::find_if_not(out.begin(), out.end(), exact), out.end());
  }
  if (out.size() > proposals_max) out.resize(proposals_max);
  return out;
}

migrated_entry migration::follow(const side& in, std::uint32_t before) const {
  migrated_entry out;
  const std::string_view code = in.code(in.before, before);
  const auto same = in.find(in.after, code);
  if (same && !in.withdrawn(in.after, *same)) {
    out.kind = in.label(in.before, before) != in.label(in.after, *same) ? migration_kind::relabelled
               : in.moved(before, *same)                                ? migration_kind::moved
                                                                        : migration_kind::kept;
    out.to.push_back({*same, mapping_relation::exact, 1, sentence(same_code)});
    out.certain = true;
    return out;
  }
  out.to = said_by_publisher(in, code);
  if (out.to.empty()) out.to = by_words(in, before);
  const bool settled = !out.to.empty() && out.to.front().relation == mapping_relation::exact;
  if (settled && out.to.size() == 1) {
    out.certain = true;
    const merge_map& merged = in.jobs ? merged_jobs_ : merged_competences_;
    const auto also = merged.find(out.to.front().index);
    const bool was_there = in.find(in.before, in.code(in.after, out.to.front().index)).has_value();
    out.kind =
        was_there || (also != merged.end() && also->second > 1) ? migration_kind::merged : migration_kind::replaced;
    return out;
  }
  if (settled) {
    out.kind = migration_kind::split;
    return out;
  }
  out.kind = migration_kind::withdrawn;
  if (in.jobs) return out;
  for (const std::uint32_t above : in.before.broader_of(before))
    if (const auto still = in.find(in.after, in.before.competence(above).code))
      out.to.push_back({*still, mapping_relation::broad, 0.5, sentence(its_macro)});
  return out;
}

migrated_entry migration::competence(std::uint32_t before) const { return follow({*before_, *after_, false}, before); }
migrated_entry migration::job(std::uint32_t before) const { return follow({*before_, *after_, true}, before); }

}  // namespace activateur
