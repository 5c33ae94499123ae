/* A test in plain C: what must hold, said where it is broken. */
#ifndef ACTIVATEUR_TESTS_CHECK_H
#define ACTIVATEUR_TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                     \
    }                                                                 \
  } while (0)

#define CHECK_TEXT(view, expected) \
  CHECK((view).len == strlen(expected) && memcmp((view).ptr, expected, (view).len) == 0)

#endif
