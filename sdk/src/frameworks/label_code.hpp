// Codes for what has none.
#pragma once

#include <string>
#include <string_view>

namespace activateur {

// From the words of a label, as fold() writes them: the same words always have the same code, other words another one.
// At most 96 bytes: of longer ones the beginning, and a part of their SHA-256.
std::string code_from(std::string_view label);

}  // namespace activateur
