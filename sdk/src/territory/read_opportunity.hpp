// Reading one opportunity, and what it may hold at most.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "json/fields.hpp"
#include "territory/territory.hpp"

namespace activateur {

// Bounds of one territory: a large region offers some ten thousand opportunities.
namespace territory_bounds {
inline constexpr std::size_t opportunities = 20'000;
inline constexpr std::size_t list = 500;  // competences, conditions, sessions, tags of one opportunity
inline constexpr std::size_t id = 500;    // bytes, of what is imported
inline constexpr int weeks = 520;
inline constexpr int seats = 1'000'000;
inline constexpr int enrol_days = 3660;
inline constexpr double amount = 1e6;               // euros, hours, kilometres
inline constexpr std::size_t prerequisites = 3000;  // bytes; LHEO's bound on conditions-specifiques
}  // namespace territory_bounds

// An opportunity of a territory: id, title and kind are required, members that are not known refused.
opportunity read_opportunity(const fields& from);
// The same with members of the caller's own beside, where id and title may be missing.
opportunity read_opportunity_with(const fields& from, std::initializer_list<std::string_view> others);

// A text that must be there and not empty.
std::string required_text(const fields& from, const char* name);
// Texts, none empty, none twice, at most territory_bounds::list; `competences`: written framework:code.
std::vector<std::string> distinct_names(const fields& from, const char* name, bool competences);

}  // namespace activateur
