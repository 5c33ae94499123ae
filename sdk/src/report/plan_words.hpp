// One step in words, for the outputs that have no markup.
#pragma once

#include <string>
#include <vector>

#include "report/plan_order.hpp"
#include "report/plan_reading.hpp"
#include "report/words.hpp"

namespace activateur::report {

std::string kind_in_words(language l, std::string_view kind);
std::string labels_of(const plan_report& plan, const std::vector<std::string>& competences, std::string_view between);
std::string titles_of(const plan_report& plan, const std::vector<std::size_t>& steps, std::string_view between);
std::string where_of(const planned_step& s);  // "Maison des aidants, Valombre"
// What it is for, what it costs, what it waits for: one sentence a line.
std::string step_in_words(language l, const written_plan& p, const step_order& order, std::size_t step);
// The last day of a step: its `end` is the day after.
instant last_day(const planned_step& s);

}  // namespace activateur::report
