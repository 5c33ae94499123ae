// CSV from anywhere: read without fault, or refused with a place inside the text. What was read, once written,
// is read back the same.
#include <cstdlib>
#include <string>
#include <vector>

#include "frameworks/csv.hpp"
#include "frameworks/csv_text.hpp"

namespace {

using namespace activateur;

using records = std::vector<std::vector<std::string>>;

bool read_all(const std::string& text, records& out) {
  csv_reader reader(text, "fuzz");
  while (true) {
    const auto more = reader.next();
    if (!more) {
      if (more.why().where.line < 1 || more.why().where.column < 1) std::abort();
      return false;
    }
    if (!*more) return true;
    auto& record = out.emplace_back();
    for (const csv_field& field : reader.record()) record.emplace_back(field.text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  for (const csv_encoding encoding : {csv_encoding::utf8, csv_encoding::utf8_else_windows_1252}) {
    const auto text = csv_text(input, encoding, "fuzz");
    if (!text) continue;
    records first;
    if (!read_all(*text, first)) continue;
    std::string written;
    for (const auto& record : first) written += csv_line(record);
    records second;
    if (!read_all(written, second) || first != second) std::abort();
  }
  return 0;
}
