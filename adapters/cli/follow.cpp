// plan record, replan, reminders: a plan that is followed, kept in a file.
#include "plan.hpp"
#include "print.hpp"

namespace cli {
namespace {

struct event_arguments {
  std::string file, step, state, by, at, reason, until;
  std::vector<std::string> evidence;
};

// Keeps the plan where it was read and says what it has become.
exit_code keep(const console& to, const std::string& file, const activateur::plan& plan) {
  write_file(to, file, plan.json());
  if (to.as_json)
    to.print_json(plan.json());
  else
    print_followed(to, json::parse(plan.json()));
  return done;
}

exit_code record(const console& to, const event_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine, read_time(to, asked.at));
  activateur::step_event event;
  event.step = asked.step;
  event.state = asked.state;
  event.by = asked.by;
  event.reason = asked.reason;
  event.evidence.assign(asked.evidence.begin(), asked.evidence.end());
  event.until_ms = read_day(to, asked.until);
  return keep(to, asked.file, with.record(read_document(to, with, asked.file, "plan"), event));
}

exit_code replan(const console& to, const std::string& file, const plan_arguments& asked) {
  require(to, !asked.portfolio.empty(), "--portfolio");
  require(to, !asked.territory.empty(), "--territory");
  const prepared p(to, asked);
  const std::string target = asked.target.empty() ? std::string() : read_target(to, asked.target);
  const auto before = read_document(to, p.with, file, "plan");
  return keep(to, file, p.with.replan(before, p.portfolio, target, p.territory, p.options));
}

exit_code reminders(const console& to, const std::string& file, const plan_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  activateur::document policy;
  if (!asked.policy.empty()) policy = read_document(to, with, asked.policy, "policy");
  const auto list = with.reminders(read_document(to, with, file, "plan"), read_time(to, asked.at),
                                   asked.policy.empty() ? nullptr : &policy);
  if (to.as_json) {
    to.print_json(list.json());
    return done;
  }
  const json read = json::parse(list.json());
  for (const json& one : read.at("reminders"))
    to.print(one.at("due").get<std::string>() + "  " + one.value("text", ""));
  if (read.at("reminders").empty()) to.print(to.say("Rien à rappeler.", "Nothing to remind of."));
  return done;
}

}  // namespace

void add_follow(CLI::App& group, console& to, chosen_command& chosen, const std::shared_ptr<plan_arguments>& asked) {
  {
    auto* command = group.add_subcommand("record", "Record what happened to a step of a followed plan");
    auto event = std::make_shared<event_arguments>();
    command->add_option("file", event->file, "The followed plan; it is written again")->required();
    command->add_option("--step", event->step, "Its id")->required();
    command->add_option("--state", event->state, "agreed, postponed, under_way, done, failed or dropped")->required();
    command->add_option("--by", event->by, "Who says so, a pseudonym")->required();
    command->add_option("--reason", event->reason, "Needed for dropped");
    command->add_option("--evidence", event->evidence, "Of what is done: an id or a URL");
    command->add_option("--until", event->until, "Of what is postponed: not before this day");
    command->callback([&to, &chosen, asked, event] {
      event->at = asked->at;  // the group's --at
      chosen = [&to, event] { return record(to, *event); };
    });
  }
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = group.add_subcommand(name, about);
    auto file = std::make_shared<std::string>();
    command->add_option("file", *file, "The followed plan")->required();
    command->callback(
        [&to, &chosen, asked, file, run] { chosen = [&to, asked, file, run] { return run(to, *file, *asked); }; });
  };
  add("replan", "The plan from now on: --portfolio, --territory and the other options of plan", replan);
  add("reminders", "What is to be said of a followed plan: --at, --policy", reminders);
}

}  // namespace cli
