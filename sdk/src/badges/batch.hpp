// Verifying many credentials at once.
#pragma once

#include <span>

#include "badges/verification.hpp"

namespace activateur {

struct credential_input {
  std::string_view bytes;
  std::string source;
};

// One result an input, in their order. What holds no credential at all is a result too - invalid, with a check `parse`
// that says why - so that one broken file hides no other. `threads` 0: one a core. Fails only when cancelled, or for
// options that are refused.
result<std::vector<verification>> verify_credentials(std::span<const credential_input> inputs,
                                                     const verify_options& options, unsigned threads,
                                                     const context& with);

// verify_credential, with such a result in place of its error. Only cancellation and refused options still fail.
result<verification> verify_or_refuse(const credential_input& input, const verify_options& options,
                                      const context& with);

}  // namespace activateur
