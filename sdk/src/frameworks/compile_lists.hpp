// The sections of a compiled framework while they grow.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"

namespace activateur {

// Each text once.
class text_pool {
 public:
  compiled::text_ref add(const std::string& text) {
    if (text.empty()) return {};
    const auto [known, fresh] = refs_.try_emplace(text);
    if (fresh) {
      known->second = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
      bytes_ += text;
    }
    return known->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, compiled::text_ref> refs_;
};

// Over records that stay where they are.
template <class T>
compiled::table<T> table_over(const std::vector<T>& records) {
  return {reinterpret_cast<const char*>(records.data()), records.size()};
}

// A compressed list: rows end where the next begins.
template <class T>
struct row_list {
  std::vector<std::uint32_t> begin{0};
  std::vector<T> records;

  void end_row() { begin.push_back(static_cast<std::uint32_t>(records.size())); }
  void add_row(const std::vector<T>& row) {
    records.insert(records.end(), row.begin(), row.end());
    end_row();
  }
  [[nodiscard]] compiled::rows<T> rows() const { return {table_over(begin), table_over(records)}; }
};

// What is found by the hash of a text.
class hash_list {
 public:
  void add(std::string_view key, std::uint32_t entry) {
    if (!key.empty()) records_.push_back({xxh64(key), entry, 0});
  }
  const std::vector<compiled::hash_record>& sorted() {
    const auto order = [](const auto& r) { return std::pair(r.hash, r.entry); };
    std::sort(records_.begin(), records_.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same = [&](const auto& a, const auto& b) { return order(a) == order(b); };
    records_.erase(std::unique(records_.begin(), records_.end(), same), records_.end());
    return records_;
  }

 private:
  std::vector<compiled::hash_record> records_;
};

}  // namespace activateur
