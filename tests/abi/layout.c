/* Never installed: makes the types that no exported function reaches (what plugins see) visible to the ABI baseline,
 * and freezes sizes and offsets on 64-bit targets. Lines are only ever added. */
#include <activateur/activateur.h>
#include <activateur/plugin.h>
#include <assert.h>

#define SIZE(type, bytes) static_assert(sizeof(type) == (bytes), #type)
#define AT(type, field, offset) static_assert(offsetof(type, field) == (offset), #type "." #field)

SIZE(adp_str, 16);
SIZE(adp_bytes, 16);
SIZE(adp_error, 88);
AT(adp_error, code, 8);
AT(adp_error, line, 72);
SIZE(adp_engine_options, 8);
SIZE(adp_session_options, 48);
AT(adp_session_options, now_ms, 24);
AT(adp_session_options, user_data, 40);
SIZE(adp_verify_options, 72);
AT(adp_verify_options, snapshot, 16);
AT(adp_verify_options, fetched_from, 40);
AT(adp_verify_options, policy, 56);
AT(adp_verify_options, threads, 64);
SIZE(adp_credential_input, 32);
SIZE(adp_network_options, 88);
AT(adp_network_options, body_bytes_max, 16);
AT(adp_network_options, max_age_ms, 48);
AT(adp_network_options, private_hosts, 72);
SIZE(adp_import_options, 112);
AT(adp_import_options, id, 8);
AT(adp_import_options, columns, 88);
AT(adp_import_options, snapshot, 104);
SIZE(adp_territory_import_options, 112);
AT(adp_territory_import_options, source, 56);
AT(adp_territory_import_options, full_week_hours, 88);
AT(adp_territory_import_options, immersion_weeks, 104);
SIZE(adp_search_options, 40);
AT(adp_search_options, filters, 24);
SIZE(adp_identify_options, 96);
AT(adp_identify_options, kinds, 32);
AT(adp_identify_options, plugins, 48);
AT(adp_identify_options, reader, 64);
AT(adp_identify_options, reader_name, 80);
SIZE(adp_text_question, 88);
AT(adp_text_question, frameworks, 40);
AT(adp_text_question, reserved, 56);
SIZE(adp_text_span, 16);
SIZE(adp_text_candidate, 56);
AT(adp_text_candidate, name, 16);
AT(adp_text_candidate, spans, 32);
SIZE(adp_check, 56);
AT(adp_check, name, 8);
SIZE(adp_gap_options, 48);
AT(adp_gap_options, top, 32);
AT(adp_gap_options, territory, 40);
SIZE(adp_coverage, 32);
SIZE(adp_requirement, 72);
AT(adp_requirement, belief, 40);
AT(adp_requirement, essential, 64);
SIZE(adp_showcase_options, 72);
AT(adp_showcase_options, issuer, 8);
AT(adp_showcase_options, subject, 40);
AT(adp_showcase_options, own_key, 56);
SIZE(adp_live_target, 64);
AT(adp_live_target, id, 16);
AT(adp_live_target, expectation_before, 56);
SIZE(adp_batch_options, 64);
AT(adp_batch_options, snapshot, 16);
AT(adp_batch_options, targets, 32);
AT(adp_batch_options, memory_bytes, 48);
AT(adp_batch_options, threads, 56);
SIZE(struct ArrowSchema, 72); /* of the Arrow C data interface */
AT(struct ArrowSchema, release, 56);
SIZE(struct ArrowArray, 80);
AT(struct ArrowArray, release, 64);
SIZE(adp_plan_options, 64);
AT(adp_plan_options, seed, 48);
AT(adp_plan_options, threads, 56);
SIZE(adp_plan_step, 64);
AT(adp_plan_step, action, 16);
AT(adp_plan_step, hours, 56);
SIZE(adp_actor, 40);
AT(adp_actor, id, 8);
AT(adp_actor, organisation, 24);
SIZE(adp_store_options, 72);
AT(adp_store_options, key, 8);
AT(adp_store_options, key_function, 40);
AT(adp_store_options, wait_ms, 64);
SIZE(adp_step_event, 104);
AT(adp_step_event, until_ms, 16);
AT(adp_step_event, reason, 72);
AT(adp_step_event, evidence_count, 96);
SIZE(adp_plan_render_options, 24);
AT(adp_plan_render_options, at_ms, 8);
AT(adp_plan_render_options, alarm_days, 16);
SIZE(adp_host, 40);
AT(adp_host, get_extension, 32);
SIZE(adp_plugin, 56);
AT(adp_plugin, id, 8);
AT(adp_plugin, get_extension, 48);
SIZE(adp_rule_case, 152);
AT(adp_rule_case, tags, 136);
AT(adp_rule_case, cost_cents, 72);
AT(adp_rule_case, conditions, 96);
SIZE(adp_rule_outcome, 80);
AT(adp_rule_outcome, rule, 16);
AT(adp_rule_outcome, reserved, 64);
SIZE(adp_rules, 16);
SIZE(adp_text_reader, 16);

/* INIT macros set nothing but struct_size: zero-initialised structs with a size mean the same. */
#define EXPORT __attribute__((visibility("default")))
EXPORT void layout_host(const adp_host* x);
EXPORT void layout_plugin(const adp_plugin* x);
EXPORT void layout_rule_case(const adp_rule_case* x);
EXPORT void layout_rule_outcome(const adp_rule_outcome* x);
EXPORT void layout_rules(const adp_rules* x);
EXPORT void layout_text_reader(const adp_text_reader* x);
EXPORT void layout_entry(adp_plugin_entry_fn x);
void layout_host(const adp_host* x) { (void)x; }
void layout_plugin(const adp_plugin* x) { (void)x; }
void layout_rule_case(const adp_rule_case* x) { (void)x; }
void layout_rule_outcome(const adp_rule_outcome* x) { (void)x; }
void layout_rules(const adp_rules* x) { (void)x; }
void layout_text_reader(const adp_text_reader* x) { (void)x; }
void layout_entry(adp_plugin_entry_fn x) { (void)x; }
