/* activateur/credential.h - verifying, reading out of pictures, putting into pictures, issuing. */
#ifndef ACTIVATEUR_CREDENTIAL_H
#define ACTIVATEUR_CREDENTIAL_H

#include "activateur/document.h"
#include "activateur/snapshot.h"

ADP_BEGIN

/* The largest credential file, picture included. */
#define ADP_LIMIT_CREDENTIAL_BYTES 16777216

/* Verdicts. */
#define ADP_VALID 1         /* every deciding check passed */
#define ADP_INVALID 2       /* a check failed: do not rely on the credential */
#define ADP_INDETERMINATE 3 /* something needed was not at hand or is not checked by this version */

typedef struct adp_verify_options {
  uint32_t struct_size;
  uint32_t flags;               /* none defined */
  int64_t at_ms;                /* verify as of this moment; 0: the session's clock */
  const adp_snapshot* snapshot; /* what URLs serve; NULL: nothing is at hand */
  adp_str recipient;            /* e-mails, URLs and DIDs of the person who must be the recipient, one a line (at most
                                   32); empty: not checked */
  adp_str fetched_from;         /* URL from which the host has just fetched the input over HTTPS; empty: none */
  /* Since 0.2: */
  const adp_document* policy; /* "activateur/verification-policy/1"; NULL: its defaults */
  uint32_t threads;           /* of adp_credentials_verify; 0: one a core */
  uint32_t reserved;          /* 0 */
} adp_verify_options;
#define ADP_VERIFY_OPTIONS_INIT \
  { sizeof(adp_verify_options), 0, 0, 0, {0, 0}, {0, 0}, 0, 0, 0 }

/**
 * Verifies one credential and reports every check.
 *
 * Accepts Open Badges as JSON, compact JWS, PNG, SVG or PDF; the kind is detected from the bytes. Verified are Open
 * Badges 0.5 hosted, 1.0 to 2.1 hosted and signed, Open Badges 3.0, endorsements and Comprehensive Learner Records 2.0
 * as VC-JWT (VC 1.1 and 2.0) or with Data Integrity proofs (eddsa-rdfc-2022, ecdsa-rdfc-2019, eddsa-jcs-2022,
 * ecdsa-jcs-2019, ecdsa-sd-2023 derived, Ed25519Signature2020). A 0.5 badge names no address: give the one it comes
 * from in `fetched_from`, or in the snapshot.
 *
 * @param input   [in]  the bytes, at most ADP_LIMIT_CREDENTIAL_BYTES; not kept.
 * @param name    [in]  how the report calls the input; may be empty.
 * @param options [in]  borrowed; NULL for defaults.
 * @param report  [out] document "activateur/verification/1" with one result, owned by the caller,
 *                      adp_document_destroy; NULL on failure.
 * @return ADP_OK whatever the verdict (an invalid credential is an answer, not a failure); ADP_E_INPUT the bytes are
 *         no credential; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credential_verify(adp_session* session, adp_str input, adp_str name,
                                                  const adp_verify_options* options, adp_document** report);

/* One credential of a batch. */
typedef struct adp_credential_input {
  adp_str bytes; /* at most ADP_LIMIT_CREDENTIAL_BYTES */
  adp_str name;  /* how the report calls it; may be empty */
} adp_credential_input;

/**
 * Verifies many credentials, on several threads. Bytes that hold no credential make an invalid result whose check
 * "parse" says why: one broken file hides no other.
 *
 * @param inputs  [in]  `count` of them, borrowed during the call.
 * @param options [in]  borrowed; NULL for defaults. Its fetched_from is for one credential alone: not accepted here.
 * @param report  [out] document "activateur/verification/1", one result an input in their order, owned by the caller,
 *                      adp_document_destroy; NULL on failure.
 * @return ADP_OK whatever the verdicts; ADP_E_CANCELLED; ADP_E_INPUT a policy that is none; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session; progress is reported on the calling thread.
 * Since: 0.2 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credentials_verify(adp_session* session, const adp_credential_input* inputs,
                                                   size_t count, const adp_verify_options* options,
                                                   adp_document** report);

/**
 * Gives the session's engine a JSON-LD context, beside the built-in ones or in place of one. Contexts decide what
 * signed words mean: give only documents whose content you have fixed. Not while credentials are being verified.
 * @param url      [in] as credentials name it.
 * @param context  [in] the context document; copied.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.2 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_context_add(adp_session* session, adp_str url, const adp_document* context);

/**
 * The overall verdict of a verification report; of the first result when it has several.
 * @return ADP_VALID, ADP_INVALID or ADP_INDETERMINATE; 0 when the document is no verification report.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API int32_t ADP_CALL adp_verification_verdict(const adp_document* report);

/* One check of a verification; the strings are borrowed from the report. */
typedef struct adp_check {
  uint32_t struct_size;
  int32_t verdict; /* ADP_VALID, ... */
  adp_str name;    /* stable: "proof", "dates", ... */
  adp_str code;    /* stable: "proof.signature_wrong", ... */
  adp_str message; /* one sentence in the language of the session that made the report */
} adp_check;
#define ADP_CHECK_INIT                             \
  {                                                \
    sizeof(adp_check), 0, {0, 0}, {0, 0}, { 0, 0 } \
  }

/**
 * How many checks a verification report holds; 0 when the document is none.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API size_t ADP_CALL adp_verification_check_count(const adp_document* report);

/**
 * A check by position, in the order they were made.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_verification_check_at(const adp_document* report, size_t position, adp_check* check);

/**
 * Takes the credential out of a picture or a PDF file (or gives a bare one back).
 * @param credential [out] JSON or compact JWS, byte for byte as baked; adp_bytes_free.
 * @return ADP_OK; ADP_E_INPUT no credential inside, or a damaged file; ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credential_unbake(adp_session* session, adp_str picture, adp_str name,
                                                  adp_bytes* credential);

/**
 * Puts a credential into a PNG or SVG picture, in place of one that is there. Everything else of the picture is kept
 * byte for byte.
 * @param baked [out] the picture; adp_bytes_free.
 * @return as adp_credential_unbake.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credential_bake(adp_session* session, adp_str picture, adp_str credential, adp_str name,
                                                adp_bytes* baked);

/**
 * Signs a credential document: Open Badges 3.0 as VC-JWT, Open Badges 2.0 as signed JWS. A document that this library
 * would not verify is refused with the reason.
 * @param document    [in]  the unsigned credential.
 * @param private_jwk [in]  JWK with private members (adp_key_generate); not kept.
 * @param key_id      [in]  URL or DID URL by which verifiers find the public key; empty: did:key of the key.
 * @param jws         [out] compact JWS; adp_bytes_free.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_UNSUPPORTED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credential_issue(adp_session* session, const adp_document* document,
                                                 adp_str private_jwk, adp_str key_id, adp_bytes* jws);

/**
 * Adds an embedded proof (Verifiable Credential Data Integrity 1.0) to an Open Badges 3.0 credential. A document that
 * this library would not verify is refused with the reason.
 * @param document    [in]  the credential, unsigned or with other proofs.
 * @param private_jwk [in]  JWK with private members (adp_key_generate); not kept.
 * @param key_id      [in]  URL or DID URL by which verifiers find the public key; empty: did:key of the key.
 * @param suite       [in]  "eddsa-rdfc-2022" or "eddsa-jcs-2022" (Ed25519), "ecdsa-rdfc-2019" or "ecdsa-jcs-2019"
 * (P-256, P-384); empty: the first that fits the key.
 * @param credential  [out] JSON; adp_bytes_free.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_UNSUPPORTED another suite; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.2 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_credential_prove(adp_session* session, const adp_document* document,
                                                 adp_str private_jwk, adp_str key_id, adp_str suite,
                                                 adp_bytes* credential);

/**
 * Makes a key pair.
 * @param type        [in]  "ed25519", "p256", "p384" or "rsa" (3072 bits).
 * @param private_jwk [out] JWK with private members: a secret; adp_bytes_free (which also cleanses it).
 * @return ADP_OK; ADP_E_UNSUPPORTED another type; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_key_generate(adp_session* session, adp_str type, adp_bytes* private_jwk);

/**
 * The public side of a key, in the forms that issuers publish.
 * @param jwk    [in]  public or private JWK.
 * @param public_key [out] document "activateur/key/1": jwk, pem, thumbprint, and for Ed25519, P-256 and P-384
 *                     multikey and did.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_key_public(adp_session* session, adp_str jwk, adp_document** public_key);

ADP_END

#endif
