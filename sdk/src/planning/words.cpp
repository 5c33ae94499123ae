#include "planning/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "planning/answer_messages.hpp"

namespace activateur {

namespace say = answer_messages;

constexpr std::string_view thin_no_break = "\u202f";

// Whatever the locale of the host.
std::string amount_text(double v, language lang) {
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), v, std::chars_format::fixed, 2).ptr;
  std::string out(text.data(), end);
  if (out.find('.') == std::string::npos) return out;  // not finite
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  std::size_t mark = std::min(out.find('.'), out.size());
  if (mark < out.size() && lang == language::fr) out[mark] = ',';
  const std::string_view between = lang == language::fr ? thin_no_break : ",";
  for (const std::size_t first = out.front() == '-' ? 1 : 0; mark > first + 3;) out.insert(mark -= 3, between);
  return out;
}

plan_names names_of(const plan_problem& problem) {
  plan_names out;
  for (std::size_t i = 0; i < problem.actions.size(); ++i) {
    // An instance names its actions by number, or by an id of its own.
    const std::string& id = problem.actions[i].id;
    out.actions.push_back(id);
    if (id == std::to_string(i))
      out.action_ids.emplace_back(i);
    else
      out.action_ids.emplace_back(id);
  }
  for (int f = 0; f < problem.fact_count; ++f) {
    out.facts.push_back(std::to_string(f));
    out.fact_ids.emplace_back(f);
  }
  return out;
}

std::string counted(criterion c, double amount, language lang) {
  const bool one = lang == language::fr ? std::abs(amount) < 2 : amount == 1;
  const message* what = &say::euros;
  switch (c) {
    case criterion::weeks: what = one ? &say::week : &say::weeks; break;
    case criterion::cost: break;
    case criterion::hours: what = one ? &say::hour : &say::hours; break;
    case criterion::distance: what = &say::km; break;
    case criterion::steps: what = one ? &say::step : &say::steps; break;
  }
  return sentence(*what, {amount_text(amount, lang)}).text(lang);
}

std::string enumerated(const std::vector<std::string>& parts, language lang) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0)
      out = parts[0];
    else if (i + 1 == parts.size())
      out = sentence(say::last_of_list, {out, parts[i]}).text(lang);
    else
      out.append(", ").append(parts[i]);
  }
  return out;
}

std::string quoted(const std::string& name, language lang) { return sentence(say::quoted, {name}).text(lang); }

std::string quoted(const std::vector<int>& which, const std::vector<std::string>& names, language lang) {
  std::vector<std::string> out;
  for (const int i : which) out.push_back(quoted(names[static_cast<std::size_t>(i)], lang));
  return enumerated(out, lang);
}

std::string text_of(const group& g, const plan_names& names, language lang) {
  const std::string facts = quoted(g.facts, names.facts, lang);
  if (static_cast<std::size_t>(g.at_least) == g.facts.size()) return facts;
  return sentence(say::some_of, {std::to_string(g.at_least), facts}).text(lang);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string sentences_joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& s : sentences) {
    if (s.empty()) continue;
    if (!out.empty()) out += ' ';
    out += s;
  }
  return out;
}

}  // namespace activateur
