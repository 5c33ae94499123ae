// The languages in which Activateur speaks to people.
#pragma once

#include <string_view>

namespace activateur {

enum class language { fr, en };

constexpr std::string_view tag(language l) { return l == language::fr ? "fr" : "en"; }

}  // namespace activateur
