#include "recognition/levels.hpp"

#include <algorithm>
#include <map>

#include "recognition/messages.hpp"

namespace activateur {
namespace {

constexpr double highest = 4;

double interpolated(const std::array<double, 5>& levels, double level) {
  const double bounded = std::clamp(level, 0.0, highest);
  const auto below = std::min<std::size_t>(3, static_cast<std::size_t>(bounded));
  return levels[below] + (levels[below + 1] - levels[below]) * (bounded - static_cast<double>(below));
}

// What mastery alone is worth where more is asked, as a share of what it is worth where it is asked itself.
double share_of_mastery(double level, double asked, const policy& by) {
  const double effective = level - (asked - usual_level);
  const double full = by.feedback_levels[static_cast<std::size_t>(usual_level)];
  if (effective >= usual_level || full <= 0) return 1;
  return std::clamp(interpolated(by.feedback_levels, effective) / full, 0.0, 1.0);
}

using voice_key = std::pair<std::string_view, bool>;  // the voice, and whether it speaks against

}  // namespace

double share_at(evidence_kind kind, double level, double asked, const policy& by) {
  if (kind == evidence_kind::credential || kind == evidence_kind::qualification)
    return share_of_mastery(level, asked, by);
  const auto& levels = kind == evidence_kind::self_assessment ? by.self_levels : by.feedback_levels;
  const double usual = interpolated(levels, level);
  if (usual < 0 && level < asked) return usual;
  return interpolated(levels, level - (asked - usual_level));
}

void weigh_at(evidence& e, double asked, const policy& by) {
  const auto rule = by.kinds.find(e.kind);
  if (!e.level || rule == by.kinds.end()) return;
  const double share = share_at(e.kind, *e.level, asked, by);
  e.negative = share < 0;
  e.base = share < 0 ? rule->second.negative_weight * -share : rule->second.weight * share;
}

void count_voices_once(std::vector<evidence>& all) {
  std::map<voice_key, std::size_t> strongest;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].repeats.clear();
    const double weight = all[i].weight();
    if (weight <= 0) continue;
    const auto [it, fresh] = strongest.try_emplace({all[i].voice, all[i].negative}, i);
    if (!fresh && weight > all[it->second].weight()) it->second = i;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].weight() <= 0) continue;
    const std::size_t winner = strongest.find({all[i].voice, all[i].negative})->second;
    if (winner != i) all[i].repeats = all[winner].id;
  }
}

opinion opinion_from(const standing& s, const policy& by) {
  opinion out;
  for (const evidence& e : s.contributions) (e.negative ? out.negative : out.positive) += e.weight();
  out.base_rate = by.presumption_default;
  for (const presumption& p : s.presumptions) out.base_rate = std::max(out.base_rate, p.base_rate);
  return out;
}

standing at_level(standing known, double asked, const policy& by) {
  if (asked == usual_level) return known;
  for (evidence& e : known.contributions) {
    weigh_at(e, asked, by);
    if (e.negative && !e.via.empty()) e.base = 0;  // what speaks against does not travel
  }
  count_voices_once(known.contributions);
  const double share = share_of_mastery(usual_level, asked, by);
  for (presumption& p : known.presumptions) p.base_rate *= share;
  known.value = opinion_from(known, by);
  return known;
}

sentence evidence::remark() const {
  return repeats.empty() ? note : sentence(recognition_messages::same_voice, {repeats});
}

}  // namespace activateur
