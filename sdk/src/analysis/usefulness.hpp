// How useful a target is to a person: a weighted mean of what is known of it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/map_table.hpp"
#include "analysis/map_territory.hpp"
#include "recognition/policy.hpp"
#include "recognition/portfolio.hpp"

namespace activateur {

enum class use_dimension : std::uint8_t { interest, mobility, demand, income, rights, doors };
inline constexpr std::size_t use_dimensions = 6;
std::string_view name(use_dimension d);

// Each in [0, 1]; empty: not known.
using use_values = std::array<std::optional<double>, use_dimensions>;

struct use_part {
  use_dimension what = use_dimension::interest;
  double value = 0;
  double weight = 0;        // its share among the dimensions that are known
  double contribution = 0;  // these sum exactly to the usefulness
};

struct usefulness {
  double value = 0;  // 0 when nothing is known
  std::array<use_part, use_dimensions> parts{};
  std::size_t known = 0;  // the first `known` parts
  [[nodiscard]] std::span<const use_part> used() const { return {parts.data(), known}; }
};

// Missing is not bad: the weight of a dimension that is not known goes to the others, in proportion.
usefulness usefulness_of(const use_values& values, const policy& by);

// How near a job's interests are to the person's, on Holland's hexagon: the same letter 1, neighbours 2/3, opposites 0.
// Empty when either is not known. `riasec`: major letter, then minor, which counts half as much.
std::optional<double> interest_in(const wishes& wanted, std::string_view riasec);
// Posts over posts and people looking for one, each side one more than counted so that a handful says little.
std::optional<double> demand_of(const prospect& p);
// Income over what is wished, at most 1.
std::optional<double> income_for(const wishes& wanted, const prospect& p);
// The share of the rights it asks for that the person has, of those of which this is known.
std::optional<double> rights_for(const portfolio& person, std::span<const std::string> needs);
// Doors on a logarithmic scale, 1 for the job of the framework that opens most.
double doors_value(std::size_t doors, std::size_t most);

}  // namespace activateur
