#include "planning/obstacles.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"
#include "planning/least_change.hpp"

namespace activateur {
namespace {

constexpr std::uint64_t hitting_steps_max = 200'000;
constexpr std::uint64_t searches_max = 60;  // that use all their nodes, before what is known is said
constexpr std::uint64_t glance = 10;        // a tenth of the nodes mostly tells whether there is a plan at all

using limit_set = std::vector<int>;  // indices of soft limits, ascending

bool subset(const limit_set& small, const limit_set& large) {
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}
limit_set without(const limit_set& from, const limit_set& what) {
  limit_set out;
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(), std::back_inserter(out));
  return out;
}

// The smallest set that meets every one of `sets` and contains none of `forbidden`; smaller indices first.
class hitting_search {
 public:
  hitting_search(const std::vector<limit_set>& sets, const std::vector<limit_set>& forbidden)
      : sets_(sets), forbidden_(forbidden) {}

  std::optional<limit_set> smallest(std::size_t most) {
    for (std::size_t size = 0; size <= most && steps_ < hitting_steps_max; ++size)
      if (extend(size)) {
        std::sort(chosen_.begin(), chosen_.end());
        return chosen_;
      }
    return std::nullopt;
  }
  [[nodiscard]] bool exhausted() const { return steps_ < hitting_steps_max; }

 private:
  bool extend(std::size_t left) {
    if (++steps_ >= hitting_steps_max) return false;
    limit_set sorted = chosen_;
    std::sort(sorted.begin(), sorted.end());
    if (std::any_of(forbidden_.begin(), forbidden_.end(), [&](const limit_set& f) { return subset(f, sorted); }))
      return false;
    const auto open = std::find_if(sets_.begin(), sets_.end(), [&](const limit_set& s) {
      return std::none_of(s.begin(), s.end(),
                          [&](int e) { return std::binary_search(sorted.begin(), sorted.end(), e); });
    });
    if (open == sets_.end()) return left == 0;
    if (left == 0) return false;
    for (const int e : *open) {
      chosen_.push_back(e);
      if (extend(left - 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  const std::vector<limit_set>& sets_;
  const std::vector<limit_set>& forbidden_;
  limit_set chosen_;
  std::uint64_t steps_ = 0;
};

class obstacle_search {
 public:
  obstacle_search(const obstacle_question& asked, const solve_limits& limits, const context& with)
      : asked_(asked), limits_(limits), with_(with) {}

  result<plan_obstacles> run() {
    out_.dead_ends = dead_ends_of(asked_.problem);
    list_limits();
    limit_set all;
    for (std::size_t i = 0; i < soft_.size(); ++i) all.push_back(static_cast<int>(i));
    while (true) {
      hitting_search next(conflicts_, lifted_);
      const std::optional<limit_set> lift = next.smallest(all.size());
      if (!lift) {
        out_.complete = next.exhausted() && proven_;
        break;
      }
      const limit_set kept = without(all, *lift);
      const result<answer> is = possible(kept);
      if (!is) return is.why();
      if (*is != answer::yes) {
        if (conflicts_.size() == conflicts_max || tired()) break;
        if (const auto fault = shrink(kept, *is)) return *fault;
        continue;
      }
      if (lift->empty()) {
        out_.complete = true;
        return out_;
      }
      if (const auto fault = relax(all, *lift)) return *fault;
      if (out_.remedies.size() == remedies_max || tired()) break;
    }
    out_.blocked = true;
    return out_;
  }

 private:
  enum class answer : std::uint8_t { yes, no, unknown };

  void list_limits() {
    const plan_problem& p = asked_.problem;
    if (asked_.deadline < p.horizon) soft_.push_back({limit_kind::deadline, 0});
    if (std::isfinite(p.budget)) soft_.push_back({limit_kind::budget, 0});
    if (std::isfinite(p.capacity) || !p.capacity_by_week.empty()) soft_.push_back({limit_kind::weekly_hours, 0});
    for (std::size_t b = 0; b < asked_.barriers.size(); ++b)
      if (!asked_.barriers[b].actions.empty()) soft_.push_back({limit_kind::barrier, static_cast<int>(b)});
    for (std::size_t g = 0; g < p.goal.size(); ++g)
      if (std::none_of(out_.dead_ends.begin(), out_.dead_ends.end(),
                       [&](const dead_end& d) { return d.goal == static_cast<int>(g); }))
        soft_.push_back({limit_kind::requirement, static_cast<int>(g)});
  }

  [[nodiscard]] std::vector<plan_limit> limits_in(const limit_set& set) const {
    std::vector<plan_limit> out;
    for (const int i : set) out.push_back(soft_[static_cast<std::size_t>(i)]);
    return out;
  }

  // Whether a plan respects the limits of `kept`.
  result<answer> possible(const limit_set& kept) {
    for (std::size_t i = 0; i < conflicts_.size(); ++i)
      if (out_.conflicts[i].proven && subset(conflicts_[i], kept)) return answer::no;
    for (const limit_set& known : possible_)
      if (subset(kept, known)) return answer::yes;
    if (tired()) return answer::unknown;
    const plan_problem problem = any_plan(held_to(asked_, limits_in(kept)));
    solve_limits few = limits_;
    few.nodes = limits_.nodes / glance + 1;
    result<plan_solution> found = solve(problem, few, with_);
    if (!found) return found.why();
    spent_ += found->nodes;
    if (!found->feasible && !found->proven_infeasible) {
      found = solve(problem, limits_, with_);
      if (!found) return found.why();
      spent_ += found->nodes;
    }
    if (found->feasible) possible_.push_back(kept);
    return found->feasible ? answer::yes : found->proven_infeasible ? answer::no : answer::unknown;
  }
  [[nodiscard]] bool tired() const { return limits_.nodes != 0 && spent_ > searches_max * limits_.nodes; }

  // Takes limits away while what is left is still proven impossible.
  std::optional<error> shrink(limit_set set, answer is) {
    bool minimal = is == answer::no;
    for (std::size_t i = set.size(); i-- > 0 && is == answer::no;) {
      limit_set fewer = set;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const result<answer> still = possible(fewer);
      if (!still) return still.why();
      if (*still == answer::no) set = std::move(fewer);
      if (*still == answer::unknown) minimal = false;
    }
    proven_ = proven_ && is == answer::no && minimal;
    out_.conflicts.push_back({limits_in(set), is == answer::no, minimal});
    conflicts_.push_back(std::move(set));
    return std::nullopt;
  }

  std::optional<error> relax(const limit_set& all, const limit_set& lift) {
    remedy out;
    out.minimal = true;
    for (const int one : lift) {
      limit_set kept = without(all, lift);
      kept.insert(std::lower_bound(kept.begin(), kept.end(), one), one);
      const result<answer> is = possible(kept);
      if (!is) return is.why();
      out.minimal = out.minimal && *is == answer::no;
    }
    result<least_change> found =
        least_change_of(asked_, limits_in(without(all, lift)), limits_in(lift), limits_, with_);
    if (!found) return std::move(found).why();
    lifted_.push_back(lift);
    out.changes = std::move(found->changes);
    for (remedy::change& c : out.changes) c.proven = c.proven && out.minimal;
    out.plan = std::move(found->plan);
    out_.remedies.push_back(std::move(out));
    return std::nullopt;
  }

  const obstacle_question& asked_;
  const solve_limits& limits_;
  const context& with_;
  plan_obstacles out_;
  std::vector<plan_limit> soft_;
  std::vector<limit_set> conflicts_, lifted_, possible_;
  bool proven_ = true;
  std::uint64_t spent_ = 0;  // nodes
};

}  // namespace

std::string_view name_of(limit_kind k) {
  static constexpr std::string_view names[] = {"deadline", "budget", "weekly_hours", "barrier", "requirement"};
  return names[static_cast<std::size_t>(k)];
}

result<plan_obstacles> obstacles_of(const obstacle_question& asked, const solve_limits& limits, const context& with) {
  return obstacle_search(asked, limits, with).run();
}

}  // namespace activateur
