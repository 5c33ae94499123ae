// Decentralised identifiers whose documents need no registry: did:key, did:jwk, did:web.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

struct did_url {
  std::string did;       // "did:web:example.org"
  std::string method;    // "web"
  std::string id;        // "example.org"
  std::string fragment;  // without '#'
};
// A DID or DID URL without path or query (nothing here needs them).
std::optional<did_url> read_did_url(std::string_view text);

// The HTTPS address of the document of a did:web (did:web method specification, section 2.5.2). Refused: IP
// addresses, unencoded ports, percent-encoding other than the port's colon, empty, "." and ".." segments.
std::optional<std::string> address_of_did_web(const did_url& did);

}  // namespace activateur
