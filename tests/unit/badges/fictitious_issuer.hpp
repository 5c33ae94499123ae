// Issuers with generated keys, and badges of nobody in particular, for the tests of badges/.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "badges/issuing.hpp"
#include "badges/verification.hpp"
#include "crypto/jws.hpp"
#include "net/snapshot.hpp"

namespace activateur::test {

inline context at_noon() {
  context with;
  with.lang = language::en;
  with.now = *parse_date_time("2026-11-24T12:00:00Z");
  return with;
}

inline private_key new_key(key_type type) {
  auto key = private_key::generate(type);
  EXPECT_TRUE(key.ok());
  return *std::move(key);
}

inline std::string did_key(const private_key& key) { return "did:key:" + key.public_part().multikey(); }
inline std::string did_jwk(const private_key& key) {
  return "did:jwk:" + to_base64url(as_octets(write_json(key.public_part().jwk())));
}

// An Open Badges 3.0 credential in the VC 2.0 model.
inline json badge_3(const std::string& issuer) {
  return {{"@context",
           {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
          {"id", "urn:uuid:7ac1a1f6-2b3c-4d5e-8f90-0123456789ab"},
          {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
          {"name", "Accueil d'un groupe"},
          {"issuer", {{"id", issuer}, {"type", {"Profile"}}, {"name", "Atelier fictif"}}},
          {"validFrom", "2026-01-15T09:00:00Z"},
          {"validUntil", "2027-01-15T09:00:00Z"},
          {"credentialSubject",
           {{"id", "did:example:personne"},
            {"type", {"AchievementSubject"}},
            {"achievement",
             {{"id", "https://example.org/achievements/accueil"},
              {"type", {"Achievement"}},
              {"name", "Accueillir un groupe"},
              {"description", "Accueille et oriente un groupe de visiteurs."},
              {"criteria", {{"narrative", "Trois accueils observés."}}},
              {"tag", {"accueil", "bénévolat"}},
              {"alignment",
               {{{"type", {"Alignment"}},
                 {"targetCode", "K1304"},
                 {"targetName", "Services domestiques"},
                 {"targetFramework", "ROME 4.0"},
                 {"targetUrl", "https://example.org/rome/K1304"},
                 {"targetDescription", nullptr}}}}}}}}};
}

inline signature_algorithm usual_algorithm(const private_key& key) {
  switch (key.public_part().type()) {
    case key_type::ed25519: return signature_algorithm::eddsa;
    case key_type::p256: return signature_algorithm::es256;
    case key_type::p384: return signature_algorithm::es384;
    case key_type::rsa: break;
  }
  return signature_algorithm::rs256;
}

// The claims as an issuer of the VC 2.0 form writes them, and any header: nothing is refused here.
inline std::string sign(const json& payload, json header, const private_key& key) {
  auto token = make_jws(std::move(header), write_json(payload), key, usual_algorithm(key));
  EXPECT_TRUE(token.ok());
  return token.ok() ? *token : std::string{};
}

inline verification verified(const std::string& bytes, const verify_options& options = {}) {
  auto seen = verify_credential(bytes, "test", options, at_noon());
  EXPECT_TRUE(seen.ok()) << (seen.ok() ? "" : seen.why().text(language::en));
  return seen.ok() ? *std::move(seen) : verification{};
}

inline verification verified(const std::string& bytes, const document_source& documents) {
  verify_options options;
  options.documents = &documents;
  return verified(bytes, options);
}

// A source in which one address leads elsewhere, as a site does that sends visitors where they ask.
class open_redirect : public snapshot {
 public:
  open_redirect(snapshot pages, std::string from, std::string to)
      : snapshot(std::move(pages)), from_(std::move(from)), to_(std::move(to)) {}
  [[nodiscard]] web_answer get(std::string_view url) const override {
    web_answer out = snapshot::get(url);
    if (url == from_ && out.document) out.document->url = to_;
    return out;
  }

 private:
  std::string from_;
  std::string to_;
};

// The code of the first check of that name; "-" when it was not made.
inline std::string code(const verification& seen, std::string_view check_name) {
  for (const check& c : seen.checks) {
    if (c.name == check_name) return std::string(c.why.code());
  }
  return "-";
}

inline bool has_code(const verification& seen, std::string_view wanted) {
  return std::any_of(seen.checks.begin(), seen.checks.end(), [&](const check& c) { return c.why.code() == wanted; });
}

// Every check with its verdict and code, to read when an expectation fails.
inline std::string told(const verification& seen) {
  std::string out = std::string(name(seen.overall)) + ":";
  for (const check& c : seen.checks)
    out += "\n  " + c.name + " " + std::string(name(c.result)) + " " + std::string(c.why.code()) + " - " +
           c.why.text(language::en) + " " + c.evidence.dump();
  return out;
}

}  // namespace activateur::test
