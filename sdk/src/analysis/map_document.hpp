// Inside analysis: what the documents about the carte share.
#pragma once

#include "analysis/possibilities.hpp"

namespace activateur {

// One element of "targets" of "activateur/map/1".
json target_document(const possibility& p, const possibilities& map, language lang);
json summary_document(const target_summary& of);

}  // namespace activateur
