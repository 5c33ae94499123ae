// activateur/error.hpp - failures as exceptions.
#pragma once

#include <activateur/engine.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace activateur {

inline adp_str view(std::string_view text) noexcept { return {text.data(), text.size()}; }
inline std::string_view view(adp_str text) noexcept {
  return text.len == 0 ? std::string_view{} : std::string_view(text.ptr, text.len);
}

// A call that failed: its status and every detail the session kept. what() is the sentence for people.
class error : public std::runtime_error {
 public:
  error(adp_status status, const std::string& message) : std::runtime_error(message), status_(status) {}

  // Reads the details of the session's last failure.
  static error of(const adp_session* session, adp_status status) {
    adp_error details = ADP_ERROR_INIT;
    const bool known = adp_session_last_error(session, &details) == ADP_OK && details.message.len != 0;
    error e(status, known ? std::string(view(details.message)) : "activateur: status " + std::to_string(status));
    if (known) {
      e.code_ = view(details.code);
      e.source_ = view(details.source);
      e.pointer_ = view(details.pointer);
      e.line_ = details.line;
      e.column_ = details.column;
    }
    return e;
  }

  [[nodiscard]] adp_status status() const noexcept { return status_; }
  [[nodiscard]] const std::string& code() const noexcept { return code_; }
  [[nodiscard]] const std::string& source() const noexcept { return source_; }
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] std::int64_t line() const noexcept { return line_; }      // 0: unknown
  [[nodiscard]] std::int64_t column() const noexcept { return column_; }  // 0: unknown

 private:
  adp_status status_;
  std::string code_, source_, pointer_;
  std::int64_t line_ = 0, column_ = 0;
};

}  // namespace activateur
