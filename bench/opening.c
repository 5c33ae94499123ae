/* What opening compiled frameworks costs a host process: time, and memory of its own (not shared with others, as a
 * mapped file is). usage: opening FILE... */
#define _POSIX_C_SOURCE 200809L
#include <activateur/activateur.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 201
#define FILES 16

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Kilobytes written to and owned by this process alone. */
static long private_kilobytes(void) {
  char line[256];
  long sum = 0;
  FILE* file = fopen("/proc/self/smaps_rollup", "r");
  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, "Private_Dirty:", 14) == 0) sum += strtol(line + 14, NULL, 10);
  if (file != NULL) fclose(file);
  return sum;
}

static int compare(const void* a, const void* b) {
  const double x = *(const double*)a, y = *(const double*)b;
  return (x > y) - (x < y);
}

int main(int argc, char** argv) {
  double took[ROUNDS];
  long before, opened, searched;
  adp_engine* engine = NULL;
  adp_session* session = NULL;
  adp_document* found = NULL;
  const adp_str words = {"tenir une caisse", ADP_NUL};
  if (argc < 2 || argc > FILES) return 2;
  if (adp_engine_create(NULL, &engine) != ADP_OK || adp_session_create(engine, NULL, &session) != ADP_OK) return 3;
  before = private_kilobytes();
  for (int round = 0; round < ROUNDS; ++round) {
    adp_framework* opened_now[FILES] = {NULL};
    const double start = milliseconds();
    for (int i = 1; i < argc; ++i) {
      const adp_str path = {argv[i], ADP_NUL};
      if (adp_framework_open(session, path, &opened_now[i]) != ADP_OK) return 3;
    }
    took[round] = milliseconds() - start;
    for (int i = 1; i < argc; ++i) {
      if (round == ROUNDS - 1) adp_engine_use_framework(engine, opened_now[i]);
      adp_framework_destroy(opened_now[i]);
    }
  }
  opened = private_kilobytes();
  for (int i = 0; i < 20; ++i) {
    if (adp_framework_search(session, words, 20, &found) != ADP_OK) return 3;
    adp_document_destroy(found);
  }
  searched = private_kilobytes();
  printf("first opening %.3f ms, ", took[0]);
  qsort(took, ROUNDS, sizeof *took, compare);
  printf("median of %d %.3f ms; private memory %+ld kB, after searching %+ld kB\n", ROUNDS, took[ROUNDS / 2],
         opened - before, searched - before);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  return 0;
}
