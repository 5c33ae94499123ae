// Fits boosted trees to cases that are right or not: logistic loss, Newton steps, histograms. Deterministic: its
// chance is a counter. For nearness_bench alone; the library only reads what this writes.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "frameworks/boosted_trees.hpp"

namespace activateur::bench {

struct fitted_trees {
  std::int32_t base = 0;
  std::vector<tree_node> nodes;
  std::vector<std::uint32_t> roots;

  [[nodiscard]] boosted_trees view() const { return {base, nodes, roots}; }
};

struct fit_settings {
  std::size_t trees = 200;
  std::size_t depth = 3;
  double rate = 0.1;
  double ridge = 5;            // added to the curvature of a leaf
  double least_curvature = 5;  // of a leaf
  double rows = 0.7;           // share of the cases that a tree sees
  double columns = 0.5;        // share of the features that a tree may use
};

struct cases {
  std::size_t features = 0;
  std::vector<float> values;  // row-major
  std::vector<std::uint8_t> right;
  [[nodiscard]] std::size_t size() const { return right.size(); }
  [[nodiscard]] float value(std::size_t row, std::size_t feature) const { return values[row * features + feature]; }
};

class tree_fitter {
 public:
  tree_fitter(const cases& of, fit_settings settings) : of_(of), settings_(settings) { bin(); }

  fitted_trees fit() {
    fitted_trees out;
    const double right = std::accumulate(of_.right.begin(), of_.right.end(), 0.0);
    const double base = std::log(right / (static_cast<double>(of_.size()) - right));
    out.base = millionths(base);
    scores_.assign(of_.size(), base);
    slope_.resize(of_.size());
    curvature_.resize(of_.size());
    for (std::size_t t = 0; t < settings_.trees; ++t) grow(out);
    return out;
  }

 private:
  static constexpr std::size_t bins = 64;
  struct sums {
    double slope = 0, curvature = 0;
  };
  struct split {
    double gain = 1e-9;
    std::size_t feature = 0, bin = 0;  // bins below `bin` go first
    bool found = false;
  };

  static std::int32_t millionths(double v) { return static_cast<std::int32_t>(std::llround(v * 1e6)); }

  double chance() {  // splitmix64
    std::uint64_t z = (counter_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
  }

  void bin() {
    edges_.resize(of_.features);
    binned_.resize(of_.features);
    std::vector<float> sample;
    for (std::size_t f = 0; f < of_.features; ++f) {
      sample.clear();
      for (std::size_t r = 0; r < of_.size(); r += 7) sample.push_back(of_.value(r, f));
      std::sort(sample.begin(), sample.end());
      std::vector<float>& edges = edges_[f];
      for (std::size_t b = 1; b < bins && !sample.empty(); ++b) {
        const float edge = sample[b * sample.size() / bins];
        if (edge > sample.front() && (edges.empty() || edge > edges.back())) edges.push_back(edge);
      }
      binned_[f].resize(of_.size());
      for (std::size_t r = 0; r < of_.size(); ++r)
        binned_[f][r] =
            static_cast<std::uint8_t>(std::upper_bound(edges.begin(), edges.end(), of_.value(r, f)) - edges.begin());
    }
  }

  [[nodiscard]] double value(const sums& s) const { return -s.slope / (s.curvature + settings_.ridge); }
  [[nodiscard]] double worth(const sums& s) const { return s.slope * s.slope / (s.curvature + settings_.ridge); }

  split best_split(const std::array<sums, bins>& histogram, const sums& all, std::size_t feature, split best) const {
    sums first;
    for (std::size_t b = 1; b <= edges_[feature].size(); ++b) {
      first.slope += histogram[b - 1].slope;
      first.curvature += histogram[b - 1].curvature;
      const sums second{all.slope - first.slope, all.curvature - first.curvature};
      if (first.curvature < settings_.least_curvature || second.curvature < settings_.least_curvature) continue;
      const double gain = worth(first) + worth(second) - worth(all);
      if (gain > best.gain) best = {gain, feature, b, true};
    }
    return best;
  }

  void grow(fitted_trees& out) {
    constexpr std::uint8_t unseen = 255;
    std::vector<std::uint8_t> leaf(of_.size());
    std::vector<std::uint32_t> seen;
    for (std::size_t r = 0; r < of_.size(); ++r) {
      const double p = 1 / (1 + std::exp(-scores_[r]));
      slope_[r] = p - of_.right[r];
      curvature_[r] = p * (1 - p);
      leaf[r] = chance() < settings_.rows ? 0 : unseen;
      if (leaf[r] == 0) seen.push_back(static_cast<std::uint32_t>(r));
    }
    std::vector<std::size_t> columns;
    for (std::size_t f = 0; f < of_.features; ++f)
      if (chance() < settings_.columns) columns.push_back(f);

    const auto root = static_cast<std::uint32_t>(out.nodes.size());
    out.roots.push_back(root);
    out.nodes.push_back({-1, 0, 0, 0});
    std::vector<std::uint32_t> level{root};
    for (std::size_t d = 0; d < settings_.depth; ++d) {
      std::vector<sums> all(level.size());
      for (const std::uint32_t r : seen)
        if (leaf[r] != unseen) {
          all[leaf[r]].slope += slope_[r];
          all[leaf[r]].curvature += curvature_[r];
        }
      std::vector<split> best(level.size());
      std::vector<std::array<sums, bins>> histograms(level.size());
      for (const std::size_t f : columns) {
        for (auto& h : histograms) h.fill({});
        const std::uint8_t* column = binned_[f].data();
        for (const std::uint32_t r : seen)
          if (leaf[r] != unseen) {
            sums& s = histograms[leaf[r]][column[r]];
            s.slope += slope_[r];
            s.curvature += curvature_[r];
          }
        for (std::size_t k = 0; k < level.size(); ++k) best[k] = best_split(histograms[k], all[k], f, best[k]);
      }
      std::vector<std::uint32_t> below;
      std::vector<std::uint8_t> first_below(level.size(), unseen);
      for (std::size_t k = 0; k < level.size(); ++k) {
        if (!best[k].found) continue;
        const auto child = static_cast<std::uint32_t>(out.nodes.size());
        tree_node& node = out.nodes[level[k]];
        node.feature = static_cast<std::int16_t>(best[k].feature);
        node.threshold = edges_[best[k].feature][best[k].bin - 1];
        node.child = child;
        first_below[k] = static_cast<std::uint8_t>(below.size());
        for (std::uint32_t side = 0; side < 2; ++side) {
          out.nodes.push_back({-1, 0, 0, 0});
          below.push_back(child + side);
        }
      }
      std::vector<sums> under(below.size());
      for (const std::uint32_t r : seen) {
        const std::uint8_t k = leaf[r];
        if (k == unseen) continue;
        leaf[r] = first_below[k] == unseen
                      ? unseen
                      : static_cast<std::uint8_t>(first_below[k] + (binned_[best[k].feature][r] < best[k].bin ? 0 : 1));
        if (leaf[r] == unseen) continue;
        under[leaf[r]].slope += slope_[r];
        under[leaf[r]].curvature += curvature_[r];
      }
      for (std::size_t k = 0; k < below.size(); ++k)
        out.nodes[below[k]].value = millionths(settings_.rate * value(under[k]));
      level = std::move(below);
      if (level.empty()) break;
    }
    centre(out, root);
    const boosted_trees last{0, out.nodes, {&out.roots.back(), 1}};
    for (std::size_t r = 0; r < of_.size(); ++r)
      scores_[r] += static_cast<double>(last.score({&of_.values[r * of_.features], of_.features})) * 1e-6;
  }

  // An inner node's value becomes the mean of what its cases get; the root's is moved to the base, so that it is 0.
  void centre(fitted_trees& out, std::uint32_t root) {
    std::vector<std::uint64_t> reached(out.nodes.size() - root, 0);
    for (std::size_t r = 0; r < of_.size(); r += 5) {
      std::uint32_t at = root;
      ++reached[0];
      while (out.nodes[at].feature >= 0) {
        at = out.nodes[at].child +
             (of_.value(r, static_cast<std::size_t>(out.nodes[at].feature)) < out.nodes[at].threshold ? 0U : 1U);
        ++reached[at - root];
      }
    }
    for (std::size_t k = reached.size(); k-- > 0;) {
      tree_node& node = out.nodes[root + k];
      if (node.feature < 0) continue;
      const double first = static_cast<double>(reached[node.child - root]);
      const double second = static_cast<double>(reached[node.child + 1 - root]);
      if (first + second > 0)
        node.value = static_cast<std::int32_t>(std::llround(
            (first * out.nodes[node.child].value + second * out.nodes[node.child + 1].value) / (first + second)));
    }
    const std::int32_t mean = out.nodes[root].value;
    for (std::size_t k = 0; k < reached.size(); ++k) out.nodes[root + k].value -= mean;
    out.base += mean;
    for (double& s : scores_) s += mean * 1e-6;
  }

  const cases& of_;
  fit_settings settings_;
  std::uint64_t counter_ = 0;
  std::vector<std::vector<float>> edges_;          // of bins, by feature: bin b begins at edge b - 1
  std::vector<std::vector<std::uint8_t>> binned_;  // by feature
  std::vector<double> scores_, slope_, curvature_;
};

}  // namespace activateur::bench
