// Verifying one credential: every check, its verdict and why.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "badges/credential.hpp"
#include "badges/snapshot.hpp"
#include "badges/verdict.hpp"
#include "base/context.hpp"

namespace activateur {

struct check {
  std::string name;  // stable: "parse", "type", "proof", "issuer", "status", "dates", "recipient", ...
  verdict result = verdict::indeterminate;
  sentence why;   // its code is the check's `code`
  json evidence;  // what was used: hashes, key thumbprint, URLs; null when nothing
};

struct verify_options {
  std::optional<instant> at;            // the moment of the verification; default: context.now
  const snapshot* documents = nullptr;  // what URLs serve; nothing else is fetched
  std::string recipient;                // e-mail, URL or DID that must be the recipient; empty: not checked
  std::string fetched_from;             // URL from which the host itself has just fetched the input over
                                        // HTTPS; empty: the input's origin proves nothing
};

struct verification {
  std::string source;  // what the host calls the input
  verdict overall = verdict::indeterminate;
  std::vector<check> checks;  // in the order they were made
  credential subject;         // what the badge says; believe it only as far as `overall` allows
  std::string sha256;         // of the input bytes, hex
  std::string container;      // "json", "jwt", "png", "svg"
};

// Fails only when the bytes are no credential at all or exceed a bound: a forged, expired or broken one is an
// answer. Thread-safe.
result<verification> verify_credential(std::string_view bytes, std::string source, const verify_options& options,
                                       const context& with);

// Document "activateur/verification/1" for a list of results.
json to_document(const std::vector<verification>& results, const context& with);

}  // namespace activateur
