// Options of a verification, as several calls take them.
#pragma once

#include "guard.hpp"

namespace activateur::c_api {

// The options as the engine takes them; false: misuse.
bool read_options(const adp_session& session, const adp_verify_options& known, verify_options& out);
// What is read of the options' policy; it outlives the verification.
result<std::optional<verification_policy>> read_policy_option(const adp_document* given);

}  // namespace activateur::c_api
