// XML that others wrote, read in one pass (expat): entities and internal DTD subsets are refused before they take
// effect; depth and attributes are bounded.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct XML_ParserStruct;

namespace activateur {

// What is said of which file when its XML is refused. Arguments: of `syntax` what expat says, of `depth` and
// `attributes` the bound.
struct xml_messages {
  const message& syntax;
  const message& doctype;
  const message& entity;
  const message& depth;
  const message& attributes;
};

struct xml_name {
  std::string_view space;
  std::string_view local;
  std::string_view prefix;
};
xml_name split_xml_name(std::string_view expanded);

struct xml_range {
  std::size_t from = 0;
  std::size_t to = 0;
};

class xml_reading {
 public:
  xml_reading(std::string_view bytes, std::string source, const xml_messages& words)
      : bytes_(bytes), source_(std::move(source)), words_(words) {}
  virtual ~xml_reading() = default;
  xml_reading(const xml_reading&) = delete;
  xml_reading& operator=(const xml_reading&) = delete;

  std::optional<error> read();

 protected:
  // Names and values alternate in `attributes`, `count` pairs; names are expanded.
  virtual void start(const xml_name& name, const char** attributes, std::size_t count) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view piece) = 0;
  virtual void namespace_declared(std::string_view /*prefix*/, std::string_view /*space*/) {}
  virtual void encoding_declared(std::string_view /*encoding*/) {}

  // Stops the reading with the first error, at its line.
  void refuse(failure kind, const message& what, std::vector<std::string> arguments = {});
  [[nodiscard]] bool refused() const { return error_.has_value(); }
  [[nodiscard]] xml_range here() const;
  [[nodiscard]] location place() const;  // line and column of what is being read
  // Of elements, from 1 at the root, while one starts or ends; 0 before the root.
  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  struct closing {
    void operator()(XML_ParserStruct* p) const;
  };
  struct events;

  std::string_view bytes_;
  std::string source_;
  xml_messages words_;
  std::unique_ptr<XML_ParserStruct, closing> parser_;
  std::optional<error> error_;
  std::size_t depth_ = 0;
};

}  // namespace activateur
