// Badges in SVG pictures. XML entities and internal DTD subsets are refused before they take effect.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

struct svg_badge {
  std::string element;  // "credential" (Open Badges 3.0) or "assertion" (before)
  std::string verify;   // attribute, may be empty
  std::string body;     // text, without the blanks around it, may be empty
};
result<svg_badge> badge_of_svg(std::string_view bytes, const std::string& source);

// The picture with one badge element as the first child of its root, in place of those it had. `jws`: the
// credential goes in the attribute `verify`, else it is JSON and becomes the text.
result<std::string> svg_with_badge(std::string_view bytes, std::string_view credential, bool version_3, bool jws,
                                   const std::string& source);

}  // namespace activateur
