#include <optional>

#include "commands.hpp"
#include "library.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct relation_arguments {
  std::string name, before, after, document, code, kind = "transversal";
  std::string url, in, label;
  std::vector<std::string> frameworks;
  std::size_t limit = 20;
};

std::string text_at(const json& from, const char* member) { return from.value(member, std::string()); }

exit_code diff(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto found =
      with.difference(with.import_framework(asked.before), with.import_framework(asked.after), asked.limit);
  if (to.as_json) {
    to.print_json(found.json());
    return done;
  }
  const json d = json::parse(found.json());
  to.print(text_at(d, "framework") + " " + text_at(d, "from") + " -> " + text_at(d, "to"));
  for (const char* what : {"competences", "jobs"})
    for (const auto& [change, count] : d.at("counts").at(what).items())
      if (count != 0)
        to.print("  " + word(to, words::framework_entries, what) + ", " + word(to, words::framework_change, change) +
                 to.say(" : ", ": ") + std::to_string(count.get<int>()));
  for (const json& e : d.at("entries")) {
    std::string changes;
    for (const json& c : e.at("changes"))
      changes += (changes.empty() ? "" : ", ") + word(to, words::framework_change, c.get<std::string>());
    to.print("  " + column(text_at(e, "id"), 16) + " " + text_at(e, "label") + " [" + changes + "]");
  }
  return done;
}

exit_code migrate(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto before = with.import_framework(asked.before);
  const auto after = with.import_framework(asked.after);
  if (asked.code.empty() == asked.document.empty())
    throw failure(to.say("Donnez --document ou --code.", "Give --document or --code."), wrong_usage);
  const auto found = asked.code.empty()
                         ? with.migrate(before, after, with.parse(read_file(to, asked.document), asked.document))
                         : with.follow(before, after, asked.code);
  if (to.as_json) {
    to.print_json(found.json());
    return done;
  }
  const json migrated = json::parse(found.json());
  for (const json& step : migrated.at("steps")) {
    to.print(text_at(step, "id") + " · " + text_at(step, "label") + " [" +
             word(to, words::migration, text_at(step, "kind")) + "]");
    for (const json& one : step.at("to"))
      to.print("  -> " + text_at(one, "id") + " · " + text_at(one, "label") + " (" + percent(one.at("weight")) + ") " +
               text_at(one, "why"));
  }
  return done;
}

void print_near(const console& to, const json& found) {
  for (const json& one : found)
    to.print(column(text_at(one, "id"), 16) + " " + percent(one.at("nearness")) + "  " + text_at(one, "label"));
}

exit_code near(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  const auto found = with.near(asked.name, asked.limit);
  if (to.as_json)
    to.print_json(found.json());
  else
    print_near(to, json::parse(found.json()).at("near"));
  return done;
}

void print_correspondences(const console& to, const json& found) {
  for (const json& one : found)
    to.print(column(text_at(one, "id"), 16) + " " + text_at(one, "label") + " [" +
             word(to, words::correspondence, text_at(one, "relation")) +
             (one.at("candidate").get<bool>() ? to.say(", à vérifier", ", to be checked") : "") + ", " +
             text_at(one, "source") + "]");
}

exit_code correspondences(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  const auto found = with.correspondences(asked.name, asked.limit);
  if (to.as_json)
    to.print_json(found.json());
  else
    print_correspondences(to, json::parse(found.json()).at("correspondences"));
  return found.count("/correspondences") > 0 ? done : negative;
}

exit_code align(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  json alignment = json::object();
  const auto put = [&](const char* member, const std::string& text) {
    if (!text.empty()) alignment[member] = text;
  };
  put("targetUrl", asked.url);
  put("targetCode", asked.code);
  put("targetFramework", asked.in);
  put("targetName", asked.label);
  const auto found = with.resolve(with.parse(alignment.dump()));
  const json answer = json::parse(found.json());
  if (to.as_json) {
    to.print_json(found.json());
  } else if (answer.at("met").get<bool>()) {
    const json& entry = answer.at("entry");
    to.print(text_at(entry, "id") + " · " + text_at(entry, "label") + " [" +
             word(to, words::correspondence, text_at(answer, "relation")) + "]");
    print_correspondences(to, answer.at("correspondences"));
  } else {
    to.print(text_at(answer, "why_not"));
  }
  return answer.at("met").get<bool>() ? done : negative;
}

exit_code detect(const console& to, const relation_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  std::optional<activateur::framework> before;
  if (!asked.before.empty()) before = with.import_framework(asked.before);
  for (const auto& f : use_frameworks(to, engine, with, asked.frameworks)) {
    if (json::parse(with.summary(f).json()).at("id") != asked.name) continue;
    const auto found = with.detect(f, before ? &*before : nullptr, asked.kind, asked.limit);
    if (to.as_json) {
      to.print_json(found.json());
      return done;
    }
    const json detected = json::parse(found.json());
    for (const json& one : detected.at("competences"))
      to.print(column(text_at(one, "id"), 16) + " " + text_at(one, "label"));
    return done;
  }
  throw failure(to.say("Aucun référentiel ne s'appelle « " + asked.name + " ». Voyez « activateur framework list ».",
                       "No framework is called \"" + asked.name + "\". See \"activateur framework list\"."));
}

}  // namespace

void add_framework_relations(CLI::App& group, console& to, chosen_command& chosen) {
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = group.add_subcommand(name, about);
    auto asked = std::make_shared<relation_arguments>();
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
    command->add_option("--limit", asked->limit, "At most so many; 0: the usual number, or all where that makes sense");
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] = add("diff", "What changed between two versions", diff);
    command->add_option("before", asked->before, "The earlier version")->required();
    command->add_option("after", asked->after, "The later version")->required();
  }
  {
    const auto [command, asked] = add("migrate", "Follow a portfolio, a target or a code to a later version", migrate);
    command->add_option("before", asked->before, "The earlier version")->required();
    command->add_option("after", asked->after, "The later version")->required();
    command->add_option("--document", asked->document, "A portfolio or a target");
    command->add_option("--code", asked->code, "A code of the earlier version");
  }
  {
    const auto [command, asked] = add("near", "What is near a job or a competence", near);
    command->add_option("name", asked->name, "rome:K1304, rome:100003")->required();
  }
  {
    const auto [command, asked] = add("correspondences", "What corresponds to it in other frameworks", correspondences);
    command->add_option("name", asked->name, "rome:K1304, rome:100003")->required();
  }
  {
    const auto [command, asked] = add("align", "What an alignment of a badge means", align);
    command->add_option("--url", asked->url, "targetUrl");
    command->add_option("--code", asked->code, "targetCode");
    command->add_option("--in", asked->in, "targetFramework");
    command->add_option("--label", asked->label, "targetName");
  }
  {
    const auto [command, asked] = add("detect", "Transversal, rare or emerging competences", detect);
    command->add_option("name", asked->name, "The framework's identifier")->required();
    command->add_option("--kind", asked->kind, "transversal, rare or emerging")
        ->check(CLI::IsMember({"transversal", "rare", "emerging"}));
    command->add_option("--before", asked->before, "An earlier version");
  }
}

}  // namespace cli
