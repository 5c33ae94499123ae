// The commands; each adds itself to the command line and leaves what to run in `chosen`.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "console.hpp"

namespace cli {

using chosen_command = std::function<exit_code()>;

// What every option of every command keeps to: no negative, endless or unreadable number, one value at a time. To be
// called when all commands are there.
void complete_options(CLI::App& app);
// Why the command line is refused, as one sentence.
std::string usage_sentence(const console& to, const CLI::ParseError& e);

// Each "URL=FILE" becomes a JSON-LD context of the session's engine.
void add_contexts(const console& to, const activateur::session& with, const std::vector<std::string>& contexts);

// Of a report of an import: each fault on a line of stderr, with its place.
void note_problems(const console& to, const json& report);

void add_verify(CLI::App& app, console& to, chosen_command& chosen);
void add_credentials(CLI::App& app, console& to, chosen_command& chosen);  // unbake, bake, issue, keygen
void add_framework(CLI::App& app, console& to, chosen_command& chosen);
// Of the group "framework": diff, migrate, near, correspondences, detect, align.
void add_framework_relations(CLI::App& group, console& to, chosen_command& chosen);
void add_identify(CLI::App& app, console& to, chosen_command& chosen);
void add_analysis(CLI::App& app, console& to, chosen_command& chosen);  // gap
void add_map(CLI::App& app, console& to, chosen_command& chosen);
void add_batch(CLI::App& app, console& to, chosen_command& chosen);
void add_plan(CLI::App& app, console& to, chosen_command& chosen);          // plan, report
void add_persons(CLI::App& app, console& to, chosen_command& chosen);       // person, consent
void add_experience(CLI::App& app, console& to, chosen_command& chosen);    // experience, feedback
void add_achievements(CLI::App& app, console& to, chosen_command& chosen);  // achievement, pathway
void add_wallet(CLI::App& app, console& to, chosen_command& chosen);
void add_showcase(CLI::App& app, console& to, chosen_command& chosen);
void add_upkeep(CLI::App& app, console& to, chosen_command& chosen);     // store
void add_territory(CLI::App& app, console& to, chosen_command& chosen);  // import, check
void add_plugin(CLI::App& app, console& to, chosen_command& chosen);
void add_demo(CLI::App& app, console& to, chosen_command& chosen);

}  // namespace cli
