#include "report/sheet.hpp"

#include "report/messages.hpp"
#include "report/style.hpp"

namespace activateur::report {

void sheet::paragraph(const message& what, std::vector<std::string> arguments, std::string css) const {
  const std::string text = say(what, std::move(arguments));
  if (css.empty())
    out.element("p", text);
  else
    out.element("p", text, {{"class", std::move(css)}});
}

void sheet::date(instant t) const {
  const std::string machine = machine_date(t);
  if (machine.empty())
    out.text(date_in_words(lang(), t));
  else
    out.element("time", date_in_words(lang(), t), {{"datetime", machine}});
}

void sheet::heading(std::string_view tag, const message& what, std::string id) const {
  if (id.empty())
    out.element(tag, say(what));
  else
    out.element(tag, say(what), {{"id", std::move(id)}});
}

markup::element_scope sheet::table_frame(const message& name) const {
  return out.in("div", {{"class", "table"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", say(name)}});
}

void sheet::list_item(const message& what, std::vector<std::string> arguments) const {
  out.element("li", say(what, std::move(arguments)));
}

void sheet::fact(const message& name, std::string_view value) const {
  const auto pair = out.in("div");
  out.element("dt", say(name));
  out.element("dd", value);
}

void sheet::fact(const message& name, instant day) const {
  const auto pair = out.in("div");
  out.element("dt", say(name));
  const auto value = out.in("dd");
  date(day);
}

void sheet::column(const message& title, bool number) const {
  if (number)
    out.element("th", say(title), {{"scope", "col"}, {"class", "number"}});
  else
    out.element("th", say(title), {{"scope", "col"}});
}

void sheet::write_head(std::string_view title) const {
  const auto head = out.in("head");
  out.leaf("meta", {{"charset", "utf-8"}});
  // Nothing is loaded and nothing runs, even if a text ever got through unescaped.
  out.leaf("meta", {{"http-equiv", "Content-Security-Policy"},
                    {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
  out.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.element("title", title);
  out.style_sheet(style_sheet());
}

void sheet::write_skip_link(bool fictitious) const {
  out.element("a", say(words::skip), {{"class", "skip"}, {"href", "#content"}});
  if (fictitious) out.element("div", say(words::example_short), {{"class", "every-page"}, {"aria-hidden", "true"}});
}

void sheet::write_example_banner() const {
  const auto banner = out.in("aside", {{"class", "example"}, {"aria-label", say(words::example_short)}});
  out.element("strong", say(words::example_short) + ".");
  out.text(" " + say(words::example_long));
}

void sheet::write_contents(const std::vector<part>& parts) const {
  const auto nav = out.in("nav", {{"aria-label", say(words::contents)}});
  const auto list = out.in("ol");
  for (const auto& [anchor, title] : parts) {
    const auto item = out.in("li");
    out.element("a", say(*title), {{"href", anchor}});
  }
}

void sheet::write_footer(const std::vector<std::string>& attributions) const {
  const auto footer = out.in("footer");
  if (!attributions.empty()) {
    heading("h2", words::h_attributions);
    const auto list = out.in("ul");
    for (const auto& a : attributions) out.element("li", a);
  }
  out.element("p", "Activateur");
}

std::string code_words(const std::string& id) {
  constexpr std::string_view rome = "rome:";
  return id.starts_with(rome) ? "ROME " + id.substr(rome.size()) : id;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out.append(out.empty() ? "" : ", ").append(part);
  return out;
}

}  // namespace activateur::report
