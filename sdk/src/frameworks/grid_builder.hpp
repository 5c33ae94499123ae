// A certification's grid as a framework, whichever form it is read from: what is above the rest is a block, the grid
// is also a qualification that asks for all of its blocks.
#pragma once

#include <string>
#include <vector>

#include "frameworks/draft_builder.hpp"

namespace activateur {

// What is said of the grid as a whole.
struct grid_heading {
  std::string id, version, title, attribution, language, uri, rncp;
};

// A domain, a sub-domain or a criterion.
struct grid_entry {
  std::string code, label, definition, uri;
  std::string above;     // code of the entry it is part of; empty: a domain
  bool gathers = false;  // others may be part of it
  std::vector<std::string> levels, observables;
};

class grid_builder {
 public:
  // To be called once, first; the heading has an id and a title.
  void begin(const grid_heading& heading);
  // False when the code is taken. `entry.above` may come later.
  bool add(const grid_entry& entry);
  [[nodiscard]] bool has(std::string_view code) { return built_.competence(code) != nullptr; }

  // Blocks and links are made here. What refers to nothing is noted and left out.
  framework_draft finish(journal& faults, const std::string& source);

 private:
  draft_builder built_;
  std::vector<std::string> domains_;
};

}  // namespace activateur
