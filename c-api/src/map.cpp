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
  return answer(session, read_map_request, portfolio, {nullptr, 0}, options, &engine::map, map);
}

adp_status adp_map_explain(adp_session* session, const adp_document* portfolio, adp_str target,
                           const adp_gap_options* options, adp_document** explanation) {
  return answer(session, read_map_request, portfolio, target, options, &engine::explain, explanation);
}

adp_status adp_map_doors(adp_session* session, const adp_document* portfolio, adp_str key,
                         const adp_gap_options* options, adp_document** change) {
  return answer(session, read_map_request, portfolio, key, options, &engine::doors, change);
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
  return answer(session, read_map_request, portfolio, key, options, &engine::map_page, html);
}

adp_status adp_map_doors_render(adp_session* session, const adp_document* portfolio, adp_str key,
                                const adp_gap_options* options, adp_bytes* svg) {
  return answer(session, read_map_request, portfolio, key, options, &engine::doors_picture, svg);
}
