// Small texts inside sentences.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace activateur {

// At most two decimals, none when whole: "12", "7.5".
std::string amount_text(double v);
// The labels of names, or the names themselves, separated by "; ".
std::string listed(const std::vector<std::string>& names, const std::map<std::string, std::string>& labels);

}  // namespace activateur
