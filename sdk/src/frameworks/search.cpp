#include "frameworks/search.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "frameworks/compiled.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/search_index.hpp"

namespace activateur {
namespace {

// An entry of the word index that holds a word, and how much rarity the word explains of it.
struct holder {
  std::uint32_t entry;
  double gain;
};

class word_lookup {
 public:
  explicit word_lookup(const compiled::parts& p)
      : parts_(p), entries_(static_cast<std::uint32_t>(p.entry_rarity.size())) {}

  // By entry.
  [[nodiscard]] std::vector<holder> exactly(std::string_view word) const {
    std::vector<holder> out;
    const std::size_t i = first_not_below(word);
    if (i < parts_.words.size() && parts_.text(parts_.words[i].text) == word) append(out, parts_.words[i], 1.0);
    return out;
  }

  // Every word that starts so; the less is missing, the more it counts.
  [[nodiscard]] std::vector<holder> starting_with(std::string_view start) const {
    std::vector<holder> out;
    for (std::size_t i = first_not_below(start); i < parts_.words.size(); ++i) {
      const std::string_view text = parts_.text(parts_.words[i].text);
      if (!text.starts_with(start)) break;
      append(out, parts_.words[i], static_cast<double>(start.size()) / static_cast<double>(text.size()));
    }
    std::sort(out.begin(), out.end(), [](const holder& a, const holder& b) {
      return a.entry != b.entry ? a.entry < b.entry : a.gain > b.gain;
    });
    const auto same = [](const holder& a, const holder& b) { return a.entry == b.entry; };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
    return out;
  }

 private:
  [[nodiscard]] std::size_t first_not_below(std::string_view word) const {
    std::size_t low = 0;
    std::size_t high = parts_.words.size();
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (parts_.text(parts_.words[middle].text) < word)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  void append(std::vector<holder>& out, const compiled::word_record& word, double closeness) const {
    const double gain = closeness * word_rarity(entries_, word.count);
    for (std::uint32_t i = 0; i < word.count; ++i) out.push_back({parts_.postings[word.begin + i], gain});
  }

  const compiled::parts& parts_;
  std::uint32_t entries_;
};

std::vector<holder> in_both(const std::vector<holder>& a, const std::vector<holder>& b) {
  std::vector<holder> out;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].entry < b[j].entry) {
      ++i;
    } else if (b[j].entry < a[i].entry) {
      ++j;
    } else {
      out.push_back({a[i].entry, a[i].gain + b[j].gain});
      ++i;
      ++j;
    }
  }
  return out;
}

struct entry_place {
  bool is_job;
  std::uint32_t index;
  std::string_view text;
};

// The last of the rows that begins at or before this record.
template <class T>
std::uint32_t row_with(const compiled::rows<T>& list, std::uint32_t rows, std::uint32_t record) {
  std::uint32_t low = 0;
  std::uint32_t high = rows;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (list.begin[middle] <= record)
      low = middle;
    else
      high = middle;
  }
  return low;
}

entry_place place_of(const compiled::parts& p, std::uint32_t entry) {
  const auto competences = static_cast<std::uint32_t>(p.competences.size());
  const auto jobs = static_cast<std::uint32_t>(p.jobs.size());
  if (entry < competences) return {false, entry, p.text(p.competences[entry].label)};
  entry -= competences;
  if (entry < jobs) return {true, entry, p.text(p.jobs[entry].label)};
  entry -= jobs;
  const auto appellations = static_cast<std::uint32_t>(p.appellations.records.size());
  if (entry < appellations)
    return {true, row_with(p.appellations, jobs, entry), p.text(p.appellations.records[entry].text)};
  entry -= appellations;
  return {false, row_with(p.competence_labels, competences, entry), p.text(p.competence_labels.records[entry].text)};
}

}  // namespace

// The score is the share of the entry's rarity that the query explains, so that "de" weighs little and a
// label of the same words and no other has 1; the very same words in the same order add 1.
std::vector<search_hit> search(const framework& f, std::string_view query, std::size_t limit) {
  const compiled::parts& p = parts_of(f);
  const std::string folded = fold(query);
  std::vector<std::string_view> words = words_of(folded);
  if (words.empty() || limit == 0) return {};
  const std::string_view last = words.back();
  words.pop_back();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());

  const word_lookup lookup(p);
  std::vector<holder> found = lookup.starting_with(last);
  for (const std::string_view word : words) {
    if (found.empty()) return {};
    if (word != last) found = in_both(found, lookup.exactly(word));
  }

  std::map<std::pair<bool, std::uint32_t>, search_hit> best;  // of each job and competence
  for (const holder& h : found) {
    const entry_place place = place_of(p, h.entry);
    const std::uint32_t rarity = p.entry_rarity[h.entry];
    double score = rarity == 0 ? 0.0 : std::min(1.0, h.gain / rarity);
    if (score >= 1.0 && fold(place.text) == folded) score += 1;
    search_hit& hit = best[{place.is_job, place.index}];
    // Labels come before appellations: they win ties.
    if (hit.index != no_index && hit.score >= score) continue;
    hit = {place.is_job, place.index, score, std::string(place.text)};
  }
  std::vector<search_hit> out;
  out.reserve(best.size());
  for (auto& [key, hit] : best) out.push_back(std::move(hit));
  const auto code_of = [&](const search_hit& h) {
    return h.is_job ? p.text(p.jobs[h.index].code) : p.text(p.competences[h.index].code);
  };
  std::sort(out.begin(), out.end(), [&](const search_hit& a, const search_hit& b) {
    if (a.score != b.score) return a.score > b.score;
    if (const int order = code_of(a).compare(code_of(b)); order != 0) return order < 0;
    return a.is_job && !b.is_job;
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace activateur
