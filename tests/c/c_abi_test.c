/* The C ABI as a host in plain C uses it: ownership, errors, struct growth, progress, cancellation. */
#include <activateur/activateur.h>
#include <stdlib.h>

#include "check.h"

static adp_str text(const char* s) {
  adp_str out = {s, ADP_NUL};
  return out;
}

static char* slurp(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = malloc(1 << 20);
  *size = file && bytes ? fread(bytes, 1, 1 << 20, file) : 0;
  if (file) fclose(file);
  return bytes;
}

static void versions(void) {
  CHECK(adp_abi_level() == ADP_ABI_LEVEL);
  CHECK(adp_version_string().len >= 5);
  CHECK_TEXT(adp_status_name(ADP_OK), "ok");
  CHECK_TEXT(adp_status_name(ADP_E_INPUT), "input");
  CHECK_TEXT(adp_status_name(ADP_E_INTERNAL), "internal");
  CHECK_TEXT(adp_status_name(-1000), "unknown");
  CHECK_TEXT(adp_status_name(1), "unknown");
}

static void null_arguments(void) {
  adp_bytes none = {NULL, 0};
  double number = 1;
  adp_engine_destroy(NULL);
  adp_session_destroy(NULL);
  adp_session_cancel(NULL);
  adp_document_destroy(NULL);
  adp_snapshot_destroy(NULL);
  adp_framework_destroy(NULL);
  adp_bytes_free(NULL);
  adp_bytes_free(&none);
  CHECK(adp_engine_create(NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_document_parse(NULL, text("{}"), text(""), NULL) == ADP_E_USAGE);
  CHECK(adp_document_json(NULL).len == 0);
  CHECK(adp_document_schema(NULL).len == 0);
  CHECK(adp_document_number(NULL, text(""), &number) == ADP_E_USAGE && number == 0);
  CHECK(adp_verification_verdict(NULL) == 0);
  CHECK(adp_verification_check_count(NULL) == 0);
  CHECK(adp_gap_requirement_count(NULL) == 0);
  CHECK(adp_plan_step_count(NULL) == 0);
}

static void sessions(adp_engine* engine) {
  struct {
    adp_session_options known;
    uint64_t later; /* a field this version does not know */
  } grown = {ADP_SESSION_OPTIONS_INIT, 0};
  adp_session_options options = ADP_SESSION_OPTIONS_INIT;
  adp_session* session = NULL;
  options.language = text("de");
  CHECK(adp_session_create(engine, &options, &session) == ADP_E_USAGE && session == NULL);
  options.language = text("en");
  options.flags = 1;
  CHECK(adp_session_create(engine, &options, &session) == ADP_E_USAGE && session == NULL);

  grown.known.struct_size = sizeof grown;
  CHECK(adp_session_create(engine, &grown.known, &session) == ADP_OK);
  adp_session_destroy(session);
  grown.later = 7;
  CHECK(adp_session_create(engine, &grown.known, &session) == ADP_E_USAGE && session == NULL);

  grown.known.struct_size = 8; /* an older, shorter struct */
  CHECK(adp_session_create(engine, &grown.known, &session) == ADP_OK);
  adp_session_destroy(session);
}

static void documents(adp_session* session) {
  adp_document* document = NULL;
  adp_str view;
  double number;
  size_t count;
  adp_error error = ADP_ERROR_INIT;
  CHECK(adp_document_parse(session, text("{\"b\":[1,true,\"\\u00e9\"],\"a/~\":{\"x\":-2.5},\"schema\":\"s/1\"}"),
                           text("t"), &document) == ADP_OK);
  CHECK_TEXT(adp_document_json(document), "{\"a/~\":{\"x\":-2.5},\"b\":[1,true,\"\xC3\xA9\"],\"schema\":\"s/1\"}");
  CHECK_TEXT(adp_document_schema(document), "s/1");
  CHECK(adp_document_text(document, text("/b/2"), &view) == ADP_OK);
  CHECK_TEXT(view, "\xC3\xA9");
  CHECK(adp_document_number(document, text("/a~1~0/x"), &number) == ADP_OK && number == -2.5);
  CHECK(adp_document_number(document, text("/b/1"), &number) == ADP_OK && number == 1);
  CHECK(adp_document_count(document, text(""), &count) == ADP_OK && count == 3);
  CHECK(adp_document_count(document, text("/b"), &count) == ADP_OK && count == 3);
  CHECK(adp_document_text(document, text("/b/3"), &view) == ADP_E_NOT_FOUND);
  CHECK(adp_document_text(document, text("/b/01"), &view) == ADP_E_NOT_FOUND);
  CHECK(adp_document_text(document, text("/b/0"), &view) == ADP_E_INPUT);
  CHECK(adp_document_text(document, text("b"), &view) == ADP_E_INPUT);
  CHECK(adp_document_text(document, text("/a~2"), &view) == ADP_E_INPUT);
  adp_document_destroy(document);

  CHECK(adp_document_parse(session, text("{\n  \"a\": 1,\n  \"a\": 2}"), text("twice.json"), &document) == ADP_E_INPUT);
  CHECK(document == NULL);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK(error.status == ADP_E_INPUT);
  CHECK_TEXT(error.code, "json.duplicate");
  CHECK_TEXT(error.source, "twice.json");
  CHECK(adp_document_parse(session, text("{\"a\": \n tru}"), text(""), &document) == ADP_E_INPUT);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.code, "json.syntax");
  CHECK(error.line == 2);
  CHECK(adp_document_parse(session, text("{}"), text(""), &document) == ADP_OK);
  CHECK(adp_session_last_error(session, &error) == ADP_OK && error.status == ADP_OK && error.message.len == 0);
  adp_document_destroy(document);

  { /* results are filled for older, shorter structs too */
    adp_error old;
    memset(&old, 0x55, sizeof old);
    old.struct_size = 24;
    CHECK(adp_session_last_error(session, &old) == ADP_OK);
    CHECK(old.status == ADP_OK && old.line == 0x5555555555555555);
  }
}

/* An embedded proof, a policy, a context of the host's, and several credentials at once. */
static void proofs_and_batches(adp_session* session, const adp_document* badge, const adp_bytes* key) {
  adp_str private_key = {key->ptr, key->len};
  adp_bytes proven = {NULL, 0};
  adp_document *policy = NULL, *context = NULL, *report = NULL;
  adp_credential_input inputs[3];
  adp_verify_options options = ADP_VERIFY_OPTIONS_INIT;
  adp_str told;
  options.at_ms = 1790000000000;
  CHECK(adp_credential_prove(session, badge, private_key, text(""), text("rot13"), &proven) == ADP_E_UNSUPPORTED);
  CHECK(adp_credential_prove(session, badge, private_key, text(""), text("ecdsa-rdfc-2019"), &proven) == ADP_E_INPUT);
  CHECK(adp_credential_prove(session, badge, private_key, text(""), text(""), &proven) == ADP_OK);
  inputs[0].bytes.ptr = proven.ptr;
  inputs[0].bytes.len = proven.len;
  inputs[0].name = text("first");
  inputs[1].bytes = text("no badge");
  inputs[1].name = text("second");
  inputs[2] = inputs[0];
  CHECK(adp_credentials_verify(session, inputs, 3, &options, &report) == ADP_OK);
  CHECK(adp_verification_verdict(report) == ADP_VALID);
  CHECK(adp_document_text(report, text("/results/0/binding"), &told) == ADP_OK);
  CHECK_TEXT(told, "self-asserted");
  CHECK(adp_document_text(report, text("/results/1/verdict"), &told) == ADP_OK);
  CHECK_TEXT(told, "invalid");
  CHECK(adp_document_text(report, text("/results/2/verdict"), &told) == ADP_OK);
  CHECK_TEXT(told, "valid");
  adp_document_destroy(report);
  CHECK(adp_credentials_verify(session, NULL, 0, NULL, &report) == ADP_OK);
  CHECK(adp_verification_verdict(report) == 0);
  adp_document_destroy(report);
  CHECK(adp_credentials_verify(session, NULL, 1, NULL, &report) == ADP_E_USAGE && report == NULL);
  options.fetched_from = text("https://school.example/badges/1");
  CHECK(adp_credentials_verify(session, inputs, 1, &options, &report) == ADP_E_USAGE);
  options.fetched_from = text("");

  CHECK(adp_document_parse(session, text("{\"schema\":\"activateur/verification-policy/1\",\"require_trusted\":true}"),
                           text("policy"), &policy) == ADP_OK);
  options.policy = policy;
  CHECK(adp_credential_verify(session, inputs[0].bytes, text(""), &options, &report) == ADP_OK);
  CHECK(adp_verification_verdict(report) == ADP_INDETERMINATE);
  adp_document_destroy(report);
  options.policy = badge;
  CHECK(adp_credential_verify(session, inputs[0].bytes, text(""), &options, &report) == ADP_E_INPUT);
  options.policy = NULL;
  options.reserved = 1;
  CHECK(adp_credential_verify(session, inputs[0].bytes, text(""), &options, &report) == ADP_E_USAGE);

  CHECK(adp_document_parse(session, text("{\"@context\":{}}"), text(""), &context) == ADP_OK);
  CHECK(adp_context_add(session, text(""), context) == ADP_E_USAGE);
  CHECK(adp_context_add(session, text("https://school.example/terms"), context) == ADP_OK);
  adp_document_destroy(context);
  adp_document_destroy(policy);
  adp_bytes_free(&proven);
}

static void credentials(adp_session* session) {
  adp_bytes key = {NULL, 0}, jws = {NULL, 0};
  adp_document *open = NULL, *badge = NULL, *report = NULL;
  adp_check check = ADP_CHECK_INIT;
  adp_verify_options options = ADP_VERIFY_OPTIONS_INIT;
  adp_str did, view;
  char json[2048];
  CHECK(adp_key_generate(session, text("morse"), &key) == ADP_E_UNSUPPORTED && key.ptr == NULL);
  CHECK(adp_key_generate(session, text("ed25519"), &key) == ADP_OK);
  view.ptr = key.ptr;
  view.len = key.len;
  CHECK(adp_key_public(session, view, &open) == ADP_OK);
  CHECK(adp_document_text(open, text("/did"), &did) == ADP_OK);
  snprintf(
      json, sizeof json,
      "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
      "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
      "\"id\":\"https://school.example/badges/1\",\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"],"
      "\"issuer\":{\"id\":\"%.*s\",\"type\":[\"Profile\"],\"name\":\"A school\"},"
      "\"validFrom\":\"2026-01-01T00:00:00Z\",\"name\":\"A badge\",\"credentialSubject\":{\"id\":\"did:example:p\","
      "\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"https://school.example/a\","
      "\"type\":[\"Achievement\"],\"name\":\"A badge\",\"description\":\"Done\","
      "\"criteria\":{\"narrative\":\"Do it\"}}}}",
      (int)did.len, did.ptr);
  CHECK(adp_document_parse(session, text(json), text("badge"), &badge) == ADP_OK);
  CHECK(adp_credential_issue(session, badge, view, text(""), &jws) == ADP_OK);
  view.ptr = jws.ptr;
  view.len = jws.len;
  options.at_ms = 1790000000000; /* September 2026 */
  CHECK(adp_credential_verify(session, view, text("badge.jwt"), &options, &report) == ADP_OK);
  CHECK_TEXT(adp_document_schema(report), "activateur/verification/1");
  CHECK(adp_verification_verdict(report) == ADP_VALID);
  CHECK(adp_verification_check_count(report) > 3);
  CHECK(adp_verification_check_at(report, 0, &check) == ADP_OK && check.verdict == ADP_VALID && check.message.len > 0);
  CHECK(adp_verification_check_at(report, 10000, &check) == ADP_E_NOT_FOUND);
  adp_document_destroy(report);

  jws.ptr[jws.len - 10] = jws.ptr[jws.len - 10] == 'A' ? 'B' : 'A'; /* inside the signature: forged */
  CHECK(adp_credential_verify(session, view, text(""), &options, &report) == ADP_OK);
  CHECK(adp_verification_verdict(report) == ADP_INVALID);
  adp_document_destroy(report);
  CHECK(adp_credential_verify(session, text("neither badge nor picture"), text(""), NULL, &report) == ADP_E_INPUT);
  CHECK(report == NULL);
  proofs_and_batches(session, badge, &key);
  adp_document_destroy(badge);
  adp_document_destroy(open);
  adp_bytes_free(&jws);
  adp_bytes_free(&key);
  CHECK(key.ptr == NULL && key.len == 0);
}

static int32_t ADP_CALL stop_at_once(void* user_data, uint64_t done, uint64_t total) {
  (void)done;
  (void)total;
  ++*(int*)user_data;
  return 0;
}

typedef struct reader_state {
  adp_status answers;
  double confidence;
  int calls;
} reader_state;

static adp_status ADP_CALL read_text(void* data, const adp_text_question* question, adp_text_candidate* candidates,
                                     size_t capacity, size_t* count) {
  static const adp_text_span words = {0, 3};
  reader_state* state = data;
  state->calls++;
  CHECK(question->struct_size == sizeof *question && question->text.len == 3 && capacity >= 64);
  CHECK(question->framework_count == 1);
  CHECK_TEXT(question->frameworks[0], "rome");
  CHECK_TEXT(question->language, "fr");
  candidates[0].name = text("rome:118069");
  candidates[0].confidence = state->confidence;
  candidates[0].spans = &words;
  candidates[0].span_count = 1;
  *count = 1;
  return state->answers;
}

static void own_reader(adp_session* session) {
  adp_identify_options options = ADP_IDENTIFY_OPTIONS_INIT;
  struct {
    uint32_t struct_size;
    uint32_t flags;
    uint64_t limit;
    adp_str frameworks, kinds;
  } first = {48, 0, 0, {0, 0}, {0, 0}}; /* the struct as it was before it had readers */
  reader_state state = {ADP_OK, 0.5, 0};
  adp_document* found = NULL;
  adp_str value;
  double number;
  options.reader = read_text;
  options.reader_data = &state;
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_USAGE && found == NULL);
  options.reader_name = text("words");
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_USAGE && found == NULL);
  options.reader_name = text("a model");
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_OK && state.calls == 1);
  CHECK(adp_document_text(found, text("/competences/0/source"), &value) == ADP_OK);
  CHECK_TEXT(value, "a model");
  CHECK(adp_document_text(found, text("/competences/0/id"), &value) == ADP_OK);
  CHECK_TEXT(value, "rome:118069");
  CHECK(adp_document_text(found, text("/competences/0/spans/0/text"), &value) == ADP_OK);
  CHECK_TEXT(value, "xyz");
  CHECK(adp_document_number(found, text("/sources/0/proposals"), &number) == ADP_OK && number == 1);
  adp_document_destroy(found);

  state.confidence = 50; /* a percentage */
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_OK);
  CHECK(adp_document_text(found, text("/failures/0/code"), &value) == ADP_OK);
  CHECK_TEXT(value, "identify.proposals");
  adp_document_destroy(found);
  state.answers = ADP_E_IO;
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_OK);
  CHECK(adp_document_text(found, text("/failures/0/code"), &value) == ADP_OK);
  CHECK_TEXT(value, "identify.reader_failed");
  adp_document_destroy(found);

  options.plugins = text("org.example.none");
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_NOT_FOUND && found == NULL);
  options.flags = ADP_IDENTIFY_NO_PLUGINS;
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_OK);
  adp_document_destroy(found);
  options.flags = 2;
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_USAGE && found == NULL);
  options.flags = 0;
  options.plugins = text("");
  options.kinds = text("know_how\nknow-how");
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_USAGE && found == NULL);
  options.kinds = text("know_how");
  options.frameworks = text("rom");
  CHECK(adp_text_identify(session, text("xyz"), &options, &found) == ADP_E_NOT_FOUND && found == NULL);
  state.calls = 0;
  CHECK(adp_text_identify(session, text("xyz"), (const adp_identify_options*)(const void*)&first, &found) == ADP_OK);
  CHECK(state.calls == 0);
  adp_document_destroy(found);
}

static void from_the_web(adp_session* session) {
  static const char list[] = "https://case.example/ims/case/v1p0/CFDocuments?limit=100&offset=0";
  static const char package[] = "https://case.example/ims/case/v1p0/CFPackages/a";
  adp_import_options options = ADP_IMPORT_OPTIONS_INIT;
  adp_snapshot* served = NULL;
  adp_framework* framework = NULL;
  adp_document* report = NULL;
  CHECK(adp_framework_import_with(session, text(package), NULL, &framework, &report) == ADP_E_NOT_FOUND);
  CHECK(framework == NULL && report == NULL);
  CHECK(adp_snapshot_create(session, &served) == ADP_OK);
  CHECK(adp_snapshot_add(session, served, text(list),
                         text("{\"CFDocuments\":[{\"identifier\":\"a\",\"title\":\"A\"}]}"), 200) == ADP_OK);
  CHECK(adp_snapshot_add(session, served, text(package),
                         text("{\"CFDocument\":{\"identifier\":\"a\",\"title\":\"A\"},"
                              "\"CFItems\":[{\"identifier\":\"i\",\"fullStatement\":\"Arroser\"}]}"),
                         200) == ADP_OK);
  options.snapshot = served;
  CHECK(adp_framework_import_with(session, text("https://case.example/ims/case/v1p0"), &options, &framework, &report) ==
        ADP_OK);
  CHECK(framework == NULL);
  CHECK_TEXT(adp_document_schema(report), "activateur/import/1");
  adp_document_destroy(report);
  CHECK(adp_framework_import_with(session, text(package), &options, &framework, &report) == ADP_OK &&
        framework != NULL);
  adp_document_destroy(report);
  adp_framework_destroy(framework);
  CHECK(adp_snapshot_add(session, served, text("case.example/a"), text("{}"), 200) == ADP_E_USAGE);
  CHECK(adp_snapshot_add(session, served, text("https://case.example/a#b"), text("{}"), 200) == ADP_E_USAGE);
  adp_snapshot_destroy(served);
}

/* What a caller gives may stand in sentences, in the language of the session; the sentences are UTF-8 all the same. */
static void sentences(adp_engine* engine, adp_session* session) {
  adp_session_options options = ADP_SESSION_OPTIONS_INIT;
  adp_session* english = NULL;
  adp_error error = ADP_ERROR_INIT;
  adp_document* out = NULL;
  adp_framework* framework = NULL;
  const adp_str cut = {"us\0zz", 5};
  CHECK(adp_document_parse(session, text("{}"), text("no\xffpe"), &out) == ADP_E_USAGE && out == NULL);
  CHECK(adp_framework_open(session, text("no\xffpe"), &framework) == ADP_E_NOT_FOUND && framework == NULL);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.source, "no\xEF\xBF\xBDpe");
  CHECK(error.message.len > 0 && memchr(error.message.ptr, 0xff, error.message.len) == NULL);
  CHECK(adp_framework_open(session, cut, &framework) == ADP_E_USAGE && framework == NULL);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.message,
             "L'appel n'est pas correct : path est NULL ou vide, ou contient un NUL. Voyez le commentaire de "
             "l'en-t\xC3\xAAte.");
  options.language = text("en");
  CHECK(adp_session_create(engine, &options, &english) == ADP_OK);
  CHECK(adp_framework_open(english, text(""), &framework) == ADP_E_USAGE);
  CHECK(adp_session_last_error(english, &error) == ADP_OK);
  CHECK_TEXT(error.message,
             "The call is not right: path is NULL or empty, or has a NUL inside. See the header's comment.");
  adp_session_destroy(english);
  options.now_ms = INT64_MAX;
  CHECK(adp_session_create(engine, &options, &english) == ADP_E_USAGE && english == NULL);
}

static void territories(adp_session* session) {
  adp_territory_import_options options = ADP_TERRITORY_IMPORT_OPTIONS_INIT;
  adp_document *territory = NULL, *report = NULL;
  const adp_str demo = text(DEMO_TERRITORY), nowhere = text("/nowhere/at/all");
  CHECK(adp_territory_import(session, &nowhere, 1, NULL, &territory, &report) == ADP_E_NOT_FOUND);
  CHECK(territory == NULL && report == NULL);
  CHECK(adp_territory_import(session, &demo, 0, NULL, &territory, &report) == ADP_E_USAGE);
  CHECK(adp_territory_import(session, NULL, 1, NULL, &territory, &report) == ADP_E_USAGE);
  CHECK(adp_territory_import(NULL, &demo, 1, NULL, &territory, &report) == ADP_E_USAGE);
  options.flags = 1u << 31;
  CHECK(adp_territory_import(session, &demo, 1, &options, &territory, &report) == ADP_E_USAGE);
  options.flags = ADP_TERRITORY_FROM_POINT;
  options.latitude = 91;
  CHECK(adp_territory_import(session, &demo, 1, &options, &territory, &report) == ADP_E_USAGE);
  options.latitude = 48;
  options.id = text("val");
  CHECK(adp_territory_import(session, &demo, 1, &options, &territory, &report) == ADP_OK);
  CHECK_TEXT(adp_document_schema(territory), "activateur/territory/1");
  CHECK_TEXT(adp_document_schema(report), "activateur/territory-import/1");
  adp_document_destroy(territory);
  adp_document_destroy(report);
}

static void frameworks(adp_session* session) {
  adp_framework *rome = NULL, *other = NULL;
  adp_import_options options = ADP_IMPORT_OPTIONS_INIT;
  adp_search_options search = ADP_SEARCH_OPTIONS_INIT;
  adp_document *report = NULL, *found = NULL, *alignment = NULL;
  CHECK(adp_framework_import_with(session, text("/nowhere/at/all"), NULL, &rome, &report) == ADP_E_NOT_FOUND);
  CHECK(rome == NULL && report == NULL);
  options.flags = 1u << 31;
  CHECK(adp_framework_import_with(session, text(ROME_EXCERPT), &options, &rome, &report) == ADP_E_USAGE);
  options.flags = 0;
  options.version = text("61");
  CHECK(adp_framework_import_with(session, text(ROME_EXCERPT), NULL, &rome, &report) == ADP_OK && rome != NULL);
  CHECK_TEXT(adp_document_schema(report), "activateur/import/1");
  adp_document_destroy(report);
  options.before = rome;
  CHECK(adp_framework_import_with(session, text(ROME_EXCERPT), &options, &other, &report) == ADP_OK);
  from_the_web(session);
  CHECK(adp_framework_check(session, other) == ADP_OK);
  CHECK(adp_framework_check(session, NULL) == ADP_E_USAGE);

  CHECK(adp_framework_difference(session, rome, other, 0, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/framework-difference/1");
  adp_document_destroy(found);
  CHECK(adp_framework_follow(session, rome, other, text("118069"), &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/migration/1");
  adp_document_destroy(found);
  CHECK(adp_framework_follow(session, rome, other, text("0"), &found) == ADP_E_NOT_FOUND && found == NULL);
  CHECK(adp_document_parse(session, text("{\"holds_job\":\"rome:K1302\"}"), text("p"), &alignment) == ADP_OK);
  CHECK(adp_framework_migrate(session, rome, other, alignment, &found) == ADP_OK);
  adp_document_destroy(found);
  adp_document_destroy(alignment);
  CHECK(adp_framework_detect(session, rome, NULL, text("rare"), 5, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/detection/1");
  adp_document_destroy(found);
  CHECK(adp_framework_detect(session, rome, NULL, text("odd"), 5, &found) == ADP_E_INPUT && found == NULL);
  CHECK(adp_framework_export(session, rome, text("odd"), text(""), text("/nowhere")) == ADP_E_UNSUPPORTED);

  CHECK(adp_framework_near(session, text("rome:K1302"), 3, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/near/1");
  adp_document_destroy(found);
  CHECK(adp_framework_near(session, text("rome:Z9999"), 3, &found) == ADP_E_NOT_FOUND && found == NULL);
  CHECK(adp_framework_correspondences(session, text("rome:118069"), 0, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/correspondences/1");
  adp_document_destroy(found);
  search.filters = text("type=competence");
  CHECK(adp_framework_find(session, text("caisse"), &search, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/search/1");
  adp_document_destroy(found);
  search.filters = text("colour=red");
  CHECK(adp_framework_find(session, text("caisse"), &search, &found) == ADP_E_INPUT && found == NULL);
  CHECK(adp_text_identify(session, text("j'ai tenu la caisse"), NULL, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/identify/1");
  adp_document_destroy(found);
  own_reader(session);
  CHECK(adp_document_parse(session, text("{\"targetCode\":\"rome:118069\"}"), text("a"), &alignment) == ADP_OK);
  CHECK(adp_alignment_resolve(session, alignment, &found) == ADP_OK);
  CHECK_TEXT(adp_document_schema(found), "activateur/alignment/1");
  adp_document_destroy(found);
  adp_document_destroy(alignment);
  adp_document_destroy(report);
  adp_framework_destroy(rome);
  adp_framework_destroy(other);
}

static void batches(adp_engine* engine, adp_session* session, const adp_document* portfolio) {
  adp_batch_options options = ADP_BATCH_OPTIONS_INIT;
  adp_session_options hasty_options = ADP_SESSION_OPTIONS_INIT;
  adp_session* hasty = NULL;
  adp_batch* batch = NULL;
  adp_document *targets = NULL, *result = NULL;
  struct ArrowSchema schema;
  struct ArrowArray array;
  double number = 0;
  size_t added = 0;
  int calls = 0;
  adp_status status;
  CHECK(adp_batch_create(session, NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_batch_add(session, NULL, portfolio) == ADP_E_USAGE);
  CHECK(adp_batch_waiting(NULL) == 0);
  adp_batch_destroy(NULL);
  options.flags = 1;
  CHECK(adp_batch_create(session, &options, &batch) == ADP_E_USAGE && batch == NULL);
  options.flags = 0;
  options.threads = 257;
  CHECK(adp_batch_create(session, &options, &batch) == ADP_E_USAGE && batch == NULL);
  options.threads = 0;
  CHECK(adp_document_parse(session, text("{\"targets\":[\"rome:NONE\"]}"), text("t"), &targets) == ADP_OK);
  options.targets = targets;
  CHECK(adp_batch_create(session, &options, &batch) == ADP_E_NOT_FOUND && batch == NULL);
  options.targets = NULL;
  options.top = 2;
  options.memory_bytes = 100000;
  options.threads = 2;
  CHECK(adp_batch_create(session, &options, &batch) == ADP_OK);
  adp_document_destroy(targets); /* the batch has read it */
  while ((status = adp_batch_add(session, batch, portfolio)) == ADP_OK && added < 10000) ++added;
  CHECK(status == ADP_E_LIMIT && added > 0 && adp_batch_waiting(batch) == added);

  hasty_options.progress = stop_at_once;
  hasty_options.user_data = &calls;
  CHECK(adp_session_create(engine, &hasty_options, &hasty) == ADP_OK);
  CHECK(adp_batch_take(hasty, batch, &result) == ADP_E_CANCELLED && result == NULL);
  CHECK(adp_batch_waiting(batch) == added);
  adp_session_destroy(hasty);

  CHECK(adp_batch_take(session, batch, &result) == ADP_OK);
  CHECK_TEXT(adp_document_schema(result), "activateur/batch/1");
  CHECK(adp_document_number(result, text("/persons/0/targets/1/expectation"), &number) == ADP_OK && number > 0);
  CHECK(adp_batch_waiting(batch) == 0);
  adp_document_destroy(result);
  CHECK(adp_batch_add(session, batch, portfolio) == ADP_OK);
  CHECK(adp_batch_take_arrow(session, batch, NULL, &array) == ADP_E_USAGE && array.release == NULL);
  CHECK(adp_batch_take_arrow(session, batch, &schema, &array) == ADP_OK);
  adp_batch_destroy(batch);
  CHECK(array.length == 2 && array.n_children == 9 && array.n_children == schema.n_children);
  CHECK(strcmp(schema.format, "+s") == 0 && strcmp(schema.children[0]->name, "position") == 0);
  CHECK(((const uint64_t*)array.children[0]->buffers[1])[1] == added);
  schema.release(&schema);
  array.release(&array);
  CHECK(schema.release == NULL && array.release == NULL);
}

static void live_maps(adp_session* session, const adp_document* portfolio) {
  adp_live* live = NULL;
  adp_document* holder = NULL;
  adp_live_target target = ADP_LIVE_TARGET_INIT;
  adp_coverage value = ADP_COVERAGE_INIT;
  struct {
    adp_coverage known;
    uint64_t later;
  } grown = {ADP_COVERAGE_INIT, 0};
  size_t moved = 0;
  CHECK(adp_live_create(session, NULL, NULL) == ADP_E_USAGE);
  adp_live_destroy(NULL);
  CHECK(adp_live_count(NULL) == 0 && adp_live_at(NULL, 0, &target) == ADP_E_USAGE);
  CHECK(adp_live_create(session, NULL, &live) == ADP_OK && adp_live_count(live) > 0);
  CHECK(adp_live_set(session, live, portfolio, &moved) == ADP_OK && moved > 0);
  CHECK(adp_document_parse(session, text("{\"holds_job\":\"rome:K1304\"}"), text("p"), &holder) == ADP_OK);
  CHECK(adp_live_set(session, live, holder, &moved) == ADP_OK && moved > 0);
  CHECK(adp_live_moved_at(live, moved, &target) == ADP_E_NOT_FOUND);
  CHECK(adp_live_moved_at(live, 0, &target) == ADP_OK && target.id.len > 0 && target.zone >= ADP_ZONE_NOW);
  value.expectation = 0.5;
  value.plausibility = 0.4; /* below the expectation */
  CHECK(adp_live_change(session, live, text("rome:115131"), &value, &moved) == ADP_E_INPUT && moved == 0);
  value.plausibility = 1;
  CHECK(adp_live_change(session, live, text("rome:115131"), &value, &moved) == ADP_OK && moved > 0);
  CHECK(adp_live_set(session, live, holder, &moved) == ADP_OK && moved > 0);
  CHECK(adp_live_set(session, live, holder, &moved) == ADP_OK && moved == 0);
  CHECK(adp_live_change(session, live, text("rome:0"), &value, NULL) == ADP_E_NOT_FOUND);
  grown.known = value; /* of a later version: what it adds is zero, or is refused */
  grown.known.struct_size = sizeof grown;
  CHECK(adp_live_change(session, live, text("rome:115131"), &grown.known, NULL) == ADP_OK);
  grown.later = 1;
  CHECK(adp_live_change(session, live, text("rome:115131"), &grown.known, NULL) == ADP_E_USAGE);
  adp_document_destroy(holder);
  adp_live_destroy(live);
}

static void groups(adp_session* session) {
  adp_document *persons = NULL, *policy = NULL, *report = NULL;
  adp_gap_options options = ADP_GAP_OPTIONS_INIT;
  double number = 0;
  CHECK(adp_document_parse(session, text("{\"portfolios\":[{},{\"holds_job\":\"rome:K1304\"},{\"no\":1}]}"), text("g"),
                           &persons) == ADP_OK);
  CHECK(adp_gap_compute_group(session, persons, text("rome:K1304"), &options, &report) == ADP_OK);
  CHECK_TEXT(adp_document_schema(report), "activateur/group-gap/1");
  CHECK(adp_document_number(report, text("/persons"), &number) == ADP_OK && number == 2);
  CHECK(adp_document_number(report, text("/failures/0/position"), &number) == ADP_OK && number == 2);
  CHECK(adp_document_number(report, text("/coverage/belief"), &number) != ADP_OK); /* two persons: nothing is said */
  adp_document_destroy(report);
  CHECK(adp_document_parse(session, text("{\"id\":\"own\",\"version\":\"1\",\"gap\":{\"aggregate_threshold\":0}}"),
                           text("p"), &policy) == ADP_OK);
  options.policy = policy;
  CHECK(adp_gap_compute_group(session, persons, text("rome:K1304"), &options, &report) == ADP_OK);
  CHECK(adp_document_number(report, text("/requirements/0/counts/recognised"), &number) == ADP_OK && number == 1);
  adp_document_destroy(report);
  CHECK(adp_gap_compute_group(session, NULL, text("rome:K1304"), NULL, &report) == ADP_E_USAGE && report == NULL);
  adp_document_destroy(persons);
  CHECK(adp_document_parse(session, text("{\"portfolios\":3}"), text("g"), &persons) == ADP_OK);
  CHECK(adp_gap_compute_group(session, persons, text("rome:K1304"), NULL, &report) == ADP_E_INPUT && report == NULL);
  adp_document_destroy(policy);
  adp_document_destroy(persons);
}

static void map_questions(adp_session* session, const adp_document* portfolio) {
  adp_gap_options options = ADP_GAP_OPTIONS_INIT;
  adp_document *explained = NULL, *change = NULL, *territory = NULL;
  adp_bytes picture = {NULL, 0};
  double number = 0;
  options.flags = ADP_MAP_COMPETENCES_ONLY;
  options.top = 2;
  CHECK(adp_map_explain(session, portfolio, text("rome:K1304"), &options, &explained) == ADP_OK);
  CHECK_TEXT(adp_document_schema(explained), "activateur/map-target/1");
  CHECK(adp_document_number(explained, text("/target/expectation"), &number) == ADP_OK && number > 0);
  adp_document_destroy(explained);
  CHECK(adp_map_explain(session, portfolio, text("rome:Z9999"), NULL, &explained) == ADP_E_NOT_FOUND && !explained);
  CHECK(adp_map_explain(session, NULL, text("rome:K1304"), NULL, &explained) == ADP_E_USAGE);
  CHECK(adp_map_explain(session, portfolio, text("rome:K1304"), NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_map_doors(session, portfolio, text("rome:120684"), &options, &change) == ADP_OK);
  CHECK_TEXT(adp_document_schema(change), "activateur/map-change/1");
  adp_document_destroy(change);
  CHECK(adp_map_doors(session, portfolio, text("{}"), NULL, &change) == ADP_E_INPUT && change == NULL);
  CHECK(adp_map_render(session, portfolio, text("rome:120684"), &options, &picture) == ADP_OK && picture.len > 1000);
  CHECK(picture.ptr[picture.len] == '\0' && strncmp((const char*)picture.ptr, "<!DOCTYPE html>", 15) == 0);
  adp_bytes_free(&picture);
  CHECK(adp_map_render(session, portfolio, text(""), NULL, &picture) == ADP_OK && picture.len > 1000);
  adp_bytes_free(&picture);
  CHECK(adp_map_render(session, NULL, text(""), NULL, &picture) == ADP_E_USAGE && picture.ptr == NULL);
  CHECK(adp_map_doors_render(session, portfolio, text("rome:120684"), &options, &picture) == ADP_OK);
  CHECK(strncmp((const char*)picture.ptr, "<svg ", 5) == 0);
  adp_bytes_free(&picture);
  CHECK(adp_map_doors_render(session, portfolio, text("rome:1"), NULL, &picture) == ADP_E_NOT_FOUND && !picture.len);
  CHECK(adp_map_doors_render(session, portfolio, text("rome:120684"), NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_map_compare(session, portfolio, portfolio, NULL, &change) == ADP_OK);
  CHECK(adp_document_number(change, text("/counts/easier"), &number) == ADP_OK && number == 0);
  adp_document_destroy(change);
  CHECK(adp_map_compare(session, NULL, portfolio, NULL, &change) == ADP_E_USAGE);
  options.flags = 2;
  CHECK(adp_map_compute(session, portfolio, &options, &change) == ADP_E_USAGE && change == NULL);
  options.flags = 0;
  CHECK(adp_document_parse(session, text("{\"id\":\"t\",\"name\":\"T\"}"), text("t"), &territory) == ADP_OK);
  options.territory = territory;
  CHECK(adp_map_compute(session, portfolio, &options, &change) == ADP_OK);
  CHECK(adp_document_number(change, text("/targets/0/reach/unserved"), &number) == ADP_OK);
  adp_document_destroy(change);
  CHECK(adp_gap_compute(session, portfolio, text("rome:K1304"), &options, &change) == ADP_E_USAGE); /* maps only */
  adp_document_destroy(territory);
}

/* A plan followed by hand: begun, recorded, planned from now on, reminded of. */
static void with_its_page(adp_session* session, const adp_document* portfolio, adp_str target,
                          const adp_document* territory, const adp_document* computed) {
  adp_plan_options options = ADP_PLAN_OPTIONS_INIT;
  adp_document* plan = NULL;
  adp_bytes html = {NULL, 0}, alone = {NULL, 0};
  double number;
  options.at_ms = 1790000000000; /* 2026-09-21 */
  CHECK(adp_plan_report(session, portfolio, target, territory, &options, &plan, &html) == ADP_OK);
  CHECK_TEXT(adp_document_json(plan), adp_document_json(computed).ptr);
  CHECK(adp_report_render(session, portfolio, target, territory, &options, &alone) == ADP_OK);
  CHECK(html.len == alone.len && html.len > 1000 && memcmp(html.ptr, alone.ptr, html.len) == 0);
  adp_bytes_free(&alone);
  adp_bytes_free(&html);
  adp_document_destroy(plan);
  options.flags = ADP_PLAN_ALTERNATIVES;
  CHECK(adp_plan_report(session, portfolio, target, territory, &options, &plan, &html) == ADP_OK);
  CHECK(adp_document_number(plan, text("/alternatives/0/cost_euros"), &number) == ADP_OK);
  adp_bytes_free(&html);
  adp_document_destroy(plan);
  CHECK(adp_plan_report(session, portfolio, target, NULL, &options, &plan, &html) == ADP_E_USAGE);
  CHECK(adp_plan_report(session, portfolio, target, territory, &options, NULL, &html) == ADP_E_USAGE);
  CHECK(adp_plan_report(session, portfolio, target, territory, &options, &plan, NULL) == ADP_E_USAGE);
  CHECK(adp_plan_report(session, portfolio, text("rome:Z9999"), territory, &options, &plan, &html) == ADP_E_NOT_FOUND);
  CHECK(plan == NULL && html.ptr == NULL);
}

static void following(adp_session* session, const adp_document* portfolio) {
  const char* offered =
      "{\"schema\":\"activateur/territory/1\",\"id\":\"t\",\"name\":\"T\",\"opportunities\":["
      "{\"id\":\"course\",\"title\":\"Course\",\"kind\":\"training\",\"teaches\":[\"rome:300412\"],\"hours\":4,"
      "\"sessions\":[\"2026-10-05\",\"2026-11-02\"]}]}";
  const char* wanted =
      "{\"schema\":\"activateur/target/1\",\"id\":\"post\",\"kind\":\"vacancy\",\"label\":\"Post\","
      "\"requirements\":[{\"competence\":\"rome:300412\"}]}";
  const int64_t at = 1790000000000; /* 2026-09-21 */
  adp_document *territory = NULL, *plan = NULL, *followed = NULL, *agreed = NULL, *again = NULL, *list = NULL;
  adp_plan_options options = ADP_PLAN_OPTIONS_INIT;
  adp_step_event event = ADP_STEP_EVENT_INIT;
  adp_str evidence, told;
  double number;
  options.at_ms = at;
  CHECK(adp_document_parse(session, text(offered), text(""), &territory) == ADP_OK);
  CHECK(adp_plan_compute(session, portfolio, text(wanted), territory, &options, &plan) == ADP_OK);
  CHECK(adp_plan_step_count(plan) == 1);
  with_its_page(session, portfolio, text(wanted), territory, plan);
  CHECK(adp_plan_record(session, plan, &event, &agreed) == ADP_E_INPUT && agreed == NULL); /* not followed yet */
  CHECK(adp_plan_follow(session, plan, NULL) == ADP_E_USAGE);
  CHECK(adp_plan_follow(session, NULL, &followed) == ADP_E_USAGE);
  CHECK(adp_plan_follow(session, territory, &followed) == ADP_E_INPUT);
  CHECK(adp_plan_follow(session, plan, &followed) == ADP_OK);
  CHECK(adp_plan_follow(session, followed, &agreed) == ADP_E_INPUT && agreed == NULL);
  CHECK(adp_document_number(followed, text("/revision"), &number) == ADP_OK && number == 1);

  event.step = text("course");
  event.state = text("done");
  event.by = text("guide-1");
  event.at_ms = at;
  CHECK(adp_plan_record(session, followed, NULL, &agreed) == ADP_E_USAGE);
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_INPUT); /* nobody has agreed */
  event.state = text("agreed");
  event.flags = 1;
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_USAGE);
  event.flags = 0;
  event.evidence_count = 1;
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_USAGE); /* counted, and not there */
  event.evidence_count = 0;
  event.step = text("other");
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_NOT_FOUND);
  event.step = text("course");
  event.at_ms = INT64_MIN; /* no such moment can be written */
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_USAGE && agreed == NULL);
  event.at_ms = at;
  event.until_ms = INT64_MAX;
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_E_USAGE && agreed == NULL);
  event.until_ms = 0;
  CHECK(adp_plan_reminders(session, followed, INT64_MIN, NULL, &list) == ADP_E_USAGE && list == NULL);
  options.at_ms = 253402300800000; /* the year 10000 */
  CHECK(adp_plan_compute(session, portfolio, text(wanted), territory, &options, &again) == ADP_E_USAGE);
  options.at_ms = at;
  CHECK(adp_plan_record(session, followed, &event, &agreed) == ADP_OK);
  CHECK(adp_document_text(agreed, text("/steps/0/state"), &told) == ADP_OK);
  CHECK_TEXT(told, "agreed");

  CHECK(adp_plan_replan(session, agreed, portfolio, text(wanted), territory, &options, NULL) == ADP_E_USAGE);
  CHECK(adp_plan_replan(session, agreed, portfolio, text(wanted), NULL, &options, &again) == ADP_E_USAGE);
  CHECK(adp_plan_replan(session, plan, portfolio, text(wanted), territory, &options, &again) == ADP_E_INPUT);
  CHECK(adp_plan_replan(session, agreed, portfolio, text(""), territory, &options, &again) == ADP_E_NOT_FOUND);
  CHECK(adp_plan_replan(session, agreed, portfolio, text(wanted), territory, &options, &again) == ADP_OK);
  CHECK(adp_document_number(again, text("/revision"), &number) == ADP_OK && number == 2); /* nothing differs */
  adp_document_destroy(again);

  CHECK(adp_plan_reminders(session, agreed, 0, territory, &list) == ADP_E_INPUT); /* no policy */
  CHECK(adp_plan_reminders(session, agreed, at + 9 * (int64_t)86400000, NULL, &list) == ADP_OK);
  CHECK_TEXT(adp_document_schema(list), "activateur/reminders/1");
  CHECK(adp_document_text(list, text("/reminders/0/kind"), &told) == ADP_OK);
  CHECK_TEXT(told, "start");
  adp_document_destroy(list);

  evidence = text("badge-1");
  event.state = text("done");
  event.evidence = &evidence;
  event.evidence_count = 1;
  CHECK(adp_plan_record(session, agreed, &event, &again) == ADP_OK);
  CHECK(adp_document_text(again, text("/journal/1/evidence/0"), &told) == ADP_OK);
  CHECK_TEXT(told, "badge-1");
  adp_document_destroy(again);
  adp_document_destroy(agreed);
  adp_document_destroy(followed);
  adp_document_destroy(plan);
  adp_document_destroy(territory);
}

static void plan_questions(adp_session* session, const adp_document* problem) {
  adp_plan_options asked = ADP_PLAN_OPTIONS_INIT;
  adp_document* plan = NULL;
  double number = 0;
  asked.flags = ADP_PLAN_ALTERNATIVES | ADP_PLAN_EXPLANATION | ADP_PLAN_FRONT_COST | ADP_PLAN_FRONT_WEEKS;
  CHECK(adp_plan_solve(session, problem, &asked, &plan) == ADP_OK);
  /* The other way, by action 1, costs 20 euros and takes 6 weeks instead of 3. */
  CHECK(adp_document_number(plan, text("/alternatives/1/cost_euros"), &number) == ADP_OK && number == 20);
  CHECK(adp_document_number(plan, text("/alternatives/1/against/0/weeks"), &number) == ADP_OK && number == 3);
  CHECK(adp_document_number(plan, text("/front/points/1/cost_euros"), &number) == ADP_OK && number == 20);
  CHECK(adp_document_number(plan, text("/explanation/steps/0/refused/more/weeks"), &number) == ADP_OK && number == 3);
  adp_document_destroy(plan);
  asked.flags = ADP_PLAN_FRONT_COST; /* with nothing to trade against */
  CHECK(adp_plan_solve(session, problem, &asked, &plan) == ADP_E_USAGE && plan == NULL);
  asked.flags = ADP_PLAN_FRONT_HOURS | ADP_PLAN_FRONT_STEPS; /* one plan has least of both */
  asked.threads = 2;
  CHECK(adp_plan_solve(session, problem, &asked, &plan) == ADP_OK);
  CHECK(adp_document_number(plan, text("/front/points/0/hours"), &number) == ADP_OK && number == 12);
  adp_document_destroy(plan);
  plan = NULL;
  asked.flags = 4;
  CHECK(adp_plan_solve(session, problem, &asked, &plan) == ADP_E_USAGE && plan == NULL);
}

#define PLAN                                                                                               \
  "{\"schema\":\"activateur/plan/1\",\"target\":{\"id\":\"rome:K1311\",\"label\":\"Aide\"},"               \
  "\"origin\":\"2027-01-04\",\"steps\":[{\"action\":\"a\",\"title\":\"Atelier\",\"start\":\"2027-01-18\"," \
  "\"session\":\"2027-01-18\",\"enrol_by\":\"2027-01-15\",\"end\":\"2027-01-25\"}]}"

static void plans_as_others_read_them(adp_session* session) {
  static const struct {
    const char *format, *start;
  } made[] = {{"html", "<!DOCTYPE html>"},    {"svg", "<svg "},       {"graph", "<svg "},
              {"ics", "BEGIN:VCALENDAR\r\n"}, {"mermaid", "gantt\n"}, {"mermaid-graph", "flowchart LR\n"},
              {"csv", "number,step,action,"}, {"demarches", "[\n"}};
  adp_plan_render_options options = ADP_PLAN_RENDER_OPTIONS_INIT;
  adp_document *plan = NULL, *other = NULL;
  adp_bytes out = {NULL, 0};
  size_t i;
  CHECK(adp_document_parse(session, text(PLAN), text("plan.json"), &plan) == ADP_OK);
  CHECK(adp_document_parse(session, text("{\"schema\":\"activateur/gap/1\"}"), text(""), &other) == ADP_OK);
  for (i = 0; i < sizeof made / sizeof *made; ++i) {
    CHECK(adp_plan_render(session, plan, text(made[i].format), NULL, &out) == ADP_OK);
    CHECK(strncmp((const char*)out.ptr, made[i].start, strlen(made[i].start)) == 0 && out.ptr[out.len] == '\0');
    adp_bytes_free(&out);
  }
  options.at_ms = 1798790400000; /* 2027-01-01 */
  options.alarm_days = 3;
  CHECK(adp_plan_render(session, plan, text("ics"), &options, &out) == ADP_OK);
  CHECK(strstr((const char*)out.ptr, "DTSTAMP:20270101T080000Z\r\n") != NULL);
  CHECK(strstr((const char*)out.ptr, "TRIGGER;VALUE=DATE-TIME:20270112T080000Z\r\n") != NULL);
  adp_bytes_free(&out);
  CHECK(adp_plan_render(session, plan, text("docx"), NULL, &out) == ADP_E_USAGE && out.ptr == NULL);
  CHECK(adp_plan_render(session, other, text("ics"), NULL, &out) == ADP_E_INPUT && out.ptr == NULL);
  CHECK(adp_plan_render(session, NULL, text("ics"), NULL, &out) == ADP_E_USAGE);
  CHECK(adp_plan_render(session, plan, text("ics"), NULL, NULL) == ADP_E_USAGE);
  options.alarm_days = 367;
  CHECK(adp_plan_render(session, plan, text("ics"), &options, &out) == ADP_E_USAGE);
  options.alarm_days = 0;
  options.flags = 1;
  CHECK(adp_plan_render(session, plan, text("ics"), &options, &out) == ADP_E_USAGE);
  adp_document_destroy(other);
  adp_document_destroy(plan);
}

static void analysis(adp_engine* engine, adp_session* session) {
  adp_framework* rome = NULL;
  adp_document *portfolio = NULL, *gap = NULL, *map = NULL, *plan = NULL, *problem = NULL, *shown = NULL;
  adp_coverage covered = ADP_COVERAGE_INIT;
  adp_requirement requirement = ADP_REQUIREMENT_INIT;
  adp_plan_step step = ADP_PLAN_STEP_INIT;
  adp_session_options options = ADP_SESSION_OPTIONS_INIT;
  adp_session* hasty = NULL;
  adp_bytes html = {NULL, 0};
  int calls = 0;
  size_t size;
  char* bytes = slurp(PORTFOLIO, &size);
  adp_str json = {bytes, size};
  CHECK(adp_document_parse(session, json, text(PORTFOLIO), &portfolio) == ADP_OK);
  free(bytes);
  CHECK(adp_gap_compute(session, portfolio, text("rome:K1311"), NULL, &gap) == ADP_E_NOT_FOUND);

  options.progress = stop_at_once;
  options.user_data = &calls;
  CHECK(adp_session_create(engine, &options, &hasty) == ADP_OK);
  CHECK(adp_framework_import(hasty, text(ROME_EXCERPT), &rome) == ADP_E_CANCELLED && rome == NULL && calls == 1);
  adp_session_destroy(hasty);
  CHECK(adp_session_create(engine, NULL, &hasty) == ADP_OK);
  adp_session_cancel(hasty);
  CHECK(adp_framework_import(hasty, text(ROME_EXCERPT), &rome) == ADP_E_CANCELLED);
  CHECK(adp_framework_import(hasty, text(ROME_EXCERPT), &rome) == ADP_OK); /* the request is forgotten */
  adp_session_destroy(hasty);

  CHECK(adp_engine_use_framework(engine, rome) == ADP_OK);
  adp_framework_destroy(rome); /* the engine keeps it */
  frameworks(session);
  CHECK(adp_framework_show(session, text("rome:K1311"), &shown) == ADP_OK);
  CHECK_TEXT(adp_document_schema(shown), "activateur/job/1");
  CHECK(adp_gap_compute(session, portfolio, text("rome:K1311"), NULL, &gap) == ADP_OK);
  CHECK(adp_gap_coverage(gap, &covered) == ADP_OK);
  CHECK(covered.belief == 0 && covered.expectation > 0 && covered.plausibility >= covered.expectation);
  CHECK(adp_gap_requirement_count(gap) == 52);
  CHECK(adp_gap_requirement_at(gap, 0, &requirement) == ADP_OK && requirement.essential == 1 &&
        requirement.label.len > 0);
  CHECK(adp_gap_requirement_at(gap, 52, &requirement) == ADP_E_NOT_FOUND);
  CHECK(adp_gap_coverage(shown, &covered) == ADP_E_USAGE); /* a document of another kind */
  CHECK(adp_map_compute(session, portfolio, NULL, &map) == ADP_OK);
  CHECK_TEXT(adp_document_schema(map), "activateur/map/1");
  batches(engine, session, portfolio);
  groups(session);
  plans_as_others_read_them(session);
  live_maps(session, portfolio);
  map_questions(session, portfolio);
  following(session, portfolio);
  CHECK(adp_gap_render(session, portfolio, text("rome:K1311"), NULL, &html) == ADP_OK);
  CHECK(strncmp((const char*)html.ptr, "<svg ", 5) == 0 && html.ptr[html.len] == '\0');
  adp_bytes_free(&html);
  CHECK(adp_gap_render(session, portfolio, text("rome:Z9999"), NULL, &html) == ADP_E_NOT_FOUND && html.ptr == NULL);
  CHECK(adp_gap_render(session, portfolio, text("rome:K1311"), NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_report_render(session, portfolio, text("rome:K1311"), NULL, NULL, &html) == ADP_OK);
  CHECK(html.len > 1000 && html.ptr[html.len] == '\0');
  adp_bytes_free(&html);

  bytes = slurp(PROBLEM, &size);
  json.ptr = bytes;
  json.len = size;
  CHECK(adp_document_parse(session, json, text(PROBLEM), &problem) == ADP_OK);
  free(bytes);
  CHECK(adp_plan_solve(session, problem, NULL, &plan) == ADP_OK);
  /* Action 0 then 2: 60 + 4 x 8 + 20 + 4 x 4 + 25 x 3; by action 1: 4 x 30 + 20 + 4 x 4 + 25 x 6 is dearer. */
  CHECK(adp_document_number(plan, text("/objective"), &covered.belief) == ADP_OK && covered.belief == 203);
  CHECK(adp_plan_step_count(plan) == 2);
  CHECK(adp_plan_step_at(plan, 1, &step) == ADP_OK && step.action_number == 2 && step.start_week == 2);
  CHECK(adp_plan_step_at(plan, 2, &step) == ADP_E_NOT_FOUND);
  CHECK(adp_plan_step_at(problem, 0, &step) == ADP_E_USAGE);
  adp_document_destroy(plan);
  plan_questions(session, problem);
  adp_document_destroy(problem);
  adp_document_destroy(map);
  adp_document_destroy(gap);
  adp_document_destroy(shown);
  adp_document_destroy(portfolio);
}

static adp_status allow(adp_session* session, adp_snapshot* snapshot, adp_network_options options) {
  return adp_snapshot_allow_network(session, snapshot, &options);
}

static void network(adp_session* session) {
  const adp_network_options none = ADP_NETWORK_OPTIONS_INIT;
  adp_network_options options = none;
  adp_snapshot* snapshot = NULL;
  adp_error error = ADP_ERROR_INIT;
  CHECK(adp_snapshot_create(session, &snapshot) == ADP_OK);
  CHECK(adp_snapshot_allow_network(session, NULL, NULL) == ADP_E_USAGE);
  CHECK(adp_snapshot_allow_network(session, snapshot, NULL) == ADP_OK);
  CHECK(allow(session, snapshot, none) == ADP_OK);
  options.flags = 8;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.fetches_max = 65537;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.fetches_per_host_max = 65537;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.body_bytes_max = 16777217;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options.body_bytes_max = 16777216;
  CHECK(allow(session, snapshot, options) == ADP_OK);
  options = none, options.connect_ms = -1;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.read_ms = 300001;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.total_ms = INT64_MAX;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options = none, options.max_age_ms = -2;
  CHECK(allow(session, snapshot, options) == ADP_E_USAGE);
  options.max_age_ms = -1;
  CHECK(allow(session, snapshot, options) == ADP_OK);
  options = none, options.private_hosts = text(" localhost:8443\tintranet ");
  CHECK(allow(session, snapshot, options) == ADP_OK);
  options.private_hosts = text("localhost:8443 https://x/");
  CHECK(allow(session, snapshot, options) == ADP_E_INPUT);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.code, "network.authority");
  options = none, options.ca_file = text("no/such.pem");
  CHECK(allow(session, snapshot, options) == ADP_E_INPUT);
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.code, "network.ca_file");
  CHECK(adp_snapshot_save(session, NULL, text("x")) == ADP_E_USAGE);
  CHECK(adp_snapshot_save(session, snapshot, text("")) == ADP_E_USAGE);
  CHECK(adp_snapshot_save(session, snapshot, text("no/such/directory")) == ADP_E_IO);
  adp_snapshot_destroy(snapshot);
}

int main(void) {
  adp_engine* engine = NULL;
  adp_session* session = NULL;
  versions();
  null_arguments();
  CHECK(adp_engine_create(NULL, &engine) == ADP_OK);
  sessions(engine);
  CHECK(adp_session_create(engine, NULL, &session) == ADP_OK);
  documents(session);
  credentials(session);
  sentences(engine, session);
  territories(session);
  network(session);
  analysis(engine, session);
  adp_engine_destroy(engine); /* sessions outlive it */
  documents(session);
  adp_session_destroy(session);
  if (failures) fprintf(stderr, "%d checks failed\n", failures);
  return failures != 0;
}
