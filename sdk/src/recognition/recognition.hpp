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
  std::string relation;  // how its competence is this one: keys of policy.alignment, one a hop, joined by '+'
  std::string via;       // the competence or job it came through, when not exact
  bool negative = false;
  bool third_party = false;  // counts for `recognised` when it speaks for: verified, and not the person's own word
  std::optional<instant> at;
  sentence note;                // "revoked: counts for nothing", ...; may be empty
  std::optional<double> level;  // of mastery, 0 to 4; `base` follows it (levels.hpp)
  std::string voice;            // evidence of one voice counts once for a competence, once against
  std::string repeats;          // id of the stronger evidence of the same voice, when there is one
  [[nodiscard]] double weight() const { return repeats.empty() ? base * trust * freshness * alignment : 0; }
  [[nodiscard]] sentence remark() const;  // that it repeats another, else its note
};

// What makes the base rate of a competence: an experience that presumes it, or a neighbouring competence of which
// something is known.
struct presumption {
  std::string experience;  // empty when it comes from a neighbour
  std::string job;         // empty when the person named the competence
  double months = 0;       // of full time
  double base_rate = 0;
  std::string relation;  // from a neighbour: key of policy.alignment; else empty
  std::string via;       // the neighbour
  std::string label;     // the experience's title, else its id
};

struct standing {
  opinion value;
  std::vector<evidence> contributions;    // by id; weights, added in this order, are exactly value.positive and
                                          // value.negative
  std::vector<presumption> presumptions;  // strongest first: it is the base rate, unless below the policy's default
};

struct recognition_state {
  std::map<std::string, standing, std::less<>> competences;  // by name; absent: nothing known, default base rate
  std::vector<verification> verifications;                   // one a credential of the portfolio, same order
  std::vector<evidence> unaligned;                           // evidence that met no known competence, with its note
};

// Weighs a portfolio whose credentials are verified: `verifications[i]` is that of `of.credentials[i]`.
//
// Verified credentials, observations, feedback and self-assessments become evidence of the competences they name,
// and travel: one step across frameworks by a mapping, and from both ends one step along the hierarchy, from a
// macro-competence to its items and back. What speaks against a competence does not travel. A badge that names no
// competence is read by its words; what they suggest weighs little and never recognises. A revoked, forged, expired or
// misdirected credential weighs nothing and is shown; an unverifiable or self-issued one weighs as a self-assessment,
// as does one of an issuer that nothing but its key shows and no policy names. One source counts once for a competence
// (once for, once against): its strongest evidence; the others are shown and weigh nothing. Experiences give base rates
// alone. Fails when `holds_job` is unknown, or with more than half a million pieces of evidence. Thread-safe.
result<recognition_state> weigh(const portfolio& of, std::vector<verification> verifications,
                                const framework_set& frameworks, const policy& by, const context& with);

// Whom a badge may have been given to, as verify_options::recipient takes it.
std::string recipient_of(const portfolio& person);

// Verifies the credentials, aligns them with the frameworks, weighs everything. The order of evidence in the
// portfolio never changes the result. Bytes that are no credential give an invalid verification, not a failure.
// Thread-safe.
result<recognition_state> recognise(const portfolio& of, const framework_set& frameworks, const policy& by,
                                    const verify_options& verifying, const context& with);

}  // namespace activateur
