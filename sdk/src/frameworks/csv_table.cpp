#include "frameworks/csv_table.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/text.hpp"

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

}  // namespace

result<csv_table> csv_table::open(const std::string& path, csv_encoding encoding) {
  auto bytes = read_file(path, limits::csv_file_bytes);
  if (!bytes) return std::move(bytes).why();
  auto text = csv_text(*std::move(bytes), encoding, path);
  if (!text) return std::move(text).why();
  csv_table table(std::make_unique<std::string>(*std::move(text)), path);
  auto header = table.reader_.next();
  if (!header) return std::move(header).why();
  if (!*header) return fail(failure::input, no_header, {}, {path, {}, 1, 1});
  for (const csv_field& field : table.reader_.record()) {
    if (std::find(table.header_.begin(), table.header_.end(), field.text) != table.header_.end())
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

result<bool> csv_table::next() {
  const std::size_t begin = reader_.offset();
  auto more = reader_.next();
  if (more && *more && reader_.record().size() != header_.size())
    return refuse_at(wrong_width, {std::to_string(reader_.record().size()), std::to_string(header_.size())}, begin);
  return more;
}

}  // namespace activateur
