/* activateur/live.h - one person against every target, kept while what is known of her changes: "what if she had this
 * too?" A change touches only the targets that ask for what changed; taking it back leaves no trace.
 *
 *   adp_live_create(session, &options, &live);
 *   adp_live_set(session, live, portfolio, &moved);           as she is
 *   adp_live_set(session, live, portfolio_with_more, &moved); what would that open?
 *   for (i = 0; i < moved; ++i) adp_live_moved_at(live, i, &target);
 *   adp_live_destroy(live);
 *
 * Zones are by coverage and by what evidence speaks against; adp_map_compute adds what a territory gives, and what
 * blocks.
 */
#ifndef ACTIVATEUR_LIVE_H
#define ACTIVATEUR_LIVE_H

#include "activateur/batch.h"
#include "activateur/gap.h"

ADP_BEGIN

typedef struct adp_live adp_live;

/* Zones of a target. */
#define ADP_ZONE_NOW 1
#define ADP_ZONE_AFTER_RECOGNITION 2
#define ADP_ZONE_SHORT_PATH 3
#define ADP_ZONE_LONG_PATH 4

/* One target as it stands; the string lives as long as the handle. */
typedef struct adp_live_target {
  uint32_t struct_size;
  int32_t zone;        /* ADP_ZONE_* */
  int32_t zone_before; /* before the last change; as zone where that moved nothing */
  uint32_t reserved;
  adp_str id; /* "rome:K1304" */
  double belief;
  double expectation;
  double plausibility;
  double expectation_before;
} adp_live_target;
#define ADP_LIVE_TARGET_INIT \
  { sizeof(adp_live_target), 0, 0, 0, {0, 0}, 0, 0, 0, 0 }

/**
 * Prepares the targets; nothing is known of the person yet. Frameworks used by the engine later do not change it.
 * @param options [in]  borrowed; at_ms, snapshot (borrowed until adp_live_destroy), policy and targets are read, top,
 *                      memory_bytes and threads are not; NULL for defaults.
 * @param live    [out] owned by the caller, adp_live_destroy; NULL on failure.
 * @return as adp_batch_create.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_live_create(adp_session* session, const adp_batch_options* options, adp_live** live);

/**
 * @param live [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.3 (ABI 1).
 */
ADP_API void ADP_CALL adp_live_destroy(adp_live* live);

/**
 * What the person brings from now on, all of it. Credentials that the last call brought too are not verified again. On
 * failure everything stays as it was.
 * @param portfolio [in]  "activateur/portfolio/1"; not kept.
 * @param moved     [out] how many targets moved; may be NULL.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session and the handle.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_live_set(adp_session* session, adp_live* live, const adp_document* portfolio,
                                         size_t* moved);

/**
 * One competence alone, as a host that weighs evidence itself knows it: microseconds. The next adp_live_set takes its
 * place.
 * @param competence [in]  "rome:100003".
 * @param value      [in]  belief <= expectation <= plausibility, within [0, 1]; NULL: unknown.
 * @param moved      [out] how many targets moved; may be NULL.
 * @return ADP_OK; ADP_E_NOT_FOUND no such competence; ADP_E_INPUT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session and the handle.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_live_change(adp_session* session, adp_live* live, adp_str competence,
                                            const adp_coverage* value, size_t* moved);

/**
 * How many targets there are; 0 for NULL.
 * Thread: [handle-exclusive] on the handle.
 * Since: 0.3 (ABI 1).
 */
ADP_API size_t ADP_CALL adp_live_count(const adp_live* live);

/**
 * A target by position, in the order of the targets.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE.
 * Thread: [handle-exclusive] on the handle.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_live_at(const adp_live* live, size_t position, adp_live_target* target);

/**
 * A target that the last adp_live_set or adp_live_change moved, by position among these.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE.
 * Thread: [handle-exclusive] on the handle.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_live_moved_at(const adp_live* live, size_t position, adp_live_target* target);

ADP_END

#endif
