/* Compares a person with a job and prints what is recognised, presumed, to explore, to acquire.
 * usage: gap FRAMEWORK PORTFOLIO.json TARGET     (FRAMEWORK: a directory of ROME CSV files) */
#include <activateur/activateur.h>
#include <stdio.h>
#include <stdlib.h>

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

int main(int argc, char** argv) {
  static const char* const names[] = {"?", "recognised", "presumed", "to explore", "to acquire"};
  adp_engine* engine = NULL;
  adp_framework* rome = NULL;
  adp_document *portfolio = NULL, *gap = NULL;
  adp_session_options options = ADP_SESSION_OPTIONS_INIT;
  adp_coverage covered = ADP_COVERAGE_INIT;
  static char json[1 << 20];
  if (argc != 4) return 2;
  FILE* file = fopen(argv[2], "rb");
  if (!file) return 3;
  adp_str bytes = {json, fread(json, 1, sizeof json, file)};
  fclose(file);

  demand(adp_engine_create(NULL, &engine), "engine");
  options.language = text("en");
  demand(adp_session_create(engine, &options, &session), "session");
  demand(adp_framework_import(session, text(argv[1]), &rome), "framework");
  demand(adp_engine_use_framework(engine, rome), "framework");
  demand(adp_document_parse(session, bytes, text(argv[2]), &portfolio), "portfolio");
  demand(adp_gap_compute(session, portfolio, text(argv[3]), NULL, &gap), "gap");

  demand(adp_gap_coverage(gap, &covered), "coverage");
  printf("coverage: %.2f recognised, %.2f expected\n", covered.belief, covered.expectation);
  for (size_t i = 0; i < adp_gap_requirement_count(gap); ++i) {
    adp_requirement r = ADP_REQUIREMENT_INIT;
    demand(adp_gap_requirement_at(gap, i, &r), "requirement");
    printf("%-11s %.*s\n", names[r.state], (int)r.label.len, r.label.ptr);
  }
  adp_document_destroy(gap);
  adp_document_destroy(portfolio);
  adp_framework_destroy(rome);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  return 0;
}
