#include "linkeddata/tree.hpp"

namespace activateur {
namespace {

// Expanded JSON-LD has every property, and the types of a node, in arrays (JSON-LD 1.1 API 5.1.2 steps 13.14 and 16).
void append(const tree& values, json& array) {
  if (array.is_null()) array = json::array();
  for (const tree& each : values) array.push_back(to_json(each));
}

json object_to_json(const tree& from) {
  json made = json::object();
  const bool is_node = !from.has("@value");
  for (const tree_member& member : from.members().keywords) {
    json& value = made[std::string(member.name)];
    if (is_node && member.name == "@type") {
      append(member.value, value);
    } else {
      value = to_json(member.value);
    }
  }
  for (const tree_member& member : from.members().properties) append(member.value, made[std::string(member.name)]);
  return made;
}

}  // namespace

json to_json(const tree& from) {
  if (from.is_text()) return std::string(from.text());
  if (from.is_value()) return from.value();
  if (from.is_object()) return object_to_json(from);
  json made;
  if (from.is_array()) append(from, made);
  return made;
}

}  // namespace activateur
