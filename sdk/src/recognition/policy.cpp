#include "recognition/policy.hpp"

#include "crypto/digest.hpp"
#include "json/canonical.hpp"
#include "json/fields.hpp"
#include "recognition/members.hpp"

namespace activateur {

extern const std::string_view default_policy_text;

namespace {

constexpr message bad_levels{"policy.levels", "\"{0}\" must be five numbers between -1 and 1, for levels 0 to 4.",
                             "« {0} » doit être cinq nombres entre -1 et 1, pour les niveaux 0 à 4."};
constexpr message bad_share{"policy.share", "\"{0}\" must be a number between {1} and {2}.",
                            "« {0} » doit être un nombre entre {1} et {2}."};

constexpr std::array<evidence_kind, 7> every_kind{
    evidence_kind::credential,  evidence_kind::qualification,   evidence_kind::observation, evidence_kind::feedback,
    evidence_kind::endorsement, evidence_kind::self_assessment, evidence_kind::experience};

constexpr double heaviest = 1000;    // weight of one piece of evidence
constexpr double longest = 36'525;   // days: a century
constexpr double shortest_half = 1;  // halves below one month would make a presumption of one week's practice

void read_kinds(const fields& root, policy& into) {
  const auto kinds = root.object("kinds");
  if (!kinds) return;
  only_members(*kinds, {"credential", "qualification", "observation", "feedback", "endorsement", "self_assessment",
                        "experience"});
  for (const evidence_kind k : every_kind) {
    const auto one = kinds->object(std::string(name(k)).c_str());
    if (!one) continue;
    only_members(*one, {"weight", "negative_weight", "half_life_days"});
    policy::kind_rule& rule = into.kinds[k];
    rule.weight = one->number_within("weight", 0, heaviest, rule.weight);
    rule.negative_weight = one->number_within("negative_weight", 0, heaviest, rule.negative_weight);
    rule.half_life_days = one->number_within("half_life_days", 0, longest, rule.half_life_days);
  }
}

void read_levels(const fields& in, const char* member, std::array<double, 5>& into) {
  if (!in.has(member)) return;
  const std::vector<double> numbers = in.numbers(member);
  if (in.failed()) return;
  const bool within = std::all_of(numbers.begin(), numbers.end(), [](double v) { return v >= -1 && v <= 1; });
  if (numbers.size() != into.size() || !within) {
    in.refuse(bad_levels, {member}, member);
    return;
  }
  std::copy(numbers.begin(), numbers.end(), into.begin());
}

// An object of numbers within [0, high]; its keys must be `known`, or anything when `known` is empty.
void read_factors(const fields& root, const char* member, double high, std::initializer_list<std::string_view> known,
                  std::map<std::string, double, std::less<>>& into) {
  const auto factors = root.object(member);
  if (!factors) return;
  if (known.size() > 0) only_members(*factors, known);
  for (const auto& [key, value] : factors->value().items()) {
    if (key == "about" || key == "$schema") continue;
    if (!value.is_number() || value.get<double>() < 0 || value.get<double>() > high)
      factors->refuse(bad_share, {key, "0", std::to_string(static_cast<int>(high))}, key.c_str());
    else
      into[key] = value.get<double>();
  }
}

void read_names(const fields& in, const char* member, std::set<std::string, std::less<>>& into) {
  if (!in.has(member)) return;
  const std::vector<std::string> names = in.texts(member);
  into = {names.begin(), names.end()};
}

void read_presumption(const fields& root, policy& into) {
  const auto in = root.object("presumption");
  if (!in) return;
  only_members(*in, {"months_half", "max_core", "max_ordinary", "max_named", "job_least", "job_power", "job_max",
                     "default", "full_time_hours"});
  into.presumption_months_half = in->number_within("months_half", shortest_half, 1200, into.presumption_months_half);
  into.presumption_max_core = in->number_within("max_core", 0, 1, into.presumption_max_core);
  into.presumption_max_ordinary = in->number_within("max_ordinary", 0, 1, into.presumption_max_ordinary);
  into.presumption_max_named = in->number_within("max_named", 0, 1, into.presumption_max_named);
  into.presumption_job_least = static_cast<int>(in->number_within("job_least", 1, 1000, into.presumption_job_least));
  into.presumption_job_power = in->number_within("job_power", 0.1, 10, into.presumption_job_power);
  into.presumption_job_max = in->number_within("job_max", 0, 1, into.presumption_job_max);
  into.presumption_default = in->number_within("default", 0, 1, into.presumption_default);
  into.full_time_hours = in->number_within("full_time_hours", 1, 168, into.full_time_hours);
}

void read_gap(const fields& root, policy& into) {
  const auto in = root.object("gap");
  if (!in) return;
  only_members(*in,
               {"recognised_belief", "presumed_expectation", "acquire_disbelief", "acquire_expectation",
                "acquire_uncertainty", "goal_share_of_optional", "near_words", "knowing_hours", "aggregate_threshold"});
  // A belief of 0 is had with no evidence, a disbelief of 0 too: both thresholds stay above it.
  into.recognised_belief = in->number_within("recognised_belief", 0.01, 1, into.recognised_belief);
  into.presumed_expectation = in->number_within("presumed_expectation", 0.01, 1, into.presumed_expectation);
  into.acquire_disbelief = in->number_within("acquire_disbelief", 0.01, 1, into.acquire_disbelief);
  into.acquire_expectation = in->number_within("acquire_expectation", 0, 1, into.acquire_expectation);
  // Below 1: with no evidence the uncertainty is 1, and the unknown must not become "to acquire".
  into.acquire_uncertainty = in->number_within("acquire_uncertainty", 0, 0.99, into.acquire_uncertainty);
  into.near_words = in->number_within("near_words", 0.01, 1, into.near_words);
  read_factors(*in, "knowing_hours", heaviest, {"feedback", "observation", "endorsement", "credential"},
               into.knowing_hours);
  into.aggregate_threshold = in->number_within("aggregate_threshold", 0, 1e6, into.aggregate_threshold);
  into.goal_share_of_optional = in->number_within("goal_share_of_optional", 0, 1, into.goal_share_of_optional);
}

void read_map(const fields& root, policy& into) {
  const auto in = root.object("map");
  if (!in) return;
  only_members(*in,
               {"now_belief", "recognition_expectation", "short_expectation", "mobility_order_half", "usefulness",
                "door_share", "door_months", "nearness_most_jobs", "nearness_sources", "front_epsilon", "front_least",
                "front_most", "proposals", "proposal_likeness", "proposal_other_domains", "open_exact", "open_shown"});
  into.zone_now_belief = in->number_within("now_belief", 0, 1, into.zone_now_belief);
  into.zone_recognition_expectation =
      in->number_within("recognition_expectation", 0, 1, into.zone_recognition_expectation);
  into.zone_short_expectation = in->number_within("short_expectation", 0, 1, into.zone_short_expectation);
  into.mobility_order_half = in->number_within("mobility_order_half", 0.1, 1000, into.mobility_order_half);
  map_rules& map = into.map;
  read_factors(*in, "usefulness", heaviest, {"interest", "mobility", "demand", "income", "rights", "doors"},
               map.usefulness);
  map.door_share = in->number_within("door_share", 0.01, 1, map.door_share);
  map.door_months = in->number_within("door_months", 0, 1200, map.door_months);
  const auto count = [&](const char* member, double low, double high, std::size_t& held) {
    held = static_cast<std::size_t>(in->number_within(member, low, high, static_cast<double>(held)));
  };
  count("nearness_most_jobs", 0, 20'000, map.nearness_most_jobs);  // twelve bytes a pair of jobs
  count("nearness_sources", 0, 100, map.nearness_sources);
  map.front_epsilon = in->number_within("front_epsilon", 0.0001, 1, map.front_epsilon);
  count("front_least", 0, 1000, map.front_least);
  count("front_most", 1, 1000, map.front_most);
  count("proposals", 0, 200, map.proposals);
  map.proposal_likeness = in->number_within("proposal_likeness", 0, 1, map.proposal_likeness);
  count("proposal_other_domains", 0, 200, map.proposal_other_domains);
  count("open_exact", 1, 4, map.open_exact);  // the work grows with its power
  count("open_shown", 1, 100, map.open_shown);
}

void read_plan(const fields& root, policy& into) {
  const auto in = root.object("plan");
  if (!in) return;
  only_members(*in, {"hour_weight", "week_weight", "distance_weight", "horizon_weeks", "means_km", "least_gain",
                     "reminder_days"});
  into.plan_hour_weight = in->number_within("hour_weight", 0, heaviest, into.plan_hour_weight);
  into.plan_week_weight = in->number_within("week_weight", 0, heaviest, into.plan_week_weight);
  into.plan_horizon_weeks = static_cast<int>(in->number_within("horizon_weeks", 1, 520, into.plan_horizon_weeks));
  into.plan_distance_weight = in->number_within("distance_weight", 0, heaviest, into.plan_distance_weight);
  read_factors(*in, "means_km", 50'000, {"walk", "bicycle", "moped", "public_transport", "car"}, into.plan_means_km);
  into.plan_least_gain = in->number_within("least_gain", 0, 1, into.plan_least_gain);
  const auto days = in->object("reminder_days");
  if (!days) return;
  only_members(*days, {"enrol", "start", "start_eve", "evidence", "overdue"});
  const auto read = [&](const char* member, int& held) {
    held = static_cast<int>(days->number_within(member, 0, 3660, held));
  };
  read("enrol", into.reminders.enrol);
  read("start", into.reminders.start);
  read("start_eve", into.reminders.start_eve);
  read("evidence", into.reminders.evidence);
  read("overdue", into.reminders.overdue);
}

void read_recognition(const fields& root, policy& into) {
  const auto in = root.object("recognition");
  if (!in) return;
  only_members(*in, {"third_party", "qualification_types", "undated_freshness", "text_confidence", "holds_job_weight",
                     "issuers"});
  read_names(*in, "third_party", into.third_party);
  read_names(*in, "qualification_types", into.qualification_types);
  into.text_confidence = in->number_within("text_confidence", 0, 1, into.text_confidence);
  into.undated_freshness = in->number_within("undated_freshness", 0, 1, into.undated_freshness);
  into.holds_job_weight = in->number_within("holds_job_weight", 0, heaviest, into.holds_job_weight);
  if (in->has("issuers")) into.issuers.clear();
  read_factors(*in, "issuers", 1, {}, into.issuers);
}

result<policy> read_onto(policy into, const json& document, const std::string& source) {
  std::optional<error> first;
  const fields root(document, source, first);
  only_members(root, {"schema", "id", "version", "kinds", "levels", "trust", "recognition", "alignment", "presumption",
                      "gap", "importance", "map", "plan"});
  only_schema(root, "activateur/policy/1");
  into.id = root.text("id");
  into.version = root.text("version");
  read_kinds(root, into);
  if (const auto levels = root.object("levels")) {
    only_members(*levels, {"feedback", "self_assessment", "credential"});
    into.credential_level = levels->number_within("credential", 0, 4, into.credential_level);
    read_levels(*levels, "feedback", into.feedback_levels);
    read_levels(*levels, "self_assessment", into.self_levels);
  }
  read_factors(root, "trust", 1, {"verified", "professional", "supervisor", "client", "colleague", "peer", "self"},
               into.trust);
  read_recognition(root, into);
  read_factors(root, "alignment", 1,
               {"exact", "label", "text", "job", "macro_to_item", "item_to_macro", "same_macro", "mapped_exact",
                "mapped_close", "mapped_broader", "mapped_narrower", "same_label"},
               into.alignment);
  read_presumption(root, into);
  read_gap(root, into);
  read_factors(root, "importance", heaviest, {"core", "emerging", "ordinary"}, into.importance);
  read_map(root, into);
  read_plan(root, into);
  if (first) return *std::move(first);
  // Of the default's document and, for a territory's, of that and its own.
  into.fingerprint = sha256_hex(into.fingerprint + canonical_json(document));
  return into;
}

}  // namespace

std::string_view name(evidence_kind k) {
  switch (k) {
    case evidence_kind::credential: return "credential";
    case evidence_kind::qualification: return "qualification";
    case evidence_kind::observation: return "observation";
    case evidence_kind::feedback: return "feedback";
    case evidence_kind::endorsement: return "endorsement";
    case evidence_kind::self_assessment: return "self_assessment";
    case evidence_kind::experience: break;
  }
  return "experience";
}

double fresh_badge(const policy& by) {
  const auto rule = by.kinds.find(evidence_kind::credential);
  const auto trust = by.trust.find("verified");
  if (rule == by.kinds.end() || trust == by.trust.end()) return 0;
  return rule->second.weight * trust->second * factor_of(by, "exact");
}

const policy& default_policy() {
  static const policy built_in = [] {
    const auto document = read_json(default_policy_text, {}, "policy.json");
    if (!document) return policy{};
    auto read = read_onto(policy{}, *document, "policy.json");
    return read ? *std::move(read) : policy{};
  }();
  return built_in;
}

result<policy> read_policy(const json& document, const std::string& source) {
  return read_onto(default_policy(), document, source);
}

}  // namespace activateur
