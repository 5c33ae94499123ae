/* activateur/snapshot.h - what a set of URLs serves, at hand without a network.
 *
 * Verification fetches nothing by itself. Issuer profiles, badge classes, keys, DID documents and status lists that it
 * needs come from a snapshot that the host fills from its own fetches, caches or files. Only a snapshot that was given
 * to adp_snapshot_allow_network fetches, over HTTPS, what it does not have; without that call nothing ever is.
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
 * status such as 410, or to {"file": F, "status": N}. Such an object may also say since when ("fetched", RFC 3339) and
 * where a redirect led ("found_at"); {"failed": true} is a URL that was asked and gave no answer.
 * @param snapshot [out] owned by the caller, adp_snapshot_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_INPUT; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_load(adp_session* session, adp_str directory, adp_snapshot** snapshot);

/**
 * Adds, or replaces, what a URL serves. Not while a call uses the snapshot.
 * @param url    [in] absolute, without fragment.
 * @param body   [in] copied; at most 64 MiB, else ADP_E_LIMIT.
 * @param status [in] the HTTP status, 200 to 599.
 * @return ADP_OK; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on session and snapshot.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_add(adp_session* session, adp_snapshot* snapshot, adp_str url, adp_str body,
                                             int32_t status);

/* Flags of adp_network_options. */
#define ADP_NETWORK_HIGH_PORTS 1u       /* HTTPS also on ports from 1024 up */
#define ADP_NETWORK_HTTP_FOR_PRIVATE 2u /* http too, from private_hosts alone */
#define ADP_NETWORK_NO_REDIRECTS 4u     /* by default three are followed */

/* Bounds on what a snapshot may fetch. Every 0 is a safe default; beyond the largest value a call is refused. */
typedef struct adp_network_options {
  uint32_t struct_size;
  uint32_t flags;                /* ADP_NETWORK_... */
  uint32_t fetches_max;          /* in all, each redirect counts; 0: 64; at most 65536 */
  uint32_t fetches_per_host_max; /* 0: 32; at most 65536 */
  uint64_t body_bytes_max;       /* of one document; 0: 2097152; at most 16777216 */
  int64_t connect_ms;            /* the longest look-up, and connection; 0: 5000; at most 300000 */
  int64_t read_ms;               /* the longest wait for bytes; 0: 5000; at most 300000 */
  int64_t total_ms;              /* the longest fetch, redirects included; 0: 15000; at most 300000 */
  int64_t max_age_ms;            /* what was fetched longer ago is fetched again; 0: 300000; -1: never again */
  adp_str ca_file;               /* PEM file of certificates trusted beside the system's; empty: none */
  adp_str private_hosts;         /* "host" or "host:port", separated by blanks, that may lie in the host's own network:
                                    loopback, private and unique local addresses. For tests and private networks */
} adp_network_options;
#define ADP_NETWORK_OPTIONS_INIT                                          \
  {                                                                       \
    sizeof(adp_network_options), 0, 0, 0, 0, 0, 0, 0, 0, {0, 0}, { 0, 0 } \
  }

/**
 * Lets the snapshot fetch, in the calls that use it, what it does not have. What the host added or loaded always wins.
 *
 * Fetched is over HTTPS (TLS 1.2 or later, certificates checked against the system's), from full domain names that
 * lead to public addresses only, on port 443; the connection goes to the very address that was examined, and every
 * redirect is examined like the first URL. No proxy, cookie or credential is used. Documents are kept in the snapshot
 * with the moment of their fetch, by the session's clock; 404 and 410 are documents too. Failures are kept as long,
 * and the reason is in the sentence of the check that lacked the document.
 * Called again, it renews bounds and counts and forgets failures; documents fetched so far stay, with their moments.
 * @param options [in] borrowed; NULL for defaults.
 * @return ADP_OK; ADP_E_INPUT the CA file or a private host cannot be read; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on session and snapshot. Calls in several threads may then share the snapshot.
 * Since: 0.2 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_allow_network(adp_session* session, adp_snapshot* snapshot,
                                                       const adp_network_options* options);

/**
 * Writes what the snapshot holds, fetched documents included with their moments, as a directory that
 * adp_snapshot_load reads: for hosts without a network. The directory appears whole or not at all.
 * @param directory [in] must not exist, or be empty.
 * @return ADP_OK; ADP_E_IO; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.2 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_snapshot_save(adp_session* session, const adp_snapshot* snapshot, adp_str directory);

/**
 * @param snapshot [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_snapshot_destroy(adp_snapshot* snapshot);

ADP_END

#endif
