#include "linkeddata/node_map.hpp"

#include "base/iri.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

bool node_map::generate(const json& expanded) {
  position top;
  top.graph_name = "@default";
  top.active_graph = &graphs_[top.graph_name];
  return element(expanded, top);
}

std::string_view node_map::new_blank() {
  labels_.push_back("_:b" + std::to_string(labels_.size()));
  return labels_.back();
}

// Section 7.4.
std::string_view node_map::renamed(const std::string& id) {
  if (!is_blank_label(id)) return id;
  const auto [at, added] = issued_.try_emplace(id);
  if (added) at->second = new_blank();
  return at->second;
}

node_map::node* node_map::find_or_add(graph& in, std::string_view id) {
  const auto [at, added] = in.by_id.try_emplace(id, nullptr);
  if (added) {
    ++count_;
    in.nodes.push_back({});
    in.nodes.back().id = id;
    at->second = &in.nodes.back();
  }
  return at->second;
}

// Equal values are not looked for here: a dataset is a set, and to_rdf keeps one of each.
bool node_map::add(const position& at, item&& made) {
  if (++count_ > map_nodes_max) {
    error_ = fail(failure::limit, say::jsonld_limit, {"nodes", std::to_string(map_nodes_max)});
    return false;
  }
  if (at.list != nullptr) {
    at.list->push_back(std::move(made));
  } else if (at.subject != nullptr) {
    at.subject->properties[at.property].push_back(std::move(made));
  }
  return true;
}

// Section 7.2.2.
bool node_map::element(const json& value, const position& at) {
  if (value.is_array()) {  // step 1
    for (const json& each : value) {
      if (!element(each, at)) return false;
    }
    return true;
  }
  if (!value.is_object()) return true;
  if (value.contains("@value")) return add(at, {&value, {}, nullptr});  // step 4
  if (const auto list = value.find("@list"); list != value.end()) {     // step 5
    auto made = std::make_unique<std::vector<item>>();
    position inner = at;
    inner.list = made.get();
    return element(*list, inner) && add(at, {nullptr, {}, std::move(made)});
  }
  return node_object(value, at);
}

// Step 6.
bool node_map::node_object(const json& value, const position& at) {
  const auto given = value.find("@id");
  std::string_view id;
  if (given != value.end() && given->is_string()) {  // step 6.1
    id = renamed(given->get_ref<const std::string&>());
  } else if (given != value.end()) {
    return true;  // an identifier that expanded to null names nothing
  } else {
    id = new_blank();  // step 6.2
  }
  node& made = *find_or_add(*at.active_graph, id);  // steps 6.3 and 6.4
  if (count_ > map_nodes_max) return add(at, {});
  if (at.reverse_of.data() != nullptr) {  // step 6.5
    position here = at;
    here.subject = &made;
    here.list = nullptr;
    if (!add(here, {nullptr, at.reverse_of, nullptr})) return false;
  } else if (at.property.data() != nullptr) {  // step 6.6
    if (!add(at, {nullptr, id, nullptr})) return false;
  }
  return members(value, made, at);
}

bool node_map::members(const json& value, node& made, const position& at) {
  if (const auto types = value.find("@type"); types != value.end()) {  // step 6.7
    for (const json& type : *types) {
      if (!type.is_string()) continue;
      const std::string_view name = renamed(type.get_ref<const std::string&>());
      if (std::find(made.types.begin(), made.types.end(), name) != made.types.end()) continue;
      if (made.types.size() > 1'000) return count_ = map_nodes_max, add(at, {});
      made.types.push_back(name);
      ++count_;
    }
  }
  if (const auto index = value.find("@index"); index != value.end()) {  // step 6.8
    if (made.index != nullptr && *made.index != *index) {
      error_ = fail(failure::input, say::jsonld_invalid, {"conflicting indexes", std::string(made.id)});
      return false;
    }
    made.index = &*index;
  }
  if (const auto map = value.find("@reverse"); map != value.end()) {  // step 6.9
    if (!reverse(*map, made, at)) return false;
  }
  position inner;
  inner.graph_name = at.graph_name;
  inner.active_graph = at.active_graph;
  if (const auto inside = value.find("@graph"); inside != value.end()) {  // step 6.10
    position graph_top;
    graph_top.graph_name = made.id;
    graph_top.active_graph = &graphs_[made.id];
    if (!element(*inside, graph_top)) return false;
  }
  if (const auto included = value.find("@included"); included != value.end()) {  // step 6.11
    if (!element(*included, inner)) return false;
  }
  inner.subject = &made;
  for (auto member = value.begin(); member != value.end(); ++member) {  // step 6.12
    const std::string& name = member.key();
    if (name.empty() || name[0] == '@') continue;
    inner.property = renamed(name);
    made.properties[inner.property];
    if (!element(*member, inner)) return false;
  }
  return true;
}

// Step 6.9.
bool node_map::reverse(const json& map, node& made, const position& at) {
  for (auto member = map.begin(); member != map.end(); ++member) {
    position inner;
    inner.graph_name = at.graph_name;
    inner.active_graph = at.active_graph;
    inner.reverse_of = made.id;
    inner.property = renamed(member.key());
    if (!element(*member, inner)) return false;
  }
  return true;
}

}  // namespace activateur
