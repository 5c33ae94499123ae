// From the bytes of badges, signed here, to opinions.
#include <gtest/gtest.h>

#include "badges/issuing.hpp"
#include "excerpt.hpp"

namespace activateur {
namespace {

constexpr const char* holder = "did:example:holder";

std::string signed_badge(const char* subject = holder) {
  const private_key key = *private_key::generate(key_type::ed25519);
  const std::string issuer = "did:key:" + key.public_part().multikey();
  const json document = {
      {"@context",
       {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
      {"id", "https://school.example/badges/1"},
      {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
      {"issuer", {{"id", issuer}, {"type", {"Profile"}}, {"name", "A school"}}},
      {"validFrom", "2026-01-01T00:00:00Z"},
      {"credentialSubject",
       {{"id", subject},
        {"type", {"AchievementSubject"}},
        {"achievement",
         {{"id", "https://school.example/a/1"},
          {"type", {"Achievement"}},
          {"name", "Hygiene"},
          {"description", "Hygiene"},
          {"criteria", {{"narrative", "Seen"}}},
          {"alignment",
           {{{"type", {"Alignment"}},
             {"targetName", "Normes d'hygiène et de propreté"},
             {"targetUrl", "https://rome.example/competence/102096"},
             {"targetFramework", "ROME 4.0"},
             {"targetCode", "102096"}}}}}}}}};
  return *issue(document, key, {}, test::at("2026-02-01"));
}

portfolio holding(std::vector<std::string> contents) {
  portfolio out;
  out.person = "Sittelle";
  for (std::string& content : contents)
    out.credentials.push_back({"badge-" + std::to_string(out.credentials.size()), std::move(content)});
  return out;
}

recognition_state recognised(const portfolio& of, const policy& by = default_policy()) {
  auto state = recognise(of, test::excerpt(), by, {}, test::at("2026-03-01"));
  EXPECT_TRUE(state);
  return state ? *std::move(state) : recognition_state{};
}

double belief(const recognition_state& state, const char* competence = "rome:102096") {
  const auto known = state.competences.find(competence);
  return known == state.competences.end() ? 0 : known->second.value.belief();
}

TEST(Recognise, AVerifiedBadgeMakesItsCompetenceRecognisedWhenItsIssuerIsMoreThanAKey) {
  const portfolio held = holding({signed_badge()});
  const recognition_state unknown = recognised(held);
  ASSERT_EQ(unknown.verifications.size(), 1U);
  EXPECT_EQ(unknown.verifications[0].overall, verdict::valid);
  EXPECT_LT(belief(unknown), default_policy().recognised_belief);
  policy naming = default_policy();
  naming.issuers[unknown.verifications[0].subject.issuer.id] = 1;
  const recognition_state state = recognised(held, naming);
  EXPECT_GE(belief(state), default_policy().recognised_belief);
}

TEST(Recognise, ABrokenOrForgedBadgeWeighsNothingAndHidesNoOther) {
  std::string forged = signed_badge();
  forged[forged.size() - 10] = forged[forged.size() - 10] == 'A' ? 'B' : 'A';
  const recognition_state state = recognised(holding({"{", forged, signed_badge()}));
  ASSERT_EQ(state.verifications.size(), 3U);
  EXPECT_EQ(state.verifications[0].checks[0].why.code(), "json.syntax");
  EXPECT_EQ(state.verifications[1].overall, verdict::invalid);
  EXPECT_DOUBLE_EQ(belief(state), belief(recognised(holding({signed_badge()}))));
  EXPECT_EQ(belief(recognised(holding({"{", forged}))), 0);
}

TEST(Recognise, ABadgeGivenToSomebodyElseCountsForNothing) {
  portfolio of = holding({signed_badge()});
  of.identities = {"mailto:other@person.example", holder};
  EXPECT_GT(belief(recognised(of)), 0);
  of.identities = {"did:example:somebody-else"};
  const recognition_state state = recognised(of);
  EXPECT_EQ(state.verifications[0].overall, verdict::invalid);
  EXPECT_EQ(belief(state), 0);
}

TEST(Recognise, StopsWhenAsked) {
  const std::atomic<bool> stop{true};
  context with = test::at("2026-03-01");
  with.progress = progress_sink({}, &stop);
  const auto state = recognise(holding({signed_badge()}), test::excerpt(), default_policy(), {}, with);
  ASSERT_FALSE(state);
  EXPECT_EQ(state.why().kind, failure::cancelled);
}

}  // namespace
}  // namespace activateur
