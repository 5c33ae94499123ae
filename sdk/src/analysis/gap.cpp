#include "analysis/gap.hpp"

#include <algorithm>
#include <map>

#include "analysis/covering.hpp"
#include "analysis/exact.hpp"
#include "analysis/knowing.hpp"
#include "analysis/near.hpp"
#include "analysis/overrides.hpp"
#include "analysis/smallest.hpp"
#include "recognition/levels.hpp"

namespace activateur {
namespace {

// 1 when as much speaks against as for, 0 when all agree.
double contradiction_in(const opinion& o) {
  const double more = std::max(o.positive, o.negative);
  return more > 0 ? std::min(o.positive, o.negative) / more : 0;
}

class comparison {
 public:
  comparison(const portfolio& person, recognition_state state, const target& to, const framework_set& frameworks,
             const policy& by)
      : person_(person), state_(std::move(state)), by_(by), near_(state_, frameworks, by) {
    out_.to = to;
    out_.person = person.person;
    out_.policy_id = by.id;
    out_.policy_version = by.version;
    out_.frameworks = versions_of(frameworks);
  }

  gap_report run() {
    overrides_ = acting_overrides(person_);
    std::map<std::string, override_decision> elsewhere = overrides_;
    for (const requirement& asked : out_.to.requirements) {
      out_.items.push_back(item_for(asked));
      elsewhere.erase(asked.competence);
    }
    for (const auto& [competence, ignored] : elsewhere) out_.overridden_elsewhere.push_back(competence);
    out_.withdrawn = withdrawn_overrides(person_);
    std::stable_sort(out_.items.begin(), out_.items.end(), [](const gap_item& a, const gap_item& b) {
      if (a.asked.essential != b.asked.essential) return a.asked.essential;
      return a.asked.competence < b.asked.competence;
    });
    judge_groups();
    for (const target_condition& c : out_.to.conditions) {
      const auto& had = person_.conditions;
      out_.conditions.push_back({c, std::find(had.begin(), had.end(), c.name) != had.end()});
    }
    cover();
    out_.verdict = verdict_of();
    out_.smallest = smallest_change_of(out_, near_, by_);
    out_.to_recognise = out_.smallest.recognise;
    out_.state = std::move(state_);
    return std::move(out_);
  }

 private:
  gap_item item_for(const requirement& asked) const {
    gap_item item;
    item.asked = asked;
    const auto known = state_.competences.find(asked.competence);
    if (known != state_.competences.end())
      item.known = at_level(known->second, asked.level > 0 ? asked.level : usual_level, by_);
    else
      item.known.value.base_rate = by_.presumption_default;
    item.contradiction = contradiction_in(item.known.value);
    item.state = state_of(&item.known, by_);
    if (const auto decided = overrides_.find(asked.competence); decided != overrides_.end()) {
      item.overridden = true;
      item.decision = decided->second;
      item.state = state_named(item.decision.state, item.state);
    }
    if (item.state == requirement_state::recognised) return item;
    item.near = near_.of(asked.competence);
    if (item.state != requirement_state::to_acquire) item.settle = cheapest_way(item, by_);
    return item;
  }

  void judge_groups() {
    for (const requirement_group& g : out_.to.groups) out_.groups.push_back({g, {}, 0, 0});
    std::vector<std::size_t> open(out_.groups.size(), 0);  // members that are not to be acquired
    for (const gap_item& i : out_.items) {
      if (i.asked.group == no_group) continue;
      group_item& g = out_.groups[i.asked.group];
      g.recognised += i.state == requirement_state::recognised ? 1 : 0;
      g.presumed += i.state == requirement_state::presumed ? 1 : 0;
      open[i.asked.group] += i.state != requirement_state::to_acquire ? 1 : 0;
    }
    for (std::size_t i = 0; i < out_.groups.size(); ++i) {
      group_item& g = out_.groups[i];
      const std::size_t asked = g.asked.at_least;
      g.state = g.recognised >= asked                ? requirement_state::recognised
                : g.recognised + g.presumed >= asked ? requirement_state::presumed
                : open[i] >= asked                   ? requirement_state::to_explore
                                                     : requirement_state::to_acquire;
    }
  }

  void cover() {
    const std::vector<coverage> shares = shares_in(out_.items, out_.to, by_, {});
    for (std::size_t i = 0; i < shares.size(); ++i) out_.items[i].share = shares[i];
    out_.covered = coverage_from(out_.items, shares);
    out_.covered_essential = coverage_from(out_.items, shares_in(out_.items, out_.to, by_, {true, nullptr}));
    for (const target_part& p : out_.to.parts) {
      part_item part{p, coverage_from(out_.items, shares_in(out_.items, out_.to, by_, {false, &p.id})), 0, 0, 0, 0, 0};
      for (const gap_item& i : out_.items) {
        if (i.asked.part != p.id) continue;
        ++part.asked;
        switch (i.state) {
          case requirement_state::recognised: ++part.recognised; break;
          case requirement_state::presumed: ++part.presumed; break;
          case requirement_state::to_explore: ++part.to_explore; break;
          case requirement_state::to_acquire: ++part.to_acquire; break;
        }
      }
      out_.parts.push_back(std::move(part));
    }
  }

  // The worst of what is essential.
  [[nodiscard]] gap_verdict verdict_of() const {
    gap_verdict out = gap_verdict::met;
    const auto take = [&](bool essential, requirement_state s) {
      if (!essential || s == requirement_state::recognised) return;
      out = std::max(out, s == requirement_state::presumed ? gap_verdict::met_after_recognition : gap_verdict::open);
    };
    for (const gap_item& i : out_.items) take(i.asked.essential && i.asked.group == no_group, i.state);
    for (const group_item& g : out_.groups) take(g.asked.essential, g.state);
    for (const condition_item& c : out_.conditions)
      if (c.asked.essential && !c.held) out = gap_verdict::open;
    return out;
  }

  const portfolio& person_;
  recognition_state state_;
  const policy& by_;
  near_misses near_;
  std::map<std::string, override_decision> overrides_;
  gap_report out_;
};

}  // namespace

std::string_view name(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return "recognised";
    case requirement_state::presumed: return "presumed";
    case requirement_state::to_acquire: return "to_acquire";
    case requirement_state::to_explore: break;
  }
  return "to_explore";
}

std::string_view name(gap_verdict v) {
  switch (v) {
    case gap_verdict::met: return "met";
    case gap_verdict::met_after_recognition: return "met_after_recognition";
    case gap_verdict::open: break;
  }
  return "open";
}

requirement_state state_of(const standing* known, const policy& by) {
  opinion o;
  o.base_rate = by.presumption_default;
  if (known != nullptr) o = known->value;
  const bool third_party =
      known != nullptr && std::any_of(known->contributions.begin(), known->contributions.end(),
                                      [](const evidence& e) { return e.third_party && !e.negative && e.weight() > 0; });
  if (third_party && o.belief() >= by.recognised_belief) return requirement_state::recognised;
  if (o.expectation() >= by.presumed_expectation) return requirement_state::presumed;
  return lacking({o.belief(), o.expectation(), o.plausibility()}, by) ? requirement_state::to_acquire
                                                                      : requirement_state::to_explore;
}

bool lacking(const coverage& known, const policy& by) {
  if (known.expectation >= by.presumed_expectation) return false;
  return reaches(1 - known.plausibility, by.acquire_disbelief) ||
         (known.expectation <= by.acquire_expectation && known.plausibility - known.belief <= by.acquire_uncertainty);
}

gap_report compute_gap(const portfolio& person, recognition_state state, const target& to,
                       const framework_set& frameworks, const policy& by) {
  return comparison(person, std::move(state), to, frameworks, by).run();
}

}  // namespace activateur
