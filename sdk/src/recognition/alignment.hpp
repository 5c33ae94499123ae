// Which competence or job of the frameworks an alignment of a badge means (Open Badges 3.0 section 8.3, Alignment).
#pragma once

#include <string>

#include "badges/credential.hpp"
#include "base/sentence.hpp"
#include "frameworks/framework.hpp"

namespace activateur {

struct alignment_answer {
  framework_ref met;     // `in` is null when nothing was met
  bool is_job = false;   // `met` is a job of its framework
  std::string relation;  // "exact" by code or URL, "label" by equal labels
  sentence why_not;      // when nothing was met
};

// Tried in this order: a full name ("rome:100003") as code or URL, also as a URN; the publisher's URI (ESCO's, a CASE
// item's) as code or URL; the code within the framework
// that `target_framework` names; a URL whose path ends like `/competence/100003` or `/metier/K1304`; the label.
// A bare code without a framework is not enough: other frameworks have such codes too.
alignment_answer resolve(const alignment& of, const framework_set& frameworks);

}  // namespace activateur
