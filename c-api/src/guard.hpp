// The one guard behind every entry of the C ABI, and what entries share.
#pragma once

#include <cstring>
#include <exception>
#include <new>
#include <string_view>

#include "base/text.hpp"
#include "handles.hpp"

namespace activateur::c_api {

adp_status status_of(failure kind);

// Keeps the details of a failure on the session, in its language; gives its status.
adp_status record(adp_session& session, const error& e) noexcept;
// The same for a call that broke its contract: `what` names the argument.
adp_status misuse(adp_session* session, const char* what) noexcept;
// The same for an exception that no room foresaw: `what` is its text.
adp_status fault(adp_session& session, const char* what) noexcept;
void clear(adp_session& session) noexcept;

// Thrown by what reads arguments deep inside a call that breaks its contract: `guarded` makes it a misuse.
struct broken_call {
  const char* what;
};

// Runs the body of an entry: nothing thrown leaves it. The body gives an adp_status or a result<T>'s error via
// `record`.
template <class Body>
adp_status guarded(adp_session* session, Body&& body) noexcept {
  if (session == nullptr) return ADP_E_USAGE;
  try {
    clear(*session);
    const adp_status status = body();
    if (status == ADP_E_CANCELLED) session->stop.store(false, std::memory_order_relaxed);
    return status;
  } catch (const std::bad_alloc&) {
    session->status = ADP_E_NOMEM;
    return ADP_E_NOMEM;
  } catch (const broken_call& e) {
    return misuse(session, e.what);
  } catch (const std::exception& e) {
    return fault(*session, e.what());
  } catch (...) {
    return fault(*session, "");
  }
}

// A view given by the caller; ADP_NUL lengths are measured. False for NULL with a length.
bool read_bytes(adp_str given, std::string_view& out);
// The same for a text, inside `guarded`: throws broken_call for what is not UTF-8, which no document or message holds.
bool read(adp_str given, std::string_view& out);
// The same for a path: not empty, and without a NUL, at which the system would cut it.
bool read_path(adp_str given, std::string_view& out);
inline adp_str lend(std::string_view text) { return {text.data(), text.size()}; }
// Owned bytes, NUL-terminated.
adp_status give(std::string_view bytes, adp_bytes* out);

// The moment, when it has a text (years 1 to 9999); throws broken_call for others.
bool has_text(std::int64_t ms);
instant moment_of(std::int64_t ms);

// What a call runs with: the session's language and progress, and `at_ms` or the session's clock.
context context_of(adp_session& session, std::int64_t at_ms = 0);

// Copies a caller's options struct of any size into the one known here: what is missing is zero, and non-zero bytes
// beyond the known ones are refused.
template <class Struct>
bool copy_options(const Struct* given, Struct& known) {
  known = Struct{};
  known.struct_size = sizeof(Struct);
  if (given == nullptr) return true;
  std::uint32_t size = 0;
  std::memcpy(&size, given, sizeof size);
  if (size < sizeof size || size > 4096) return false;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  for (std::size_t i = sizeof(Struct); i < size; ++i)
    if (bytes[i] != 0) return false;
  std::memcpy(&known, given, size < sizeof(Struct) ? size : sizeof(Struct));
  known.struct_size = sizeof(Struct);
  return true;
}

// Fills a caller's result struct of any size.
template <class Struct>
adp_status fill(const Struct& known, Struct* out) {
  if (out == nullptr) return ADP_E_USAGE;
  std::uint32_t size = 0;
  std::memcpy(&size, out, sizeof size);
  if (size < sizeof size || size > 4096) return ADP_E_USAGE;
  auto* bytes = reinterpret_cast<unsigned char*>(out);
  std::memset(bytes + sizeof size, 0, size - sizeof size);
  const std::size_t used = size < sizeof(Struct) ? size : sizeof(Struct);
  if (used > sizeof size)
    std::memcpy(bytes + sizeof size, reinterpret_cast<const unsigned char*>(&known) + sizeof size, used - sizeof size);
  return ADP_OK;
}

// Hands a result over as a new document.
adp_status give_document(adp_session& session, result<json> made, adp_document** out);

}  // namespace activateur::c_api
