/* activateur/text.h - readers of texts: what a host's own reader (adp_identify_options) or a plugin
 * ("activateur.text/1" of plugin.h) is asked, and how it answers. A reader proposes; the library judges each proposal,
 * and merges what is sound with its own findings.
 */
#ifndef ACTIVATEUR_TEXT_H
#define ACTIVATEUR_TEXT_H

#include "activateur/types.h"

ADP_BEGIN

/* One text to read; borrowed during the call. */
typedef struct adp_text_question {
  uint32_t struct_size;
  uint32_t framework_count;
  adp_str text;              /* UTF-8, at most 65536 bytes, maybe empty; not NUL-terminated */
  adp_str language;          /* the session's, "fr" or "en"; the text may be in either */
  const adp_str* frameworks; /* ids of the frameworks whose entries are wanted, as "rome" */
  double least_confidence;   /* what is less sure is not used */
  int64_t reserved[4];
} adp_text_question;

/* A piece of the text, in bytes of UTF-8: begin < end <= length, each between two characters. Never grows. */
typedef struct adp_text_span {
  uint64_t begin;
  uint64_t end;
} adp_text_span;

/* One proposal. What it points to is the reader's, and must live until the reader is called again or let go. */
typedef struct adp_text_candidate {
  uint32_t struct_size; /* set by the caller; leave it */
  uint32_t span_count;  /* at most 32 */
  double confidence;    /* within 0..1: of such proposals, the share that is right */
  adp_str name;         /* of a competence or a job, "framework:code" as "rome:118069"; at most 128 bytes */
  /* The words that led there; NULL with 0. A proposal all of whose words the text denies ("jamais conduit de camion")
   * is left out, so say them. */
  const adp_text_span* spans;
  int64_t reserved[2];
} adp_text_candidate;

/**
 * Reads one text.
 * @param reader_data [in]  what the host gave beside the function.
 * @param candidates  [out] room for `capacity` proposals (at least 64), each with struct_size set and zeroes.
 * @param count       [out] how many were written, in any order; 0 when nothing is found.
 * @return ADP_OK, also when nothing is found; any other status: the document says that this reader failed, and the
 *         findings of the others stay.
 * A proposal is left out, and the document says so once a reader (`failures`, "identify.proposals"), when no framework
 * of the engine has its name, its confidence is not within 0..1, a span is not one, or a reserved field is not zero.
 * One whose name or kind was not asked for, or that is less sure than least_confidence, is left out silently. The same
 * text must always get the same answer. No exception may escape. Thread: the one that made the call; the session of
 * that call may not be used.
 */
typedef adp_status(ADP_CALL* adp_text_reader_fn)(void* reader_data, const adp_text_question* question,
                                                 adp_text_candidate* candidates, size_t capacity, size_t* count);

ADP_END

#endif
