// The words of a French text, cut down to what the inflections of one word share: "conductrices" and "conducteur".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace activateur {

// Folded (see fold.hpp); words of one or two letters left out; plural and mute endings dropped; at most 7 bytes kept,
// which joins most derivations ("agriculteur", "agriculture").
std::vector<std::string> stems_of(std::string_view text);

}  // namespace activateur
