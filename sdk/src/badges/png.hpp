// Badges in the text chunks of PNG pictures (PNG specification sections 5 and 11.3.4). Pixels are never decoded.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

bool is_png(std::string_view bytes);

struct png_badge {
  std::string keyword;
  std::string text;
};
result<png_badge> badge_of_png(std::string_view bytes, const std::string& source);

// The picture with one iTXt chunk `keyword` after the header, in place of the badge chunks it had.
result<std::string> png_with_badge(std::string_view bytes, std::string_view keyword, std::string_view text,
                                   const std::string& source);

}  // namespace activateur
