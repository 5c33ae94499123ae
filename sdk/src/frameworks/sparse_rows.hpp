// Rows of few weights over many columns, and the products of one row with all.
#pragma once

#include <cstdint>
#include <vector>

namespace activateur {

struct weight_at {
  std::uint32_t column = 0;
  double weight = 0;
};

class sparse_rows {
 public:
  sparse_rows() = default;
  // Each row by column, every column once. Columns are below `columns`.
  sparse_rows(std::vector<std::vector<weight_at>> rows, std::uint32_t columns);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(column_begin_.size() - 1); }
  [[nodiscard]] const std::vector<weight_at>& row(std::uint32_t r) const { return rows_[r]; }
  [[nodiscard]] std::uint32_t rows_with(std::uint32_t column) const {
    return column_begin_[column + 1] - column_begin_[column];
  }
  [[nodiscard]] double sum(std::uint32_t r) const;

  // Weights times the rarity of their column, log(rows / rows with it): what all rows have weighs nothing.
  [[nodiscard]] sparse_rows weighted_by_rarity() const;
  // Rows of length 1 (empty ones stay empty): products are cosines.
  [[nodiscard]] sparse_rows normalised() const;
  // The product of `from` with every row; summed in the order of `from`, so that it is the same everywhere.
  [[nodiscard]] std::vector<double> products(const std::vector<weight_at>& from) const;

 private:
  std::vector<std::vector<weight_at>> rows_;
  std::vector<std::uint32_t> column_begin_{0};
  std::vector<weight_at> by_column_;  // here `column` is the row
};

}  // namespace activateur
