// The report's words for the values of the domain.
#pragma once

#include <string_view>

#include "base/sentence.hpp"
#include "report/report.hpp"
#include "territory/words.hpp"

namespace activateur::report {

const message& state_words(requirement_state s);
const message& state_reason(requirement_state s);
const message& evidence_words(evidence_kind k);
const message& verdict_words(verdict v);
const message& gap_verdict_words(gap_verdict v);
// Null when the document uses a word we do not know.
const message* evidence_words(std::string_view kind);
const message* voice_words(std::string_view from);
// Null when the document uses a word we do not know: it is then shown as it is.
const message* relation_words(std::string_view relation);
const message* competence_kind_words(std::string_view kind);

// What a step is for, as the plan figure draws it.
enum class step_role { learning, recognition, support };
step_role role_of(std::string_view opportunity_kind);

std::string_view version_words(badge_version v);

}  // namespace activateur::report
