// The offers of an LHEO file as small trees, one after the other.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace activateur {

struct lheo_element {
  std::string name;    // local: LHEO's namespaces differ from version to version
  std::string numero;  // the attribute by which its publisher names it
  std::string href;    // where it is described
  std::string text;    // trimmed
  std::int64_t line = 0, column = 0;
  std::vector<lheo_element> children;

  // The first child of that name, its first child of the next, ...; null when there is none.
  [[nodiscard]] const lheo_element* find(std::initializer_list<std::string_view> path) const;
  // The text of find(), or empty.
  [[nodiscard]] std::string_view at(std::initializer_list<std::string_view> path) const;
  [[nodiscard]] std::vector<const lheo_element*> all(std::string_view child) const;
  [[nodiscard]] location place(const std::string& source) const { return {source, {}, line, column}; }
};

// Calls `take` for each `formation` and `resume-offre`; an error of it stops. Entities, declarations and elements
// nested too deep are refused.
result<void> each_lheo_offer(std::string_view xml, const std::string& source,
                             const std::function<result<void>(const lheo_element& offer)>& take);

}  // namespace activateur
