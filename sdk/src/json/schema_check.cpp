// A compiled schema applied to an instance.
#include <algorithm>

#include "base/text.hpp"
#include "json/equality.hpp"
#include "json/pointer_step.hpp"
#include "json/schema_messages.hpp"
#include "json/schema_program.hpp"

namespace activateur {
namespace schema_detail {
namespace {

using namespace schema_messages;

constexpr std::int64_t pattern_steps = 100;  // of one search, beside the length of the text

// Where in the instance, as a chain that ends at the root.
struct spot {
  const spot* above = nullptr;
  const std::string* name = nullptr;  // null: an element
  std::size_t index = 0;
};

std::string pointer_to(const spot& at) {
  if (at.above == nullptr) return {};
  return pointer_to(*at.above) + (at.name == nullptr ? '/' + std::to_string(at.index) : pointer_step(*at.name));
}

// The parts of one instance that schemas have evaluated (2020-12 core section 11.1).
struct evaluated {
  bool everything = false;
  std::set<std::string_view> members;
  std::size_t prefix = 0;  // this many elements from the first
  std::set<std::size_t> elements;

  void add(const evaluated& other) {
    everything = everything || other.everything;
    members.insert(other.members.begin(), other.members.end());
    prefix = std::max(prefix, other.prefix);
    elements.insert(other.elements.begin(), other.elements.end());
  }
  [[nodiscard]] std::size_t size() const { return members.size() + elements.size(); }
};

std::uint64_t types_of(const json& value, bool whole_integers) {
  switch (value.type()) {
    case json::value_t::null: return type_null;
    case json::value_t::boolean: return type_boolean;
    case json::value_t::number_integer:
    case json::value_t::number_unsigned: return type_integer | type_number;
    case json::value_t::number_float: {
      // Beyond 64 bits integers are read as doubles, and how they were written is not known.
      constexpr double wide = 18446744073709551616.0;
      const double number = value.get<double>();
      const bool integer = is_integral(value) && (!whole_integers || number >= wide || number <= -wide);
      return type_number | (integer ? type_integer : 0);
    }
    case json::value_t::string: return type_string;
    case json::value_t::array: return type_array;
    case json::value_t::object: return type_object;
    case json::value_t::binary:
    case json::value_t::discarded: break;
  }
  return 0;
}

std::string_view name_of_type(const json& value) {
  switch (value.type()) {
    case json::value_t::null: return "null";
    case json::value_t::boolean: return "boolean";
    case json::value_t::number_integer:
    case json::value_t::number_unsigned: return "integer";
    case json::value_t::number_float: return "number";
    case json::value_t::string: return "string";
    case json::value_t::array: return "array";
    default: return "object";
  }
}

std::string told(const json& value) { return shortened(write_json(value), 120); }

std::string told_types(const json& types) {
  if (types.is_string()) return types.get<std::string>();
  std::string out;
  for (const json& name : types) out += (out.empty() ? "" : ", ") + name.get<std::string>();
  return out;
}

// Steps of looking for a name among others.
std::int64_t cost(const std::string& name) { return 1 + static_cast<std::int64_t>(name.size() / 64); }

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

class checking {
 public:
  explicit checking(const program& p)
      : program_(p), work_(static_cast<std::int64_t>(std::min<std::uint64_t>(p.steps, INT64_MAX))) {}

  result<std::vector<schema_problem>> run(const json& instance) {
    apply(*program_.root, instance, {}, nullptr);
    if (error_) return std::move(*error_);
    return std::move(problems_);
  }

 private:
  // Nothing more is worth knowing.
  [[nodiscard]] bool over() const { return error_.has_value() || problems_.size() >= program_.problems; }

  bool spend(std::int64_t steps) {
    work_ -= steps;
    if (work_ < 0 && !error_) error_ = fail(failure::limit, too_long, {std::to_string(program_.steps)});
    return work_ >= 0;
  }

  bool problem(const node& at, const rule& r, const spot& where, const message& what,
               std::vector<std::string> arguments = {}) {
    if (quiet_ == 0 && !over())
      problems_.push_back({pointer_to(where), at.place + '/' + r.keyword, sentence(what, std::move(arguments))});
    return false;
  }

  // Whether the instance is valid; what was evaluated is told only then.
  bool apply(const node& at, const json& instance, const spot& where, evaluated* told_to) {
    if (over() || !spend(1)) return false;
    if (at.never) {
      if (quiet_ == 0) problems_.push_back({pointer_to(where), at.place, sentence(nothing_allowed)});
      return false;
    }
    if (at.rules.empty()) return true;
    if (depth_ >= program_.depth) {
      error_ = fail(failure::limit, too_deep, {std::to_string(program_.depth)});
      return false;
    }
    ++depth_;
    const bool enters = scope_.empty() || scope_.back() != at.resource;
    if (enters) scope_.push_back(at.resource);
    evaluated own;
    evaluated* marks = at.collects || told_to != nullptr ? &own : nullptr;
    bool valid = true;
    for (const rule& r : at.rules) {
      if (!spend(1)) break;
      valid = follow(at, r, instance, where, marks) && valid;
      if (over() || (!valid && quiet_ > 0)) break;
    }
    if (enters) scope_.pop_back();
    --depth_;
    valid = valid && !error_;
    if (valid && told_to != nullptr) tell(own, *told_to);
    return valid;
  }

  void tell(const evaluated& own, evaluated& to) {
    if (spend(static_cast<std::int64_t>(own.size()))) to.add(own);
  }

  // In silence: only the answer counts.
  bool fits(const node& part, const json& instance, const spot& where, evaluated* marks) {
    ++quiet_;
    const bool out = apply(part, instance, where, marks);
    --quiet_;
    return out;
  }

  bool follow(const node& at, const rule& r, const json& instance, const spot& where, evaluated* marks) {
    switch (r.kind) {
      case rule_kind::type:
        if ((types_of(instance, at.whole_integers) & r.least) != 0) return true;
        return problem(at, r, where, wrong_type, {told_types(r.value), std::string(name_of_type(instance))});
      case rule_kind::enumeration: {
        for (const json& value : r.value)
          if (same(value, instance)) return true;
        return problem(at, r, where, not_listed);
      }
      case rule_kind::constant: return same(r.value, instance) || problem(at, r, where, not_constant, {told(r.value)});
      case rule_kind::all_of:
      case rule_kind::reference:
      case rule_kind::dynamic_reference:
      case rule_kind::any_of:
      case rule_kind::one_of:
      case rule_kind::negation:
      case rule_kind::conditional: return combine(at, r, instance, where, marks);
      default: break;
    }
    if (instance.is_number()) return number(at, r, instance, where);
    if (instance.is_string()) return text(at, r, instance.get_ref<const std::string&>(), where);
    if (instance.is_array()) return list(at, r, instance, where, marks);
    if (instance.is_object()) return object(at, r, instance.get_ref<const json::object_t&>(), instance, where, marks);
    return true;
  }

  bool same(const json& a, const json& b) {
    if (!spend(0)) return false;
    const bool out = compare_values(a, b, work_) == 0;
    return spend(0) && out;
  }

  const node& destination(const rule& r) {
    if (r.kind == rule_kind::dynamic_reference) {
      const auto& targets = program_.dynamic.find(r.names.front())->second;
      spend(static_cast<std::int64_t>(scope_.size()));
      // The outermost resource with that anchor.
      for (const std::size_t resource : scope_)
        if (const auto found = targets.find(resource); found != targets.end()) return *found->second;
    }
    return *r.nodes.front();
  }

  bool combine(const node& at, const rule& r, const json& instance, const spot& where, evaluated* marks) {
    switch (r.kind) {
      case rule_kind::reference:
      case rule_kind::dynamic_reference: return apply(destination(r), instance, where, marks);
      case rule_kind::negation:
        return !fits(*r.nodes.front(), instance, where, nullptr) || problem(at, r, where, is_excluded);
      case rule_kind::conditional: {
        const bool condition = fits(*r.nodes[0], instance, where, marks);
        const node* branch = r.nodes[condition ? 1 : 2];
        return branch == nullptr || apply(*branch, instance, where, marks);
      }
      case rule_kind::all_of: {
        bool valid = true;
        for (const node* part : r.nodes) {
          valid = apply(*part, instance, where, marks) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        return valid;
      }
      default: break;
    }
    const bool only_one = r.kind == rule_kind::one_of;
    std::size_t fitting = 0;
    for (const node* part : r.nodes) {
      if (fits(*part, instance, where, marks)) ++fitting;
      if (error_) return false;
      // All of them have their say on what is evaluated.
      if (only_one ? fitting > 1 && quiet_ > 0 : fitting > 0 && marks == nullptr) break;
    }
    if (only_one) return fitting == 1 || problem(at, r, where, not_one_of, {std::to_string(fitting)});
    return fitting > 0 || problem(at, r, where, none_of);
  }

  bool number(const node& at, const rule& r, const json& instance, const spot& where) {
    switch (r.kind) {
      case rule_kind::minimum:
        return compare_numbers(instance, r.value) >= 0 || problem(at, r, where, below, {told(r.value)});
      case rule_kind::maximum:
        return compare_numbers(instance, r.value) <= 0 || problem(at, r, where, above, {told(r.value)});
      case rule_kind::exclusive_minimum:
        return compare_numbers(instance, r.value) > 0 || problem(at, r, where, not_above, {told(r.value)});
      case rule_kind::exclusive_maximum:
        return compare_numbers(instance, r.value) < 0 || problem(at, r, where, not_below, {told(r.value)});
      case rule_kind::multiple_of:
        return is_multiple(instance, r.value) || problem(at, r, where, not_multiple, {told(r.value)});
      default: return true;
    }
  }

  // Nothing when the limits do not allow an answer.
  std::optional<bool> matches(const schema_pattern& pattern, const std::string& text) {
    if (!spend(pattern_steps + static_cast<std::int64_t>(text.size() / 16))) return std::nullopt;
    const auto found = pattern.search(text, budget_);
    if (!found) error_ = fail(failure::limit, pattern_cost);
    return found;
  }

  bool text(const node& at, const rule& r, const std::string& instance, const spot& where) {
    const auto size = static_cast<std::int64_t>(instance.size());
    if (!spend(r.kind == rule_kind::format ? size : size / 64)) return false;
    switch (r.kind) {
      case rule_kind::min_length:
        return characters(instance) >= r.least || problem(at, r, where, too_short, {std::to_string(r.least)});
      case rule_kind::max_length:
        return characters(instance) <= r.least || problem(at, r, where, too_long_text, {std::to_string(r.least)});
      case rule_kind::pattern: {
        const auto found = matches(r.patterns.front(), instance);
        if (!found) return false;
        return *found || problem(at, r, where, no_match, {shortened(r.patterns.front().written(), 120)});
      }
      case rule_kind::format:
        return r.format(instance) || problem(at, r, where, wrong_format, {r.value.get<std::string>()});
      default: return true;
    }
  }

  bool list(const node& at, const rule& r, const json& instance, const spot& where, evaluated* marks) {
    switch (r.kind) {
      case rule_kind::min_items:
        return instance.size() >= r.least || problem(at, r, where, too_few_items, {std::to_string(r.least)});
      case rule_kind::max_items:
        return instance.size() <= r.least || problem(at, r, where, too_many_items, {std::to_string(r.least)});
      case rule_kind::unique_items: return unique(at, r, instance, where);
      case rule_kind::contains: return contains(at, r, instance, where, marks);
      case rule_kind::prefix_items: {
        const std::size_t count = std::min(r.nodes.size(), instance.size());
        bool valid = true;
        for (std::size_t i = 0; i < count; ++i) {
          valid = apply(*r.nodes[i], instance[i], {&where, nullptr, i}, nullptr) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        if (marks != nullptr) marks->prefix = std::max(marks->prefix, count);
        return valid;
      }
      case rule_kind::rest_items:
      case rule_kind::unevaluated_items: {
        const bool leftover = r.kind == rule_kind::unevaluated_items;
        if (leftover && marks->everything) return true;
        bool valid = true;
        for (std::size_t i = leftover ? marks->prefix : r.least; i < instance.size(); ++i) {
          if (!spend(1)) return false;
          if (leftover && marks->elements.find(i) != marks->elements.end()) continue;
          valid = apply(*r.nodes.front(), instance[i], {&where, nullptr, i}, nullptr) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        if (marks != nullptr) marks->everything = true;
        return valid;
      }
      default: return true;
    }
  }

  bool unique(const node& at, const rule& r, const json& instance, const spot& where) {
    if (!spend(static_cast<std::int64_t>(instance.size()))) return false;
    std::vector<std::size_t> order(instance.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    // A consistent order even when the limit is reached, which then has the last word.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return work_ > 0 && compare_values(instance[a], instance[b], work_) < 0;
    });
    for (std::size_t i = 1; i < order.size(); ++i)
      if (same(instance[order[i - 1]], instance[order[i]]))
        return problem(at, r, where, repeated, {std::to_string(order[i - 1]), std::to_string(order[i])});
    return spend(0);
  }

  bool contains(const node& at, const rule& r, const json& instance, const spot& where, evaluated* marks) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < instance.size(); ++i) {
      const bool one = fits(*r.nodes.front(), instance[i], {&where, nullptr, i}, nullptr);
      if (error_) return false;
      if (!one) continue;
      ++found;
      if (marks != nullptr && r.marks) marks->elements.insert(i);
    }
    if (found < r.least)
      return problem(at, r, where, contains_too_few, {std::to_string(found), std::to_string(r.least)});
    return found <= r.most || problem(at, r, where, contains_too_many, {std::to_string(found), std::to_string(r.most)});
  }

  bool member(const node& part, const json::object_t::value_type& entry, const spot& where, evaluated* marks) {
    const bool valid = apply(part, entry.second, {&where, &entry.first, 0}, nullptr);
    if (marks != nullptr) marks->members.insert(entry.first);
    return valid;
  }

  bool object(const node& at, const rule& r, const json::object_t& members, const json& instance, const spot& where,
              evaluated* marks) {
    switch (r.kind) {
      case rule_kind::min_properties:
        return members.size() >= r.least || problem(at, r, where, too_few_members, {std::to_string(r.least)});
      case rule_kind::max_properties:
        return members.size() <= r.least || problem(at, r, where, too_many_members, {std::to_string(r.least)});
      case rule_kind::required: return required(at, r, members, where);
      case rule_kind::dependent_required: return dependent(at, r, members, where);
      case rule_kind::dependent_schemas: {
        bool valid = true;
        for (std::size_t i = 0; i < r.names.size(); ++i) {
          if (!spend(cost(r.names[i]))) return false;
          if (members.find(r.names[i]) == members.end()) continue;
          valid = apply(*r.nodes[i], instance, where, marks) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        return valid;
      }
      case rule_kind::properties: {
        bool valid = true;
        for (std::size_t i = 0; i < r.names.size(); ++i) {
          if (!spend(cost(r.names[i]))) return false;
          const auto found = members.find(r.names[i]);
          if (found == members.end()) continue;
          valid = member(*r.nodes[i], *found, where, marks) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        return valid;
      }
      case rule_kind::pattern_properties:
      case rule_kind::additional_properties:
      case rule_kind::property_names:
      case rule_kind::unevaluated_properties: {
        bool valid = true;
        for (const auto& entry : members) {
          if (!spend(cost(entry.first))) return false;
          valid = each(r, entry, where, marks) && valid;
          if (over() || (!valid && quiet_ > 0)) return false;
        }
        return valid;
      }
      default: return true;
    }
  }

  // One member under a rule that looks at all of them.
  bool each(const rule& r, const json::object_t::value_type& entry, const spot& where, evaluated* marks) {
    switch (r.kind) {
      case rule_kind::pattern_properties: {
        bool valid = true;
        for (std::size_t i = 0; i < r.patterns.size(); ++i) {
          const auto match = matches(r.patterns[i], entry.first);
          if (!match) return false;
          if (*match) valid = member(*r.nodes[i], entry, where, marks) && valid;
        }
        return valid;
      }
      case rule_kind::additional_properties:
        if (std::binary_search(r.names.begin(), r.names.end(), entry.first)) return true;
        for (const schema_pattern& pattern : r.patterns) {
          const auto match = matches(pattern, entry.first);
          if (!match) return false;
          if (*match) return true;
        }
        return member(*r.nodes.front(), entry, where, marks);
      case rule_kind::property_names: return apply(*r.nodes.front(), entry.first, {&where, &entry.first, 0}, nullptr);
      default:
        if (marks->everything || marks->members.find(entry.first) != marks->members.end()) return true;
        return member(*r.nodes.front(), entry, where, marks);
    }
  }

  bool required(const node& at, const rule& r, const json::object_t& members, const spot& where) {
    bool valid = true;
    for (const std::string& name : r.names) {
      if (!spend(cost(name))) return false;
      if (members.find(name) == members.end()) valid = problem(at, r, where, missing, {shortened(name, 120)});
    }
    return valid;
  }

  bool dependent(const node& at, const rule& r, const json::object_t& members, const spot& where) {
    bool valid = true;
    for (std::size_t i = 0; i < r.names.size(); ++i) {
      if (!spend(cost(r.names[i]))) return false;
      if (members.find(r.names[i]) == members.end()) continue;
      for (const std::string& name : r.lists[i]) {
        if (!spend(cost(name))) return false;
        if (members.find(name) == members.end())
          valid = problem(at, r, where, missing_beside, {shortened(name, 120), shortened(r.names[i], 120)});
      }
    }
    return valid;
  }

  const program& program_;
  std::int64_t work_;
  pattern_budget budget_;
  std::size_t depth_ = 0;
  int quiet_ = 0;
  std::vector<std::size_t> scope_;
  std::vector<schema_problem> problems_;
  std::optional<error> error_;
};

}  // namespace
}  // namespace schema_detail

result<std::vector<schema_problem>> json_schema::check(const json& instance) const {
  return schema_detail::checking(*program_).run(instance);
}

}  // namespace activateur
