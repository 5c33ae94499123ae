#include "frameworks/sparse_rows.hpp"

#include <cmath>

namespace activateur {

sparse_rows::sparse_rows(std::vector<std::vector<weight_at>> rows, std::uint32_t columns)
    : rows_(std::move(rows)), column_begin_(columns + 1, 0) {
  std::size_t total = 0;
  for (const auto& row : rows_)
    for (const weight_at& w : row) {
      ++column_begin_[w.column + 1];
      ++total;
    }
  for (std::uint32_t c = 0; c < columns; ++c) column_begin_[c + 1] += column_begin_[c];
  by_column_.resize(total);
  std::vector<std::uint32_t> next(column_begin_.begin(), column_begin_.end() - 1);
  for (std::uint32_t r = 0; r < rows_.size(); ++r)
    for (const weight_at& w : rows_[r]) by_column_[next[w.column]++] = {r, w.weight};
}

double sparse_rows::sum(std::uint32_t r) const {
  double total = 0;
  for (const weight_at& w : rows_[r]) total += w.weight;
  return total;
}

sparse_rows sparse_rows::weighted_by_rarity() const {
  auto rows = rows_;
  for (auto& row : rows)
    for (weight_at& w : row)
      w.weight *= std::log(static_cast<double>(size()) / static_cast<double>(rows_with(w.column)));
  return {std::move(rows), columns()};
}

sparse_rows sparse_rows::normalised() const {
  auto rows = rows_;
  for (auto& row : rows) {
    double squares = 0;
    for (const weight_at& w : row) squares += w.weight * w.weight;
    if (squares <= 0) continue;
    const double length = std::sqrt(squares);
    for (weight_at& w : row) w.weight /= length;
  }
  return {std::move(rows), columns()};
}

std::vector<double> sparse_rows::products(const std::vector<weight_at>& from) const {
  std::vector<double> out(size(), 0.0);
  for (const weight_at& w : from) {
    const std::uint32_t end = column_begin_[w.column + 1];
    for (std::uint32_t i = column_begin_[w.column]; i < end; ++i)
      out[by_column_[i].column] += w.weight * by_column_[i].weight;
  }
  return out;
}

}  // namespace activateur
