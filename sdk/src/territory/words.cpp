#include "territory/words.hpp"

#include <cmath>
#include <cstdio>

namespace activateur {

std::string amount_text(double v) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", v);
  std::string out = text;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

std::string listed(const std::vector<std::string>& names, const std::map<std::string, std::string>& labels) {
  std::string out;
  for (const std::string& name : names) {
    const auto label = labels.find(name);
    out.append(out.empty() ? "" : " ; ").append(label == labels.end() || label->second.empty() ? name : label->second);
  }
  return out;
}

}  // namespace activateur
