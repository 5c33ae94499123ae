// Pathways: achievements articulated as steps, each after others, with alternatives.
#pragma once

#include "analysis/evaluation.hpp"

namespace activateur {

inline constexpr std::size_t most_steps = 200;

struct pathway_step {
  std::string id, achievement, label;
  std::vector<std::string> after;  // steps
  std::size_t after_least = 0;     // so many of them; 0: none is asked
};

// What completes the pathway: at least so many of its members, steps or groups again.
struct pathway_goal {
  std::string step;  // of a leaf
  std::size_t at_least = 0;
  std::vector<pathway_goal> of;
};

struct pathway_description {
  std::string title, text, organisation;
  std::vector<pathway_step> steps;  // as given
  pathway_goal goal;                // default: all steps
};

// Document "activateur/pathway/1". Refuses unknown steps and steps that wait for each other without end. Which
// achievements there are is not looked up.
result<pathway_description> read_pathway(const json& document, const std::string& source);
pathway_description read_pathway(const fields& in);

enum class pathway_state { earned, open, waiting };
std::string_view name(pathway_state s);

// One person's progress. Only with all achievements in the catalogue; else an error says which is not there.
result<json> progress_on(const pathway_description& of, evaluator& by, const catalogue& among, const context& with);

// As a flowchart of Mermaid: what alternatives there are stands on the arrows.
std::string mermaid_of(const pathway_description& of, const catalogue& among, language lang);
// As ceterms:Pathway of the Credential Transparency Description Language (JSON-LD): a step is a CredentialComponent
// that stands for its badge, what it comes after a ComponentCondition with its requiredNumber.
result<json> ctdl_of(const pathway_description& of, const catalogue& among, const std::string& address, language lang);

}  // namespace activateur
