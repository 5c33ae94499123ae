/* activateur/version.h - which library this is. */
#ifndef ACTIVATEUR_VERSION_H
#define ACTIVATEUR_VERSION_H

#include "activateur/types.h"

ADP_BEGIN

/* The ABI level these headers describe, which the library's SONAME carries. Functions are added within a level; a
 * change that a built host could notice would be another level, installed beside this one. */
#define ADP_ABI_LEVEL 1

/**
 * The product's version, by Semantic Versioning.
 * @return "0.4.0", borrowed for ever.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_str ADP_CALL adp_version_string(void);

/**
 * The ABI level of the library that is loaded. A host built with these headers needs at least ADP_ABI_LEVEL.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API uint32_t ADP_CALL adp_abi_level(void);

/**
 * A short English name for a status: "ok", "input", "limit"...
 * @return borrowed for ever; "unknown" for a value this version does not know.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_str ADP_CALL adp_status_name(adp_status status);

ADP_END

#endif
