// What the readers of one import share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/journal.hpp"
#include "territory/import_territory.hpp"

namespace activateur {

// One file with what it holds.
struct territory_source {
  std::string path;
  std::string text;              // of a file that holds no JSON
  std::optional<json> document;  // of one that does
};

class territory_run {
 public:
  territory_run(const territory_import_options& asked, const framework_set& known, const context& by)
      : options(asked), frameworks(known), faults(by), with(by) {}

  const territory_import_options& options;
  const framework_set& frameworks;
  journal faults;
  const context& with;

  // data·inclusion: names by id, and which of `made` are of which; a structure may stand in a later file.
  std::map<std::string, std::string> structures;
  std::vector<std::pair<std::size_t, std::string>> of_structures;
  std::vector<opportunity> made;       // in the order of the sources
  std::vector<std::size_t> begins;     // of each source: its first of `made`
  std::set<std::size_t> unnamed;       // of `made`: their source gave no id, and theirs is made of what they look like
  std::vector<territory> territories;  // read as such; their opportunities are in `made`

  // Takes an opportunity in: sorts its lists, drops what is twice in one, names its source. One that a territory could
  // not hold is a fault at `where`.
  [[nodiscard]] result<void> take(opportunity one, const location& where);

  // Counted, and said once at the end with the number: "{0}" of `what`.
  void count(const message& what, std::size_t more = 1) { counted_[&what] += more; }
  // The same for names, each counted once, with the first of them: "{1}".
  void count_named(const message& what, const std::string& name);
  void say_counts();

  // Kilometres from options.from; nothing without it or with coordinates that are none.
  [[nodiscard]] std::optional<double> distance_to(std::optional<double> latitude,
                                                  std::optional<double> longitude) const;

 private:
  static constexpr std::size_t names_said = 10;
  std::map<const message*, std::size_t> counted_;
  std::map<const message*, std::set<std::string>> named_;
};

// One kind of source. `read` gives faults of the input to the journal; what it returns stops the import.
struct territory_format {
  std::string_view name;
  bool is_json;  // of a source that the caller says to be of this kind, `document` is there when this is so
  bool (*recognises)(const territory_source& source);
  result<void> (*read)(const territory_source& source, territory_run& run);
};

// Each in its own file.
extern const territory_format lheo, data_inclusion, inclusion_structures, immersion_facile, achievement_badge,
    derivation, territory_document;

// What a job, a qualification or a whole framework asks for, by name: "rome:K1304", "rncp:RNCP35185", "clea". Nothing
// when no framework has it.
struct named_competences {
  std::string label;                     // of the job, or of the framework
  std::vector<std::string> competences;  // by name
  bool qualification = false, withdrawn = false;
};
std::optional<named_competences> competences_of(const std::string& name, const framework_set& frameworks);

// Competences at the core of every one of the jobs; none when no framework has one of them.
std::vector<std::string> common_core_of(const std::vector<std::string>& jobs, const framework_set& frameworks);

// One opportunity for each, where several sources give the same: see recognised_duplicate.
void merge_duplicates(territory_run& run, imported_territory& into);

}  // namespace activateur
