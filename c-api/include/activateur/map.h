/* activateur/map.h - questions about the carte des possibles (adp_map_compute, activateur/gap.h): why a target is where
 * it is, what would open it, which doors a badge, a competence or an experience opens, what changed; and the map as a
 * page.
 *
 * All take adp_gap_options with its territory and flags. Nothing is stored; results are proposals that carry their
 * reasons.
 */
#ifndef ACTIVATEUR_MAP_H
#define ACTIVATEUR_MAP_H

#include "activateur/gap.h"

ADP_BEGIN

/**
 * Why a target is in its zone and not in an easier one, and the smallest sets of recognitions and acquisitions that
 * would change that.
 * @param portfolio   [in]  "activateur/portfolio/1".
 * @param target      [in]  a job's name, "rome:K1304"; the id of a target of the territory; or the JSON text of a
 *                          document "activateur/target/1".
 * @param options     [in]  borrowed; NULL for defaults; `top` is not read.
 * @param explanation [out] "activateur/map-target/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_gap_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_explain(adp_session* session, const adp_document* portfolio, adp_str target,
                                            const adp_gap_options* options, adp_document** explanation);

/**
 * The doors behind a key: which targets would change zone, or be covered better, with one thing more.
 * @param key    [in]  a competence's name: a verified badge for it. A job's name: practice of it, as long as the policy
 *                     says (map.door_months). Or JSON text: {"competences": [...], "label": ...}, a badge by the
 *                     competences it aligns with; {"experience": {...}} or {"credential": {...}}, as in a portfolio.
 * @param options [in] borrowed; NULL for defaults; `top`: at most so many targets in each list.
 * @param change [out] "activateur/map-change/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_gap_compute; ADP_E_NOT_FOUND no competence or job has that name.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_doors(adp_session* session, const adp_document* portfolio, adp_str key,
                                          const adp_gap_options* options, adp_document** change);

/**
 * Which targets moved between two portfolios of one person, and why. Both are seen at the same moment, with the same
 * frameworks, policy and territory.
 * @param before  [in]  "activateur/portfolio/1".
 * @param after   [in]  "activateur/portfolio/1".
 * @param options [in]  borrowed; NULL for defaults; `top`: at most so many targets in each list.
 * @param change  [out] "activateur/map-change/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_gap_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_compare(adp_session* session, const adp_document* before, const adp_document* after,
                                            const adp_gap_options* options, adp_document** change);

/**
 * The map as a page: zones, effort against usefulness, each target with its reasons, a table of all of it; and the
 * doors behind a key, when one is given. Self-contained HTML, accessible, printable, in the session's language.
 * @param key     [in]  as adp_map_doors; empty: without that part.
 * @param options [in]  borrowed; NULL for defaults; `top`: at most so many targets.
 * @param html    [out] one UTF-8 HTML document; adp_bytes_free.
 * @return as adp_map_doors.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_render(adp_session* session, const adp_document* portfolio, adp_str key,
                                           const adp_gap_options* options, adp_bytes* html);

/**
 * The doors behind a key as a picture: what is added, the competences it speaks of, the targets that change zone. At
 * most sixty nodes; what is left out is counted.
 * @param key     [in]  as adp_map_doors.
 * @param options [in]  borrowed; NULL for defaults; `top`: at most so many targets of each kind of change.
 * @param svg     [out] one UTF-8 SVG document with its title and description; adp_bytes_free.
 * @return as adp_map_doors.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_doors_render(adp_session* session, const adp_document* portfolio, adp_str key,
                                                 const adp_gap_options* options, adp_bytes* svg);

ADP_END

#endif
