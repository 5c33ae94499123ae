// Credentials inside pictures (Open Badges 3.0 section 5.3; Open Badges 2.0 Baking Specification), and inside PDF
// files, which are read only.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

enum class container_kind { json_text, jwt, png, svg, pdf };
std::string_view name(container_kind k);

struct unbaked {
  container_kind container = container_kind::json_text;
  std::string text;     // the credential: JSON text, compact JWS, or (legacy) a URL
  std::string keyword;  // PNG keyword, SVG or XMP element, or PDF entry that held it; empty when not baked
};

// Whether the bytes are the JSON text itself, and no file that holds it.
bool is_json_text(std::string_view bytes);

// Finds the credential in any accepted kind of file, detected from the bytes.
result<unbaked> unbake(std::string_view bytes, const std::string& source = {});

// Puts a credential into a PNG or SVG picture, replacing the one that is there. The form (OB 2.0 or 3.0 keyword)
// follows from the credential. Pixels and other chunks are kept byte for byte.
result<std::string> bake(std::string_view picture, std::string_view credential, const std::string& source = {});

}  // namespace activateur
