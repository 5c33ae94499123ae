// Any bytes given to the verification, with a few documents at hand. The fuzzer holds no private key: an input that is
// found valid was forged, and stops it (a corpus must hold no badge that is really valid here). Nothing is hosted:
// badges that prove themselves by their hosted copy find none.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "badges/verification.hpp"
#include "net/snapshot.hpp"

namespace activateur {
namespace {

const snapshot& sites() {
  static const snapshot known = [] {
    snapshot out;
    // The public keys of RFC 8037 appendix A and RFC 7517 appendix A.1.
    out.add("https://badges.example.org/.well-known/did.json", R"({"id":"did:web:badges.example.org",
      "verificationMethod":[{"id":"#k","controller":"did:web:badges.example.org","type":"JsonWebKey","publicKeyJwk":
      {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}],"assertionMethod":["#k"]})");
    out.add("https://example.org/keys", R"({"keys":[{"kty":"EC","crv":"P-256","kid":"1",
      "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})");
    out.add("https://example.org/organization.json", R"({"id":"https://example.org/organization.json","type":"Issuer",
      "name":"Example","url":"https://example.org","email":"badges@example.org","publicKey":"http://example.org/key",
      "revocationList":"https://example.org/revoked"})");
    out.add("https://example.org/badge.json", R"({"id":"https://example.org/badge.json","type":"BadgeClass",
      "name":"Example","description":"Example","image":"https://example.org/image.png","criteria":"https://example.org/criteria",
      "issuer":"https://example.org/organization.json"})");
    out.add("https://example.org/key.pem",
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
            "-----END PUBLIC KEY-----\n");
    out.add("https://example.org/revoked",
            R"({"revokedAssertions":["urn:uuid:1"],"revokedCredential":[{"id":"urn:1"}]})");
    return out;
  }();
  return known;
}

void run(std::string_view bytes) {
  verify_options options;
  options.documents = &sites();
  options.recipient = "somebody@example.org";
  context with;
  with.now = *parse_date_time("2026-11-24T12:00:00Z");
  const auto seen = verify_credential(bytes, "fuzz", options, with);
  if (!seen) {
    if (seen.why().text(language::fr).empty() || seen.why().text(language::en).empty()) std::abort();
    return;
  }
  if (seen->overall == verdict::valid) std::abort();
  // What is told must be writable as JSON, whatever the input held.
  const std::string document = write_json(to_document({*seen}, with));
  if (document.empty()) std::abort();
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
