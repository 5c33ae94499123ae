/* activateur/batch.h - many persons against many targets, in bulk.
 *
 * A batch is filled and emptied in turn: persons are added, as portfolios or as columns of what a host knows of them;
 * results are taken, as one document or as Arrow columns, each person with her targets. Between the two it holds what
 * it needs of each person, within the memory that its options allow; it stores nothing else. Results go by person:
 * nothing here ranks persons for a target, which the law of many countries holds to be a high risk.
 *
 *   adp_batch_create(session, &options, &batch);
 *   for (...)
 *     if (adp_batch_add(session, batch, portfolio) == ADP_E_LIMIT) { take what waits, then add again }
 *   adp_batch_take(session, batch, &document);
 *   adp_batch_destroy(batch);
 */
#ifndef ACTIVATEUR_BATCH_H
#define ACTIVATEUR_BATCH_H

#include "activateur/document.h"
#include "activateur/snapshot.h"

/* The Arrow C data interface, as https://arrow.apache.org/docs/format/CDataInterface.html defines it for every library
 * that speaks it; whichever header comes first declares it. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema { /* NOLINT(readability-identifier-naming): the interface names it */
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray { /* NOLINT(readability-identifier-naming) */
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif

ADP_BEGIN

typedef struct adp_batch adp_batch;

typedef struct adp_batch_options {
  uint32_t struct_size;
  uint32_t flags;               /* none defined */
  int64_t at_ms;                /* as of this moment; 0: the session's clock, asked at each call */
  const adp_snapshot* snapshot; /* for verifying credentials; borrowed until adp_batch_destroy; NULL: nothing at hand */
  const adp_document* policy;   /* "activateur/policy/1"; NULL: the default one */
  const adp_document* targets;  /* "activateur/targets/1"; NULL: every job of the engine's frameworks */
  uint64_t top;                 /* the best so many targets of each person, by expectation; 0: all, in their order */
  uint64_t memory_bytes;        /* for persons and results that wait; 0: 256 MiB */
  uint32_t threads;             /* 0: the calling one alone; else so many, at most 256 */
  uint32_t reserved;
} adp_batch_options;
#define ADP_BATCH_OPTIONS_INIT \
  { sizeof(adp_batch_options), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Begins a batch: reads the targets and prepares them, once for all persons. Frameworks used by the engine later do not
 * change it.
 * @param options [in]  borrowed; NULL for defaults.
 * @param batch   [out] owned by the caller, adp_batch_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND no such target; ADP_E_UNSUPPORTED a target with a level that is no whole
 *         number, which adp_gap_compute compares; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_batch_create(adp_session* session, const adp_batch_options* options, adp_batch** batch);

/**
 * @param batch [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.3 (ABI 1).
 */
ADP_API void ADP_CALL adp_batch_destroy(adp_batch* batch);

/**
 * Adds one person, or several, and weighs what they bring, over the batch's threads. A portfolio that cannot be read or
 * weighed hinders no other: its person has an error in the results.
 * @param portfolios [in] "activateur/portfolio/1", or "activateur/portfolios/1"; not kept.
 * @return ADP_OK; ADP_E_LIMIT nothing was added, for the memory has no room: take the results of those who wait, then
 *         add again; ADP_E_INPUT the list itself cannot be read; ADP_E_CANCELLED; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session and on the batch.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_batch_add(adp_session* session, adp_batch* batch, const adp_document* portfolios);

/**
 * Adds persons whose evidence the host has weighed itself: columns of one row a person and competence, in any order.
 * Persons come in the order of their first rows. A competence that is not said is unknown.
 *
 *   column        type                     meaning
 *   person        text or integer          whose row it is
 *   competence    text                     "rome:100003"
 *   expectation   float                    how likely she masters it, in [0, 1]
 *   belief        float; may be left out   how far it is proven; left out or null: 0
 *   plausibility  float; may be left out   how far it is not excluded; left out or null: 1
 *   level         integer; may be left out the row holds for requirements up to this level, 1 to 4; 0, null: for all.
 *                                          Levels above the highest row of a competence are unknown
 *
 * Text is utf8 or large utf8, plain or by dictionary; floats have 32 or 64 bits, integers 8 to 64. Other columns are
 * not read. A row that is not right (unknown competence, said twice, values that do not ascend) makes its person fail,
 * and no other.
 * @param schema, array [in] of a struct with these columns; borrowed, read during the call and not released by it.
 * @return ADP_OK; ADP_E_LIMIT as adp_batch_add; ADP_E_INPUT a column is missing or of another type; ADP_E_CANCELLED;
 *         ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session and on the batch.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_batch_add_arrow(adp_session* session, adp_batch* batch,
                                                const struct ArrowSchema* schema, const struct ArrowArray* array);

/**
 * How many persons were added whose results nobody has taken; 0 for NULL.
 * Thread: [handle-exclusive] on the batch.
 * Since: 0.3 (ABI 1).
 */
ADP_API size_t ADP_CALL adp_batch_waiting(const adp_batch* batch);

/**
 * The results of everybody who waits, who then waits no more. The same results whatever the memory and the threads.
 * @param result [out] "activateur/batch/1", owned by the caller, adp_document_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_CANCELLED everybody still waits; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session and on the batch.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_batch_take(adp_session* session, adp_batch* batch, adp_document** result);

/**
 * The same as columns: a struct of one row a person and target, and one row for a person that failed.
 *
 *   column        type                      meaning
 *   position      uint64                    how many persons were added before her, since the batch began
 *   person        utf8 by dictionary, null  how the portfolio calls her
 *   target        utf8 by dictionary, null  "rome:K1304"; null when she failed, as all that follows
 *   belief, expectation, plausibility       float64, null; how much of the target is covered, each in [0, 1]
 *   zone          utf8 by dictionary, null  now, after_recognition, short_path, long_path
 *   error_code    utf8, null                stable, such as "fields.missing"; null when she did not fail
 *   error         utf8, null                a sentence in the session's language
 *
 * @param schema, array [out] owned by the caller, who calls their release; may be moved as the interface says, and
 *        outlive the batch, the session and the engine. Their release is NULL on failure.
 * @return as adp_batch_take; ADP_E_LIMIT more than 2^31 - 1 rows or bytes of text: take more often.
 * Thread: [handle-exclusive] on the session and on the batch; what is given is released on any thread.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_batch_take_arrow(adp_session* session, adp_batch* batch, struct ArrowSchema* schema,
                                                 struct ArrowArray* array);

ADP_END

#endif
