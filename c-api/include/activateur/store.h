/* activateur/store.h - keeping persons and what is theirs, for hosts that keep them nowhere else.
 *
 * Nothing else in the library needs a store. With one, a person's portfolio comes from adp_store_portfolio and goes to
 * adp_gap_compute, adp_map_compute and adp_plan_compute as any other.
 *
 * Who: every call says who makes it (adp_actor). The host has made sure of it; the store's policy decides what follows
 * from it, denies what no rule allows (ADP_E_DENIED), and records each access that matters in a chained journal.
 * A person's consent, for one purpose and one organisation, opens her records to the others; its withdrawal closes them
 * with the next call.
 *
 * Where: one SQLite file, with two beside it while it is open (-wal, -shm). A call that answered ADP_OK is on the disk.
 * Any number of processes may have the same store open. What is personal is encrypted (AES-256-GCM) with a key of each
 * person's own, wrapped by the key that the host gives. Losing that key loses every record.
 *
 * Ids are texts of 36 characters that sort by the time they were made. docs/store.md says what documents hold.
 */
#ifndef ACTIVATEUR_STORE_H
#define ACTIVATEUR_STORE_H

#include "activateur/credential.h"
#include "activateur/document.h"
#include "activateur/gap.h"

ADP_BEGIN

typedef struct adp_store adp_store;

/* Roles. */
#define ADP_ROLE_PERSON 0        /* herself: the actor's id is her id in the store */
#define ADP_ROLE_GUIDE 1         /* passeur */
#define ADP_ROLE_EDUCATOR 2      /* pédagogue */
#define ADP_ROLE_CURATOR 3       /* cartographe */
#define ADP_ROLE_OBSERVER 4      /* observateur: counts alone */
#define ADP_ROLE_ORGANISATION 5  /* an employer */
#define ADP_ROLE_ADMINISTRATOR 6 /* keeps the store, reads no portfolio */

/* Who makes a call. */
typedef struct adp_actor {
  uint32_t struct_size;
  int32_t role;         /* ADP_ROLE_* */
  adp_str id;           /* a person's: in the store; others': a pseudonym of the host's, 1 to 512 bytes */
  adp_str organisation; /* for which the actor acts; empty: none */
} adp_actor;
#define ADP_ACTOR_INIT                     \
  {                                        \
    sizeof(adp_actor), 0, {0, 0}, { 0, 0 } \
  }

/**
 * Gives the host's key: called once, on the calling thread, while the store is opened.
 * @param key [out] 32 bytes to fill.
 * @return 1 when they are filled; 0: there is no key, and the call fails.
 */
typedef int32_t(ADP_CALL* adp_store_key_fn)(void* user_data, uint8_t* key);

/* Flags of adp_store_options. */
#define ADP_STORE_EXISTING 1u /* fail when there is no store there, instead of creating one */

/* Exactly one of key, key_file and key_function is given. */
typedef struct adp_store_options {
  uint32_t struct_size;
  uint32_t flags;
  adp_str key;                   /* 32 bytes */
  adp_str key_file;              /* path of a file of 64 hexadecimal digits */
  adp_store_key_fn key_function; /* or NULL */
  void* user_data;               /* given to key_function */
  const adp_document* policy;    /* "activateur/store-policy/1"; NULL: the default one */
  int64_t wait_ms;               /* for another writer; 0: 5000 */
} adp_store_options;
#define ADP_STORE_OPTIONS_INIT \
  { sizeof(adp_store_options), 0, {0, 0}, {0, 0}, 0, 0, 0, 0 }

/**
 * Makes a key for a store: 64 hexadecimal digits, as a key file holds them. Keep it apart from the store.
 * @param key [out] owned by the caller, adp_bytes_free.
 * @return ADP_OK; ADP_E_IO no randomness; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_key_generate(adp_session* session, adp_bytes* key);

/**
 * Opens a store, or creates it. A file of an earlier version is brought to today's format.
 * @param path    [in]  of the file.
 * @param options [in]  borrowed.
 * @param store   [out] owned by the caller, adp_store_close; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND with ADP_STORE_EXISTING; ADP_E_DENIED the key is not the store's; ADP_E_INPUT no
 *         store, or a damaged one; ADP_E_UNSUPPORTED a later version wrote it; ADP_E_IO locked, full, read-only (the
 *         error's code says which: "store.locked", "store.full", "store.read_only"); ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_open(adp_session* session, adp_str path, const adp_store_options* options,
                                           adp_store** store);

/**
 * @param store [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.4 (ABI 1).
 */
ADP_API void ADP_CALL adp_store_close(adp_store* store);

/* Every call below: `by` is borrowed; documents given are borrowed, not kept; documents that come back are owned by the
 * caller (adp_document_destroy), NULL on failure. Each is one transaction: it fails without a trace but the journal's.
 * @return ADP_OK; ADP_E_DENIED; ADP_E_NOT_FOUND no such person or record; ADP_E_INPUT a document is not what it must
 *         be, or holds a social security number (NIR; the error never repeats it); ADP_E_USAGE, also for a record that
 *         was changed meanwhile ("store.version"); ADP_E_LIMIT; ADP_E_IO, as adp_store_open; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session, [thread-safe] on the store. */

/**
 * Adds a person, or a collective.
 * @param profile [in]  "activateur/person/1" without id; "consents" in it are given with it: the policy judges each.
 * @param person  [out] "activateur/person/1", with her id.
 * @return as above; ADP_E_DENIED with "store.erased": she asked to be erased, an import does not bring her back.
 * Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_add_person(adp_session* session, adp_store* store, const adp_actor* by,
                                                 const adp_document* profile, adp_document** person);

/**
 * A person's profile: "activateur/person/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                             adp_document** person);

/**
 * Replaces a person's profile.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_change_person(adp_session* session, adp_store* store, const adp_actor* by,
                                                    adp_str id, const adp_document* profile, adp_document** person);

/**
 * A person's id, by an identifier of her profile.
 * @param system [in] the host's name of the numbering, as "si-accompagnement".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_find_person(adp_session* session, adp_store* store, const adp_actor* by,
                                                  adp_str system, adp_str value, adp_document** person);

/**
 * Adds a record.
 * @param person   [in]  whose; empty for a grid, which is nobody's.
 * @param kind     [in]  "experience", "self_assessment", "feedback", "observation", "declaration", "inference", "grid",
 *                      "showcase".
 * @param document [in]  what it holds, by its kind.
 * @param record   [out] "activateur/record/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_add(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                          adp_str kind, const adp_document* document, adp_document** record);

/**
 * Replaces what a record holds.
 * @param version [in] that the change is based on; 0: whatever it is now.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_change(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                             int64_t version, const adp_document* document, adp_document** record);

/**
 * Removes a record; a request for feedback is revoked by it.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_remove(adp_session* session, adp_store* store, const adp_actor* by, adp_str id);

/**
 * A record: "activateur/record/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_get(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                          adp_document** record);

/**
 * Records of a kind, in the order they were added: "activateur/records/1". While it has "next", there are more.
 * @param person [in] empty for grids.
 * @param kind   [in] as adp_store_add, and "credential", "feedback_request".
 * @param after  [in] "next" of the page before; empty: from the start.
 * @param limit  [in] 0: 100; at most 1000.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_list(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                           adp_str kind, adp_str after, size_t limit, adp_document** records);

/**
 * Records that the person consents.
 * @param consent [in]  "activateur/consent/1": purpose, organisation, text_version; given, when it was earlier.
 * @param given   [out] the same with its id.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_give_consent(adp_session* session, adp_store* store, const adp_actor* by,
                                                   adp_str person, const adp_document* consent, adp_document** given);

/**
 * Withdraws a consent, and the others of the same person, purpose and organisation: what they opened is closed from the
 * next call on.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_withdraw_consent(adp_session* session, adp_store* store, const adp_actor* by,
                                                       adp_str consent, adp_document** withdrawn);

/**
 * All of a person's consents, withdrawn ones too: "activateur/consents/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_consents(adp_session* session, adp_store* store, const adp_actor* by,
                                               adp_str person, adp_document** consents);

/**
 * Prepares a link by which somebody gives feedback, once, until it expires. The host makes the link of "token" and
 * sends it: the store keeps no token, and gives it this once.
 * @param request [in]  competences, and what the holder shall know: experience, question, role; and "expires", at most
 *                      so far as the policy's period "feedback_request", a date being over at its end (UTC).
 * @param record  [out] "activateur/record/1", with "token".
 * @return as above; ADP_E_INPUT with "store.expires": that is over already. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_ask_feedback(adp_session* session, adp_store* store, const adp_actor* by,
                                                   adp_str person, const adp_document* request, adp_document** record);

/**
 * What the holder of a link is asked: "activateur/feedback-question/1". The token is all the right it takes.
 * @return as above; ADP_E_DENIED with "store.link": used, expired, revoked, or never made.
 * Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_feedback_asked(adp_session* session, adp_store* store, adp_str token,
                                                     adp_document** question);

/**
 * The holder's answer, one feedback a competence; the link is used then.
 * @param answer [in]  "activateur/feedback-answer/1"; its "text" goes with each answer that has none.
 * @param kept   [out] "activateur/feedback-kept/1".
 * @return as adp_store_feedback_asked. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_answer_feedback(adp_session* session, adp_store* store, adp_str token,
                                                      const adp_document* answer, adp_document** kept);

/**
 * Puts a credential into a person's wallet, byte for byte. The same bytes are kept once; of several versions of one
 * credential all are kept, and the newest whose verdict is no worse counts.
 * @param bytes  [in]  as adp_credential_verify takes them.
 * @param record [out] "activateur/record/1", with "duplicate", "replaces", "replaced_by".
 * @return as above; ADP_E_INPUT when the bytes hold no credential. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_add_credential(adp_session* session, adp_store* store, const adp_actor* by,
                                                     adp_str person, adp_str bytes, adp_document** record);

/**
 * The bytes of a credential, as they came.
 * @param bytes [out] owned by the caller, adp_bytes_free.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_credential(adp_session* session, adp_store* store, const adp_actor* by,
                                                 adp_str id, adp_bytes* bytes);

/**
 * Verifies all of a person's credentials again and keeps the verdicts, where the actor may: "activateur/wallet/1". One
 * that is broken hinders no other.
 * @param options [in] as adp_credentials_verify; NULL for defaults.
 * @return as above; ADP_E_CANCELLED. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_verify_wallet(adp_session* session, adp_store* store, const adp_actor* by,
                                                    adp_str person, const adp_verify_options* options,
                                                    adp_document** wallet);

/* Showcases: what a person chooses to show, to whom. A draft is a record of the kind "showcase"
 * ("activateur/showcase/1"); published, it becomes a version that holds what it shows by value. docs/showcases.md. */

/**
 * Publishes a draft, as it is now: a version of its own, which no later change of a record changes. Removing a record
 * removes the versions that show it.
 * @param id      [in]  of the draft.
 * @param options [in]  how opinions on competences are weighed, by what is shown alone: as adp_gap_compute; NULL for
 *                      defaults. Labels and opinions come from the frameworks in use.
 * @param version [out] "activateur/record/1".
 * @return as above; ADP_E_NOT_FOUND "showcase.record" something shown is gone; ADP_E_DENIED "showcase.sharing" who said
 *         it does not allow it to be shown. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_publish_showcase(adp_session* session, adp_store* store, const adp_actor* by,
                                                       adp_str id, const adp_gap_options* options,
                                                       adp_document** version);

/**
 * What a version shows: "activateur/showcase-version/1"; withdrawn ones, too.
 * @param id [in] of the version's record.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_showcase_version(adp_session* session, adp_store* store, const adp_actor* by,
                                                       adp_str id, adp_document** shown);

/**
 * Withdraws a version: its links open nothing any more; it stays hers to read.
 * @param id      [in]  of the version's record.
 * @param version [out] "activateur/record/1".
 * @return as above; ADP_E_USAGE "showcase.withdrawn". Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_withdraw_showcase(adp_session* session, adp_store* store, const adp_actor* by,
                                                        adp_str id, adp_document** version);

/**
 * Makes a link to a version. adp_store_remove on its record revokes it.
 * @param id    [in]  of the version's record.
 * @param terms [in]  "activateur/showcase-terms/1": "label", "expires", "openings"; an empty object for none. It lives
 *                    no longer than the policy's period "showcase_link"; a date is over at its end (UTC).
 * @param link  [out] "activateur/record/1" with "token", this once: 43 characters that the host puts into an address of
 *                    its own.
 * @return as above; ADP_E_INPUT with "store.expires": "expires" is over already. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_share_showcase(adp_session* session, adp_store* store, const adp_actor* by,
                                                     adp_str id, const adp_document* terms, adp_document** link);

/**
 * What a link shows: "activateur/showcase-version/1". The token is all the right it takes; each opening is counted, and
 * recorded in the journal.
 * @return as above; ADP_E_DENIED with "showcase.link", alike for a token that was never made, has expired, was revoked
 *         or is used up. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_open_showcase(adp_session* session, adp_store* store, adp_str token,
                                                    adp_document** shown);

typedef struct adp_showcase_options {
  uint32_t struct_size;
  uint32_t flags;      /* 0 */
  adp_str issuer;      /* "clr": DID or address of who will sign the record */
  adp_str issuer_name; /* may be empty */
  adp_str subject;     /* "clr": DID or address of the person; empty: of own_key, else a name of this version's own */
  adp_str own_key;     /* "clr": her private JWK (Ed25519, P-256, P-384), not kept: what she lived is in the record as
                        * badges that she issues herself; empty: it is not in it */
} adp_showcase_options;
#define ADP_SHOWCASE_OPTIONS_INIT                                     \
  {                                                                   \
    sizeof(adp_showcase_options), 0, {0, 0}, {0, 0}, {0, 0}, { 0, 0 } \
  }

/**
 * A version in a form for others. Needs no store.
 * @param version [in]  "activateur/showcase-version/1".
 * @param format  [in]  "html" a page, for the screen and for paper; "clr" Comprehensive Learner Record 2.0, unsigned
 *                      (adp_credential_prove or adp_credential_issue sign it); "clr-enveloped" the same, with the
 *                      badges that are tokens, which the record's own JSON Schema does not allow; "json-ld" in
 *                      schema.org's vocabulary; "europass" Europass XML 3.4.
 * @param options [in]  NULL for defaults.
 * @param bytes   [out] owned by the caller, adp_bytes_free.
 * @return ADP_OK; ADP_E_INPUT no such document, or nothing that a learner record can hold; ADP_E_UNSUPPORTED another
 *         format; ADP_E_USAGE, also a record without issuer; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_showcase_export(adp_session* session, const adp_document* version, adp_str format,
                                                const adp_showcase_options* options, adp_bytes* bytes);

/**
 * What gap, map and plan read of a person: "activateur/portfolio/1", of what the actor may read.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_portfolio(adp_session* session, adp_store* store, const adp_actor* by,
                                                adp_str person, adp_document** portfolio);

/**
 * Everything about a person, for access and portability: "activateur/person-export/1". Each record says whether it was
 * provided, observed by others, or inferred.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_export_person(adp_session* session, adp_store* store, const adp_actor* by,
                                                    adp_str person, adp_document** everything);

/**
 * Erases a person: her key, her records, her consents. A keyed digest of her identifiers stays, so that an import does
 * not bring her back. Backups made by adp_store_backup hold no key: once the copy of the keys is renewed, they hold
 * nothing readable of her either.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_erase_person(adp_session* session, adp_store* store, const adp_actor* by,
                                                   adp_str person);

/**
 * What the policy's retention periods make due now: "activateur/retention-due/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_due(adp_session* session, adp_store* store, const adp_actor* by,
                                          adp_document** due);

/**
 * Removes requests for feedback that have ended and entries of the journal that are old enough; persons never go by
 * themselves. "activateur/tidied/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_tidy(adp_session* session, adp_store* store, const adp_actor* by,
                                           adp_document** tidied);

/**
 * Who did what: "activateur/journal/1".
 * @param cursor [in] of the page before; empty: from the start.
 * @param limit  [in] 0: 100; at most 1000.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_journal(adp_session* session, adp_store* store, const adp_actor* by,
                                              adp_str cursor, size_t limit, adp_document** entries);

/**
 * How many persons have what, never below the policy's smallest count: "activateur/store-count/1".
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_count(adp_session* session, adp_store* store, const adp_actor* by,
                                            adp_document** counts);

/**
 * What changed since a cursor, ids alone, for connectors: "activateur/changes/1". An erased person's changes give way
 * to one "erased".
 * @param cursor [in] of the page before; empty: from the start.
 * @param limit  [in] 0: 100; at most 1000.
 * @return as above; ADP_E_INPUT for a cursor of another store, or of this one before a restore. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_changes(adp_session* session, adp_store* store, const adp_actor* by,
                                              adp_str cursor, size_t limit, adp_document** changes);

/**
 * Examines the file, opens everything that is sealed in it and follows the journal's chain: "activateur/store-check/1".
 * Takes as long as reading the whole file; other calls go on meanwhile, and the session may cancel it
 * (ADP_E_CANCELLED).
 * @return as above; ADP_OK also when something is wrong: "ok" says. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_check(adp_session* session, adp_store* store, const adp_actor* by,
                                            adp_document** report);

/**
 * Copies one moment of the store while others use it: all but the keys to `path`, the keys to `keys_path`. Keep one
 * copy of the keys, the last, and renew it after an erasure: older ones would open what was erased. Nothing is
 * overwritten.
 * @param path [in] empty: the keys alone.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_backup(adp_session* session, adp_store* store, const adp_actor* by, adp_str path,
                                             adp_str keys_path);

/**
 * Makes a store from a backup and a copy of its keys not older than it. Persons erased meanwhile are erased in it, too,
 * when it is first opened. Cursors of the store before are refused by it: connectors follow from the beginning.
 * @param into [in] must not exist.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_INPUT; ADP_E_IO; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_restore(adp_session* session, adp_str path, adp_str keys_path, adp_str into);

/**
 * Wraps the store's keys by another key of the host's; with the one before it opens no longer. Copies of the file made
 * by other means than adp_store_backup are read by the key before alone: destroy it to close them.
 * @param key [in] 32 bytes.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_change_key(adp_session* session, adp_store* store, const adp_actor* by,
                                                 adp_str key);

/* Achievements are negotiated: versions, each party's answer to a version and its digest, a publication that stays.
 * Their records have the kinds "achievement" (expected ones, nobody's) and "individual_achievement" (a person's own),
 * their documents are "activateur/negotiation/1". adp_store_get and adp_store_list read them. */

/**
 * Begins a negotiation: the first version, a draft. The actor's party is the first.
 * @param person   [in]  whose; empty: an expected one, nobody's.
 * @param proposal [in]  "activateur/proposal/1", with the achievement; parties to invite.
 * @param record   [out] "activateur/record/1".
 * @return as above; ADP_E_NOT_FOUND it refers to an achievement, a grid or (of a loaded framework) a competence that is
 *         not there; ADP_E_INPUT achievements would ask for each other without end. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_add_achievement(adp_session* session, adp_store* store, const adp_actor* by,
                                                      adp_str person, const adp_document* proposal,
                                                      adp_document** record);

/**
 * Puts a version to the parties: a new one based on the last, or the draft as it is. Its proposer agrees to it.
 * @param proposal [in]  "activateur/proposal/1", with "based_on": the last version.
 * @return as adp_store_add_achievement; ADP_E_USAGE, "negotiation.version": there is a later version. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_propose(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                              const adp_document* proposal, adp_document** record);

/**
 * Agrees to the last version, or refuses it. The party's last answer counts.
 * @param version [in]  that was read.
 * @param digest  [in]  "digest" of that version: what was read is what is answered.
 * @param agreed  [in]  1: agrees; 0: refuses.
 * @param reason  [in]  needed to refuse.
 * @return as above; ADP_E_USAGE, "negotiation.version", "negotiation.digest": something else was read. Thread: as
 * above. Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_answer_proposal(adp_session* session, adp_store* store, const adp_actor* by,
                                                      adp_str id, int64_t version, adp_str digest, int32_t agreed,
                                                      adp_str reason, adp_document** record);

/**
 * Publishes the last version, to which every party agrees. It never changes from then on.
 * @return as adp_store_answer_proposal; "negotiation.agreed": some party does not agree. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_publish(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                              int64_t version, adp_str digest, adp_document** record);

/**
 * Withdraws an achievement for good; only the party that began it does, or the person whose achievement it is. All of
 * it can still be read.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_withdraw_achievement(adp_session* session, adp_store* store, const adp_actor* by,
                                                           adp_str id, adp_str reason, adp_document** record);

/**
 * What is published, each by its last published version: "activateur/achievements/1", for activateur/achievement.h.
 * @param person [in] her individual ones too; empty: expected ones alone.
 * @return as above. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_achievements(adp_session* session, adp_store* store, const adp_actor* by,
                                                   adp_str person, adp_document** achievements);

/**
 * How many persons are how close to earning a published achievement, over those who consent to be counted by the actor,
 * never below the policy's smallest count; and who they are, as far as the actor may be told, in the order of ids.
 * @param options [in]  at_ms, snapshot and policy are read; borrowed; NULL for defaults.
 * @param counts  [out] "activateur/achievement-near/1".
 * @return as above; ADP_E_CANCELLED. Thread: as above.
 * Since: 0.4 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_store_near(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                           const adp_gap_options* options, adp_document** counts);

ADP_END

#endif
