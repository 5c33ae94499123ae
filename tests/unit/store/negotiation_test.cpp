// Negotiations as histories: whatever parties do in whatever order, what is published is what all of them agreed to,
// and nobody is held to what he did not see.
#include "store/negotiation.hpp"

#include <random>

#include "shop.hpp"

namespace activateur {
namespace {

using namespace shop;

json achievement(int n) {
  return {{"name", "Badge " + std::to_string(n)},
          {"description", "Fictif"},
          {"criteria", {{"credential", "https://b.example/" + std::to_string(n)}}}};
}
criteria_proposal of(std::int64_t based_on, std::optional<json> what, std::vector<std::string> parties = {}) {
  return {based_on, std::move(what), "because", std::move(parties), {}};
}
const party garage{"organisation@garage", "o-1"}, centre{"educator@centre", "e-1"}, other{"guide:g-1", "g-1"};

std::string why(const result<void>& r) { return r ? "" : std::string(r.why().what.code()); }

TEST(Negotiation, GoesFromADraftToAPublication) {
  json n = begin_negotiation(garage, of(0, achievement(1), {centre.name}), "2026-01-01");
  EXPECT_EQ(n["state"], "draft");
  const std::string digest = n["versions"][0]["digest"];
  EXPECT_EQ(why(answer(n, centre, 1, digest, true, {}, "t")), "negotiation.draft");
  EXPECT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "");
  EXPECT_EQ(n["state"], "proposed");
  EXPECT_EQ(why(publish(n, garage, 1, digest, "t")), "negotiation.agreed");
  EXPECT_EQ(why(answer(n, centre, 1, digest, true, {}, "t")), "");
  EXPECT_EQ(n["state"], "agreed");
  EXPECT_EQ(why(publish(n, centre, 1, digest, "t")), "");
  EXPECT_EQ(n["state"], "published");
  EXPECT_EQ(published_version(n), 1);
  EXPECT_EQ(why(answer(n, centre, 1, digest, false, "no more", "t")), "negotiation.published");
}

TEST(Negotiation, ACounterProposalIsBasedOnTheLastVersion) {
  json n = begin_negotiation(garage, of(0, achievement(1), {centre.name}), "t");
  ASSERT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "");
  EXPECT_EQ(why(propose(n, centre, of(1, achievement(2)), "t")), "");
  EXPECT_EQ(why(propose(n, garage, of(1, achievement(3)), "t")), "negotiation.version");
  EXPECT_EQ(why(propose(n, garage, of(2, achievement(2)), "t")), "negotiation.same");
  EXPECT_EQ(last_version(n), 2);
  EXPECT_EQ(n["state"], "proposed");  // its proposer agrees, the other has not said
  EXPECT_EQ(why(answer(n, garage, 1, n["versions"][0]["digest"].get<std::string>(), true, {}, "t")),
            "negotiation.version");
  EXPECT_EQ(why(answer(n, garage, 2, n["versions"][0]["digest"].get<std::string>(), true, {}, "t")),
            "negotiation.digest");
  EXPECT_EQ(why(answer(n, garage, 2, n["versions"][1]["digest"].get<std::string>(), false, {}, "t")),
            "negotiation.reason");
}

TEST(Negotiation, StrangersHaveNoSayUntilInvited) {
  json n = begin_negotiation(garage, of(0, achievement(1)), "t");
  ASSERT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "");
  EXPECT_EQ(n["state"], "agreed");  // alone
  EXPECT_EQ(why(propose(n, other, of(1, achievement(2)), "t")), "negotiation.party");
  EXPECT_EQ(why(publish(n, other, 1, n["versions"][0]["digest"].get<std::string>(), "t")), "negotiation.party");
  ASSERT_EQ(why(propose(n, garage, of(1, std::nullopt, {other.name}), "t")), "");
  EXPECT_EQ(last_version(n), 2);  // who joins is asked anew, and so is everybody
  EXPECT_EQ(n["state"], "proposed");
}

TEST(Negotiation, OnlyWhoBeganItLeavesOthersOutAndSaysWhy) {
  json n = begin_negotiation(garage, of(0, achievement(1), {centre.name, other.name}), "t");
  ASSERT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "");
  ASSERT_EQ(why(answer(n, other, 1, digest_of(achievement(1)), true, {}, "t")), "");
  const auto without = [](std::vector<std::string> parties, std::vector<std::string> whom,
                          std::string because = "silent") {
    return criteria_proposal{1, std::nullopt, std::move(because), std::move(parties), std::move(whom)};
  };
  const json before = n;
  EXPECT_EQ(why(propose(n, other, without({}, {centre.name}), "t")), "negotiation.began");
  EXPECT_EQ(why(propose(n, garage, without({}, {centre.name}, ""), "t")), "negotiation.reason");
  EXPECT_EQ(why(propose(n, garage, without({}, {"guide:stranger"}), "t")), "negotiation.party");
  EXPECT_EQ(why(propose(n, garage, without({}, {garage.name}), "t")), "negotiation.stays");
  EXPECT_EQ(why(propose(n, garage, without({centre.name}, {centre.name}), "t")), "negotiation.stays");
  EXPECT_EQ(why(propose(n, garage, without({}, {centre.name, centre.name}), "t")), "negotiation.party");
  EXPECT_EQ(n, before);
  ASSERT_EQ(why(propose(n, garage, without({}, {centre.name}), "t")), "");
  EXPECT_EQ(n["versions"][1]["without"], json::array({centre.name}));
  EXPECT_EQ(n["versions"][1]["parties"], json::array({garage.name, other.name}));
  EXPECT_EQ(n["state"], "proposed");  // those who stay are asked anew
  EXPECT_EQ(why(answer(n, centre, 2, digest_of(achievement(1)), false, "late", "t")), "negotiation.party");
  ASSERT_EQ(why(answer(n, other, 2, digest_of(achievement(1)), true, {}, "t")), "");
  EXPECT_EQ(why(publish(n, garage, 2, digest_of(achievement(1)), "t")), "");
  // Whoever has spoken stays, and who says no above all.
  const criteria_proposal in_her_place{2, std::nullopt, "in her place", {centre.name}, {other.name}};
  EXPECT_EQ(why(propose(n, garage, in_her_place, "t")), "negotiation.answered");
  ASSERT_EQ(why(propose(n, garage, of(2, achievement(2)), "t")), "");
  ASSERT_EQ(why(answer(n, other, 3, digest_of(achievement(2)), false, "too hard", "t")), "");
  EXPECT_EQ(why(propose(n, garage, {3, std::nullopt, "in her place", {}, {other.name}}, "t")), "negotiation.answered");
  // One for another: as many as before, and yet something new.
  ASSERT_EQ(why(propose(n, garage, of(3, achievement(3)), "t")), "");
  ASSERT_EQ(why(propose(n, garage, {4, std::nullopt, "in her place", {centre.name}, {other.name}}, "t")), "");
  EXPECT_EQ(n["versions"][4]["parties"], json::array({garage.name, centre.name}));
}

TEST(Negotiation, AnyPartyGoesWhenItWantsTo) {
  json n = begin_negotiation(garage, of(0, achievement(1), {centre.name, other.name}), "t");
  ASSERT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "");
  ASSERT_EQ(why(answer(n, other, 1, digest_of(achievement(1)), false, "no", "t")), "");
  EXPECT_EQ(why(propose(n, other, {1, std::nullopt, "no", {}, {other.name, centre.name}}, "t")), "negotiation.began");
  EXPECT_EQ(why(propose(n, other, {1, achievement(2), "no", {}, {other.name}}, "t")), "negotiation.began");
  ASSERT_EQ(why(propose(n, other, {1, std::nullopt, "no", {}, {other.name}}, "t")), "");
  EXPECT_EQ(n["versions"][1]["parties"], json::array({garage.name, centre.name}));
  EXPECT_EQ(n["answers"].size(), 2U);  // it says nothing to what it leaves
  EXPECT_EQ(n["state"], "proposed");
}

TEST(Negotiation, OnlyWhoBeganItWithdrawsIt) {
  json n = begin_negotiation(garage, of(0, achievement(1), {centre.name}), "t");
  EXPECT_EQ(why(withdraw(n, centre, "no", "t")), "negotiation.began");
  EXPECT_EQ(why(withdraw(n, garage, "", "t")), "negotiation.reason");
  EXPECT_EQ(why(withdraw(n, garage, "closed", "t")), "");
  EXPECT_EQ(n["state"], "withdrawn");
  EXPECT_EQ(why(propose(n, garage, of(1, std::nullopt), "t")), "negotiation.withdrawn");
}

TEST(Negotiation, ProposalsAreReadStrictly) {
  const auto refused = [](const json& document) { return code(read_proposal(document)); };
  EXPECT_EQ(refused({{"achievement", achievement(1)}, {"parties", {"organisation@garage", "guide:g-1"}}}), "");
  for (const char* wrong : {"king@garage", "organisation", "organisation@", "observer@x", "administrator:a"})
    EXPECT_EQ(refused({{"parties", json::array({wrong})}}), "negotiation.name") << wrong;
  EXPECT_EQ(refused({{"achievement", {{"name", "x"}}}}), "field.missing");
  EXPECT_EQ(refused({{"why", "1850578006048"}}), "store.nir");
}

// What must hold of every history.
void check_history(const json& n) {
  for (const json& v : n["versions"]) ASSERT_EQ(v["digest"], digest_of(v["achievement"]));
  for (const json& p : n["publications"]) {
    const json* v = version_of(n, p["version"].get<std::int64_t>());
    ASSERT_NE(v, nullptr);
    ASSERT_EQ(p["digest"], (*v)["digest"]);
    for (const json& one : (*v)["parties"]) {
      std::string last;
      for (const json& a : n["answers"])
        if (a["version"] == p["version"] && a["party"] == one) last = a["answer"];
      ASSERT_EQ(last, "agreed") << one;
    }
  }
  for (const json& a : n["answers"]) {
    const json* v = version_of(n, a["version"].get<std::int64_t>());
    ASSERT_NE(v, nullptr);
    ASSERT_EQ(a["digest"], (*v)["digest"]);
    const json& parties = (*v)["parties"];
    ASSERT_NE(std::find(parties.begin(), parties.end(), a["party"]), parties.end());
  }
  ASSERT_EQ(n["state"], negotiation_state(n));
}

TEST(Negotiation, EveryHistoryKeepsWhatWasAgreed) {
  std::map<std::string, int> ends;
  int refused = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](int k) { return static_cast<int>(random() % static_cast<unsigned>(k)); };
    const std::vector<party> actors{garage, centre, other};
    // What each of them has read: a number and a digest.
    std::map<std::string, std::pair<std::int64_t, std::string>> seen;
    json n = begin_negotiation(garage, of(0, achievement(0), {centre.name}), "t");
    for (int step = 0; step < 30; ++step) {
      const party& by = actors[static_cast<std::size_t>(below(3))];
      const json before = n;
      if (below(3) > 0) {
        const std::int64_t last = last_version(n);
        seen[by.name] = {last, (*version_of(n, last))["digest"].get<std::string>()};
      }
      const auto [version, digest] = seen[by.name];
      result<void> done;
      switch (below(12)) {
        case 0:
        case 1: done = propose(n, by, of(version, achievement(below(4))), "t"); break;
        case 2:
          done = below(3) > 0 ? propose(n, by, of(version, std::nullopt, {other.name}), "t")
                              : propose(n, by, {version, std::nullopt, "silent", {}, {other.name}}, "t");
          break;
        case 3: done = propose(n, by, of(version, std::nullopt), "t"); break;
        case 4: done = answer(n, by, version, digest, false, "not so", "t"); break;
        case 5:
        case 6: done = publish(n, by, version, digest, "t"); break;
        case 7: done = below(20) == 0 ? withdraw(n, by, "over", "t") : result<void>{}; break;
        default: done = answer(n, by, version, digest, true, {}, "t"); break;
      }
      check_history(n);
      if (!done) {
        ASSERT_EQ(n, before);  // what is refused changes nothing
        ++refused;
      }
      // Histories only grow, and versions stay as they were but for a draft that is put.
      ASSERT_GE(n["versions"].size(), before["versions"].size());
      ASSERT_GE(n["answers"].size(), before["answers"].size());
      for (const json& p : before["publications"])
        ASSERT_EQ(*version_of(n, p["version"].get<std::int64_t>()),
                  *version_of(before, p["version"].get<std::int64_t>()));
      // An answer names the version that its party has read.
      if (n["answers"].size() > before["answers"].size() && n["versions"].size() == before["versions"].size() &&
          n["versions"].back()["put"] == before["versions"].back()["put"]) {
        ASSERT_EQ(n["answers"].back()["digest"], digest);
      }
    }
    ++ends[n["state"].get<std::string>()];
  }
  EXPECT_GT(refused, 1'000);
  for (const char* state : {"proposed", "agreed", "published", "withdrawn"}) EXPECT_GT(ends[state], 5) << state;
}

}  // namespace
}  // namespace activateur
