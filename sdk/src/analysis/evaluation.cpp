#include "analysis/evaluation.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace activateur {
namespace {

constexpr std::size_t most_repeated = 10;  // keys of which every choice is tried: 1024 times the expression

std::size_t unknown_in(requirement_state s) {
  switch (s) {
    case requirement_state::to_explore: return 1;
    case requirement_state::to_acquire: return 2;
    default: return 0;
  }
}

criterion_finding judged(const earning_criterion& node, const leaf_judge& judge, std::string pointer) {
  criterion_finding out;
  out.asked = &node;
  out.pointer = std::move(pointer);
  if (node.kind != criterion_kind::at_least) {
    out.leaf = judge(node);
    out.state = out.leaf.state;
    return out;
  }
  std::vector<requirement_state> states;
  for (std::size_t i = 0; i < node.of.size(); ++i) {
    out.of.push_back(judged(node.of[i], judge, out.pointer + "/of/" + std::to_string(i)));
    states.push_back(out.of.back().state);
    if (states.back() == requirement_state::recognised) ++out.recognised;
  }
  std::sort(states.begin(), states.end());  // the best first
  out.state = states[node.at_least - 1];
  return out;
}

// The cheapest way to have a finding recognised, its choices of repeated leaves made.
class cheapest_way_in {
 public:
  cheapest_way_in(const criterion_finding& root, const policy& by) : by_(by) { count_keys(root); }

  missing_criteria run(const criterion_finding& root) {
    std::vector<std::string> repeated;
    for (const auto& [key, times] : times_)
      if (times > 1) repeated.push_back(key);
    missing_criteria out;
    if (repeated.size() > most_repeated) {  // each pays for itself: an upper bound
      out.proven = false;
      const auto whole = way(root);
      take(whole->leaves, out);
      return out;
    }
    std::optional<criteria_distance> best;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << repeated.size()); ++chosen) {
      fixed_.clear();
      for (std::size_t i = 0; i < repeated.size(); ++i) fixed_[repeated[i]] = ((chosen >> i) & 1U) != 0;
      auto found = way(root);
      if (!found) continue;
      missing_criteria now;
      std::vector<const criterion_finding*> leaves = std::move(found->leaves);
      // What was chosen and is of no use only makes the sum larger, so it never wins; each is paid once.
      take(leaves, now);
      if (best && *best <= now.distance) continue;
      best = now.distance;
      out = std::move(now);
    }
    return out;
  }

 private:
  struct answer {
    criteria_distance cost;
    std::vector<const criterion_finding*> leaves;
  };

  void count_keys(const criterion_finding& f) {
    if (f.state == requirement_state::recognised) return;
    if (f.asked->kind == criterion_kind::at_least) {
      for (const criterion_finding& one : f.of) count_keys(one);
      return;
    }
    keys_[&f] = key_of(*f.asked);
    ++times_[keys_[&f]];
  }

  [[nodiscard]] criteria_distance cost_of(const criterion_finding& leaf) const {
    return {std::max<std::size_t>(1, leaf.leaf.leaves), unknown_in(leaf.state),
            importance_of(by_, leaf.asked->importance)};
  }

  // Nothing when the choices made leave no way.
  std::optional<answer> way(const criterion_finding& f) const {
    if (f.state == requirement_state::recognised) return answer{};
    if (f.asked->kind != criterion_kind::at_least) {
      const auto choice = fixed_.find(keys_.at(&f));
      if (choice == fixed_.end()) return answer{cost_of(f), {&f}};
      if (!choice->second) return std::nullopt;
      return answer{{}, {&f}};  // paid once, by take()
    }
    std::vector<answer> ways;
    for (const criterion_finding& one : f.of)
      if (auto found = way(one)) ways.push_back(*std::move(found));
    if (ways.size() < f.asked->at_least) return std::nullopt;
    std::stable_sort(ways.begin(), ways.end(), [](const answer& a, const answer& b) { return a.cost < b.cost; });
    answer out;
    for (std::size_t i = 0; i < f.asked->at_least; ++i) {
      out.cost += ways[i].cost;
      out.leaves.insert(out.leaves.end(), ways[i].leaves.begin(), ways[i].leaves.end());
    }
    return out;
  }

  void take(std::vector<const criterion_finding*> leaves, missing_criteria& into) const {
    std::set<std::string, std::less<>> seen;
    for (const criterion_finding* one : leaves) {
      if (!seen.insert(keys_.at(one)).second) continue;
      into.leaves.push_back(one);
      into.distance += cost_of(*one);
    }
  }

  const policy& by_;
  std::map<const criterion_finding*, std::string> keys_;
  std::map<std::string, std::size_t> times_;
  std::map<std::string, bool, std::less<>> fixed_;
};

}  // namespace

criteria_distance& criteria_distance::operator+=(const criteria_distance& more) {
  leaves += more.leaves;
  unknown += more.unknown;
  weight += more.weight;
  return *this;
}

criterion_finding judge_criteria(const earning_criterion& expression, const leaf_judge& judge) {
  return judged(expression, judge, {});
}

missing_criteria smallest_missing(const criterion_finding& root, const policy& by) {
  missing_criteria out = cheapest_way_in(root, by).run(root);
  std::map<const criterion_finding*, std::size_t> place;
  std::size_t next = 0;
  const std::function<void(const criterion_finding&)> number = [&](const criterion_finding& f) {
    place[&f] = next++;
    for (const criterion_finding& one : f.of) number(one);
  };
  number(root);
  std::sort(out.leaves.begin(), out.leaves.end(),
            [&](const criterion_finding* a, const criterion_finding* b) { return place[a] < place[b]; });
  return out;
}

within_reach reach_among(evaluator& by, const catalogue& among, std::size_t top) {
  within_reach out;
  for (const catalogue_entry& entry : among.all()) {
    if (entry.withdrawn) continue;
    const achievement_finding& found = by.of(entry);
    (found.earned() ? out.earned : out.next).push_back(&found);
  }
  std::stable_sort(out.next.begin(), out.next.end(), [](const achievement_finding* a, const achievement_finding* b) {
    return a->missing.distance < b->missing.distance;
  });
  if (top > 0 && out.next.size() > top) {
    out.left_out = out.next.size() - top;
    out.next.resize(top);
  }
  return out;
}

}  // namespace activateur
