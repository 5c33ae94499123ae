#include "badges/svg.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "badges/baking_messages.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr std::string_view version_3_space = "https://purl.imsglobal.org/ob/v3p0";
constexpr std::string_view version_2_space = "http://openbadges.org";
constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr char separator = '\n';  // between namespace and local name; expat refuses namespaces that contain it
constexpr std::size_t attributes_max = 512;

struct range {
  std::size_t from = 0;
  std::size_t to = 0;
};

struct qualified_name {
  std::string_view space;
  std::string_view local;
};
qualified_name split(std::string_view expanded) {
  const std::size_t at = expanded.rfind(separator);
  if (at == std::string_view::npos) return {{}, expanded};
  return {expanded.substr(0, at), expanded.substr(at + 1)};
}

// One pass over the document: finds the root's start tag and every badge element.
class svg_reader {
 public:
  svg_reader(std::string_view bytes, const std::string& source) : bytes_(bytes), source_(source) {}

  struct found_badge {
    svg_badge badge;
    range where;
  };
  std::vector<found_badge> badges;
  range root;                         // its start tag
  bool root_is_empty = false;         // <svg ... />
  std::string root_prefix_namespace;  // what the prefix "openbadges" means at the root
  std::string encoding;               // as declared, may be empty

  std::optional<error> read() {
    parser_.reset(XML_ParserCreateNS(nullptr, separator));
    if (!parser_) return fail(failure::internal, svg_syntax, {"memory"}, {source_, {}, 0, 0});
    XML_Parser p = parser_.get();
    XML_SetUserData(p, this);
    XML_SetElementHandler(
        p, [](void* self, const XML_Char* name, const XML_Char** atts) { of(self).start(name, atts); },
        [](void* self, const XML_Char* /*name*/) { of(self).end(); });
    XML_SetCharacterDataHandler(p, [](void* self, const XML_Char* text, int size) {
      if (of(self).inside_) of(self).badges.back().badge.body.append(text, static_cast<std::size_t>(size));
    });
    XML_SetStartNamespaceDeclHandler(p, [](void* self, const XML_Char* prefix, const XML_Char* uri) {
      if (of(self).depth_ == 0 && prefix != nullptr && std::string_view(prefix) == "openbadges" && uri != nullptr)
        of(self).root_prefix_namespace = uri;
    });
    XML_SetXmlDeclHandler(p, [](void* self, const XML_Char* /*version*/, const XML_Char* declared, int) {
      if (declared != nullptr) of(self).encoding = declared;
    });
    XML_SetStartDoctypeDeclHandler(
        p, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int has_internal_subset) {
          if (has_internal_subset != 0) of(self).refuse(failure::denied, svg_doctype);
        });
    XML_SetEntityDeclHandler(
        p, [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*,
              const XML_Char*) { of(self).refuse(failure::denied, svg_entity); });
    XML_SetSkippedEntityHandler(p,
                                [](void* self, const XML_Char*, int) { of(self).refuse(failure::denied, svg_entity); });
    XML_SetExternalEntityRefHandlerArg(p, this);
    XML_SetExternalEntityRefHandler(
        p, [](XML_Parser self, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) -> int {
          of(self).refuse(failure::denied, svg_entity);
          return XML_STATUS_ERROR;
        });
    // In one piece: many small pieces make expat scan long tokens again and again (CVE-2023-52425).
    const XML_Status status = XML_Parse(p, bytes_.data(), static_cast<int>(bytes_.size()), XML_TRUE);
    if (error_) return error_;
    if (status != XML_STATUS_OK) refuse(failure::input, svg_syntax, {XML_ErrorString(XML_GetErrorCode(p))});
    return error_;
  }

 private:
  static svg_reader& of(void* self) { return *static_cast<svg_reader*>(self); }

  void refuse(failure kind, const message& what, std::vector<std::string> arguments = {}) {
    if (error_) return;
    const auto line = static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_.get()));
    const auto column = static_cast<std::int64_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1;
    error_ = fail(kind, what, std::move(arguments), {source_, {}, line, column});
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  [[nodiscard]] range here() const {
    const auto from = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
    return {from, from + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()))};
  }

  void start(const XML_Char* expanded, const XML_Char** attributes) {
    if (error_) return;
    std::size_t count = 0;
    while (attributes[2 * count] != nullptr) ++count;
    if (count > attributes_max) return refuse(failure::limit, svg_attributes, {std::to_string(attributes_max)});
    if (++depth_ > limits::svg_depth) return refuse(failure::limit, svg_depth, {std::to_string(limits::svg_depth)});
    if (inside_) return refuse(failure::input, svg_nested);
    const qualified_name name = split(expanded);
    if (depth_ == 1) {
      if (name.local != "svg" || (name.space != svg_space && !name.space.empty()))
        return refuse(failure::input, svg_root, {shortened(name.local, 60)});
      root = here();
      root_is_empty = root.to >= 2 && bytes_.substr(root.to - 2, 2) == "/>";
      return;
    }
    const bool badge = (name.local == "credential" && name.space == version_3_space) ||
                       (name.local == "assertion" && name.space == version_2_space);
    if (!badge) return;
    badges.push_back({{std::string(name.local), {}, {}}, here()});
    for (std::size_t i = 0; i < count; ++i)
      if (std::string_view(attributes[2 * i]) == "verify") badges.back().badge.verify = attributes[2 * i + 1];
    inside_ = true;
    badge_depth_ = depth_;
  }

  void end() {
    if (error_) return;
    if (inside_ && depth_ == badge_depth_) {
      inside_ = false;
      badges.back().where.to = std::max(badges.back().where.to, here().to);
    }
    --depth_;
  }

  std::string_view bytes_;
  std::string source_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_{nullptr, XML_ParserFree};
  std::optional<error> error_;
  std::size_t depth_ = 0;
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
