// What stands between a person and a target beside competences: rights, working conditions, distance, schedule.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/map_table.hpp"
#include "analysis/map_territory.hpp"
#include "base/sentence.hpp"
#include "recognition/portfolio.hpp"

namespace activateur {

enum class hindrance_effect : std::uint8_t {
  to_check,  // nothing is known, and what is not known blocks nothing
  delays,    // missing, and the territory has a way to get it
  blocks,
};

struct hindrance {
  std::string_view code;  // "right", "condition", "schedule", "distance", "regulated"
  std::string what;       // the right, the condition's label, the kilometres
  hindrance_effect does = hindrance_effect::to_check;
  sentence why;
};

// The working conditions that a person refuses, found once among those of a framework.
class refusals {
 public:
  refusals() = default;
  refusals(const wishes& wanted, const map_table& table);
  [[nodiscard]] bool refused(std::uint32_t condition) const { return !refused_.empty() && refused_[condition] != 0; }

 private:
  std::vector<char> refused_;  // empty: none
};

struct hindrance_case {
  const portfolio* person = nullptr;
  std::optional<double> reach_km;    // how far she goes; nothing: anywhere
  const map_table* table = nullptr;  // with `job` and `refused`; null for a target of its own
  std::uint32_t job = no_index;
  const refusals* refused = nullptr;
  std::span<const std::string> rights;    // what it needs
  const prospect* local = nullptr;        // null: no territory speaks of it
  const map_territory* around = nullptr;  // null: no territory
};

// Blocking: a right the person says she lacks, needed and given by no opportunity of the territory; a working condition
// she refuses; a distance beyond hers. Delaying: a right she lacks that an opportunity gives. To check: a right of
// which nothing is known, or that she lacks where there is no territory to say how to get it; a regulated job, whose
// rules the framework does not tell; the distance when she has a limit and the territory speaks of the target without
// its distance.
std::vector<hindrance> hindrances_of(const hindrance_case& of);

}  // namespace activateur
