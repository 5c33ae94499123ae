// Which competence or job an alignment means, as a document (docs/schemas/alignment.json).
#pragma once

#include "base/language.hpp"
#include "json/json.hpp"
#include "recognition/alignment.hpp"

namespace activateur {

// `given`: an Alignment of Open Badges 3.0 (8.3) or an AlignmentObject of 2.0.
result<json> alignment_document(const json& given, const framework_set& frameworks, language l);

// "activateur/correspondences/1" of a job or competence, by its name.
result<json> correspondences_document(const framework_set& frameworks, std::string_view name, std::size_t limit);

}  // namespace activateur
