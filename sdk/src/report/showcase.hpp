// The ways out of a published showcase: a page, a learner record, linked data, Europass.
#pragma once

#include "base/context.hpp"
#include "crypto/key.hpp"
#include "report/showcase_version.hpp"

namespace activateur {

// One HTML 5 document in the showcase's language: no script, no external asset, for the screen and for A4; the same
// bytes for the same input.
std::string render_showcase_html(const showcase_version& of, const context& with);

// Of a learner record.
struct learner_record_options {
  std::string issuer, issuer_name;  // DID or address of who will sign it
  std::string subject;              // DID or address of the person; empty: that of `own`, else a name of this version's
  const private_key* own = nullptr;  // hers: with it, what she lived is in the record as badges that she issues herself
  bool tokens = false;               // also badges that are tokens, enveloped: CLR's own schema refuses such a record
};

// Comprehensive Learner Record 2.0, unsigned: the Open Badges 3.0 that are shown whole and carry their own proof, each
// as it is.
result<json> showcase_learner_record(const showcase_version& of, const learner_record_options& options,
                                     const context& with);

// JSON-LD in the vocabulary of schema.org, its terms defined in the document itself.
json showcase_linked_data(const showcase_version& of);

// Europass XML 3.4.0 (SkillsPassport), an Europass CV.
std::string showcase_europass(const showcase_version& of);

}  // namespace activateur
