#include "activateur/achievement.h"

#include "analysis_call.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

// A call about one achievement: reads what it is given, then `body(achievements, id)`.
template <class Out, class Body>
adp_status about(adp_session* session, const adp_document* achievements, adp_str text, Out* out, Body body) {
  clear(out);
  return guarded(session, [&]() -> adp_status {
    std::string_view id;
    if (out == nullptr) return misuse(session, "the place for the result is NULL");
    if (achievements == nullptr || !read(text, id)) return misuse(session, "achievements or id is NULL");
    return hand_over(*session, body(achievements->value, id), out);
  });
}

// A call about a person and achievements: `body(request, context)`.
template <class Body>
adp_status of_person(adp_session* session, const adp_document* portfolio, const adp_document* achievements, adp_str id,
                     const adp_gap_options* options, adp_document** out, Body body) {
  clear(out);
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (out == nullptr) return misuse(session, "the place for the result is NULL");
    if (!copy_options(options, known) || known.flags != 0 || known.territory != nullptr)
      return misuse(session, "options are not understood");
    if (achievements == nullptr || !read_request(portfolio, id, known, asked))
      return misuse(session, "portfolio, achievements or id is NULL");
    asked.top = static_cast<std::size_t>(known.top);
    return hand_over(*session, body(asked, context_of(*session, known.at_ms)), out);
  });
}

constexpr adp_str no_text = {nullptr, 0};

}  // namespace

adp_status adp_achievement_describe(adp_session* session, const adp_document* achievements, adp_str id,
                                    adp_document** description) {
  return about(session, achievements, id, description, [&](const json& all, std::string_view which) {
    return session->core->describe_achievement(all, which, context_of(*session));
  });
}

adp_status adp_achievement_target(adp_session* session, const adp_document* achievements, adp_str id,
                                  adp_document** target) {
  return about(session, achievements, id, target, [&](const json& all, std::string_view which) {
    return session->core->achievement_as_target(all, which, context_of(*session));
  });
}

adp_status adp_achievement_badge(adp_session* session, const adp_document* achievements, adp_str id,
                                 const adp_document* request, adp_document** badge) {
  return about(session, achievements, id, badge, [&](const json& all, std::string_view which) {
    const json* asked = request == nullptr ? nullptr : &request->value;
    return session->core->achievement_as_badge(all, which, asked, context_of(*session));
  });
}

adp_status adp_achievement_evaluate(adp_session* session, const adp_document* portfolio,
                                    const adp_document* achievements, adp_str id, const adp_gap_options* options,
                                    adp_document** evaluation) {
  return of_person(session, portfolio, achievements, id, options, evaluation,
                   [&](const analysis_request& asked, const context& with) {
                     return session->core->evaluate_achievement(asked, achievements->value, asked.target, with);
                   });
}

adp_status adp_achievement_close(adp_session* session, const adp_document* portfolio, const adp_document* achievements,
                                 const adp_gap_options* options, adp_document** close) {
  return of_person(session, portfolio, achievements, no_text, options, close,
                   [&](const analysis_request& asked, const context& with) {
                     return session->core->close_achievements(asked, achievements->value, with);
                   });
}

adp_status adp_pathway_progress(adp_session* session, const adp_document* portfolio, const adp_document* pathway,
                                const adp_document* achievements, const adp_gap_options* options,
                                adp_document** progress) {
  clear(progress);
  if (pathway == nullptr && session != nullptr)
    return guarded(session, [&] { return misuse(session, "pathway is NULL"); });
  return of_person(session, portfolio, achievements, no_text, options, progress,
                   [&](const analysis_request& asked, const context& with) {
                     return session->core->pathway_progress(asked, pathway->value, achievements->value, with);
                   });
}

adp_status adp_pathway_render(adp_session* session, const adp_document* pathway, const adp_document* achievements,
                              adp_str form, adp_str address, adp_bytes* text) {
  clear(text);
  return guarded(session, [&]() -> adp_status {
    std::string_view as, at;
    if (text == nullptr) return misuse(session, "the place for the result is NULL");
    if (pathway == nullptr || achievements == nullptr || !read(form, as) || !read(address, at))
      return misuse(session, "pathway, achievements, form or address is NULL");
    const auto made =
        engine::render_pathway(pathway->value, achievements->value, as, std::string(at), context_of(*session));
    return hand_over(*session, made, text);
  });
}
