#include "badges/svg.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "badges/baking_messages.hpp"
#include "badges/xml.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr std::string_view version_3_space = "https://purl.imsglobal.org/ob/v3p0";
constexpr std::string_view version_2_space = "http://openbadges.org";
constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr xml_messages words{svg_syntax, svg_doctype, svg_entity, svg_depth, svg_attributes};

// One pass over the document: finds the root's start tag and every badge element.
class svg_reader : public xml_reading {
 public:
  svg_reader(std::string_view bytes, const std::string& source) : xml_reading(bytes, source, words) {}

  struct found_badge {
    svg_badge badge;
    xml_range where;
  };
  std::vector<found_badge> badges;
  xml_range root;                     // its start tag
  bool root_is_empty = false;         // <svg ... />
  std::string root_prefix_namespace;  // what the prefix "openbadges" means at the root
  std::string encoding;               // as declared, may be empty

 private:
  void start(const xml_name& name, const char** attributes, std::size_t count) override {
    if (inside_) return refuse(failure::input, svg_nested);
    if (depth() == 1) {
      if (name.local != "svg" || (name.space != svg_space && !name.space.empty()))
        return refuse(failure::input, svg_root, {shortened(name.local, 60)});
      root = here();
      root_is_empty = root.to >= 2 && bytes().substr(root.to - 2, 2) == "/>";
      return;
    }
    const bool badge = (name.local == "credential" && name.space == version_3_space) ||
                       (name.local == "assertion" && name.space == version_2_space);
    if (!badge) return;
    badges.push_back({{std::string(name.local), {}, {}}, here()});
    for (std::size_t i = 0; i < count; ++i)
      if (std::string_view(attributes[2 * i]) == "verify") badges.back().badge.verify = attributes[2 * i + 1];
    inside_ = true;
    badge_depth_ = depth();
  }

  void end() override {
    if (!inside_ || depth() != badge_depth_) return;
    inside_ = false;
    badges.back().where.to = std::max(badges.back().where.to, here().to);
  }

  void text(std::string_view piece) override {
    if (inside_) badges.back().badge.body += piece;
  }

  void namespace_declared(std::string_view prefix, std::string_view space) override {
    if (depth() == 0 && prefix == "openbadges") root_prefix_namespace = space;
  }

  void encoding_declared(std::string_view declared) override { encoding = declared; }

  std::size_t badge_depth_ = 0;
  bool inside_ = false;
};

std::optional<error> too_large(std::string_view bytes, const std::string& source) {
  if (bytes.size() <= limits::svg_bytes) return std::nullopt;
  return fail(failure::limit, svg_size, {std::to_string(bytes.size()), std::to_string(limits::svg_bytes)},
              {source, {}, 0, 0});
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_utf8_name(std::string_view encoding) {
  constexpr std::string_view utf8 = "utf-8";
  return encoding.empty() || std::equal(encoding.begin(), encoding.end(), utf8.begin(), utf8.end(),
                                        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// A CDATA section cannot contain its own end.
std::string as_cdata(std::string_view text) {
  std::string out = "<![CDATA[";
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find("]]>", at);
    if (end == std::string_view::npos) return out + std::string(text.substr(at)) + "]]>";
    out += text.substr(at, end + 2 - at);
    out += "]]><![CDATA[";
    at = end + 2;
  }
}

}  // namespace

result<svg_badge> badge_of_svg(std::string_view bytes, const std::string& source) {
  if (auto refused = too_large(bytes, source)) return std::move(*refused);
  svg_reader reader(bytes, source);
  if (auto refused = reader.read()) return std::move(*refused);
  const location where{source, {}, 0, 0};
  if (reader.badges.empty()) return fail(failure::not_found, svg_none, {}, where);
  if (reader.badges.size() > 1) return fail(failure::input, svg_two, {}, where);
  svg_badge out = std::move(reader.badges.front().badge);
  out.body = std::string(trimmed(out.body));
  out.verify = std::string(trimmed(out.verify));
  if (out.body.empty() && out.verify.empty()) return fail(failure::input, svg_empty, {}, where);
  return out;
}

result<std::string> svg_with_badge(std::string_view bytes, std::string_view credential, bool version_3, bool jws,
                                   const std::string& source) {
  if (auto refused = too_large(bytes, source)) return std::move(*refused);
  svg_reader reader(bytes, source);
  if (auto refused = reader.read()) return std::move(*refused);
  if (!is_utf8_name(reader.encoding) && !is_ascii(credential))
    return fail(failure::unsupported, svg_encoding, {shortened(reader.encoding, 40)}, {source, {}, 0, 0});

  const std::string_view space = version_3 ? version_3_space : version_2_space;
  const std::string declaration = " xmlns:openbadges=\"" + std::string(space) + '"';
  // Open Badges 3.0 section 5.3.2 declares the prefix on the root; there it may already mean the other version.
  const bool declare_at_root = reader.root_prefix_namespace.empty();
  const bool declare_here = !declare_at_root && reader.root_prefix_namespace != space;
  const std::string element = version_3 ? "openbadges:credential" : "openbadges:assertion";
  std::string badge = '<' + element + (declare_here ? declaration : "");
  if (jws)
    badge += " verify=\"" + std::string(credential) + "\"></" + element + '>';
  else
    badge += '>' + as_cdata(credential) + "</" + element + '>';

  const std::size_t tag_end = reader.root.to - (reader.root_is_empty ? 2 : 1);
  std::string out(bytes.substr(0, tag_end));
  if (declare_at_root) out += declaration;
  out += '>' + badge;
  if (reader.root_is_empty) {
    const std::string_view tag = bytes.substr(reader.root.from + 1);
    out += "</" + std::string(tag.substr(0, tag.find_first_of(" \t\r\n/>"))) + '>';
  }
  std::size_t at = reader.root.to;
  for (const auto& old : reader.badges) {
    out += bytes.substr(at, old.where.from - at);
    at = old.where.to;
  }
  out += bytes.substr(at);
  return out;
}

}  // namespace activateur
