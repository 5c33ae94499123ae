// Content lines of iCalendar (RFC 5545 section 3.1): folded, escaped, ended by CRLF.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace activateur::report {

class content_lines {
 public:
  // `name` with its parameters, ours alone; `value` as it stands in the file.
  void line(std::string_view name, std::string_view value);
  void text(std::string_view name, std::string_view any);  // a value of type TEXT
  void begin(std::string_view component) { line("BEGIN", component); }
  void end(std::string_view component) { line("END", component); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// RFC 5545 section 3.3.11; bytes that are no UTF-8 become U+FFFD, controls a space.
std::string escaped_ical(std::string_view any);

std::string ical_date(instant t);            // "20270118"
std::string ical_date_time(instant t);       // "20270118T080000Z"
std::string ical_duration(std::int64_t ms);  // "P2D", "PT3H30M"; 0 or more

}  // namespace activateur::report
