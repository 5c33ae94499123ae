// Random targets and persons, and what they score by the definition.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "analysis/match_scores.hpp"

namespace activateur::test {

struct matching_case {
  matching_case(unsigned seed, std::size_t target_count, std::size_t competence_count, std::size_t asked,
                std::vector<double> weights)
      : competences(competence_count), seed_(seed) {
    std::mt19937 random(seed);
    for (std::size_t t = 0; t < target_count; ++t) {
      std::vector<match_requirement> one;
      for (const std::uint32_t competence : some(1 + random() % asked, random))
        one.push_back({competence, static_cast<std::uint8_t>(random() % 5), weights[random() % weights.size()]});
      targets.add(one);
    }
  }

  // The same for the same seed.
  [[nodiscard]] std::vector<match_known> person(std::size_t held, unsigned number = 0) const {
    std::mt19937 random(seed_ + 77 + number);
    std::vector<match_known> out;
    for (const std::uint32_t competence : some(held, random)) {
      const double v = static_cast<double>(random() % 1001) / 1000;
      const auto level = static_cast<std::uint8_t>(random() % 5);
      out.push_back({competence, level, {v / 2, v / 2 + 0.05, v / 2 + 0.4}});
      if (level < 4) out.push_back({competence, 4, {v / 7, v / 5, v / 2 + 0.5}});
    }
    return out;
  }

  // The mean by weight in doubles, requirement by requirement.
  [[nodiscard]] coverage plain_score(std::size_t target, const std::vector<match_known>& person,
                                     const coverage& unknown) const {
    coverage sum;
    double weight = 0;
    for (const match_requirement& r : targets[target]) {
      const auto known = std::find_if(person.begin(), person.end(), [&](const match_known& k) {
        return k.competence == r.competence && k.up_to >= r.level;
      });
      const coverage& v = known == person.end() ? unknown : known->value;
      sum.belief += r.weight * v.belief;
      sum.expectation += r.weight * v.expectation;
      sum.plausibility += r.weight * v.plausibility;
      weight += r.weight;
    }
    return weight > 0 ? coverage{sum.belief / weight, sum.expectation / weight, sum.plausibility / weight} : coverage{};
  }

  std::size_t competences;
  match_targets targets;

 private:
  [[nodiscard]] std::vector<std::uint32_t> some(std::size_t count, std::mt19937& random) const {
    std::vector<std::uint32_t> out;
    while (out.size() < std::min(count, competences)) {
      // Skewed: low numbers are asked more often.
      const auto one = static_cast<std::uint32_t>(std::min(random() % competences, random() % competences));
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  unsigned seed_;
};

}  // namespace activateur::test
