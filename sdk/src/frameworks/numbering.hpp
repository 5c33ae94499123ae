// Texts by number.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace activateur {

// Numbers texts in the order in which they first come.
class numbering {
 public:
  std::uint32_t of(const std::string& text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }
  [[nodiscard]] std::vector<std::string> texts() const {  // by number
    std::vector<std::string> out(numbers_.size());
    for (const auto& [text, number] : numbers_) out[number] = text;
    return out;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace activateur
