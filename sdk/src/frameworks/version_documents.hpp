// What is said of versions of a framework, as documents (docs/schemas/).
#pragma once

#include "base/language.hpp"
#include "frameworks/difference.hpp"
#include "frameworks/migration.hpp"
#include "json/json.hpp"

namespace activateur {

// "activateur/framework-difference/1". At most `limit` entries are listed, all are counted; 0: all.
json difference_document(const framework& before, const framework& after, std::size_t limit);

// "activateur/migration/1": `given` (a portfolio or a target) with each name of the framework followed to the later
// version where that is certain, and every name that did not just stay as it was, with where it led and why. Names
// whose successor is not certain stay as they are, with proposals.
json migration_document(const migration& along, const json& given, language l);

// The same about one competence or job, by its code. Fails when the earlier version has none of that code.
result<json> migration_of(const migration& along, std::string_view code, language l);

}  // namespace activateur
