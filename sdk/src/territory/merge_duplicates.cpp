// What two sources give, or one gives twice, is one opportunity: by its id, else by all that a plan reads of it.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "frameworks/fold.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

using looks = std::tuple<std::string, std::string, std::string, std::string>;

looks looks_of(const opportunity& o) { return {o.kind, fold(o.title), fold(o.provider), fold(o.place)}; }

// All that a plan reads, sessions and seats aside: those two say when and whether, not what.
auto content_of(const opportunity& o) {
  return std::tuple(o.teaches, o.recognises, o.gives, o.needs, o.needs_if_lacking, o.needs_competences,
                    o.needs_competences_at_least, o.cost_euros, o.hours, o.weekly_hours, o.weeks, o.calendar_weeks,
                    o.distance_km, o.mode, o.enrol_days);
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

using content = decltype(content_of(std::declval<const opportunity&>()));
using terms = std::vector<std::string>;
using record = std::tuple<looks, content, terms>;

record record_of(const opportunity& o) { return {looks_of(o), content_of(o), terms_of(o)}; }

// Records that nothing but their ids tells apart. Those to which one source gave ids are different things, however
// alike; the first of one source is the first of another, the second the second.
struct alike {
  std::vector<std::size_t> members;         // indices of what is kept
  std::map<std::size_t, std::size_t> next;  // by source: how many of them it has given

  // The one that a source means which gives one more; nothing: none yet.
  std::optional<std::size_t> further(std::size_t source) { return member(next[source]++); }
  // The one that it gave last.
  [[nodiscard]] std::optional<std::size_t> last(std::size_t source) const {
    const auto given = next.find(source);
    return given == next.end() ? std::nullopt : member(given->second - 1);
  }

 private:
  [[nodiscard]] std::optional<std::size_t> member(std::size_t number) const {
    return number < members.size() ? std::optional(members[number]) : std::nullopt;
  }
};

// Whether others than `source` have given something of the same looks.
struct sources_seen {
  std::optional<std::string> first;
  bool several = false;

  bool other_than(const std::string& source) {
    if (!first) first = source;
    several = several || *first != source;
    return several;
  }
};

bool room_for(const opportunity& kept, const opportunity& more) {
  return kept.sessions.size() + more.sessions.size() <= territory_bounds::list &&
         kept.tags.size() + more.tags.size() <= territory_bounds::list;
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
  const auto same = [&](const opportunity& left, const opportunity& as, const char* by) {
    if (into.duplicates.size() < import_report::problems_kept) into.duplicates.push_back({as.id, left.id, by});
    ++into.duplicate_count;
  };
  std::vector<opportunity> kept;
  std::map<std::string, std::size_t> by_id;
  std::map<std::string, int> unnamed;  // of one source: how many it gave the same looks for an id
  std::map<record, alike> by_record;
  std::map<looks, sources_seen> by_looks;
  std::size_t source = 0;
  for (std::size_t i = 0; i < run.made.size(); ++i) {
    opportunity& one = run.made[i];
    for (; source + 1 < run.begins.size() && run.begins[source + 1] <= i; ++source) unnamed.clear();
    const record what = record_of(one);
    alike& others = by_record[what];
    const auto joins = [&](std::optional<std::size_t> twin) {
      if (!twin || record_of(kept[*twin]) != what || !room_for(kept[*twin], one)) return false;
      same(one, kept[*twin], "same");
      join(kept[*twin], one);
      return true;
    };
    // What a source gives without an id is the same where it is written twice, and else another.
    if (run.unnamed.contains(i))
      if (const auto [number, first] = unnamed.try_emplace(one.id, 1); !first) {
        if (joins(others.last(source))) continue;
        one.id.append("~").append(std::to_string(++number->second));
      }
    // The same id is the same record: what comes later is what is known now.
    if (const auto known = by_id.find(one.id); known != by_id.end()) {
      same(one, kept[known->second], "id");
      others.members.push_back(known->second);
      ++others.next[source];
      kept[known->second] = std::move(one);
      continue;
    }
    if (joins(others.further(source))) continue;
    // Sessions of other lengths of the same offer are no surprise.
    if (by_looks[std::get<looks>(what)].other_than(one.source)) run.count_named(say::same_otherwise, one.id);
    by_id.emplace(one.id, kept.size());
    others.members.push_back(kept.size());
    kept.push_back(std::move(one));
  }
  run.made = std::move(kept);
}

}  // namespace activateur
