// Plugins that do one thing wrong, for the tests: this file is built once for each name in CMakeLists.txt, with
// MISBEHAVIOUR set to it. "nothing" is a good plugin.
//
// A plugin tells what was run of it in the file named by ACTIVATEUR_TEST_TRACE, so that a test can see that nothing
// was.
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string_view>
#include <thread>

#include "activateur/plugin.h"

namespace {

constexpr std::string_view how = MISBEHAVIOUR;

// Derived from nothing: only catch (...) can stop it.
struct thrown_by_plugin {
  int payload[4] = {1, 2, 3, 4};
};

void trace(std::string_view what) {
  if (const char* path = std::getenv("ACTIVATEUR_TEST_TRACE"))
    std::ofstream(path, std::ios::app) << how << ':' << what << '\n';
}

[[gnu::constructor]] void when_mapped() { trace("constructor"); }

adp_str view(std::string_view s) { return {s.data(), s.size()}; }

adp_rule_outcome free_of_charge() {
  adp_rule_outcome out{};
  out.struct_size = sizeof out;
  out.effect = ADP_RULE_COST;
  out.rule = view("test/1");
  out.reason_fr = view("C'est gratuit.");
  out.reason_en = view("It is free.");
  return out;
}

// The opportunity's id says which outcome is wanted.
adp_rule_outcome wanted(const adp_rule_case& what) {
  const std::string_view id{what.opportunity.ptr, what.opportunity.len};
  static const char endless[8192] = {};
  adp_rule_outcome out = free_of_charge();
  if (id == "unknown_effect") out.effect = 7;
  if (id == "no_effect") out.effect = 0;
  if (id == "negative_cost") out.cost_cents = -1;
  if (id == "least_cost") out.cost_cents = std::numeric_limits<std::int64_t>::min();
  if (id == "cost_above_price") out.cost_cents = what.cost_cents + 1;
  if (id == "full_price") out.cost_cents = what.cost_cents;
  if (id == "bad_utf8") out.reason_fr = view("caf\xE9");
  if (id == "null_with_length") out.reason_en = {nullptr, 3};
  if (id == "endless_text") out.reason_fr = {endless, static_cast<std::size_t>(-2)};
  if (id == "control_character") out.rule = view("test\n1");
  if (id == "no_rule") out.rule = {nullptr, 0};
  if (id == "no_reason") out.reason_fr = out.reason_en = {nullptr, 0};
  if (id == "french_only") out.reason_en = {nullptr, 0};
  if (id == "nul_terminated") out.reason_en = {"It ends with NUL.", ADP_NUL};
  if (id == "excluded") out.effect = ADP_RULE_EXCLUDE;
  if (id == "reserved") out.reserved[1] = 1;
  return out;
}

std::atomic_flag busy;

adp_status ADP_CALL evaluate(const adp_plugin*, const adp_rule_case* what, adp_rule_outcome* outcomes,
                             std::size_t capacity, std::size_t* count) {
  if (how == "throws_in_evaluate") throw thrown_by_plugin{};
  if (how == "fails_in_evaluate") return ADP_E_INPUT;
  if (busy.test_and_set()) return ADP_E_USAGE;  // two threads at once
  std::this_thread::yield();
  *count = 1;
  outcomes[0] = wanted(*what);
  const std::string_view id{what->opportunity.ptr, what->opportunity.len};
  if (id == "nothing_applies") *count = 0;
  if (id == "too_many") *count = capacity + 1;
  if (id == "endless_count") *count = static_cast<std::size_t>(-1);
  if (id == "as_many_as_offered") {
    *count = capacity;
    for (std::size_t i = 0; i < capacity; ++i) outcomes[i] = free_of_charge();
  }
  busy.clear();
  return ADP_OK;
}

adp_status ADP_CALL init(const adp_plugin*) {
  trace("init");
  if (how == "throws_in_init") throw thrown_by_plugin{};
  return how == "fails_in_init" ? ADP_E_NOMEM : ADP_OK;
}

void ADP_CALL deinit(const adp_plugin*) {
  trace("deinit");
  if (how == "throws_in_deinit") throw thrown_by_plugin{};
}

constexpr adp_rules rules{how == "rules_too_small" ? 8 : sizeof(adp_rules), 0,
                          how == "no_evaluate" ? nullptr : evaluate};

const void* ADP_CALL get_extension(const adp_plugin*, const char* id) {
  if (how == "throws_in_get_extension") throw thrown_by_plugin{};
  return std::string_view(id) == ADP_EXT_RULES_1 && how != "lacks_extension" ? &rules : nullptr;
}

constexpr std::uint32_t size() {
  if (how == "struct_too_small") return 32;
  if (how == "struct_too_large") return 0xFFFFFFFFU;
  return sizeof(adp_plugin);
}

constexpr std::uint32_t level() {
  if (how == "level_99") return 99;
  if (how == "level_0") return 0;
  return ADP_PLUGIN_ABI_LEVEL;
}

constexpr const char* id() {
  if (how == "lies_about_id") return "org.example.other";
  if (how == "no_id") return nullptr;
  return "org.example.plugin";
}

constexpr adp_plugin plugin{size(),  level(), id(),   how == "lies_about_version" ? "1.0.1" : "1.0.0",
                            nullptr, init,    deinit, how == "no_get_extension" ? nullptr : get_extension};

}  // namespace

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) {
  trace("entry");
  if (how == "throws_in_entry") throw thrown_by_plugin{};
  if (how == "declines" || host->get_extension(host, "org.example.unknown/1") != nullptr) return nullptr;
  return &plugin;
}
