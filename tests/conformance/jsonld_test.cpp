// JSON-LD 1.1 against the W3C test suite: every test of its manifests `expand` and `toRdf` that a processor of
// JSON-LD 1.1 must pass.
#include <gtest/gtest.h>

#include "isomorphism.hpp"
#include "linkeddata/jsonld.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

namespace fs = std::filesystem;

const std::string suite = "https://w3c.github.io/json-ld-api/tests/";

json read(const fs::path& path) {
  auto made = read_json(test::slurp(path));
  EXPECT_TRUE(made.ok()) << path << ": " << (made ? std::string() : made.why().text(language::en));
  return made ? *made : json();
}

// Every JSON-LD document of the suite, under its URL: what loading remote contexts may find.
void add_documents(const fs::path& root, context_library& library) {
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".jsonld") continue;
    if (auto made = read_json(test::slurp(entry.path()))) {
      library.add(suite + fs::relative(entry.path(), root).generic_string(), *std::move(made));
    }
  }
}

// JSON-LD values are the same when they differ in the order of what is not in a @list.
bool same(const json& a, const json& b, bool ordered = false) {
  if (a.type() != b.type() && !(a.is_number() && b.is_number())) return false;
  if (a.is_object()) {
    if (a.size() != b.size()) return false;
    for (const auto& member : a.items()) {
      const auto other = b.find(member.key());
      if (other == b.end()) return false;
      const bool exact = member.key() == "@value";
      if (exact ? member.value() != *other : !same(member.value(), *other, member.key() == "@list")) return false;
    }
    return true;
  }
  if (!a.is_array()) return a == b;
  if (a.size() != b.size()) return false;
  if (ordered) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!same(a[i], b[i])) return false;
    }
    return true;
  }
  std::vector<bool> used(b.size(), false);
  for (const json& item : a) {
    bool found = false;
    for (std::size_t i = 0; i < b.size() && !found; ++i) {
      found = !used[i] && same(item, b[i]);
      if (found) used[i] = true;
    }
    if (!found) return false;
  }
  return true;
}

// Tests that speak of JSON-LD 1.0 alone: the processing mode json-ld-1.0 is not offered.
bool is_of_version_1_0(const json& option) {
  return option.value("specVersion", "") == "json-ld-1.0" || option.value("processingMode", "") == "json-ld-1.0";
}

struct suite_test {
  std::string id;
  json described;
  json input;
  jsonld_options options;
  std::string error_code;
};

class W3cSuite {
 public:
  W3cSuite(fs::path root, const char* manifest) : root_(std::move(root)) {
    add_documents(root_, library_);
    json listed = read(root_ / manifest);
    for (json& described : listed.at("sequence")) {
      const json option = described.value("option", json::object());
      if (is_of_version_1_0(option)) continue;
      suite_test made;
      made.id = described.at("@id").get<std::string>();
      const auto input = described.at("input").get<std::string>();
      made.input = read(root_ / input);
      made.options.base = option.value("base", suite + input);
      made.options.contexts = &library_;
      made.options.safe = false;
      made.options.rdf_direction = option.value("rdfDirection", "");
      made.options.generalized = option.value("produceGeneralizedRdf", false);
      if (option.contains("expandContext")) {
        made.options.expand_context = test::slurp(root_ / option.at("expandContext").get<std::string>());
      }
      made.error_code = described.value("expectErrorCode", "");
      made.described = std::move(described);
      tests.push_back(std::move(made));
    }
  }

  [[nodiscard]] fs::path expected(const suite_test& t) const {
    return root_ / t.described.at("expect").get<std::string>();
  }

  std::vector<suite_test> tests;

 private:
  fs::path root_;
  context_library library_;
};

std::string code_of(const error& e) {
  return e.what.arguments().empty() ? std::string(e.what.code()) : e.what.arguments()[0];
}

// A negative test: the error is the one that the manifest names.
template <class Result>
void expect_error(const suite_test& t, const Result& made) {
  if (made.ok()) {
    ADD_FAILURE() << t.id << " must fail with " << t.error_code << ": " << t.described.value("purpose", "");
  } else {
    EXPECT_EQ(code_of(made.why()), t.error_code) << t.id << ' ' << made.why().text(language::en);
  }
}

TEST(JsonldSuite, ExpandsAsTheManifestSays) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/json-ld");
  const W3cSuite suite_of_expansion(root, "expand-manifest.jsonld");
  std::size_t run = 0;
  for (const suite_test& t : suite_of_expansion.tests) {
    const auto made = expand(t.input, t.options);
    ++run;
    if (!t.error_code.empty()) {
      expect_error(t, made);
    } else if (!made.ok()) {
      ADD_FAILURE() << t.id << ' ' << made.why().text(language::en);
    } else {
      const json wanted = read(suite_of_expansion.expected(t));
      EXPECT_TRUE(same(*made, wanted)) << t.id << ' ' << t.described.value("purpose", "") << "\nmade " << made->dump(1)
                                       << "\nwanted " << wanted.dump(1);
    }
  }
  EXPECT_EQ(run, 367U);
}

// What is kept from one document to the next changes nothing: the plain path is a library that has kept nothing.
TEST(JsonldSuite, GivesTheSameWhateverWasProcessedBefore) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/json-ld");
  const W3cSuite in_order(root, "expand-manifest.jsonld");
  const W3cSuite backwards(root, "expand-manifest.jsonld");
  const auto told = [](const suite_test& t) {
    const auto made = expand(t.input, t.options);
    return made ? made->dump() : made.why().text(language::en);
  };
  std::vector<std::string> first;
  for (const suite_test& t : in_order.tests) first.push_back(told(t));
  for (std::size_t i = first.size(); i-- > 0;) {
    EXPECT_EQ(told(backwards.tests[i]), first[i]) << backwards.tests[i].id;
    EXPECT_EQ(told(in_order.tests[i]), first[i]) << in_order.tests[i].id;
  }
}

TEST(JsonldSuite, GivesTheRdfThatTheManifestSays) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/json-ld");
  const W3cSuite suite_of_rdf(root, "toRdf-manifest.jsonld");
  std::size_t run = 0;
  for (const suite_test& t : suite_of_rdf.tests) {
    const auto made = to_rdf(t.input, t.options);
    ++run;
    if (!t.error_code.empty()) {
      expect_error(t, made);
      continue;
    }
    if (!made.ok()) {
      ADD_FAILURE() << t.id << ' ' << made.why().text(language::en);
      continue;
    }
    if (t.described.at("@type").at(0) == "jld:PositiveSyntaxTest") continue;  // it is enough to be read
    const auto wanted = read_nquads(test::slurp(suite_of_rdf.expected(t)));
    if (!wanted.ok()) {
      ADD_FAILURE() << t.id << ": its expectation is not read: " << wanted.why().text(language::en);
      continue;
    }
    std::string written;
    for (const quad& q : *made) written += write_nquad(q);
    EXPECT_TRUE(test::isomorphic(*made, *wanted)) << t.id << ' ' << t.described.value("purpose", "") << "\nmade\n"
                                                  << written << "wanted\n"
                                                  << test::slurp(suite_of_rdf.expected(t));
  }
  EXPECT_EQ(run, 448U);
}

}  // namespace
}  // namespace activateur
