/* activateur/types.h - types, ownership and error rules shared by every header.
 *
 * Conventions of the whole library
 *   - Every function that can fail returns adp_status: ADP_OK (0) or a negative ADP_E_* code. New codes may
 *     appear in later versions; treat an unknown negative value as a failure.
 *   - Results come in out-parameters, last; on failure they are set to NULL or 0, but for structs (struct_size first),
 *     which are left as they were.
 *   - A handle made by adp_x_create, _parse, _open, _compute... is owned by the caller and given back to
 *     adp_x_destroy, which accepts NULL and never fails. A pointer or adp_str returned by an accessor is borrowed
 *     from its handle and valid until that handle is destroyed.
 *   - Text is UTF-8. Times are int64_t milliseconds since 1970-01-01T00:00:00Z, of years 1 to 9999. Paths are not empty
 *     and have no NUL inside. What is else is ADP_E_USAGE. Money is euros unless a name says
 *     cents. 0 is a valid default for every field and flag.
 *   - [thread-safe]: may be called from several threads on the same handle. [handle-exclusive]: one call at a time
 *     a handle. Functions that take only const handles and no session are [thread-safe].
 *   - The library never writes to stdout or stderr, never aborts, installs no signal or exit handler, and opens no
 *     network connection unless the host allows it (adp_snapshot_allow_network).
 */
#ifndef ACTIVATEUR_TYPES_H
#define ACTIVATEUR_TYPES_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define ADP_CALL __cdecl
#if defined(ADP_BUILDING)
#define ADP_API __declspec(dllexport)
#else
#define ADP_API __declspec(dllimport)
#endif
#define ADP_PLUGIN_EXPORT __declspec(dllexport)
#else
#define ADP_CALL
#define ADP_API __attribute__((visibility("default")))
#define ADP_PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define ADP_BEGIN extern "C" {
#define ADP_END }
#else
#define ADP_BEGIN
#define ADP_END
#endif

ADP_BEGIN

typedef int32_t adp_status;

#define ADP_OK 0
#define ADP_E_INPUT (-1)       /* the input is not what it must be                              */
#define ADP_E_LIMIT (-2)       /* a bound on size, depth, count or time was exceeded            */
#define ADP_E_CANCELLED (-3)   /* the progress callback returned 0, or adp_session_cancel       */
#define ADP_E_NOT_FOUND (-4)   /* nothing has this id, path or pointer                          */
#define ADP_E_IO (-5)          /* the system refused to read or write                           */
#define ADP_E_UNSUPPORTED (-6) /* well formed, but beyond this version                          */
#define ADP_E_USAGE (-7)       /* a call broke its contract: NULL where not allowed, bad struct */
#define ADP_E_DENIED (-8)      /* not trusted or not allowed                                    */
#define ADP_E_ABI (-9)         /* built for another ABI                                         */
#define ADP_E_NOMEM (-10)      /* out of memory                                                 */
#define ADP_E_REMOVED (-11)    /* the function was removed; its slot is kept                    */
#define ADP_E_INTERNAL (-12)   /* a defect of Activateur; please report it                      */

/* A view of UTF-8 text or bytes; not NUL-terminated. As an argument, len may be ADP_NUL: ptr is then a
 * NUL-terminated string. A zero adp_str is the empty text. */
typedef struct adp_str {
  const char* ptr;
  size_t len;
} adp_str;

#define ADP_NUL ((size_t)-1)

/* Bytes owned by the caller, given back to adp_bytes_free alone. One NUL byte follows the last byte. */
typedef struct adp_bytes {
  char* ptr;
  size_t len;
} adp_bytes;

/** Frees bytes made by the library and zeroes the struct. NULL and zero structs are accepted. [thread-safe] */
ADP_API void ADP_CALL adp_bytes_free(adp_bytes* bytes);

/* Every struct below that starts with struct_size is transparent and only ever grows at its end. Set struct_size
 * to sizeof (or start from its INIT macro) before passing it; the library reads and writes at most that many
 * bytes, and refuses (ADP_E_USAGE) non-zero bytes that it does not know. */

/* The details of a failure; the strings are borrowed from the session that failed, until its next call. */
typedef struct adp_error {
  uint32_t struct_size;
  adp_status status;
  adp_str code;    /* stable, such as "json.syntax" */
  adp_str message; /* one sentence in the session's language: what, where, what to do */
  adp_str source;  /* file name, URL, or what the caller named the input */
  adp_str pointer; /* RFC 6901 JSON Pointer, or empty */
  int64_t line;    /* from 1; 0: unknown */
  int64_t column;  /* from 1, in characters; 0: unknown */
} adp_error;
#define ADP_ERROR_INIT \
  { sizeof(adp_error), 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0 }

ADP_END

#endif
