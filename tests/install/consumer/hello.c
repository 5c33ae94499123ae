#include <activateur/activateur.h>
#include <stdio.h>

int main(void) {
  const adp_str version = adp_version_string();
  adp_engine* engine = NULL;
  if (adp_engine_create(NULL, &engine) != ADP_OK) return 1;
  adp_engine_destroy(engine);
  printf("%.*s\n", (int)version.len, version.ptr);
  return 0;
}
