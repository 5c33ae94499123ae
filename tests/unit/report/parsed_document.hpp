// The report read back by a parser we did not write.
#pragma once

#include <expat.h>

#include <cstring>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace activateur::test {

struct parsed_element {
  std::string tag;
  std::map<std::string, std::string> attributes;
  std::vector<std::string> inside;  // tags of the ancestors, outermost first
  std::string text;                 // its own and its descendants'
};

struct parsed_document {
  std::string fault;  // empty: well-formed
  std::vector<parsed_element> elements;
  std::vector<std::size_t> open;

  explicit parsed_document(const std::string& html) {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &parsed_document::start, &parsed_document::end);
    XML_SetCharacterDataHandler(parser, &parsed_document::characters);
    if (XML_Parse(parser, html.data(), static_cast<int>(html.size()), 1) != XML_STATUS_OK)
      fault = std::string(XML_ErrorString(XML_GetErrorCode(parser))) + " at line " +
              std::to_string(XML_GetCurrentLineNumber(parser));
    XML_ParserFree(parser);
  }

  [[nodiscard]] std::vector<const parsed_element*> all(const std::string& tag) const {
    std::vector<const parsed_element*> found;
    for (const auto& e : elements)
      if (e.tag == tag) found.push_back(&e);
    return found;
  }
  [[nodiscard]] std::set<std::string> ids() const {
    std::set<std::string> found;
    for (const auto& e : elements)
      if (const auto id = e.attributes.find("id"); id != e.attributes.end()) found.insert(id->second);
    return found;
  }

 private:
  static void start(void* self, const char* tag, const char** attributes) {
    auto& d = *static_cast<parsed_document*>(self);
    parsed_element e;
    e.tag = tag;
    for (; *attributes != nullptr; attributes += 2) e.attributes[attributes[0]] = attributes[1];
    for (const std::size_t i : d.open) e.inside.push_back(d.elements[i].tag);
    d.open.push_back(d.elements.size());
    d.elements.push_back(std::move(e));
  }
  static void end(void* self, const char*) { static_cast<parsed_document*>(self)->open.pop_back(); }
  static void characters(void* self, const char* text, int length) {
    auto& d = *static_cast<parsed_document*>(self);
    for (const std::size_t i : d.open) d.elements[i].text.append(text, static_cast<std::size_t>(length));
  }
};

}  // namespace activateur::test
