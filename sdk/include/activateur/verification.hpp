// activateur/verification.hpp - reading a verification report.
#pragma once

#include <activateur/credential.h>

#include <vector>

#include "activateur/document.hpp"

namespace activateur {

enum class verdict : std::int32_t { valid = ADP_VALID, invalid = ADP_INVALID, indeterminate = ADP_INDETERMINATE };

// One check; views into the report.
struct check {
  activateur::verdict verdict;
  std::string_view name, code, message;
};

class verification_report : public document {
 public:
  using document::document;

  [[nodiscard]] activateur::verdict verdict() const noexcept {
    return static_cast<activateur::verdict>(adp_verification_verdict(get()));
  }
  [[nodiscard]] std::vector<check> checks() const {
    std::vector<check> out(adp_verification_check_count(get()));
    for (std::size_t i = 0; i < out.size(); ++i) {
      adp_check one = ADP_CHECK_INIT;
      adp_verification_check_at(get(), i, &one);
      out[i] = {static_cast<activateur::verdict>(one.verdict), view(one.name), view(one.code), view(one.message)};
    }
    return out;
  }
};

}  // namespace activateur
