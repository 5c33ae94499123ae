/* Every INIT macro equals a zeroed struct with its size: hosts without the macro lose nothing. */
#include <activateur/activateur.h>

#include "../c/check.h"

#define SAME(type, init)                           \
  do {                                             \
    type made = init, zero;                        \
    memset(&zero, 0, sizeof zero);                 \
    zero.struct_size = sizeof zero;                \
    CHECK(memcmp(&made, &zero, sizeof zero) == 0); \
  } while (0)

int main(void) {
  SAME(adp_error, ADP_ERROR_INIT);
  SAME(adp_engine_options, ADP_ENGINE_OPTIONS_INIT);
  SAME(adp_session_options, ADP_SESSION_OPTIONS_INIT);
  SAME(adp_verify_options, ADP_VERIFY_OPTIONS_INIT);
  SAME(adp_network_options, ADP_NETWORK_OPTIONS_INIT);
  SAME(adp_import_options, ADP_IMPORT_OPTIONS_INIT);
  SAME(adp_territory_import_options, ADP_TERRITORY_IMPORT_OPTIONS_INIT);
  SAME(adp_search_options, ADP_SEARCH_OPTIONS_INIT);
  SAME(adp_identify_options, ADP_IDENTIFY_OPTIONS_INIT);
  SAME(adp_check, ADP_CHECK_INIT);
  SAME(adp_gap_options, ADP_GAP_OPTIONS_INIT);
  SAME(adp_batch_options, ADP_BATCH_OPTIONS_INIT);
  SAME(adp_live_target, ADP_LIVE_TARGET_INIT);
  SAME(adp_coverage, ADP_COVERAGE_INIT);
  SAME(adp_requirement, ADP_REQUIREMENT_INIT);
  SAME(adp_actor, ADP_ACTOR_INIT);
  SAME(adp_store_options, ADP_STORE_OPTIONS_INIT);
  SAME(adp_showcase_options, ADP_SHOWCASE_OPTIONS_INIT);
  SAME(adp_plan_options, ADP_PLAN_OPTIONS_INIT);
  SAME(adp_plan_step, ADP_PLAN_STEP_INIT);
  SAME(adp_step_event, ADP_STEP_EVENT_INIT);
  SAME(adp_plan_render_options, ADP_PLAN_RENDER_OPTIONS_INIT);
  return failures != 0;
}
