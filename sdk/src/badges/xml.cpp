#include "badges/xml.hpp"

#include <expat.h>

#include <climits>

#include "base/limits.hpp"

namespace activateur {
namespace {

constexpr char separator = '\n';  // in expanded names; expat refuses namespaces that contain it
constexpr std::size_t attributes_max = 512;

}  // namespace

xml_name split_xml_name(std::string_view expanded) {
  const std::size_t first = expanded.find(separator);
  if (first == std::string_view::npos) return {{}, expanded, {}};
  const std::string_view rest = expanded.substr(first + 1);
  const std::size_t second = rest.find(separator);
  if (second == std::string_view::npos) return {expanded.substr(0, first), rest, {}};
  return {expanded.substr(0, first), rest.substr(0, second), rest.substr(second + 1)};
}

void xml_reading::closing::operator()(XML_ParserStruct* p) const { XML_ParserFree(p); }

// What expat calls.
struct xml_reading::events {
  static xml_reading& of(void* self) { return *static_cast<xml_reading*>(self); }

  static void start(void* self, const XML_Char* name, const XML_Char** attributes) {
    xml_reading& r = of(self);
    if (r.refused()) return;
    std::size_t count = 0;
    while (attributes[2 * count] != nullptr) ++count;
    if (count > attributes_max) return r.refuse(failure::limit, r.words_.attributes, {std::to_string(attributes_max)});
    if (++r.depth_ > limits::svg_depth)
      return r.refuse(failure::limit, r.words_.depth, {std::to_string(limits::svg_depth)});
    r.start(split_xml_name(name), attributes, count);
  }
  static void end(void* self, const XML_Char* /*name*/) {
    xml_reading& r = of(self);
    if (r.refused()) return;
    r.end();
    --r.depth_;
  }
  static void text(void* self, const XML_Char* piece, int size) {
    if (!of(self).refused()) of(self).text({piece, static_cast<std::size_t>(size)});
  }
  static void space(void* self, const XML_Char* prefix, const XML_Char* uri) {
    if (prefix != nullptr && uri != nullptr) of(self).namespace_declared(prefix, uri);
  }
  static void declaration(void* self, const XML_Char* /*version*/, const XML_Char* encoding, int /*standalone*/) {
    if (encoding != nullptr) of(self).encoding_declared(encoding);
  }
  static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int has_internal_subset) {
    if (has_internal_subset != 0) of(self).refuse(failure::denied, of(self).words_.doctype);
  }
  static void entity(void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                     const XML_Char*, const XML_Char*) {
    of(self).refuse(failure::denied, of(self).words_.entity);
  }
  static void skipped(void* self, const XML_Char*, int) { of(self).refuse(failure::denied, of(self).words_.entity); }
  static int external(XML_Parser self, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    of(self).refuse(failure::denied, of(self).words_.entity);
    return XML_STATUS_ERROR;
  }
};

std::optional<error> xml_reading::read() {
  parser_.reset(XML_ParserCreateNS(nullptr, separator));
  XML_Parser p = parser_.get();
  if (p == nullptr || bytes_.size() > INT_MAX)
    return fail(failure::internal, words_.syntax, {"memory"}, {source_, {}, 0, 0});
  XML_SetUserData(p, this);
  XML_SetReturnNSTriplet(p, 1);
  XML_SetElementHandler(p, events::start, events::end);
  XML_SetCharacterDataHandler(p, events::text);
  XML_SetStartNamespaceDeclHandler(p, events::space);
  XML_SetXmlDeclHandler(p, events::declaration);
  XML_SetStartDoctypeDeclHandler(p, events::doctype);
  XML_SetEntityDeclHandler(p, events::entity);
  XML_SetSkippedEntityHandler(p, events::skipped);
  XML_SetExternalEntityRefHandlerArg(p, this);
  XML_SetExternalEntityRefHandler(p, events::external);
  // In one piece: many small pieces make expat scan long tokens again and again (CVE-2023-52425).
  const XML_Status status = XML_Parse(p, bytes_.data(), static_cast<int>(bytes_.size()), XML_TRUE);
  if (!error_ && status != XML_STATUS_OK) refuse(failure::input, words_.syntax, {XML_ErrorString(XML_GetErrorCode(p))});
  return error_;
}

void xml_reading::refuse(failure kind, const message& what, std::vector<std::string> arguments) {
  if (error_) return;
  error_ = fail(kind, what, std::move(arguments), place());
  XML_StopParser(parser_.get(), XML_FALSE);
}

location xml_reading::place() const {
  return {source_,
          {},
          static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_.get())),
          static_cast<std::int64_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1};
}

xml_range xml_reading::here() const {
  const auto from = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
  return {from, from + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()))};
}

}  // namespace activateur
