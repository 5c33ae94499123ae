#include "base/sentence.hpp"

#include <optional>

#include "base/text.hpp"
#include "base/word.hpp"

namespace activateur {
namespace {

// What a sentence says of its input, which may be as long as whole documents are.
constexpr std::size_t argument_bytes = 4096;

constexpr char between_languages = '\xff';  // in no UTF-8 text, and so in no name that was read

std::string_view in_language(std::string_view argument, language l) {
  const auto middle = argument.find(between_languages);
  if (middle == argument.npos) return argument;
  return l == language::fr ? argument.substr(middle + 1) : argument.substr(0, middle);
}

// English says "0 persons, 1 person, 1.5 persons"; French "0 personne, 1,5 personne, 2 personnes".
bool is_singular(std::string_view number, language l) {
  if (l == language::en) return number == "1";
  return !number.empty() && (number[0] == '0' || number[0] == '1') &&
         (number.size() == 1 || number[1] == ',' || number[1] == '.');
}

// What stands between braces.
struct blank {
  std::size_t argument = 0;
  std::size_t end = 0;         // after the brace
  std::string_view one, more;  // of a noun that goes with the argument
  bool noun = false;
};

std::optional<blank> blank_at(std::string_view pattern, std::size_t at) {
  if (pattern[at] != '{' || at + 2 >= pattern.size() || pattern[at + 1] < '0' || pattern[at + 1] > '9') return {};
  blank out{static_cast<std::size_t>(pattern[at + 1] - '0'), at + 3, {}, {}};
  if (pattern[at + 2] == '}') return out;
  const auto close = pattern.find('}', at), middle = pattern.find('|', at + 3);
  if (pattern[at + 2] != '|' || close == pattern.npos || middle >= close) return {};
  out.one = pattern.substr(at + 3, middle - at - 3);
  out.more = pattern.substr(middle + 1, close - middle - 1);
  out.end = close + 1;
  out.noun = true;
  return out;
}

}  // namespace

std::string word_argument(std::string_view en, std::string_view fr) {
  return std::string(en).append(1, between_languages).append(fr);
}

std::string sentence::text(language l) const {
  if (what_ == nullptr) return {};
  const std::string_view pattern = l == language::fr ? what_->fr : what_->en;
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size();) {
    const auto found = blank_at(pattern, i);
    if (!found) {
      out += pattern[i++];
      continue;
    }
    const std::string_view filled =
        found->argument < arguments_.size() ? in_language(arguments_[found->argument], l) : std::string_view{};
    if (found->noun)
      out += is_singular(filled, l) ? found->one : found->more;
    else
      out += shortened(filled, argument_bytes);
    i = found->end;
  }
  return out;
}

}  // namespace activateur
