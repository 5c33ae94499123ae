#include "activateur/framework.h"

#include "frameworks/sealed_file.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

template <class Open>
adp_status open_with(adp_session* session, adp_str path, adp_framework** out, Open&& open) {
  if (out != nullptr) *out = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view given;
    if (out == nullptr) return misuse(session, "framework is NULL");
    if (!read(path, given) || given.empty()) return misuse(session, "path is NULL or empty");
    result<framework_ptr> opened = open(std::string(given));
    if (!opened) return record(*session, opened.why());
    *out = new adp_framework{*std::move(opened)};
    return ADP_OK;
  });
}

}  // namespace

adp_status adp_framework_import(adp_session* session, adp_str path, adp_framework** framework) {
  return open_with(session, path, framework,
                   [&](const std::string& p) { return import_framework(p, context_of(*session)); });
}

adp_status adp_framework_open(adp_session* session, adp_str path, adp_framework** framework) {
  return open_with(session, path, framework, [](const std::string& p) { return activateur::framework::open(p); });
}

adp_status adp_framework_save(adp_session* session, const adp_framework* framework, adp_str path) {
  return guarded(session, [&]() -> adp_status {
    std::string_view given;
    if (framework == nullptr) return misuse(session, "framework is NULL");
    if (!read(path, given) || given.empty()) return misuse(session, "path is NULL or empty");
    const result<void> written = write_sealed(std::string(given), framework->compiled->bytes());
    return written ? ADP_OK : record(*session, written.why());
  });
}

void adp_framework_destroy(adp_framework* framework) { delete framework; }

adp_status adp_framework_summary(adp_session* session, const adp_framework* framework, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (framework == nullptr || document == nullptr) return misuse(session, "framework or document is NULL");
    return give_document(*session, framework_document(*framework->compiled), document);
  });
}

adp_status adp_engine_use_framework(adp_engine* engine, const adp_framework* framework) {
  if (engine == nullptr || framework == nullptr) return ADP_E_USAGE;
  try {
    engine->core->use(framework->compiled);
    return ADP_OK;
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

adp_status adp_framework_show(adp_session* session, adp_str name, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (document == nullptr || !read(name, asked)) return misuse(session, "name or document is NULL");
    return give_document(*session, show_document(session->core->frameworks(), asked), document);
  });
}

adp_status adp_framework_search(adp_session* session, adp_str words, size_t limit, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (document == nullptr || !read(words, asked)) return misuse(session, "words or document is NULL");
    json hits = json::array();
    const framework_set frameworks = session->core->frameworks();
    for (const framework_ptr& f : frameworks.all()) {
      json found = search_document(*f, search(*f, asked, limit == 0 ? 20 : limit));
      for (json& hit : found["hits"]) hits.push_back(std::move(hit));
    }
    return give_document(*session, json{{"schema", "activateur/search/1"}, {"hits", std::move(hits)}}, document);
  });
}
