#include "frameworks/csv_table.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/text.hpp"
#include "frameworks/gunzip.hpp"

namespace activateur {
namespace {

constexpr message no_header{"csv.empty", "The file is empty: its first line must name the columns.",
                            "Le fichier est vide : sa première ligne doit nommer les colonnes."};
constexpr message duplicate_column{"csv.duplicate_column", "The column \"{0}\" is named twice. Keep one.",
                                   "La colonne « {0} » est nommée deux fois. N'en gardez qu'une."};
constexpr message missing_column{"csv.missing_column",
                                 "The column \"{0}\" is missing; there are: {1}. Download the file again.",
                                 "La colonne « {0} » manque ; il y a : {1}. Téléchargez de nouveau le fichier."};
constexpr message wrong_width{"csv.width", "This line has {0} fields; the header has {1}. Complete or remove the line.",
                              "Cette ligne a {0} champs ; l'en-tête en a {1}. Complétez ou retirez la ligne."};

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto times = [&](char c) { return std::count(line.begin(), line.end(), c); };
  return std::max({',', ';', '\t'}, [&](char a, char b) { return times(a) < times(b); });
}

}  // namespace

result<csv_table> csv_table::open(const std::string& path, csv_encoding encoding, char separator) {
  auto bytes = read_file(path, limits::csv_file_bytes);
  if (bytes && looks_gzipped(*bytes)) bytes = gunzip(*bytes, limits::csv_file_bytes, path);
  if (!bytes) return std::move(bytes).why();
  auto text = csv_text(*std::move(bytes), encoding, path);
  if (!text) return std::move(text).why();
  csv_form form;
  form.separator = separator == 0 ? separator_of(*text) : separator;
  csv_table table(std::make_unique<std::string>(*std::move(text)), path, form);
  auto header = table.reader_.next();
  if (!header) return std::move(header).why();
  if (!*header) return fail(failure::input, no_header, {}, {path, {}, 1, 1});
  for (const csv_field& field : table.reader_.record()) {
    if (!field.text.empty() && std::find(table.header_.begin(), table.header_.end(), field.text) != table.header_.end())
      return table.refuse_at(duplicate_column, {shortened(field.text, 80)}, field.offset);
    table.header_.emplace_back(field.text);
  }
  return table;
}

result<std::size_t> csv_table::column(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto found = std::find(header_.begin(), header_.end(), name); found != header_.end())
      return static_cast<std::size_t>(found - header_.begin());
  std::string there;
  for (const std::string& name : header_) there += (there.empty() ? "" : ", ") + name;
  return fail(failure::input, missing_column, {std::string(*names.begin()), shortened(there, 400)},
              {source_, {}, 1, 1});
}

result<std::vector<std::size_t>> csv_table::columns(std::initializer_list<std::string_view> names) const {
  std::vector<std::size_t> out;
  for (const std::string_view name : names) {
    const auto at = column({name});
    if (!at) return at.why();
    out.push_back(*at);
  }
  return out;
}

std::optional<std::size_t> csv_table::find_column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  return found == header_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - header_.begin()));
}

void csv_table::fold_headings() {
  for (std::string& heading : header_) {
    heading = std::string(trimmed(heading));
    for (char& c : heading)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
}

result<bool> csv_table::next() {
  const std::size_t begin = reader_.offset();
  auto more = reader_.next();
  const std::size_t width = reader_.record().size();
  if (more && *more && (short_records_ ? width > header_.size() : width != header_.size()))
    return refuse_at(wrong_width, {std::to_string(width), std::to_string(header_.size())}, begin);
  return more;
}

}  // namespace activateur
