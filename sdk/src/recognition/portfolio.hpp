// The portfolio document: what a person (under a pseudonym) brings, before any weighing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "frameworks/framework.hpp"
#include "json/json.hpp"

namespace activateur {

struct portfolio_credential {
  std::string id;       // how the portfolio calls it
  std::string content;  // the bytes of the credential file
};

struct experience {
  std::string id;
  std::string title;
  std::string kind;                 // work, volunteering, sport, family, play, other
  std::optional<instant> from, to;  // `to` absent: still under way
  double months = 0;                // given, or from both dates
  bool months_given = false;        // false and no `to`: still under way
  double hours_per_week = 35;
  bool hours_given = false;              // false: `hours_per_week` is a guess
  std::vector<std::string> jobs;         // "rome:K1304": practised as this job
  std::vector<std::string> competences;  // named by the person
};

struct self_assessment {
  std::string id, experience, competence;
  double level = 0;  // 0 (not at all) to 4 (can teach it)
  std::optional<instant> at;
};

struct feedback {
  std::string id, experience, competence;
  std::string role;  // client, colleague, peer, supervisor, professional
  std::string by;    // pseudonym
  double level = 0;  // 0 (not seen) to 4
  std::string kind;  // feedback, observation, endorsement
  std::optional<instant> at;
  std::string grid = {}, criterion = {};  // of an observation: by which grid, and which of its criteria
};

struct override_decision {  // a professional's or the person's own word, kept as data
  std::string competence, state, author, reason;
  std::optional<instant> at;
  std::optional<instant> undone_at = {};  // from then on it is history, without effect
  std::string undone_by = {}, undone_reason = {};
};

// What the person wants and refuses. What is left out is not known, which is never held against a target.
struct wishes {
  std::array<double, 6> interests{};  // RIASEC, each 0 to 1
  bool interests_known = false;
  double income_euros = 0;           // a month, net; 0: not said
  std::vector<std::string> refuses;  // working conditions: "rome:300803", or their label
};

// Days, both included, in which another number of hours a week is free.
struct availability {
  instant from, to;
  double weekly_hours = 0;
};

struct travel_means {
  std::string by;                // walk, bicycle, moped, public_transport, car
  std::optional<double> max_km;  // nothing: as far as the policy says
};

// What no plan may contain.
struct step_refusals {
  std::vector<std::string> opportunities, kinds, providers;
};

// What a plan must contain.
struct imposed_step {
  std::string opportunity;
  std::optional<instant> start;  // in the week of this moment; nothing: any of its starts
};

struct portfolio {
  std::string person;                   // pseudonym
  std::vector<std::string> identities;  // e-mails, DIDs, URLs of hers: badges given to nobody of these do not count;
                                        // empty: whom a badge was given to is not checked
  std::string holds_job;                // for tests and evaluation: counts as recognised on the whole job
  std::vector<portfolio_credential> credentials;
  std::vector<experience> experiences;
  std::vector<self_assessment> self_assessments;
  std::vector<feedback> feedbacks;
  std::vector<override_decision> overrides;
  std::vector<std::string> conditions;  // facts the person declares: "licence_b", "youth", "childcare_solved"
  std::vector<std::string> lacks;       // facts the person declares not to have; of any other nothing is known
  wishes wanted;
  double budget_euros = 0;
  double weekly_hours = 20;  // availability for steps
  std::optional<instant> deadline;
  double max_distance_km = 0;                // 0: no limit
  std::vector<availability> availabilities;  // where the hours are not `weekly_hours`
  std::vector<travel_means> means;           // empty: any
  step_refusals refused;
  std::vector<imposed_step> imposed;
};

inline constexpr double days_a_month = 365.25 / 12;

// In months of `days_a_month`; 0 when `to` is not after `from`, at most a century.
double months_between(instant from, instant to);

// Of an experience, by `now`: what is yet to be lived is not counted.
double months_lived(const experience& of, instant now);

// Document "activateur/portfolio/1" (docs/schemas/portfolio.json). A bare {"holds_job": ...} is one too. Refuses
// unknown members, and a person named by a social security number (the error never repeats it).
result<portfolio> read_portfolio(const json& document, const std::string& source);

// The portfolios that a document holds, not yet read: those of "activateur/portfolios/1", else the one that it is.
result<std::vector<const json*>> portfolios_in(const json& document);

}  // namespace activateur
