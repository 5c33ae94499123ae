#include "net/snapshot.hpp"

#include <gtest/gtest.h>

#include "shared_data.hpp"

namespace activateur {
namespace {

std::string refusal(const std::string& index) {
  const test::scratch_directory directory;
  directory.write("index.json", index);
  directory.write("a.json", "{}");
  const auto read = snapshot::load(directory.string());
  return read ? "read" : std::string(read.why().what.code());
}

TEST(Snapshot, AnswersWhatItsIndexNames) {
  const test::scratch_directory directory;
  const std::string elsewhere = directory.write("else/b.txt", "absolute");
  directory.write("docs/a.json", "{\"a\":1}");
  directory.write("index.json", R"({"https://example.org/a": "docs/a.json", "https://example.org/b#part": ")" +
                                    elsewhere +
                                    R"(", "https://example.org/gone": 410,
    "https://example.org/revoked": {"file": "docs/a.json", "status": 410}})");
  const auto read = snapshot::load(directory.string());
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->size(), 4U);
  EXPECT_EQ(read->get("https://example.org/a").document->status, 200);
  EXPECT_EQ(*read->get("https://example.org/a#fragment").document->body, "{\"a\":1}");
  EXPECT_EQ(*read->get("https://example.org/b").document->body, "absolute");
  EXPECT_EQ(read->get("https://example.org/gone").document->status, 410);
  EXPECT_EQ(*read->get("https://example.org/gone").document->body, "");
  EXPECT_EQ(read->get("https://example.org/revoked").document->status, 410);
  EXPECT_EQ(*read->get("https://example.org/revoked").document->body, "{\"a\":1}");
  EXPECT_FALSE(read->get("https://example.org/A").document.has_value());
  EXPECT_FALSE(read->get("https://example.org/a?x").document.has_value());
  EXPECT_FALSE(read->get("").document.has_value());
}

TEST(Snapshot, TakesDocumentsFromTheHost) {
  snapshot documents;
  documents.add("https://example.org/a#x", "one");
  documents.add("https://example.org/a", "two", 404);
  EXPECT_EQ(documents.size(), 1U);
  EXPECT_EQ(*documents.get("https://example.org/a#y").document->body, "two");
  EXPECT_EQ(documents.get("https://example.org/a").document->status, 404);
}

TEST(Snapshot, SaysWhatIsWrongWithItsIndex) {
  EXPECT_EQ(refusal("{}"), "read");
  EXPECT_EQ(refusal("[]"), "snapshot.index");
  EXPECT_EQ(refusal("{"), "json.syntax");
  EXPECT_EQ(refusal(R"({"https://example.org/a": "a.json", "https://example.org/a": "a.json"})"), "json.duplicate");
  EXPECT_EQ(refusal(R"({"https://example.org/a": "a.json", "https://example.org/a#b": "a.json"})"), "snapshot.twice");
  EXPECT_EQ(refusal(R"({"#a": "a.json"})"), "snapshot.url");
  EXPECT_EQ(refusal(R"({"https://example.org/a": "missing.json"})"), "file.read");
  EXPECT_EQ(refusal(R"({"https://example.org/a": "."})"), "file.kind");
  for (const char* entry :
       {"null", "true", "99", "600", "-1", "200.5", "18446744073709551615", "\"\"", "[]", "{}", R"({"file": "a.json"})",
        R"({"status": 404})", R"({"file": 1, "status": 404})", R"({"file": "a.json", "status": "404"})",
        R"({"file": "a.json", "status": 404, "x": 1})", R"({"file": "a.json", "status": 200, "fetched": "yesterday"})",
        R"({"file": "a.json", "status": 200, "fetched": 1})",
        R"({"file": "a.json", "fetched": "2026-11-24T12:00:00Z"})"})
    EXPECT_EQ(refusal(std::string(R"({"https://example.org/a": )") + entry + "}"), "snapshot.entry") << entry;
  const auto none = snapshot::load("/nonexistent-directory");
  EXPECT_EQ(none.why().kind, failure::not_found);
}

TEST(Snapshot, RemembersSinceWhenADocumentWasSo) {
  const test::scratch_directory directory;
  directory.write("a.json", "{}");
  directory.write("index.json", R"({"https://example.org/a":
    {"file": "a.json", "status": 200, "fetched": "2026-11-24T13:00:00+01:00"}})");
  const auto read = snapshot::load(directory.string());
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(to_text(*read->get("https://example.org/a").document->fetched), "2026-11-24T12:00:00Z");
}

TEST(Snapshot, IsSavedWholeOrNotAtAll) {
  const test::scratch_directory directory;
  snapshot documents;
  documents.add("https://example.org/a", "{}");
  documents.add("https://example.org/b", "{}", 410, instant{1});
  const std::string target = directory.string() + "/saved";
  ASSERT_TRUE(documents.save(target + "/").ok());
  const auto files = [&] {
    std::size_t n = 0;
    for (const auto& one : std::filesystem::directory_iterator(directory.string())) n += one.exists() ? 1U : 0U;
    return n;
  };
  EXPECT_EQ(files(), 1U) << "nothing beside it";
  EXPECT_EQ(snapshot::load(target)->size(), 2U);
  // Never over something.
  EXPECT_EQ(documents.save(target).why().what.code(), "snapshot.exists");
  EXPECT_EQ(documents.save(directory.write("file", "x")).why().what.code(), "snapshot.exists");
  EXPECT_EQ(documents.save(directory.string() + "/no/such").why().what.code(), "snapshot.directory");
  EXPECT_EQ(documents.save(directory.string() + "/file/such").why().what.code(), "snapshot.directory");
  std::filesystem::create_directory(directory / "empty");
  EXPECT_TRUE(documents.save(directory.string() + "/empty").ok());
  EXPECT_EQ(files(), 3U);
}

}  // namespace
}  // namespace activateur
