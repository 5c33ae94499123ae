// What is said of frameworks, jobs, competences and searches, as documents (docs/schemas/).
#pragma once

#include <string_view>
#include <vector>

#include "frameworks/framework.hpp"
#include "frameworks/identify.hpp"
#include "frameworks/search.hpp"
#include "json/json.hpp"

namespace activateur {

// Which framework, in which version, and whom to credit for it: a member of every document about its entries.
json framework_credit(const framework& f);

// "activateur/framework/1": id, version, title, attribution, counts.
json framework_document(const framework& f);

// What `name` names: a framework ("rome": as above), a job ("rome:K1304": "activateur/job/1") or a competence
// ("rome:100003": "activateur/competence/1"). Failure: not_found.
result<json> show_document(const framework_set& frameworks, std::string_view name);

// "activateur/search/1": the hits in their order.
json search_document(const framework& f, const std::vector<search_hit>& hits);
// The same over several frameworks, with the total and the facets.
json search_document(const search_page& page);

// "activateur/identify/1": the competences and jobs that a text speaks of.
json identify_document(const identified& found);

}  // namespace activateur
