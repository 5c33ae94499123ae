// A table of funding rules: which kinds of opportunity cost what, for whom, and why.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rules_table {

// One rule. It applies to an opportunity of this kind for a person who declared this condition.
struct row {
  std::string_view kind;
  std::string_view condition;
  std::int64_t at_most_cents;  // what the person pays at most
  std::string_view rule;       // as it is cited
};

// The article behind a rule: its words, in both languages.
struct article {
  std::string_view rule, fr, en;
};

struct answer {
  std::int64_t cost_cents;
  const article* why;
};

class table {
 public:
  // Throws std::invalid_argument for a row that cites no article, or a price below zero.
  table(std::span<const row> rows, std::span<const article> articles);

  // In the order of the rows; each starts from what the one before left to pay, and one that would not lower it says
  // nothing.
  [[nodiscard]] std::vector<answer> of(std::string_view kind, std::span<const std::string_view> conditions,
                                       std::int64_t cost_cents) const;

 private:
  struct bound_row {
    row terms;
    const article* why;
  };
  std::vector<bound_row> rows_;
};

// The table this plugin was built with.
table built_in();

}  // namespace rules_table
