/* activateur/engine.h - engines and sessions.
 *
 * An engine holds what calls share: frameworks and plugins. It may be used from any number of threads.
 * A session is one caller's line of work on an engine: its language, its clock, its progress callback, and the
 * details of its last failure. Make one a thread, or one a request; it costs almost nothing.
 */
#ifndef ACTIVATEUR_ENGINE_H
#define ACTIVATEUR_ENGINE_H

#include "activateur/types.h"

ADP_BEGIN

typedef struct adp_engine adp_engine;
typedef struct adp_session adp_session;

typedef struct adp_engine_options {
  uint32_t struct_size;
  uint32_t flags; /* none defined */
} adp_engine_options;
#define ADP_ENGINE_OPTIONS_INIT \
  { sizeof(adp_engine_options), 0 }

/**
 * Makes an engine. Several may live in one process; none shares anything with another.
 * @param options [in]  borrowed; NULL for defaults.
 * @param engine  [out] owned by the caller, adp_engine_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_engine_create(const adp_engine_options* options, adp_engine** engine);

/**
 * Lets an engine go. Sessions made from it stay usable: its content lives until the last of them goes.
 * @param engine [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_engine_destroy(adp_engine* engine);

/**
 * Called during long operations, on the calling thread, never under a lock.
 * @param done, total units of work done and to do; total 0 when not known.
 * @return 1 to go on, 0 to stop (the operation then answers ADP_E_CANCELLED).
 */
typedef int32_t(ADP_CALL* adp_progress_fn)(void* user_data, uint64_t done, uint64_t total);

typedef struct adp_session_options {
  uint32_t struct_size;
  uint32_t flags;           /* none defined */
  adp_str language;         /* of sentences: "fr" (default) or "en" */
  int64_t now_ms;           /* the clock of every call; 0: the system's */
  adp_progress_fn progress; /* may be NULL */
  void* user_data;          /* given to progress */
} adp_session_options;
#define ADP_SESSION_OPTIONS_INIT \
  { sizeof(adp_session_options), 0, {0, 0}, 0, 0, 0 }

/**
 * Makes a session.
 * @param engine  [in]  borrowed; may be destroyed before the session.
 * @param options [in]  borrowed; NULL for defaults.
 * @param session [out] owned by the caller, adp_session_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE for an unknown language or a bad struct; ADP_E_NOMEM.
 * Thread: [thread-safe] on one engine.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_session_create(const adp_engine* engine, const adp_session_options* options,
                                               adp_session** session);

/**
 * @param session [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_session_destroy(adp_session* session);

/**
 * Asks the call that runs in the session to stop; it answers ADP_E_CANCELLED soon. Without a running call, the
 * next one that reports progress stops. The request is forgotten when a call has answered ADP_E_CANCELLED.
 * @param session [in] may be NULL.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_session_cancel(adp_session* session);

/**
 * The details of the last call of the session that failed.
 * @param session [in]  borrowed.
 * @param error   [out] filled; its strings are borrowed until the session's next call. status is ADP_OK when the
 *                      last call succeeded.
 * @return ADP_OK; ADP_E_USAGE.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_session_last_error(const adp_session* session, adp_error* error);

ADP_END

#endif
