// Inside analysis: coverage as importance-weighted means, and what each requirement brings to it.
#pragma once

#include <string>
#include <vector>

#include "analysis/gap.hpp"

namespace activateur {

// "rome 60", one a framework.
inline std::vector<std::string> versions_of(const framework_set& frameworks) {
  std::vector<std::string> out;
  for (const framework_ptr& f : frameworks.all()) out.push_back(std::string(f->id()) + ' ' + std::string(f->version()));
  return out;
}

// Which of the items count: all, the essential ones, those of one part.
struct scope {
  bool essential_only = false;
  const std::string* part = nullptr;
  [[nodiscard]] bool holds(bool essential, const std::string& of) const {
    return (essential || !essential_only) && (part == nullptr || of == *part);
  }
};

// The share that each item has in each bound of the coverage of the scope, in the order of the items. A requirement
// alone has its importance; a group's importance goes in equal parts to its `at_least` best known members, chosen for
// each bound by itself, so that more evidence never lowers a bound. Shares of one bound sum to exactly 1, or to 0 when
// nothing counts.
std::vector<coverage> shares_in(const std::vector<gap_item>& items, const target& to, const policy& by, scope of);

// The sum of share x value over the items, in their order.
coverage coverage_from(const std::vector<gap_item>& items, const std::vector<coverage>& shares);

}  // namespace activateur
