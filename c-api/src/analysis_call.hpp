// What the calls about a person share: reading documents and options into one request.
#pragma once

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

}  // namespace activateur::c_api
