/* The store as a host in plain C uses it: every call once, its errors, and from a person's id to her gap. */
#define _POSIX_C_SOURCE 200809L /* mkdtemp */
#include <activateur/activateur.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"

static adp_str text(const char* s) {
  adp_str out = {s, ADP_NUL};
  return out;
}

static adp_document* parsed(adp_session* session, const char* json) {
  adp_document* out = NULL;
  CHECK(adp_document_parse(session, text(json), text("test"), &out) == ADP_OK);
  return out;
}

/* The text at a pointer, copied so that it outlives the document; the document is destroyed. */
static char* taken(adp_document* document, const char* pointer) {
  adp_str view = {NULL, 0};
  char* out = calloc(1, 256);
  CHECK(adp_document_text(document, text(pointer), &view) == ADP_OK && view.len < 256);
  if (out && view.ptr) memcpy(out, view.ptr, view.len);
  adp_document_destroy(document);
  return out;
}

static void check_code(adp_session* session, const char* expected) {
  adp_error error = ADP_ERROR_INIT;
  CHECK(adp_session_last_error(session, &error) == ADP_OK);
  CHECK_TEXT(error.code, expected);
}

static int32_t ADP_CALL sevens(void* user_data, uint8_t* key) {
  memset(key, 7, 32);
  return *(int32_t*)user_data;
}

static void opening(adp_session* session, const char* folder, const char* path, adp_store** store) {
  adp_store_options options = ADP_STORE_OPTIONS_INIT;
  adp_bytes key = {NULL, 0};
  int32_t there = 0;
  CHECK(adp_store_open(session, text(path), NULL, store) == ADP_E_USAGE && *store == NULL);
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_USAGE);
  options.key = text("short");
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_USAGE);
  check_code(session, "store.no_key");
  options.key = text("");
  options.key_file = text("/nowhere/key");
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_NOT_FOUND);
  options.key_file = text("");
  options.key_function = sevens;
  options.user_data = &there;
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_USAGE);
  there = 1;
  options.flags = ADP_STORE_EXISTING;
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_NOT_FOUND);
  options.flags = 2;
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_E_USAGE);
  options.flags = 0;
  CHECK(adp_store_open(session, text(path), &options, store) == ADP_OK && *store != NULL);
  { /* a name that SQLite would take for a store in memory, and one that would be cut */
    adp_store* other = NULL;
    const adp_str cut = {"s.adps\0x", 8};
    CHECK(chdir(folder) == 0 && adp_store_open(session, text(":memory:"), &options, &other) == ADP_OK);
    CHECK(access(":memory:", F_OK) == 0);
    adp_store_close(other);
    CHECK(adp_store_open(session, text("file:it?mode=memory"), &options, &other) == ADP_OK);
    CHECK(access("file:it?mode=memory", F_OK) == 0);
    adp_store_close(other);
    unlink(":memory:");
    unlink("file:it?mode=memory");
    CHECK(adp_store_open(session, cut, &options, &other) == ADP_E_USAGE && other == NULL);
  }
  CHECK(adp_store_key_generate(session, &key) == ADP_OK && key.len == 64);
  adp_bytes_free(&key);
  adp_store_close(NULL);
}

static void misuses(adp_session* session, adp_store* store) {
  adp_actor by = ADP_ACTOR_INIT;
  adp_document* out = NULL;
  CHECK(adp_store_check(session, NULL, &by, &out) == ADP_E_USAGE);
  CHECK(adp_store_check(session, store, NULL, &out) == ADP_E_USAGE);
  CHECK(adp_store_check(session, store, &by, NULL) == ADP_E_USAGE);
  CHECK(adp_store_check(session, store, &by, &out) == ADP_E_USAGE); /* nobody */
  by.id = text("x\xff");
  CHECK(adp_store_check(session, store, &by, &out) == ADP_E_USAGE); /* a name that no journal could hold */
  by.id = text("x");
  by.role = 7;
  CHECK(adp_store_check(session, store, &by, &out) == ADP_E_USAGE);
  by.role = ADP_ROLE_CURATOR;
  CHECK(adp_store_check(session, store, &by, &out) == ADP_E_DENIED && out == NULL);
  check_code(session, "store.denied");
  CHECK(adp_store_add_person(session, store, &by, NULL, &out) == ADP_E_USAGE);
}

static void feedback(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_document *request = parsed(session, "{\"competences\":[{\"competence\":\"rome:120684\"}]}"), *out = NULL;
  adp_document* answer =
      parsed(session, "{\"role\":\"client\",\"answers\":[{\"competence\":\"rome:120684\",\"level\":4}]}");
  char* token;
  CHECK(adp_store_ask_feedback(session, store, self, text(person), request, &out) == ADP_OK);
  token = taken(out, "/token");
  CHECK(adp_store_feedback_asked(session, store, text(token), &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/feedback-question/1");
  adp_document_destroy(out);
  CHECK(adp_store_answer_feedback(session, store, text(token), answer, &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/feedback-kept/1");
  adp_document_destroy(out);
  CHECK(adp_store_answer_feedback(session, store, text(token), answer, &out) == ADP_E_DENIED);
  check_code(session, "store.link");
  free(token);
  adp_document_destroy(request);
  adp_document_destroy(answer);
}

static void wallet(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  char badge[16384];
  adp_str view = {badge, 0};
  adp_bytes bytes = {NULL, 0};
  adp_document* out = NULL;
  char* id;
  FILE* file = fopen(BADGE, "rb");
  view.len = file ? fread(badge, 1, sizeof badge, file) : 0;
  if (file) fclose(file);
  CHECK(adp_store_add_credential(session, store, self, text(person), view, &out) == ADP_OK);
  id = taken(out, "/id");
  CHECK(adp_store_credential(session, store, self, text(id), &bytes) == ADP_OK);
  CHECK(bytes.len == view.len && memcmp(bytes.ptr, badge, view.len) == 0);
  adp_bytes_free(&bytes);
  CHECK(adp_store_verify_wallet(session, store, self, text(person), NULL, &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/wallet/1");
  adp_document_destroy(out);
  CHECK(adp_store_add_credential(session, store, self, text(person), text("{}x"), &out) == ADP_E_INPUT && out == NULL);
  free(id);
}

static void from_person_to_gap(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_document *portfolio = NULL, *gap = NULL;
  adp_coverage coverage = ADP_COVERAGE_INIT;
  CHECK(adp_store_portfolio(session, store, self, text(person), &portfolio) == ADP_OK);
  CHECK(adp_gap_compute(session, portfolio, text("rome:K1304"), NULL, &gap) == ADP_OK);
  CHECK(adp_gap_coverage(gap, &coverage) == ADP_OK && coverage.expectation > 0.1);
  adp_document_destroy(gap);
  adp_document_destroy(portfolio);
}

static void records(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_document* lived =
      parsed(session,
             "{\"title\":\"Visites\",\"kind\":\"volunteering\",\"months\":38,\"jobs\":[\"rome:K1304\"],"
             "\"competences\":[{\"competence\":\"rome:120684\"}]}");
  adp_document* out = NULL;
  size_t count = 0;
  char* id;
  CHECK(adp_store_add(session, store, self, text(person), text("experience"), lived, &out) == ADP_OK);
  id = taken(out, "/id");
  CHECK(adp_store_change(session, store, self, text(id), 1, lived, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_change(session, store, self, text(id), 1, lived, &out) == ADP_E_USAGE && out == NULL);
  check_code(session, "store.version");
  CHECK(adp_store_get(session, store, self, text(id), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_add(session, store, self, text(person), text("experience"), lived, &out) == ADP_OK);
  free(id);
  id = taken(out, "/id");
  CHECK(adp_store_remove(session, store, self, text(id)) == ADP_OK);
  CHECK(adp_store_get(session, store, self, text(id), &out) == ADP_E_NOT_FOUND);
  CHECK(adp_store_list(session, store, self, text(person), text("experience"), text(""), 0, &out) == ADP_OK);
  CHECK(adp_document_count(out, text("/records"), &count) == ADP_OK && count == 1);
  adp_document_destroy(out);
  adp_document_destroy(lived);
  free(id);
}

/* From a draft to what the holder of a link sees, and its ways out. */
static void showcase(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_document *draft, *out = NULL, *shown = NULL, *terms = parsed(session, "{\"openings\":1}");
  adp_showcase_options options = ADP_SHOWCASE_OPTIONS_INIT;
  adp_bytes bytes = {NULL, 0};
  const char* formats[] = {"html", "json-ld", "europass"};
  char json[600], *id, *version, *token, *badge;
  size_t i;
  CHECK(adp_store_list(session, store, self, text(person), text("credential"), text(""), 0, &out) == ADP_OK);
  badge = taken(out, "/records/0/id");
  snprintf(json, sizeof json,
           "{\"title\":\"S\",\"language\":\"en\",\"sections\":[{\"title\":\"T\",\"items\":[{\"record\":\"%s\"},"
           "{\"competence\":\"rome:120684\"}]}]}",
           badge);
  draft = parsed(session, json);
  CHECK(adp_store_add(session, store, self, text(person), text("showcase"), draft, &out) == ADP_OK);
  id = taken(out, "/id");
  CHECK(adp_store_publish_showcase(session, store, self, text(id), NULL, &out) == ADP_OK);
  version = taken(out, "/id");
  CHECK(adp_store_showcase_version(session, store, self, text(version), &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/showcase-version/1");
  adp_document_destroy(out);
  CHECK(adp_store_share_showcase(session, store, self, text(version), terms, &out) == ADP_OK);
  token = taken(out, "/token");
  CHECK(adp_store_open_showcase(session, store, text(token), &shown) == ADP_OK);
  CHECK(adp_store_open_showcase(session, store, text(token), &out) == ADP_E_DENIED && out == NULL); /* once */
  check_code(session, "showcase.link");
  options.issuer = text("did:example:host");
  for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
    CHECK(adp_showcase_export(session, shown, text(formats[i]), &options, &bytes) == ADP_OK && bytes.len > 100);
    adp_bytes_free(&bytes);
  }
  CHECK(adp_showcase_export(session, shown, text("clr"), &options, &bytes) == ADP_E_INPUT); /* a token alone */
  check_code(session, "report.showcase_no_record");
  CHECK(adp_showcase_export(session, shown, text("clr"), NULL, &bytes) == ADP_E_USAGE && bytes.ptr == NULL);
  CHECK(adp_showcase_export(session, shown, text("pdf"), NULL, &bytes) == ADP_E_UNSUPPORTED);
  CHECK(adp_showcase_export(session, terms, text("html"), NULL, &bytes) == ADP_E_INPUT);
  CHECK(adp_showcase_export(session, NULL, text("html"), NULL, &bytes) == ADP_E_USAGE);
  CHECK(adp_store_withdraw_showcase(session, store, self, text(version), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_withdraw_showcase(session, store, self, text(version), &out) == ADP_E_USAGE);
  check_code(session, "showcase.withdrawn");
  adp_document_destroy(shown);
  adp_document_destroy(draft);
  adp_document_destroy(terms);
  free(id), free(version), free(token), free(badge);
}

static void consents(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_document* consent =
      parsed(session, "{\"purpose\":\"training\",\"organisation\":\"centre\",\"text_version\":\"1\"}");
  adp_document* out = NULL;
  char* id;
  CHECK(adp_store_give_consent(session, store, self, text(person), consent, &out) == ADP_OK);
  id = taken(out, "/id");
  CHECK(adp_store_withdraw_consent(session, store, self, text(id), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_consents(session, store, self, text(person), &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/consents/1");
  adp_document_destroy(out);
  adp_document_destroy(consent);
  free(id);
}

static void upkeep(adp_session* session, adp_store* store, const char* folder, const char* person) {
  typedef adp_status(ADP_CALL * plain_call)(adp_session*, adp_store*, const adp_actor*, adp_document**);
  const plain_call calls[] = {adp_store_due, adp_store_tidy, adp_store_count, adp_store_check};
  adp_actor admin = ADP_ACTOR_INIT;
  adp_document* out = NULL;
  char backup[300], keys[300], made[300];
  size_t i;
  admin.role = ADP_ROLE_ADMINISTRATOR;
  admin.id = text("a");
  for (i = 0; i < sizeof calls / sizeof *calls; ++i) {
    CHECK(calls[i](session, store, &admin, &out) == ADP_OK && out != NULL);
    adp_document_destroy(out);
  }
  CHECK(adp_store_journal(session, store, &admin, text(""), 2, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_changes(session, store, &admin, text(""), 2, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_find_person(session, store, &admin, text("si"), text("17"), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_export_person(session, store, &admin, text(person), &out) == ADP_OK);
  CHECK_TEXT(adp_document_schema(out), "activateur/person-export/1");
  adp_document_destroy(out);
  snprintf(backup, sizeof backup, "%s/b", folder);
  snprintf(keys, sizeof keys, "%s/k", folder);
  snprintf(made, sizeof made, "%s/r", folder);
  CHECK(adp_store_backup(session, store, &admin, text(backup), text("")) == ADP_E_USAGE);
  CHECK(adp_store_backup(session, store, &admin, text(backup), text(keys)) == ADP_OK);
  CHECK(adp_store_restore(session, text(backup), text(keys), text(made)) == ADP_OK);
  CHECK(adp_store_change_key(session, store, &admin, text("0123456789abcdef0123456789abcdef")) == ADP_OK);
  CHECK(adp_store_erase_person(session, store, &admin, text(person)) == ADP_OK);
  CHECK(adp_store_person(session, store, &admin, text(person), &out) == ADP_E_NOT_FOUND);
  unlink(backup);
  unlink(keys);
  unlink(made);
}

static const char* const wanted =
    "{\"achievement\":{\"name\":\"Visiter\",\"description\":\"Fictif\",\"uri\":\"https://a.example/visiter\","
    "\"criteria\":{\"of\":[{\"competence\":\"rome:489930\"},{\"experience\":\"any\",\"months\":1,\"declared\":true}]}}"
    "}";

/* From a proposal of two parties to what is published, evaluated, counted, and made a badge and a step of. */
static void achievements(adp_session* session, adp_store* store, const adp_actor* self, const char* person) {
  adp_actor employer = ADP_ACTOR_INIT;
  adp_document *proposal, *put, *out = NULL, *all = NULL, *portfolio = NULL, *path;
  adp_gap_options options = ADP_GAP_OPTIONS_INIT;
  adp_bytes drawn = {NULL, 0};
  char *id, *digest, steps[256];
  double number = -1;
  employer.role = ADP_ROLE_ORGANISATION;
  employer.id = text("o");
  employer.organisation = text("garage");
  proposal = parsed(session, wanted);
  put = parsed(session, "{\"based_on\":1,\"why\":\"Nous cherchons\"}");
  CHECK(adp_store_add_achievement(session, store, &employer, text(""), proposal, NULL) == ADP_E_USAGE);
  CHECK(adp_store_add_achievement(session, store, self, text(""), proposal, &out) == ADP_E_DENIED && out == NULL);
  CHECK(adp_store_add_achievement(session, store, self, text(person), proposal, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_add_achievement(session, store, &employer, text(""), proposal, &out) == ADP_OK);
  id = taken(out, "/id");
  CHECK(adp_store_get(session, store, self, text(id), &out) == ADP_OK);
  digest = taken(out, "/document/versions/0/digest");
  CHECK(adp_store_answer_proposal(session, store, &employer, text(id), 1, text(digest), 1, text(""), &out) ==
        ADP_E_USAGE);
  check_code(session, "negotiation.draft");
  CHECK(adp_store_propose(session, store, &employer, text(id), put, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_answer_proposal(session, store, &employer, text(id), 1, text(digest), 2, text(""), &out) ==
        ADP_E_USAGE);
  CHECK(adp_store_answer_proposal(session, store, &employer, text(id), 1, text("other"), 1, text(""), &out) ==
        ADP_E_USAGE);
  check_code(session, "negotiation.digest");
  CHECK(adp_store_answer_proposal(session, store, &employer, text(id), 1, text(digest), 0, text("no"), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_publish(session, store, &employer, text(id), 1, text(digest), &out) == ADP_E_USAGE && out == NULL);
  check_code(session, "negotiation.agreed");
  CHECK(adp_store_answer_proposal(session, store, &employer, text(id), 1, text(digest), 1, text(""), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_publish(session, store, &employer, text(id), 1, text(digest), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_achievements(session, store, self, text(person), &all) == ADP_OK);
  CHECK(adp_store_portfolio(session, store, self, text(person), &portfolio) == ADP_OK);
  CHECK(adp_achievement_evaluate(session, portfolio, all, text(id), NULL, &out) == ADP_OK);
  CHECK(adp_document_number(out, text("/distance/leaves"), &number) == ADP_OK && number >= 1);
  adp_document_destroy(out);
  CHECK(adp_achievement_evaluate(session, portfolio, all, text("none"), NULL, &out) == ADP_E_NOT_FOUND && out == NULL);
  CHECK(adp_achievement_evaluate(session, NULL, all, text(id), NULL, &out) == ADP_E_USAGE);
  options.top = 1;
  CHECK(adp_achievement_close(session, portfolio, all, &options, &out) == ADP_OK);
  adp_document_destroy(out);
  options.flags = 1;
  CHECK(adp_achievement_close(session, portfolio, all, &options, &out) == ADP_E_USAGE && out == NULL);
  CHECK(adp_achievement_describe(session, all, text(id), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_achievement_target(session, all, text(id), &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_achievement_badge(session, all, text(id), NULL, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_near(session, store, &employer, text(id), NULL, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_near(session, store, self, text(id), NULL, &out) == ADP_E_DENIED && out == NULL);
  snprintf(steps, sizeof steps, "{\"title\":\"P\",\"steps\":[{\"id\":\"1\",\"achievement\":\"%s\"}]}", id);
  path = parsed(session, steps);
  CHECK(adp_pathway_progress(session, portfolio, path, all, NULL, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_pathway_progress(session, portfolio, NULL, all, NULL, &out) == ADP_E_USAGE && out == NULL);
  CHECK(adp_pathway_render(session, path, all, text("mermaid"), text(""), &drawn) == ADP_OK && drawn.len > 0);
  adp_bytes_free(&drawn);
  CHECK(adp_pathway_render(session, path, all, text("ctdl"), text(""), &drawn) == ADP_E_USAGE && drawn.ptr == NULL);
  CHECK(adp_store_withdraw_achievement(session, store, &employer, text(id), text("over"), &out) == ADP_OK);
  adp_document_destroy(out);
  adp_document_destroy(path);
  adp_document_destroy(all);
  adp_document_destroy(portfolio);
  adp_document_destroy(proposal);
  adp_document_destroy(put);
  free(id);
  free(digest);
}

int main(void) {
  char folder[] = "/tmp/activateur-c-store-XXXXXX", path[300];
  adp_engine* engine = NULL;
  adp_session* session = NULL;
  adp_framework* rome = NULL;
  adp_store* store = NULL;
  adp_actor guide = ADP_ACTOR_INIT, self = ADP_ACTOR_INIT;
  adp_document *profile, *out = NULL;
  char* person;
  CHECK(mkdtemp(folder) != NULL);
  snprintf(path, sizeof path, "%s/s", folder);
  CHECK(adp_engine_create(NULL, &engine) == ADP_OK && adp_session_create(engine, NULL, &session) == ADP_OK);
  CHECK(adp_framework_import(session, text(ROME_EXCERPT), &rome) == ADP_OK);
  CHECK(adp_engine_use_framework(engine, rome) == ADP_OK);
  opening(session, folder, path, &store);
  misuses(session, store);
  guide.role = ADP_ROLE_GUIDE;
  guide.id = text("g");
  guide.organisation = text("ml");
  profile =
      parsed(session,
             "{\"name\":\"Anna\",\"identifiers\":[{\"system\":\"si\",\"value\":\"17\"}],\"consents\":[{\"purpose\":"
             "\"accompaniment\",\"organisation\":\"ml\",\"text_version\":\"1\"}]}");
  CHECK(adp_store_add_person(session, store, &guide, profile, &out) == ADP_OK);
  person = taken(out, "/id");
  self.id = text(person);
  CHECK(adp_store_change_person(session, store, &self, text(person), profile, &out) == ADP_OK);
  adp_document_destroy(out);
  CHECK(adp_store_person(session, store, &guide, text(person), &out) == ADP_OK);
  adp_document_destroy(out);
  records(session, store, &self, person);
  consents(session, store, &self, person);
  feedback(session, store, &self, person);
  wallet(session, store, &self, person);
  showcase(session, store, &self, person);
  from_person_to_gap(session, store, &self, person);
  achievements(session, store, &self, person);
  upkeep(session, store, folder, person);
  adp_document_destroy(profile);
  adp_store_close(store);
  unlink(path);
  rmdir(folder);
  free(person);
  adp_framework_destroy(rome);
  adp_session_destroy(session);
  adp_engine_destroy(engine);
  if (failures) fprintf(stderr, "%d checks failed\n", failures);
  return failures != 0;
}
