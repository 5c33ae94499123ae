// Any bytes as a PDF file: a badge or an error, the same each time, within the limits.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "badges/pdf.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void run(std::string_view bytes) {
  const auto once = badge_of_pdf(bytes, "fuzz");
  const auto twice = badge_of_pdf(bytes, "fuzz");
  require(once.ok() == twice.ok());
  if (!once) {
    require(!once.why().text(language::fr).empty() && once.why().where.source == "fuzz");
    require(once.why().what.code() == twice.why().what.code());
    return;
  }
  require(!once->text.empty() && once->text == twice->text);
}

// Offsets are what mutations break first: an input that is no PDF is one object beside a badge, and made into a file.
void run_as_object(std::string_view bytes) {
  std::string file = "%PDF-1.7\n";
  std::string table = "xref\n0 4\n0000000000 65535 f \n";
  const std::string objects[] = {"<</Metadata 3 0 R>>", "<</openbadges 3 0 R /a 3 0 R>>", std::string(bytes)};
  for (std::size_t i = 0; i < 3; ++i) {
    std::string offset = std::to_string(file.size());
    offset.insert(0, 10 - offset.size(), '0');
    table += offset + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t at = file.size();
  run(file + table + "trailer\n<</Root 1 0 R /Info 2 0 R>>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n");
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input{reinterpret_cast<const char*>(bytes), size};
  if (activateur::is_pdf(input))
    activateur::run(input);
  else
    activateur::run_as_object(input);
  return 0;
}
