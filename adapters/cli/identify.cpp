#include "commands.hpp"
#include "library.hpp"
#include "plugin.hpp"

namespace cli {
namespace {

struct identify_arguments {
  std::string words, file;
  std::vector<std::string> frameworks, plugins, trusted;
  std::size_t limit = 10;
};

void print_found(const console& to, const json& found, const std::string& title) {
  if (found.empty()) return;
  to.print(title);
  for (const json& one : found) {
    std::string words;
    for (const json& span : one.at("spans")) words += (words.empty() ? "" : ", ") + span.at("text").get<std::string>();
    to.print("  " + column(one.at("id").get<std::string>(), 14) + " " + percent(one.at("confidence")) + "  " +
             one.at("label").get<std::string>() + (words.empty() ? "" : " (" + words + ")") +
             (one.at("source") == "words" ? "" : " [" + one.at("source").get<std::string>() + "]"));
  }
}

exit_code identify(const console& to, const identify_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  load_plugins(to, with, asked.plugins, asked.trusted);
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  if (asked.words.empty() == asked.file.empty())
    throw failure(to.say("Donnez un texte, ou --file.", "Give a text, or --file."), wrong_usage);
  const std::string words = asked.file.empty() ? asked.words : read_file(to, asked.file);
  activateur::identify_options options;
  options.limit = asked.limit;
  const auto found = with.identify(words, options);
  const json document = json::parse(found.json());
  for (const json& f : document.at("failures")) to.note(to.say(f.at("fr"), f.at("en")));
  const bool any = found.count("/competences") + found.count("/jobs") > 0;
  if (to.as_json) {
    to.print_json(found.json());
  } else if (any) {
    print_found(to, document.at("competences"), to.say("Compétences", "Competences"));
    print_found(to, document.at("jobs"), to.say("Métiers", "Jobs"));
  } else {
    to.print(to.say("Rien trouvé.", "Nothing found."));
  }
  return any ? done : negative;
}

}  // namespace

void add_identify(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("identify", "Competences and jobs in a person's own words");
  auto asked = std::make_shared<identify_arguments>();
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return identify(to, *asked); }; });
  command->add_option("text", asked->words, "The words");
  command->add_option("--file", asked->file, "A file that holds them");
  command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
  command->add_option("--plugin", asked->plugins, "Manifest of a plugin that reads texts, to load and ask");
  command->add_option("--trust", asked->trusted, "Key that plugins must be signed with: z6Mk..., or a key file");
  command->add_option("--limit", asked->limit, "At most so many competences, and so many jobs");
}

}  // namespace cli
