// Reading CSV (RFC 4180) one record at a time, strictly: no repair, no guess.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace activateur {

struct csv_form {
  std::size_t field_bytes = limits::csv_field_bytes;
  std::size_t columns = 1024;
  char separator = ',';
};

struct csv_field {
  std::string_view text;   // without its quotes; valid until the next record
  std::size_t offset = 0;  // of its first byte (the opening quote, if any) in the text
};

// Records end with LF or CRLF; a quoted field may hold separators, line ends and doubled quotes. Refused: a
// quote inside a bare field, anything between a closing quote and the next separator, a quote never closed, a
// carriage return alone. Not thread-safe.
class csv_reader {
 public:
  // `text` is valid UTF-8 and outlives the reader; `source` names it in errors.
  csv_reader(std::string_view text, std::string source, csv_form form = {})
      : text_(text), source_(std::move(source)), form_(form) {}

  // False at the end. After an error the next record is the one that begins after the line of the fault.
  result<bool> next();
  [[nodiscard]] const std::vector<csv_field>& record() const { return fields_; }

  [[nodiscard]] std::size_t offset() const { return at_; }  // bytes read
  // Line and column (in characters) of an offset.
  [[nodiscard]] location place(std::size_t offset) const;

 private:
  result<bool> read_record();
  result<void> read_field();
  result<void> read_quoted();
  [[nodiscard]] std::size_t line_end(std::size_t at) const;  // length of the line end there, or 0

  struct unescaped {  // a field whose text lies in scratch_
    std::size_t field, begin, length;
  };

  std::string_view text_;
  std::string source_;
  csv_form form_;
  std::size_t at_ = 0;
  std::vector<csv_field> fields_;
  std::string scratch_;
  std::vector<unescaped> unescaped_;
  // Where place() last was: places are mostly asked for in order.
  mutable std::size_t line_begin_ = 0;
  mutable std::int64_t line_ = 1;
};

// One record, quoted where it must be: what csv_reader reads back.
std::string csv_line(const std::vector<std::string>& record);

}  // namespace activateur
