#include "territory/plan_answers.hpp"

namespace activateur {

plan_names names_of(const situation& s, const offers& from, const std::map<std::string, std::string>& labels) {
  plan_names out;
  for (const offer& o : from.open) {
    out.actions.push_back(o.what->title);
    out.action_ids.emplace_back(o.what->id);
  }
  for (const std::string& fact : s.facts) {
    const std::string name = fact.substr(fact.find(' ') + 1);
    const auto label = labels.find(name);
    out.facts.push_back(label == labels.end() || label->second.empty() ? name : label->second);
    out.fact_ids.emplace_back(name);
  }
  return out;
}

std::vector<double> distances_of(const offers& from) {
  std::vector<double> out;
  for (const offer& o : from.open) out.push_back(o.what->mode == "remote" ? 0 : o.what->distance_km);
  return out;
}

}  // namespace activateur
