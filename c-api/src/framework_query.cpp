// What is asked of the frameworks that an engine uses.
#include "activateur/framework.h"

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr std::size_t usual_limit = 20;

std::size_t limit_of(std::uint64_t asked) { return asked == 0 ? usual_limit : static_cast<std::size_t>(asked); }

adp_status find(adp_session& session, adp_str words, search_request& request, adp_document** document) {
  std::string_view asked;
  if (document == nullptr || !read(words, asked)) return misuse(&session, "words or document is NULL");
  request.words = asked;
  return give_document(session, search_document(search(session.core->frameworks(), request)), document);
}

constexpr message unused_framework{
    "framework.not_used", "The engine uses no framework \"{0}\". Name one that adp_engine_use_framework was given.",
    "Le moteur n'utilise pas de référentiel « {0} ». Nommez-en un qu'il utilise."};

bool is_competence_kind(const std::string& text) {
  for (const competence_kind k : {competence_kind::know_how, competence_kind::soft_skill, competence_kind::knowledge,
                                  competence_kind::language, competence_kind::block})
    if (text == name(k)) return true;
  return false;
}

bool is_used(const adp_session& session, const std::string& id) {
  const auto frameworks = session.core->frameworks();
  const auto& all = frameworks.all();
  return std::any_of(all.begin(), all.end(), [&](const framework_ptr& f) { return f->id() == id; });
}

bool is_reader_name(std::string_view name) {
  return !name.empty() && name.size() <= limits::text_candidate_bytes && name != own_reading && !first_bad_utf8(name) &&
         std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

// The host's own reader. An exception of its must not cross the library: it counts as a failure.
text_source source_of(const adp_identify_options& options, const std::string& name) {
  const auto ask = [fn = options.reader, data = options.reader_data](const adp_text_question& question,
                                                                     adp_text_candidate* candidates,
                                                                     std::size_t capacity, std::size_t* count) {
    try {
      return result<std::int32_t>(fn(data, &question, candidates, capacity, count));
    } catch (...) {
      return result<std::int32_t>(ADP_E_INTERNAL);
    }
  };
  return {name, {}, [name, ask](const text_question& about) { return ask_c_reader(name, about, ask); }};
}

}  // namespace

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
    search_request request;
    request.limit = limit_of(limit);
    return find(*session, words, request, document);
  });
}

adp_status adp_framework_find(adp_session* session, adp_str words, const adp_search_options* options,
                              adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_search_options known;
    std::string_view filters;
    if (!copy_options(options, known) || known.flags != 0 || !read(known.filters, filters))
      return misuse(session, "options are not understood");
    search_request request;
    request.offset = static_cast<std::size_t>(known.offset);
    request.limit = limit_of(known.limit);
    if (const result<void> taken = read_filters(filters, request); !taken) return record(*session, taken.why());
    return find(*session, words, request, document);
  });
}

adp_status adp_framework_near(adp_session* session, adp_str name, size_t limit, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (document == nullptr || !read(name, asked)) return misuse(session, "name or document is NULL");
    return give_document(*session, session->core->near(asked, limit_of(limit)), document);
  });
}

adp_status adp_framework_correspondences(adp_session* session, adp_str name, size_t limit, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (document == nullptr || !read(name, asked)) return misuse(session, "name or document is NULL");
    return give_document(*session, correspondences_document(session->core->frameworks(), asked, limit_of(limit)),
                         document);
  });
}

adp_status adp_alignment_resolve(adp_session* session, const adp_document* alignment, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (alignment == nullptr || document == nullptr) return misuse(session, "alignment or document is NULL");
    return give_document(*session, alignment_document(alignment->value, session->core->frameworks(), session->lang),
                         document);
  });
}

adp_status adp_text_identify(adp_session* session, adp_str words, const adp_identify_options* options,
                             adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_identify_options known;
    identify_request request;
    std::string_view ids;
    std::string_view kinds;
    std::string_view plugins;
    std::string_view reader_name;
    if (document == nullptr || !read(words, request.text)) return misuse(session, "words or document is NULL");
    if (!copy_options(options, known) || (known.flags & ~ADP_IDENTIFY_NO_PLUGINS) != 0 ||
        !read(known.frameworks, ids) || !read(known.kinds, kinds) || !read(known.plugins, plugins) ||
        !read(known.reader_name, reader_name))
      return misuse(session, "options are not understood");
    request.limit = limit_of(known.limit);
    request.frameworks = lines_of(ids);
    request.kinds = lines_of(kinds);
    if (!std::all_of(request.kinds.begin(), request.kinds.end(), is_competence_kind))
      return misuse(session, "kinds names no kind of competences");
    for (const std::string& id : request.frameworks)
      if (!is_used(*session, id)) return record(*session, fail(failure::not_found, unused_framework, {id}));
    if (known.reader != nullptr) {
      if (!is_reader_name(reader_name))
        return misuse(session, "reader_name is not a name of 1 to 128 bytes, or is words");
      request.sources.push_back(source_of(known, std::string(reader_name)));
    }
    const reading_plugins by{(known.flags & ADP_IDENTIFY_NO_PLUGINS) != 0, lines_of(plugins)};
    return give_document(*session, session->core->identify(std::move(request), by, context_of(*session)), document);
  });
}
