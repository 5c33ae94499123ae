// The edge of the plugin "activateur.rules.table": where C++ becomes C.
//
// Inside, ordinary C++20 that may throw. Outside, C: every function the host may call is a lambda or a function whose
// whole body runs in `guarded`, which turns any exception into a status. Only adp_plugin_entry is exported.
#include <memory>
#include <new>
#include <string_view>
#include <vector>

#include "activateur/plugin.h"
#include "rule_table.hpp"

namespace {

using rules_table::table;

// From init to deinit. The host calls a plugin from one thread at a time.
std::unique_ptr<const table> loaded;

template <class Body>
adp_status guarded(Body body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

std::string_view text(adp_str s) { return {s.ptr, s.len}; }
adp_str view(std::string_view s) { return {s.data(), s.size()}; }

adp_status ADP_CALL init(const adp_plugin*) {
  return guarded([] {
    loaded = std::make_unique<const table>(rules_table::built_in());
    return ADP_OK;
  });
}

void ADP_CALL deinit(const adp_plugin*) { loaded.reset(); }

adp_status ADP_CALL evaluate(const adp_plugin*, const adp_rule_case* what, adp_rule_outcome* outcomes,
                             std::size_t capacity, std::size_t* count) {
  return guarded([&]() -> adp_status {
    *count = 0;
    std::vector<std::string_view> conditions;
    conditions.reserve(what->condition_count);
    for (std::uint32_t i = 0; i < what->condition_count; ++i) conditions.push_back(text(what->conditions[i]));
    const auto answers = loaded->of(text(what->kind), conditions, what->cost_cents);
    if (answers.size() > capacity) return ADP_E_LIMIT;
    for (const auto& a : answers) {
      adp_rule_outcome& out = outcomes[(*count)++];
      out.effect = ADP_RULE_COST;
      out.cost_cents = a.cost_cents;
      out.rule = view(a.why->rule);  // the articles are constants: they outlive deinit
      out.reason_fr = view(a.why->fr);
      out.reason_en = view(a.why->en);
    }
    return ADP_OK;
  });
}

constexpr adp_rules rules{sizeof(adp_rules), 0, evaluate};

const void* ADP_CALL get_extension(const adp_plugin*, const char* id) {
  return std::string_view(id) == ADP_EXT_RULES_1 ? &rules : nullptr;
}

constexpr adp_plugin plugin{
    sizeof(adp_plugin), ADP_PLUGIN_ABI_LEVEL, "activateur.rules.table", "1.0.0", nullptr, init, deinit, get_extension};

}  // namespace

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) {
  return host->abi_level >= ADP_PLUGIN_ABI_LEVEL ? &plugin : nullptr;
}
