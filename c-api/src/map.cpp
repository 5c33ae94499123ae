#include "activateur/map.h"

#include "analysis_call.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

// A request with the options that all calls about maps share. Null when they are understood, else what is not.
const char* read_map_request(const adp_document* portfolio, adp_str target, const adp_gap_options* options,
                             adp_gap_options& known, analysis_request& asked) {
  if (!copy_options(options, known) || (known.flags & ~ADP_MAP_COMPETENCES_ONLY) != 0)
    return "options are not understood";
  if (!read_request(portfolio, target, known, asked)) return "a portfolio or a text is NULL";
  asked.top = known.top;
  asked.competences_only = (known.flags & ADP_MAP_COMPETENCES_ONLY) != 0;
  asked.territory = known.territory == nullptr ? nullptr : &known.territory->value;
  return nullptr;
}

}  // namespace

adp_status adp_map_compute(adp_session* session, const adp_document* portfolio, const adp_gap_options* options,
                           adp_document** map) {
  if (map != nullptr) *map = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (map == nullptr) return misuse(session, "map is NULL");
    if (const char* wrong = read_map_request(portfolio, {nullptr, 0}, options, known, asked))
      return misuse(session, wrong);
    return give_document(*session, session->core->map(asked, context_of(*session, known.at_ms)), map);
  });
}

adp_status adp_map_explain(adp_session* session, const adp_document* portfolio, adp_str target,
                           const adp_gap_options* options, adp_document** explanation) {
  if (explanation != nullptr) *explanation = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (explanation == nullptr) return misuse(session, "explanation is NULL");
    if (const char* wrong = read_map_request(portfolio, target, options, known, asked)) return misuse(session, wrong);
    return give_document(*session, session->core->explain(asked, context_of(*session, known.at_ms)), explanation);
  });
}

adp_status adp_map_doors(adp_session* session, const adp_document* portfolio, adp_str key,
                         const adp_gap_options* options, adp_document** change) {
  if (change != nullptr) *change = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (change == nullptr) return misuse(session, "change is NULL");
    if (const char* wrong = read_map_request(portfolio, key, options, known, asked)) return misuse(session, wrong);
    return give_document(*session, session->core->doors(asked, context_of(*session, known.at_ms)), change);
  });
}

adp_status adp_map_compare(adp_session* session, const adp_document* before, const adp_document* after,
                           const adp_gap_options* options, adp_document** change) {
  if (change != nullptr) *change = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (change == nullptr || before == nullptr) return misuse(session, "before or change is NULL");
    if (const char* wrong = read_map_request(after, {nullptr, 0}, options, known, asked)) return misuse(session, wrong);
    return give_document(*session, session->core->compare(before->value, asked, context_of(*session, known.at_ms)),
                         change);
  });
}

adp_status adp_map_render(adp_session* session, const adp_document* portfolio, adp_str key,
                          const adp_gap_options* options, adp_bytes* html) {
  if (html != nullptr) *html = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (html == nullptr) return misuse(session, "html is NULL");
    if (const char* wrong = read_map_request(portfolio, key, options, known, asked)) return misuse(session, wrong);
    const result<std::string> page = session->core->map_page(asked, context_of(*session, known.at_ms));
    if (!page) return record(*session, page.why());
    return give(*page, html);
  });
}

adp_status adp_map_doors_render(adp_session* session, const adp_document* portfolio, adp_str key,
                                const adp_gap_options* options, adp_bytes* svg) {
  if (svg != nullptr) *svg = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (svg == nullptr) return misuse(session, "svg is NULL");
    if (const char* wrong = read_map_request(portfolio, key, options, known, asked)) return misuse(session, wrong);
    const result<std::string> picture = session->core->doors_picture(asked, context_of(*session, known.at_ms));
    if (!picture) return record(*session, picture.why());
    return give(*picture, svg);
  });
}
