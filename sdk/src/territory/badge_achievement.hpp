// What the achievement of a badge says that an opportunity to ask for it can use.
#pragma once

#include <optional>

#include "frameworks/json_node.hpp"
#include "territory/import_run.hpp"

namespace activateur {

// Whether a document is an Achievement of Open Badges 3.0, a BadgeClass of 2.0, or a credential that holds one.
bool is_achievement(const json& document);

// Fills what is empty in `into`: title, provider, url, and adds the competences that its alignments mean to
// `recognises`, its id to `gives`. Alignments that lead to nothing are counted.
void describe_achievement(const json_node& document, territory_run& run, opportunity& into);

}  // namespace activateur
