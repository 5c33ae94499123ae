#include "territory/follow_document.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "json/fields.hpp"
#include "territory/follow_messages.hpp"

namespace activateur {
namespace {

namespace say = follow_messages;

constexpr std::size_t steps_max = 2'000;  // with all that failed or were dropped
constexpr int revisions_max = 1'000'000;
constexpr int weeks_max = 10'000;
constexpr std::string_view names[] = {"proposed", "agreed", "postponed", "under_way", "done", "failed", "dropped"};

int whole(const fields& in, const char* member, int low, int high) {
  const double v = in.number(member);
  if (v >= low && v <= high && v == std::floor(v)) return static_cast<int>(v);
  in.refuse(say::bad_number, {member, std::to_string(low), std::to_string(high)}, member);
  return low;
}

instant date(const fields& in, const char* member) {
  const auto t = in.day(member);
  if (!t) in.refuse(say::bad_date, {member});
  return t.value_or(instant{});
}

std::vector<std::string> named(const fields& in, const char* list, const char* member) {
  std::vector<std::string> out;
  for (const fields& one : in.list(list)) out.push_back(one.text_or(member, {}));
  return out;
}

followed_step read_step(const fields& in) {
  followed_step out;
  out.said = &in.value();
  out.id = in.text("id");
  out.action = in.text("action");
  out.title = in.text("title");
  out.kind = in.text("kind");
  out.provider = in.text_or("provider", {});
  out.place = in.text_or("place", {});
  const std::string state = in.text("state");
  if (const auto known = followed_state_named(state))
    out.state = *known;
  else
    in.refuse(say::bad_state, {shortened(state, 64), "proposed, agreed, postponed, under_way, done, failed, dropped"},
              "state");
  out.start = date(in, "start");
  out.end = date(in, "end");
  (void)whole(in, "start_week", -weeks_max, weeks_max);  // steps are sorted by it
  out.weeks = whole(in, "weeks", 0, weeks_max);
  out.cost_euros = in.number_within("cost_euros", 0, 1e9, 0);
  out.hours = in.number_within("hours", 0, 1e9, 0);
  out.closes = named(in, "closes", "competence");
  out.gives = in.texts("gives");
  out.opens = in.texts("opens");
  out.enrol_by = in.day("enrol_by");
  if (const auto recorded = in.object("recorded")) {
    out.recorded_at = recorded->time("at");
    out.until = recorded->day("until");
    out.by_plan = recorded->text_or("by", {}) == plan_author;
    out.evidence = !recorded->texts("evidence").empty();
  }
  return out;
}

}  // namespace

std::string_view name(followed_state s) { return names[static_cast<std::size_t>(s)]; }

std::optional<followed_state> followed_state_named(std::string_view text) {
  const auto it = std::find(std::begin(names), std::end(names), text);
  if (it == std::end(names)) return std::nullopt;
  return static_cast<followed_state>(it - std::begin(names));
}

result<followed_plan> read_followed(const json& document, const std::string& source) {
  std::optional<error> fault;
  const fields root(document, source, fault);
  if (!document.is_object() || root.text_or("schema", {}) != "activateur/plan/1")
    return fail(failure::input, say::no_plan, {}, {source, "/schema", 0, 0});
  if (!root.has("revision")) return fail(failure::input, say::not_followed, {}, {source, "", 0, 0});
  followed_plan out;
  out.document = &document;
  out.revision = whole(root, "revision", 1, revisions_max);
  out.person = root.text_or("person", {});
  if (const auto target = root.object("target")) out.target = target->text("id");
  out.origin = date(root, "origin");
  out.since = root.text_or("followed_since", {});
  out.unserved = named(root, "unserved", "competence");
  out.out_of_reach = named(root, "out_of_reach", "competence");
  out.not_imposed = named(root, "not_imposed", "opportunity");
  (void)root.list("journal");
  out.journal = document.value("journal", json::array());
  const std::vector<fields> steps = root.list("steps");
  if (steps.size() > steps_max) root.refuse(say::too_many, {"steps", std::to_string(steps_max)}, "steps");
  std::set<std::string> ids, live;
  for (const fields& one : steps) {
    if (fault) break;
    followed_step step = read_step(one);
    if (!ids.insert(step.id).second) one.refuse(say::twice, {shortened(step.id, 64)}, "id");
    if (!step.ended() && !live.insert(step.action).second)
      one.refuse(say::two_live, {shortened(step.action, 64)}, "action");
    out.steps.push_back(std::move(step));
  }
  if (fault) return *std::move(fault);
  std::set<std::string> begun;
  for (const json& event : out.journal)
    if (event.is_object() && event.value("to", json()) == name(followed_state::under_way) &&
        event.value("step", json()).is_string())
      begun.insert(event["step"].get<std::string>());
  for (followed_step& step : out.steps) step.begun = begun.contains(step.id);
  return out;
}

result<std::string> followed_target(const json& followed) {
  const result<followed_plan> plan = read_followed(followed, "plan");
  if (!plan) return plan.why();
  return plan->target;
}

std::string new_step_id(const std::string& action, const std::vector<std::string>& taken) {
  std::string out = action;
  for (int attempt = 2; std::find(taken.begin(), taken.end(), out) != taken.end(); ++attempt)
    out = action + "#" + std::to_string(attempt);
  return out;
}

}  // namespace activateur
