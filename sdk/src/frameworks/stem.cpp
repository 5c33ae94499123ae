#include "frameworks/stem.hpp"

#include <algorithm>
#include <array>

#include "frameworks/fold.hpp"

namespace activateur {
namespace {

struct ending {
  std::string_view from, to;
  std::size_t left;  // how much must stay before it
};

// The first that fits is taken, so the longest come first. Folded words: without accents.
constexpr auto french_endings = std::to_array<ending>({
    {"issement", "", 3}, {"issage", "", 3},  {"isseur", "", 3},   {"isseuse", "", 3}, {"ionnaire", "", 4},
    {"isation", "", 4},  {"isateur", "", 4}, {"isatrice", "", 4}, {"atrice", "", 3},  {"ateur", "", 3},
    {"ation", "", 3},    {"itude", "", 4},   {"trice", "t", 3},   {"teuse", "t", 3},  {"teur", "t", 3},
    {"ition", "", 3},    {"ssion", "ss", 3}, {"sion", "s", 3},    {"tion", "t", 3},   {"ement", "", 3},
    {"issant", "", 3},   {"issante", "", 3}, {"ienne", "", 3},    {"iere", "", 3},    {"ette", "", 4},
    {"eresse", "", 3},   {"euse", "", 3},    {"iste", "", 4},     {"isme", "", 4},    {"ance", "", 3},
    {"ence", "", 4},     {"ante", "", 3},    {"ente", "", 4},     {"aire", "", 4},    {"able", "", 4},
    {"ible", "", 4},     {"ique", "ic", 3},  {"icien", "ic", 3},  {"onne", "on", 3},  {"elle", "el", 3},
    {"ment", "", 4},     {"iser", "", 4},    {"aient", "", 3},    {"erent", "", 3},   {"eur", "", 3},
    {"ier", "", 3},      {"ien", "", 3},     {"age", "", 3},      {"ant", "", 3},     {"ent", "", 4},
    {"ait", "", 3},      {"ais", "", 3},     {"ive", "", 4},      {"ite", "", 4},     {"eux", "", 4},
    {"oir", "", 4},      {"ere", "", 4},     {"ise", "", 4},      {"iss", "", 3},     {"if", "", 4},
    {"er", "", 3},       {"ez", "", 3},      {"ee", "", 3},       {"ir", "", 3},      {"re", "", 3},
    {"ie", "", 4},       {"e", "", 3},       {"i", "", 4},        {"a", "", 4},
});

constexpr auto english_endings = std::to_array<ending>({
    {"ization", "", 4}, {"isation", "", 4}, {"ations", "", 4}, {"ation", "", 4}, {"ments", "", 4}, {"ment", "", 4},
    {"ising", "", 4},   {"izing", "", 4},   {"ings", "", 3},   {"ing", "", 3},   {"ities", "", 4}, {"ity", "", 4},
    {"ors", "", 4},     {"ers", "", 4},     {"ies", "y", 3},   {"ion", "", 4},   {"ise", "", 4},   {"ize", "", 4},
    {"or", "", 4},      {"er", "", 4},      {"ed", "", 3},     {"es", "", 3},    {"s", "", 3},     {"e", "", 3},
});

// Words whose verb and noun endings do not show, folded, sorted; each with the stem of its family.
struct family {
  std::string_view word, stem;
};
constexpr auto families = std::to_array<family>({
    {"achat", "achet"},
    {"concu", "concev"},
    {"conception", "concev"},
    {"conduit", "condui"},
    {"conducteur", "condui"},
    {"conductrice", "condui"},
    {"conduite", "condui"},
    {"construction", "construi"},
    {"construit", "construi"},
    {"entretenir", "entretien"},
    {"entretenu", "entretien"},
    {"gere", "gest"},
    {"gerer", "gest"},
    {"lecture", "lir"},
    {"lire", "lir"},
    {"redaction", "redig"},
    {"traduction", "tradui"},
    {"traducteur", "tradui"},
    {"traductrice", "tradui"},
    {"vente", "vend"},
});

template <std::size_t N>
std::string without_ending(std::string_view word, const std::array<ending, N>& endings) {
  for (const ending& e : endings)
    if (word.size() >= e.from.size() + e.left && word.ends_with(e.from))
      return std::string(word.substr(0, word.size() - e.from.size())) + std::string(e.to);
  return std::string(word);
}

std::string_view without_plural(std::string_view word) {
  if (word.size() > 4 && (word.back() == 's' || word.back() == 'x') && !word.ends_with("ss")) word.remove_suffix(1);
  return word;
}

// What is left of nettoie and nettoyer, of balayeur and balai, of mécanique and mécanicien.
std::string settled(std::string s) {
  if (s.size() > 4 && s[s.size() - 1] == s[s.size() - 2]) s.pop_back();
  if (s.size() > 4 && s.ends_with("qu")) s.replace(s.size() - 2, 2, "c");
  if (s.size() > 4 && s.ends_with("gu")) s.pop_back();
  if (s.size() > 3 && s.back() == 'y') s.back() = 'i';
  return s;
}

std::string french(std::string_view word) {
  const auto known = [](std::string_view w) -> const family* {
    const auto* at = std::find_if(families.begin(), families.end(), [&](const family& f) { return f.word == w; });
    return at == families.end() ? nullptr : at;
  };
  std::string singular;
  if (word.size() > 5 && word.ends_with("aux") && !word.ends_with("eaux"))
    singular = std::string(word.substr(0, word.size() - 2)) + "l";
  else
    singular = std::string(without_plural(word));
  if (const family* f = known(singular)) return std::string(f->stem);
  if (singular.ends_with("ail")) singular.erase(singular.size() - 2, 1);  // travail, travaux
  return settled(without_ending(singular, french_endings));
}

constexpr auto common_words = std::to_array<std::string_view>(
    {"a",      "about",  "ai",    "ainsi", "alors", "an",   "and",  "are",  "as",   "at",     "au",    "aussi", "autre",
     "autres", "aux",    "avec",  "avoir", "be",    "bien", "but",  "by",   "c",    "ca",     "ce",    "cela",  "ces",
     "cet",    "cette",  "chez",  "comme", "d",     "dans", "de",   "des",  "deux", "divers", "dont",  "du",    "elle",
     "elles",  "en",     "entre", "es",    "est",   "et",   "ete",  "etre", "eu",   "eux",    "faire", "fait",  "for",
     "from",   "had",    "has",   "have",  "he",    "her",  "his",  "i",    "il",   "ils",    "in",    "is",    "it",
     "its",    "j",      "je",    "jusqu", "l",     "la",   "le",   "les",  "leur", "leurs",  "lui",   "m",     "ma",
     "mais",   "me",     "meme",  "mes",   "moi",   "mon",  "my",   "n",    "ne",   "nos",    "not",   "notre", "nous",
     "of",     "on",     "one",   "ont",   "or",    "ou",   "our",  "par",  "pas",  "plus",   "pour",  "qu",    "quand",
     "que",    "qui",    "s",     "sa",    "sans",  "se",   "sera", "ses",  "si",   "son",    "sont",  "sous",  "suis",
     "sur",    "t",      "that",  "the",   "their", "them", "they", "this", "to",   "toi",    "ton",   "tous",  "tout",
     "toute",  "toutes", "tres",  "tu",    "un",    "une",  "vers", "via",  "vos",  "votre",  "vous",  "was",   "we",
     "were",   "which",  "with",  "y",     "you",   "your"});
static_assert(std::is_sorted(common_words.begin(), common_words.end()));

}  // namespace

std::string stem(std::string_view word, std::string_view language) {
  if (word.size() <= 3) return std::string(word);
  return language == "fr" ? french(word) : settled(without_ending(word, english_endings));
}

std::vector<std::string> stems_of(std::string_view text, std::string_view language) {
  const std::string folded = fold(text);
  std::vector<std::string> out;
  for (const std::string_view word : words_of(folded))
    if (word.size() >= 3) out.push_back(stem(word, language));
  return out;
}

bool is_common_word(std::string_view folded) {
  return std::binary_search(common_words.begin(), common_words.end(), folded);
}

}  // namespace activateur
