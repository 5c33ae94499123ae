// What changed from one version of a framework to the next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

enum class entry_change : std::uint8_t {
  added,
  removed,
  withdrawn,   // still there, no longer in use
  relabelled,  // the same code with other words: to be read again by those who use it
  moved,       // under another macro-competence or heading, or in another domain
  reworked,    // definition, kind, other labels, attributes, relations, what a job asks for
};
std::string_view name(entry_change c);

struct changed_entry {
  bool is_job = false;
  std::string code;
  std::uint32_t before = no_index, after = no_index;  // no_index: not in that version
  std::vector<entry_change> changes;                  // at least one
  // Of jobs: competences they came to ask for, ceased to ask for, or ask for with another importance.
  std::size_t links_added = 0, links_removed = 0, links_changed = 0;
};

struct framework_difference {
  std::vector<changed_entry> entries;  // competences by code, then jobs by code
  std::size_t unchanged = 0;

  [[nodiscard]] std::size_t count(bool jobs, entry_change c) const;
};

// Entries are the same when they have the same code.
framework_difference difference(const framework& before, const framework& after);

}  // namespace activateur
