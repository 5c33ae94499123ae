// What corresponds to a competence or a job in the other frameworks at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.hpp"
#include "frameworks/framework.hpp"

namespace activateur {

struct correspondence {
  framework_ref to;
  bool is_job = false;
  mapping_relation relation = mapping_relation::close;  // "broad": `to` is the broader one
  double weight = 0;                                    // how far it can be relied upon, 0 to 1
  bool candidate = false;  // nobody has said so: two steps of a classification, or the same words
  std::string source;      // who says so; of candidates, by what they are
};

// Said by either framework, in this order: mappings of the entry, mappings of the others to it (read the other way
// round). Then candidates: jobs of the same ISCO-08 group ("isco" among their attributes), which say what kind of
// work it is and no more, and entries with the same label. The surest first, ties by framework and code; at most
// `limit`.
std::vector<correspondence> correspondences(const framework_set& frameworks, const framework_ref& of, bool is_job,
                                            std::size_t limit);

}  // namespace activateur
