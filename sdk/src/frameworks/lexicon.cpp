#include "frameworks/lexicon.hpp"

#include <algorithm>

#include "frameworks/fold.hpp"
#include "frameworks/stem.hpp"

namespace activateur {

std::string_view lexicon_text();  // made of the data file

namespace {

std::vector<lexicon_entry> read_lexicon() {
  std::vector<lexicon_entry> out;
  std::string_view rest = lexicon_text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t middle = line.find('=');
    if (line.starts_with('#') || middle == std::string_view::npos) continue;
    lexicon_entry entry;
    for (const folded_word& w : fold_words(line.substr(0, middle))) entry.said.push_back(stem(w.text, "fr"));
    for (folded_word& w : fold_words(line.substr(middle + 1))) entry.means.push_back(std::move(w.text));
    if (!entry.said.empty()) out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

const std::vector<lexicon_entry>& lexicon() {
  static const std::vector<lexicon_entry> entries = read_lexicon();
  return entries;
}

}  // namespace activateur
