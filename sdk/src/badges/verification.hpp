// Verifying one credential: every check, its verdict and why.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "badges/credential.hpp"
#include "badges/policy.hpp"
#include "badges/verdict.hpp"
#include "base/context.hpp"
#include "linkeddata/jsonld.hpp"
#include "net/document_source.hpp"

namespace activateur {

// Checks come in this order; those that do not apply to the kind of badge are left out, `status` is there once for each
// entry:
//   parse         the bytes hold a badge (container, form)
//   context       the @context is that of the version
//   type          it is a badge (or an endorsement, or a profile)
//   subject       it says whom it recognises
//   achievement   it says what it recognises
//   issuer        it says who issues it
//   image         the assertion's image is an address (up to 2.0)
//   evidence      the evidence is named or described (2.0)
//   proof         the signature is good, by an accepted algorithm that fits the key
//   key           the key is the issuer's: anchored or self-asserted (valid), another party's (invalid), unanchored
//   claims        the claims of a VC-JWT equal the credential
//   hosted        the hosted copy is this badge, where its issuer allows (up to 2.0)
//   schema        it satisfies the JSON Schemas that it names (3.0)
//   refresh       the newer copy that its issuer serves is good too (3.0)
//   status        it is not revoked
//   dates         it is within its period of validity
//   recipient     it was given to the recipient asked for (only when asked)
//   endorsements  an endorsement that comes with it is good; once for each; noted only
//   extensions    extensions come with it (1.1, 2.0); noted only, until one is found wrong
//   contents      a credential inside is valid; once for each (Comprehensive Learner Record); noted only
//   trust         its issuer is on the host's list (only when the policy has one)
struct check {
  std::string name;  // stable, as above
  verdict result = verdict::indeterminate;
  sentence why;        // its code is the check's `code`
  json evidence;       // what was used: hashes, key thumbprint, URLs; null when nothing
  bool noted = false;  // told, and decides nothing
  sentence cause{};    // why what was needed could not be had, said after `why`; empty when it is simply not at hand
};

// Whether the check counts for the overall verdict.
bool decides(const check& c);
// See `verification` below.
verdict overall_of(const std::vector<check>& checks);

struct verify_options {
  std::optional<instant> at;                    // the moment of the verification; default: context.now
  const document_source* documents = nullptr;   // what URLs serve; nothing else is fetched
  const context_library* contexts = nullptr;    // of JSON-LD; default: known_contexts()
  const verification_policy* policy = nullptr;  // default: verification_policy{}
  std::string recipient;                        // e-mails, URLs and DIDs of the person who must be the recipient, one
                                                // a line, 32 at most; empty: not checked
  std::string fetched_from;                     // URL from which the host itself has just fetched the input over
                                                // HTTPS; empty: the input's origin proves nothing
};

// Why these options are refused: more than 32 identities of one recipient, fetched from what is no web address.
std::optional<error> refusal_of(const verify_options& options);

// What ties the key of a signature to the issuer.
enum class key_binding {
  none,           // no key, or no signature
  anchored,       // the issuer publishes it, hosts the badge, or the host's own list names the key
  self_asserted,  // the issuer is known by this key alone
  unanchored,     // nothing at hand shows that it is the issuer's
};
std::string_view name(key_binding b);

// Among the checks that decide: one invalid makes the whole `invalid`; else one indeterminate makes it
// `indeterminate`; else it is `valid`. Nothing is valid by default: every path either checks a signature and whose key
// it is, or compares the badge with the copy its issuer hosts.
struct verification {
  std::string source;  // what the host calls the input
  verdict overall = verdict::indeterminate;
  std::vector<check> checks;  // in the order they were made
  credential subject;         // what the badge says; believe it only as far as `overall` allows
  std::string sha256;         // of the input bytes, hex
  std::string container;      // "json", "jwt", "png", "svg", "pdf"
  key_binding binding = key_binding::none;
  std::vector<verification> contents;                          // of a Comprehensive Learner Record, in its order
  std::map<std::string, sentence, std::less<>> unreachable{};  // URLs that were asked for in vain, and why
};

// Fails only when the bytes hold no credential at all (malformed JSON or picture, no badge inside, a payload that is
// no text) or exceed a bound, or the options are refused; the error says where. Everything else is an answer: a forged,
// expired, revoked or ill-formed badge, an algorithm that is refused, a key that is not at hand. Thread-safe.
result<verification> verify_credential(std::string_view bytes, std::string source, const verify_options& options,
                                       const context& with);

// Document "activateur/verification/1" for a list of results.
json to_document(const std::vector<verification>& results, const context& with);

}  // namespace activateur
