// Reports as text for a terminal.
#pragma once

#include "console.hpp"

namespace cli {

void print_gap(const console& to, const json& gap);
void print_group_gap(const console& to, const json& group);
void print_map(const console& to, const json& map);
void print_plan(const console& to, const json& plan);
// The steps of a followed plan with their states, after what the last plan from then on changed.
void print_followed(const console& to, const json& plan);
// Writes a file that was asked for and says so: "activateur/written/1" with --json.
exit_code written(const console& to, const std::string& file, const activateur::bytes& content);

}  // namespace cli
