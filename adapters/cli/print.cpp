#include "print.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "words.hpp"

namespace cli {
namespace {

std::string bar(double belief, double expectation) {
  const auto cells = [](double share) {
    return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 10));
  };
  const std::size_t solid = cells(belief);
  const std::size_t likely = std::max(cells(expectation), solid);
  std::string out;
  for (std::size_t i = 0; i < 10; ++i) out += i < solid ? "█" : i < likely ? "▒" : "·";
  return out;
}

// Two decimals at most, none when there are none: "203", "1,203.5", in French "1 203,5"; whatever the host's locale.
std::string plain(const console& to, double amount) {
  const bool french = to.language != "en";
  std::array<char, 400> out{};
  const auto end = std::to_chars(out.data(), out.data() + out.size(), amount, std::chars_format::fixed, 2).ptr;
  std::string text(out.data(), end);
  std::size_t mark = text.find('.');
  if (mark == std::string::npos) return text;  // not finite
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.'))
    text.pop_back();
  else if (french)
    text[mark] = ',';
  for (const std::size_t first = text.front() == '-' ? 1 : 0; mark > first + 3;)
    text.insert(mark -= 3, french ? "\u202f" : ",");
  return text;
}

std::string euros(const console& to, double amount) { return plain(to, amount) + " €"; }

struct state_heading {
  const char* state;
  const char* fr;
  const char* en;
};

}  // namespace

void print_gap(const console& to, const json& gap) {
  const json& target = gap.at("target");
  to.print(target.value("id", "") + " · " + target.value("label", ""));
  const json& covered = gap.at("coverage");
  to.print(to.say("Couverture : reconnue ", "Coverage: recognised ") + percent(covered.at("belief")) +
           to.say(", attendue ", ", expected ") + percent(covered.at("expectation")) +
           to.say(", possible jusqu'à ", ", possible up to ") + percent(covered.at("plausibility")));
  static constexpr state_heading headings[] = {
      {"recognised", "Reconnu", "Recognised"},
      {"presumed", "Présumé : à faire reconnaître", "Presumed: to be recognised"},
      {"to_explore", "À explorer", "To explore"},
      {"to_acquire", "À acquérir", "To acquire"}};
  for (const auto& heading : headings) {
    std::size_t count = 0;
    for (const json& r : gap.at("requirements")) count += r.at("state") == heading.state ? 1 : 0;
    if (count == 0) continue;
    to.print("");
    to.print(to.say(heading.fr, heading.en) + " (" + std::to_string(count) + ")");
    for (const json& r : gap.at("requirements")) {
      if (r.at("state") != heading.state) continue;
      to.print("  " + bar(r.at("belief"), r.at("expectation")) + " " + (r.value("essential", false) ? "* " : "  ") +
               padded(r.value("label", ""), 72) + " " + r.at("competence").get<std::string>());
    }
  }
  to.print("");
  to.print(
      to.say("* essentiel   █ reconnu   ▒ présumé   · inconnu", "* essential   █ recognised   ▒ presumed   · unknown"));
}

// One line a requirement; a figure that is left out is a dot.
void print_group_gap(const console& to, const json& group) {
  to.print(group.value("text", ""));
  for (const json& f : group.at("failures"))
    to.print("  " + std::to_string(f.at("position").get<std::size_t>() + 1) + ": " + f.value("message", ""));
  const auto requirements = group.find("requirements");
  if (requirements == group.end()) return;
  to.print(to.say("reconnue  présumée  à explorer  à acquérir", "recognised  presumed  to explore  to acquire"));
  for (const json& r : *requirements) {
    std::string line;
    for (const char* state : {"recognised", "presumed", "to_explore", "to_acquire"}) {
      const json& n = r.at("counts").at(state);
      line += padded(n.is_null() ? "·" : n.dump(), 6);
    }
    to.print(line + (r.value("essential", false) ? "* " : "  ") + r.value("label", ""));
  }
}

void print_map(const console& to, const json& map) {
  to.print(map.at("texts").value("standard", ""));
  for (const json& t : map.at("targets"))
    to.print(bar(t.value("belief", 0.0), t.value("expectation", 0.0)) + " " + column(t.value("id", ""), 12) + " " +
             padded(t.value("label", ""), 60) + " " + word(to, words::zone, t.value("zone", "")) +
             (t.value("pareto", false) ? " ◆" : ""));
}

namespace {

// What was asked of a plan besides the plan, by the sentences of the document.
void print_answers(const console& to, const json& plan) {
  const auto texts = [&](const json& of, const char* member) {
    for (const json& one : of.value(member, json::array())) to.print("  " + one.value("text", ""));
  };
  if (const auto others = plan.find("alternatives"); others != plan.end()) {
    to.print(to.say("Autres plans :", "Other plans:"));
    for (const json& one : *others) {
      to.print("  " + one.value("text", ""));
      if (one.value("advised", false)) continue;
      for (const json& difference : one.at("against"))
        if (difference.value("other", 0) == 0) to.print("    " + difference.value("text", ""));
    }
  }
  if (const auto front = plan.find("front"); front != plan.end()) {
    to.print(front->value("complete", false) ? to.say("Tous les compromis :", "Every trade:")
                                             : to.say("Des compromis :", "Some trades:"));
    texts(*front, "points");
  }
  if (const auto why = plan.find("explanation"); why != plan.end()) {
    to.print(to.say("Pourquoi ces étapes :", "Why these steps:"));
    for (const json& step : why->at("steps"))
      to.print("  " + (step.contains("title") ? step.at("title").get<std::string>() : step.at("action").dump()) +
               to.say(" : ", ": ") + step.value("text", ""));
    to.print(to.say("Ce qui fixe la date :", "What decides the date:"));
    texts(*why, "critical");
  }
  if (const auto why = plan.find("obstacles"); why != plan.end()) {
    to.print(to.say("Ce qui fait obstacle :", "What stands in the way:"));
    for (const char* member : {"dead_ends", "conflicts", "remedies"}) texts(*why, member);
  }
}

}  // namespace

void print_plan(const console& to, const json& plan) {
  const bool optimal = plan.value("optimal", false);
  if (const std::string text = plan.value("text", ""); !text.empty()) to.print(text);
  if (!plan.value("feasible", false)) {
    to.print(to.say("Aucun plan trouvé.", "No plan found."));
  } else {
    to.print(to.say("Objectif ", "Objective ") + plain(to, plan.value("objective", 0.0)) +
             to.say(", borne ", ", bound ") + plain(to, plan.value("bound", 0.0)) +
             (optimal ? to.say(" : optimal, prouvé", ": optimal, proven") : to.say(" : non prouvé", ": not proven")));
    for (const json& s : plan.at("steps")) {
      if (!s.contains("title")) {
        to.print("  " + s.at("start").dump() + "  " + s.at("action").dump());
        continue;
      }
      const double full = s.value("full_cost_euros", 0.0), left = s.value("cost_euros", 0.0);
      to.print("  " + s.value("start", "") + "  " + padded(s.value("title", ""), 60) + " " + euros(to, left) +
               (full > left ? to.say(" au lieu de ", " instead of ") + euros(to, full) : ""));
      for (const json& rule : s.value("rules", json::array()))
        to.print("              " + rule.value("reason", "") + " [" + rule.value("rule", "") + "]");
    }
  }
  const auto list = [&](const char* member, const std::string& title) {
    const auto found = plan.find(member);
    if (found == plan.end() || !found->is_array() || found->empty()) return;
    to.print(title);
    for (const json& one : *found)
      to.print("  " + (one.is_string() ? one.get<std::string>()
                                       : one.value("label", one.value("reason", one.value("competence", "")))));
  };
  list("unserved", to.say("Aucune opportunité du territoire ne répond à :", "No opportunity of the territory serves:"));
  list("out_of_reach", to.say("Hors d'atteinte avec ces contraintes :", "Out of reach with these constraints:"));
  print_answers(to, plan);
}

void print_followed(const console& to, const json& plan) {
  const int revision = plan.value("revision", 0);
  to.print(to.say("Révision ", "Revision ") + std::to_string(revision));
  if (const auto changes = plan.find("changes"); changes != plan.end() && changes->value("revision", 0) == revision) {
    for (const json& one : changes->at("steps"))
      if (one.contains("cause")) to.print("  " + one.value("text", ""));
    to.print(changes->value("text", ""));
  }
  for (const json& s : plan.at("steps"))
    to.print("  " + s.value("start", "") + "  " + padded(word(to, words::step, s.value("state", "")), 10) + " " +
             column(s.value("id", ""), 24) + " " + s.value("title", ""));
}

exit_code written(const console& to, const std::string& file, const activateur::bytes& content) {
  write_file(to, file, content.text());
  if (to.as_json)
    to.print_json(json{{"schema", "activateur/written/1"}, {"file", file}}.dump());
  else if (file != "-")
    to.print(to.say("Écrit : ", "Written: ") + file);
  return done;
}

}  // namespace cli
