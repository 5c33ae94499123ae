// Whose word a badge is: a third party's, or no more than that of whoever holds it.
#pragma once

#include "badges/verification.hpp"
#include "recognition/policy.hpp"

namespace activateur {

// Whether the badge shows that its issuer's id is its issuer's: the key is published by it, or the id, a DID, is the
// key itself.
bool issuer_proven(const verification& seen);

// Whether the badge weighs as somebody else's: valid, its issuer not its subject, and its issuer either shown by what
// the issuer publishes, or proven and named by this policy or by the list of trusted issuers. A key by itself is
// nobody: anyone makes one and writes any name beside it.
bool of_third_party(const verification& seen, const policy& by);

// Whether this policy or the list of trusted issuers names the issuer, whose id is proven.
bool issuer_named(const verification& seen, const policy& by);

// Whether an achievement's address lies on the issuer's own site (its HTTPS address, or that of its did:web).
bool on_site_of(const std::string& issuer, const std::string& address);

}  // namespace activateur
