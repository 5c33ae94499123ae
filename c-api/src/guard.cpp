#include "guard.hpp"

#include <cstdlib>
#include <utility>

namespace activateur::c_api {
namespace {

constexpr message broken_contract{"usage", "The call is not right: {0}. See the header's comment.",
                                  "L'appel n'est pas correct : {1}. Voyez le commentaire de l'en-tête."};
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

namespace {

// What the caller gave may stand in a sentence and need not be UTF-8; the sentence must.
std::string readable(std::string text) {
  for (std::size_t from = 0;;) {
    const auto bad = first_bad_utf8(std::string_view(text).substr(from));
    if (!bad) return text;
    text.replace(from + *bad, 1, "\uFFFD");
    from += *bad + 3;
  }
}

}  // namespace

adp_status record(adp_session& session, const error& e) noexcept {
  session.status = status_of(e.kind);
  try {
    session.code = e.what.code();
    session.message = readable(e.text(session.lang));
    session.source = readable(e.where.source);
    session.pointer = readable(e.where.pointer);
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

namespace {

// What a call lacks, said in French: calls say it in English, by a few turns around the names of their parameters.
std::string in_french(std::string what) {
  static constexpr std::pair<std::string_view, std::string_view> turns[] = {
      {"agreed is neither 0 nor 1", "agreed ne vaut ni 0 ni 1"},
      {"keys_path is empty, or", "keys_path est vide, ou"},
      {"options are not understood", "les options ne sont pas comprises"},
      {"a moment is outside years 1 to 9999", "un moment est hors des années 1 à 9999"},
      {"paths are none, or too many", "il n'y a aucun chemin, ou trop"},
      {"status is no HTTP status from 200 to 599", "status n'est pas un statut HTTP de 200 à 599"},
      {"reader_name is not a name of 1 to 128 bytes, or is words",
       "reader_name n'est pas un nom de 1 à 128 octets, ou vaut words"},
      {"url is not absolute, or has a fragment", "url n'est pas absolue, ou a un fragment"},
      {"kinds names no kind of competences", "kinds nomme autre chose qu'un genre de compétences"},
      {"the place for the result", "la place du résultat"},
      {"give one of", "donnez un seul parmi"},
      {"format is no text", "format n'est pas un texte"},
      {"or not understood", "ou incompris"},
      {"is not understood", "n'est pas compris"},
      {"has a NUL inside", "contient un NUL"},
      {"but has a length", "avec une longueur"},
      {"with a length", "avec une longueur"},
      {"is not UTF-8", "n'est pas en UTF-8"},
      {"is NULL", "est NULL"},
      {" or empty", " ou vide"},
      {" or released", " ou rendu"},
      {"a framework", "un référentiel"},
      {"a document", "un document"},
      {"a text", "un texte"},
      {"a path", "un chemin"},
      {"an option", "une option"},
      {" or ", " ou "},
      {" and ", " et "}};
  for (const auto& [english, french] : turns)
    for (std::size_t at = 0; (at = what.find(english, at)) != std::string::npos; at += french.size())
      what.replace(at, english.size(), french);
  return what;
}

}  // namespace

adp_status misuse(adp_session* session, const char* what) noexcept {
  if (session == nullptr) return ADP_E_USAGE;
  try {
    return record(*session, fail(failure::usage, broken_contract, {what, in_french(what)}));
  } catch (...) {
    session->status = ADP_E_NOMEM;
    return ADP_E_NOMEM;
  }
}

adp_status fault(adp_session& session, const char* what) noexcept {
  return tell(session, failure::internal, unforeseen, what);
}

bool read_bytes(adp_str given, std::string_view& out) {
  if (given.ptr == nullptr) {
    out = {};
    return given.len == 0 || given.len == ADP_NUL;
  }
  out = {given.ptr, given.len == ADP_NUL ? std::strlen(given.ptr) : given.len};
  return true;
}

bool read(adp_str given, std::string_view& out) {
  if (!read_bytes(given, out)) return false;
  if (first_bad_utf8(out)) throw broken_call{"a text is not UTF-8"};
  return true;
}

bool read_path(adp_str given, std::string_view& out) {
  return read_bytes(given, out) && !out.empty() && out.find('\0') == std::string_view::npos;
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

bool has_text(std::int64_t ms) {
  constexpr std::int64_t first = -62'135'596'800'000;  // 0001-01-01T00:00:00Z
  constexpr std::int64_t last = 253'402'300'799'999;   // 9999-12-31T23:59:59.999Z
  return ms >= first && ms <= last;
}

instant moment_of(std::int64_t ms) {
  if (!has_text(ms)) throw broken_call{"a moment is outside years 1 to 9999"};
  return instant{ms};
}

context context_of(adp_session& session, std::int64_t at_ms) {
  context with;
  with.lang = session.lang;
  with.now = at_ms != 0 ? moment_of(at_ms) : session.now_ms != 0 ? instant{session.now_ms} : system_now();
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
