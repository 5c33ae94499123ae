// What every page of this room is written with: its output, its language, the elements they all have.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace activateur::report {

class sheet {
 public:
  sheet(markup& to, const context& c) : out(to), with(c) {}

  markup& out;
  const context& with;

  [[nodiscard]] language lang() const { return with.lang; }
  [[nodiscard]] std::string say(const message& what, std::vector<std::string> arguments = {}) const {
    return report::say(with.lang, what, std::move(arguments));
  }
  [[nodiscard]] std::string counted(std::size_t n, const message& one, const message& many) const {
    return report::counted(with.lang, n, one, many);
  }
  void paragraph(const message& what, std::vector<std::string> arguments = {}, std::string css = {}) const;
  void date(instant t) const;  // <time>
  // What a wide table scrolls in, by the keyboard too (WCAG 2.1, 2.1.1). `name`: none other of the page has it.
  [[nodiscard]] markup::element_scope table_frame(const message& name) const;
  void heading(std::string_view tag, const message& what, std::string id = {}) const;
  void list_item(const message& what, std::vector<std::string> arguments = {}) const;
  void fact(const message& name, std::string_view value) const;  // of a <dl class="facts">
  void fact(const message& name, instant day) const;
  void column(const message& title, bool number = false) const;  // <th scope="col">

  using part = std::pair<const char*, const message*>;  // "#anchor" and its title
  void write_head(std::string_view title) const;
  void write_skip_link(bool fictitious) const;
  void write_example_banner() const;
  void write_contents(const std::vector<part>& parts) const;
  // Sources, and the name of what wrote the page.
  void write_footer(const std::vector<std::string>& attributions) const;
};

// "rome:K1304" -> "ROME K1304"; other names as they are.
std::string code_words(const std::string& id);
std::string joined(const std::vector<std::string>& parts);

}  // namespace activateur::report
