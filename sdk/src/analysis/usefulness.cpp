#include "analysis/usefulness.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/exact.hpp"

namespace activateur {

std::string_view name(use_dimension d) {
  switch (d) {
    case use_dimension::interest: return "interest";
    case use_dimension::mobility: return "mobility";
    case use_dimension::demand: return "demand";
    case use_dimension::income: return "income";
    case use_dimension::rights: return "rights";
    case use_dimension::doors: break;
  }
  return "doors";
}

usefulness usefulness_of(const use_values& values, const policy& by) {
  usefulness out;
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto weight = by.map.usefulness.find(name(static_cast<use_dimension>(i)));
    if (!values[i] || weight == by.map.usefulness.end() || weight->second <= 0) continue;
    out.parts[out.known++] = {static_cast<use_dimension>(i), *values[i], weight->second, 0};
    total += weight->second;
  }
  for (std::size_t i = 0; i < out.known; ++i) {
    use_part& part = out.parts[i];
    part.weight /= total;
    part.contribution = exact_part(part.weight * part.value);
    out.value += part.contribution;
  }
  return out;
}

std::optional<double> interest_in(const wishes& wanted, std::string_view riasec) {
  constexpr std::string_view hexagon = "RIASEC";
  if (!wanted.interests_known) return std::nullopt;
  std::array<double, 6> job{};
  double job_sum = 0, wish_sum = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(riasec.size(), 2); ++i) {
    const std::size_t letter = hexagon.find(riasec[i]);
    if (letter == std::string_view::npos) continue;
    const double weight = i == 0 ? 1 : 0.5;
    job[letter] += weight;
    job_sum += weight;
  }
  if (job_sum <= 0) return std::nullopt;
  for (const double w : wanted.interests) wish_sum += w;
  double out = 0;
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t k = 0; k < 6; ++k) {
      const std::size_t apart = i > k ? i - k : k - i;
      const double near = 1.0 - static_cast<double>(std::min(apart, 6 - apart)) / 3.0;
      out += wanted.interests[i] / wish_sum * (job[k] / job_sum) * near;
    }
  return std::clamp(out, 0.0, 1.0);
}

std::optional<double> demand_of(const prospect& p) {
  if (!p.openings || !p.seekers) return std::nullopt;
  return (*p.openings + 1) / (*p.openings + *p.seekers + 2);
}

std::optional<double> income_for(const wishes& wanted, const prospect& p) {
  if (wanted.income_euros <= 0 || !p.income_euros) return std::nullopt;
  return std::min(1.0, *p.income_euros / wanted.income_euros);
}

std::optional<double> rights_for(const portfolio& person, std::span<const std::string> needs) {
  std::size_t held = 0, known = 0;
  const auto in = [](const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  for (const std::string& need : needs) {
    const bool has = in(person.conditions, need);
    held += has ? 1 : 0;
    known += has || in(person.lacks, need) ? 1 : 0;
  }
  if (known == 0) return std::nullopt;
  return static_cast<double>(held) / static_cast<double>(known);
}

double doors_value(std::size_t doors, std::size_t most) {
  if (most == 0) return 0;
  return std::log1p(static_cast<double>(doors)) / std::log1p(static_cast<double>(most));
}

}  // namespace activateur
