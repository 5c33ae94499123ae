/* Keeps a person in a store: what she lived, her consent; then what her guide sees of it, against a job.
 * usage: store FRAMEWORK FILE TARGET     (FRAMEWORK: a directory of ROME CSV files; FILE: the store, made when absent)
 */
#include <activateur/activateur.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static adp_session* session;

static void demand(adp_status status, const char* what) {
  adp_error e = ADP_ERROR_INIT;
  if (status == ADP_OK) return;
  if (session) adp_session_last_error(session, &e);
  fprintf(stderr, "%s: %.*s\n", what, (int)e.message.len, e.message.ptr ? e.message.ptr : "");
  exit(3);
}

static adp_str text(const char* s) {
  adp_str out = {s, ADP_NUL};
  return out;
}

static adp_document* document(const char* json) {
  adp_document* out = NULL;
  demand(adp_document_parse(session, text(json), text("example"), &out), "document");
  return out;
}

/* A host keeps its key in a key store or a secret's file, never beside the store, and never in its code as here. */
static int32_t ADP_CALL host_key(void* user_data, uint8_t* key) {
  (void)user_data;
  memset(key, 42, 32);
  return 1;
}

int main(int argc, char** argv) {
  adp_engine* engine = NULL;
  adp_framework* rome = NULL;
  adp_store* store = NULL;
  adp_document *profile, *lived, *agreed, *person = NULL, *out = NULL, *portfolio = NULL, *gap = NULL;
  adp_session_options options = ADP_SESSION_OPTIONS_INIT;
  adp_store_options keys = ADP_STORE_OPTIONS_INIT;
  adp_actor herself = ADP_ACTOR_INIT, guide = ADP_ACTOR_INIT;
  adp_coverage covered = ADP_COVERAGE_INIT;
  if (argc != 4) return 2;

  demand(adp_engine_create(NULL, &engine), "engine");
  options.language = text("en");
  demand(adp_session_create(engine, &options, &session), "session");
  demand(adp_framework_import(session, text(argv[1]), &rome), "framework");
  demand(adp_engine_use_framework(engine, rome), "framework");
  keys.key_function = host_key;
  demand(adp_store_open(session, text(argv[2]), &keys, &store), "store");

  guide.role = ADP_ROLE_GUIDE;
  guide.id = text("guide-17");
  guide.organisation = text("local-mission");
  profile = document("{\"name\": \"Example\"}");
  demand(adp_store_add_person(session, store, &guide, profile, &person), "person");
  /* The id is hers: what she does herself, she does by it. */
  demand(adp_document_text(person, text("/id"), &herself.id), "id");

  lived = document(
      "{\"title\": \"Help at home\", \"kind\": \"volunteering\", \"months\": 24, \"hours_per_week\": 35,"
      " \"jobs\": [\"rome:K1304\"]}");
  demand(adp_store_add(session, store, &herself, herself.id, text("experience"), lived, &out), "experience");
  adp_document_destroy(out);

  /* Before she consents, her guide sees nothing; the attempt is in the journal. */
  if (adp_store_portfolio(session, store, &guide, herself.id, &portfolio) == ADP_E_DENIED)
    printf("her guide: not without her consent\n");
  agreed =
      document("{\"purpose\": \"accompaniment\", \"organisation\": \"local-mission\", \"text_version\": \"2026-01\"}");
  demand(adp_store_give_consent(session, store, &herself, herself.id, agreed, &out), "consent");
  adp_document_destroy(out);

  demand(adp_store_portfolio(session, store, &guide, herself.id, &portfolio), "portfolio");
  demand(adp_gap_compute(session, portfolio, text(argv[3]), NULL, &gap), "gap");
  demand(adp_gap_coverage(gap, &covered), "coverage");
  printf("coverage: %.2f recognised, %.2f expected\n", covered.belief, covered.expectation);

  adp_document_destroy(gap);
  adp_document_destroy(portfolio);
  adp_document_destroy(agreed);
  adp_document_destroy(lived);
  adp_document_destroy(profile);
  adp_document_destroy(person);
  adp_store_close(store);
  adp_framework_destroy(rome);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  return 0;
}
