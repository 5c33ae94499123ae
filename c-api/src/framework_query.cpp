// What is asked of the frameworks that an engine uses.
#include "activateur/framework.h"

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
    std::string_view asked;
    std::string_view ids;
    std::string_view kinds;
    if (document == nullptr || !read(words, asked)) return misuse(session, "words or document is NULL");
    if (!copy_options(options, known) || known.flags != 0 || !read(known.frameworks, ids) || !read(known.kinds, kinds))
      return misuse(session, "options are not understood");
    identify_request request;
    request.text = asked;
    request.limit = limit_of(known.limit);
    request.frameworks = lines_of(ids);
    request.kinds = lines_of(kinds);
    return give_document(*session, session->core->identify(request, context_of(*session)), document);
  });
}
