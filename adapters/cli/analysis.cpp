#include "commands.hpp"
#include "library.hpp"
#include "person.hpp"
#include "print.hpp"

namespace cli {
namespace {

struct analysis_arguments {
  std::string portfolio, group, target, at, documents, policy, svg;
  std::vector<std::string> frameworks;
};

// Everything of the command line, read in.
struct prepared {
  explicit prepared(const console& to, const analysis_arguments& asked)
      : with(to.session(engine, read_time(to, asked.at))) {
    used = use_frameworks(to, engine, with, asked.frameworks);
    if (!asked.documents.empty()) documents = with.load_snapshot(asked.documents);
    if (!asked.policy.empty()) policy = read_document(to, with, asked.policy, "policy");
    options.documents = documents ? &*documents : nullptr;
    options.policy = policy ? &policy : nullptr;
    portfolio = asked.group.empty() ? read_portfolio(to, with, asked.portfolio)
                                    : parse_portfolios(to, with, read_file(to, asked.group), asked.group, asked.group);
  }
  activateur::engine engine;
  activateur::session with;
  std::vector<activateur::framework> used;
  std::optional<activateur::snapshot> documents;
  activateur::document policy, portfolio;
  activateur::analysis_options options;
};

exit_code gap(const console& to, const analysis_arguments& asked) {
  if (asked.portfolio.empty() == asked.group.empty())
    throw failure(to.say("Donnez soit --portfolio, soit --group.", "Give either --portfolio or --group."), wrong_usage);
  const prepared p(to, asked);
  if (!asked.group.empty()) {
    const auto report = p.with.group_gap(p.portfolio, read_target(to, asked.target), p.options);
    const json group = json::parse(report.json());
    if (to.as_json)
      to.print_json(report.json());
    else
      print_group_gap(to, group);
    return group.at("failures").empty() ? done : negative;
  }
  if (!asked.svg.empty())
    return written(to, asked.svg, p.with.gap_render(p.portfolio, read_target(to, asked.target), p.options));
  const auto report = p.with.gap(p.portfolio, read_target(to, asked.target), p.options);
  if (to.as_json)
    to.print_json(report.json());
  else
    print_gap(to, json::parse(report.json()));
  return done;
}

}  // namespace

void add_analysis(CLI::App& app, console& to, chosen_command& chosen) {
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = app.add_subcommand(name, about);
    auto asked = std::make_shared<analysis_arguments>();
    command->add_option("--portfolio", asked->portfolio, "Portfolio file, JSON");
    command->add_option("--group", asked->group, "File of several portfolios, JSON: how many stand where");
    command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
    command->add_option("--documents", asked->documents, "Directory whose index.json maps URLs to files");
    command->add_option("--policy", asked->policy, "Recognition policy, JSON; default: the built-in one");
    command->add_option("--at", asked->at, "As of this moment; default: now");
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] = add("gap", "Compare a person with a job or another target", gap);
    command->add_option("--target", asked->target, "rome:K1304, or a target file")->required();
    command->add_option("--svg", asked->svg, "Write the gap as a picture")->excludes("--group");
  }
}

}  // namespace cli
