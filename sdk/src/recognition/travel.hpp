// Inside recognition: from the competence that evidence names to those it speaks of too.
#pragma once

#include <map>

#include "recognition/piece.hpp"

namespace activateur {

// The competences one step away, and how they are related.
struct hop {
  place to;
  const char* relation = "";  // key of policy.alignment
  double factor = 0;          // the relation's, times the weight of the mapping
};

// What one knows of the surroundings of competences, kept while a portfolio is weighed. Not thread-safe.
class surroundings {
 public:
  surroundings(const framework_set& frameworks, const policy& by) : frameworks_(frameworks), by_(by) {}

  // To the competences that `from` gathers, and to those that gather it.
  [[nodiscard]] std::vector<hop> along_hierarchy(place from) const;
  // To the competences of other frameworks that a mapping, or an equal label, names; of a withdrawn competence, to
  // what took its place.
  const std::vector<hop>& across(place from);

 private:
  const framework_set& frameworks_;
  const policy& by_;
  std::map<place, std::vector<hop>> across_;
};

// Every place that the piece speaks of, each once, by its strongest relation: where it landed, one step across
// frameworks, and from both one step along the hierarchy.
std::map<place, landing> places_of(const piece& p, const framework_set& frameworks, surroundings& around);

}  // namespace activateur
