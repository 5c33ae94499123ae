// Inside analysis: importance-weighted means of opinions.
#pragma once

#include <string>
#include <vector>

#include "analysis/gap.hpp"

namespace activateur {

class covering {
 public:
  void add(const opinion& o, double importance) {
    add(coverage{o.belief(), o.expectation(), o.plausibility()}, importance);
  }
  void add(const coverage& one, double importance) {
    weight_ += importance;
    sum_.belief += importance * one.belief;
    sum_.expectation += importance * one.expectation;
    sum_.plausibility += importance * one.plausibility;
  }

  // Zero when nothing that matters was added.
  [[nodiscard]] coverage mean() const {
    if (weight_ <= 0) return {};
    return {sum_.belief / weight_, sum_.expectation / weight_, sum_.plausibility / weight_};
  }

 private:
  double weight_ = 0;
  coverage sum_;
};

inline double importance_of(const policy& by, std::string_view importance) {
  const auto it = by.importance.find(importance);
  return it == by.importance.end() ? 0 : it->second;
}

// "rome 60", one a framework.
inline std::vector<std::string> versions_of(const framework_set& frameworks) {
  std::vector<std::string> out;
  for (const framework_ptr& f : frameworks.all()) out.push_back(std::string(f->id()) + ' ' + std::string(f->version()));
  return out;
}

}  // namespace activateur
