// What the built-in contexts say of keys and status lists whose published files are not at hand: as facts, each term of
// each type. W3C Controlled Identifiers 1.0, section 4.1, gives the digests of the files for Multikey (SHA-256
// ba2c182d...58597) and JsonWebKey (0f14b62f...0bece): files of these digests say what is expected here.
#include <gtest/gtest.h>

#include "linkeddata/jsonld.hpp"

namespace activateur {
namespace {

std::string rdf_of(const char* text) {
  const auto document = read_json(text);
  if (!document) return document.why().text(language::en);
  const auto quads = to_rdf(*document, {});
  if (!quads) return quads.why().text(language::en);
  std::vector<std::string> lines;
  for (const quad& q : *quads) lines.push_back(write_nquad(q));
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

TEST(KnownContexts, SayWhatEachTermOfAMultikeyIs) {
  EXPECT_EQ(rdf_of(R"({"@context": "https://w3id.org/security/multikey/v1", "id": "urn:key", "type": "Multikey",
    "controller": "urn:issuer", "revoked": "2026-02-01T00:00:00Z", "expires": "2026-03-01T00:00:00Z",
    "publicKeyMultibase": "z6M", "secretKeyMultibase": "z3u"})"),
            R"(<urn:key> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#Multikey> .
<urn:key> <https://w3id.org/security#controller> <urn:issuer> .
<urn:key> <https://w3id.org/security#expiration> "2026-03-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<urn:key> <https://w3id.org/security#publicKeyMultibase> "z6M"^^<https://w3id.org/security#multibase> .
<urn:key> <https://w3id.org/security#revoked> "2026-02-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<urn:key> <https://w3id.org/security#secretKeyMultibase> "z3u"^^<https://w3id.org/security#multibase> .
)");
}

TEST(KnownContexts, SayWhatEachTermOfAJsonWebKeyIs) {
  EXPECT_EQ(rdf_of(R"({"@context": "https://w3id.org/security/jwk/v1", "id": "urn:key", "type": "JsonWebKey",
    "controller": "urn:issuer", "revoked": "2026-02-01T00:00:00Z", "expires": "2026-03-01T00:00:00Z",
    "publicKeyJwk": {"kty": "OKP"}, "secretKeyJwk": {"d": "AA"}})"),
            R"(<urn:key> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#JsonWebKey> .
<urn:key> <https://w3id.org/security#controller> <urn:issuer> .
<urn:key> <https://w3id.org/security#expiration> "2026-03-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<urn:key> <https://w3id.org/security#publicKeyJwk> "{\"kty\":\"OKP\"}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
<urn:key> <https://w3id.org/security#revoked> "2026-02-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<urn:key> <https://w3id.org/security#secretKeyJwk> "{\"d\":\"AA\"}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
)");
}

// Status List 2021, draft of the W3C Credentials Community Group.
TEST(KnownContexts, SayWhatEachTermOfAStatusListOf2021Is) {
  EXPECT_EQ(rdf_of(R"({"@context": "https://w3id.org/vc/status-list/2021/v1", "@graph": [
    {"@id": "urn:status", "@type": "StatusList2021Entry", "statusPurpose": "revocation", "statusListIndex": "94567",
     "statusListCredential": "urn:credential"},
    {"@id": "urn:list", "@type": "StatusList2021", "statusPurpose": "revocation", "encodedList": "H4sI"},
    {"@id": "urn:credential", "@type": "StatusList2021Credential", "name": "n", "description": "d"}]})"),
            R"(<urn:credential> <http://schema.org/description> "d" .
<urn:credential> <http://schema.org/name> "n" .
<urn:credential> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/vc/status-list#StatusList2021Credential> .
<urn:list> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/vc/status-list#StatusList2021> .
<urn:list> <https://w3id.org/vc/status-list#encodedList> "H4sI" .
<urn:list> <https://w3id.org/vc/status-list#statusPurpose> "revocation" .
<urn:status> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/vc/status-list#StatusList2021Entry> .
<urn:status> <https://w3id.org/vc/status-list#statusListCredential> <urn:credential> .
<urn:status> <https://w3id.org/vc/status-list#statusListIndex> "94567" .
<urn:status> <https://w3id.org/vc/status-list#statusPurpose> "revocation" .
)");
}

TEST(KnownContexts, ProtectTheTermsOfKeysAndStatusLists) {
  for (const char* url : {"https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1"})
    EXPECT_NE(
        rdf_of((R"({"@context": [")" + std::string(url) + R"(", {"id": "urn:p"}], "@id": "urn:key", "@type": "urn:t"})")
                   .c_str())
            .find("protected"),
        std::string::npos)
        << url;
  EXPECT_NE(rdf_of(R"({"@context": ["https://w3id.org/vc/status-list/2021/v1", {"StatusList2021": "urn:p"}],
    "@id": "urn:list", "@type": "StatusList2021"})")
                .find("protected"),
            std::string::npos);
}

}  // namespace
}  // namespace activateur
