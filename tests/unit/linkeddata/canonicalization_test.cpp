#include "linkeddata/canonicalization.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <random>

#include "plain_rdfc.hpp"

namespace activateur {
namespace {

using generator = std::mt19937_64;

term iri(std::string value) { return {term_kind::iri, std::move(value), {}, {}}; }
term blank(std::string label) { return {term_kind::blank, std::move(label), {}, {}}; }

result<canonical_dataset> canonical(const dataset& input, const canonicalization_limits& bounds = {}) {
  return canonicalize(input, canonical_hash::sha256, bounds, {});
}

std::string refusal(const dataset& input, const canonicalization_limits& bounds = {}) {
  const auto done = canonical(input, bounds);
  return done ? "accepted" : std::string(done.why().what.code());
}

// Few distinct terms: alike blank nodes are likely, and so are duplicates.
dataset random_dataset(generator& random, std::size_t blanks, std::size_t quads, bool named_graphs) {
  const auto any_blank = [&] { return blank("n" + std::to_string(random() % blanks)); };
  dataset out;
  for (std::size_t i = 0; i < quads; ++i) {
    quad q{any_blank(), iri("urn:p" + std::to_string(random() % 2)), any_blank(), {}};
    if (random() % 5 == 0) q.object = {term_kind::literal, random() % 2 == 0 ? "\n\xC3\xA9" : "x", "urn:t", {}};
    if (random() % 8 == 0) q.object = iri("urn:o");
    if (random() % 8 == 0) q.subject = iri("urn:s");
    if (named_graphs && random() % 3 == 0) q.graph = random() % 2 == 0 ? any_blank() : iri("urn:g");
    out.push_back(std::move(q));
  }
  return out;
}

// Several copies side by side, that only N-degree hashes can tell apart or find alike; a bridge joins some of them.
dataset repeated(const dataset& one, generator& random) {
  dataset out;
  for (const char* copy : {"", "x", "y"}) {
    for (quad q : one) {
      for (term* t : {&q.subject, &q.object, &q.graph})
        if (t->kind == term_kind::blank) t->value += copy;
      out.push_back(std::move(q));
    }
    if (random() % 2 == 0) break;
  }
  if (random() % 2 == 0) out.push_back({blank("n0"), iri("urn:bridge"), blank("n0x"), {}});
  return out;
}

// The same dataset told otherwise: other labels, another order, a quad said twice.
dataset retold(dataset input, generator& random) {
  std::map<std::string, std::string> labels;
  std::vector<int> numbers(input.size() * 3 + 1);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::shuffle(numbers.begin(), numbers.end(), random);
  for (quad& q : input)
    for (term* t : {&q.subject, &q.object, &q.graph})
      if (t->kind == term_kind::blank)
        t->value = labels.try_emplace(t->value, "x" + std::to_string(numbers[labels.size()])).first->second;
  if (!input.empty()) input.push_back(input[random() % input.size()]);
  std::shuffle(input.begin(), input.end(), random);
  return input;
}

TEST(Canonicalization, DependsNeitherOnLabelsNorOnOrderNorOnRepetition) {
  generator random(1);  // NOLINT(*-msc51-cpp): the same datasets at every run
  int finished = 0;
  for (int i = 0; i < 1500; ++i) {
    dataset input = random_dataset(random, 1 + random() % 9, random() % 24, i % 2 == 0);
    if (i % 3 == 0) input = repeated(input, random);
    const auto once = canonical(input);
    const auto again = canonical(retold(input, random));
    ASSERT_EQ(once.ok(), again.ok());
    if (!once) continue;
    ++finished;
    ASSERT_EQ(once->nquads, again->nquads) << i;
    ASSERT_EQ(canonical(*read_nquads(once->nquads))->nquads, once->nquads);
  }
  EXPECT_GT(finished, 1400);
}

TEST(Canonicalization, AgreesWithThePlainAlgorithm) {
  generator random(2);  // NOLINT(*-msc51-cpp)
  int through_n_degree = 0;
  for (int i = 0; i < 1500; ++i) {
    dataset input = random_dataset(random, 1 + random() % 5, random() % 8, i % 2 == 0);
    if (i % 3 != 0) input = repeated(input, random);
    plain::rdfc oracle;
    const std::string expected = oracle.run(input);
    const auto done = canonical(input);
    ASSERT_TRUE(done);
    ASSERT_EQ(done->nquads, expected) << i;
    ASSERT_EQ(done->issued.size(), oracle.canonical.ids.size());
    if (oracle.hash_to_blanks.size() < oracle.blank_to_quads.size()) ++through_n_degree;
  }
  EXPECT_GT(through_n_degree, 300);
  EXPECT_LT(through_n_degree, 1200);
}

TEST(Canonicalization, TellsApartDatasetsThatDiffer) {
  generator random(3);  // NOLINT(*-msc51-cpp)
  for (int i = 0; i < 300; ++i) {
    const dataset input = random_dataset(random, 4, 8, true);
    dataset changed = input;
    changed[random() % changed.size()].predicate.value = "urn:other";
    const auto one = canonical(input);
    const auto other = canonical(changed);
    ASSERT_TRUE(one && other);
    ASSERT_NE(one->nquads, other->nquads);
  }
}

TEST(Canonicalization, OrdersByCodePointAndNotByUtf16) {
  const std::string face = "\xF0\x9F\x98\x80";  // U+1F600, D83D DE00 in UTF-16
  const std::string tilde = "\xEF\xBD\x9E";     // U+FF5E
  const auto done = canonical({{iri("urn:s"), iri("urn:p"), {term_kind::literal, face, {}, {}}, {}},
                               {iri("urn:s"), iri("urn:p"), {term_kind::literal, tilde, {}, {}}, {}}});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->nquads, "<urn:s> <urn:p> \"" + tilde + "\" .\n<urn:s> <urn:p> \"" + face + "\" .\n");
}

TEST(Canonicalization, IssuesIdentifiersForTheInputsLabels) {
  const auto done = canonical(*read_nquads("_:b <urn:p> _:a .\n_:b <urn:p> _:a .\n<urn:s> <urn:p> _:b .\n"));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->nquads, "<urn:s> <urn:p> _:c14n1 .\n_:c14n1 <urn:p> _:c14n0 .\n");
  EXPECT_EQ(done->issued, (std::map<std::string, std::string>{{"a", "c14n0"}, {"b", "c14n1"}}));
  EXPECT_EQ(canonical({})->nquads, "");
}

// Every pair of `n` blank nodes, joined both ways.
dataset clique(int n) {
  dataset out;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      if (i != j) out.push_back({blank(std::to_string(i)), iri("urn:p"), blank(std::to_string(j)), {}});
  return out;
}

dataset cycle(int n) {
  dataset out;
  for (int i = 0; i < n; ++i)
    out.push_back({blank(std::to_string(i)), iri("urn:p"), blank(std::to_string((i + 1) % n)), {}});
  return out;
}

TEST(Canonicalization, FailsClosedOnPoisonWhateverItsShape) {
  EXPECT_EQ(refusal(clique(4)), "accepted");
  EXPECT_EQ(refusal(clique(12)), "rdfc.poison");
  EXPECT_EQ(refusal(clique(200)), "rdfc.poison");
  EXPECT_EQ(refusal(cycle(40)), "accepted");
  EXPECT_EQ(refusal(cycle(50'000)), "rdfc.poison");  // as deep as long: the stack must not pay for it
  // Long lists of alike neighbours, that all see each other's list.
  dataset two_hubs;
  for (int i = 0; i < 10'000; ++i)
    for (const char* hub : {"h1", "h2"}) two_hubs.push_back({blank(hub), iri("urn:p"), blank(std::to_string(i)), {}});
  EXPECT_EQ(refusal(two_hubs), "rdfc.poison");
}

// Each line has its subject whole: a document of one megabyte could make gigabytes of lines.
TEST(Canonicalization, BoundsTheLinesOfALongSubject) {
  dataset out;
  const term subject = iri("urn:" + std::string(1'000'000, 'a'));
  for (int i = 0; i < 60; ++i) out.push_back({subject, iri("urn:p"), iri("urn:" + std::to_string(i)), {}});
  EXPECT_EQ(refusal(out), "accepted");
  for (int i = 60; i < 80; ++i) out.push_back({subject, iri("urn:p"), iri("urn:" + std::to_string(i)), {}});
  EXPECT_EQ(refusal(out), "rdf.size");
}

TEST(Canonicalization, BearsManyAlikeBlankNodesThatAreNotEntangled) {
  dataset alike;
  for (int i = 0; i < 2000; ++i) {
    const term node = blank("n" + std::to_string(i));
    alike.push_back({iri("urn:achievement"), iri("urn:alignment"), node, {}});
    alike.push_back({node, iri("urn:name"), {term_kind::literal, "same", {}, {}}, {}});
  }
  const auto done = canonical(alike);
  ASSERT_TRUE(done) << done.why().text(language::en);
  EXPECT_EQ(done->issued.size(), 2000U);
}

TEST(Canonicalization, KeepsToTheBoundsItIsGiven) {
  EXPECT_EQ(refusal(cycle(3), {3, 4096, 100'000}), "accepted");
  EXPECT_EQ(refusal(cycle(3), {2, 4096, 100'000}), "rdfc.quads");
  EXPECT_EQ(refusal(cycle(20), {50'000, 1, 100'000}), "rdfc.poison");  // 400 calls, 8 * 20 allowed
  EXPECT_EQ(refusal(cycle(20), {50'000, 800, 100'000}), "accepted");
  EXPECT_EQ(refusal(clique(4), {50'000, 4096, 2}), "rdfc.poison");
}

// A clock that is a minute later at each look.
deadline::clock::time_point hurried_clock() {
  static std::int64_t looks = 0;
  return deadline::clock::time_point(std::chrono::minutes(++looks));
}

TEST(Canonicalization, FailsClosedWhenItsTimeIsOver) {
  canonicalization_limits bounds;
  bounds.now = hurried_clock;
  bounds.time = std::chrono::minutes(3);
  EXPECT_EQ(refusal(cycle(10), bounds), "accepted");  // one look at the start, one at the blank nodes

  canonicalization_limits work_alone;  // how much a complete graph may cost when nobody looks at a clock
  work_alone.now = [] { return deadline::clock::time_point(); };
  EXPECT_EQ(
      canonical(clique(12), work_alone).why().text(language::en),
      "The blank nodes of this document are too entangled to be put in order (Hash N-Degree Quads, calls: more than "
      "4096). No honest badge is; refuse it.");
  const auto late = canonical(clique(12), bounds);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.why().kind, failure::limit);
  EXPECT_EQ(
      late.why().text(language::en),
      "The blank nodes of this document are too entangled to be put in order (time: more than 180000 ms). No honest "
      "badge is; refuse it.");

  // Simple blank nodes are looked at by the clock too, and nothing is put in order once the time is over.
  bounds.time = std::chrono::minutes(1);
  EXPECT_EQ(refusal(cycle(3), bounds), "rdfc.poison");
}

TEST(Canonicalization, StopsWhenAsked) {
  context with;
  const std::atomic<bool> stop = true;
  with.progress = progress_sink({}, &stop);
  const auto done = canonicalize(cycle(3), canonical_hash::sha256, {}, with);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.why().kind, failure::cancelled);
  std::uint64_t seen = 0;
  context late;
  late.progress = progress_sink([&](std::uint64_t steps, std::uint64_t) { return (seen = steps) < 4096; }, nullptr);
  const auto cut = canonicalize(clique(100), canonical_hash::sha256, {}, late);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.why().kind, failure::cancelled);
  EXPECT_GE(seen, 4096U);
}

TEST(Canonicalization, RefusesQuadsThatRdfDoesNotHave) {
  const term literal{term_kind::literal, "x", {}, {}};
  EXPECT_EQ(refusal({{literal, iri("urn:p"), iri("urn:o"), {}}}), "rdf.quad");
  EXPECT_EQ(refusal({{iri("urn:s"), blank("p"), iri("urn:o"), {}}}), "rdf.quad");
  EXPECT_EQ(refusal({{iri("urn:s"), literal, iri("urn:o"), {}}}), "rdf.quad");
  EXPECT_EQ(refusal({{iri("urn:s"), iri("urn:p"), iri("urn:o"), literal}}), "rdf.quad");
}

}  // namespace
}  // namespace activateur
