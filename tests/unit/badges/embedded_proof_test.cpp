// Credentials with embedded proofs: what is good, whose key it is, and every way it can go wrong.
#include <functional>

#include "badges/integrity_signing.hpp"
#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

const std::string issuer_url = "https://badges.example.org/issuers/1";

json proven(const json& document, const private_key& key, const std::string& method,
            cryptosuite suite = cryptosuite::eddsa_rdfc_2022, const std::string& id = {},
            std::vector<std::string> previous = {}) {
  proof_options how;
  how.suite = suite;
  how.verification_method = method;
  how.created = *parse_date_time("2026-02-01T00:00:00Z");
  how.id = id;
  how.previous = std::move(previous);
  auto out = add_proof(document, key, how, at_noon());
  EXPECT_TRUE(out.ok()) << (out.ok() ? "" : out.why().text(language::en));
  return out.ok() ? *std::move(out) : json{};
}

std::string own_method(const private_key& key) { return did_key(key) + '#' + key.public_part().multikey(); }

json self_issued(const private_key& key, cryptosuite suite = cryptosuite::eddsa_rdfc_2022) {
  return proven(badge_3(did_key(key)), key, own_method(key), suite);
}

verification under(const json& document, const verification_policy& policy, const document_source* known = nullptr) {
  verify_options options;
  options.policy = &policy;
  options.documents = known;
  return verified(write_json(document), options);
}

verification seen_with(const json& document, const snapshot& known = {}) {
  return verified(write_json(document), known);
}

TEST(EmbeddedProof, OfEachSuiteIsGoodAndCoversEveryWord) {
  struct kind {
    cryptosuite suite;
    key_type key;
  };
  for (const kind& k :
       {kind{cryptosuite::eddsa_rdfc_2022, key_type::ed25519}, kind{cryptosuite::eddsa_jcs_2022, key_type::ed25519},
        kind{cryptosuite::ecdsa_rdfc_2019, key_type::p256}, kind{cryptosuite::ecdsa_rdfc_2019, key_type::p384},
        kind{cryptosuite::ecdsa_jcs_2019, key_type::p256}, kind{cryptosuite::ecdsa_jcs_2019, key_type::p384}}) {
    const private_key key = new_key(k.key);
    json document = self_issued(key, k.suite);
    const verification seen = seen_with(document);
    EXPECT_EQ(seen.overall, verdict::valid) << name_of(k.suite) << told(seen);
    EXPECT_EQ(code(seen, "proof"), "proof.good");
    EXPECT_EQ(seen.binding, key_binding::self_asserted);
    document["credentialSubject"]["achievement"]["name"] = "Autre";
    EXPECT_EQ(code(seen_with(document), "proof"), "proof.signature_wrong") << name_of(k.suite);
    EXPECT_EQ(seen_with(document).overall, verdict::invalid);
  }
}

TEST(EmbeddedProof, OfTheRdfSuitesDoesNotDependOnTheOrderOfMembersAndSets) {
  const private_key key = new_key(key_type::ed25519);
  json document = self_issued(key);
  json& tags = document["credentialSubject"]["achievement"]["tag"];
  std::swap(tags[0], tags[1]);
  EXPECT_EQ(seen_with(document).overall, verdict::valid);
}

TEST(EmbeddedProof, DoesNotLetUnsignedWordsRideAlong) {
  const private_key key = new_key(key_type::ed25519);
  json document = self_issued(key);
  document["credentialSubject"]["achievement"]["grade"] = "excellent";
  EXPECT_EQ(code(seen_with(document), "proof"), "jsonld.unmapped");
  EXPECT_EQ(seen_with(document).overall, verdict::invalid);
  document = self_issued(key);
  document["credentialSubject"]["achievement"]["@context"] = {{"@vocab", "https://example.org/"}};
  EXPECT_EQ(code(seen_with(document), "proof"), "integrity.context");
  document = self_issued(key);
  document["@context"].push_back("https://example.org/own-terms");
  EXPECT_EQ(code(seen_with(document), "proof"), "jsonld.unknown_context");
  EXPECT_EQ(seen_with(document).overall, verdict::indeterminate);
}

// A signature over RDF stays good when the document is written in another form. What a check reads must not go out of
// its sight that way: each of these has the same RDF as the signed badge, which expired and names a status list.
TEST(EmbeddedProof, IsRefusedWhereTheDocumentSaysThingsOutOfSightOfItsReaders) {
  const private_key key = new_key(key_type::ed25519);
  json badge = badge_3(did_key(key));
  badge["validUntil"] = "2026-02-01T00:00:00Z";
  badge["credentialStatus"] = {{"id", "https://badges.example.org/status/1#7"},
                               {"type", "BitstringStatusListEntry"},
                               {"statusPurpose", "revocation"},
                               {"statusListIndex", "7"},
                               {"statusListCredential", "https://badges.example.org/status/1"}};
  badge["@context"].push_back("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
  badge["refreshService"] = {{"id", "https://badges.example.org/7"}, {"type", "1EdTechCredentialRefresh"}};
  badge["endorsement"] = {{{"id", "urn:uuid:0d8a9e2e-1f0b-4f7e-9d52-9a3a5a1f3f11"},
                           {"type", {"VerifiableCredential", "EndorsementCredential"}},
                           {"issuer", {{"id", did_key(key)}, {"type", {"Profile"}}}},
                           {"validFrom", "2026-01-20T00:00:00Z"},
                           {"credentialSubject", {{"id", badge["id"]}, {"type", {"EndorsementSubject"}}}}}};
  const json good = proven(badge, key, own_method(key));
  ASSERT_EQ(code(seen_with(good), "proof"), "proof.good") << told(seen_with(good));
  ASSERT_EQ(code(seen_with(good), "dates"), "dates.expired");
  const auto refused = [&](const char* wanted, const std::function<void(json&)>& write_otherwise) {
    json document = good;
    write_otherwise(document);
    const verification seen = seen_with(document);
    EXPECT_EQ(seen.overall, verdict::invalid) << wanted << told(seen);
    EXPECT_EQ(code(seen, "proof"), wanted) << told(seen);
  };
  const auto moved = [](json& from, const char* name) {
    json out = std::move(from[name]);
    from.erase(name);
    return out;
  };
  refused("jsonld.not_plain", [&](json& d) {
    d["https://www.w3.org/2018/credentials#validUntil"] = {{"@value", moved(d, "validUntil")},
                                                           {"@type", "http://www.w3.org/2001/XMLSchema#dateTime"}};
  });
  refused("jsonld.not_plain",
          [&](json& d) { d["https://www.w3.org/2018/credentials#credentialStatus"] = moved(d, "credentialStatus"); });
  refused("jsonld.not_plain", [&](json& d) { d["@nest"] = {{"validUntil", moved(d, "validUntil")}}; });
  refused("integrity.elsewhere", [&](json& d) {
    d["@included"] = json::array({{{"id", d["id"]}, {"type", d["type"]}, {"validUntil", moved(d, "validUntil")}}});
  });
  refused("integrity.elsewhere", [&](json& d) {
    d["credentialSubject"]["@reverse"] = {
        {"credentialSubject", {{"id", d["id"]}, {"type", d["type"]}, {"validUntil", moved(d, "validUntil")}}}};
  });
  refused("jsonld.not_plain", [&](json& d) { d["@id"] = moved(d, "id"); });
  refused("jsonld.not_plain", [&](json& d) { d["credentialStatus"]["@type"] = moved(d["credentialStatus"], "type"); });
  refused("jsonld.not_plain", [&](json& d) {
    d["refreshService"]["type"] = "https://purl.imsglobal.org/spec/vccr/v1p0/context.json#1EdTechCredentialRefresh";
  });
  refused("integrity.elsewhere", [&](json& d) {
    json& subject = d["endorsement"][0]["credentialSubject"];
    subject["type"] = {"EndorsementSubject", "VerifiableCredential"};
    subject["validUntil"] = moved(d, "validUntil");
  });
  // Of the proof itself too.
  refused("jsonld.not_plain", [&](json& d) {
    d["proof"]["http://purl.org/dc/terms/created"] = {{"@value", moved(d["proof"], "created")},
                                                      {"@type", "http://www.w3.org/2001/XMLSchema#dateTime"}};
  });
  refused("proof.malformed", [&](json& d) { d["proof"]["expiration"] = "2027-01-01T00:00:00Z"; });
}

// The RDF of a node is the same whether it has a blank node's label or none.
TEST(EmbeddedProof, IsRefusedWhereAnIdIsNoPartOfWhatWasSigned) {
  const private_key key = new_key(key_type::ed25519);
  json badge = badge_3(did_key(key));
  badge.erase("id");
  badge["credentialSubject"].erase("id");
  const json good = proven(badge, key, own_method(key));
  ASSERT_EQ(code(seen_with(good), "proof"), "proof.good") << told(seen_with(good));
  for (const char* where : {"/id", "/credentialSubject/id"}) {
    json labelled = good;
    labelled[json::json_pointer(where)] = "_:x";
    EXPECT_EQ(code(seen_with(labelled), "proof"), "jsonld.blank_id") << told(seen_with(labelled));
  }
}

TEST(EmbeddedProof, AcceptsTheContextsTheHostAdds) {
  const private_key key = new_key(key_type::ed25519);
  context_library mine;
  mine.add_known_contexts();
  mine.add("https://example.org/own-terms", {{"@context", {{"grade", "https://example.org/terms#grade"}}}});
  json document = badge_3(did_key(key));
  document["@context"].push_back("https://example.org/own-terms");
  document["credentialSubject"]["achievement"]["grade"] = "excellent";
  proof_options how;
  how.verification_method = own_method(key);
  how.contexts = &mine;
  const auto signed_one = add_proof(document, key, how, at_noon());
  ASSERT_TRUE(signed_one.ok()) << signed_one.why().text(language::en);
  EXPECT_EQ(seen_with(*signed_one).overall, verdict::indeterminate);
  verify_options options;
  options.contexts = &mine;
  EXPECT_EQ(verified(write_json(*signed_one), options).overall, verdict::valid);
}

TEST(EmbeddedProof, SaysWhatIsWrongWithItsForm) {
  const private_key key = new_key(key_type::ed25519);
  const json good = self_issued(key);
  const auto with = [&](const char* member, const json& value) {
    json document = good;
    document["proof"][member] = value;
    return code(seen_with(document), "proof");
  };
  EXPECT_EQ(with("proofPurpose", "authentication"), "proof.purpose");
  EXPECT_EQ(with("verificationMethod", key.public_part().multikey()), "proof.method_without_scheme");
  EXPECT_EQ(with("verificationMethod", nullptr), "proof.malformed");
  EXPECT_EQ(with("proofValue", nullptr), "proof.malformed");
  EXPECT_EQ(with("proofValue", "z123"), "integrity.value");
  EXPECT_EQ(with("proofValue", "0"), "integrity.value");
  EXPECT_EQ(with("cryptosuite", nullptr), "proof.malformed");
  EXPECT_EQ(with("cryptosuite", "rot13-2027"), "proof.suite_unknown");
  EXPECT_EQ(with("created", "2026-02-01T00:00:00"), "integrity.created");
  EXPECT_EQ(with("expires", "2026-03-01T00:00:00Z"), "proof.expired");
  EXPECT_EQ(with("expires", 12), "proof.malformed");
  EXPECT_EQ(with("cryptosuite", "ecdsa-rdfc-2019"), "integrity.key");
  json document = good;
  document["proof"] = json::array({12});
  EXPECT_EQ(code(seen_with(document), "proof"), "proof.malformed");
  document.erase("proof");
  EXPECT_EQ(code(seen_with(document), "proof"), "proof.missing");
  document["proof"] = json(17, good["proof"]);
  EXPECT_EQ(code(seen_with(document), "proof"), "proof.too_many");
}

TEST(EmbeddedProof, WhoseKeyIsNamedWithinTheIssuersIdIsUnanchoredUntilTheIssuerIsAsked) {
  const private_key key = new_key(key_type::ed25519);
  const std::string method = issuer_url + '#' + key.public_part().multikey();
  const json document = proven(badge_3(issuer_url), key, method);
  const verification alone = seen_with(document);
  EXPECT_EQ(alone.overall, verdict::valid) << told(alone);
  EXPECT_EQ(alone.binding, key_binding::unanchored);
  EXPECT_EQ(code(alone, "key"), "key.own_word");
  verification_policy strict;
  strict.accept_own_word = false;
  EXPECT_EQ(under(document, strict).overall, verdict::indeterminate);

  snapshot known;
  json method_object{{"id", method},
                     {"type", "Multikey"},
                     {"controller", issuer_url},
                     {"publicKeyMultibase", key.public_part().multikey()}};
  known.add(issuer_url, write_json({{"id", issuer_url}, {"assertionMethod", {method_object}}}));
  EXPECT_EQ(under(document, strict, &known).overall, verdict::valid);
  EXPECT_EQ(seen_with(document, known).binding, key_binding::anchored);

  // An attacker writes the same form: as soon as the issuer's own document is at hand, it does not hold.
  const private_key attacker = new_key(key_type::ed25519);
  const json forged = proven(badge_3(issuer_url), attacker, issuer_url + '#' + attacker.public_part().multikey());
  EXPECT_EQ(seen_with(forged, known).overall, verdict::invalid);
  known.add(issuer_url, "<html></html>");
  EXPECT_EQ(seen_with(forged, known).overall, verdict::indeterminate);
  // Within another address of the site it is not the issuer's own word.
  const json elsewhere =
      proven(badge_3(issuer_url), attacker, "https://badges.example.org/other#" + attacker.public_part().multikey());
  EXPECT_EQ(seen_with(elsewhere).overall, verdict::indeterminate);
  EXPECT_EQ(code(seen_with(elsewhere), "proof"), "proof.good");
}

TEST(EmbeddedProof, NeverTakesTheKeyOfADidWebFromItsFragment) {
  const private_key attacker = new_key(key_type::ed25519);
  const std::string did = "did:web:badges.example.org";
  const json document = proven(badge_3(did), attacker, did + '#' + attacker.public_part().multikey());
  EXPECT_EQ(seen_with(document).overall, verdict::indeterminate);
  EXPECT_EQ(code(seen_with(document), "key"), "key.document_missing");
}

TEST(EmbeddedProof, OfADidKeyIsItsOwnIdentityOrNobodys) {
  const private_key key = new_key(key_type::ed25519);
  const verification nameless =
      seen_with(proven(badge_3("urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164"), key, did_key(key)));
  EXPECT_EQ(nameless.overall, verdict::valid) << told(nameless);
  EXPECT_EQ(code(nameless, "key"), "key.only_identity");
  EXPECT_EQ(nameless.binding, key_binding::self_asserted);

  const json document = proven(badge_3(issuer_url), key, own_method(key));
  EXPECT_EQ(seen_with(document).overall, verdict::indeterminate);
  EXPECT_EQ(code(seen_with(document), "key"), "key.unanchored");
  snapshot known;
  known.add(issuer_url, write_json({{"id", issuer_url}, {"name", "Atelier"}}));
  EXPECT_EQ(seen_with(document, known).overall, verdict::indeterminate);
  known.add("https://badges.example.org/.well-known/jwks.json",
            write_json({{"keys", {new_key(key_type::ed25519).public_part().jwk()}}}));
  EXPECT_EQ(code(seen_with(document, known), "key"), "key.not_the_issuers");
  known.add("https://badges.example.org/.well-known/jwks.json", write_json({{"keys", {key.public_part().jwk()}}}));
  EXPECT_EQ(seen_with(document, known).overall, verdict::valid);

  const private_key other = new_key(key_type::ed25519);
  EXPECT_EQ(code(seen_with(proven(badge_3(did_key(other)), key, own_method(key))), "key"), "key.not_the_issuers");
}

TEST(EmbeddedProof, BesideOthersIsEnoughUnlessThePolicyAsksForAll) {
  const private_key key = new_key(key_type::ed25519);
  json document = self_issued(key);
  document["proof"] = json::array({{{"type", "FutureProof2030"},
                                    {"verificationMethod", own_method(key)},
                                    {"proofPurpose", "assertionMethod"},
                                    {"proofValue", "z22"}},
                                   document["proof"]});
  EXPECT_EQ(seen_with(document).overall, verdict::valid) << told(seen_with(document));
  verification_policy all;
  all.every_proof = true;
  EXPECT_EQ(under(document, all).overall, verdict::indeterminate);
  document["proof"][0] = document["proof"][1];
  document["proof"][0]["created"] = "2026-02-02T00:00:00Z";  // what was signed says otherwise
  EXPECT_EQ(seen_with(document).overall, verdict::valid);
  EXPECT_EQ(under(document, all).overall, verdict::invalid);
}

TEST(EmbeddedProof, InAChainIsGoodOnlyWithTheProofsItBuildsOn) {
  const private_key key = new_key(key_type::ed25519);
  const json first = proven(badge_3(did_key(key)), key, own_method(key), cryptosuite::eddsa_rdfc_2022, "urn:uuid:1");
  const json both = proven(first, key, own_method(key), cryptosuite::eddsa_rdfc_2022, "urn:uuid:2", {"urn:uuid:1"});
  verification_policy all;
  all.every_proof = true;
  EXPECT_EQ(under(both, all).overall, verdict::valid) << told(under(both, all));
  json without = both;
  without["proof"] = both["proof"][1];
  EXPECT_EQ(code(seen_with(without), "proof"), "integrity.previous");
  // The first is by a key that proves nothing; the second covers it, and is no better.
  const json foreign = proven(badge_3(did_key(key)), new_key(key_type::ed25519), own_method(key),
                              cryptosuite::eddsa_rdfc_2022, "urn:uuid:1");
  const json over = proven(foreign, key, own_method(key), cryptosuite::eddsa_rdfc_2022, "urn:uuid:2", {"urn:uuid:1"});
  EXPECT_EQ(seen_with(over).overall, verdict::invalid) << told(seen_with(over));
}

}  // namespace
}  // namespace activateur::test
