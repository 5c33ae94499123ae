// Plans as files for others: calendars, pages, pictures, tables.
#pragma once

#include <map>

#include "commands.hpp"

namespace cli {

using plan_files = std::map<std::string, std::string>;  // format -> file

// --ics FILE, --html FILE... of "plan"; a bare problem has none of them.
void add_plan_files(CLI::App& plan, plan_files& files, CLI::Option* problem);
void write_plan_files(const console& to, const activateur::session& with, const activateur::plan& plan,
                      const plan_files& files);
// "plan render PLAN --format F --output FILE".
void add_plan_render(CLI::App& plan, console& to, chosen_command& chosen);

}  // namespace cli
