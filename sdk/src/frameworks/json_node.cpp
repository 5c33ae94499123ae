#include "frameworks/json_node.hpp"

#include "base/text.hpp"
#include "json/pointer_step.hpp"

namespace activateur {

const json* json_node::member(const char* name) const {
  if (!value_->is_object()) return nullptr;
  const auto found = value_->find(name);
  return found == value_->end() || found->is_null() ? nullptr : &*found;
}

std::string json_node::text() const {
  if (value_->is_string()) return std::string(trimmed(value_->get_ref<const std::string&>()));
  return value_->is_number() || value_->is_boolean() ? value_->dump() : std::string();
}

std::vector<json_node> json_node::elements() const {
  if (!value_->is_array()) return {*this};
  std::vector<json_node> out;
  for (std::size_t i = 0; i < value_->size(); ++i) out.push_back(at((*value_)[i], '/' + std::to_string(i)));
  return out;
}

std::vector<json_node> json_node::list(const char* name) const {
  const json* found = member(name);
  return found == nullptr ? std::vector<json_node>() : at(*found, pointer_step(name)).elements();
}

std::optional<json_node> json_node::object(const char* name) const {
  const json* found = member(name);
  return found == nullptr || !found->is_object() ? std::nullopt : std::optional(at(*found, pointer_step(name)));
}

}  // namespace activateur
