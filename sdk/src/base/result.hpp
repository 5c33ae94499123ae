// Errors are values: `result<T>` holds a T or one `error`.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "base/sentence.hpp"

namespace activateur {

// What kind of failure; each maps onto one ADP_E_* status of the C ABI.
enum class failure : std::uint8_t {
  input,        // the bytes or the document are not what they must be
  limit,        // a bound on size, depth, count or time was exceeded
  cancelled,    // the host asked to stop
  not_found,    // nothing has this id, path or code
  io,           // the system refused to read or write
  unsupported,  // well formed, but not something this version can do
  usage,        // a call broke its contract
  denied,       // not trusted or not allowed
  abi,          // built for another ABI
  internal,     // a defect of Activateur
};

// Where in the input: any field may be unknown (empty or 0). Lines and columns count from 1,
// columns in characters (Unicode scalar values).
struct location {
  std::string source;   // file name, URL, or what the host called the input
  std::string pointer;  // RFC 6901 JSON Pointer
  std::int64_t line = 0;
  std::int64_t column = 0;
};

struct error {
  failure kind = failure::internal;
  sentence what;
  location where;

  // One sentence that says what, where and what to do.
  [[nodiscard]] std::string text(language l) const;
};

template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(*-explicit-*)
  result(error e) : state_(std::in_place_index<1>, std::move(e)) {}      // NOLINT(*-explicit-*)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  [[nodiscard]] const error& why() const& { return *std::get_if<1>(&state_); }
  [[nodiscard]] error&& why() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, error> state_;
};

template <>
class [[nodiscard]] result<void> {
 public:
  result() = default;
  result(error e) : failed_(true), error_(std::move(e)) {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const error& why() const& { return error_; }
  [[nodiscard]] error&& why() && { return std::move(error_); }

 private:
  bool failed_ = false;
  error error_;
};

inline error fail(failure kind, const message& what, std::vector<std::string> arguments = {}, location where = {}) {
  return error{kind, sentence(what, std::move(arguments)), std::move(where)};
}

}  // namespace activateur
