/* activateur/plugin.h - what a plugin implements. A plugin includes this header alone, links to nothing of
 * Activateur, and exports one symbol, adp_plugin_entry. (It includes text.h and types.h itself.)
 *
 * Loading: the host verifies the manifest and its Ed25519 signature over the very bytes it then loads, loads them,
 * calls adp_plugin_entry once, compares id, version and ABI level with the manifest, calls init, asks for the
 * extensions the manifest lists. Anything that does not agree is refused with its reason. deinit is called before
 * the plugin is let go; its code may stay mapped until the process ends.
 *
 * Nothing of C++ crosses: a plugin catches its own exceptions (one that escapes is contained by the host, and the
 * plugin is refused from then on). The host calls a plugin from one thread at a time.
 */
#ifndef ACTIVATEUR_PLUGIN_H
#define ACTIVATEUR_PLUGIN_H

#include "activateur/text.h"

ADP_BEGIN

/* The level of this header. It grows when fields or extensions are added; a host accepts every level from 1 to
 * its own. */
#define ADP_PLUGIN_ABI_LEVEL 1u

typedef struct adp_host adp_host;
typedef struct adp_plugin adp_plugin;

/* What the host offers to a plugin; valid from adp_plugin_entry until deinit returns. */
struct adp_host {
  uint32_t struct_size;
  uint32_t abi_level;
  void* host_data; /* the host's own */
  adp_str version; /* of the library, "0.4.0" */
  /* The host's implementation of an optional area by id, or NULL. [handle-exclusive] */
  const void*(ADP_CALL* get_extension)(const adp_host* host, const char* id);
};

/* What a plugin is; static storage of the plugin. */
struct adp_plugin {
  uint32_t struct_size;
  uint32_t abi_level;  /* ADP_PLUGIN_ABI_LEVEL of the header it was built with */
  const char* id;      /* as in the manifest, "org.example.rules" */
  const char* version; /* as in the manifest, "1.0.0" */
  void* plugin_data;   /* the plugin's own */
  /* ADP_OK, or a failure after which the plugin is let go. May be NULL. */
  adp_status(ADP_CALL* init)(const adp_plugin* plugin);
  /* Called once, and only when init gave ADP_OK and no exception escaped since. May be NULL. */
  void(ADP_CALL* deinit)(const adp_plugin* plugin);
  /* The plugin's implementation of an extension by id, or NULL. Must not be NULL itself. */
  const void*(ADP_CALL* get_extension)(const adp_plugin* plugin, const char* id);
};

/* The only symbol a plugin exports. NULL: the plugin refuses this host. */
ADP_PLUGIN_EXPORT const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host);
typedef const adp_plugin*(ADP_CALL* adp_plugin_entry_fn)(const adp_host* host);

/* ---- extension "activateur.rules/1": a territory's rules on opportunities ---- */

#define ADP_EXT_RULES_1 "activateur.rules/1"

/* One opportunity for one person; borrowed during the call. */
typedef struct adp_rule_case {
  uint32_t struct_size;
  uint32_t condition_count;
  adp_str opportunity; /* id */
  adp_str kind;        /* "training", "immersion", ... */
  adp_str provider;
  adp_str place;
  int64_t cost_cents; /* before funding */
  double hours;
  int64_t at_ms;             /* the day of the computation */
  const adp_str* conditions; /* what the person has declared: "jobseeker", "youth", ... */
  int64_t reserved[4];
  /* Since 0.4; before, struct_size is smaller. */
  const adp_str* tags; /* what else is known of the opportunity: "funder:region", "public:jeunes", ... */
  uint32_t tag_count;
  uint32_t reserved_2; /* 0 */
} adp_rule_case;

#define ADP_RULE_COST 1    /* cost_cents is what is left to pay */
#define ADP_RULE_EXCLUDE 2 /* the person may not take this opportunity */

/* What a rule says. The strings are the plugin's and must live until deinit. */
typedef struct adp_rule_outcome {
  uint32_t struct_size;
  int32_t effect; /* ADP_RULE_* */
  int64_t cost_cents;
  adp_str rule;      /* the rule's id or legal reference */
  adp_str reason_fr; /* one sentence */
  adp_str reason_en;
  int64_t reserved[2];
} adp_rule_outcome;

typedef struct adp_rules {
  uint32_t struct_size;
  uint32_t reserved;
  /* Writes the outcomes of the rules that apply to `what` into `outcomes` (`capacity` at most; the host offers at
   * least 8, each with struct_size set and zeroes), in the order they apply, and their number into `count`. The
   * last cost stands; a cost lies between 0 and the cost before funding. ADP_OK also when no rule applies. The same
   * case must always give the same outcomes. */
  adp_status(ADP_CALL* evaluate)(const adp_plugin* plugin, const adp_rule_case* what, adp_rule_outcome* outcomes,
                                 size_t capacity, size_t* count);
} adp_rules;

/* ---- extension "activateur.text/1": competences and jobs in a person's own words ---- */

#define ADP_EXT_TEXT_1 "activateur.text/1"

/* text.h says what is asked, how a proposal is written, its bounds and how it is judged. */
typedef struct adp_text_reader {
  uint32_t struct_size;
  uint32_t reserved;
  /* Writes proposals for one text into `candidates` (`capacity` at most) and their number into `count`. ADP_OK also
   * when nothing is found; a failure leaves the findings of others standing. As adp_text_reader_fn else; what a
   * proposal points to must live until the plugin is called again, or deinit. */
  adp_status(ADP_CALL* read)(const adp_plugin* plugin, const adp_text_question* question,
                             adp_text_candidate* candidates, size_t capacity, size_t* count);
} adp_text_reader;

ADP_END

#endif
