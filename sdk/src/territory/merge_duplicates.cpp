// What two sources give, or one gives twice, is one opportunity.
#include <algorithm>
#include <map>
#include <tuple>

#include "frameworks/fold.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

using looks = std::tuple<std::string, std::string, std::string, std::string>;

looks looks_of(const opportunity& o) { return {o.kind, fold(o.title), fold(o.provider), fold(o.place)}; }

// All that a plan reads, sessions and seats aside: those two say when and whether, not what.
auto content_of(const opportunity& o) {
  return std::tie(o.teaches, o.recognises, o.gives, o.needs, o.needs_if_lacking, o.needs_competences,
                  o.needs_competences_at_least, o.cost_euros, o.hours, o.weekly_hours, o.weeks, o.distance_km, o.mode,
                  o.enrol_days);
}

// Who pays, for whom and what it leads to: rules read it, so that two records which differ in it stay two.
std::vector<std::string> terms_of(const opportunity& o) {
  std::vector<std::string> out;
  for (const std::string& tag : o.tags)
    for (const char* term : {"funder:", "funding:", "cpf:", "leads_to:", "price:", "public:"})
      if (tag.starts_with(term)) out.push_back(tag);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// The sessions of both. One that is full says nothing of the dates that are left.
void join(opportunity& kept, const opportunity& left) {
  if (kept.seats == 0 && left.seats != 0) {
    kept.sessions = left.sessions;
    kept.seats = left.seats;
  } else if (left.seats != 0 || kept.seats == 0) {
    if (kept.sessions.empty() || left.sessions.empty()) {
      kept.sessions.clear();  // any week
    } else {
      kept.sessions.insert(kept.sessions.end(), left.sessions.begin(), left.sessions.end());
      std::sort(kept.sessions.begin(), kept.sessions.end());
      kept.sessions.erase(std::unique(kept.sessions.begin(), kept.sessions.end()), kept.sessions.end());
    }
    kept.seats = std::max(kept.seats, left.seats);  // -1: not said
  }
  kept.tags.insert(kept.tags.end(), left.tags.begin(), left.tags.end());
  std::sort(kept.tags.begin(), kept.tags.end());
  kept.tags.erase(std::unique(kept.tags.begin(), kept.tags.end()), kept.tags.end());
  if (kept.url.empty()) kept.url = left.url;
  if (kept.prerequisites.empty()) kept.prerequisites = left.prerequisites;
  if (kept.source.find(left.source) == std::string::npos) kept.source.append(" ; ").append(left.source);
}

}  // namespace

void merge_duplicates(territory_run& run, imported_territory& into) {
  std::vector<opportunity> kept;
  std::map<std::string, std::size_t> by_id;
  std::multimap<looks, std::size_t> by_looks;
  const auto same = [&](const opportunity& left, const opportunity& as, const char* by) {
    if (into.duplicates.size() < import_report::problems_kept) into.duplicates.push_back({as.id, left.id, by});
    ++into.duplicate_count;
  };
  for (opportunity& one : run.made) {
    // The same id is the same record: what comes later is what is known now.
    if (const auto known = by_id.find(one.id); known != by_id.end()) {
      same(one, kept[known->second], "id");
      kept[known->second] = std::move(one);
      continue;
    }
    const auto [from, to] = by_looks.equal_range(looks_of(one));
    const auto twin = std::find_if(from, to, [&](const auto& known) {
      const opportunity& other = kept[known.second];
      return content_of(one) == content_of(other) && terms_of(one) == terms_of(other) &&
             one.sessions.size() + other.sessions.size() <= 500 && one.tags.size() + other.tags.size() <= 500;
    });
    if (twin != to) {
      same(one, kept[twin->second], "same");
      join(kept[twin->second], one);
      continue;
    }
    // Sessions of other lengths of the same offer are no surprise.
    const auto other_record = [&](const auto& known) { return kept[known.second].source != one.source; };
    if (std::any_of(from, to, other_record)) run.count_named(say::same_otherwise, one.id);
    by_id.emplace(one.id, kept.size());
    by_looks.emplace(looks_of(one), kept.size());
    kept.push_back(std::move(one));
  }
  run.made = std::move(kept);
}

}  // namespace activateur
