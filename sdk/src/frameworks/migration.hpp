// What became of an entry of a framework in a later version of it.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/sentence.hpp"
#include "frameworks/framework.hpp"

namespace activateur {

enum class migration_kind : std::uint8_t {
  kept,        // the same code and words
  relabelled,  // the same code, other words
  moved,       // the same code, elsewhere in the hierarchy
  replaced,    // one other entry took its place
  split,       // several did
  merged,      // one other entry took its place, and that of others
  withdrawn,   // nothing took its place; what comes nearest is a proposal
};
std::string_view name(migration_kind k);

struct successor {
  std::uint32_t index = no_index;  // in the later version
  mapping_relation relation = mapping_relation::exact;
  double weight = 0;  // how far it can be relied upon: 1 when the publisher says so
  sentence why;
};

struct migrated_entry {
  migration_kind kind = migration_kind::kept;
  std::vector<successor> to;  // the surest first; of a withdrawn entry: proposals
  // Whether it can be followed without asking anybody: to one entry, said by the publisher or by the same code or
  // the same words.
  bool certain = false;
};

// Prepares once what every question needs; keeps both versions alive. Thread-safe once made.
class migration {
 public:
  migration(framework_ptr before, framework_ptr after);

  [[nodiscard]] migrated_entry competence(std::uint32_t before) const;
  [[nodiscard]] migrated_entry job(std::uint32_t before) const;
  [[nodiscard]] const framework& before() const { return *before_; }
  [[nodiscard]] const framework& after() const { return *after_; }

 private:
  struct side;  // what competences and jobs do differently
  [[nodiscard]] migrated_entry follow(const side& in, std::uint32_t before) const;
  [[nodiscard]] std::vector<successor> said_by_publisher(const side& in, std::string_view code) const;
  [[nodiscard]] std::vector<successor> by_words(const side& in, std::uint32_t before) const;

  // The entries of the later version that are new, by a folded word of their label.
  using word_map = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  [[nodiscard]] static word_map words_of_new(const side& in);
  // How many withdrawn entries each one replaces.
  using merge_map = std::unordered_map<std::uint32_t, std::uint32_t>;
  [[nodiscard]] merge_map merges(const side& in) const;

  framework_ptr before_, after_;
  word_map new_competences_, new_jobs_;
  merge_map merged_competences_, merged_jobs_;
};

}  // namespace activateur
