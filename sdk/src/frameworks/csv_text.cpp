#include "frameworks/csv_text.hpp"

#include <array>
#include <optional>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message not_utf8{
    "csv.utf8", "Byte 0x{0} is not UTF-8 here. Download the file again, or save it as UTF-8 without changing it.",
    "L'octet 0x{0} n'est pas de l'UTF-8 à cet endroit. Téléchargez de nouveau le fichier, ou enregistrez-le en UTF-8 "
    "sans le modifier."};
constexpr message not_windows_1252{"csv.windows_1252",
                                   "Byte 0x{0} is neither UTF-8 nor Windows-1252. Download the file again.",
                                   "L'octet 0x{0} n'est ni de l'UTF-8 ni du Windows-1252. Téléchargez de nouveau le "
                                   "fichier."};
constexpr message has_nul{
    "csv.nul", "The file holds a NUL byte: it is not a text. Download it again as CSV.",
    "Le fichier contient un octet nul : ce n'est pas un texte. Téléchargez-le de nouveau en CSV."};

// WHATWG Encoding, index windows-1252, bytes 0x80 to 0x9F; 0 where Windows leaves the byte undefined.
constexpr std::array<char16_t, 32> upper_controls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4U], digits[byte & 0xFU]};
}

void append_utf8(std::string& out, char16_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
  } else {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  }
  out += static_cast<char>(0x80U | (c & 0x3FU));
}

location place(const std::string& source, std::string_view text, std::size_t offset) {
  const text_position p = position_of(text, offset);
  return {source, {}, p.line, p.column};
}

result<std::string> from_windows_1252(std::string_view bytes, const std::string& source) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const char16_t c = byte >= 0x80 && byte < 0xA0 ? upper_controls[byte - 0x80U] : byte;
    if (c == 0 && byte != 0)
      return fail(failure::input, not_windows_1252, {hexadecimal(byte)}, place(source, out, out.size()));
    if (c < 0x80)
      out += static_cast<char>(c);
    else
      append_utf8(out, c);
  }
  return out;
}

}  // namespace

result<std::string> csv_text(std::string bytes, csv_encoding encoding, const std::string& source) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (const auto bad = first_bad_utf8(bytes)) {
    if (encoding == csv_encoding::utf8)
      return fail(failure::input, not_utf8, {hexadecimal(static_cast<unsigned char>(bytes[*bad]))},
                  place(source, bytes, *bad));
    auto decoded = from_windows_1252(bytes, source);
    if (!decoded) return std::move(decoded).why();
    bytes = *std::move(decoded);
  }
  if (const auto nul = bytes.find('\0'); nul != std::string::npos)
    return fail(failure::input, has_nul, {}, place(source, bytes, nul));
  return bytes;
}

}  // namespace activateur
