// Document "activateur/map/1" (docs/schemas/map.json).
#include "analysis/document.hpp"
#include "analysis/messages.hpp"
#include "analysis/possibilities.hpp"

namespace activateur {

json to_document(const possibilities& map, const context& with) {
  namespace say = analysis_messages;
  json targets = json::array();
  for (const possibility& p : map.targets) {
    json reasons = json::array();
    for (const std::string& competence : p.reasons) {
      const auto label = map.labels.find(competence);
      reasons.push_back(
          {{"competence", competence}, {"label", label == map.labels.end() ? std::string{} : label->second}});
    }
    targets.push_back({{"id", p.id},
                       {"label", p.label},
                       {"zone", name(p.in)},
                       {"belief", p.covered.belief},
                       {"expectation", p.covered.expectation},
                       {"plausibility", p.covered.plausibility},
                       {"coverage_essential", document_of(p.covered_essential)},
                       {"affinity", p.affinity},
                       {"effort", p.effort},
                       {"usefulness", p.usefulness},
                       {"pareto", p.pareto},
                       {"reasons", std::move(reasons)}});
  }
  json counts;
  for (const zone z : {zone::now, zone::after_recognition, zone::short_path, zone::long_path, zone::blocked}) {
    const auto n = map.in_zone.find(z);
    counts[std::string(name(z))] = n == map.in_zone.end() ? 0 : n->second;
  }
  const auto count = [&](const char* z) { return std::to_string(counts[z].get<std::size_t>()); };
  const sentence text(say::map_text, {std::to_string(map.considered), count("now"), count("after_recognition"),
                                      count("short_path"), count("long_path")});
  return {{"schema", "activateur/map/1"}, {"person", map.person},
          {"at", to_text(with.now)},      {"policy", {{"id", map.policy_id}, {"version", map.policy_version}}},
          {"frameworks", map.frameworks}, {"considered", map.considered},
          {"counts", std::move(counts)},  {"targets", std::move(targets)},
          {"not_used", not_used()},       {"status", sentence(say::proposal).text(with.lang)},
          {"text", text.text(with.lang)}};
}

}  // namespace activateur
