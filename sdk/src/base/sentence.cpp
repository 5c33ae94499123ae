#include "base/sentence.hpp"

namespace activateur {

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
    if (index < arguments_.size()) out += arguments_[index];
    i += 2;
  }
  return out;
}

}  // namespace activateur
