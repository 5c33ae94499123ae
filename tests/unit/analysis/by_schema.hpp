// Documents against their schemas in docs/schemas.
#pragma once

#include <map>

#include "base/file.hpp"
#include "json/schema.hpp"

namespace activateur::test {

inline json schema_named(const std::string& file) {
  const auto text = read_file(std::string(ACTIVATEUR_SOURCE_DIR) + "/docs/schemas/" + file, 1 << 24);
  return text ? json::parse(*text) : json();
}

// What the schema finds wrong, one line a problem; empty: nothing.
inline std::string faults_by_schema(const std::string& file, const json& document) {
  static std::map<std::string, json> others;
  schema_options options;
  options.document = [](std::string_view url) -> const json* {
    const std::string name(url.substr(url.rfind('/') + 1));
    const auto it = others.find(name);
    return it != others.end() ? &it->second : &others.emplace(name, schema_named(name)).first->second;
  };
  const json schema = schema_named(file);
  const auto compiled = json_schema::read(schema, "https://example.org/activateur/schemas/" + file, options);
  if (!compiled) return compiled.why().text(language::en);
  const auto found = compiled->check(document);
  if (!found) return found.why().text(language::en);
  std::string out;
  for (const schema_problem& p : *found) out += p.instance_pointer + ": " + p.what.text(language::en) + "\n";
  return out;
}

}  // namespace activateur::test
