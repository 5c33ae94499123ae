// Reading the members of a document, each with one clear error that carries its JSON Pointer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "json/json.hpp"

namespace activateur {

// A cursor on one value of a document. Reading a member that is missing or of the wrong type records the
// first error in the shared `error_slot` and gives an empty value; the caller checks once, at the end.
class fields {
 public:
  fields(const json& value, std::string source, std::optional<error>& error_slot)
      : value_(&value), source_(std::move(source)), error_(&error_slot) {}

  [[nodiscard]] const json& value() const { return *value_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] bool has(const char* name) const;

  // Required members.
  [[nodiscard]] std::string text(const char* name) const;
  [[nodiscard]] double number(const char* name) const;
  // Optional ones; null counts as absent.
  [[nodiscard]] std::string text_or(const char* name, std::string fallback) const;
  [[nodiscard]] double number_or(const char* name, double fallback) const;
  [[nodiscard]] bool flag_or(const char* name, bool fallback) const;
  [[nodiscard]] std::optional<instant> time(const char* name) const;  // date or date-time
  [[nodiscard]] std::optional<instant> day(const char* name) const;   // of the calendar; its hour counts for nothing
  [[nodiscard]] std::vector<std::string> texts(const char* name) const;
  [[nodiscard]] std::vector<double> numbers(const char* name) const;
  // One cursor an element; a missing member is an empty list.
  [[nodiscard]] std::vector<fields> list(const char* name) const;
  [[nodiscard]] std::optional<fields> object(const char* name) const;
  // The elements of this very value, which must be an array.
  [[nodiscard]] std::vector<fields> elements() const;

  // Records an error of the caller's own at this value (or at its member `name`), unless one is there.
  void refuse(const message& what, std::vector<std::string> arguments = {}, const char* name = nullptr) const;
  // Number within [low, high], else an error.
  [[nodiscard]] double number_within(const char* name, double low, double high, double fallback) const;

  [[nodiscard]] bool failed() const { return error_->has_value(); }

 private:
  [[nodiscard]] const json* member(const char* name) const;
  [[nodiscard]] fields at(const json& child, const std::string& step) const;

  const json* value_;
  std::string source_;
  std::string pointer_;
  std::optional<error>* error_;
};

}  // namespace activateur
