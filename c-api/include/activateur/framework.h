/* activateur/framework.h - référentiels: importing, opening, looking up, searching.
 *
 * Jobs and competences are named "framework:code": "rome:K1304", "rome:100003".
 */
#ifndef ACTIVATEUR_FRAMEWORK_H
#define ACTIVATEUR_FRAMEWORK_H

#include "activateur/document.h"

ADP_BEGIN

/* A compiled framework: immutable, shared freely between engines and threads. */
typedef struct adp_framework adp_framework;

/**
 * Reads a framework as it is published: a directory of the official ROME 4.0 CSV files. All or nothing: a broken
 * file gives its name, line, column and reason.
 * @param path      [in]  of the directory.
 * @param framework [out] owned by the caller, adp_framework_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_UNSUPPORTED the path
 *         holds no known framework; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_import(adp_session* session, adp_str path, adp_framework** framework);

/**
 * Opens a compiled file (adp_framework_save); it is mapped, not copied.
 * @param framework [out] owned by the caller, adp_framework_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT damaged; ADP_E_UNSUPPORTED of another version; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_LIMIT;
 *         ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_open(adp_session* session, adp_str path, adp_framework** framework);

/**
 * Writes the compiled file, all or nothing. The same import gives the same bytes.
 * @return ADP_OK; ADP_E_IO; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_save(adp_session* session, const adp_framework* framework, adp_str path);

/**
 * @param framework [in] may be NULL. Engines that use it keep it alive.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_framework_destroy(adp_framework* framework);

/**
 * The framework's id, version, title, attribution and counts.
 * @param document [out] "activateur/framework/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_summary(adp_session* session, const adp_framework* framework,
                                                  adp_document** document);

/**
 * Lets every session of the engine use the framework; one of the same id is replaced.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_engine_use_framework(adp_engine* engine, const adp_framework* framework);

/**
 * A job with its competences, mobilities and appellations, or a competence with its jobs, of the engine's frameworks.
 * @param name     [in]  "rome:K1304", "rome:100003".
 * @param document [out] "activateur/job/1" or "activateur/competence/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_show(adp_session* session, adp_str name, adp_document** document);

/**
 * Jobs and competences of the engine's frameworks whose labels have the words.
 * @param limit    [in]  at most so many hits a framework; 0: 20.
 * @param document [out] "activateur/search/1", best first, owned by the caller; NULL on failure.
 * @return ADP_OK (also without a hit); ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_search(adp_session* session, adp_str words, size_t limit,
                                                 adp_document** document);

ADP_END

#endif
