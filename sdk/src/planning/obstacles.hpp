// Why there is no plan, and the least that would have to change for there to be one.
#pragma once

#include "planning/dead_ends.hpp"
#include "planning/solve.hpp"

namespace activateur {

// Actions that something of the person's or the territory's takes out: a distance, a seat, a refusal.
struct barrier {
  std::string name;             // "distance", "seats", ...
  std::vector<int> actions;     // ascending
  std::vector<double> amounts;  // one an action of `actions`: lifting it up to an amount lets in those within (km)
};

struct obstacle_question {
  plan_problem problem;  // every action, also those that barriers take out; the horizon as far as anybody looks
  int deadline = 0;      // week by which the goal must be met; the horizon or later: no limit of its own
  std::vector<barrier> barriers;
};

enum class limit_kind : std::uint8_t { deadline, budget, weekly_hours, barrier, requirement };
std::string_view name_of(limit_kind k);

struct plan_limit {
  limit_kind kind = limit_kind::requirement;
  int index = 0;  // of the barrier, of the group of the goal
  auto operator<=>(const plan_limit&) const = default;
};

// Limits that cannot hold together.
struct plan_conflict {
  std::vector<plan_limit> limits;
  bool proven = false;   // no plan respects them all
  bool minimal = false;  // proven: without any one of them there is a plan
};

// What to change for there to be a plan.
struct remedy {
  struct change {
    plan_limit what;
    // Weeks more, euros more, hours a week more (to the hundredth); up to which amount a barrier is lifted. 0: whole.
    double amount = 0;
    bool proven = false;       // with less of it there is no plan, those before it in the list being as they are
    std::vector<int> actions;  // that the plan takes and the barrier took out
  };
  std::vector<change> changes;  // by kind, as limit_kind has them; a requirement: to be given up, or met otherwise
  bool minimal = false;         // proven: no part of the changes is enough
  plan_solution plan;           // one that they allow
};

struct plan_obstacles {
  std::vector<dead_end> dead_ends;  // the rest is about the goal without these
  bool blocked = false;             // no plan was found within the limits
  std::vector<plan_conflict> conflicts;
  std::vector<remedy> remedies;  // fewest changes first
  bool complete = false;         // proven: no other smallest set of changes makes a plan possible
};

inline constexpr std::size_t remedies_max = 8;
inline constexpr std::size_t conflicts_max = 24;

// `limits` hold for each search. Conflicts and changes are found together as hitting sets of each other (Reiter 1987):
// the smallest set of limits that hits every conflict known is lifted; either a plan exists, or what is left holds
// another conflict.
result<plan_obstacles> obstacles_of(const obstacle_question& asked, const solve_limits& limits, const context& with);

}  // namespace activateur
