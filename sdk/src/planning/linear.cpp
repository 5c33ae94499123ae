#include "planning/linear.hpp"

#include <algorithm>
#include <cmath>

namespace activateur {
namespace {

std::size_t nth(int i) { return static_cast<std::size_t>(i); }

constexpr double feasible = 1e-7;   // by which a basic variable may leave its bounds
constexpr double pivotal = 1e-7;    // smaller factors are no pivots
constexpr double vanished = 1e-12;  // smaller factors are taken for 0
constexpr double drift = 1e-6;      // by which a value may differ from what its row says

}  // namespace

linear_program::linear_program(std::vector<double> costs)
    : columns_(static_cast<int>(costs.size())), stride_(costs.size() + 1), cost_(std::move(costs)) {
  lower_.assign(nth(columns_), 0.0);
  upper_.assign(nth(columns_), 1.0);
  objective_ = cost_;
  objective_.push_back(0.0);
  for (int j = 0; j < columns_; ++j) {
    nonbasic_.push_back(j);
    where_.push_back(-1 - j);
  }
  at_upper_.assign(nth(columns_), 0);
}

void linear_program::set_bounds(int column, double lower, double upper) {
  lower_[nth(column)] = lower;
  upper_[nth(column)] = upper;
}

// A row's slack by the present nonbasic variables.
void linear_program::express(const row& r, double* into) const {
  std::fill(into, into + stride_, 0.0);
  into[columns_] = -r.least;
  for (const linear_term& t : r.terms) {
    const int position = where_[nth(t.column)];
    if (position < 0) {
      into[-1 - position] += t.factor;
      continue;
    }
    const double* from = line(position);
    for (std::size_t k = 0; k < stride_; ++k) into[k] += t.factor * from[k];
  }
}

void linear_program::add_row(std::span<const linear_term> terms, double least, bool forgettable) {
  const int slack = columns_ + rows();
  rows_.push_back({{terms.begin(), terms.end()}, least, forgettable});
  cost_.push_back(0.0);
  lower_.push_back(0.0);
  upper_.push_back(open_ended);
  where_.push_back(static_cast<int>(basic_.size()));
  basic_.push_back(slack);
  table_.resize(basic_.size() * stride_);
  double* into = line(static_cast<int>(basic_.size()) - 1);
  express(rows_.back(), into);
  double length = 1;
  for (int k = 0; k < columns_; ++k) length += into[k] * into[k];
  weight_.push_back(length);
}

double linear_program::nonbasic_value(int k) const {
  const std::size_t v = nth(nonbasic_[nth(k)]);
  return at_upper_[nth(k)] ? upper_[v] : lower_[v];
}

// Each nonbasic variable at the bound its reduced cost favours, and the basic ones as follows.
void linear_program::place_nonbasic() {
  for (int k = 0; k < columns_; ++k)
    at_upper_[nth(k)] = objective_[nth(k)] < 0 && std::isfinite(upper_[nth(nonbasic_[nth(k)])]);
  value_.resize(basic_.size());
  scratch_.resize(stride_);
  for (int k = 0; k < columns_; ++k) scratch_[nth(k)] = nonbasic_value(k);
  scratch_[nth(columns_)] = 1;
  for (int i = 0; i < static_cast<int>(basic_.size()); ++i) {
    const double* from = line(i);
    double v = 0;
    for (std::size_t k = 0; k < stride_; ++k) v += from[k] * scratch_[k];
    value_[nth(i)] = v;
  }
}

int linear_program::leaving(double& violation) const {
  int best = -1;
  double most = 0;
  for (std::size_t i = 0; i < basic_.size(); ++i) {
    const std::size_t v = nth(basic_[i]);
    const double below = lower_[v] - value_[i];
    const double above = value_[i] - upper_[v];
    const double off = std::max(below, above);
    if (off <= feasible) continue;
    const double gain = off * off / weight_[i];
    if (gain > most) {
      most = gain;
      best = static_cast<int>(i);
      violation = below > above ? below : -above;
    }
  }
  return best;
}

// One iteration of the dual simplex; false when no nonbasic variable can mend the row.
bool linear_program::step(int leaving_row, double violation) {
  const double* from = line(leaving_row);
  const double sign = violation > 0 ? 1.0 : -1.0;
  std::vector<candidate>& candidates = candidates_;
  candidates.clear();
  for (int k = 0; k < columns_; ++k) {
    const double factor = sign * from[k];
    if (std::abs(factor) < pivotal) continue;
    const std::size_t v = nth(nonbasic_[nth(k)]);
    if (lower_[v] == upper_[v]) continue;
    if (at_upper_[nth(k)] ? factor > 0 : factor < 0) continue;
    candidates.push_back({std::abs(objective_[nth(k)]) / std::abs(factor), k});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const candidate& x, const candidate& y) { return x.ratio != y.ratio ? x.ratio < y.ratio : x.k < y.k; });
  // Past each breakpoint the row is mended by less; variables passed on the way flip to their other bound.
  double left = std::abs(violation);
  std::size_t chosen = candidates.size();
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const std::size_t v = nth(nonbasic_[nth(candidates[c].k)]);
    left -= std::abs(from[candidates[c].k]) * (upper_[v] - lower_[v]);
    if (left <= 0) {
      chosen = c;
      break;
    }
  }
  if (chosen == candidates.size()) return false;
  // Among those of about the same ratio, the largest pivot is the most accurate.
  std::size_t best = chosen;
  for (std::size_t c = chosen + 1; c < candidates.size() && candidates[c].ratio <= candidates[chosen].ratio + 1e-9; ++c)
    if (std::abs(from[candidates[c].k]) > std::abs(from[candidates[best].k])) best = c;
  for (std::size_t c = 0; c < chosen; ++c) {
    const int k = candidates[c].k;
    const std::size_t v = nth(nonbasic_[nth(k)]);
    const double change = (at_upper_[nth(k)] ? -1.0 : 1.0) * (upper_[v] - lower_[v]);
    at_upper_[nth(k)] = !at_upper_[nth(k)];
    for (std::size_t i = 0; i < basic_.size(); ++i) value_[i] += table_[i * stride_ + nth(k)] * change;
  }
  pivot(leaving_row, candidates[best].k);
  return true;
}

void linear_program::pivot(int leaving_row, int entering) {
  const std::size_t out = nth(basic_[nth(leaving_row)]);
  const bool to_upper = value_[nth(leaving_row)] > upper_[out];
  const double target = to_upper ? upper_[out] : lower_[out];
  double* mine = line(leaving_row);
  const double by = mine[entering];
  const double change = (target - value_[nth(leaving_row)]) / by;
  const double entered = nonbasic_value(entering) + change;
  for (std::size_t i = 0; i < basic_.size(); ++i) value_[i] += table_[i * stride_ + nth(entering)] * change;

  const double inverse = 1 / by;
  double length = 1;
  filled_.clear();
  for (int k = 0; k <= columns_; ++k) {
    if (mine[k] == 0) continue;
    mine[k] *= -inverse;
    if (std::abs(mine[k]) < vanished) {
      mine[k] = 0;
      continue;
    }
    filled_.push_back(k);
  }
  mine[entering] = inverse;
  for (const int k : filled_)
    if (k != columns_) length += mine[k] * mine[k];
  weight_[nth(leaving_row)] = length;
  // Rows of the instances at hand are mostly empty: their few factors are then gone through one by one.
  const bool sparse = filled_.size() * 4 < stride_;
  for (int i = 0; i < static_cast<int>(basic_.size()); ++i) {
    double* other = line(i);
    const double factor = other[entering];
    if (i == leaving_row || factor == 0) continue;
    other[entering] = 0;
    if (std::abs(factor) < vanished) continue;
    double squares = weight_[nth(i)];
    if (sparse) {
      squares -= factor * factor;
      for (const int k : filled_) {
        const double before = other[k];
        other[k] += factor * mine[k];
        if (k != columns_) squares += other[k] * other[k] - before * before;
      }
    } else {
      for (std::size_t k = 0; k < stride_; ++k) other[k] += factor * mine[k];
      squares = 1;
      for (int k = 0; k < columns_; ++k) squares += other[k] * other[k];
    }
    weight_[nth(i)] = std::max(1.0, squares);
  }
  if (const double factor = objective_[nth(entering)]; factor != 0) {
    objective_[nth(entering)] = 0;
    for (const int k : filled_) objective_[nth(k)] += factor * mine[k];
  }

  const int in = nonbasic_[nth(entering)];
  basic_[nth(leaving_row)] = in;
  nonbasic_[nth(entering)] = static_cast<int>(out);
  where_[nth(in)] = leaving_row;
  where_[out] = -1 - entering;
  at_upper_[nth(entering)] = to_upper;
  value_[nth(leaving_row)] = entered;
}

void linear_program::price(std::vector<double>& prices) const {
  prices.assign(rows_.size(), 0.0);
  for (int k = 0; k < columns_; ++k) {
    const int v = nonbasic_[nth(k)];
    if (v >= columns_) prices[nth(v - columns_)] = std::max(0.0, objective_[nth(k)]);
  }
}

// Any prices of the rows, none negative, bound the cost: sum(prices x least) + what the columns add at best.
double linear_program::safe_bound(const std::vector<double>& prices) {
  scratch_.assign(cost_.begin(), cost_.begin() + columns_);
  double sum = 0;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (prices[r] == 0) continue;
    sum += prices[r] * rows_[r].least;
    for (const linear_term& t : rows_[r].terms) scratch_[nth(t.column)] -= prices[r] * t.factor;
  }
  for (int j = 0; j < columns_; ++j) sum += scratch_[nth(j)] * (scratch_[nth(j)] < 0 ? upper_[nth(j)] : lower_[nth(j)]);
  return sum;
}

// No nonbasic variable can mend the row, so its factors, taken often enough as prices, raise the bound without end.
bool linear_program::proves(int leaving_row, double cutoff) {
  const double* from = line(leaving_row);
  const std::size_t out = nth(basic_[nth(leaving_row)]);
  const double sign = value_[nth(leaving_row)] < lower_[out] ? 1.0 : -1.0;
  std::vector<double> base;
  price(base);
  for (const double often : {1e2, 1e4, 1e6, 1e8}) {
    std::vector<double> prices = base;
    for (int k = 0; k < columns_; ++k) {
      const int v = nonbasic_[nth(k)];
      if (v >= columns_) prices[nth(v - columns_)] = std::max(0.0, prices[nth(v - columns_)] - sign * often * from[k]);
    }
    if (static_cast<int>(out) >= columns_) prices[out - nth(columns_)] += sign > 0 ? often : 0.0;
    const double bound = safe_bound(prices);
    if (bound > bound_) {
      bound_ = bound;
      reduced_ = scratch_;
    }
    if (bound_ >= cutoff) return true;
  }
  return false;
}

bool linear_program::accurate() const {
  for (int r = 0; r < rows(); ++r) {
    const int position = where_[nth(columns_ + r)];
    double sum = -rows_[nth(r)].least;
    for (const linear_term& t : rows_[nth(r)].terms) sum += t.factor * at(t.column);
    const double said = position < 0 ? 0.0 : value_[nth(position)];
    if (std::abs(sum - said) > drift * (1 + std::abs(said))) return false;
  }
  return true;
}

// The dictionary of the slacks again.
void linear_program::start_over() {
  basic_.clear();
  nonbasic_.clear();
  for (int j = 0; j < columns_; ++j) {
    nonbasic_.push_back(j);
    where_[nth(j)] = -1 - j;
    objective_[nth(j)] = cost_[nth(j)];
  }
  objective_[nth(columns_)] = 0;
  weight_.clear();
  for (int r = 0; r < rows(); ++r) {
    where_[nth(columns_ + r)] = r;
    basic_.push_back(columns_ + r);
    express(rows_[nth(r)], line(r));
    double length = 1;
    for (const linear_term& t : rows_[nth(r)].terms) length += t.factor * t.factor;
    weight_.push_back(length);
  }
}

linear_program::outcome linear_program::solve(double cutoff, std::int64_t& work) {
  bound_ = -open_ended;
  std::vector<double> prices;
  const auto see = [&] {
    price(prices);
    const double bound = safe_bound(prices);
    if (bound > bound_) {
      bound_ = bound;
      reduced_ = scratch_;
    }
    return bound_ >= cutoff;
  };
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (attempt > 0) start_over();
    place_nonbasic();
    for (int pivots = 1;; ++pivots) {
      if (--work < 0) {
        see();
        return outcome::stopped;
      }
      double violation = 0;
      const int off = leaving(violation);
      if (off < 0) {
        if (see()) return outcome::beaten;
        if (accurate()) return outcome::optimal;
        break;
      }
      if (!step(off, violation)) {
        if (see() || proves(off, cutoff)) return outcome::beaten;
        break;
      }
      if (pivots % 16 == 0 && see()) return outcome::beaten;
    }
  }
  return outcome::stopped;
}

double linear_program::at(int column) const {
  const int position = where_[nth(column)];
  return position < 0 ? nonbasic_value(-1 - position) : value_[nth(position)];
}

double linear_program::value() const {
  double sum = 0;
  for (int j = 0; j < columns_; ++j) sum += cost_[nth(j)] * at(j);
  return sum;
}

void linear_program::drop_loose(double slack) {
  std::vector<char> gone(rows_.size(), 0);
  for (int r = 0; r < rows(); ++r) {
    const int position = where_[nth(columns_ + r)];
    gone[nth(r)] = rows_[nth(r)].forgettable && position >= 0 && value_[nth(position)] > slack;
  }
  // Slacks are renumbered; lines of the table move up.
  std::vector<int> number(rows_.size(), -1);
  int next = 0;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (gone[r]) continue;
    number[r] = next;
    if (static_cast<int>(r) != next) rows_[nth(next)] = std::move(rows_[r]);
    ++next;
  }
  if (next == static_cast<int>(number.size())) return;
  const auto renamed = [&](int v) { return v < columns_ ? v : columns_ + number[nth(v - columns_)]; };
  std::size_t to = 0;
  for (std::size_t i = 0; i < basic_.size(); ++i) {
    if (basic_[i] >= columns_ && gone[nth(basic_[i] - columns_)]) continue;
    basic_[to] = renamed(basic_[i]);
    value_[to] = value_[i];
    weight_[to] = weight_[i];
    if (to != i) std::copy(line(static_cast<int>(i)), line(static_cast<int>(i)) + stride_, line(static_cast<int>(to)));
    ++to;
  }
  basic_.resize(to);
  value_.resize(to);
  weight_.resize(to);
  table_.resize(to * stride_);
  for (int& v : nonbasic_) v = renamed(v);
  rows_.resize(nth(next));
  const std::size_t variables = nth(columns_ + next);
  cost_.resize(variables);
  lower_.resize(variables);
  upper_.assign(upper_.begin(), upper_.begin() + columns_);
  upper_.resize(variables, open_ended);
  where_.resize(variables);
  for (std::size_t i = 0; i < basic_.size(); ++i) where_[nth(basic_[i])] = static_cast<int>(i);
  for (int k = 0; k < columns_; ++k) where_[nth(nonbasic_[nth(k)])] = -1 - k;
}

}  // namespace activateur
