#include "word_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace word_list {
namespace {

void demand(bool right, const std::string& what) {
  if (!right) throw std::invalid_argument("word list: " + what);
}

bool stands_at(const std::vector<folded_word>& text, std::size_t at, const std::vector<std::string>& words) {
  if (words.size() > text.size() - at) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (text[at + i].text != words[i]) return false;
  return true;
}

}  // namespace

table::table(std::string_view json) {
  const auto document = nlohmann::json::parse(json);
  const auto& entries = document.at("entries");
  demand(!entries.empty(), "no entries");
  for (const auto& entry : entries) {
    const auto& means = means_.emplace_back(entry.at("means").get<std::map<std::string, double>>());
    demand(!means.empty() && !entry.at("said").empty(), "an entry says or means nothing");
    for (const auto& [name, confidence] : means)
      demand(confidence >= 0 && confidence <= 1, "the confidence of " + name);
    for (const auto& said : entry.at("said")) {
      phrase one{{}, means_.size() - 1};
      for (folded_word& word : words_of(said.get<std::string>())) one.words.push_back(std::move(word.text));
      demand(!one.words.empty(), "words without a letter");
      by_first_.emplace(one.words.front(), one);
    }
  }
}

std::vector<finding> table::of(std::string_view text, std::size_t most_words) const {
  std::map<std::string_view, finding> found;
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto [first, last] = by_first_.equal_range(words[at].text);
    for (auto p = first; p != last; ++p) {
      if (!stands_at(words, at, p->second.words)) continue;
      for (const auto& [name, confidence] : means_[p->second.entry]) {
        finding& one = found.try_emplace(name, finding{name, 0, {}}).first->second;
        one.confidence = std::max(one.confidence, confidence);
        if (one.words.size() < most_words)
          one.words.push_back({words[at].begin, words[at + p->second.words.size() - 1].end});
      }
    }
  }
  std::vector<finding> out;
  out.reserve(found.size());
  for (auto& [name, one] : found) out.push_back(std::move(one));
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  return out;
}

}  // namespace word_list
