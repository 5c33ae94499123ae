#include "activateur/document.h"

#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

// The value at a JSON Pointer (RFC 6901), without exceptions for what is simply not there.
adp_status find(const adp_document* document, adp_str pointer, const json*& out) noexcept {
  std::string_view path;
  if (document == nullptr || !read_bytes(pointer, path)) return ADP_E_USAGE;
  try {
    const json* at = &document->value;
    while (!path.empty()) {
      if (path.front() != '/') return ADP_E_INPUT;
      path.remove_prefix(1);
      const std::size_t end = std::min(path.find('/'), path.size());
      std::string step;
      for (std::size_t i = 0; i < end; ++i) {
        if (path[i] != '~') {
          step += path[i];
          continue;
        }
        if (i + 1 >= end || (path[i + 1] != '0' && path[i + 1] != '1')) return ADP_E_INPUT;
        step += path[++i] == '0' ? '~' : '/';
      }
      path.remove_prefix(end);
      if (at->is_object()) {
        const auto member = at->find(step);
        if (member == at->end()) return ADP_E_NOT_FOUND;
        at = &*member;
      } else if (at->is_array()) {
        const bool digits = !step.empty() && step.size() < 10 && step.find_first_not_of("0123456789") == step.npos &&
                            (step == "0" || step.front() != '0');
        if (!digits) return ADP_E_NOT_FOUND;
        const std::size_t index = std::stoul(step);
        if (index >= at->size()) return ADP_E_NOT_FOUND;
        at = &(*at)[index];
      } else {
        return ADP_E_NOT_FOUND;
      }
    }
    out = at;
    return ADP_OK;
  } catch (...) {
    return ADP_E_NOMEM;
  }
}

}  // namespace

adp_status adp_document_parse(adp_session* session, adp_str json_text, adp_str name, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view text, source;
    if (document == nullptr) return misuse(session, "document is NULL");
    if (!read_bytes(json_text, text) || !read(name, source)) return misuse(session, "json or name is NULL");
    return give_document(*session, read_json(text, {}, std::string(source)), document);
  });
}

void adp_document_destroy(adp_document* document) { delete document; }

adp_str adp_document_json(const adp_document* document) {
  if (document == nullptr) return {nullptr, 0};
  try {
    return lend(document->text());
  } catch (...) {
    return {nullptr, 0};
  }
}

adp_str adp_document_schema(const adp_document* document) {
  if (document == nullptr || !document->value.is_object()) return {nullptr, 0};
  const auto member = document->value.find("schema");
  if (member == document->value.end() || !member->is_string()) return {nullptr, 0};
  return lend(member->get_ref<const std::string&>());
}

adp_status adp_document_text(const adp_document* document, adp_str pointer, adp_str* text) {
  if (text == nullptr) return ADP_E_USAGE;
  *text = {nullptr, 0};
  const json* at = nullptr;
  if (const adp_status status = find(document, pointer, at); status != ADP_OK) return status;
  if (!at->is_string()) return ADP_E_INPUT;
  *text = lend(at->get_ref<const std::string&>());
  return ADP_OK;
}

adp_status adp_document_number(const adp_document* document, adp_str pointer, double* number) {
  if (number == nullptr) return ADP_E_USAGE;
  *number = 0;
  const json* at = nullptr;
  if (const adp_status status = find(document, pointer, at); status != ADP_OK) return status;
  if (at->is_boolean())
    *number = at->get<bool>() ? 1 : 0;
  else if (at->is_number())
    *number = at->get<double>();
  else
    return ADP_E_INPUT;
  return ADP_OK;
}

adp_status adp_document_count(const adp_document* document, adp_str pointer, size_t* count) {
  if (count == nullptr) return ADP_E_USAGE;
  *count = 0;
  const json* at = nullptr;
  if (const adp_status status = find(document, pointer, at); status != ADP_OK) return status;
  if (!at->is_array() && !at->is_object()) return ADP_E_INPUT;
  *count = at->size();
  return ADP_OK;
}
