#include "plan_render.hpp"

#include <array>

#include "person.hpp"
#include "print.hpp"

namespace cli {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 8> formats{
    {{"html", "The plan as an HTML page"},
     {"svg", "The steps over time, SVG"},
     {"graph", "Which step waits for which, SVG"},
     {"ics", "The plan as a calendar, iCalendar"},
     {"mermaid", "The steps over time, Mermaid"},
     {"mermaid-graph", "Which step waits for which, Mermaid"},
     {"csv", "A line a step, CSV"},
     {"demarches", "The steps as France Travail's démarches, JSON"}}};

struct render_arguments {
  std::string plan, format, output, at;
  std::uint64_t alarm_days = 0;
};

exit_code render(const console& to, const render_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine, read_time(to, asked.at));
  activateur::plan_render_options options;
  options.alarm_days = asked.alarm_days;
  const auto made = with.plan_render(read_document(to, with, asked.plan, "plan"), asked.format, options);
  return written(to, asked.output, made);
}

}  // namespace

void add_plan_files(CLI::App& plan, plan_files& files, CLI::Option* problem) {
  for (const auto& [format, about] : formats)
    plan.add_option_function<std::string>(
            std::string("--") + format, [&files, name = format](const std::string& file) { files[name] = file; }, about)
        ->type_name("FILE")
        ->excludes(problem);
}

void write_plan_files(const console& to, const activateur::session& with, const activateur::plan& plan,
                      const plan_files& files) {
  for (const auto& [format, file] : files) {
    if (format == "ics" && json::parse(plan.json()).at("steps").empty()) {
      to.note(file + to.say(" : pas écrit, un plan sans étape n'a pas d'agenda.",
                            ": not written, a plan without a step has no calendar."));
      continue;
    }
    write_file(to, file, with.plan_render(plan, format).text());
    if (!to.as_json && file != "-") to.print(to.say("Écrit : ", "Written: ") + file);
  }
}

void add_plan_render(CLI::App& plan, console& to, chosen_command& chosen) {
  auto* command = plan.add_subcommand("render", "Write a saved plan as a page, a picture, a calendar or a table");
  auto asked = std::make_shared<render_arguments>();
  std::vector<std::string> names;
  for (const auto& [format, about] : formats) names.emplace_back(format);
  command->add_option("plan", asked->plan, "Plan, JSON")->required();
  command->add_option("--format", asked->format, "What to write")->required()->check(CLI::IsMember(names));
  command->add_option("--output", asked->output, "The file")->required();
  command->add_option("--at", asked->at, "The moment written into it; default: now");
  command->add_option("--alarm-days", asked->alarm_days, "ics: remind so many days before the last day to enrol")
      ->check(CLI::Range(1, 366));
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return render(to, *asked); }; });
}

}  // namespace cli
