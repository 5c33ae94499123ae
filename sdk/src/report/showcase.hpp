// The ways out of a published showcase: a page, a learner record, linked data, Europass.
#pragma once

#include "base/context.hpp"
#include "report/showcase_version.hpp"

namespace activateur {

// One HTML 5 document in the showcase's language: no script, no external asset, for the screen and for A4; the same
// bytes for the same input.
std::string render_showcase_html(const showcase_version& of, const context& with);

// Comprehensive Learner Record 2.0, unsigned: the Open Badges 3.0 that are shown whole and carry their own signature,
// each as it is (a JSON document, or a token as text), and what she lived as achievements that she herself defines.
// `subject`: her DID or address; empty: a name of this version's own.
struct learner_record_issuer {
  std::string id, name;
};
result<json> showcase_learner_record(const showcase_version& of, const learner_record_issuer& issuer,
                                     const std::string& subject);

// JSON-LD in the vocabulary of schema.org, its terms defined in the document itself.
json showcase_linked_data(const showcase_version& of);

// Europass XML 3.4.0 (SkillsPassport), an Europass CV.
std::string showcase_europass(const showcase_version& of);

}  // namespace activateur
