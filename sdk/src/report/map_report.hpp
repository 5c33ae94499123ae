// The carte des possibles as a page, and the doors behind a key as a picture.
#pragma once

#include <string>
#include <vector>

#include "analysis/map_change.hpp"

namespace activateur {

struct map_content {
  const possibilities* map = nullptr;  // required
  const map_change* doors = nullptr;   // what a key would open; null: no such part
  const policy* by = nullptr;          // the map's: its thresholds are told; null: they are not
  std::vector<std::string> attributions;
};

// One HTML 5 document in the context's language: no script, no external asset, the same bytes for the same input.
std::string render_map_html(const map_content& of, const context& with);

// One SVG document: the key, the competences it brings, the targets that change zone; with its description in words.
std::string render_doors_svg(const map_change& doors, const context& with);

}  // namespace activateur
