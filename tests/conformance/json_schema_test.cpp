// The validation by JSON Schema against the official test suite (Debian: libtest-json-schema-acceptance-perl), with the
// standard meta-schemas that python3-jsonschema has.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "json/schema.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

namespace fs = std::filesystem;

const fs::path suite = "/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance";
const fs::path meta_schemas = "/usr/lib/python3/dist-packages/jsonschema/schemas";

json read(const fs::path& path) {
  auto made = read_json(test::slurp(path));
  EXPECT_TRUE(made.ok()) << path << ": " << (made ? std::string() : made.why().text(language::en));
  return made ? *made : json();
}

// What schemas of the suite refer to, by URL.
std::map<std::string, json, std::less<>> documents() {
  std::map<std::string, json, std::less<>> out;
  for (const auto& entry : fs::recursive_directory_iterator(suite / "remotes"))
    if (entry.is_regular_file())
      out["http://localhost:1234/" + fs::relative(entry.path(), suite / "remotes").generic_string()] =
          read(entry.path());
  for (const char* name : {"draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"}) {
    json meta = read(meta_schemas / (std::string(name) + ".json"));
    std::string url = meta.value("$id", meta.value("id", ""));
    if (url.ends_with('#')) url.pop_back();
    out[url] = std::move(meta);
  }
  const json vocabularies = read(meta_schemas / "vocabularies.json");
  for (const auto& [url, meta] : vocabularies.items()) out[url] = meta;
  return out;
}

struct draft_case {
  std::string directory;
  std::string dialect;
};
// Names the case in test listings.
void PrintTo(const draft_case& c, std::ostream* out) { *out << c.directory; }

struct tally {
  int passed = 0;
  int failed = 0;
  std::string told;
};

// "file: group: test", and why it is not as the suite expects.
using exceptions = std::map<std::string, std::string, std::less<>>;

// Nothing else is asserted; what is not known must be refused.
const std::set<std::string> formats_known = {"date", "date-time", "email",         "hostname", "ipv4",
                                             "ipv6", "iri",       "iri-reference", "regex",    "json-pointer",
                                             "time", "uri",       "uri-reference", "uuid"};

void run(const fs::path& file, const schema_options& options, const exceptions& known, std::set<std::string>& met,
         tally& done) {
  for (const json& group : read(file)) {
    const auto schema = json_schema::read(group["schema"], "", options);
    for (const json& one : group["tests"]) {
      const std::string name = file.filename().string() + ": " + group["description"].get<std::string>() + ": " +
                               one["description"].get<std::string>();
      std::string told;
      if (!schema) {
        told = schema.why().text(language::en);
      } else if (const auto problems = schema->check(one["data"]); !problems) {
        told = problems.why().text(language::en);
      } else if (problems->empty() != one["valid"].get<bool>()) {
        told = problems->empty() ? "is found valid" : problems->front().what.text(language::en);
      }
      const bool expected = known.count(name) == 0;
      if (!expected) met.insert(name);
      if (told.empty() == expected) {
        ++done.passed;
      } else {
        ++done.failed;
        done.told += "  " + name + (expected ? ": " + told : ": passes, though it is listed") + '\n';
      }
    }
  }
}

class JsonSchemaSuite : public testing::TestWithParam<draft_case> {
 protected:
  void SetUp() override {
    if (!fs::is_directory(suite) || !fs::is_directory(meta_schemas))
      GTEST_SKIP() << "install libtest-json-schema-acceptance-perl and python3-jsonschema (scripts/setup)";
    known_ = documents();
    options_.default_dialect = GetParam().dialect;
    options_.document = [this](std::string_view url) -> const json* {
      const auto found = known_.find(url);
      return found == known_.end() ? nullptr : &found->second;
    };
  }

  void expect_all(const fs::path& directory, const exceptions& known, int at_least) {
    tally done;
    std::set<std::string> met;
    for (const auto& entry : fs::directory_iterator(directory))
      if (entry.is_regular_file()) run(entry.path(), options_, known, met, done);
    EXPECT_EQ(done.failed, 0) << done.told;
    EXPECT_GE(done.passed, at_least);
    for (const auto& [name, why] : known) EXPECT_TRUE(met.count(name) == 1) << name << " is not in the suite";
    std::cout << done.passed << " tests of " << directory.lexically_relative(suite) << '\n';
  }

  [[nodiscard]] fs::path tests() const { return suite / "tests" / GetParam().directory; }

  std::map<std::string, json, std::less<>> known_;
  schema_options options_;
};

TEST_P(JsonSchemaSuite, PassesEveryRequiredTest) { expect_all(tests(), {}, 500); }

TEST_P(JsonSchemaSuite, PassesTheOptionalTests) {
  exceptions known;
  if (GetParam().directory == "draft7") {
    const std::string why = "what a text encodes is not looked at";
    known["content.json: validation of string-encoded content based on media type: an invalid JSON document"] = why;
    known["content.json: validation of binary string-encoding: an invalid base64 string (% is not a valid character)"] =
        why;
    const std::string group = "content.json: validation of binary-encoded media type documents: ";
    known[group + "a validly-encoded invalid JSON document"] = why;
    known[group + "an invalid base64 string that is valid JSON"] = why;
  }
  if (GetParam().directory == "draft2020-12")
    known["ecmascript-regex.json: \\a is not an ECMA 262 control escape: when used as a pattern"] =
        "formats are annotations here; the test below asserts this one";
  expect_all(tests() / "optional", known, 90);
}

TEST_P(JsonSchemaSuite, AssertsTheFormatsItKnowsAndRefusesOthers) {
  options_.assert_formats = true;
  tally done;
  std::set<std::string> met;
  int refused = 0;
  for (const auto& entry : fs::directory_iterator(tests() / "optional" / "format")) {
    if (formats_known.count(entry.path().stem().string()) == 1) {
      run(entry.path(), options_, {}, met, done);
    } else {
      for (const json& group : read(entry.path())) {
        const auto schema = json_schema::read(group["schema"], "", options_);
        ASSERT_FALSE(schema.ok()) << entry.path();
        EXPECT_EQ(schema.why().what.code(), "schema.format.unknown");
        ++refused;
      }
    }
  }
  EXPECT_EQ(done.failed, 0) << done.told;
  EXPECT_GE(done.passed, 100);
  EXPECT_GE(refused, 1);
}

INSTANTIATE_TEST_SUITE_P(Drafts, JsonSchemaSuite,
                         testing::Values(draft_case{"draft4", "http://json-schema.org/draft-04/schema#"},
                                         draft_case{"draft6", "http://json-schema.org/draft-06/schema#"},
                                         draft_case{"draft7", "http://json-schema.org/draft-07/schema#"},
                                         draft_case{"draft2019-09", "https://json-schema.org/draft/2019-09/schema"},
                                         draft_case{"draft2020-12", "https://json-schema.org/draft/2020-12/schema"}),
                         [](const auto& test) {
                           std::string name = test.param.directory;
                           name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
                           return name;
                         });

}  // namespace
}  // namespace activateur
