// Node Map Generation: JSON-LD 1.1 API section 7.2. Views point into the expanded document, which must outlive the map.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "json/json.hpp"

namespace activateur {

inline constexpr std::size_t map_nodes_max = 200'000;  // nodes of all graphs together, and items of their properties

class node_map {
 public:
  // One value of a property: a value object, a node, or a list.
  struct item {
    const json* value = nullptr;
    std::string_view node;
    std::unique_ptr<std::vector<item>> list;
  };
  struct node {
    std::string_view id;
    std::vector<std::string_view> types;
    std::map<std::string_view, std::vector<item>> properties;
    const json* index = nullptr;
  };
  struct graph {
    std::deque<node> nodes;  // in the order they were met
    std::unordered_map<std::string_view, node*> by_id;
  };

  // False on error.
  bool generate(const json& expanded);
  [[nodiscard]] error why() && { return std::move(*error_); }

  // By name; "@default" is the default graph.
  [[nodiscard]] const std::map<std::string_view, graph>& graphs() const { return graphs_; }
  // About how many statements the map makes.
  [[nodiscard]] std::size_t statements() const { return count_; }
  // Generate Blank Node Identifier (section 7.4) with no identifier: a new label, with its "_:".
  std::string_view new_blank();

 private:
  // Active subject and property of section 7.2.2.
  struct position {
    std::string_view graph_name;
    graph* active_graph = nullptr;
    node* subject = nullptr;      // null at the top
    std::string_view reverse_of;  // when the active subject is a node reference: its id
    std::string_view property;
    std::vector<item>* list = nullptr;
  };

  bool element(const json& value, const position& at);
  bool node_object(const json& value, const position& at);
  bool members(const json& value, node& made, const position& at);
  bool reverse(const json& map, node& made, const position& at);
  bool add(const position& at, item&& made);
  node* find_or_add(graph& in, std::string_view id);
  std::string_view renamed(const std::string& id);

  std::map<std::string_view, graph> graphs_;
  std::unordered_map<std::string_view, std::string_view> issued_;
  std::deque<std::string> labels_;
  std::size_t count_ = 0;
  std::optional<error> error_;
};

}  // namespace activateur
