// Beginning to follow a plan, and what is recorded of its steps.
#include <algorithm>

#include "base/text.hpp"
#include "base/word.hpp"
#include "recognition/person_id.hpp"
#include "territory/follow_document.hpp"
#include "territory/follow_messages.hpp"
#include "territory/situation.hpp"

namespace activateur {
namespace {

namespace say = follow_messages;

constexpr std::size_t name_max = 512;
constexpr std::size_t reason_max = 8'192;
constexpr std::size_t evidence_max = 100;
constexpr std::size_t journal_max = 100'000;
constexpr std::int64_t ms_per_week = 7 * ms_per_day;

const message& words_of(followed_state s) { return say::states[static_cast<int>(s)]; }

// Each with the name that is to be given: "en cours (under_way)".
std::string listed_states(const std::vector<followed_state>& of) {
  std::string en, fr;
  for (const followed_state s : of) {
    const message& said = words_of(s);
    const std::string given = " (" + std::string(name(s)) + ")";
    en.append(en.empty() ? "" : ", ").append(said.en).append(said.en == name(s) ? "" : given);
    fr.append(fr.empty() ? "" : ", ").append(said.fr).append(given);
  }
  return word_argument(en, fr);
}

std::optional<error> fault_of(const followed_step& step, const step_event& what, followed_state to, instant at,
                              const context& with) {
  const auto no = [](const message& why, std::vector<std::string> arguments) {
    return fail(failure::input, why, std::move(arguments));
  };
  const std::vector<followed_state> possible = may_become(step.state);
  if (possible.empty()) return no(say::at_its_end, {step.id, word_argument(words_of(step.state))});
  if (std::find(possible.begin(), possible.end(), to) == possible.end())
    return no(say::transition,
              {step.id, word_argument(words_of(step.state)), word_argument(words_of(to)), listed_states(possible)});
  if (what.by.empty() || what.by.size() > name_max) return no(say::no_author, {std::to_string(name_max)});
  if (holds_nir(what.by) || holds_nir(what.reason)) return no(say::civil_id, {});
  if (what.reason.size() > reason_max) return no(say::too_long, {"reason", std::to_string(reason_max)});
  if (to == followed_state::dropped && trimmed(what.reason).empty())
    return no(say::no_reason, {std::to_string(reason_max)});
  if (!what.evidence.empty() && (to != followed_state::done || what.evidence.size() > evidence_max))
    return no(say::no_evidence_here, {std::to_string(evidence_max)});
  for (const std::string& one : what.evidence)
    if (one.empty() || one.size() > name_max) return no(say::too_long, {"evidence", std::to_string(name_max)});
  if (at > with.now) return no(say::future, {to_text(at), to_text(with.now)});
  if (step.recorded_at && at < *step.recorded_at)
    return no(say::out_of_order, {to_text(at), to_text(*step.recorded_at)});
  if (what.until && (to != followed_state::postponed || *what.until <= at))
    return no(say::no_until_here, {to_date(at)});
  return std::nullopt;
}

// What begins in another week than planned has its dates from then on.
void begin(json& step, const followed_step& was, instant at, instant origin) {
  const int week = week_of(at, origin);
  if (week == week_of(was.start, origin)) return;
  step["start"] = to_date(at);
  step["start_week"] = week;
  step["end"] = to_date({origin.ms + (week + was.weeks) * ms_per_week});
  step.erase("session");
  step.erase("enrol_by");
}

}  // namespace

std::vector<followed_state> may_become(followed_state from) {
  using enum followed_state;
  switch (from) {
    case proposed: return {agreed, postponed, dropped};
    case agreed: return {under_way, done, failed, postponed, dropped};
    case postponed: return {agreed, postponed, dropped};
    case under_way: return {done, failed, dropped};
    default: return {};
  }
}

result<json> follow_plan(const json& plan, const context& with) {
  if (plan.is_object() && plan.contains("revision")) {
    const result<followed_plan> known = read_followed(plan, "plan");
    if (!known) return known.why();
    return fail(failure::input, say::already, {std::to_string(known->revision)});
  }
  json out = plan;
  if (out.is_object() && out.contains("steps") && out["steps"].is_array()) {
    std::vector<std::string> ids;
    for (json& step : out["steps"]) {
      if (!step.is_object() || !step.contains("action") || !step["action"].is_string()) continue;  // refused below
      ids.push_back(new_step_id(step["action"].get<std::string>(), ids));
      step["id"] = ids.back();
      step["state"] = name(followed_state::proposed);
    }
  }
  if (out.is_object()) {
    out["revision"] = 1;
    out["followed_since"] = to_text(with.now);
    out["journal"] = json::array();
  }
  const result<followed_plan> read = read_followed(out, "plan");
  if (!read) return read.why();
  return out;
}

result<json> record_event(const json& followed, const step_event& what, const context& with) {
  const result<followed_plan> plan = read_followed(followed, "plan");
  if (!plan) return plan.why();
  const auto to = followed_state_named(what.state);
  if (!to)
    return fail(failure::input, say::bad_state,
                {shortened(what.state, 64), "agreed, postponed, under_way, done, failed, dropped"});
  const auto step =
      std::find_if(plan->steps.begin(), plan->steps.end(), [&](const followed_step& s) { return s.id == what.step; });
  if (step == plan->steps.end()) {
    std::string known;
    for (const followed_step& s : plan->steps) known.append(known.empty() ? "" : ", ").append(s.id);
    return fail(failure::not_found, say::no_step, {shortened(what.step, 64), shortened(known, 500)});
  }
  const instant at = what.at.value_or(with.now);
  if (auto fault = fault_of(*step, what, *to, at, with)) return *std::move(fault);

  json out = followed;
  json& changed = out["steps"][static_cast<std::size_t>(step - plan->steps.begin())];
  json recorded = {{"at", to_text(at)}, {"by", what.by}};
  if (!what.reason.empty()) recorded["reason"] = what.reason;
  if (!what.evidence.empty()) recorded["evidence"] = what.evidence;
  if (*to == followed_state::postponed)
    recorded["until"] = to_date(what.until.value_or(instant{std::max(step->start, at).ms + ms_per_day}));
  changed["state"] = name(*to);
  changed["recorded"] = recorded;
  if (*to == followed_state::under_way) begin(changed, *step, at, plan->origin);
  out["revision"] = plan->revision + 1;
  json& journal = out["journal"];
  if (journal.is_null()) journal = json::array();
  if (journal.size() >= journal_max)
    return fail(failure::limit, say::too_many, {"journal", std::to_string(journal_max)});
  recorded["revision"] = plan->revision + 1;
  recorded["step"] = step->id;
  recorded["from"] = name(step->state);
  recorded["to"] = name(*to);
  journal.push_back(std::move(recorded));
  return out;
}

}  // namespace activateur
