#include "badges/pdf.hpp"

#include <array>
#include <vector>

#include "badges/baking_messages.hpp"
#include "badges/pdf_file.hpp"
#include "badges/xml.hpp"
#include "base/text.hpp"
#include "crypto/jws.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr xml_messages words{xmp_syntax, xmp_doctype, xmp_entity, xmp_depth, xmp_attributes};

struct candidate {
  std::string place;  // as told
  pdf_badge badge;
};

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | c >> 6U);
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xE0U | c >> 12U);
    } else {
      out += static_cast<char>(0xF0U | c >> 18U);
      out += static_cast<char>(0x80U | (c >> 12U & 0x3FU));
    }
    out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

// ISO 32000-1 annex D.3, where it differs from Latin-1.
char32_t document_character(unsigned char byte) {
  constexpr std::array<char16_t, 8> accents{0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};
  constexpr std::array<char16_t, 33> upper{0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039,
                                           0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
                                           0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131,
                                           0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC};
  if (byte >= 0x18 && byte < 0x20) return accents[byte - 0x18U];
  if (byte >= 0x80 && byte <= 0xA0) return upper[byte - 0x80U];
  return byte;
}

// A text string (ISO 32000-1 section 7.9.2.2, ISO 32000-2 for UTF-8); nothing when it is no text.
std::optional<std::string> text_string(std::string_view bytes) {
  std::string out;
  if (bytes.starts_with("\xFE\xFF")) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    char32_t high = 0;
    for (std::size_t i = 2; i < bytes.size(); i += 2) {
      const auto unit =
          static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) << 8U | static_cast<unsigned char>(bytes[i + 1]));
      if ((unit >= 0xDC00 && unit <= 0xDFFF) != (high != 0)) return std::nullopt;
      if (unit >= 0xD800 && unit <= 0xDBFF) {
        high = unit;
        continue;
      }
      append_utf8(high == 0 ? unit : 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00), out);
      high = 0;
    }
    if (high != 0) return std::nullopt;
    return out;
  }
  // Many programs write UTF-8 without saying so.
  const std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  if (!first_bad_utf8(text)) return std::string(text);
  if (text.size() != bytes.size()) return std::nullopt;
  for (const char c : bytes) append_utf8(document_character(static_cast<unsigned char>(c)), out);
  return out;
}

bool is_badge(const xml_name& name) {
  const bool old = name.space == "http://openbadges.org" || name.space == "http://openbadges.org/";
  const bool recent = name.space == "https://purl.imsglobal.org/ob/v3p0";
  // Open Badge Passport goes by the prefix: it says in which namespace nowhere.
  const bool prefixed = name.prefix == "openbadges";
  return (name.local == "assertion" && (old || prefixed)) || (name.local == "credential" && (recent || prefixed));
}

// XMP (ISO 16684-1 section 7): a property is an element, or an attribute of its description.
class xmp_reader : public xml_reading {
 public:
  xmp_reader(std::string_view bytes, const std::string& source) : xml_reading(bytes, source, words) {}

  struct property {
    std::string name;
    std::string verify;
    std::string body;
  };
  std::vector<property> badges;

 private:
  void start(const xml_name& name, const char** attributes, std::size_t count) override {
    if (inside_) {
      // The text may be an item of an array.
      const bool item = name.space == rdf_space &&
                        (name.local == "Alt" || name.local == "Bag" || name.local == "Seq" || name.local == "li");
      if (!item || !trimmed(badges.back().body).empty()) refuse(failure::input, xmp_nested);
      return;
    }
    const bool badge = is_badge(name);
    if (badge) {
      badges.push_back({std::string(name.local), {}, {}});
      inside_ = true;
      badge_depth_ = depth();
    }
    for (std::size_t i = 0; i < count; ++i) {
      const xml_name attribute = split_xml_name(attributes[2 * i]);
      if (badge && attribute.local == "verify")
        badges.back().verify = attributes[2 * i + 1];
      else if (!badge && is_badge(attribute))
        badges.push_back({std::string(attribute.local), {}, attributes[2 * i + 1]});
    }
  }
  void end() override {
    if (inside_ && depth() == badge_depth_) inside_ = false;
  }
  void text(std::string_view piece) override {
    if (inside_) badges.back().body += piece;
  }

  std::size_t badge_depth_ = 0;
  bool inside_ = false;
};

result<void> find_in_information(pdf_file& file, std::vector<candidate>& found, const location& where) {
  const pdf_object* named = file.trailer().find("Info");
  if (named == nullptr) return {};
  const auto information = file.resolve(*named);
  if (!information) return information.why();
  for (const char* key : {"openbadgecredential", "openbadges"}) {
    const pdf_object* entry = information->find(key);
    if (entry == nullptr) continue;
    const std::string place = std::string("Info ") + key;
    const auto value = file.resolve(*entry);
    if (!value) return value.why();
    auto text = value->is(pdf_kind::string) ? text_string(value->text) : std::nullopt;
    if (!text) return fail(failure::input, pdf_empty, {place}, where);
    found.push_back({place, {key, *std::move(text)}});
  }
  return {};
}

result<void> find_in_metadata(pdf_file& file, std::vector<candidate>& found, const std::string& source) {
  const pdf_object* named = file.trailer().find("Root");
  if (named == nullptr) return {};
  const auto catalog = file.resolve(*named);
  if (!catalog) return catalog.why();
  const pdf_object* metadata = catalog->find("Metadata");
  if (metadata == nullptr || metadata->is(pdf_kind::null)) return {};
  const auto packet = file.stream(*metadata);
  if (!packet) return packet.why();
  if (trimmed(*packet).empty()) return {};
  xmp_reader reader(*packet, source);
  if (auto refused = reader.read()) return std::move(*refused);
  for (auto& [name, verify, body] : reader.badges) {
    const bool signed_form = looks_like_jws(trimmed(verify)) || trimmed(body).empty();
    found.push_back({"XMP openbadges:" + name, {name, signed_form ? std::move(verify) : std::move(body)}});
  }
  return {};
}

}  // namespace

bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

result<pdf_badge> badge_of_pdf(std::string_view bytes, const std::string& source) {
  const location where{source, {}, 0, 0};
  pdf_file file(bytes, source);
  if (auto opened = file.open(); !opened) return std::move(opened).why();
  std::vector<candidate> found;
  if (auto looked = find_in_information(file, found, where); !looked) return std::move(looked).why();
  if (auto looked = find_in_metadata(file, found, source); !looked) return std::move(looked).why();
  if (found.empty()) return fail(failure::not_found, pdf_none, {}, where);
  for (candidate& c : found) {
    c.badge.text = std::string(trimmed(c.badge.text));
    if (c.badge.text.empty()) return fail(failure::input, pdf_empty, {c.place}, where);
    if (c.badge.text != found.front().badge.text)
      return fail(failure::input, pdf_two, {found.front().place, c.place}, where);
  }
  return std::move(found.front().badge);
}

}  // namespace activateur
