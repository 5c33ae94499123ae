// The hashed forms of recipients' identities, up to Open Badges 2.0.
#pragma once

#include <string_view>

namespace activateur {

// `sha256$` or `md5$` and as many hexadecimal digits as the algorithm gives; `older` also has sha1 and sha512, which
// validators before 2.0 accepted.
bool is_identity_hash(std::string_view identity, bool older = false);

}  // namespace activateur
