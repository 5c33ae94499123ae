#include "territory/words.hpp"

namespace activateur {

std::string listed(const std::vector<std::string>& names, const std::map<std::string, std::string>& labels) {
  std::string out;
  for (const std::string& name : names) {
    const auto label = labels.find(name);
    out.append(out.empty() ? "" : " ; ").append(label == labels.end() || label->second.empty() ? name : label->second);
  }
  return out;
}

}  // namespace activateur
