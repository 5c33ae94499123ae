/* activateur/snapshot.h - what a set of URLs serves, at hand without a network.
 *
 * Verification fetches nothing. Issuer profiles, badge classes, keys, DID documents and status lists that it needs
 * come from a snapshot that the host fills from its own fetches, caches or files.
 */
#ifndef ACTIVATEUR_SNAPSHOT_H
#define ACTIVATEUR_SNAPSHOT_H

#include "activateur/engine.h"

ADP_BEGIN

typedef struct adp_snapshot adp_snapshot;

/**
 * An empty snapshot.
 * @param snapshot [out] owned by the caller, adp_snapshot_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_create(adp_session* session, adp_snapshot** snapshot);

/**
 * Reads a directory whose index.json maps each URL to a file (relative to the directory or absolute), to an HTTP
 * status such as 410, or to {"file": F, "status": N}.
 * @param snapshot [out] owned by the caller, adp_snapshot_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_INPUT; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_load(adp_session* session, adp_str directory, adp_snapshot** snapshot);

/**
 * Adds, or replaces, what a URL serves. Not while a call uses the snapshot.
 * @param url    [in] absolute, without fragment.
 * @param body   [in] copied.
 * @param status [in] the HTTP status, 200 to 599.
 * @return ADP_OK; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on session and snapshot.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_add(adp_session* session, adp_snapshot* snapshot, adp_str url, adp_str body,
                                             int32_t status);

/**
 * @param snapshot [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_snapshot_destroy(adp_snapshot* snapshot);

ADP_END

#endif
