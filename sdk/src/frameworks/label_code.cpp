#include "frameworks/label_code.hpp"

#include <algorithm>

#include "crypto/digest.hpp"
#include "frameworks/fold.hpp"

namespace activateur {

std::string code_from(std::string_view label) {
  constexpr std::size_t longest = 96, distinct = 16;
  std::string out = fold(label);
  std::replace(out.begin(), out.end(), ' ', '-');
  if (out.size() <= longest) return out;
  std::size_t end = longest - distinct - 1;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;  // between letters
  return out.substr(0, end) + '-' + sha256_hex(out).substr(0, distinct);
}

}  // namespace activateur
