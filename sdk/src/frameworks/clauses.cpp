#include "frameworks/clauses.hpp"

#include <algorithm>
#include <array>

namespace activateur {
namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto deniers = std::to_array<std::string_view>(
    {"jamais", "pas", "aucun", "aucune", "sans", "ni", "rien", "not", "never", "no", "without", "cannot", "non"});
// After a denier, these undo it: "pas seulement", "pas mal de", "sans souci", "aucune difficulté à".
constexpr auto undoing = std::to_array<std::string_view>(
    {"seulement", "uniquement", "que", "mal", "souci", "soucis", "probleme", "problemes", "difficulte", "difficultes",
     "arret", "cesse", "compter", "hesiter", "only", "just", "problem", "trouble", "peur"});
constexpr auto negative_verbs = std::to_array<std::string_view>(
    {"don", "doesn", "didn", "haven", "hasn", "hadn", "isn", "wasn", "couldn", "wouldn", "won", "can"});
constexpr auto turns = std::to_array<std::string_view>({"mais", "puis", "ensuite", "but", "then", "however"});
constexpr auto ands = std::to_array<std::string_view>({"et", "and", "ou", "or"});
constexpr auto subjects = std::to_array<std::string_view>(
    {"je", "ai", "avais", "suis", "etais", "nous", "on", "il", "elle", "i", "we", "aussi", "maintenant"});

bool stops(std::string_view between) {
  return between.find_first_of(".,;:!?\n\r()[]\"") != std::string_view::npos ||
         between.find("…") != std::string_view::npos || between.find("«") != std::string_view::npos ||
         between.find("»") != std::string_view::npos || between.find(" - ") != std::string_view::npos;
}

// "n'" and "n’" are elided by folding: they are seen in the text before the word.
bool after_elided_ne(std::string_view text, std::size_t begin) {
  std::string_view before = text.substr(0, begin);
  if (before.ends_with("'"))
    before.remove_suffix(1);
  else if (before.ends_with("’"))
    before.remove_suffix(std::string_view("’").size());
  else
    return false;
  if (before.empty() || (before.back() != 'n' && before.back() != 'N')) return false;
  before.remove_suffix(1);
  return before.empty() || before.back() == ' ' || before.back() == '\n' || before.back() == '\t';
}

class denial {
 public:
  explicit denial(std::string_view text) : text_(text) {}

  void mark(clause& words) {
    std::size_t from = carried_ && !words.empty() && words.front().text == "ni" ? 0 : words.size();
    std::size_t ne = words.size();
    for (std::size_t i = 0; i < words.size() && from == words.size(); ++i) {
      if (ne == words.size() && (words[i].text == "ne" || after_elided_ne(text_, words[i].begin))) ne = i;
      if (denies(words, i)) from = std::min(i, ne);
    }
    for (std::size_t i = from; i < words.size(); ++i) words[i].denied = true;
    carried_ = from < words.size();
  }

 private:
  static bool denies(const clause& words, std::size_t i) {
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1].text) : std::string_view{};
    if (among(words[i].text, negative_verbs)) return next == "t";
    if (!among(words[i].text, deniers)) return false;
    // "pas de souci"
    const std::string_view second = i + 2 < words.size() ? std::string_view(words[i + 2].text) : std::string_view{};
    return !among(next, undoing) && !((next == "de" || next == "le" || next == "trop") && among(second, undoing));
  }

  std::string_view text_;
  bool carried_ = false;
};

}  // namespace

std::vector<clause> clauses_of(std::string_view text) {
  std::vector<clause> out;
  std::vector<folded_word> words = fold_words(text);
  bool fresh = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t after = i == 0 ? 0 : words[i - 1].end;
    const bool new_subject = among(words[i].text, ands) && i + 1 < words.size() && among(words[i + 1].text, subjects);
    if (i > 0 && (stops(text.substr(after, words[i].begin - after)) || new_subject || among(words[i].text, turns)))
      fresh = true;
    if (fresh) out.emplace_back();
    fresh = false;
    clause_word word;
    static_cast<folded_word&>(word) = std::move(words[i]);
    words[i].end = word.end;
    out.back().push_back(std::move(word));
  }
  denial marks(text);
  for (clause& c : out) marks.mark(c);
  return out;
}

}  // namespace activateur
