/* A shared library that is no plugin. */
int activateur_test_no_entry(void);
int activateur_test_no_entry(void) { return 1; }
