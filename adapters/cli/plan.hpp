// What the commands about plans share.
#pragma once

#include <memory>
#include <optional>

#include "commands.hpp"
#include "library.hpp"
#include "person.hpp"
#include "plan_render.hpp"
#include "plugin.hpp"

namespace cli {

struct plan_arguments {
  std::string portfolio, target, territory, problem, at, documents, policy, output, follow;
  std::vector<std::string> frameworks, plugins, trusted;
  plan_files files;
  double time_limit = 0;
  std::uint64_t node_limit = 0, seed = 0;
  std::uint32_t threads = 1;
  std::vector<std::string> front;
  bool alternatives = false, explain = false;
};

inline std::uint32_t questions_of(const plan_arguments& asked) {
  std::uint32_t out = 0;
  if (asked.alternatives) out |= ADP_PLAN_ALTERNATIVES;
  if (asked.explain) out |= ADP_PLAN_EXPLANATION;
  for (const std::string& name : asked.front)
    out |= name == "weeks"      ? ADP_PLAN_FRONT_WEEKS
           : name == "cost"     ? ADP_PLAN_FRONT_COST
           : name == "hours"    ? ADP_PLAN_FRONT_HOURS
           : name == "distance" ? ADP_PLAN_FRONT_DISTANCE
                                : ADP_PLAN_FRONT_STEPS;
  return out;
}

inline activateur::plan_options limits_of(const plan_arguments& asked) {
  activateur::plan_options out;
  out.node_limit = asked.node_limit;
  out.time_limit_ms = static_cast<std::int64_t>(asked.time_limit * 1000);
  out.seed = asked.seed;
  out.threads = asked.threads;
  out.flags = questions_of(asked);
  return out;
}

// Everything that a computation about a person reads.
struct prepared {
  prepared(const console& to, const plan_arguments& asked)
      : with(to.session(engine, read_time(to, asked.at))), options(limits_of(asked)) {
    used = use_frameworks(to, engine, with, asked.frameworks);
    load_plugins(to, with, asked.plugins, asked.trusted);
    if (!asked.documents.empty()) documents = with.load_snapshot(asked.documents);
    if (!asked.policy.empty()) policy = read_document(to, with, asked.policy, "policy");
    options.documents = documents ? &*documents : nullptr;
    options.policy = policy ? &policy : nullptr;
    portfolio = read_portfolio(to, with, asked.portfolio);
    if (!asked.territory.empty()) territory = read_territory(to, with, asked.territory);
  }
  activateur::engine engine;
  activateur::session with;
  activateur::plan_options options;
  std::vector<activateur::framework> used;
  std::optional<activateur::snapshot> documents;
  activateur::document policy, portfolio, territory;
};

void require(const console& to, bool given, const char* option);

// Of the group "plan": record, replan, reminders. `asked` has the options of the group.
void add_follow(CLI::App& group, console& to, chosen_command& chosen, const std::shared_ptr<plan_arguments>& asked);

}  // namespace cli
