// From evidence to one opinion per competence, each with its derivation.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "badges/verification.hpp"
#include "frameworks/framework.hpp"
#include "recognition/opinion.hpp"
#include "recognition/policy.hpp"
#include "recognition/portfolio.hpp"

namespace activateur {

// One piece of evidence for one competence, with the factors whose product is its weight.
struct evidence {
  std::string id;  // the portfolio's id of the credential, feedback, ...
  evidence_kind kind = evidence_kind::experience;
  std::string competence;  // "rome:100003"
  std::string source;      // issuer id, "client", "self", ...
  std::string label;       // badge or experience title
  double base = 0, trust = 0, freshness = 0, alignment = 0;
  std::string relation;  // how its competence is this one: key of policy.alignment
  std::string via;       // the competence or job it came through, when not exact
  bool negative = false;
  bool third_party = false;  // counts for `recognised`: verified, and not the person's own word
  std::optional<instant> at;
  sentence note;  // "revoked: counts for nothing", ...; may be empty
  [[nodiscard]] double weight() const { return base * trust * freshness * alignment; }
};

// What makes the base rate of a competence: the experiences that presume it.
struct presumption {
  std::string experience;
  std::string job;  // empty when the person named the competence
  double months = 0;
  double base_rate = 0;
};

struct standing {
  opinion value;
  std::vector<evidence> contributions;    // by id; weights sum exactly to value.positive and value.negative
  std::vector<presumption> presumptions;  // the strongest is the base rate
};

struct recognition_state {
  std::map<std::string, standing, std::less<>> competences;  // by name; absent: nothing known, default base rate
  std::vector<verification> verifications;                   // one a credential of the portfolio, same order
  std::vector<evidence> unaligned;                           // evidence that met no known competence, with its note
};

// Verifies the credentials, aligns them with the frameworks, weighs everything. The order of evidence in the
// portfolio never changes the result. Thread-safe.
result<recognition_state> recognise(const portfolio& of, const framework_set& frameworks, const policy& by,
                                    const verify_options& verifying, const context& with);

}  // namespace activateur
