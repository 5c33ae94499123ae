// The Pareto front of effort against usefulness, thinned so that people can read it.
#pragma once

#include <cstddef>
#include <vector>

#include "recognition/policy.hpp"

namespace activateur {

struct front_point {
  double effort = 0, usefulness = 0;
  double affinity = 0;  // breaks ties: of equals the nearer
  std::size_t id = 0;   // then the lower
};

// One flag a point: nothing is as easy and more useful, nor as useful and easier.
std::vector<char> pareto_front(const std::vector<front_point>& points);

struct front_member {
  std::size_t point = 0;
  int layer = 1;  // 1: on the front; 2: on the front of the rest; ...
};
struct thinned_front {
  std::vector<front_member> members;  // by effort
  double epsilon = 0;                 // share of the range within which two points count as one
};

// Epsilon-dominance (Laumanns et al. 2002): effort and usefulness are cut into boxes as wide as epsilon; of the points
// of one box one is kept, of two boxes the dominated one goes. Epsilon doubles while more than `front_most` remain;
// layers are added while fewer than `front_least` do.
thinned_front thin_front(const std::vector<front_point>& points, const map_rules& by);

}  // namespace activateur
