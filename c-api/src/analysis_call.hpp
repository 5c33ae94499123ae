// What the calls about a person share: reading documents and options into one request.
#pragma once

#include "activateur/gap.h"
#include "guard.hpp"

namespace activateur::c_api {

// Fills the request from a portfolio, a target and options that have at_ms, snapshot and policy. False: misuse.
template <class Options>
bool read_request(const adp_document* portfolio, adp_str target, const Options& options, analysis_request& out) {
  std::string_view text;
  if (portfolio == nullptr || !read(target, text)) return false;
  out.portfolio = &portfolio->value;
  out.target = text;
  out.documents = options.snapshot == nullptr ? nullptr : options.snapshot->source();
  out.policy = options.policy == nullptr ? nullptr : &options.policy->value;
  return true;
}

// What a call gives: nothing before it succeeds.
inline void clear(adp_document** out) {
  if (out != nullptr) *out = nullptr;
}
inline void clear(adp_bytes* out) {
  if (out != nullptr) *out = {nullptr, 0};
}
inline adp_status hand_over(adp_session& session, result<json> made, adp_document** out) {
  return give_document(session, std::move(made), out);
}
inline adp_status hand_over(adp_session& session, const result<std::string>& made, adp_bytes* out) {
  return made ? give(*made, out) : record(session, made.why());
}

// Fills a request from what gaps and maps are given; null when it is understood, else what is not.
using gap_options_reader = const char* (*)(const adp_document* portfolio, adp_str text, const adp_gap_options* options,
                                           adp_gap_options& known, analysis_request& asked);

// One call about a person: reads what it is given, computes, hands over.
template <class Answer, class Out>
adp_status answer(adp_session* session, gap_options_reader read_in, const adp_document* portfolio, adp_str text,
                  const adp_gap_options* options,
                  result<Answer> (engine::*compute)(const analysis_request&, const context&) const, Out* out) {
  clear(out);
  return guarded(session, [&]() -> adp_status {
    adp_gap_options known;
    analysis_request asked;
    if (out == nullptr) return misuse(session, "the place for the result is NULL");
    if (const char* wrong = read_in(portfolio, text, options, known, asked)) return misuse(session, wrong);
    return hand_over(*session, ((*session->core).*compute)(asked, context_of(*session, known.at_ms)), out);
  });
}

// The array `name` of a document whose schema is `schema`; null when it is another document.
inline const json* list_of(const adp_document* document, std::string_view schema, const char* name) {
  const adp_str is = adp_document_schema(document);
  if (std::string_view(is.ptr, is.len) != schema) return nullptr;
  const auto member = document->value.find(name);
  return member == document->value.end() || !member->is_array() ? nullptr : &*member;
}

inline adp_str text_at(const json& holder, const char* name) {
  const auto member = holder.find(name);
  return member == holder.end() || !member->is_string() ? adp_str{nullptr, 0}
                                                        : lend(member->template get_ref<const std::string&>());
}

inline double number_at(const json& holder, const char* name) {
  const auto member = holder.find(name);
  return member == holder.end() || !member->is_number() ? 0.0 : member->template get<double>();
}

// A whole number of a document that a host may have written itself: out of range it is the nearest there is.
template <class Whole>
Whole whole_at(const json& holder, const char* name) {
  using bounds = std::numeric_limits<Whole>;
  const double value = number_at(holder, name);
  if (!(value > static_cast<double>(bounds::min()))) return bounds::min();
  return value < static_cast<double>(bounds::max()) ? static_cast<Whole>(value) : bounds::max();
}

}  // namespace activateur::c_api
