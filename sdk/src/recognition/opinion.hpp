// Subjective-logic opinions (Jøsang, binomial): what is known of one competence of one person.
#pragma once

#include <algorithm>

namespace activateur {

struct opinion {
  double positive = 0;   // R: weight of evidence for
  double negative = 0;   // S: weight of evidence against
  double base_rate = 0;  // a: presumption, before any evidence, within [0, 1]

  static constexpr double prior_weight = 2;  // W of a binomial opinion

  [[nodiscard]] double belief() const { return positive / total(); }
  [[nodiscard]] double disbelief() const { return negative / total(); }
  [[nodiscard]] double uncertainty() const { return prior_weight / total(); }
  [[nodiscard]] double expectation() const { return belief() + base_rate * uncertainty(); }
  [[nodiscard]] double plausibility() const { return belief() + uncertainty(); }

 private:
  [[nodiscard]] double total() const { return positive + negative + prior_weight; }
};

}  // namespace activateur
