// What stands in a person's way besides competences (freins périphériques), and the conditions that lift it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace activateur {

// A thematic of data·inclusion, or the beginning of several, and the condition that a service of it gives.
struct barrier_theme {
  std::string_view thematic;   // "famille--garde-denfants"; "mobilite" stands for all that begin with it
  std::string_view condition;  // "childcare_solved"; empty: such a service lifts no barrier
};

// docs/territory.md shows the table. Thematics of data·inclusion's schema v1, and those of v0 that v1 has renamed
// (schema.data.inclusion.gouv.fr, Licence Ouverte 2.0); which condition each gives is a reading of this project.
std::span<const barrier_theme> barrier_themes();

struct thematic_meaning {
  bool known = false;
  std::string_view condition;  // may be empty
};
// By the longest row that fits.
thematic_meaning meaning_of(std::string_view thematic);

// What taking part in something asks of those whom a barrier stops, by its mode ("on_site", "remote", "mixed"; of an
// unknown one nothing is asked).
std::vector<std::string> conditions_of_mode(std::string_view mode);

}  // namespace activateur
