/* activateur/territory.h - territories: made of what the field publishes.
 *
 * A territory is a document "activateur/territory/1" (docs/schemas/territory.json): what adp_plan_compute and maps
 * take. docs/territory.md says which formats are read, and what becomes of each of their fields.
 */
#ifndef ACTIVATEUR_TERRITORY_H
#define ACTIVATEUR_TERRITORY_H

#include "activateur/document.h"
#include "activateur/framework.h"

ADP_BEGIN

/* `latitude` and `longitude` are given: distances are from there, for sources that say where they are. */
#define ADP_TERRITORY_FROM_POINT 2u
/* You suppose that a training to a certification teaches what is at the core of all the jobs (ROME) that its offer
 * names: no feed says so. Such opportunities bear the tag "supposed:core_of_jobs". */
#define ADP_TERRITORY_SUPPOSE_CORE 4u

typedef struct adp_territory_import_options {
  uint32_t struct_size;
  uint32_t flags;                /* ADP_IMPORT_LEAVE_OUT_FAULTS, ADP_TERRITORY_* */
  adp_str id;                    /* of the territory; empty: of the first territory among the sources, else of a file */
  adp_str name;                  /* the same */
  adp_str format;                /* of the sources named: "lheo", "data-inclusion", ...; empty: by what each holds */
  adp_str source;                /* whom to name beside what the sources say of themselves; may be empty */
  double latitude;               /* degrees, WGS 84 */
  double longitude;              /* degrees, WGS 84 */
  double full_week_hours;        /* of a training that says hours and no dates; 0: 35 */
  double immersion_weekly_hours; /* beside immersion_weeks */
  uint32_t immersion_weeks;      /* how long immersions last whose source does not say; 0: not known */
  uint32_t reserved;             /* 0 */
} adp_territory_import_options;
#define ADP_TERRITORY_IMPORT_OPTIONS_INIT \
  { sizeof(adp_territory_import_options), 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, 0, 0, 0, 0 }

/**
 * Makes one territory of training offers (LHEO), services (data.inclusion), companies that welcome (Immersion
 * Facilitee), badges, derivations (docs/schemas/derivation.json) and earlier territories. Reports every fault with its
 * place. What trainings teach and immersions let recognise is what the engine's frameworks know of their certifications
 * and jobs. No network is used.
 * @param paths     [in]  files, and directories whose files are read in the order of their names.
 * @param count     [in]  of `paths`, at least 1.
 * @param options   [in]  borrowed; NULL for defaults.
 * @param territory [out] "activateur/territory/1", owned by the caller, adp_document_destroy; NULL on failure, and when
 *                        faults were found and are not to be left out: then the report says why.
 * @param report    [out] "activateur/territory-import/1", owned by the caller; NULL on failure.
 * @return ADP_OK also when the import was refused for its faults; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_LIMIT;
 *         ADP_E_DENIED XML with entities or a DTD of its own; ADP_E_UNSUPPORTED a file named is of no known kind;
 *         ADP_E_CANCELLED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_territory_import(adp_session* session, const adp_str* paths, size_t count,
                                                 const adp_territory_import_options* options, adp_document** territory,
                                                 adp_document** report);

ADP_END

#endif
