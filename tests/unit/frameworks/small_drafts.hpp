// Small frameworks made in a test, and documents held against their schemas.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "frameworks/draft.hpp"
#include "json/json.hpp"
#include "json/schema.hpp"
#include "shared_data.hpp"

namespace activateur::test {

inline draft_competence competence(std::string code, std::string label, std::string macro = {}) {
  draft_competence c;
  c.code = std::move(code);
  c.label = std::move(label);
  c.macro = std::move(macro);
  return c;
}

inline draft_job job(std::string code, std::string label, std::vector<draft_link> links) {
  draft_job j;
  j.code = std::move(code);
  j.label = std::move(label);
  j.links = std::move(links);
  return j;
}

inline framework_ptr compiled_of(framework_draft draft) {
  auto bytes = compile(std::move(draft));
  EXPECT_TRUE(bytes.ok()) << (bytes.ok() ? "" : bytes.why().text(language::en));
  return *framework::from_bytes(*std::move(bytes), "a draft");
}

// Members that a schema does not name are refused, so that nothing goes undocumented.
inline void close_objects(json& schema) {
  if (schema.is_object() && schema.contains("properties") && !schema.contains("additionalProperties"))
    schema["additionalProperties"] = false;
  if (schema.is_structured())
    for (json& inside : schema) close_objects(inside);
}

inline json closed_schema(const std::string& name) {
  const auto file = std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "docs/schemas" / name;
  auto schema = read_json(slurp(file), {}, file.string());
  EXPECT_TRUE(schema.ok()) << file;
  if (!schema) return {};
  close_objects(*schema);
  return *std::move(schema);
}

inline void expect_schema(const json& document, const std::string& name) {
  std::map<std::string, json> others;  // that it refers to
  schema_options options;
  options.document = [&](std::string_view url) -> const json* {
    const std::string file(url.substr(url.rfind('/') + 1));
    return &others.try_emplace(file, closed_schema(file)).first->second;
  };
  const json own = closed_schema(name + ".json");
  const auto schema = json_schema::read(own, "", options);
  ASSERT_TRUE(schema.ok()) << schema.why().text(language::en);
  const auto problems = schema->check(document);
  ASSERT_TRUE(problems.ok()) << problems.why().text(language::en);
  for (const schema_problem& p : *problems)
    ADD_FAILURE() << name << p.instance_pointer << ' ' << p.what.text(language::en);
}

}  // namespace activateur::test
