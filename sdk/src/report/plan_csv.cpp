// A plan as a table: CSV (RFC 4180), UTF-8 without BOM, a heading line, a line a step.
#include <array>
#include <charconv>

#include "base/shown_text.hpp"
#include "report/markup.hpp"
#include "report/plan_output.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"

namespace activateur::report {
namespace {

class table {
 public:
  void text(std::string_view any) {
    std::string sound = sound_text(any);
    std::erase(sound, '\0');
    sound = as_inert_cell(sound);
    if (sound.find_first_of(",;\t\"\r\n") == std::string::npos) {
      cell(sound);
      return;
    }
    std::string quoted("\"");
    for (const char c : sound) quoted.append(c == '"' ? 2 : 1, c);
    cell(quoted.append("\""));
  }
  // Digits, a point, never an exponent: no locale's.
  void number(double value) {
    std::array<char, 64> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 2).ptr;
    std::string out(digits.data(), end);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    cell(out);
  }
  void end_line() {
    out_.append("\r\n");
    first_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void cell(std::string_view as_it_stands) {
    if (!first_) out_ += ',';
    first_ = false;
    out_.append(as_it_stands);
  }
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string plan_csv(const written_plan& plan, const context& with) {
  constexpr std::array heading{"number",   "step",    "action",   "title",  "kind",  "state",      "start",
                               "end",      "session", "enrol_by", "weeks",  "hours", "cost_euros", "full_cost_euros",
                               "provider", "place",   "url",      "closes", "gives", "waits_for",  "opens"};
  const step_order order = order_of(plan.plan, &plan.marks);
  table out;
  for (const char* name : heading) out.text(name);
  out.end_line();
  for (std::size_t i = 0; i < plan.plan.steps.size(); ++i) {
    const planned_step& s = plan.plan.steps[i];
    out.number(static_cast<double>(i + 1));
    out.text(plan.marks[i].id);
    out.text(s.action);
    out.text(s.title);
    out.text(kind_in_words(with.lang, s.kind));
    out.text(name(plan.marks[i].state));
    out.text(to_date(s.start));
    out.text(to_date(s.end));
    out.text(s.session ? to_text(*s.session) : "");
    out.text(s.enrol_by ? to_date(*s.enrol_by) : "");
    out.number(s.weeks);
    out.number(s.hours);
    out.number(s.cost_euros);
    out.number(s.full_cost_euros);
    out.text(s.provider);
    out.text(s.place);
    out.text(s.url);
    out.text(labels_of(plan.plan, s.closes, " | "));
    std::string gives;
    for (const std::string& one : s.gives) gives.append(gives.empty() ? "" : " | ").append(one);
    out.text(gives);
    out.text(titles_of(plan.plan, order.before[i], " | "));
    out.text(titles_of(plan.plan, order.after[i], " | "));
    out.end_line();
  }
  return out.take();
}

}  // namespace activateur::report
