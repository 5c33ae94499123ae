// Inside analysis: what its documents share.
#pragma once

#include "analysis/gap.hpp"

namespace activateur {

json document_of(const coverage& c);

// What no computation of this room reads, said in every result.
inline json not_used() { return {"name", "sex", "age", "address"}; }

}  // namespace activateur
