// Names to addresses.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/deadline.hpp"
#include "base/result.hpp"
#include "net/ip_address.hpp"

namespace activateur {

// Every address of a host name, in order of preference, before `until`. Called from any thread.
using resolver = std::function<result<std::vector<ip_address>>(const std::string& name, deadline::clock::time_point)>;

// The system's (getaddrinfo). It cannot be interrupted: past `until` it is left alone on a thread of its own, which
// ends with it and touches nothing but its own memory and this library's code (kept mapped by the link option
// nodelete).
result<std::vector<ip_address>> resolve_by_system(const std::string& name, deadline::clock::time_point until);

}  // namespace activateur
