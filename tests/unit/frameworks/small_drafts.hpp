// Small frameworks made in a test, and documents held against their schemas.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "frameworks/draft.hpp"
#include "json/json.hpp"
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

// What these schemas use of JSON Schema: const, enum, type, required, properties, items. Members that a schema
// does not name are refused here, so that nothing goes undocumented.
inline void expect_described(const json& value, const json& schema, const std::string& at) {
  if (schema.contains("const")) {
    EXPECT_EQ(value, schema["const"]) << at;
  }
  if (schema.contains("enum")) {
    EXPECT_NE(std::find(schema["enum"].begin(), schema["enum"].end(), value), schema["enum"].end()) << at << value;
  }
  const std::string type = schema.value("type", "");
  if (type == "object") {
    ASSERT_TRUE(value.is_object()) << at;
    const json properties = schema.value("properties", json::object());
    const json others = schema.value("additionalProperties", json());
    if (properties.empty() && others.is_null()) return;  // anything
    for (const auto& name : schema.value("required", json::array()))
      EXPECT_TRUE(value.contains(name.get<std::string>())) << at << name;
    for (const auto& [name, member] : value.items()) {
      ASSERT_TRUE(properties.contains(name) || others.is_object()) << at << '/' << name;
      expect_described(member, properties.contains(name) ? properties[name] : others, at + '/' + name);
    }
  } else if (type == "array") {
    ASSERT_TRUE(value.is_array()) << at;
    for (const auto& element : value) expect_described(element, schema["items"], at + "/*");
  } else if (type == "string") {
    EXPECT_TRUE(value.is_string()) << at;
  } else if (type == "integer") {
    EXPECT_TRUE(value.is_number_integer()) << at;
  } else if (type == "number") {
    EXPECT_TRUE(value.is_number()) << at;
  } else if (type == "boolean") {
    EXPECT_TRUE(value.is_boolean()) << at;
  }
}

inline void expect_schema(const json& document, const std::string& name) {
  const auto file = std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "docs/schemas" / (name + ".json");
  const auto schema = read_json(slurp(file), {}, file.string());
  ASSERT_TRUE(schema.ok());
  expect_described(document, *schema, name);
}

}  // namespace activateur::test
