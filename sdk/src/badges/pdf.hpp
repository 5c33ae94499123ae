// Badges in PDF files, as Open Badge Passport accepts them: in the document information dictionary (`openbadges`, or
// `openbadgecredential` for Open Badges 3.0) or in the XMP metadata (`openbadges:assertion`, `openbadges:credential`).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

bool is_pdf(std::string_view bytes);

struct pdf_badge {
  std::string keyword;  // the entry or element that held it
  std::string text;
};
// The same badge may stand in several places; two different ones are refused.
result<pdf_badge> badge_of_pdf(std::string_view bytes, const std::string& source);

}  // namespace activateur
