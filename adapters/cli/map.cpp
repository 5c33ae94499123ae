#include <cmath>

#include "commands.hpp"
#include "library.hpp"
#include "person.hpp"
#include "plugin.hpp"
#include "print.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct map_arguments {
  std::string portfolio, territory, at, documents, policy;
  std::string why, open, doors, compare, html, svg;
  std::vector<std::string> frameworks, plugins, trusted;
  std::uint64_t top = 20;
  bool quick = false;
};

std::string percent(const json& holder, const char* member) {
  return std::to_string(std::lround(holder.value(member, 0.0) * 100)) + " %";
}

void print_text(const console& to, const json& document) {
  if (const auto texts = document.find("texts"); texts != document.end()) to.print(texts->value("standard", ""));
}

void print_why(const console& to, const json& document) {
  to.print(document.at("target").at("texts").value("standard", ""));
  for (const json& rule : document.at("why")) {
    to.print("");
    to.print(rule.value("text", ""));
    std::size_t shown = 0;
    for (const json& part : rule.at("contributions")) {
      if (shown++ == 10) break;
      to.print("  " + padded(part.value("label", ""), 72) + " " + percent(part, "value") + to.say(" sur ", " of ") +
               percent(part, "share"));
    }
  }
}

void print_open(const console& to, const json& document) {
  to.print(document.at("target").at("texts").value("short", ""));
  for (const json& way : document.at("open")) {
    to.print("");
    to.print(way.value("text", "") +
             (way.value("proven", true) ? "" : to.say(" (non prouvé minimal)", " (not proven smallest)")));
    for (const json& set : way.at("sets")) {
      std::string line;
      for (const json& act : set)
        line +=
            (line.empty() ? "  - " : " + ") + word(to, words::act, act.value("act", "")) + " " + act.value("label", "");
      to.print(line);
    }
  }
}

void print_change(const console& to, const json& document) {
  print_text(to, document);
  const auto list = [&](const char* member, const std::string& title) {
    const json& moved = document.at(member);
    if (moved.empty()) return;
    to.print("");
    to.print(title);
    for (const json& t : moved)
      to.print("  " + column(t.value("id", ""), 12) + " " + padded(t.value("label", ""), 60) + " " +
               word(to, words::zone, t.value("zone_before", "")) + " -> " +
               word(to, words::zone, t.value("zone_after", "")) + "  " + percent(t, "expectation_before") + " -> " +
               percent(t, "expectation_after"));
  };
  list("easier", to.say("Plus près :", "Nearer:"));
  list("harder", to.say("Plus loin :", "Farther:"));
  list("better", to.say("Mieux couvertes, même zone :", "Better covered, same zone:"));
}

exit_code map(const console& to, const map_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine, read_time(to, asked.at));
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  load_plugins(to, with, asked.plugins, asked.trusted);
  std::optional<activateur::snapshot> documents;
  if (!asked.documents.empty()) documents = with.load_snapshot(asked.documents);
  activateur::document policy, territory;
  if (!asked.policy.empty()) policy = read_document(to, with, asked.policy, "policy");
  if (!asked.territory.empty()) territory = read_territory(to, with, asked.territory);
  activateur::analysis_options options;
  options.documents = documents ? &*documents : nullptr;
  options.policy = policy ? &policy : nullptr;
  options.territory = territory ? &territory : nullptr;
  options.top = asked.top;
  options.competences_only = asked.quick;
  const activateur::document portfolio = read_portfolio(to, with, asked.portfolio);

  if (!asked.html.empty() || !asked.svg.empty()) {
    const std::string key = asked.doors.empty() ? std::string{} : read_target(to, asked.doors);
    const bool page = !asked.html.empty();
    return written(to, page ? asked.html : asked.svg,
                   page ? with.map_render(portfolio, key, options) : with.map_doors_render(portfolio, key, options));
  }
  activateur::document answer;
  void (*print)(const console&, const json&) = print_map;
  if (!asked.why.empty() || !asked.open.empty()) {
    answer = with.map_explain(portfolio, read_target(to, asked.why.empty() ? asked.open : asked.why), options);
    print = asked.why.empty() ? print_open : print_why;
  } else if (!asked.doors.empty()) {
    answer = with.map_doors(portfolio, read_target(to, asked.doors), options);
    print = print_change;
  } else if (!asked.compare.empty()) {
    answer = with.map_compare(read_portfolio(to, with, asked.compare), portfolio, options);
    print = print_change;
  } else {
    answer = with.map(portfolio, options);
  }
  if (to.as_json)
    to.print_json(answer.json());
  else
    print(to, json::parse(answer.json()));
  return done;
}

}  // namespace

void add_map(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("map", "The carte des possibles: a person against every job");
  auto asked = std::make_shared<map_arguments>();
  command->add_option("--portfolio", asked->portfolio, "Portfolio file, JSON")->required();
  command->add_option("--territory", asked->territory, "Territory file, or a directory with territory.json");
  command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
  command->add_option("--documents", asked->documents, "Directory whose index.json maps URLs to files");
  command->add_option("--policy", asked->policy, "Recognition policy, JSON; default: the built-in one");
  command->add_option("--at", asked->at, "As of this moment; default: now");
  command->add_option("--plugin", asked->plugins, "Manifest of a rules plugin to load");
  command->add_option("--trust", asked->trusted, "Key that plugins must be signed with: z6Mk..., or a key file");
  command->add_option("--top", asked->top, "At most so many targets; 0: all; default: 20");
  command->add_flag("--quick", asked->quick, "By competences alone, without the nearness of jobs");
  auto* why = command->add_option("--why", asked->why, "Why this target is where it is: rome:K1304, or a target file");
  auto* open = command->add_option("--open", asked->open, "What would open this target");
  auto* doors = command->add_option("--doors", asked->doors,
                                    "What one thing more would open: a competence, a job, or a file that describes it");
  auto* compare = command->add_option("--compare", asked->compare, "What moved since this earlier portfolio");
  auto* html = command->add_option("--html", asked->html, "Write the map as a page; with --doors also what that opens");
  auto* svg = command->add_option("--svg", asked->svg, "Write what --doors opens as a picture")->needs(doors);
  html->excludes(why)->excludes(open)->excludes(compare)->excludes(svg);
  svg->excludes(why)->excludes(open)->excludes(compare);
  why->excludes(open)->excludes(doors)->excludes(compare);
  open->excludes(doors)->excludes(compare);
  doors->excludes(compare);
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return map(to, *asked); }; });
}

}  // namespace cli
