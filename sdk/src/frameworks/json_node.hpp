// Walking a document that others wrote, leniently: what is missing or of another type is empty. Where it stands is
// known, for what is then refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace activateur {

class json_node {
 public:
  explicit json_node(const json& value, std::string pointer = {}) : value_(&value), pointer_(std::move(pointer)) {}

  [[nodiscard]] const json& value() const { return *value_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] bool has(const char* name) const { return member(name) != nullptr; }
  // A member that is a text, trimmed, or a number or a boolean as JSON writes it.
  [[nodiscard]] std::string text(const char* name) const {
    const json* found = member(name);
    return found == nullptr ? std::string() : json_node(*found).text();
  }
  [[nodiscard]] std::string text() const;
  // The elements of a member that is an array; a member of another type is its only element.
  [[nodiscard]] std::vector<json_node> list(const char* name) const;
  [[nodiscard]] std::vector<json_node> elements() const;
  [[nodiscard]] std::optional<json_node> object(const char* name) const;
  [[nodiscard]] error refuse(const message& what, std::vector<std::string> arguments, const std::string& source) const {
    return fail(failure::input, what, std::move(arguments), {source, pointer_, 0, 0});
  }

 private:
  [[nodiscard]] const json* member(const char* name) const;
  // `step`: "/name", "/0".
  [[nodiscard]] json_node at(const json& child, const std::string& step) const {
    return json_node(child, pointer_ + step);
  }

  const json* value_;
  std::string pointer_;
};

}  // namespace activateur
