// Inside recognition: evidence before it is laid on competences.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "recognition/recognition.hpp"

namespace activateur {

// A competence of a framework set: index in framework_set::all(), index in the framework.
struct place {
  std::uint32_t framework = no_index;
  std::uint32_t competence = no_index;
  auto operator<=>(const place&) const = default;
};

std::string place_name(const framework_set& frameworks, place p);
std::uint32_t framework_index(const framework_set& frameworks, const framework_ptr& f);

// One competence that a piece of evidence speaks of.
struct landing {
  place where;
  double factor = 0;  // alignment
  std::string relation;
  std::string via;
  bool hop = false;      // by the hierarchy or a mapping, not named by the evidence itself
  bool guessed = false;  // read from the evidence's words: nobody has said so
};

struct piece {
  evidence what;                  // all but competence, alignment, relation, via
  std::vector<landing> landings;  // where it speaks, before travelling
  bool travels = true;            // to narrower and broader competences
};

struct pieces {
  std::vector<piece> all;
  std::vector<evidence> unaligned;
};

// Fails when `holds_job` is unknown.
result<pieces> collect_pieces(const portfolio& of, const std::vector<verification>& verifications,
                              const framework_set& frameworks, const policy& by, const context& with);

// A base rate that an experience gives to a competence.
struct presumed {
  place where;
  presumption why;
};

// Nothing when there are more than `most`. Jobs and competences that no framework knows go to `unaligned`.
result<std::vector<presumed>> presume(const portfolio& of, const framework_set& frameworks, const policy& by,
                                      const context& with, std::size_t most, std::vector<evidence>& unaligned);

}  // namespace activateur
