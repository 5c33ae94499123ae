// The words of what documents enumerate, for people; what has no word here is shown as it is.
#pragma once

#include <string>
#include <string_view>

#include "console.hpp"

namespace cli {

// What a value means depends on what it is a value of: an achievement is "agreed" otherwise than a step.
enum class words {
  act,                // of a way to open a target
  answer,             // of a party to a version
  change,             // of the store
  check,              // of a verification
  correspondence,     // between entries of frameworks
  experience,         // its kind
  framework_change,   // between versions
  framework_entries,  // what a version counts
  importance,         // of a competence to a job
  migration,          // what became of an entry
  negotiation,        // state of an achievement
  operation,          // on the store
  opportunity,        // its kind
  origin,             // of a competence in an experience
  pathway_step,       // its state
  purpose,            // of a consent
  record,             // its kind
  requirement,        // its state
  retention,          // what a period is of
  role,               // in the store
  step,               // state of a plan's step
  verdict,            // on a credential
  voice,              // who says something of a person
  zone,               // of a map
};

std::string word(const console& to, words of, std::string_view value);

// A number with its noun: "1 personne", "2 personnes"; zero is singular in French, plural in English.
struct noun {
  const char *one_fr, *more_fr, *one_en, *more_en;
};
std::string amount(const console& to, std::int64_t number, const noun& of);

}  // namespace cli
