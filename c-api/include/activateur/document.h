/* activateur/document.h - JSON documents: what every computation takes and gives.
 *
 * A document is an immutable JSON value. Its "schema" member, "activateur/<name>/<major>", says what it is;
 * docs/schemas has the JSON Schema of each. Parts are named by RFC 6901 JSON Pointers: "/results/0/verdict".
 */
#ifndef ACTIVATEUR_DOCUMENT_H
#define ACTIVATEUR_DOCUMENT_H

#include "activateur/engine.h"

ADP_BEGIN

typedef struct adp_document adp_document;

/**
 * Reads a JSON text: UTF-8, no duplicate member names, nested at most 64 deep, at most 64 MiB.
 * @param json     [in]  not kept.
 * @param name     [in]  how errors call the text, such as a file name; may be empty.
 * @param document [out] owned by the caller, adp_document_destroy; NULL on failure.
 * @return ADP_OK; ADP_E_INPUT (with line and column, or the pointer of the object that names a member twice);
 * ADP_E_LIMIT; ADP_E_USAGE; ADP_E_NOMEM. Thread: [handle-exclusive] on the session. Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_document_parse(adp_session* session, adp_str json, adp_str name,
                                               adp_document** document);

/**
 * @param document [in] may be NULL.
 * Thread: [handle-exclusive].
 * Since: 0.1 (ABI 1).
 */
ADP_API void ADP_CALL adp_document_destroy(adp_document* document);

/**
 * The document as JSON text on one line, members sorted by name: the same document, the same bytes.
 * @return borrowed from the document; empty for NULL.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_str ADP_CALL adp_document_json(const adp_document* document);

/**
 * The "schema" member.
 * @return borrowed from the document; empty when it has none.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_str ADP_CALL adp_document_schema(const adp_document* document);

/**
 * The string at a pointer.
 * @param text [out] borrowed from the document; empty on failure.
 * @return ADP_OK; ADP_E_NOT_FOUND nothing is there; ADP_E_INPUT it is no string, or the pointer is malformed;
 *         ADP_E_USAGE.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_document_text(const adp_document* document, adp_str pointer, adp_str* text);

/**
 * The number at a pointer; true and false are 1 and 0.
 * @return as adp_document_text.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_document_number(const adp_document* document, adp_str pointer, double* number);

/**
 * How many elements the array, or members the object, at a pointer has.
 * @return as adp_document_text.
 * Thread: [thread-safe].
 * Since: 0.1 (ABI 1).
 */
ADP_API adp_status ADP_CALL adp_document_count(const adp_document* document, adp_str pointer, size_t* count);

ADP_END

#endif
