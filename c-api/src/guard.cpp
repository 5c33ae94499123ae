#include "guard.hpp"

#include <cstdlib>

namespace activateur::c_api {
namespace {

constexpr message broken_contract{"usage", "The call is not right: {0}. See the header's comment.",
                                  "L'appel n'est pas correct : {0}. Voyez le commentaire de l'en-tête."};
constexpr message unforeseen{"internal", "Internal fault: {0}. Check that the installation is complete, and report it.",
                             "Faute interne : {0}. Vérifiez que l'installation est complète, et signalez-la."};

}  // namespace

adp_status status_of(failure kind) {
  switch (kind) {
    case failure::input: return ADP_E_INPUT;
    case failure::limit: return ADP_E_LIMIT;
    case failure::cancelled: return ADP_E_CANCELLED;
    case failure::not_found: return ADP_E_NOT_FOUND;
    case failure::io: return ADP_E_IO;
    case failure::unsupported: return ADP_E_UNSUPPORTED;
    case failure::usage: return ADP_E_USAGE;
    case failure::denied: return ADP_E_DENIED;
    case failure::abi: return ADP_E_ABI;
    case failure::internal: break;
  }
  return ADP_E_INTERNAL;
}

void clear(adp_session& session) noexcept {
  session.status = ADP_OK;
  session.code.clear();
  session.message.clear();
  session.source.clear();
  session.pointer.clear();
  session.line = session.column = 0;
}

adp_status record(adp_session& session, const error& e) noexcept {
  session.status = status_of(e.kind);
  try {
    session.code = e.what.code();
    session.message = e.text(session.lang);
    session.source = e.where.source;
    session.pointer = e.where.pointer;
    session.line = e.where.line;
    session.column = e.where.column;
  } catch (...) {
    clear(session);
    session.status = ADP_E_NOMEM;
  }
  return session.status;
}

namespace {

adp_status tell(adp_session& session, failure kind, const message& what, const char* argument) noexcept {
  try {
    return record(session, fail(kind, what, {argument}));
  } catch (...) {
    session.status = ADP_E_NOMEM;
    return ADP_E_NOMEM;
  }
}

}  // namespace

adp_status misuse(adp_session* session, const char* what) noexcept {
  return session == nullptr ? ADP_E_USAGE : tell(*session, failure::usage, broken_contract, what);
}

adp_status fault(adp_session& session, const char* what) noexcept {
  return tell(session, failure::internal, unforeseen, what);
}

bool read(adp_str given, std::string_view& out) {
  if (given.ptr == nullptr) {
    out = {};
    return given.len == 0 || given.len == ADP_NUL;
  }
  out = {given.ptr, given.len == ADP_NUL ? std::strlen(given.ptr) : given.len};
  return true;
}

adp_status give(std::string_view bytes, adp_bytes* out) {
  auto* copy = static_cast<char*>(std::malloc(bytes.size() + 1));
  if (copy == nullptr) return ADP_E_NOMEM;
  if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
  copy[bytes.size()] = '\0';
  out->ptr = copy;
  out->len = bytes.size();
  return ADP_OK;
}

context context_of(adp_session& session, std::int64_t at_ms) {
  context with;
  with.lang = session.lang;
  with.now = at_ms != 0 ? instant{at_ms} : session.now_ms != 0 ? instant{session.now_ms} : system_now();
  progress_sink::callback report;
  if (session.progress != nullptr)
    report = [fn = session.progress, data = session.user_data](std::uint64_t done, std::uint64_t total) {
      // An exception of the host's callback must not cross the library: it counts as a request to stop.
      try {
        return fn(data, done, total) != 0;
      } catch (...) {
        return false;
      }
    };
  with.progress = progress_sink(std::move(report), &session.stop);
  return with;
}

adp_status give_document(adp_session& session, result<json> made, adp_document** out) {
  if (!made) return record(session, made.why());
  *out = new adp_document(*std::move(made));
  return ADP_OK;
}

}  // namespace activateur::c_api
