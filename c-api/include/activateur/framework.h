/* activateur/framework.h - référentiels: importing, opening, looking up, searching.
 *
 * Jobs and competences are named "framework:code": "rome:K1304", "rome:100003".
 */
#ifndef ACTIVATEUR_FRAMEWORK_H
#define ACTIVATEUR_FRAMEWORK_H

#include "activateur/document.h"
#include "activateur/snapshot.h"
#include "activateur/text.h"

ADP_BEGIN

/* A compiled framework: immutable, shared freely between engines and threads. */
typedef struct adp_framework adp_framework;

/**
 * Reads a framework as it is published; the kind is detected from what the path holds: see docs/frameworks.md. All or
 * nothing: the first fault gives file, line, column and reason. adp_framework_import_with tells them all.
 * @param path      [in]  of the directory or file.
 * @param framework [out] owned by the caller, adp_framework_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT; ADP_E_NOT_FOUND; ADP_E_IO; ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_UNSUPPORTED the path
 *         holds no known framework; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_import(adp_session* session, adp_str path, adp_framework** framework);

/* Takes what is right and leaves out what is not, instead of refusing all. */
#define ADP_IMPORT_LEAVE_OUT_FAULTS 1u

typedef struct adp_import_options {
  uint32_t struct_size;
  uint32_t flags;               /* ADP_IMPORT_* */
  adp_str id;                   /* "mairie"; empty: what the source says, or what is usual for its kind */
  adp_str version;              /* the same */
  adp_str title;                /* the same */
  adp_str attribution;          /* the same */
  adp_str language;             /* of the labels, two letters; empty: what the source says, else fr */
  const adp_document* columns;  /* sheets: "activateur/columns/1"; NULL: by their headings */
  const adp_framework* before;  /* an earlier version that the report compares with; may be NULL */
  const adp_snapshot* snapshot; /* what URLs serve; NULL: nothing */
} adp_import_options;
#define ADP_IMPORT_OPTIONS_INIT \
  { sizeof(adp_import_options), 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, 0 }

/**
 * Reads a framework as it is published, and reports every fault with its place, what was read, and what is new,
 * changed and gone since `before`.
 * @param path      [in]  of the directory or file; or a URL ("https://..."), which `options->snapshot` must hold or be
 *                        allowed to fetch (adp_snapshot_allow_network): a package of a CASE server
 *                        (".../CFPackages/{id}"), another framework in JSON, or the list of a CASE server
 *                        (".../CFDocuments", ".../ims/case/v1p0"), whose packages the report then names.
 * @param options   [in]  borrowed; NULL for defaults.
 * @param framework [out] owned by the caller, adp_framework_destroy; NULL on failure, for a list of packages, and when
 *                        faults were found and are not to be left out: then nothing was imported and the report says
 *                        why.
 * @param report    [out] document "activateur/import/1", owned by the caller; NULL on failure.
 * @return ADP_OK also when the import was refused for its faults; ADP_E_NOT_FOUND also a URL that is not at hand;
 *         ADP_E_IO also a URL that could not be fetched; ADP_E_LIMIT; ADP_E_INPUT a URL serves no JSON;
 * ADP_E_CANCELLED; ADP_E_UNSUPPORTED the path holds no known framework; ADP_E_USAGE; ADP_E_NOMEM. Thread:
 * [handle-exclusive] on the session. Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_import_with(adp_session* session, adp_str path,
                                                      const adp_import_options* options, adp_framework** framework,
                                                      adp_document** report);

/**
 * Opens a compiled file (adp_framework_save); it is mapped, not copied, and shared between processes. A file that
 * lies as it was saved is not read through; any other is.
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
 * Reads a compiled framework through, whether or not that was done when it was opened.
 * @return ADP_OK; ADP_E_INPUT damaged; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_check(adp_session* session, const adp_framework* framework);

/**
 * Writes a framework in a form that others read.
 * @param format [in] "case": a CASE 1.0 package (JSON); "csv": a sheet, one line a competence of a job, which
 *                    adp_framework_import reads back.
 * @param base   [in] CASE: under which the URIs that the framework does not give are made, as
 *                    "https://frameworks.town.example/"; empty: "https://example.org/".
 * @return ADP_OK; ADP_E_UNSUPPORTED another format; ADP_E_INPUT `base` is no URL that ends with '/'; ADP_E_IO;
 *         ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_export(adp_session* session, const adp_framework* framework, adp_str format,
                                                 adp_str base, adp_str path);

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
 * Lets every session of the engine use the framework. One of the same id and version is replaced; of several versions
 * "rome" means the newest, and "rome@59" a given one.
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
 * adp_framework_find without filters, its first hits.
 * @param limit    [in]  at most so many hits; 0: 20.
 * @param document [out] "activateur/search/1", best first, owned by the caller; NULL on failure.
 * @return ADP_OK (also without a hit); ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_search(adp_session* session, adp_str words, size_t limit,
                                                 adp_document** document);

typedef struct adp_search_options {
  uint32_t struct_size;
  uint32_t flags;  /* none defined */
  uint64_t offset; /* hits to skip */
  uint64_t limit;  /* hits to give; 0: 20 */
  adp_str filters; /* one "facet=value" a line: framework=rome, type=job, kind=know_how, grain=macro, domain=K13,
                      target=qualification, transversal=true, withdrawn=true; values of one facet are alternatives.
                      Empty: none */
} adp_search_options;
#define ADP_SEARCH_OPTIONS_INIT                   \
  {                                               \
    sizeof(adp_search_options), 0, 0, 0, { 0, 0 } \
  }

/**
 * Jobs and competences by their labels, synonyms, appellations and definitions, over all the engine's frameworks:
 * case, accents, elisions, forms of words and typing mistakes do not count, and the last word may be cut short.
 * @param options  [in]  borrowed; NULL for defaults.
 * @param document [out] "activateur/search/1" with facets and the total, owned by the caller; NULL on failure.
 * @return ADP_OK (also without a hit); ADP_E_INPUT a filter is not known; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_find(adp_session* session, adp_str words, const adp_search_options* options,
                                               adp_document** document);

/**
 * What is near a job or a competence in its framework, the nearest first, with the parts that make the answer. The
 * first question about the jobs of a framework compares all with all and takes seconds.
 * @param name     [in]  "rome:K1304", "rome:100003".
 * @param limit    [in]  at most so many; 0: 20.
 * @param document [out] "activateur/near/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_near(adp_session* session, adp_str name, size_t limit,
                                               adp_document** document);

/**
 * What corresponds to a job or a competence in the engine's other frameworks: what a framework says of another, then
 * candidates (same ISCO-08 group, same label), which are no equivalences.
 * @param document [out] "activateur/correspondences/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_correspondences(adp_session* session, adp_str name, size_t limit,
                                                          adp_document** document);

/**
 * Transversal, rare or emerging competences, with the figures and what chance would give.
 * @param kind     [in]  "transversal", "rare" or "emerging".
 * @param before   [in]  an earlier version of the framework; may be NULL.
 * @param limit    [in]  at most so many; 0: 20.
 * @param document [out] "activateur/detection/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT another kind; ADP_E_USAGE `before` is of another framework; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_detect(adp_session* session, const adp_framework* framework,
                                                 const adp_framework* before, adp_str kind, size_t limit,
                                                 adp_document** document);

/**
 * What changed from one version of a framework to the next.
 * @param limit    [in]  at most so many entries are listed, all are counted; 0: all.
 * @param document [out] "activateur/framework-difference/1", owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_difference(adp_session* session, const adp_framework* before,
                                                     const adp_framework* after, size_t limit, adp_document** document);

/**
 * Follows the names in a portfolio or a target from one version of a framework to a later one. Rewritten is what is
 * certain; what was split or withdrawn stays, with proposals.
 * @param given    [in]  "activateur/portfolio/1" or "activateur/target/1"; borrowed.
 * @param document [out] "activateur/migration/1": the document rewritten and each step explained; owned by the caller;
 *                       NULL on failure.
 * @return ADP_OK; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_migrate(adp_session* session, const adp_framework* before,
                                                  const adp_framework* after, const adp_document* given,
                                                  adp_document** document);

/**
 * What became of one competence or job.
 * @param code     [in]  its code in the earlier version, as "100003".
 * @param document [out] "activateur/migration/1" with one step, owned by the caller; NULL on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_framework_follow(adp_session* session, const adp_framework* before,
                                                 const adp_framework* after, adp_str code, adp_document** document);

/**
 * Which competence or job of the engine's frameworks an alignment of a badge means, and what corresponds to it.
 * @param alignment [in]  an Alignment of Open Badges 3.0 or 2.0: targetUrl, targetCode, targetFramework, targetName;
 *                        borrowed.
 * @param document  [out] "activateur/alignment/1", owned by the caller; NULL on failure.
 * @return ADP_OK (also when nothing is meant: the document says why); ADP_E_INPUT; ADP_E_USAGE; ADP_E_NOMEM.
 * Thread: [handle-exclusive] on the session.
 * Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_alignment_resolve(adp_session* session, const adp_document* alignment,
                                                  adp_document** document);

#define ADP_IDENTIFY_NO_PLUGINS 1u /* ask none of the loaded plugins */

typedef struct adp_identify_options {
  uint32_t struct_size;
  uint32_t flags;     /* ADP_IDENTIFY_* */
  uint64_t limit;     /* at most so many competences and so many jobs; 0: 20 */
  adp_str frameworks; /* ids, one a line; empty: all of the engine's */
  /* Of competences, one a line: know_how, soft_skill, knowledge, language, block; others are ADP_E_USAGE; empty: all.
   */
  adp_str kinds;
  adp_str plugins;           /* ids of loaded plugins to ask, one a line; empty: all that read texts */
  adp_text_reader_fn reader; /* the host's own, asked after the plugins; NULL: none */
  void* reader_data;         /* given to it */
  adp_str reader_name;       /* said with what it found; 1 to 128 bytes when there is a reader, not "words" */
} adp_identify_options;
#define ADP_IDENTIFY_OPTIONS_INIT                                              \
  {                                                                            \
    sizeof(adp_identify_options), 0, 0, {0, 0}, {0, 0}, {0, 0}, 0, 0, { 0, 0 } \
  }

/**
 * The competences and jobs that a person's or an adviser's own words speak of, with the words that led there, and how
 * sure that is. What the words deny is left out. Readers (text.h) add what they find: the surest finding of each entry
 * stands, and names who found it; a reader that fails, or proposes what is none, is told of in the document.
 * @param words    [in]  in French or English, at most 64 kB.
 * @param options  [in]  borrowed; NULL for defaults.
 * @param document [out] "activateur/identify/1", owned by the caller; NULL on failure.
 * @return ADP_OK (also when nothing is found, or a reader failed); ADP_E_LIMIT; ADP_E_CANCELLED; ADP_E_NOT_FOUND no
 * such plugin is loaded, or it reads no texts, or no such framework is used; ADP_E_USAGE; ADP_E_NOMEM. Thread:
 * [handle-exclusive] on the session; readers are called on this thread, before the call returns. Since: 0.3 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_text_identify(adp_session* session, adp_str words, const adp_identify_options* options,
                                              adp_document** document);

ADP_END

#endif
