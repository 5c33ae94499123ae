// What is near and what is detected, as documents (docs/schemas/).
#pragma once

#include "frameworks/detection.hpp"
#include "frameworks/nearness.hpp"
#include "json/json.hpp"

namespace activateur {

// "activateur/near/1": what is near `job`, or `competence`, in the order given.
json near_jobs_document(const framework& f, std::uint32_t job, const std::vector<near_entry>& found);
json near_competences_document(const framework& f, std::uint32_t competence, const std::vector<near_entry>& found);

// "activateur/detection/1": the competences found to be of a kind, in the order given. `earlier`: the version they
// were compared with, or null.
json detection_document(const framework& f, const framework* earlier, detection_kind kind,
                        const std::vector<competence_detection>& found);

}  // namespace activateur
