#include "report/markup.hpp"

#include "base/text.hpp"

namespace activateur::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// U+FFFE and U+FFFF are well-formed UTF-8, yet no XML characters.
void replace_noncharacters(std::string& text) {
  for (std::size_t at = text.find("\xEF\xBF"); at != std::string::npos; at = text.find("\xEF\xBF", at + 3)) {
    if (at + 2 < text.size() && (text[at + 2] == '\xBE' || text[at + 2] == '\xBF')) text.replace(at, 3, replacement);
  }
}

}  // namespace

std::string sound_text(std::string_view any) {
  std::string sound;
  while (const auto bad = first_bad_utf8(any)) {
    sound.append(any.substr(0, *bad)).append(replacement);
    any.remove_prefix(*bad + 1);
  }
  sound.append(any);
  replace_noncharacters(sound);
  return sound;
}

std::string safe_text(std::string_view any) { return escaped_xml(sound_text(any)); }

markup::element_scope::~element_scope() {
  out_->out_.append("</").append(tag_).append(">");
  // A line a block keeps the source readable; inline elements must not gain spaces.
  constexpr std::string_view blocks =
      " html head title body header main footer section article nav figure table caption thead tbody tr "
      "ul ol li dl div p details svg g ";
  std::string needle;
  needle.append(" ").append(tag_).append(" ");
  if (blocks.find(needle) != std::string_view::npos) out_->out_ += '\n';
}

void markup::start(std::string_view tag, attributes with) {
  out_.append("<").append(tag);
  for (const auto& a : with) out_.append(" ").append(a.name).append("=\"").append(safe_text(a.value)).append("\"");
}

markup::element_scope markup::in(std::string_view tag, attributes with) {
  start(tag, with);
  out_ += '>';
  return {*this, tag};
}

void markup::element(std::string_view tag, std::string_view any, attributes with) {
  const auto scope = in(tag, with);
  text(any);
}

void markup::leaf(std::string_view tag, attributes with) {
  start(tag, with);
  out_ += "/>";
}

void markup::text(std::string_view any) { out_ += safe_text(any); }

void markup::style_sheet(std::string_view css) { out_.append("<style>\n").append(css).append("</style>\n"); }

}  // namespace activateur::report
