// The members "alternatives", "front", "explanation" and "obstacles" of the documents about plans (docs/schemas).
#pragma once

#include "planning/explanation.hpp"
#include "planning/obstacles.hpp"
#include "planning/words.hpp"

namespace activateur {

json document_of(const plan_problem& problem, const std::vector<alternative>& plans, const plan_names& names,
                 language lang);
json document_of(const plan_problem& problem, const plan_front& front, const plan_names& names, language lang);
json document_of(const plan_problem& problem, const plan_solution& plan, const plan_explanation& why,
                 const std::vector<double>& distance, const plan_names& names, language lang);
json document_of(const obstacle_question& asked, const plan_obstacles& found, const plan_names& names, language lang);

// What the three of them share: figures, and how one plan differs from another.
json figures_document(const plan_problem& problem, const plan_solution& plan, const plan_figures& has);
std::string figures_text(const plan_figures& has, language lang);
json steps_document(const plan_problem& problem, const plan_solution& plan, const plan_names& names);
json ids_document(const std::vector<int>& which, const std::vector<json>& ids);
// "3 weeks sooner for 120 € more, because ..."; members `weeks`, `cost_euros`, ..., `gained`, `lost` into `out`.
std::string compare(const plan_problem& problem, const alternative& one, const alternative& other,
                    const plan_names& names, language lang, json& out);

}  // namespace activateur
