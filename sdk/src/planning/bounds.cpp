#include "planning/bounds.hpp"

#include <cmath>

namespace activateur {

double rounded_bound(const plan_network& in, double bound) {
  return in.integral && std::isfinite(bound) ? std::ceil(bound - 1e-6) : bound;
}

}  // namespace activateur
