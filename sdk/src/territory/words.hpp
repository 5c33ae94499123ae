// Small texts inside sentences.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/words.hpp"

namespace activateur {

// Null when it is no kind of opportunity.
const message* opportunity_words(std::string_view kind);

// The labels of names, or the names themselves, separated by "; ".
std::string listed(const std::vector<std::string>& names, const std::map<std::string, std::string>& labels);

}  // namespace activateur
