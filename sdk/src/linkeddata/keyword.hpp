// The keywords of JSON-LD 1.1 (JSON-LD 1.1 section 1.7), those of framing left out.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace activateur {

inline bool is_keyword(std::string_view text) {
  if (text.size() < 3 || text[0] != '@') return false;
  static constexpr std::array<std::string_view, 23> keywords{
      "@base",      "@container", "@context",  "@direction", "@graph", "@id",      "@import", "@included",
      "@index",     "@json",      "@language", "@list",      "@nest",  "@none",    "@prefix", "@propagate",
      "@protected", "@reverse",   "@set",      "@type",      "@value", "@version", "@vocab"};
  return std::find(keywords.begin(), keywords.end(), text) != keywords.end();
}

// "@" 1*ALPHA: what later versions of JSON-LD may use; ignored by this one (section 9.16 of JSON-LD 1.1).
inline bool has_keyword_form(std::string_view text) {
  return text.size() >= 2 && text[0] == '@' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

inline bool has_colon(std::string_view text) { return text.find(':') != std::string_view::npos; }

}  // namespace activateur
