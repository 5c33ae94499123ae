#include "frameworks/compiled.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>

#include "frameworks/checksum.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/search.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

std::string small_compiled() {
  const auto imported = test::small_rome().import();
  EXPECT_TRUE(imported.ok());
  return std::string((*imported)->bytes());
}

// As a forger would: with the size and the checksum that the bytes have.
std::string sealed(std::string bytes) {
  compiled::header head{};
  if (bytes.size() < sizeof head) return bytes;
  std::memcpy(&head, bytes.data(), sizeof head);
  head.bytes = bytes.size();
  head.checksum = xxh64(std::string_view(bytes).substr(offsetof(compiled::header, id)));
  std::memcpy(bytes.data(), &head, sizeof head);
  return bytes;
}

// Reads everything a framework holds; the sum keeps the reading from being optimised away.
std::size_t walk(const framework& f) {
  std::size_t sum = f.id().size() + f.version().size() + f.title().size() + f.attribution().size();
  const auto taste = [&](std::string_view s) {
    for (const char c : s) sum += static_cast<unsigned char>(c);
  };
  for (std::uint32_t i = 0; i < f.counts().competences; ++i) {
    const competence_view c = f.competence(i);
    for (const std::string_view s : {c.code, c.label, c.definition, c.hierarchy, c.category}) taste(s);
    if (c.macro != no_index) taste(f.competence(c.macro).code);
    for (const std::uint32_t job : f.jobs_with(i)) taste(f.job(job).code);
    for (const std::uint32_t item : f.items_of(i)) taste(f.competence(item).code);
    sum += f.find_competence(c.code).value_or(0) + f.find_competence_by_label(c.label).value_or(0);
  }
  for (std::uint32_t i = 0; i < f.counts().jobs; ++i) {
    const job_view j = f.job(i);
    for (const std::string_view s : {j.code, j.label, j.definition, j.domain, j.domain_label, j.riasec}) taste(s);
    for (const job_link& l : f.links_of(i)) taste(f.competence(l.competence).code);
    for (const mobility& m : f.mobilities_of(i)) taste(f.job(m.job).code);
    for (const std::string_view a : f.appellations_of(i)) taste(a);
    sum += f.find_job(j.code).value_or(0);
  }
  for (const char* query : {"a", "e", "plan", "tailler arbres", "jardiniere"})
    for (const search_hit& h : search(f, query, 100)) taste(h.matched);
  return sum;
}

TEST(Checksum, GivesThePublishedValuesOfXxh64) {
  EXPECT_EQ(xxh64(""), 0xEF46DB3751D8E999U);
  EXPECT_EQ(xxh64("a"), 0xD24EC4F1A98C6E5BU);
  EXPECT_EQ(xxh64("abc"), 0x44BC2CF5AD770999U);
}

TEST(CompiledFramework, IsReadBackFromItsFile) {
  const std::string bytes = small_compiled();
  const test::scratch_directory scratch;
  const auto opened = framework::open(scratch.write("small.fwk", bytes));
  ASSERT_TRUE(opened.ok()) << opened.why().text(language::en);
  EXPECT_EQ((*opened)->bytes(), bytes);
  EXPECT_EQ((*opened)->version(), "61");
  EXPECT_EQ((*opened)->counts().links, 4U);
  EXPECT_GT(walk(**opened), 0U);
}

TEST(CompiledFramework, SaysWhyAFileIsRefused) {
  const test::scratch_directory scratch;
  EXPECT_EQ(framework::open((scratch / "absent").string()).why().kind, failure::not_found);
  EXPECT_EQ(framework::open(scratch.string()).why().kind, failure::io);
  EXPECT_EQ(framework::open(scratch.write("empty", "")).why().what.code(), "framework.not_compiled");
  std::string other = small_compiled();
  other[8] = 2;
  EXPECT_EQ(framework::from_bytes(other, "x").why().what.code(), "framework.format");
  EXPECT_EQ(framework::from_bytes(other, "x").why().kind, failure::unsupported);
}

TEST(CompiledFramework, RefusesEveryFlippedBit) {
  const std::string bytes = small_compiled();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    ASSERT_FALSE(framework::from_bytes(std::move(flipped), "x").ok()) << at;
  }
}

TEST(CompiledFramework, RefusesEveryTruncation) {
  const std::string bytes = small_compiled();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(framework::from_bytes(bytes.substr(0, size), "x").ok()) << size;
    ASSERT_FALSE(framework::from_bytes(sealed(bytes.substr(0, size)), "x").ok()) << size;
  }
  EXPECT_EQ(framework::from_bytes(bytes.substr(0, bytes.size() - 1), "x").why().what.code(), "framework.cut");
  EXPECT_EQ(framework::from_bytes(sealed(bytes + '\0'), "x").why().what.code(), "framework.damaged");
}

TEST(CompiledFramework, IsRefusedOrSafeWhateverAForgerWrites) {
  const std::string bytes = small_compiled();
  std::mt19937 random(60);
  std::size_t refused = 0;
  std::size_t walked = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string forged = bytes;
    for (std::size_t n = 1 + random() % 3; n > 0; --n) {
      const std::size_t at = offsetof(compiled::header, id) + random() % (forged.size() - 32);
      forged[at] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    }
    const auto opened = framework::from_bytes(sealed(std::move(forged)), "x");
    opened.ok() ? ++walked : ++refused;
    if (opened.ok()) walk(**opened);
  }
  EXPECT_GT(refused, 1000U);
  EXPECT_GT(walked, 1000U);
}

TEST(CompiledFramework, ChecksEveryIndex) {
  const std::string bytes = small_compiled();
  for (std::uint32_t id = 0; id + 1 < compiled::section_count; ++id) {
    compiled::section s{};
    std::memcpy(&s, bytes.data() + sizeof(compiled::header) + id * sizeof s, sizeof s);
    ASSERT_GT(s.count, 0U) << id;
    if (id == compiled::entry_rarity) continue;  // weights, not indices
    std::string forged = bytes;
    std::memset(forged.data() + s.offset, 0xFF, s.record_bytes);
    const auto opened = framework::from_bytes(sealed(std::move(forged)), "x");
    ASSERT_FALSE(opened.ok()) << id;
    EXPECT_EQ(opened.why().what.code(), "framework.damaged");
  }
}

draft_competence item(std::string code, std::string label, std::string macro) {
  draft_competence c;
  c.code = std::move(code);
  c.label = std::move(label);
  c.macro = std::move(macro);
  return c;
}

TEST(CompiledFramework, RefusesADraftThatDoesNotHoldTogether) {
  framework_draft twice;
  twice.id = "x";
  twice.competences = {item("1", "a", ""), item("1", "b", "")};
  EXPECT_EQ(compile(twice).why().what.code(), "framework.duplicate_code");
  framework_draft unknown;
  unknown.id = "x";
  unknown.competences = {item("1", "a", "2")};
  EXPECT_EQ(compile(unknown).why().what.code(), "framework.unknown_code");
  unknown.competences.push_back(item("2", "b", ""));
  EXPECT_EQ(compile(unknown).why().what.code(), "framework.macro");  // 2 is an item
  unknown.competences.back().grain = competence_grain::macro;
  EXPECT_TRUE(compile(unknown).ok());
  unknown.competences.back().macro = "2";
  EXPECT_EQ(compile(unknown).why().what.code(), "framework.macro");  // 2 cannot belong to itself
}

TEST(CompiledFramework, MayHoldNothing) {
  framework_draft draft;
  draft.id = "empty";
  const auto f = framework::from_bytes(*compile(draft), "x");
  ASSERT_TRUE(f.ok());
  EXPECT_EQ((*f)->id(), "empty");
  EXPECT_FALSE((*f)->find_job("A").has_value());
  EXPECT_TRUE(search(**f, "a", 10).empty());
  EXPECT_TRUE((*f)->links_of(0).empty());
  EXPECT_EQ((*f)->competence(0).index, no_index);
}

TEST(FrameworkSet, NamesJobsAndCompetencesOfSeveralFrameworks) {
  framework_draft own;
  own.id = "own";
  own.competences = {item("https://example.org/c", "Tenir", "")};
  framework_set set;
  const framework_ptr rome = *test::small_rome().import();
  set.add(rome);
  set.add(*framework::from_bytes(*compile(own), "x"));
  set.add(rome);
  set.add(nullptr);
  EXPECT_EQ(set.all().size(), 2U);
  EXPECT_EQ(set.all()[0], rome);
  EXPECT_EQ(set.find("esco"), nullptr);
  const auto job = set.job("rome:B2001");
  ASSERT_TRUE(job.has_value());
  EXPECT_EQ(job_name(*job->in, job->index), "rome:B2001");
  const auto competence = set.competence("own:https://example.org/c");
  ASSERT_TRUE(competence.has_value());
  EXPECT_EQ(competence_name(*competence->in, competence->index), "own:https://example.org/c");
  for (const char* absent : {"rome:101x", "rome", "rome:", ":101", "esco:101", ""}) {
    EXPECT_FALSE(set.competence(absent).has_value()) << absent;
    EXPECT_FALSE(set.job(absent).has_value()) << absent;
  }
}

}  // namespace
}  // namespace activateur
