// A sum of small decision trees, in whole numbers: the same sum on every machine, in any order.
#pragma once

#include <cstdint>
#include <span>

namespace activateur {

struct tree_node {
  std::int16_t feature;  // -1: a leaf
  float threshold;       // below it: the first child; else the one after
  std::int32_t value;    // millionths: mean of the leaves below, by the cases that reached them in fitting
  std::uint32_t child;   // index of the first child
};

struct boosted_trees {
  std::int32_t base = 0;  // millionths
  std::span<const tree_node> nodes;
  std::span<const std::uint32_t> roots;  // one a tree; their values are 0

  // Millionths. `features` has one number for every feature that the nodes name.
  [[nodiscard]] std::int64_t score(std::span<const float> features) const;
  // Adds what each feature contributed: along the path in each tree, by how much a decision moved the value.
  // base + the sum of all is the score, exactly.
  void explain(std::span<const float> features, std::span<std::int64_t> contributions) const;
};

}  // namespace activateur
