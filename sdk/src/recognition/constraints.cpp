#include "recognition/constraints.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

constexpr message too_many{"constraints.count", "\"{0}\" holds {1} elements, the bound is {2}. Keep those that matter.",
                           "« {0} » compte {1} éléments, la limite est {2}. Gardez ceux qui comptent."};
constexpr message bad_name{"constraints.name", "\"{0}\" must have 1 to {1} bytes.",
                           "« {0} » doit compter de 1 à {1} octets."};
constexpr message no_day{"constraints.day", "Say from which day to which: \"from\" and \"to\".",
                         "Dites de quel jour à quel jour : « from » et « to »."};
constexpr message ends_before{"constraints.dates", "The period ends before it starts. Correct \"from\" or \"to\".",
                              "La période finit avant de commencer. Corrigez « from » ou « to »."};
constexpr message unknown_means{"constraints.means", "\"{0}\" is no means of transport. Use one of: {1}.",
                                "« {0} » n'est pas un moyen de transport. Utilisez l'un de : {1}."};
constexpr message twice{"constraints.twice", "\"{0}\" is given twice. Keep one.",
                        "« {0} » est donné deux fois. N'en gardez qu'un."};
constexpr message both_ways{"constraints.both", "\"{0}\" is both refused and imposed. Keep one.",
                            "« {0} » est à la fois refusé et imposé. Gardez l'un des deux."};

constexpr std::size_t most_periods = 1'000;
constexpr std::size_t most_imposed = 100;  // each is a goal of its own
constexpr std::size_t most_refused = 1'000;
constexpr std::size_t longest_name = 512;
constexpr double farthest_km = 50'000;

constexpr std::array<std::string_view, 5> known_means{"walk", "bicycle", "moped", "public_transport", "car"};

// The elements of a bounded list.
std::vector<fields> bounded(const fields& in, const char* member, std::size_t most) {
  std::vector<fields> out = in.list(member);
  if (out.size() <= most) return out;
  in.refuse(too_many, {member, std::to_string(out.size()), std::to_string(most)}, member);
  return {};
}

std::string name_in(const fields& in, const char* member) {
  std::string out = in.text(member);
  if (!in.failed() && (out.empty() || out.size() > longest_name))
    in.refuse(bad_name, {member, std::to_string(longest_name)}, member);
  return out;
}

std::vector<std::string> names_in(const fields& in, const char* member) {
  std::vector<std::string> out = in.texts(member);
  if (out.size() > most_refused)
    in.refuse(too_many, {member, std::to_string(out.size()), std::to_string(most_refused)}, member);
  for (const std::string& one : out)
    if (one.empty() || one.size() > longest_name) in.refuse(bad_name, {member, std::to_string(longest_name)}, member);
  return out;
}

availability read_period(const fields& in) {
  only_members(in, {"from", "to", "weekly_hours", "reason"});
  availability out;
  const auto from = in.day("from");
  const auto to = in.day("to");
  if (!from || !to) {
    in.refuse(no_day);
    return out;
  }
  if (*to < *from) in.refuse(ends_before, {}, "to");
  out.from = *from;
  out.to = *to;
  out.weekly_hours = in.number_within("weekly_hours", 0, 168, 0);
  (void)in.text_or("reason", {});  // for people
  return out;
}

travel_means read_means(const fields& in) {
  only_members(in, {"by", "max_km"});
  travel_means out;
  out.by = in.text("by");
  if (!in.failed() && std::find(known_means.begin(), known_means.end(), out.by) == known_means.end()) {
    std::string list;
    for (const std::string_view one : known_means) list.append(list.empty() ? "" : ", ").append(one);
    in.refuse(unknown_means, {shortened(out.by, 64), list}, "by");
  }
  if (in.has("max_km")) out.max_km = in.number_within("max_km", 0, farthest_km, 0);
  return out;
}

void read_imposed(const fields& in, portfolio& into) {
  std::set<std::string> seen;
  for (const fields& one : bounded(in, "imposes", most_imposed)) {
    only_members(one, {"opportunity", "start"});
    imposed_step step{name_in(one, "opportunity"), one.day("start")};
    if (in.failed()) return;
    if (!seen.insert(step.opportunity).second) one.refuse(twice, {shortened(step.opportunity, 64)}, "opportunity");
    const auto& refused = into.refused.opportunities;
    if (std::find(refused.begin(), refused.end(), step.opportunity) != refused.end())
      one.refuse(both_ways, {shortened(step.opportunity, 64)}, "opportunity");
    into.imposed.push_back(std::move(step));
  }
}

double reach_of_means(const travel_means& m, const policy& by) {
  if (m.max_km) return *m.max_km;
  const auto known = by.plan_means_km.find(m.by);
  return known == by.plan_means_km.end() ? 0 : known->second;
}

}  // namespace

std::optional<double> reach_km(const portfolio& person, const policy& by) {
  std::optional<double> out;
  for (const travel_means& m : person.means) out = std::max(out.value_or(0), reach_of_means(m, by));
  if (person.max_distance_km > 0) out = std::min(out.value_or(person.max_distance_km), person.max_distance_km);
  return out;
}

void read_constraints(const fields& root, portfolio& into) {
  const auto in = root.object("constraints");
  if (!in) return;
  only_members(*in, {"budget_euros", "weekly_hours", "deadline", "max_distance_km", "availability", "means", "refuses",
                     "imposes", "barriers"});
  into.budget_euros = in->number_within("budget_euros", 0, 1e9, into.budget_euros);
  into.weekly_hours = in->number_within("weekly_hours", 0, 168, into.weekly_hours);
  into.deadline = in->day("deadline");
  into.max_distance_km = in->number_within("max_distance_km", 0, farthest_km, into.max_distance_km);
  for (const fields& one : bounded(*in, "availability", most_periods)) into.availabilities.push_back(read_period(one));
  std::set<std::string> means;
  for (const fields& one : bounded(*in, "means", known_means.size())) {
    into.means.push_back(read_means(one));
    if (!means.insert(into.means.back().by).second) one.refuse(twice, {into.means.back().by}, "by");
  }
  if (const auto refused = in->object("refuses")) {
    only_members(*refused, {"opportunities", "kinds", "providers"});
    into.refused.opportunities = names_in(*refused, "opportunities");
    into.refused.kinds = names_in(*refused, "kinds");
    into.refused.providers = names_in(*refused, "providers");
  }
  read_imposed(*in, into);
}

}  // namespace activateur
