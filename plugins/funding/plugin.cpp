// The edge of the plugin "activateur.rules.funding"; as in rules-table, nothing thrown leaves it.
#include <new>
#include <string_view>
#include <vector>

#include "activateur/plugin.h"
#include "funding.hpp"

namespace {

std::string_view text(adp_str s) { return {s.ptr, s.len}; }
adp_str view(std::string_view s) { return {s.data(), s.size()}; }

adp_status ADP_CALL evaluate(const adp_plugin*, const adp_rule_case* what, adp_rule_outcome* outcomes,
                             std::size_t capacity, std::size_t* count) {
  try {
    *count = 0;
    std::vector<std::string_view> conditions, tags;
    for (std::uint32_t i = 0; i < what->condition_count; ++i) conditions.push_back(text(what->conditions[i]));
    // A host older than the tags gives a smaller struct.
    if (what->struct_size >= sizeof(adp_rule_case))
      for (std::uint32_t i = 0; i < what->tag_count; ++i) tags.push_back(text(what->tags[i]));
    for (const funding::answer& a : funding::answers({text(what->kind), what->cost_cents, tags}, conditions)) {
      if (*count == capacity) return ADP_E_LIMIT;
      adp_rule_outcome& out = outcomes[(*count)++];
      out.effect = ADP_RULE_COST;
      out.cost_cents = a.cost_cents;
      out.rule = view(a.rule);
      out.reason_fr = view(a.fr);
      out.reason_en = view(a.en);
    }
    return ADP_OK;
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

constexpr adp_rules rules{sizeof(adp_rules), 0, evaluate};

const void* ADP_CALL get_extension(const adp_plugin*, const char* id) {
  return std::string_view(id) == ADP_EXT_RULES_1 ? &rules : nullptr;
}

constexpr adp_plugin plugin{
    sizeof(adp_plugin), ADP_PLUGIN_ABI_LEVEL, "activateur.rules.funding", "1.0.0", nullptr, nullptr, nullptr,
    get_extension};

}  // namespace

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) {
  return host->abi_level >= ADP_PLUGIN_ABI_LEVEL ? &plugin : nullptr;
}
