// JSON Schema: drafts 4, 6, 7, 2019-09 and 2020-12, as far as validation goes (no annotations, no output formats).
//
// Fails closed: a dialect or a required vocabulary that is not understood, a keyword of the wrong shape, a regular
// expression out of reach, a document that is not at hand, a limit exceeded: each is an error, never "valid".
// Unknown keywords are annotations, which say nothing about validity (JSON Schema 2020-12 core section 4.3.1).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"

namespace activateur {

struct schema_options {
  // The document at a URL (without fragment), null when it is not at hand. Called while a schema is read only; what
  // it gives must live that long. Nothing is ever fetched.
  std::function<const json*(std::string_view url)> document;
  // The `$schema` of documents that have none; empty: those are refused.
  std::string default_dialect;
  // Formats are annotations unless this is set or the dialect asks for it. A format that is not known is then an error.
  bool assert_formats = false;

  std::size_t documents = 64;
  std::size_t schemas = 20'000;  // subschemas reached from the root
  std::size_t depth = 256;       // schemas applied inside schemas
  std::uint64_t steps = 5'000'000;
  std::size_t problems = 20;  // told of one instance
};

struct schema_problem {
  std::string instance_pointer;  // RFC 6901; empty is the whole instance
  std::string schema_pointer;    // of the keyword; after the URL and `#` when it is in another document
  sentence what;
};

namespace schema_detail {
struct program;
}

// A schema, read once. Immutable; copies share it and threads may use it together.
class json_schema {
 public:
  // `url`: where the schema was found, the base of its references; may be empty.
  static result<json_schema> read(const json& schema, const std::string& url, const schema_options& options);

  // Nothing when the instance is valid. An error when it cannot be judged within the limits.
  [[nodiscard]] result<std::vector<schema_problem>> check(const json& instance) const;

 private:
  explicit json_schema(std::shared_ptr<const schema_detail::program> compiled) : program_(std::move(compiled)) {}
  std::shared_ptr<const schema_detail::program> program_;
};

}  // namespace activateur
