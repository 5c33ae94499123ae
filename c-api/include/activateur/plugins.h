/* activateur/plugins.h - the host's side of plugins: trust, check, load, list, sign. Plugin authors want plugin.h. */
#ifndef ACTIVATEUR_PLUGINS_H
#define ACTIVATEUR_PLUGINS_H

#include "activateur/document.h"

ADP_BEGIN

/**
 * Accepts plugins signed by the holder of a key. Without this call no plugin loads.
 * @param key [in] Ed25519 public key in multikey form, "z6Mk...".
 * @return ADP_OK; ADP_E_INPUT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plugins_trust(adp_session* session, adp_str key);

/**
 * Checks a plugin's manifest, digest, signature and signer without running any of its code.
 * @param manifest_path [in]  the `.plugin.json` file.
 * @param info          [out] "activateur/plugin/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_DENIED unsigned, altered or not trusted; ADP_E_ABI for other ABIs alone; ADP_E_INPUT;
 *         ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plugins_check(adp_session* session, adp_str manifest_path, adp_document** info);

/**
 * Checks a plugin, then loads it into the session's engine, for all its sessions.
 * @param info [out] "activateur/plugin/1", owned by the caller; NULL on failure.
 * @return as adp_plugins_check; ADP_E_ABI built for another ABI; ADP_E_DENIED also when the plugin is not what its
 *         manifest says, or fails to start.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plugins_load(adp_session* session, adp_str manifest_path, adp_document** info);

/**
 * The plugins loaded in the session's engine.
 * @param list [out] "activateur/plugins/1", by id, owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plugins_list(adp_session* session, adp_document** list);

/**
 * Signs a plugin: writes the digest of its file, the key and the signature into the manifest.
 * @param private_jwk [in] Ed25519 private JWK; not kept.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_UNSUPPORTED another key type; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_plugins_sign(adp_session* session, adp_str manifest_path, adp_str private_jwk);

ADP_END

#endif
