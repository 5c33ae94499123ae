// ICU, loaded when a text first needs it: most processes never do, and it is a quarter of what loading all libraries
// costs.
#pragma once

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uregex.h>

namespace activateur {

// What the engine uses of libicuuc.
struct icu_characters {
  decltype(&::u_tolower) to_lower;
  decltype(&::u_isalnum) is_alphanumeric;
  decltype(&::u_charType) category;
  decltype(&::unorm2_getNFKDInstance) nfkd;
  decltype(&::unorm2_getDecomposition) decomposition;
};

// What the engine uses of libicui18n.
struct icu_expressions {
  decltype(&::uregex_open) open;
  decltype(&::uregex_clone) clone;
  decltype(&::uregex_close) close;
  decltype(&::uregex_setText) set_text;
  decltype(&::uregex_setStackLimit) set_stack_limit;
  decltype(&::uregex_setMatchCallback) set_match_callback;
  decltype(&::uregex_find) find;
};

// Thread-safe. The installation is broken when the library is not there: a std::runtime_error says so.
const icu_characters& characters_of_icu();
const icu_expressions& expressions_of_icu();

}  // namespace activateur
