// What comes with a credential: endorsements, the contents of a learner record, a newer copy, the host's trust list.
#include "badges/integrity_signing.hpp"
#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

json proven(const json& document, const private_key& key) {
  proof_options how;
  how.verification_method = did_key(key) + '#' + key.public_part().multikey();
  how.created = *parse_date_time("2026-02-01T00:00:00Z");
  auto out = add_proof(document, key, how, at_noon());
  EXPECT_TRUE(out.ok()) << (out.ok() ? "" : out.why().text(language::en));
  return out.ok() ? *std::move(out) : json{};
}

json endorsement(const private_key& by, const std::string& about) {
  return {{"@context",
           {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
          {"id", "urn:uuid:0d8a9e2e-1f0b-4f7e-9d52-9a3a5a1f3f11"},
          {"type", {"VerifiableCredential", "EndorsementCredential"}},
          {"name", "Endossement"},
          {"issuer", {{"id", did_key(by)}, {"type", {"Profile"}}, {"name", "Réseau fictif"}}},
          {"validFrom", "2026-01-20T00:00:00Z"},
          {"credentialSubject",
           {{"id", about}, {"type", {"EndorsementSubject"}}, {"endorsementComment", "Vu et reconnu."}}}};
}

class Endorsements : public ::testing::Test {
 protected:
  verification seen(const json& one, const char* member = "endorsement") {
    json document = badge_3(did_key(key));
    document[member] = json::array({one});
    return verified(write_json(proven(document, key)));
  }
  private_key key = new_key(key_type::ed25519);
  private_key other = new_key(key_type::ed25519);
  std::string about = badge_3("x")["id"];
};

TEST_F(Endorsements, AreVerifiedAndDecideNothing) {
  const verification good = seen(proven(endorsement(other, about), other));
  EXPECT_EQ(good.overall, verdict::valid) << told(good);
  EXPECT_EQ(code(good, "endorsements"), "endorsements.good");
  json forged = proven(endorsement(other, about), other);
  forged["credentialSubject"]["endorsementComment"] = "Autre chose";
  const verification bad = seen(forged);
  EXPECT_EQ(bad.overall, verdict::valid) << told(bad);
  EXPECT_EQ(code(bad, "endorsements"), "endorsements.refused");
}

TEST_F(Endorsements, MustBeAboutTheBadgeItsAchievementOrItsIssuer) {
  const verification elsewhere = seen(proven(endorsement(other, "https://example.org/another"), other));
  EXPECT_EQ(code(elsewhere, "endorsements"), "endorsements.not_about");
  json document = badge_3(did_key(key));
  json& what = document["credentialSubject"]["achievement"];
  what["endorsement"] = json::array({proven(endorsement(other, what["id"]), other)});
  document["issuer"]["endorsement"] = json::array({proven(endorsement(other, did_key(key)), other)});
  const verification both = verified(write_json(proven(document, key)));
  EXPECT_EQ(std::count_if(both.checks.begin(), both.checks.end(),
                          [](const check& c) { return c.why.code() == "endorsements.good"; }),
            2)
      << told(both);
}

TEST_F(Endorsements, AreEndorsementsAndNoAwards) {
  json award = badge_3(did_key(other));
  award["id"] = "urn:uuid:0d8a9e2e-1f0b-4f7e-9d52-9a3a5a1f3f11";
  EXPECT_EQ(code(seen(proven(award, other)), "endorsements"), "endorsements.no_endorsement");
}

TEST_F(Endorsements, MayBeTokens) {
  const std::string kid = did_key(other) + '#' + other.public_part().multikey();
  const std::string token = sign(endorsement(other, about), {{"kid", kid}}, other);
  EXPECT_EQ(code(seen(token, "endorsementJwt"), "endorsements"), "endorsements.good")
      << told(seen(token, "endorsementJwt"));
  std::string altered = token;
  altered[altered.rfind('.') + 3] ^= 1;
  EXPECT_EQ(code(seen(altered, "endorsementJwt"), "endorsements"), "endorsements.refused");
  EXPECT_EQ(code(seen("no token", "endorsementJwt"), "endorsements"), "endorsements.refused");
}

TEST_F(Endorsements, AreBounded) {
  json document = badge_3(did_key(key));
  document["endorsementJwt"] = json(1000, "x");
  const verification many = verified(sign(document, {{"kid", did_key(key)}}, key));
  EXPECT_EQ(
      std::count_if(many.checks.begin(), many.checks.end(), [](const check& c) { return c.name == "endorsements"; }),
      33);
  EXPECT_TRUE(has_code(many, "endorsements.too_many"));
}

json record_of(const private_key& key, const json& inside) {
  return {{"@context",
           {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
          {"id", "urn:uuid:5f0c8c1c-5a0a-4f6f-8a42-2b9b1e9a7d10"},
          {"type", {"VerifiableCredential", "ClrCredential"}},
          {"name", "Parcours"},
          {"issuer", {{"id", did_key(key)}, {"type", {"Profile"}}, {"name", "Atelier fictif"}}},
          {"validFrom", "2026-03-01T00:00:00Z"},
          {"credentialSubject",
           {{"id", "did:example:personne"}, {"type", {"ClrSubject"}}, {"verifiableCredential", inside}}}};
}

TEST(LearnerRecord, IsVerifiedWithEachCredentialInside) {
  const private_key key = new_key(key_type::ed25519);
  const private_key school = new_key(key_type::ed25519);
  json damaged = proven(badge_3(did_key(school)), school);
  damaged["name"] = "Autre nom";
  const json record = record_of(key, {proven(badge_3(did_key(school)), school), damaged});
  const verification seen = verified(write_json(proven(record, key)));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  ASSERT_EQ(seen.contents.size(), 2U);
  EXPECT_EQ(seen.contents[0].overall, verdict::valid) << told(seen.contents[0]);
  EXPECT_EQ(seen.contents[1].overall, verdict::invalid);
  EXPECT_TRUE(has_code(seen, "contents.valid"));
  EXPECT_TRUE(has_code(seen, "contents.invalid"));
  const json told_of = to_document({seen}, at_noon());
  EXPECT_EQ(told_of["results"][0]["contents"].size(), 2U);
}

TEST(LearnerRecord, ATokenInsideIsReadEnvelopedAndAsText) {
  const private_key key = new_key(key_type::ed25519);
  const private_key school = new_key(key_type::ed25519);
  const std::string token = sign(badge_3(did_key(school)), {{"kid", did_key(school)}}, school);
  const auto envelope = [](const std::string& id) {
    return json{
        {"@context", "https://www.w3.org/ns/credentials/v2"}, {"id", id}, {"type", "EnvelopedVerifiableCredential"}};
  };
  std::string damaged = token;
  damaged[damaged.size() - 10] = damaged[damaged.size() - 10] == 'A' ? 'B' : 'A';
  json inside = json::array();
  inside.push_back(envelope("data:application/vc+jwt," + token));
  inside.push_back(token);
  inside.push_back(envelope("data:application/vc+jwt," + damaged));
  inside.push_back(envelope("https://ecole.example/jeton"));  // no envelope: it is elsewhere
  const json record = record_of(key, inside);
  const verification seen = verified(write_json(proven(record, key)));
  ASSERT_EQ(seen.contents.size(), 4U) << told(seen);
  for (const std::size_t good : {0U, 1U}) {
    EXPECT_EQ(seen.contents[good].overall, verdict::valid) << told(seen.contents[good]);
    EXPECT_EQ(seen.contents[good].container, "jwt");
  }
  for (const std::size_t bad : {2U, 3U}) EXPECT_EQ(seen.contents[bad].overall, verdict::invalid) << bad;
}

class Refresh : public ::testing::Test {
 protected:
  json copy(const json& changes, const private_key& by) const {
    json document = badge_3(did_key(key));
    document["refreshService"] = {{"id", url}, {"type", "1EdTechCredentialRefresh"}};
    document.merge_patch(changes);
    document["@context"].push_back("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
    return proven(document, by);
  }
  [[nodiscard]] verification seen() const { return verified(write_json(copy(json::object(), key)), known); }
  private_key key = new_key(key_type::ed25519);
  std::string url = "https://badges.example.org/refresh/1";
  snapshot known;
};

TEST_F(Refresh, IsAskedOnceAndOnlyTheIssuerCanWithdraw) {
  EXPECT_EQ(code(seen(), "refresh"), "refresh.missing");
  EXPECT_EQ(seen().overall, verdict::valid) << told(seen());
  known.add(url, write_json(copy({{"validFrom", "2026-05-01T00:00:00Z"}}, key)));
  EXPECT_EQ(code(seen(), "refresh"), "refresh.good") << told(seen());
  known.add(url, write_json(copy({{"validUntil", "2026-06-01T00:00:00Z"}}, key)));
  EXPECT_EQ(code(seen(), "refresh"), "refresh.withdrawn");
  EXPECT_EQ(seen().overall, verdict::invalid);
  // Somebody who took the address over signs a copy that is over.
  const private_key attacker = new_key(key_type::ed25519);
  known.add(url, write_json(copy({{"validUntil", "2026-06-01T00:00:00Z"}}, attacker)));
  EXPECT_EQ(code(seen(), "refresh"), "refresh.another");
  EXPECT_EQ(seen().overall, verdict::valid);
  known.add(url, "<html>");
  EXPECT_EQ(code(seen(), "refresh"), "refresh.another");
}

class Trust : public ::testing::Test {
 protected:
  [[nodiscard]] verification seen(const verification_policy& policy) const {
    verify_options options;
    options.policy = &policy;
    return verified(write_json(proven(badge_3(did_key(key)), key)), options);
  }
  private_key key = new_key(key_type::ed25519);
};

TEST_F(Trust, IsNotProvedByAnIdThatNobodyCanLookUp) {
  // Any key may claim such an id.
  for (const char* id : {"urn:uuid:5f0b9d0e-0000-4000-8000-000000000001", "https://université.example/profil"}) {
    verification_policy policy;
    policy.trusted.emplace();
    policy.require_trusted = true;
    policy.trusted->push_back({id, "Université", {}});
    verify_options options;
    options.policy = &policy;
    const verification seen = verified(write_json(proven(badge_3(id), key)), options);
    EXPECT_NE(seen.overall, verdict::valid) << told(seen);
    EXPECT_EQ(code(seen, "trust"), "trust.unproven") << told(seen);
  }
}

TEST_F(Trust, NotesTheIssuersOfTheListAndDecidesWhenAsked) {
  verification_policy policy;
  EXPECT_EQ(code(seen(policy), "trust"), "-");
  policy.trusted.emplace();
  EXPECT_EQ(code(seen(policy), "trust"), "trust.not_listed");
  EXPECT_EQ(seen(policy).overall, verdict::valid);
  policy.require_trusted = true;
  EXPECT_EQ(seen(policy).overall, verdict::indeterminate);
  policy.trusted->push_back({did_key(key), "Atelier", {}});
  EXPECT_EQ(code(seen(policy), "trust"), "trust.listed");
  EXPECT_EQ(seen(policy).overall, verdict::valid);
  policy.trusted->front().keys = {new_key(key_type::ed25519).public_part().thumbprint()};
  EXPECT_EQ(code(seen(policy), "trust"), "trust.unproven");
  policy.trusted->front().keys = {key.public_part().thumbprint()};
  EXPECT_EQ(code(seen(policy), "trust"), "trust.listed");
}

TEST_F(Trust, OfAKeyAnchorsWhatNothingElseDoes) {
  const std::string issuer = "https://badges.example.org/issuers/1";
  proof_options how;
  how.verification_method = did_key(key);
  const json document = *add_proof(badge_3(issuer), key, how, at_noon());
  verify_options options;
  EXPECT_EQ(verified(write_json(document), options).overall, verdict::indeterminate);
  verification_policy policy;
  policy.trusted = {{issuer, "Atelier", {key.public_part().thumbprint()}}};
  options.policy = &policy;
  const verification seen = verified(write_json(document), options);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.trusted");
}

TEST(Policy, IsReadWholeOrRefused) {
  const auto read = [](const json& policy) { return read_verification_policy(policy, "policy"); };
  const auto good = read({{"schema", "activateur/verification-policy/1"},
                          {"accept_own_word", false},
                          {"status_max_age_hours", 24},
                          {"trusted_issuers", {{{"id", "did:web:b"}}, {{"id", "did:web:a"}, {"keys", {"t"}}}}}});
  ASSERT_TRUE(good.ok()) << good.why().text(language::en);
  EXPECT_FALSE(good->accept_own_word);
  EXPECT_EQ(good->status_max_age_ms, 86'400'000);
  EXPECT_EQ(find_trusted(*good, "did:web:a")->keys.front(), "t");
  EXPECT_EQ(find_trusted(*good, "did:web:c"), nullptr);
  EXPECT_EQ(read(json::array()).ok(), false);
  EXPECT_EQ(read({{"schema", "activateur/verification-policy/1"}, {"require_trust", true}}).why().what.code(),
            "policy.member");
  EXPECT_EQ(read({{"schema", "activateur/verification-policy/1"}, {"trusted_issuers", {{{"id", "a"}}, {{"id", "a"}}}}})
                .why()
                .what.code(),
            "policy.issuer");
}

}  // namespace
}  // namespace activateur::test
