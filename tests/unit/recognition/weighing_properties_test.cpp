// Properties over random portfolios, with fixed seeds.
#include <algorithm>
#include <random>

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::holder;

class random_portfolios {
 public:
  explicit random_portfolios(unsigned seed) : random_(seed) {
    const framework& f = *test::excerpt().all().front();
    for (std::uint32_t c = 0; c < f.counts().competences; ++c) codes_.emplace_back(f.competence(c).code);
    // Few competences, so that pieces of evidence meet.
    std::shuffle(codes_.begin(), codes_.end(), random_);
    codes_.resize(12);
    codes_.insert(codes_.end(), {"489930", "107948", "300282", "300034", "107920"});
  }

  std::size_t below(std::size_t n) { return random_() % n; }
  std::string code() { return codes_[below(codes_.size())]; }

  verification credential(const std::string& id) {
    static constexpr verdict verdicts[] = {verdict::valid, verdict::valid, verdict::indeterminate, verdict::invalid};
    std::vector<alignment> to;
    for (std::size_t i = 0; i <= below(3); ++i) to.push_back(test::rome(below(8) == 0 ? "K1304" : code()));
    return badge(id, "https://issuer-" + std::to_string(below(3)) + ".example", to, verdicts[below(4)], "status");
  }

  holder make() {
    static constexpr const char* roles[] = {"client", "colleague", "peer", "supervisor", "professional"};
    static constexpr const char* kinds[] = {"feedback", "observation", "endorsement"};
    static constexpr const char* jobs[] = {"rome:K1304", "rome:G1607"};
    holder h;
    for (std::size_t i = 0; i < below(4); ++i) h.with(credential("c" + std::to_string(i)));
    for (std::size_t i = 0; i < below(8); ++i)
      h.told("f" + std::to_string(i), "rome:" + code(), roles[below(5)], static_cast<double>(below(9)) / 2,
             kinds[below(3)], "p" + std::to_string(below(3)));
    for (std::size_t i = 0; i < below(6); ++i)
      h.says("s" + std::to_string(i), "rome:" + code(), static_cast<double>(below(5)));
    for (std::size_t i = 0; i < below(3); ++i)
      h.practised("x" + std::to_string(i), jobs[below(2)], static_cast<double>(below(30)),
                  7.0 + 7.0 * static_cast<double>(below(5)));
    return h;
  }

  std::mt19937& engine() { return random_; }

 private:
  std::mt19937 random_;
  std::vector<std::string> codes_;
};

// Everything a state says, for comparison.
std::string written(const recognition_state& state) {
  json out = json::object();
  const auto put = [](const evidence& e) {
    return json{
        e.id,        name(e.kind), e.competence, e.source, e.label,    e.base,        e.trust,
        e.freshness, e.alignment,  e.relation,   e.via,    e.negative, e.third_party, e.remark().text(language::en)};
  };
  for (const auto& [competence, s] : state.competences) {
    json& one = out[competence];
    one["value"] = {s.value.positive, s.value.negative, s.value.base_rate};
    for (const evidence& e : s.contributions) one["evidence"].push_back(put(e));
    for (const presumption& p : s.presumptions)
      one["presumptions"].push_back({p.experience, p.job, p.months, p.base_rate, p.relation, p.via});
  }
  for (const evidence& e : state.unaligned) out["unaligned"].push_back(put(e));
  return write_json(out);
}

TEST(WeighingProperties, TheOrderOfEvidenceNeverMatters) {
  random_portfolios any(1);
  for (int round = 0; round < 200; ++round) {
    holder h = any.make();
    const std::string before = written(h.weighed());
    std::vector<std::size_t> order(h.person.credentials.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), any.engine());
    holder shuffled = h;
    for (std::size_t i = 0; i < order.size(); ++i) {
      shuffled.person.credentials[i] = h.person.credentials[order[i]];
      shuffled.verifications[i] = h.verifications[order[i]];
    }
    std::shuffle(shuffled.person.feedbacks.begin(), shuffled.person.feedbacks.end(), any.engine());
    std::shuffle(shuffled.person.self_assessments.begin(), shuffled.person.self_assessments.end(), any.engine());
    std::shuffle(shuffled.person.experiences.begin(), shuffled.person.experiences.end(), any.engine());
    ASSERT_EQ(written(shuffled.weighed()), before) << "round " << round;
  }
}

TEST(WeighingProperties, WeightsSumExactlyToTheOpinion) {
  random_portfolios any(2);
  std::size_t seen = 0;
  for (int round = 0; round < 200; ++round) {
    for (const auto& [competence, s] : any.make().weighed().competences) {
      double positive = 0, negative = 0;
      for (const evidence& e : s.contributions) (e.negative ? negative : positive) += e.weight();
      ASSERT_EQ(positive, s.value.positive) << competence;
      ASSERT_EQ(negative, s.value.negative) << competence;
      seen += s.contributions.size();
    }
  }
  EXPECT_GT(seen, 1000U);
}

TEST(WeighingProperties, AddingPositiveEvidenceNeverLowersAnything) {
  random_portfolios any(3);
  for (int round = 0; round < 400; ++round) {
    holder h = any.make();
    const auto before = h.weighed();
    switch (any.below(4)) {
      case 0: {
        verification v = any.credential("zz");
        v.overall = verdict::valid;
        h.with(v);
        break;
      }
      case 1:
        h.told("zz", "rome:" + any.code(), "client", 2.0 + static_cast<double>(any.below(3)), "feedback", "p1");
        break;
      case 2: h.says("zz", "rome:" + any.code(), 3); break;
      default: h.practised("zz", "rome:K1304", 24); break;
    }
    const auto after = h.weighed();
    for (const auto& [competence, s] : before.competences) {
      const opinion& now = test::known(after, competence).value;
      ASSERT_GE(now.belief(), s.value.belief() - 1e-12) << competence << " round " << round;
      ASSERT_GE(now.expectation(), s.value.expectation() - 1e-12) << competence << " round " << round;
    }
  }
}

TEST(WeighingProperties, RemovingAPieceIsNeverHavingHadIt) {
  random_portfolios any(4);
  for (int round = 0; round < 200; ++round) {
    holder h = any.make();
    const std::string without = written(h.weighed());
    h.with(any.credential("added")).told("added", "rome:" + any.code(), "peer", 1).practised("added", "rome:G1607", 9);
    (void)h.weighed();
    h.person.credentials.pop_back();
    h.verifications.pop_back();
    h.person.feedbacks.pop_back();
    h.person.experiences.pop_back();
    ASSERT_EQ(written(h.weighed()), without);
  }
}

TEST(WeighingProperties, ThePersonsNameChangesNothing) {
  random_portfolios any(5);
  for (int round = 0; round < 100; ++round) {
    holder h = any.make();
    h.person.person = "Mésange";
    const std::string one = written(h.weighed());
    h.person.person = "Alouette";
    ASSERT_EQ(written(h.weighed()), one);
  }
}

TEST(WeighingProperties, OpinionsStayWithinTheirBounds) {
  random_portfolios any(6);
  for (int round = 0; round < 200; ++round) {
    for (const auto& [competence, s] : any.make().weighed().competences) {
      ASSERT_NEAR(s.value.belief() + s.value.disbelief() + s.value.uncertainty(), 1, 1e-12);
      ASSERT_LE(s.value.belief(), s.value.expectation() + 1e-12);
      ASSERT_LE(s.value.expectation(), s.value.plausibility() + 1e-12);
      ASSERT_GE(s.value.base_rate, default_policy().presumption_default);
      ASSERT_LE(s.value.base_rate, 0.9);
    }
  }
}

}  // namespace
}  // namespace activateur
