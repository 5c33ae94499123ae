/* One engine, many threads: each with a session of its own, while frameworks are replaced. */
#include <activateur/activateur.h>
#include <pthread.h>
#include <stddef.h>

#include "check.h"

static adp_engine* engine;

static adp_str text(const char* s) {
  adp_str out = {s, ADP_NUL};
  return out;
}

/* A batch over two threads of its own, beside a live map. */
static void matched(adp_session* session, const adp_document* portfolio, int* failed) {
  adp_batch* batch = NULL;
  adp_live* live = NULL;
  adp_document* rows = NULL;
  adp_batch_options options = ADP_BATCH_OPTIONS_INIT;
  size_t moved = 0;
  int i;
  options.threads = 2;
  options.top = 3;
  options.at_ms = 1790000000000;
  if (adp_batch_create(session, &options, &batch) != ADP_OK || adp_live_create(session, &options, &live) != ADP_OK)
    ++*failed;
  for (i = 0; i < 8; ++i)
    if (adp_batch_add(session, batch, portfolio) != ADP_OK) ++*failed;
  if (adp_live_set(session, live, portfolio, &moved) != ADP_OK || moved == 0) ++*failed;
  if (adp_batch_take(session, batch, &rows) != ADP_OK) ++*failed;
  adp_document_destroy(rows);
  adp_batch_destroy(batch);
  adp_live_destroy(live);
}

static void* work(void* failed) {
  adp_session* session = NULL;
  adp_document *portfolio = NULL, *gap = NULL, *again = NULL;
  int i;
  if (adp_session_create(engine, NULL, &session) != ADP_OK) ++*(int*)failed;
  if (adp_document_parse(session, text("{\"holds_job\":\"rome:K1304\"}"), text(""), &portfolio) != ADP_OK)
    ++*(int*)failed;
  for (i = 0; i < 8; ++i) {
    adp_str one, two;
    adp_gap_options options = ADP_GAP_OPTIONS_INIT;
    options.at_ms = 1790000000000;
    if (adp_gap_compute(session, portfolio, text("rome:K1311"), &options, &gap) != ADP_OK) ++*(int*)failed;
    if (adp_gap_compute(session, portfolio, text("rome:K1311"), &options, &again) != ADP_OK) ++*(int*)failed;
    one = adp_document_json(gap);
    two = adp_document_json(again);
    if (one.len == 0 || one.len != two.len || memcmp(one.ptr, two.ptr, one.len) != 0) ++*(int*)failed;
    adp_document_destroy(gap);
    adp_document_destroy(again);
  }
  matched(session, portfolio, (int*)failed);
  adp_document_destroy(portfolio);
  adp_session_destroy(session);
  return NULL;
}

int main(void) {
  enum { threads = 4 };
  pthread_t running[threads];
  int failed[threads] = {0};
  int i;
  adp_session* session = NULL;
  adp_framework* rome = NULL;
  CHECK(adp_engine_create(NULL, &engine) == ADP_OK);
  CHECK(adp_session_create(engine, NULL, &session) == ADP_OK);
  CHECK(adp_framework_import(session, text(ROME_EXCERPT), &rome) == ADP_OK);
  CHECK(adp_engine_use_framework(engine, rome) == ADP_OK);
  for (i = 0; i < threads; ++i) CHECK(pthread_create(&running[i], NULL, work, &failed[i]) == 0);
  for (i = 0; i < 50; ++i) CHECK(adp_engine_use_framework(engine, rome) == ADP_OK);
  for (i = 0; i < threads; ++i) {
    CHECK(pthread_join(running[i], NULL) == 0);
    CHECK(failed[i] == 0);
  }
  adp_framework_destroy(rome);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  return failures != 0;
}
