// Files that are published compressed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

bool looks_gzipped(std::string_view bytes);

// The content of a gzip file (RFC 1952), all its members; refuses what is damaged, cut short, or becomes larger than
// `max_bytes`.
result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes, const std::string& source);

}  // namespace activateur
