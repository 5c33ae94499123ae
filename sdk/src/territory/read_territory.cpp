// Reading "activateur/territory/1" (docs/schemas/territory.json), strictly.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "recognition/members.hpp"
#include "territory/messages.hpp"
#include "territory/territory.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

// Bounds of one territory: a large region offers some ten thousand opportunities.
constexpr std::size_t opportunities_max = 20'000;
constexpr std::size_t targets_max = 20'000;
constexpr std::size_t own_targets_max = 500;  // each costs a gap
constexpr std::size_t list_max = 500;         // competences, conditions, sessions of one opportunity
constexpr int weeks_max = 520;
constexpr int seats_max = 1'000'000;
constexpr int enrol_days_max = 3660;
constexpr double amount_max = 1e6;  // euros, hours, kilometres

constexpr std::string_view kinds[] = {"training",    "immersion",         "workshop", "vae",
                                      "clea",        "meeting",           "mentor",   "feedback",
                                      "observation", "badge_application", "support"};

std::string required(const fields& from, const char* name) {
  std::string out = from.text(name);
  if (!from.failed() && out.empty()) from.refuse(say::empty_text, {name}, name);
  return out;
}

int whole(const fields& from, const char* name, int low, int high, int fallback) {
  const double v = from.number_or(name, fallback);
  if (v >= low && v <= high && v == std::floor(v)) return static_cast<int>(v);
  from.refuse(say::not_whole, {name, std::to_string(low), std::to_string(high)}, name);
  return fallback;
}

std::vector<std::string> names(const fields& from, const char* name, bool competences) {
  std::vector<std::string> out = from.texts(name);
  if (out.size() > list_max) from.refuse(say::too_many, {name, std::to_string(list_max)}, name);
  std::set<std::string> seen;
  for (const std::string& one : out) {
    if (one.empty()) from.refuse(say::empty_text, {name}, name);
    if (!seen.insert(one).second) from.refuse(say::twice, {one}, name);
    const auto colon = one.find(':');
    if (competences && (colon == 0 || colon == std::string::npos || colon + 1 == one.size()))
      from.refuse(say::bad_competence, {one}, name);
  }
  return out;
}

opportunity one_opportunity(const fields& from) {
  only_members(from, {"id",
                      "title",
                      "kind",
                      "provider",
                      "place",
                      "url",
                      "teaches",
                      "recognises",
                      "gives",
                      "needs",
                      "needs_competences",
                      "needs_competences_at_least",
                      "cost_euros",
                      "hours",
                      "weekly_hours",
                      "weeks",
                      "sessions",
                      "enrol_days",
                      "distance_km",
                      "seats"});
  opportunity out;
  out.id = required(from, "id");
  out.title = required(from, "title");
  out.kind = required(from, "kind");
  if (!from.failed() && std::find(std::begin(kinds), std::end(kinds), out.kind) == std::end(kinds)) {
    std::string known;
    for (const std::string_view k : kinds) known.append(known.empty() ? "" : ", ").append(k);
    from.refuse(say::unknown_kind, {out.kind, known}, "kind");
  }
  out.provider = from.text_or("provider", {});
  out.place = from.text_or("place", {});
  out.url = from.text_or("url", {});
  out.teaches = names(from, "teaches", true);
  out.recognises = names(from, "recognises", true);
  out.gives = names(from, "gives", false);
  out.needs = names(from, "needs", false);
  out.needs_competences = names(from, "needs_competences", true);
  out.needs_competences_at_least =
      whole(from, "needs_competences_at_least", 0, static_cast<int>(out.needs_competences.size()), 0);
  out.cost_euros = from.number_within("cost_euros", 0, amount_max, 0);
  out.hours = from.number_within("hours", 0, amount_max, 0);
  out.weekly_hours = from.number_within("weekly_hours", 0, 168, 0);
  out.weeks = whole(from, "weeks", 1, weeks_max, 1);
  out.distance_km = from.number_within("distance_km", 0, amount_max, 0);
  out.seats = whole(from, "seats", -1, seats_max, -1);
  for (const std::string& text : names(from, "sessions", false)) {
    if (const auto t = parse_date_or_time(text))
      out.sessions.push_back(*t);
    else
      from.refuse(say::bad_session, {text}, "sessions");
  }
  std::sort(out.sessions.begin(), out.sessions.end());
  out.enrol_days = whole(from, "enrol_days", 0, enrol_days_max, 0);
  return out;
}

// What is left out is not known.
std::optional<double> known_number(const fields& from, const char* name) {
  if (!from.has(name)) return std::nullopt;
  return from.number_within(name, 0, amount_max, 0);
}

described_target one_target(const fields& from) {
  only_members(from, {"target", "openings", "seekers", "income_euros", "distance_km", "needs", "schedule", "source"});
  described_target out;
  const json& value = from.value();
  if (value.is_object() && value.contains("target") && value["target"].is_object()) {
    out.own = value["target"];
    if (const auto own = from.object("target")) out.said.id = required(*own, "id");
  } else {
    out.said.id = required(from, "target");
  }
  out.said.openings = known_number(from, "openings");
  out.said.seekers = known_number(from, "seekers");
  out.said.income_euros = known_number(from, "income_euros");
  out.said.distance_km = known_number(from, "distance_km");
  out.said.needs = names(from, "needs", false);
  out.said.schedule = names(from, "schedule", false);
  out.said.source = from.text_or("source", {});
  return out;
}

void read_targets(const fields& from, territory& into) {
  const std::vector<fields> given = from.list("targets");
  if (given.size() > targets_max) from.refuse(say::too_many, {"targets", std::to_string(targets_max)}, "targets");
  std::set<std::string> ids;
  std::size_t own = 0;
  for (const fields& one : given) {
    if (from.failed()) return;
    into.targets.push_back(one_target(one));
    const described_target& read = into.targets.back();
    if (!ids.insert(read.said.id).second) one.refuse(say::twice, {read.said.id}, "target");
    if (!read.own.is_null() && ++own > own_targets_max)
      from.refuse(say::too_many, {"targets", std::to_string(own_targets_max)}, "targets");
  }
}

}  // namespace

result<territory> read_territory(const json& document, const std::string& source) {
  std::optional<error> fault;
  const fields from(document, source, fault);
  only_members(from, {"schema", "id", "name", "fictitious", "plugins", "opportunities", "targets"});
  only_schema(from, "activateur/territory/1");
  if (fault) return *fault;
  territory out;
  out.id = required(from, "id");
  out.name = required(from, "name");
  out.fictitious = from.flag_or("fictitious", false);
  out.plugins = names(from, "plugins", false);
  const std::vector<fields> offered = from.list("opportunities");
  if (offered.size() > opportunities_max)
    from.refuse(say::too_many, {"opportunities", std::to_string(opportunities_max)}, "opportunities");
  std::set<std::string> ids;
  for (const fields& one : offered) {
    if (fault) break;
    out.opportunities.push_back(one_opportunity(one));
    if (!ids.insert(out.opportunities.back().id).second) one.refuse(say::twice, {out.opportunities.back().id}, "id");
  }
  read_targets(from, out);
  if (fault) return *fault;
  std::sort(out.opportunities.begin(), out.opportunities.end(),
            [](const opportunity& x, const opportunity& y) { return x.id < y.id; });
  return out;
}

}  // namespace activateur
