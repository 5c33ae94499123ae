// What a territory adds to a carte, as numbers; the room `territory` fills it (territory/reach.hpp).
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/target.hpp"

namespace activateur {

inline constexpr int no_week = std::numeric_limits<int>::max();

// What the territory says of one target. What it does not say is not known.
struct prospect {
  std::string id;  // "rome:K1304", or the id of `own`
  std::optional<target> own;
  std::optional<double> openings, seekers;  // how many posts, and how many people look for one
  std::optional<double> income_euros;       // a month, net
  std::optional<double> distance_km;        // of the nearest place
  std::vector<std::string> needs;           // rights, licences: conditions of the portfolio
  std::vector<std::string> schedule;        // working conditions it has for certain: "rome:300803", or a label
  std::string source;                       // who says so
};

// An opportunity the person may take.
struct reach_offer {
  std::string id, title;
  double euros = 0, hours = 0;
};

// A competence or a condition that opportunities give, with lower bounds of what must come before it is had.
struct reached_fact {
  int week = no_week;      // exact without weekly hours and budget, which can only delay
  double euros = 0;        // what its cheapest way costs when of several things asked only the dearest is counted: no
                           // plan that has it costs less
  double hours = 0;        // the same in hours
  std::vector<int> given;  // by which offers, by index
};

struct map_territory {
  std::string id, name;
  bool fictitious = false;
  std::vector<prospect> prospects;  // by id
  std::vector<reach_offer> offers;
  std::map<std::string, reached_fact, std::less<>> competences, conditions;

  [[nodiscard]] const prospect* prospect_of(std::string_view target) const;
};

// What must be had for a target: of each group at least so many.
struct reach_group {
  std::vector<const reached_fact*> facts;
  std::size_t at_least = 0;
};
using reach_goal = std::vector<reach_group>;
struct reach_bound {
  int week = 0;
  double euros = 0, hours = 0;
};
// Lower bounds of time, money and hours. Time: the latest group, each having its at_least-th earliest fact. Money and
// hours: the greater of the dearest single fact and of the sum over facts of the cheapest offer that gives it, an offer
// that gives several being shared among them (it is paid once, so that each bears at most its part).
reach_bound bound_of(const reach_goal& goal, std::span<const reach_offer> offers);

}  // namespace activateur
