#include <filesystem>

#include "commands.hpp"
#include "library.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct territory_arguments {
  std::vector<std::string> paths, frameworks;
  std::string output, format, id, name, source, at;
  std::vector<double> from;
  double full_week_hours = 0, immersion_weekly_hours = 0;
  std::uint32_t immersion_weeks = 0;
  bool leave_out_faults = false, suppose_core = false;
};

void print_report(const console& to, const json& report) {
  const json& made = report.at("territory");
  to.print(made.at("id").get<std::string>() + " · " + made.at("name").get<std::string>());
  for (const json& source : report.at("sources"))
    to.print("  " + source.at("path").get<std::string>() + " (" + source.at("format").get<std::string>() +
             to.say(") : ", "): ") + std::to_string(source.at("opportunities").get<std::size_t>()));
  to.print(to.say("  opportunités : ", "  opportunities: ") +
           std::to_string(made.at("opportunities").get<std::size_t>()) +
           to.say(", dont utiles à un plan : ", ", of which of use to a plan: ") +
           std::to_string(made.at("of_use").get<std::size_t>()));
  for (const auto& [kind, number] : made.at("kinds").items())
    to.print("    " + padded(word(to, words::opportunity, kind), 20) + std::to_string(number.get<std::size_t>()));
  if (const auto twice = report.at("duplicate_count").get<std::size_t>(); twice > 0)
    to.print(to.say("  reconnues comme déjà là : ", "  recognised as there already: ") + std::to_string(twice));
  for (const json& note : report.at("notes")) to.print("  " + note.at(to.say("fr", "en")).get<std::string>());
}

activateur::territory_import_outcome import_with(const console& to, const territory_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine, read_time(to, asked.at));
  use_frameworks(to, engine, with, asked.frameworks, false);
  activateur::territory_import_options options;
  options.leave_out_faults = asked.leave_out_faults;
  options.suppose_core_of_jobs = asked.suppose_core;
  options.id = asked.id;
  options.name = asked.name;
  options.format = asked.format;
  options.source = asked.source;
  if (asked.from.size() == 2) options.from = {asked.from[0], asked.from[1]};
  options.full_week_hours = asked.full_week_hours;
  options.immersion_weekly_hours = asked.immersion_weekly_hours;
  options.immersion_weeks = asked.immersion_weeks;
  return with.import_territory(asked.paths, options);
}

exit_code import_all(const console& to, const territory_arguments& asked) {
  const auto outcome = import_with(to, asked);
  const json report = json::parse(outcome.report.json());
  note_problems(to, report);
  if (!outcome.territory) {
    if (to.as_json) to.print_json(outcome.report.json());
    return impossible;
  }
  write_file(to, asked.output, json::parse(outcome.territory->json()).dump(1) + "\n");
  if (to.as_json) {
    json out = report;
    out["file"] = asked.output;
    to.print_json(out.dump());
    return done;
  }
  print_report(to, report);
  to.print(to.say("  fichier : ", "  file: ") + asked.output);
  return done;
}

exit_code check(const console& to, const territory_arguments& asked) {
  const auto outcome = import_with(to, asked);
  const json report = json::parse(outcome.report.json());
  note_problems(to, report);
  if (to.as_json)
    to.print_json(outcome.report.json());
  else if (outcome.territory)
    print_report(to, report);
  return outcome.territory ? done : negative;
}

}  // namespace

void add_territory(CLI::App& app, console& to, chosen_command& chosen) {
  auto* group = app.add_subcommand("territory", "Territories: import, check");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = group->add_subcommand(name, about);
    auto asked = std::make_shared<territory_arguments>();
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
    command->add_option("--at", asked->at, "As of this moment; default: now");
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] =
        add("import", "Make a territory of what the field publishes (docs/territory.md)", import_all);
    command->add_option("paths", asked->paths, "Files and directories")->required();
    command->add_option("--output", asked->output, "The territory's file")->required();
    command->add_option("--format", asked->format,
                        "lheo, data-inclusion, data-inclusion-structures, immersion-facile, badge, derivation or "
                        "territory; default: by what each holds");
    command->add_option("--id", asked->id, "The territory's identifier");
    command->add_option("--name", asked->name, "The territory's name");
    command->add_option("--source", asked->source, "Whom to name beside what the sources say of themselves");
    command->add_option("--from", asked->from, "LATITUDE LONGITUDE that distances are from")->expected(2);
    command->add_option("--full-week-hours", asked->full_week_hours,
                        "Of a training that says hours and no dates; default: 35");
    command->add_option("--immersion-weeks", asked->immersion_weeks, "How long immersions last that do not say");
    command->add_option("--immersion-weekly-hours", asked->immersion_weekly_hours, "Their hours a week");
    command->add_flag("--suppose-core", asked->suppose_core,
                      "Trainings to a certification teach what is at the core of all the jobs they name");
    command->add_flag("--leave-out-faults", asked->leave_out_faults, "Take what is right instead of refusing all");
  }
  {
    const auto [command, asked] = add("check", "Read a territory and say what is wrong or past", check);
    command->add_option("paths", asked->paths, "Files and directories")->required();
  }
}

}  // namespace cli
