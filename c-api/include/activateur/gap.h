/* activateur/gap.h - a person compared with one target (the gap), or with all (the carte des possibles).
 *
 * The person comes as a document "activateur/portfolio/1": credentials, experiences, self-assessments, feedback.
 * Nothing is stored. Results are proposals to a professional and to the person; each carries its reasons.
 */
#ifndef ACTIVATEUR_GAP_H
#define ACTIVATEUR_GAP_H

#include "activateur/document.h"
#include "activateur/snapshot.h"

ADP_BEGIN

typedef struct adp_gap_options {
  uint32_t struct_size;
  uint32_t flags;                /* maps: ADP_MAP_COMPETENCES_ONLY or 0; gaps: 0 */
  int64_t at_ms;                 /* as of this moment; 0: the session's clock */
  const adp_snapshot* snapshot;  /* for verifying the portfolio's credentials; NULL: nothing is at hand */
  const adp_document* policy;    /* "activateur/policy/1"; NULL: the default one */
  uint64_t top;                  /* maps: at most so many targets; 0: all */
  const adp_document* territory; /* maps: "activateur/territory/1"; NULL: none. Gaps: NULL */
} adp_gap_options;
#define ADP_GAP_OPTIONS_INIT \
  { sizeof(adp_gap_options), 0, 0, 0, 0, 0, 0 }

/* Flag of adp_gap_options, maps: targets are ranked by the competences alone. Without it, for a person who holds or
 * practised jobs, the first map over a framework with official mobilities also compares all its jobs with all, which
 * takes seconds; the engine keeps the result. */
#define ADP_MAP_COMPETENCES_ONLY 1u

/**
 * The gap between a person and a target.
 * @param portfolio [in]  "activateur/portfolio/1".
 * @param target    [in]  a job's name, "rome:K1304", or the JSON text of a document "activateur/target/1".
 * @param options   [in]  borrowed; NULL for defaults.
 * @param report    [out] "activateur/gap/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND no such job in the engine's frameworks; ADP_E_LIMIT; ADP_E_CANCELLED;
 *         ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_gap_compute(adp_session* session, const adp_document* portfolio, adp_str target,
                                            const adp_gap_options* options, adp_document** report);

/**
 * A group of persons and one target, for who accompanies them: how many stand where, and never who. Figures that could
 * point to one of few persons are left out, as the policy says (gap.aggregate_threshold).
 * @param portfolios [in]  "activateur/portfolios/1". One that cannot be read hinders no other; the document says which.
 *                         A single portfolio is a group of one.
 * @param target     [in]  as in adp_gap_compute.
 * @param options    [in]  borrowed; NULL for defaults.
 * @param report     [out] "activateur/group-gap/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_gap_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_gap_compute_group(adp_session* session, const adp_document* portfolios, adp_str target,
                                                  const adp_gap_options* options, adp_document** report);

/**
 * The gap as a picture: a bar a requirement, grouped by state. adp_report_render is the whole page.
 * @param options [in]  borrowed; NULL for defaults.
 * @param svg     [out] one UTF-8 SVG document with its title and description; adp_bytes_free.
 * @return as adp_gap_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_gap_render(adp_session* session, const adp_document* portfolio, adp_str target,
                                           const adp_gap_options* options, adp_bytes* svg);

/* How much of a target is covered, each in [0, 1]: proven, expected, and what is not excluded. */
typedef struct adp_coverage {
  uint32_t struct_size;
  uint32_t reserved;
  double belief;
  double expectation;
  double plausibility;
} adp_coverage;
#define ADP_COVERAGE_INIT \
  { sizeof(adp_coverage), 0, 0, 0, 0 }

/**
 * The coverage of a gap report.
 * @return ADP_OK; ADP_E_USAGE the document is no gap report.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_gap_coverage(const adp_document* report, adp_coverage* coverage);

/* States of a requirement. */
#define ADP_RECOGNISED 1 /* nothing to do */
#define ADP_PRESUMED 2   /* to be recognised */
#define ADP_TO_EXPLORE 3 /* little is known either way */
#define ADP_TO_ACQUIRE 4 /* to be learnt */

/* One requirement of a gap report; the strings are borrowed from the report. */
typedef struct adp_requirement {
  uint32_t struct_size;
  int32_t state; /* ADP_RECOGNISED, ... */
  adp_str competence;
  adp_str label;
  double belief;
  double expectation;
  double plausibility;
  int32_t essential; /* 1 or 0 */
  uint32_t reserved;
} adp_requirement;
#define ADP_REQUIREMENT_INIT \
  { sizeof(adp_requirement), 0, {0, 0}, {0, 0}, 0, 0, 0, 0, 0 }

/**
 * How many requirements a gap report holds; 0 when the document is none.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API size_t ADP_CALL adp_gap_requirement_count(const adp_document* report);

/**
 * A requirement by position: essential ones first, then by name.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_gap_requirement_at(const adp_document* report, size_t position,
                                                   adp_requirement* requirement);

/**
 * The carte des possibles: the person against every job and certification of the engine's frameworks and every target
 * of the territory, best first. activateur/map.h explains it and compares maps.
 * @param map [out] "activateur/map/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return as adp_gap_compute.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_map_compute(adp_session* session, const adp_document* portfolio,
                                            const adp_gap_options* options, adp_document** map);

ADP_END

#endif
