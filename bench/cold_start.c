/* The least a host does for a first verdict: cold_start.py counts what it costs. usage: cold_start BADGE */
#include <activateur/activateur.h>
#include <stdio.h>

int main(int argc, char** argv) {
  static char bytes[1 << 20];
  adp_engine* engine = NULL;
  adp_session* session = NULL;
  adp_document* report = NULL;
  FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 2;
  adp_str badge = {bytes, fread(bytes, 1, sizeof bytes, file)};
  adp_str name = {argv[1], ADP_NUL};
  fclose(file);
  if (adp_engine_create(NULL, &engine) != ADP_OK || adp_session_create(engine, NULL, &session) != ADP_OK) return 3;
  if (adp_credential_verify(session, badge, name, NULL, &report) != ADP_OK) return 3;
  adp_document_destroy(report);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  return 0;
}
