// Regular expressions of JSON Schema: ECMA-262 with the flag u (JSON Schema 2020-12 core section 6.4), searched by ICU
// with bounded work.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace activateur {

// What searches may still cost, together: in units of 10 000 choices of the search.
struct pattern_budget {
  std::int64_t units = 1000;
};

class schema_pattern {
 public:
  // Nothing for what is malformed or out of reach: back references, lone surrogates, very large expressions. What
  // ECMA-262 tolerates without the flag u (`\-`, a lone `{`) is read when it has one meaning.
  static std::optional<schema_pattern> read(std::string_view written);

  // Whether a part of the text matches; nothing when the budget was exhausted. Thread-safe.
  [[nodiscard]] std::optional<bool> search(std::string_view text, pattern_budget& budget) const;
  [[nodiscard]] const std::string& written() const { return written_; }

 private:
  struct compiled;
  schema_pattern(std::string written, std::shared_ptr<const compiled> program)
      : written_(std::move(written)), program_(std::move(program)) {}
  std::string written_;
  std::shared_ptr<const compiled> program_;
};

}  // namespace activateur
