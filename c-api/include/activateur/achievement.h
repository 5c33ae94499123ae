/* activateur/achievement.h - achievements: criteria as k-of-n expressions, evaluated, compared, made badges of, and
 * articulated into pathways. Negotiating them is in activateur/store.h; docs/achievements.md says what documents hold.
 *
 * `achievements` is everywhere "activateur/achievements/1" (as adp_store_achievements gives), or one
 * "activateur/achievement/1"; `id` is one of its ids, or empty where there is but one.
 */
#ifndef ACTIVATEUR_ACHIEVEMENT_H
#define ACTIVATEUR_ACHIEVEMENT_H

#include "activateur/gap.h"

ADP_BEGIN

/**
 * What an achievement asks for, in words of both languages, once everything that it refers to is known.
 * @param achievements [in]  borrowed.
 * @param description  [out] "activateur/achievement-description/1", owned by the caller, adp_document_destroy; NULL on
 *                           failure.
 * @return ADP_OK; ADP_E_INPUT it is not what it must be, or achievements ask for each other without end (the error
 *         tells the way); ADP_E_NOT_FOUND no such achievement, or a competence that no framework of the engine has;
 *         ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_achievement_describe(adp_session* session, const adp_document* achievements, adp_str id,
                                                     adp_document** description);

/**
 * An achievement as the target of adp_gap_compute, adp_map_compute and adp_plan_compute. It never asks for less than
 * the criteria; where it asks for more, "about" says so. Only adp_achievement_evaluate says whether it is earned.
 * @param target [out] "activateur/target/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_achievement_describe; ADP_E_UNSUPPORTED no competence is asked for.
 * Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_achievement_target(adp_session* session, const adp_document* achievements, adp_str id,
                                                   adp_document** target);

/**
 * An achievement as Open Badges say it: an Achievement (3.0), a BadgeClass (2.0), or an unsigned credential for
 * adp_credential_issue and adp_credential_prove. Its criteria are told in words, its competences are alignments.
 * @param request [in]  "activateur/badge-request/1", borrowed; NULL: an Achievement.
 * @param badge   [out] owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_achievement_describe. Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_achievement_badge(adp_session* session, const adp_document* achievements, adp_str id,
                                                  const adp_document* request, adp_document** badge);

/**
 * Whether a person has earned an achievement, criterion by criterion; the fewest criteria that are missing.
 * @param portfolio  [in]  "activateur/portfolio/1".
 * @param options    [in]  at_ms, snapshot and policy are read; borrowed; NULL for defaults.
 * @param evaluation [out] "activateur/achievement-evaluation/1", owned by the caller, adp_document_destroy; NULL on
 *                         failure.
 * @return as adp_achievement_describe; ADP_E_CANCELLED. Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_achievement_evaluate(adp_session* session, const adp_document* portfolio,
                                                     const adp_document* achievements, adp_str id,
                                                     const adp_gap_options* options, adp_document** evaluation);

/**
 * What a person is close to earning: all achievements that are not withdrawn, the nearest first.
 * @param options [in]  as adp_achievement_evaluate, and top: at most so many that are not earned yet; 0: all.
 * @param close   [out] "activateur/achievements-close/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_achievement_evaluate. Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_achievement_close(adp_session* session, const adp_document* portfolio,
                                                  const adp_document* achievements, const adp_gap_options* options,
                                                  adp_document** close);

/**
 * How far a person is on a pathway: steps earned, open and waiting, which of them come next.
 * @param pathway  [in]  "activateur/pathway/1".
 * @param options  [in]  as adp_achievement_evaluate.
 * @param progress [out] "activateur/pathway-progress/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_achievement_evaluate. Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_pathway_progress(adp_session* session, const adp_document* portfolio,
                                                 const adp_document* pathway, const adp_document* achievements,
                                                 const adp_gap_options* options, adp_document** progress);

/**
 * A pathway for others: "mermaid", a flowchart's text, or "ctdl", JSON-LD of the Credential Transparency Description
 * Language (ceterms:Pathway).
 * @param address [in]  of the pathway, an IRI; "ctdl" needs it, "mermaid" does not read it.
 * @param text    [out] UTF-8; adp_bytes_free.
 * @return as adp_achievement_describe; ADP_E_USAGE no such form, or no address. Thread: as adp_achievement_describe.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_pathway_render(adp_session* session, const adp_document* pathway,
                                               const adp_document* achievements, adp_str form, adp_str address,
                                               adp_bytes* text);

ADP_END

#endif
