#include "frameworks/compiled.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>

#include "frameworks/checksum.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/sealed_file.hpp"
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
  constexpr std::size_t head_bytes = sizeof head + compiled::section_count * sizeof(compiled::section);
  constexpr std::size_t sealed_from = offsetof(compiled::header, id);
  if (bytes.size() >= head_bytes)
    head.head_checksum = xxh64(std::string_view(bytes).substr(sealed_from, head_bytes - sealed_from));
  std::memcpy(bytes.data(), &head, sizeof head);
  head.checksum = xxh64(std::string_view(bytes).substr(offsetof(compiled::header, head_checksum)));
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
  for (std::uint32_t i = 0; i < f.counts().competences; ++i) {
    for (const label_view& l : f.labels_of_competence(i)) taste(l.text);
    for (const attribute_view& a : f.attributes_of_competence(i)) taste(a.value);
    for (const mapping_view& m : f.mappings_of_competence(i))
      sum += f.competences_mapped_to(m.framework, m.code).size();
    for (const std::uint32_t above : f.broader_of(i)) taste(f.competence(above).code);
    sum += f.find_competence_by_uri(f.competence(i).uri).value_or(0);
  }
  for (std::uint32_t i = 0; i < f.counts().jobs; ++i) {
    for (const attribute_view& a : f.attributes_of_job(i)) taste(a.value);
    for (const mapping_view& m : f.mappings_of_job(i)) sum += f.jobs_mapped_to(m.framework, m.code).size();
    for (const condition_view& c : f.conditions_of(i)) taste(c.label);
    sum += f.find_job_by_uri(f.job(i).uri).value_or(0);
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
  other[8] = 1;
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
      const std::size_t at =
          offsetof(compiled::header, id) + random() % (forged.size() - offsetof(compiled::header, id));
      forged[at] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    }
    const auto opened = framework::from_bytes(sealed(std::move(forged)), "x");
    opened.ok() ? ++walked : ++refused;
    if (opened.ok()) walk(**opened);
  }
  EXPECT_GT(refused, 1000U);
  EXPECT_GT(walked, 1000U);
}

// Something in every section.
framework_draft full_draft() {
  framework_draft d;
  d.id = "full";
  d.version = "1";
  draft_competence group;
  group.code = "G";
  group.label = "Cuisine";
  group.grain = competence_grain::group;
  draft_competence c;
  c.code = "C";
  c.uri = "https://example.org/c";
  c.label = "Cuire du pain";
  c.macro = "G";
  c.labels = {{"Bake bread", "en"}, {"Panifier", "fr", "7"}};
  c.attributes = {{"level", "2"}};
  c.mappings = {{"esco", "x", mapping_relation::exact, 900, "the test"}};
  d.competences = {group, c};
  draft_job j;
  j.code = "J";
  j.uri = "https://example.org/j";
  j.label = "Boulanger";
  j.kind = target_kind::qualification;
  j.withdrawn = true;
  j.links = {{"C", link_importance::core}};
  j.mobilities = {{"K", 1}};
  j.appellations = {{"Boulangère"}};
  j.conditions = {"W"};
  j.attributes = {{"level", "3"}};
  j.mappings = {{"rome", "D1102", mapping_relation::broad, 500, "the test"}};
  draft_job k;
  k.code = "K";
  k.label = "Meunier";
  d.jobs = {j, k};
  d.conditions = {{"W", "De nuit", "Horaires"}};
  return d;
}

TEST(CompiledFramework, GivesBackWhatTheDraftHeld) {
  auto bytes = compile(full_draft());
  ASSERT_TRUE(bytes.ok());
  const framework_ptr f = *framework::from_bytes(*bytes, "x");
  const auto c = f->find_competence("C");
  ASSERT_TRUE(c.has_value());
  EXPECT_EQ(f->find_competence_by_uri("https://example.org/c"), c);
  EXPECT_EQ(f->find_competence_by_label("bake BREAD"), c);
  EXPECT_EQ(f->competences_mapped_to("esco", "x"), (std::vector<std::uint32_t>{*c}));
  EXPECT_EQ(f->broader_of(*c), (std::vector<std::uint32_t>{*f->find_competence("G")}));
  EXPECT_EQ(f->items_of(*f->find_competence("G")), (std::vector<std::uint32_t>{*c}));
  const auto labels = f->labels_of_competence(*c);
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_EQ(labels[0].language, "en");
  EXPECT_EQ(labels[1].language, "fr");
  EXPECT_EQ(labels[1].code, "7");
  const mapping_view m = f->mappings_of_competence(*c).at(0);
  EXPECT_EQ(m.relation, mapping_relation::exact);
  EXPECT_EQ(m.weight, 900);
  const auto j = f->find_job_by_uri("https://example.org/j");
  ASSERT_TRUE(j.has_value());
  EXPECT_EQ(f->job(*j).kind, target_kind::qualification);
  EXPECT_TRUE(f->job(*j).withdrawn);
  EXPECT_EQ(f->conditions_of(*j).at(0).label, "De nuit");
  EXPECT_EQ(f->attributes_of_job(*j).at(0).value, "3");
  EXPECT_EQ(f->jobs_mapped_to("rome", "D1102"), (std::vector<std::uint32_t>{*j}));
  EXPECT_EQ(f->counts().qualifications, 1U);
  EXPECT_EQ(f->counts().groups, 1U);
}

TEST(CompiledFramework, ChecksEveryIndex) {
  const std::string bytes = *compile(full_draft());
  const framework_ptr whole = *framework::from_bytes(bytes, "x");
  std::uint32_t id = 0;
  std::size_t forgeries = 0;
  compiled::for_each_section(parts_of(*whole), [&]<class T>(const compiled::table<T>& records) {
    compiled::section s{};
    std::memcpy(&s, bytes.data() + sizeof(compiled::header) + id * sizeof s, sizeof s);
    ++id;
    ASSERT_GT(s.count, 0U) << id;
    if (std::is_same_v<T, compiled::totals_record> || std::is_same_v<T, char>) return;
    if (static_cast<const void*>(&records) == &parts_of(*whole).entry_rarity) return;  // weights, not indices
    std::string forged = bytes;
    std::memset(forged.data() + s.offset, 0xFF, s.record_bytes);
    const auto opened = framework::from_bytes(sealed(std::move(forged)), "x");
    ASSERT_FALSE(opened.ok()) << id;
    EXPECT_EQ(opened.why().what.code(), "framework.damaged");
    ++forgeries;
  });
  EXPECT_EQ(forgeries, compiled::section_count - 3);
}

TEST(CompiledFramework, IsTakenAtItsWordOnlyWhileSealed) {
  const test::scratch_directory scratch;
  const std::string path = (scratch / "f.fwk").string();
  const std::string bytes = small_compiled();
  ASSERT_TRUE(write_sealed(path, bytes).ok());
  // A byte changed behind the system's back: the times of the file are put back.
  const auto stamp = std::filesystem::last_write_time(path);
  std::string flipped = bytes;
  flipped[flipped.size() - 1] ^= 1;
  scratch.write("f.fwk", flipped);
  const auto touched = framework::open(path);
  ASSERT_FALSE(touched.ok());
  EXPECT_EQ(touched.why().what.code(), "framework.damaged");
  std::filesystem::last_write_time(path, stamp);
  const auto opened = framework::open(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ((*opened)->check().why().what.code(), "framework.damaged");
  EXPECT_GT(walk(**opened), 0U);
}

TEST(CompiledFramework, IsReadSafelyEvenWhenForgedUnderItsSeal) {
  const test::scratch_directory scratch;
  const std::string bytes = *compile(full_draft());
  std::mt19937 random(61);
  for (int round = 0; round < 200; ++round) {
    std::string forged = bytes;
    constexpr std::size_t head = sizeof(compiled::header) + compiled::section_count * sizeof(compiled::section);
    for (std::size_t n = 1 + random() % 5; n > 0; --n)
      forged[head + random() % (forged.size() - head)] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    const std::string path = (scratch / "forged.fwk").string();
    ASSERT_TRUE(write_sealed(path, forged).ok());
    const auto opened = framework::open(path);
    ASSERT_TRUE(opened.ok());
    walk(**opened);
  }
}

TEST(FrameworkVersions, AreOrderedByTheirNumbers) {
  EXPECT_TRUE(older("9", "60"));
  EXPECT_FALSE(older("60", "60"));
  EXPECT_TRUE(older("1.1.1", "1.2"));
  EXPECT_TRUE(older("v1.9", "v1.10"));
  EXPECT_TRUE(older("2024", "2024-2"));
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
