// Small texts inside sentences about plans.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "json/json.hpp"
#include "planning/alternatives.hpp"

namespace activateur {

// At most two decimals, none when whole: "12", "7.5", "1,200"; "7,5", "1 200" in French.
std::string amount_text(double v, language lang);

// How a document and its sentences name the actions and the facts of a problem.
struct plan_names {
  std::vector<std::string> actions, facts;  // for sentences
  std::vector<json> action_ids, fact_ids;   // for documents
};
// Of a bare problem: actions by their ids, facts by their numbers.
plan_names names_of(const plan_problem& problem);

// "3 weeks", "120 €", "1 step".
std::string counted(criterion c, double amount, language lang);
// "a, b and c".
std::string enumerated(const std::vector<std::string>& parts, language lang);
std::string quoted(const std::string& name, language lang);
std::string quoted(const std::vector<int>& which, const std::vector<std::string>& names, language lang);
// The fact, or "2 of: a, b and c".
std::string text_of(const group& g, const plan_names& names, language lang);
std::string capitalised(std::string text);
// Joins sentences with a space; empty ones are left out.
std::string sentences_joined(const std::vector<std::string>& sentences);

}  // namespace activateur
