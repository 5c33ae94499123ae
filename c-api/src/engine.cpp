#include "activateur/engine.h"

#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

adp_status adp_engine_create(const adp_engine_options* options, adp_engine** engine) {
  if (engine == nullptr) return ADP_E_USAGE;
  *engine = nullptr;
  adp_engine_options known;
  if (!copy_options(options, known) || known.flags != 0) return ADP_E_USAGE;
  try {
    *engine = new adp_engine();
    return ADP_OK;
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

void adp_engine_destroy(adp_engine* engine) { delete engine; }

adp_status adp_session_create(const adp_engine* engine, const adp_session_options* options, adp_session** session) {
  if (session == nullptr) return ADP_E_USAGE;
  *session = nullptr;
  if (engine == nullptr) return ADP_E_USAGE;
  adp_session_options known;
  std::string_view tag;
  if (!copy_options(options, known) || known.flags != 0 || !read_bytes(known.language, tag)) return ADP_E_USAGE;
  if (!tag.empty() && tag != "fr" && tag != "en") return ADP_E_USAGE;
  if (!has_text(known.now_ms)) return ADP_E_USAGE;
  try {
    auto made = std::make_unique<adp_session>();
    made->core = engine->core;
    made->lang = tag == "en" ? language::en : language::fr;
    made->now_ms = known.now_ms;
    made->progress = known.progress;
    made->user_data = known.user_data;
    *session = made.release();
    return ADP_OK;
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

void adp_session_destroy(adp_session* session) { delete session; }

void adp_session_cancel(adp_session* session) {
  if (session != nullptr) session->stop.store(true, std::memory_order_relaxed);
}

adp_status adp_session_last_error(const adp_session* session, adp_error* error) {
  if (session == nullptr || error == nullptr) return ADP_E_USAGE;
  const adp_error known = {sizeof(adp_error),     session->status,        lend(session->code), lend(session->message),
                           lend(session->source), lend(session->pointer), session->line,       session->column};
  return fill(known, error);
}
