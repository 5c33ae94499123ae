// Linear programs small enough that every vertex can be tried.
#include "planning/linear.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "planning/random.hpp"

namespace activateur {
namespace {

struct small_program {
  std::vector<double> costs;
  struct row {
    std::vector<linear_term> terms;
    double least = 0;
  };
  std::vector<row> rows;
};

small_program random_program(std::uint64_t seed) {
  random_source r(seed);
  small_program p;
  const int columns = 2 + r.below(3);
  for (int j = 0; j < columns; ++j) p.costs.push_back(r.below(20));
  for (int i = 1 + r.below(5); i > 0; --i) {
    small_program::row row;
    for (int j = 0; j < columns; ++j)
      if (const int factor = r.below(7) - 2; factor != 0) row.terms.push_back({j, static_cast<double>(factor)});
    row.least = r.below(6) - 2;
    p.rows.push_back(std::move(row));
  }
  return p;
}

// The least cost over a fine grid of the box: no vertex is missed by more than what the grid leaves.
double least_on_grid(const small_program& p, int cells) {
  double best = std::numeric_limits<double>::infinity();
  std::vector<double> x(p.costs.size());
  const auto visit = [&](const auto& self, std::size_t j) -> void {
    if (j < x.size()) {
      for (int c = 0; c <= cells; ++c) {
        x[j] = static_cast<double>(c) / cells;
        self(self, j + 1);
      }
      return;
    }
    for (const auto& row : p.rows) {
      double sum = 0;
      for (const linear_term& t : row.terms) sum += t.factor * x[static_cast<std::size_t>(t.column)];
      if (sum < row.least - 1e-9) return;
    }
    double cost = 0;
    for (std::size_t i = 0; i < x.size(); ++i) cost += p.costs[i] * x[i];
    best = std::min(best, cost);
  };
  visit(visit, 0);
  return best;
}

TEST(LinearPrograms, AreSolvedToTheLeastCostAndBoundedBelowIt) {
  int solved = 0;
  int impossible = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const small_program p = random_program(seed);
    linear_program lp(p.costs);
    for (const auto& row : p.rows) lp.add_row(row.terms, row.least);
    const double grid = least_on_grid(p, 24);
    std::int64_t work = 1000;
    const auto how = lp.solve(1e6, work);
    if (how == linear_program::outcome::beaten) {
      ++impossible;
      EXPECT_TRUE(std::isinf(grid)) << seed;
      continue;
    }
    ASSERT_EQ(how, linear_program::outcome::optimal) << seed;
    ++solved;
    for (const auto& row : p.rows) {
      double sum = 0;
      for (const linear_term& t : row.terms) sum += t.factor * lp.at(t.column);
      EXPECT_GE(sum, row.least - 1e-6) << seed;
    }
    EXPECT_LE(lp.value(), grid + 1e-6) << seed;
    EXPECT_NEAR(lp.bound(), lp.value(), 1e-6) << seed;
  }
  EXPECT_GT(solved, 200);
  EXPECT_GT(impossible, 20);
}

TEST(LinearPrograms, GiveTheSameAnswerAfterBoundsAndRowsChangedAsWhenMadeAnew) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const small_program p = random_program(seed);
    random_source r(seed + 1);
    linear_program kept(p.costs);
    std::vector<std::pair<double, double>> bounds(p.costs.size(), {0.0, 1.0});
    for (std::size_t i = 0; i < p.rows.size(); ++i) {
      kept.add_row(p.rows[i].terms, p.rows[i].least, true);
      const int j = r.below(static_cast<int>(p.costs.size()));
      const double lower = r.below(2);
      bounds[static_cast<std::size_t>(j)] = {lower, std::max(lower, static_cast<double>(r.below(2)))};
      kept.set_bounds(j, bounds[static_cast<std::size_t>(j)].first, bounds[static_cast<std::size_t>(j)].second);
      linear_program anew(p.costs);
      for (std::size_t k = 0; k <= i; ++k) anew.add_row(p.rows[k].terms, p.rows[k].least);
      for (std::size_t c = 0; c < bounds.size(); ++c)
        anew.set_bounds(static_cast<int>(c), bounds[c].first, bounds[c].second);
      std::int64_t work = 1000;
      const auto how = kept.solve(1e6, work);
      ASSERT_EQ(how, anew.solve(1e6, work)) << seed;
      if (how == linear_program::outcome::optimal) {
        EXPECT_NEAR(kept.value(), anew.value(), 1e-6) << seed;
      }
    }
  }
}

TEST(LinearPrograms, ForgetLooseRowsWithoutLosingTheSolution) {
  linear_program lp({3, 2});
  lp.add_row(std::vector<linear_term>{{0, 1}, {1, 1}}, 1, true);
  lp.add_row(std::vector<linear_term>{{0, 1}, {1, 2}}, 0.5, true);
  std::int64_t work = 100;
  ASSERT_EQ(lp.solve(1e6, work), linear_program::outcome::optimal);
  lp.drop_loose(0.5);
  EXPECT_EQ(lp.rows(), 1);
  ASSERT_EQ(lp.solve(1e6, work), linear_program::outcome::optimal);
  EXPECT_NEAR(lp.value(), 2, 1e-9);
  EXPECT_NEAR(lp.at(1), 1, 1e-9);
}

}  // namespace
}  // namespace activateur
