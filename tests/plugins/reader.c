/* A reader of texts in plain C that does what the text tells it: each time one sound proposal, "rome:301" for the whole
 * text, and then one thing that is wrong. Built once for each name in CMakeLists.txt, with MISBEHAVIOUR set to it. */
#include <math.h>
#include <string.h>

#include "activateur/plugin.h"

static int named(const char* name) { return strcmp(MISBEHAVIOUR, name) == 0; }

static int says(const adp_text_question* question, const char* what) {
  return question->text.len == strlen(what) && memcmp(question->text.ptr, what, question->text.len) == 0;
}

static adp_str text(const char* s) {
  adp_str out = {s, strlen(s)};
  return out;
}

static adp_text_span pieces[64];
static char endless[8192];

static adp_status ADP_CALL read_text(const adp_plugin* plugin, const adp_text_question* question,
                                     adp_text_candidate* candidates, size_t capacity, size_t* count) {
  adp_text_candidate* bad = &candidates[1];
  size_t i;
  (void)plugin;
  if (question->struct_size < sizeof *question || capacity < 64) return ADP_E_USAGE;
  if (candidates[0].struct_size != sizeof *candidates || candidates[capacity - 1].span_count != 0) return ADP_E_USAGE;
  for (i = 0; i < 64; ++i) pieces[i].begin = 0, pieces[i].end = question->text.len;
  *count = 1;
  candidates[0].name = text("rome:301");
  candidates[0].confidence = 0.75;
  candidates[0].spans = pieces;
  candidates[0].span_count = 1;
  if (says(question, "good")) return ADP_OK;
  if (says(question, "told language")) {
    candidates[0].name = question->language.ptr[0] == 'f' ? text("rome:301") : text("rome:101");
    return ADP_OK;
  }
  if (says(question, "told frameworks")) return question->framework_count == 1 ? ADP_OK : ADP_E_INPUT;
  *count = 2;
  *bad = candidates[0];
  bad->name = text("rome:101");
  if (says(question, "unknown code")) bad->name = text("rome:999999");
  if (says(question, "nameless")) bad->name = text("");
  if (says(question, "null with length")) bad->name.ptr = NULL;
  if (says(question, "endless name")) bad->name.ptr = endless, bad->name.len = (size_t)-2;
  if (says(question, "bad utf8")) bad->name = text("rome:\xE9");
  if (says(question, "control character")) bad->name = text("rome:101\n");
  if (says(question, "nul terminated")) bad->name.len = ADP_NUL;
  if (says(question, "nan")) bad->confidence = NAN;
  if (says(question, "infinite")) bad->confidence = INFINITY;
  if (says(question, "negative")) bad->confidence = -0.5;
  if (says(question, "percent")) bad->confidence = 75;
  if (says(question, "span beyond")) pieces[1].end = question->text.len + 1, bad->spans = &pieces[1];
  if (says(question, "endless span")) pieces[1].end = (uint64_t)-1, bad->spans = &pieces[1];
  if (says(question, "span backwards")) pieces[1].begin = 3, pieces[1].end = 2, bad->spans = &pieces[1];
  if (says(question, "caf\xC3\xA9")) pieces[1].end = 4, bad->spans = &pieces[1]; /* in code points, not bytes */
  if (says(question, "null spans")) bad->spans = NULL;
  if (says(question, "crowd")) bad->span_count = 33;
  if (says(question, "endless crowd")) bad->span_count = 0xFFFFFFFFu;
  if (says(question, "reserved")) bad->reserved[1] = 1;
  if (says(question, "too many")) *count = capacity + 1;
  if (says(question, "endless count")) *count = (size_t)-1;
  if (says(question, "fail")) return ADP_E_LIMIT;
  if (says(question, "odd status")) return 17;
  return ADP_OK;
}

static adp_text_reader reader;

static const void* ADP_CALL get_extension(const adp_plugin* plugin, const char* id) {
  (void)plugin;
  reader.struct_size = named("reader_too_small") ? 8 : sizeof reader;
  reader.read = named("no_read") ? NULL : read_text;
  return strcmp(id, ADP_EXT_TEXT_1) == 0 && !named("lacks_reader") ? &reader : NULL;
}

static const adp_plugin table = {
    .struct_size = sizeof(adp_plugin),
    .abi_level = ADP_PLUGIN_ABI_LEVEL,
    .id = "org.example.plugin",
    .version = "1.0.0",
    .get_extension = get_extension,
};

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) { return host->abi_level >= 1 ? &table : NULL; }
