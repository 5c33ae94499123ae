#include "analysis/knowing.hpp"

#include <cmath>

#include "recognition/levels.hpp"

namespace activateur {
namespace {

struct source {
  evidence_kind kind;
  const char* from;  // key of policy.trust
};

// Feedback is asked of those who have benefited from the work; the others come from professionals.
constexpr source sources[] = {{evidence_kind::feedback, "client"},
                              {evidence_kind::endorsement, "professional"},
                              {evidence_kind::observation, "professional"},
                              {evidence_kind::credential, "verified"}};
constexpr double highest_level = 4;
constexpr int most_pieces = 12;  // nobody can ask more

}  // namespace

way_to_know cheapest_way(const gap_item& item, const policy& by) {
  way_to_know best;
  const opinion& o = item.known.value;
  const double asked = item.asked.level > 0 ? item.asked.level : usual_level;
  if (by.recognised_belief >= 1) return best;
  // R / (R + S + W) reaches b where R = b (S + W) / (1 - b).
  const double wanted = by.recognised_belief * (o.negative + opinion::prior_weight) / (1 - by.recognised_belief);
  const double missing = wanted - o.positive;
  for (const source& s : sources) {
    const auto rule = by.kinds.find(s.kind);
    const auto trust = by.trust.find(s.from);
    const auto hours = by.knowing_hours.find(name(s.kind));
    if (rule == by.kinds.end() || trust == by.trust.end() || hours == by.knowing_hours.end()) continue;
    if (!by.third_party.contains(s.from)) continue;
    const double level = s.kind == evidence_kind::credential ? by.credential_level : highest_level;
    const double each = rule->second.weight * trust->second * share_at(s.kind, level, asked, by);
    if (each <= 0) continue;
    const int count = std::max(1, static_cast<int>(std::ceil(missing / each - 1e-9)));
    if (count > most_pieces) continue;
    const double total = count * hours->second;
    if (best.kind.empty() || total < best.hours) best = {std::string(name(s.kind)), s.from, count, total};
  }
  return best;
}

}  // namespace activateur
