// The structure of an Open Badges 3.0 credential, an endorsement or a Comprehensive Learner Record 2.0, whatever
// secures it.
#pragma once

#include "badges/inquiry.hpp"

namespace activateur {

// Adds the checks context, type, subject, achievement and issuer.
void check_shape(const inquiry& q, const json& document);

// What the `type` says a credential is.
bool is_endorsement(const std::vector<std::string>& types);
bool is_learner_record(const std::vector<std::string>& types);

}  // namespace activateur
