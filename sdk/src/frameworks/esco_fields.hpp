// Columns and labels as ESCO's tables have them, in the Commission's form and in Tabiya's.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/csv_table.hpp"
#include "frameworks/draft_builder.hpp"

namespace activateur::esco {

inline bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// A column under any of its names, in any case.
inline std::optional<std::size_t> find(const csv_table& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < table.header().size(); ++i)
      if (same_name(table.header()[i], name)) return i;
  return std::nullopt;
}

inline result<std::size_t> need(const csv_table& table, std::initializer_list<std::string_view> names) {
  if (const auto found = find(table, names)) return *found;
  return table.column(names);
}

// Labels stand one a line in the tables of concepts, between bars in the collections.
inline void add_labels(std::vector<draft_label>& labels, std::string_view first, std::string_view field,
                       std::string_view language) {
  for (const std::string& text : split(field, "\n|")) add_label(labels, first, text, language);
}

}  // namespace activateur::esco
