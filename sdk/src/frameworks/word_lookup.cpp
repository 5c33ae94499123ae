#include "frameworks/word_lookup.hpp"

#include <algorithm>
#include <array>

#include "frameworks/search_index.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

// Bounds of the work one word can ask for.
constexpr std::size_t most_completions = 400;  // words
constexpr std::size_t most_postings = 8000;    // entries, of the words that complete a start
constexpr std::size_t longest_typed = 40;      // bytes: a longer word is not looked for with mistakes
constexpr std::size_t most_corrections = 12;

// How near two words of one stem are: the share of letters they begin with in common.
float likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
  return 0.7F + 0.28F * static_cast<float>(common) / static_cast<float>(std::max(a.size(), b.size()));
}

// Rows of the distance between one word and the words of a sorted dictionary: a row depends on the letters before it
// only, so that words that begin alike share rows.
class distance_rows {
 public:
  distance_rows(std::string_view word, unsigned most) : word_(word), most_(most) {
    for (std::size_t i = 0; i <= word.size(); ++i) rows_[0][i] = static_cast<std::uint8_t>(i);
  }

  struct outcome {
    unsigned distance;
    std::size_t dead;  // no word that begins with so many of its letters is near; 0: some may be
  };

  // The dictionary's next word.
  outcome read(std::string_view text) {
    std::size_t row = 0;
    while (row < known_ && row < text.size() && text[row] == text_[row]) ++row;
    known_ = row;
    if (text.size() > longest_typed + 2) return {most_ + 1, 0};
    for (; row < text.size(); ++row) {
      text_[row] = text[row];
      const unsigned lowest = fill(row + 1);
      known_ = row + 1;
      if (lowest > most_) return {most_ + 1, row + 1};
    }
    return {rows_[text.size()][word_.size()], 0};
  }

 private:
  unsigned fill(std::size_t row) {
    auto& now = rows_[row];
    const auto& above = rows_[row - 1];
    const char letter = text_[row - 1];
    now[0] = static_cast<std::uint8_t>(row);
    auto lowest = static_cast<unsigned>(row);
    for (std::size_t i = 1; i <= word_.size(); ++i) {
      unsigned best = std::min<unsigned>(above[i], now[i - 1]) + 1U;
      best = std::min<unsigned>(best, above[i - 1] + (word_[i - 1] == letter ? 0U : 1U));
      if (row > 1 && i > 1 && word_[i - 1] == text_[row - 2] && word_[i - 2] == letter)
        best = std::min<unsigned>(best, rows_[row - 2][i - 2] + 1U);
      now[i] = static_cast<std::uint8_t>(best);
      lowest = std::min(lowest, best);
    }
    // A row may be worse than one two below it, through an exchange of letters: by one at most.
    if (row > 1 && lowest > most_) {
      unsigned before = most_ + 1;
      for (std::size_t i = 0; i <= word_.size(); ++i) before = std::min<unsigned>(before, above[i]);
      if (before <= most_) return most_;
    }
    return lowest;
  }

  std::string_view word_;
  unsigned most_;
  std::size_t known_ = 0;
  std::array<char, longest_typed + 3> text_{};
  std::array<std::array<std::uint8_t, longest_typed + 1>, longest_typed + 3> rows_{};
};

}  // namespace

unsigned typing_distance(std::string_view a, std::string_view b, unsigned most) {
  if (a.size() > longest_typed || b.size() > longest_typed) return a == b ? 0 : most + 1;
  return std::min(distance_rows(a, most).read(b).distance, most + 1);
}

word_lookup::word_lookup(const compiled::parts& p) : parts_(p), language_(p.text(p.head.language)) {}

std::size_t word_lookup::first_not_below(std::string_view word) const {
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

std::optional<std::uint32_t> word_lookup::find_stem(std::string_view text) const {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(parts_.stems.size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (parts_.text(parts_.stems[middle].text) < text)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < parts_.stems.size() && parts_.text(parts_.stems[low].text) == text) return low;
  return std::nullopt;
}

std::optional<std::uint32_t> word_lookup::find(std::string_view word) const {
  const std::size_t i = first_not_below(word);
  if (i < parts_.words.size() && parts_.text(parts_.words[i].text) == word) return static_cast<std::uint32_t>(i);
  return std::nullopt;
}

bool word_lookup::knows(std::string_view word) const {
  return find(word).has_value() || find_stem(stem(word, language_)).has_value();
}

bool word_lookup::begins(std::string_view start) const {
  const std::size_t i = first_not_below(start);
  return i < parts_.words.size() && parts_.text(parts_.words[i].text).starts_with(start);
}

void word_lookup::add_family(word_group& out, std::uint32_t root, std::string_view word, float weight) const {
  const compiled::stem_record family = parts_.stems[root];
  for (std::uint32_t i = 0; i < family.count && family.begin + std::uint64_t{i} < parts_.stem_words.size(); ++i) {
    const std::uint32_t id = parts_.stem_words[family.begin + i];
    out.words.push_back({id, weight * likeness(word, parts_.text(parts_.words[id].text))});
  }
  out.stems.push_back({root, weight});
}

void word_lookup::settle(word_group& group) const {
  for (auto* list : {&group.words, &group.stems}) {
    std::sort(list->begin(), list->end(),
              [](const weighted& a, const weighted& b) { return a.id != b.id ? a.id < b.id : a.weight > b.weight; });
    const auto same = [](const weighted& a, const weighted& b) { return a.id == b.id; };
    list->erase(std::unique(list->begin(), list->end(), same), list->end());
  }
  // The heaviest stem says how rare the word is.
  float heaviest = 0;
  for (const weighted& s : group.stems) {
    if (s.weight <= heaviest) continue;
    heaviest = s.weight;
    const auto entries = static_cast<std::uint32_t>(parts_.entry_rarity.size());
    const std::uint32_t holders = std::clamp<std::uint32_t>(parts_.stems[s.id].holders, 1, std::max(entries, 1U));
    group.rarity = static_cast<float>(word_rarity(std::max(entries, 1U), holders)) / 256.0F;
  }
}

word_group word_lookup::family(std::string_view word) const {
  word_group out;
  out.common = is_common_word(word);
  if (const auto id = find(word))
    add_family(out, parts_.words[*id].stem, word, 1);
  else if (const auto root = find_stem(stem(word, language_)))
    add_family(out, *root, word, 1);
  settle(out);
  return out;
}

word_group word_lookup::starting_with(std::string_view start) const {
  word_group out = family(start);
  std::vector<std::pair<std::uint32_t, std::size_t>> found;  // how many hold it, the word
  for (std::size_t i = first_not_below(start); i < parts_.words.size(); ++i) {
    const compiled::word_record word = parts_.words[i];
    if (!parts_.text(word.text).starts_with(start)) break;
    found.emplace_back(word.count, i);
  }
  // The words that most entries hold, as far as the bound goes.
  if (found.size() > most_completions) {
    const auto kept = found.begin() + most_completions;
    std::nth_element(found.begin(), kept, found.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    found.erase(kept, found.end());
  }
  std::size_t postings = 0;
  for (const auto& [count, i] : found) {
    if ((postings += count) > most_postings) break;
    const std::string_view text = parts_.text(parts_.words[i].text);
    const float whole = static_cast<float>(start.size()) / static_cast<float>(text.size());
    const float weight = text.size() == start.size() ? 1.0F : 0.5F + 0.4F * whole;
    out.words.push_back({static_cast<std::uint32_t>(i), weight});
    if (start.size() >= 4) out.stems.push_back({parts_.words[i].stem, weight});
  }
  const float own = out.rarity;
  settle(out);
  if (own > 0) out.rarity = own;
  if (out.rarity == 0 && !out.words.empty()) {
    const auto entries = std::max(static_cast<std::uint32_t>(parts_.entry_rarity.size()), 1U);
    const auto held_by = static_cast<std::uint32_t>(std::clamp<std::size_t>(postings, 1, entries));
    out.rarity = static_cast<float>(word_rarity(entries, held_by)) / 256.0F;
  }
  return out;
}

word_group word_lookup::nearly(std::string_view word, bool any_first_letter) const {
  word_group out;
  if (word.size() < 4 || word.size() > longest_typed) return out;
  const unsigned most = word.size() < 8 ? 1 : 2;
  struct correction {
    unsigned distance;
    std::uint32_t held_by, id;
  };
  std::vector<correction> found;
  const auto look = [&](std::size_t first, std::size_t last) {
    distance_rows rows(word, most);
    for (std::size_t i = first; i < last;) {
      const compiled::word_record record = parts_.words[i];
      const std::string_view text = parts_.text(record.text);
      const auto [distance, dead] = rows.read(text);
      if (distance <= most) found.push_back({distance, record.count, static_cast<std::uint32_t>(i)});
      ++i;
      if (dead == 0) continue;
      // Past every word that begins so: by steps that double, then by halves.
      const std::string_view start = text.substr(0, dead);
      const auto begins_so = [&](std::size_t at) {
        return at < last && parts_.text(parts_.words[at].text).starts_with(start);
      };
      std::size_t step = 1;
      while (begins_so(i + step - 1)) i += step, step *= 2;
      for (; step > 0; step /= 2)
        if (begins_so(i + step - 1)) i += step;
    }
  };
  // The first letter is seldom wrong: the rest of the dictionary is read only when nothing begins like the word.
  const std::string_view letter = word.substr(0, 1);
  const std::string next(1, static_cast<char>(letter[0] + 1));
  look(first_not_below(letter), first_not_below(next));
  if (found.empty() && any_first_letter) look(0, parts_.words.size());
  std::sort(found.begin(), found.end(), [](const correction& a, const correction& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.held_by != b.held_by ? a.held_by > b.held_by : a.id < b.id;
  });
  if (found.empty()) return out;
  const unsigned nearest = found.front().distance;
  for (std::size_t i = 0; i < found.size() && i < most_corrections; ++i) {
    const compiled::word_record record = parts_.words[found[i].id];
    const float weight = found[i].distance == nearest ? 0.9F : 0.6F;
    add_family(out, record.stem, parts_.text(record.text), weight);
  }
  settle(out);
  return out;
}

}  // namespace activateur
