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
  for (const char* entry : {"null", "true", "99", "600", "-1", "200.5", "18446744073709551615", "\"\"", "[]", "{}",
                            R"({"file": "a.json"})", R"({"status": 404})", R"({"file": 1, "status": 404})",
                            R"({"file": "a.json", "status": "404"})", R"({"file": "a.json", "status": 404, "x": 1})"})
    EXPECT_EQ(refusal(std::string(R"({"https://example.org/a": )") + entry + "}"), "snapshot.entry") << entry;
  const auto none = snapshot::load("/nonexistent-directory");
  EXPECT_EQ(none.why().kind, failure::not_found);
}

}  // namespace
}  // namespace activateur
