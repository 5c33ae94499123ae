// A CSV file with a header line, its columns found by name.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "frameworks/csv.hpp"
#include "frameworks/csv_text.hpp"

namespace activateur {

class csv_table {
 public:
  // Reads the whole file (compressed by gzip or not), at most limits::csv_file_bytes, and its header. Fields are
  // separated by `separator`; 0: by what occurs most in the header, of comma, semicolon and tabulation.
  static result<csv_table> open(const std::string& path, csv_encoding encoding = csv_encoding::utf8,
                                char separator = ',');

  // The position of a column, under any of the names it is published with; an error that lists what is there.
  [[nodiscard]] result<std::size_t> column(std::initializer_list<std::string_view> names) const;

  [[nodiscard]] result<std::vector<std::size_t>> columns(std::initializer_list<std::string_view> names) const;
  // Nothing when it is missing.
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }

  // False at the end; an error when the record has not as many fields as the header.
  result<bool> next();
  [[nodiscard]] std::string_view operator[](std::size_t column) const {
    return column < reader_.record().size() ? reader_.record()[column].text : std::string_view{};
  }
  [[nodiscard]] std::string_view operator[](std::optional<std::size_t> column) const {
    return column ? (*this)[*column] : std::string_view{};
  }
  // What refuse() needs to speak of this field once other records were read.
  [[nodiscard]] std::size_t offset_of(std::size_t column) const {
    const auto& record = reader_.record();
    return record.empty() ? reader_.offset() : record[std::min(column, record.size() - 1)].offset;
  }

  // Tables whose headings are known in small letters and come in any.
  void fold_headings();
  // Tables that leave out the empty fields at the end of their records.
  void take_short_records() { short_records_ = true; }

  [[nodiscard]] std::size_t bytes_read() const { return reader_.offset(); }
  [[nodiscard]] std::size_t bytes() const { return text_->size(); }
  [[nodiscard]] location place(std::size_t offset) const { return reader_.place(offset); }
  [[nodiscard]] const std::string& source() const { return source_; }

  [[nodiscard]] error refuse(const message& what, std::vector<std::string> arguments, std::size_t column) const {
    return fail(failure::input, what, std::move(arguments), place(offset_of(column)));
  }
  [[nodiscard]] error refuse_at(const message& what, std::vector<std::string> arguments, std::size_t offset) const {
    return fail(failure::input, what, std::move(arguments), place(offset));
  }

 private:
  csv_table(std::unique_ptr<std::string> text, std::string source, csv_form form)
      : text_(std::move(text)), source_(std::move(source)), reader_(*text_, source_, form) {}

  std::unique_ptr<std::string> text_;  // the reader points into it
  std::string source_;
  csv_reader reader_;
  std::vector<std::string> header_;
  bool short_records_ = false;
};

}  // namespace activateur
