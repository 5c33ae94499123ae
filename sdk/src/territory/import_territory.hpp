// Making a territory of what the field publishes: training offers (LHEO), services (data·inclusion), companies that
// welcome (Immersion Facilitée), badges, what a territory derives from frameworks, and territories made before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frameworks/import.hpp"
#include "territory/territory.hpp"

namespace activateur {

struct geographic_point {
  double latitude = 0, longitude = 0;  // degrees, WGS 84
};

struct territory_import_options {
  std::string id, name;  // empty: those of the first territory among the sources, else the first source's file name
  std::string format;    // one of territory_formats(); empty: told by what a source holds
  std::string source;    // whom to name beside what the sources say of themselves
  std::optional<geographic_point> from;  // distances are from here; without it those that the sources give
  // What a week of a training that says hours and no dates holds at most. 35: Code du travail, L. 3121-27.
  double full_week_hours = 35;
  int immersion_weeks = 0;  // how long immersions last whose source does not say; 0: not known
  double immersion_weekly_hours = 0;
  // Whoever imports supposes that a training to a certification teaches what is at the core of all the jobs (ROME) that
  // its offer names; such opportunities bear the tag supposed:core_of_jobs. False: no feed says so.
  bool suppose_core_of_jobs = false;
  bool leave_out_faults = false;  // take what is right and leave out what has faults, instead of refusing all
};

struct imported_source {
  std::string path, format;
  std::size_t opportunities = 0;
};

// An opportunity that two sources give, or one gives twice.
struct recognised_duplicate {
  std::string kept, left;  // ids
  std::string by;          // "id", or "same": same kind, title, provider, place and content
};

struct imported_territory {
  std::optional<territory> made;  // nothing when it was refused because of its faults
  import_report report;           // its format is "territory"
  std::vector<imported_source> sources;
  std::vector<recognised_duplicate> duplicates;  // the first `problems_kept` of them
  std::size_t duplicate_count = 0;
};

// "lheo", "data-inclusion", ...
const std::vector<std::string>& territory_formats();

// Reads files, and the files right in directories (in the order of their names), each by what it holds, into one
// territory. What the `frameworks` know of a certification or a job is what it teaches or lets recognise. An error only
// when a source cannot be read at all: no such path, an unknown kind, cancelled, a bound exceeded, XML with entities.
result<imported_territory> import_territory(const std::vector<std::string>& paths,
                                            const territory_import_options& options, const framework_set& frameworks,
                                            const context& with);

// "activateur/territory-import/1": what was read, the faults with their places, what was recognised as the same.
json import_document(const imported_territory& read);

}  // namespace activateur
