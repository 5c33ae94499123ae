#include "territory/read_opportunity.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "recognition/members.hpp"
#include "territory/messages.hpp"

namespace activateur {

namespace say = territory_messages;
namespace most = territory_bounds;

namespace {

constexpr std::string_view kinds[] = {"training",    "immersion",         "workshop", "vae",
                                      "clea",        "meeting",           "mentor",   "feedback",
                                      "observation", "badge_application", "support"};
constexpr std::string_view modes[] = {"on_site", "remote", "mixed"};

constexpr std::string_view members[] = {"id",
                                        "title",
                                        "kind",
                                        "provider",
                                        "place",
                                        "url",
                                        "teaches",
                                        "recognises",
                                        "gives",
                                        "needs",
                                        "needs_if_lacking",
                                        "needs_competences",
                                        "needs_competences_at_least",
                                        "cost_euros",
                                        "hours",
                                        "weekly_hours",
                                        "weeks",
                                        "calendar_weeks",
                                        "sessions",
                                        "enrol_days",
                                        "distance_km",
                                        "seats",
                                        "mode",
                                        "prerequisites",
                                        "tags",
                                        "source"};

template <class List>
void one_of(const fields& from, const char* member, const std::string& value, const List& known, const message& what) {
  if (from.failed() || std::find(std::begin(known), std::end(known), value) != std::end(known)) return;
  std::string list;
  for (const std::string_view k : known) list.append(list.empty() ? "" : ", ").append(k);
  from.refuse(what, {value, list}, member);
}

int whole(const fields& from, const char* name, int low, int high, int fallback) {
  const double v = from.number_or(name, fallback);
  if (v >= low && v <= high && v == std::floor(v)) return static_cast<int>(v);
  from.refuse(say::not_whole, {name, std::to_string(low), std::to_string(high)}, name);
  return fallback;
}

}  // namespace

std::string required_text(const fields& from, const char* name) {
  std::string out = from.text(name);
  if (!from.failed() && out.empty()) from.refuse(say::empty_text, {name}, name);
  return out;
}

std::vector<std::string> distinct_names(const fields& from, const char* name, bool competences) {
  std::vector<std::string> out = from.texts(name);
  if (out.size() > most::list) from.refuse(say::too_many, {name, std::to_string(most::list)}, name);
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

namespace {

opportunity read_members(const fields& from) {
  opportunity out;
  out.id = from.text_or("id", {});
  out.title = from.text_or("title", {});
  out.kind = required_text(from, "kind");
  one_of(from, "kind", out.kind, kinds, say::unknown_kind);
  out.provider = from.text_or("provider", {});
  out.place = from.text_or("place", {});
  out.url = from.text_or("url", {});
  out.teaches = distinct_names(from, "teaches", true);
  out.recognises = distinct_names(from, "recognises", true);
  out.gives = distinct_names(from, "gives", false);
  out.needs = distinct_names(from, "needs", false);
  out.needs_if_lacking = distinct_names(from, "needs_if_lacking", false);
  out.needs_competences = distinct_names(from, "needs_competences", true);
  out.cost_euros = from.number_within("cost_euros", 0, most::amount, 0);
  out.hours = from.number_within("hours", 0, most::amount, 0);
  out.weekly_hours = from.number_within("weekly_hours", 0, 168, 0);
  out.weeks = whole(from, "weeks", 1, most::weeks, 1);
  out.calendar_weeks = from.flag_or("calendar_weeks", false);
  out.distance_km = from.number_within("distance_km", 0, most::amount, 0);
  out.seats = whole(from, "seats", -1, most::seats, -1);
  out.enrol_days = whole(from, "enrol_days", 0, most::enrol_days, 0);
  for (const std::string& text : distinct_names(from, "sessions", false)) {
    if (const auto t = parse_clock_time(text))
      out.sessions.push_back(*t);
    else
      from.refuse(say::bad_session, {text}, "sessions");
  }
  std::sort(out.sessions.begin(), out.sessions.end());
  out.mode = from.text_or("mode", {});
  if (!out.mode.empty()) one_of(from, "mode", out.mode, modes, say::unknown_mode);
  out.prerequisites = from.text_or("prerequisites", {});
  if (out.prerequisites.size() > most::prerequisites)
    from.refuse(say::too_long, {"prerequisites", std::to_string(most::prerequisites)}, "prerequisites");
  out.tags = distinct_names(from, "tags", false);
  out.source = from.text_or("source", {});
  out.needs_competences_at_least = whole(from, "needs_competences_at_least", 0, static_cast<int>(most::list), 0);
  return out;
}

}  // namespace

opportunity read_opportunity_with(const fields& from, std::initializer_list<std::string_view> others) {
  std::vector<std::string_view> known(others);
  known.insert(known.end(), std::begin(members), std::end(members));
  only_members(from, known);
  return read_members(from);
}

opportunity read_opportunity(const fields& from) {
  only_members(from, members);
  opportunity out = read_members(from);
  out.id = required_text(from, "id");
  out.title = required_text(from, "title");
  if (static_cast<std::size_t>(out.needs_competences_at_least) > out.needs_competences.size())
    from.refuse(say::not_whole, {"needs_competences_at_least", "0", std::to_string(out.needs_competences.size())},
                "needs_competences_at_least");
  return out;
}

}  // namespace activateur
