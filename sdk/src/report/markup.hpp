// Writing elements: what is opened is closed, what is written is escaped.
//
// The output is both HTML 5 and well-formed XML, so that any XML parser can check it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace activateur::report {

struct attribute {
  std::string_view name;  // ours, never a document's
  std::string value;      // any text
};
using attributes = std::initializer_list<attribute>;

class markup {
 public:
  // Closes its element at the end of the C++ scope.
  class [[nodiscard]] element_scope {
   public:
    element_scope(markup& out, std::string_view tag) : out_(&out), tag_(tag) {}
    element_scope(const element_scope&) = delete;
    element_scope& operator=(const element_scope&) = delete;
    ~element_scope();

   private:
    markup* out_;
    std::string_view tag_;
  };

  // `tag` must outlive the scope: a literal.
  element_scope in(std::string_view tag, attributes with = {});
  void element(std::string_view tag, std::string_view text, attributes with = {});
  // Void HTML elements and empty SVG elements only: HTML has no other self-closed element.
  void leaf(std::string_view tag, attributes with = {});
  void text(std::string_view any);
  // A style sheet of our own: HTML reads it unescaped, so it has neither `<` nor `&`.
  void style_sheet(std::string_view css);
  void doctype() { out_ += "<!DOCTYPE html>\n"; }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void start(std::string_view tag, attributes with);
  std::string out_;
};

// UTF-8: every byte that is not, and every noncharacter, replaced by U+FFFD.
std::string sound_text(std::string_view any);

// Escaped, and every byte or character that XML 1.0 section 2.2 forbids replaced by U+FFFD.
std::string safe_text(std::string_view any);

}  // namespace activateur::report
