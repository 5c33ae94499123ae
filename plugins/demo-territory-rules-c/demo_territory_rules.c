/* The funding rules of the Pays de Valombre, as a plugin in plain C11.
 *
 * The territory is fictitious: no such place, aid or council exists, and no rule here states real law. It shows what a
 * territory can say, and how little a plugin needs: one header, one exported symbol, nothing to link.
 *
 *   demo.priority      what the provider "Régie fictive" offers is kept for residents: others may not take it.
 *   demo.training_aid  a jobseeker's training is paid for up to 900 euros; what exceeds is left to pay.
 *   demo.licence_aid   a young person pays half of a kind "support" (the driving licence), rounded up to the cent.
 *
 * Everything is computed from the case alone, so the same case always gets the same answer, and no call can block.
 */
#include <string.h>

#include "activateur/plugin.h"

#define TRAINING_AID_CENTS 90000

#define TEXT(literal) \
  { literal, sizeof(literal) - 1 }

static int same(adp_str a, adp_str b) { return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0); }

static int has_condition(const adp_rule_case* what, adp_str condition) {
  for (uint32_t i = 0; i < what->condition_count; ++i)
    if (same(what->conditions[i], condition)) return 1;
  return 0;
}

/* A rule says whether it applies, and then writes its effect and cost. `left` is what is left to pay so far. */
typedef struct rule {
  adp_rule_outcome says; /* its names and reasons; effect and cost are the defaults */
  int (*applies)(const adp_rule_case* what, int64_t left, int64_t* cost);
} rule;

static int priority(const adp_rule_case* what, int64_t left, int64_t* cost) {
  const adp_str provider = TEXT("Régie fictive");
  const adp_str resident = TEXT("resident");
  (void)left;
  *cost = 0;
  return same(what->provider, provider) && !has_condition(what, resident);
}

static int training_aid(const adp_rule_case* what, int64_t left, int64_t* cost) {
  const adp_str kind = TEXT("training");
  const adp_str jobseeker = TEXT("jobseeker");
  *cost = left > TRAINING_AID_CENTS ? left - TRAINING_AID_CENTS : 0;
  return left > 0 && same(what->kind, kind) && has_condition(what, jobseeker);
}

static int licence_aid(const adp_rule_case* what, int64_t left, int64_t* cost) {
  const adp_str kind = TEXT("support");
  const adp_str youth = TEXT("youth");
  *cost = left / 2 + left % 2;
  return left > 0 && same(what->kind, kind) && has_condition(what, youth);
}

static const rule rules[] = {
    {{.struct_size = sizeof(adp_rule_outcome),
      .effect = ADP_RULE_EXCLUDE,
      .rule = TEXT("demo.priority"),
      .reason_fr = TEXT("La Régie fictive réserve ses places aux habitants du territoire (règle fictive)."),
      .reason_en = TEXT("The Régie fictive keeps its places for the territory's residents (fictitious rule).")},
     priority},
    {{.struct_size = sizeof(adp_rule_outcome),
      .effect = ADP_RULE_COST,
      .rule = TEXT("demo.training_aid"),
      .reason_fr = TEXT("Le territoire prend en charge la formation d'une personne en recherche d'emploi jusqu'à "
                        "900 euros (règle fictive)."),
      .reason_en = TEXT("The territory pays for a jobseeker's training up to 900 euros (fictitious rule).")},
     training_aid},
    {{.struct_size = sizeof(adp_rule_outcome),
      .effect = ADP_RULE_COST,
      .rule = TEXT("demo.licence_aid"),
      .reason_fr = TEXT("Le territoire paie la moitié de cet appui à un jeune (règle fictive)."),
      .reason_en = TEXT("The territory pays half of this support for a young person (fictitious rule).")},
     licence_aid},
};

static adp_status ADP_CALL evaluate(const adp_plugin* plugin, const adp_rule_case* what, adp_rule_outcome* outcomes,
                                    size_t capacity, size_t* count) {
  (void)plugin;
  int64_t left = what->cost_cents;
  *count = 0;
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; ++i) {
    int64_t cost = 0;
    if (!rules[i].applies(what, left, &cost)) continue;
    if (*count == capacity) return ADP_E_LIMIT;
    adp_rule_outcome* out = &outcomes[(*count)++];
    *out = rules[i].says;
    out->cost_cents = cost;
    if (out->effect == ADP_RULE_EXCLUDE) break; /* a price is of no use to who may not come */
    left = cost;
  }
  return ADP_OK;
}

static const adp_rules rules_table = {.struct_size = sizeof(adp_rules), .evaluate = evaluate};

static const void* ADP_CALL get_extension(const adp_plugin* plugin, const char* id) {
  (void)plugin;
  return strcmp(id, ADP_EXT_RULES_1) == 0 ? &rules_table : NULL;
}

static const adp_plugin demo_rules = {
    .struct_size = sizeof(adp_plugin),
    .abi_level = ADP_PLUGIN_ABI_LEVEL,
    .id = "activateur.demo.rules",
    .version = "1.0.0",
    .get_extension = get_extension,
};

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) {
  /* Nothing of the host is needed beyond its first level. */
  return host->abi_level >= ADP_PLUGIN_ABI_LEVEL ? &demo_rules : NULL;
}
