#include "base/sentence.hpp"

#include "base/text.hpp"

namespace activateur {
namespace {

// What a sentence says of its input, which may be as long as whole documents are.
constexpr std::size_t argument_bytes = 4096;

}  // namespace

std::string sentence::text(language l) const {
  if (what_ == nullptr) return {};
  const std::string_view pattern = l == language::fr ? what_->fr : what_->en;
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool blank = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
                       pattern[i + 1] <= '9';
    if (!blank) {
      out += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < arguments_.size()) out += shortened(arguments_[index], argument_bytes);
    i += 2;
  }
  return out;
}

}  // namespace activateur
