// How a person is found by an identifier of the host's.
#pragma once

#include "store/vault.hpp"

namespace activateur {

octets identifier_lookup(const vault& keys, std::string_view system, std::string_view value);

}  // namespace activateur
