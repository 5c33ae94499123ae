// Compact JSON Web Signatures (RFC 7515 section 7.1), read strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/key.hpp"

namespace activateur {

struct jws {
  json header;              // protected header
  std::string payload;      // decoded bytes
  std::string signed_part;  // "header.payload", as signed
  octets signature;
  signature_algorithm algorithm{};
  std::string key_id;       // `kid`, may be empty
  std::optional<json> key;  // `jwk`
};

// True when the text has the outer shape of a compact JWS (three base64url parts, the first an object).
bool looks_like_jws(std::string_view text);

// Refuses: other than three parts, loose base64url, header that is not an object, `alg` outside the list of
// signature_algorithm (`none` and HMAC by name), `crit`, `b64`, `zip`, a `jwk` with private members. Header members
// beyond alg, kid, jwk, typ, cty are refused for `strict_header` (Open Badges 3.0 section 8.2.4).
result<jws> read_jws(std::string_view compact, bool strict_header, const std::string& source = {});

// Signs; `header` gets `alg`. Fails when the algorithm does not fit the key.
result<std::string> make_jws(json header, std::string_view payload, const private_key& key, signature_algorithm a);

}  // namespace activateur
