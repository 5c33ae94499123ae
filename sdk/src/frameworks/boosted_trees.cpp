#include "frameworks/boosted_trees.hpp"

namespace activateur {
namespace {

std::uint32_t next(const tree_node& node, std::span<const float> features) {
  return node.child + (features[static_cast<std::size_t>(node.feature)] < node.threshold ? 0U : 1U);
}

}  // namespace

std::int64_t boosted_trees::score(std::span<const float> features) const {
  std::int64_t sum = base;
  for (std::uint32_t at : roots) {
    while (nodes[at].feature >= 0) at = next(nodes[at], features);
    sum += nodes[at].value;
  }
  return sum;
}

void boosted_trees::explain(std::span<const float> features, std::span<std::int64_t> contributions) const {
  for (std::uint32_t at : roots)
    while (nodes[at].feature >= 0) {
      const std::uint32_t to = next(nodes[at], features);
      contributions[static_cast<std::size_t>(nodes[at].feature)] += nodes[to].value - nodes[at].value;
      at = to;
    }
}

}  // namespace activateur
