#include "activateur/framework.h"

#include "base/file.hpp"
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
    if (!read_path(path, given)) return misuse(session, "path is NULL or empty, or has a NUL inside");
    result<framework_ptr> opened = open(std::string(given));
    if (!opened) return record(*session, opened.why());
    *out = new adp_framework{*std::move(opened)};
    return ADP_OK;
  });
}

bool read_options(const adp_import_options& known, import_options& asked) {
  const auto take = [](adp_str given, std::string& to) {
    std::string_view text;
    if (!read(given, text)) return false;
    to = text;
    return true;
  };
  if (!take(known.id, asked.id) || !take(known.version, asked.version) || !take(known.title, asked.title) ||
      !take(known.attribution, asked.attribution) || !take(known.language, asked.language))
    return false;
  if (known.columns != nullptr) asked.columns = known.columns->text();
  asked.leave_out_faults = (known.flags & ADP_IMPORT_LEAVE_OUT_FAULTS) != 0;
  return true;
}

}  // namespace

adp_status adp_framework_import(adp_session* session, adp_str path, adp_framework** framework) {
  return open_with(session, path, framework,
                   [&](const std::string& p) { return import_framework(p, context_of(*session)); });
}

adp_status adp_framework_import_with(adp_session* session, adp_str path, const adp_import_options* options,
                                     adp_framework** framework, adp_document** report) {
  if (framework != nullptr) *framework = nullptr;
  if (report != nullptr) *report = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_import_options known;
    import_options asked;
    std::string_view from;
    if (framework == nullptr || report == nullptr) return misuse(session, "framework or report is NULL");
    if (!copy_options(options, known) || (known.flags & ~ADP_IMPORT_LEAVE_OUT_FAULTS) != 0)
      return misuse(session, "options are not understood");
    if (!read_path(path, from) || !read_options(known, asked))
      return misuse(session, "path or an option is NULL, or has a NUL inside");
    const adp_snapshot nothing;
    const adp_snapshot& web = known.snapshot == nullptr ? nothing : *known.snapshot;
    const std::string path_or_url(from);
    result<imported> done = names_web_source(path_or_url)
                                ? import_from_web(path_or_url, *web.source(), asked, context_of(*session))
                                : import_framework(path_or_url, asked, context_of(*session));
    if (!done) return record(*session, done.why());
    json document = import_document(*done, known.before == nullptr ? nullptr : known.before->compiled.get());
    const adp_status status = give_document(*session, std::move(document), report);
    if (status == ADP_OK && done->framework != nullptr) *framework = new adp_framework{done->framework};
    return status;
  });
}

adp_status adp_framework_open(adp_session* session, adp_str path, adp_framework** framework) {
  return open_with(session, path, framework, [](const std::string& p) { return activateur::framework::open(p); });
}

adp_status adp_framework_save(adp_session* session, const adp_framework* framework, adp_str path) {
  return guarded(session, [&]() -> adp_status {
    std::string_view given;
    if (framework == nullptr) return misuse(session, "framework is NULL");
    if (!read_path(path, given)) return misuse(session, "path is NULL or empty, or has a NUL inside");
    const result<void> written = write_sealed(std::string(given), framework->compiled->bytes());
    return written ? ADP_OK : record(*session, written.why());
  });
}

adp_status adp_framework_check(adp_session* session, const adp_framework* framework) {
  return guarded(session, [&]() -> adp_status {
    if (framework == nullptr) return misuse(session, "framework is NULL");
    const result<void> whole = framework->compiled->check();
    return whole ? ADP_OK : record(*session, whole.why());
  });
}

adp_status adp_framework_export(adp_session* session, const adp_framework* framework, adp_str format, adp_str base,
                                adp_str path) {
  return guarded(session, [&]() -> adp_status {
    std::string_view form;
    std::string_view under;
    std::string_view to;
    if (framework == nullptr || !read(format, form) || !read(base, under) || !read_path(path, to))
      return misuse(session, "framework, format, base or path is NULL, or path has a NUL inside");
    const result<std::string> text = export_framework(*framework->compiled, form, under, context_of(*session).now);
    if (!text) return record(*session, text.why());
    const result<void> written = write_file(std::string(to), *text);
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
