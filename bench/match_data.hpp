// Made-up targets and persons for match_bench and its peers: which competences are asked follows Zipf's law, as in
// real collections, so that a few are asked by half of the targets.
#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "analysis/match_scores.hpp"

namespace bench {

class zipf {
 public:
  zipf(std::size_t count, double exponent) : up_to_(count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) up_to_[i] = sum += std::pow(static_cast<double>(i + 1), -exponent);
    for (double& v : up_to_) v /= sum;
  }
  std::uint32_t operator()(std::mt19937_64& random) const {
    const double at = static_cast<double>(random() >> 11U) * 0x1p-53;
    return static_cast<std::uint32_t>(std::lower_bound(up_to_.begin(), up_to_.end() - 1, at) - up_to_.begin());
  }
  // Distinct numbers, ascending.
  std::vector<std::uint32_t> some(std::size_t count, std::mt19937_64& random) const {
    std::vector<std::uint32_t> out;
    while (out.size() < count) {
      const std::uint32_t one = (*this)(random);
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::vector<double> up_to_;
};

struct match_case {
  std::size_t competences = 17'000;
  std::size_t targets = 100'000;
  std::size_t asked = 40;  // competences a target
  std::size_t held = 60;   // competences a person
};

inline activateur::match_targets targets_of(const match_case& c) {
  static constexpr double weights[] = {3, 1, 1, 1.5};  // core, ordinary, ordinary, emerging
  std::mt19937_64 random(1);
  const zipf popular(c.competences, 0.8);
  activateur::match_targets out;
  std::vector<activateur::match_requirement> one;
  for (std::size_t t = 0; t < c.targets; ++t) {
    one.clear();
    for (const std::uint32_t competence : popular.some(c.asked, random)) {
      const auto bits = random();
      one.push_back({competence, static_cast<std::uint8_t>(1 + bits % 4), weights[bits / 4 % 4]});
    }
    out.add(one);
  }
  return out;
}

// A person reaches a level from 1 to 4: fully at it and below, and by half at the next.
inline std::vector<activateur::match_known> person_of(const match_case& c, std::uint64_t number) {
  std::mt19937_64 random(1000 + number);
  static thread_local std::size_t made_for = 0;
  static thread_local zipf popular(1, 1);
  if (made_for != c.competences) popular = zipf(made_for = c.competences, 0.8);
  std::vector<activateur::match_known> out;
  for (const std::uint32_t competence : popular.some(c.held, random)) {
    const auto level = static_cast<std::uint8_t>(1 + random() % 4);
    const double belief = static_cast<double>(random() % 1000) / 1250;
    out.push_back({competence, level, {belief, belief + 0.1, belief + 0.2}});
    if (level < 4) out.push_back({competence, static_cast<std::uint8_t>(level + 1), {belief / 2, belief / 2 + 0.1, 1}});
  }
  return out;
}

}  // namespace bench
