#include "analysis/smallest.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>

namespace activateur {
namespace {

constexpr std::size_t most_work = 5'000'000;  // entries of lists looked at

// An act costs one, and a little more the more it asks of the person: `lighter` is more than all the differences that
// can add up.
constexpr std::int64_t lighter = 1'000'000;
std::int64_t cost_of(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return 0;
    case requirement_state::presumed: return lighter;
    case requirement_state::to_explore: return lighter + 1;
    case requirement_state::to_acquire: break;
  }
  return lighter + 2;
}

// Whether a fresh verified badge for the macro-competence would make this item of it recognised.
bool recognised_with_macro(const gap_item& item, const policy& by) {
  if (!by.third_party.contains("verified")) return false;
  opinion after = item.known.value;
  after.positive += fresh_badge(by) * factor_of(by, "macro_to_item");
  return after.belief() >= by.recognised_belief;
}

struct act {
  std::string competence;
  std::int64_t cost = 0;
  requirement_state from = requirement_state::presumed;
  std::vector<std::size_t> serves;  // elements, ascending
};

// One unmet requirement of a need; any of its acts meets it.
struct element {
  std::size_t need = 0;
  std::vector<std::size_t> acts;
};

struct problem {
  std::vector<act> acts;
  std::vector<element> elements;
  std::vector<std::size_t> needs;  // how many elements each must have met
};

class search {
 public:
  explicit search(const problem& p)
      : p_(p), chosen_(p.acts.size(), 0), met_by_(p.elements.size(), 0), left_(p.needs.begin(), p.needs.end()) {
    members_.resize(p.needs.size());
    for (std::size_t e = 0; e < p.elements.size(); ++e) members_[p.elements[e].need].push_back(e);
    stamps_.assign(p.acts.size(), 0);
  }

  // The acts chosen, ascending.
  std::vector<std::size_t> run(bool& proven) {
    take_forced();
    descend(0);
    proven = work_ <= most_work;
    std::vector<std::size_t> out;
    for (std::size_t a = 0; a < p_.acts.size(); ++a)
      if (best_[a] == taken) out.push_back(a);
    return out;
  }

 private:
  enum how : char { free, taken, left_out };

  [[nodiscard]] bool open(std::size_t e) const {
    const auto is_free = [&](std::size_t a) { return chosen_[a] == free; };
    return met_by_[e] == 0 && std::any_of(p_.elements[e].acts.begin(), p_.elements[e].acts.end(), is_free);
  }
  [[nodiscard]] std::size_t open_in(std::size_t n) const {
    return static_cast<std::size_t>(
        std::count_if(members_[n].begin(), members_[n].end(), [&](std::size_t e) { return open(e); }));
  }

  // Where every open element is needed, one that a single act meets leaves no choice.
  void take_forced() {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t n = 0; n < left_.size(); ++n) {
        if (left_[n] <= 0 || std::cmp_greater(open_in(n), left_[n])) continue;
        for (const std::size_t e : members_[n]) {
          const auto& acts = p_.elements[e].acts;
          if (met_by_[e] > 0 || acts.size() != 1 || chosen_[acts.front()] != free) continue;
          choose(acts.front());
          again = true;
        }
      }
    }
  }

  // Each need costs at least its cheapest acts, each counted for the most elements that one act meets there; needs
  // that share no act add up.
  [[nodiscard]] std::int64_t bound() {
    std::int64_t most = 0, together = 0;
    ++stamp_;
    for (std::size_t n = 0; n < left_.size(); ++n) {
      if (left_[n] <= 0) continue;
      const auto wanted = static_cast<std::size_t>(left_[n]);
      bool shared = false;
      std::map<std::size_t, std::size_t> meets;  // act -> open elements
      std::size_t open_elements = 0;
      for (const std::size_t e : members_[n]) {
        if (!open(e)) continue;
        ++open_elements;
        for (const std::size_t a : p_.elements[e].acts)
          if (chosen_[a] == free) ++meets[a];
      }
      work_ += members_[n].size() + meets.size();
      if (open_elements < wanted) return infeasible;
      std::size_t most_met = 1;
      std::vector<std::int64_t> costs;
      for (const auto& [a, elements] : meets) {
        shared = shared || stamps_[a] == stamp_;
        stamps_[a] = stamp_;
        most_met = std::max(most_met, elements);
        costs.push_back(p_.acts[a].cost);
      }
      std::sort(costs.begin(), costs.end());
      const std::size_t acts = std::min(costs.size(), (wanted + most_met - 1) / most_met);
      const std::int64_t sum =
          std::accumulate(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(acts), std::int64_t{0});
      most = std::max(most, sum);
      if (!shared) together += sum;
    }
    return std::max(most, together);
  }

  // The need with the fewest elements to spare.
  [[nodiscard]] std::size_t tightest() const {
    std::size_t best = left_.size(), spare_of_best = SIZE_MAX;
    for (std::size_t n = 0; n < left_.size(); ++n) {
      if (left_[n] <= 0) continue;
      const std::size_t all = open_in(n);
      if (const std::size_t spare = all - std::min(all, static_cast<std::size_t>(left_[n])); spare < spare_of_best) {
        best = n;
        spare_of_best = spare;
      }
    }
    return best;
  }

  // Of the need's free acts: cheapest, then the one that meets more elements, then by name.
  [[nodiscard]] std::size_t next_act(std::size_t n) const {
    std::size_t best = p_.acts.size();
    for (const std::size_t e : members_[n]) {
      if (met_by_[e] > 0) continue;
      for (const std::size_t a : p_.elements[e].acts) {
        if (chosen_[a] != free) continue;
        const auto key = [&](std::size_t one) {
          return std::tuple(p_.acts[one].cost, p_.elements.size() - p_.acts[one].serves.size(), one);
        };
        if (best == p_.acts.size() || key(a) < key(best)) best = a;
      }
    }
    return best;
  }

  void descend(std::int64_t cost) {
    // Out of work, the first descent still goes on, so that there is always an answer.
    const bool answered = best_cost_ != INT64_MAX;
    if (work_ > most_work && answered) return;
    const std::int64_t least = work_ > most_work ? 0 : bound();
    if (least == infeasible || (answered && cost + least >= best_cost_)) return;
    const std::size_t n = tightest();
    if (n == left_.size()) {
      best_cost_ = cost;
      best_ = chosen_;
      return;
    }
    const std::size_t a = next_act(n);
    if (a == p_.acts.size()) return;
    choose(a);
    descend(cost + p_.acts[a].cost);
    put_back(a);
    chosen_[a] = left_out;
    descend(cost);
    chosen_[a] = free;
  }

  void choose(std::size_t a) {
    chosen_[a] = taken;
    for (const std::size_t e : p_.acts[a].serves)
      if (met_by_[e]++ == 0) --left_[p_.elements[e].need];
  }
  void put_back(std::size_t a) {
    for (const std::size_t e : p_.acts[a].serves)
      if (--met_by_[e] == 0) ++left_[p_.elements[e].need];
  }

  static constexpr std::int64_t infeasible = INT64_MAX;
  const problem& p_;
  std::vector<char> chosen_, best_;
  std::vector<std::size_t> met_by_;                // by element: how many chosen acts meet it
  std::vector<std::ptrdiff_t> left_;               // by need: elements still to be met; below 0: more than asked
  std::vector<std::vector<std::size_t>> members_;  // by need: its elements
  std::vector<std::uint64_t> stamps_;
  std::uint64_t stamp_ = 0;
  std::int64_t best_cost_ = INT64_MAX;
  std::size_t work_ = 0;
};

// What is unmet and essential, and the acts that meet it.
problem problem_of(const gap_report& report, const near_misses& near, const policy& by) {
  problem out;
  std::vector<std::size_t> need_of_group(report.groups.size(), SIZE_MAX);
  for (std::size_t g = 0; g < report.groups.size(); ++g) {
    const group_item& group = report.groups[g];
    if (!group.asked.essential || group.recognised >= group.asked.at_least) continue;
    need_of_group[g] = out.needs.size();
    out.needs.push_back(group.asked.at_least - group.recognised);
  }
  std::map<std::string, act> by_name;
  std::map<std::string, requirement_state> asked;              // of everything that is not recognised, essential or not
  std::map<std::string, std::vector<std::size_t>> with_macro;  // elements that a macro-competence's recognition meets
  for (const gap_item& i : report.items) {
    const bool grouped = i.asked.group != no_group;
    if (i.state == requirement_state::recognised) continue;
    requirement_state& worst = asked.try_emplace(i.asked.competence, i.state).first->second;
    worst = std::max(worst, i.state);
    if (grouped ? need_of_group[i.asked.group] == SIZE_MAX : !i.asked.essential) continue;
    if (!grouped) out.needs.push_back(1);
    const std::size_t e = out.elements.size();
    out.elements.push_back({grouped ? need_of_group[i.asked.group] : out.needs.size() - 1, {}});
    by_name[i.asked.competence].serves.push_back(e);
    const std::string family = near.family_of(i.asked.competence);
    if (!family.empty() && family != i.asked.competence && recognised_with_macro(i, by))
      with_macro[family].push_back(e);
  }
  // Only a macro-competence that is asked as well: nobody is sent for more than the target asks.
  for (const auto& [family, elements] : with_macro) {
    if (!asked.contains(family)) continue;
    std::vector<std::size_t>& serves = by_name[family].serves;
    serves.insert(serves.end(), elements.begin(), elements.end());
  }
  for (auto& [competence, a] : by_name) {
    a.competence = competence;
    a.from = asked.at(competence);  // asked at two levels: as the one it falls furthest short of
    a.cost = cost_of(a.from);
    std::sort(a.serves.begin(), a.serves.end());
    for (const std::size_t e : a.serves) out.elements[e].acts.push_back(out.acts.size());
    out.acts.push_back(std::move(a));
  }
  return out;
}

}  // namespace

smallest_change smallest_change_of(const gap_report& report, const near_misses& near, const policy& by) {
  const problem p = problem_of(report, near, by);
  smallest_change out;
  for (const std::size_t a : search(p).run(out.proven)) {
    switch (p.acts[a].from) {
      case requirement_state::presumed: out.recognise.push_back(p.acts[a].competence); break;
      case requirement_state::to_acquire: out.acquire.push_back(p.acts[a].competence); break;
      default: out.explore.push_back(p.acts[a].competence); break;
    }
  }
  for (const condition_item& c : report.conditions)
    if (c.asked.essential && !c.held) out.conditions.push_back(c.asked.name);
  return out;
}

}  // namespace activateur
