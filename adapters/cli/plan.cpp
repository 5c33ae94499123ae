#include "plan.hpp"

#include <filesystem>

#include "print.hpp"

namespace cli {

void require(const console& to, bool given, const char* option) {
  if (!given)
    throw failure(to.say(std::string("Il manque ") + option + ".", std::string(option) + " is missing."), wrong_usage);
}

namespace {

exit_code show_plan(const console& to, const activateur::plan& plan, const plan_arguments& asked,
                    const activateur::session& with) {
  write_plan_files(to, with, plan, asked.files);
  if (to.as_json)
    to.print_json(plan.json());
  else
    print_plan(to, json::parse(plan.json()));
  return plan.number("/feasible").value_or(0) != 0 ? done : negative;
}

exit_code plan(const console& to, const plan_arguments& asked) {
  if (!asked.problem.empty()) {
    const activateur::engine engine;
    const auto with = to.session(engine);
    return show_plan(to, with.solve(read_document(to, with, asked.problem, "problem"), limits_of(asked)), asked, with);
  }
  require(to, !asked.portfolio.empty(), "--portfolio");
  require(to, !asked.target.empty(), "--target");
  require(to, !asked.territory.empty(), "--territory");
  std::error_code problem;
  if (!asked.follow.empty() && std::filesystem::exists(asked.follow, problem))
    throw failure(to.say(asked.follow +
                             " : ce fichier existe, et pourrait garder ce qui est arrivé d'un plan suivi. "
                             "Pour planifier de nouveau : « activateur plan replan ». Sinon, donnez un autre nom.",
                         asked.follow + ": this file exists, and may keep what became of a followed plan. To plan "
                                        "again: \"activateur plan replan\". Else give another name."));
  const prepared p(to, asked);
  const activateur::plan made = p.with.plan(p.portfolio, read_target(to, asked.target), p.territory, p.options);
  if (asked.follow.empty()) return show_plan(to, made, asked, p.with);
  const activateur::plan followed = p.with.follow(made);
  write_file(to, asked.follow, followed.json());
  return show_plan(to, followed, asked, p.with);
}

exit_code report(const console& to, const plan_arguments& asked) {
  const prepared p(to, asked);
  const std::string target = read_target(to, asked.target);
  if (!p.territory) {
    written(to, asked.output, p.with.report(p.portfolio, target, p.territory, p.options));
    return done;
  }
  const activateur::plan_outcome made = p.with.plan_report(p.portfolio, target, p.territory, p.options);
  written(to, asked.output, made.html);
  return made.plan.number("/feasible").value_or(0) != 0 ? done : negative;  // as `plan` on the same input
}

}  // namespace

void add_plan(CLI::App& app, console& to, chosen_command& chosen) {
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = app.add_subcommand(name, about);
    auto asked = std::make_shared<plan_arguments>();
    command->add_option("--portfolio", asked->portfolio, "Portfolio file, JSON");
    command->add_option("--target", asked->target, "rome:K1304, or a target file");
    command->add_option("--territory", asked->territory, "Directory with territory.json, or such a file");
    command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
    command->add_option("--documents", asked->documents, "Directory whose index.json maps URLs to files");
    command->add_option("--policy", asked->policy, "Recognition policy, JSON; default: the built-in one");
    command->add_option("--plugin", asked->plugins, "Manifest of a rules plugin to load");
    command->add_option("--trust", asked->trusted, "Key that plugins must be signed with: z6Mk..., or a key file");
    command->add_option("--at", asked->at, "As of this moment; default: now");
    command->add_option("--time-limit", asked->time_limit, "Seconds of search");
    command->add_option("--node-limit", asked->node_limit, "Work units of search: the same plan on every machine");
    command->add_option("--seed", asked->seed, "Seed of the search");
    command->add_option("--threads", asked->threads, "How many search at the same time; default: 1")
        ->check(CLI::Range(1, 64));
    command->callback([&to, &chosen, asked, run, command] {
      if (command->get_subcommands().empty()) chosen = [&to, asked, run] { return run(to, *asked); };
    });
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] = add("plan", "Compute an action plan", plan);
    auto* problem = command->add_option("--problem", asked->problem, "Solve a bare plan problem instead");
    for (const char* other : {"--portfolio", "--target", "--territory", "--framework", "--documents", "--policy",
                              "--plugin", "--trust", "--at"})
      problem->excludes(other);
    add_plan_files(*command, asked->files, problem);
    add_plan_render(*command, to, chosen);
    command->add_option("--follow", asked->follow, "Begin to follow the plan, kept in this file")
        ->excludes("--problem");
    add_follow(*command, to, chosen, asked);
    command->add_flag("--alternatives", asked->alternatives, "Also the fastest, cheapest, closest, shortest plans");
    command->add_flag("--explain", asked->explain, "Why each step is there, or why there is no plan");
    command->add_option("--front", asked->front, "Every trade between two of weeks, cost, hours, distance, steps")
        ->delimiter(',')
        ->expected(2)
        ->check(CLI::IsMember({"weeks", "cost", "hours", "distance", "steps"}));
    command->parse_complete_callback([asked = asked] {
      if (asked->front.size() == 2 && asked->front[0] == asked->front[1])
        throw CLI::ValidationError("--front", "one criterion is named twice");
    });
  }
  {
    const auto [command, asked] = add("report", "Write the HTML report of gap and plan", report);
    command->get_option("--portfolio")->required();
    command->get_option("--target")->required();
    command->add_option("--output", asked->output, "The HTML file")->required();
  }
}

}  // namespace cli
