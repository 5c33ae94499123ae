#include "planning/placement.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr int rounds_max = 60;  // of narrowing; further ones are rare and only cost time
constexpr int depth_max = 400;
constexpr std::uint64_t asked_every = 200;

// The first start not before `week`, and the last one not after; `never` and -1 when there is none.
int start_until(const plan_network& in, int a, int week) {
  const auto starts = in.starts.of(a);
  const auto after = std::upper_bound(starts.begin(), starts.end(), week);
  return after == starts.begin() ? -1 : *(after - 1);
}

}  // namespace

placement::placement(const plan_network& in, std::function<bool()> go_on)
    : in_(in), go_on_(std::move(go_on)), buckets_(at(in.horizon) + 1), countings_(load_countings(in)) {
  for (int a = 0; a < in.actions; ++a)
    for (const load_counting& c : countings_) loads_.push_back(c.load[at(a)]);
}

bool placement::remove(state& s, int a) {
  if (s.must[at(a)]) return false;
  s.available[at(a)] = 0;
  changed_ = true;
  return true;
}

bool placement::raise_first(state& s, int a, int to) {
  const int start = in_.start_from(a, to);
  if (start <= s.first[at(a)]) return true;
  if (start > s.last[at(a)]) return remove(s, a);
  s.first[at(a)] = start;
  changed_ = true;
  return true;
}

bool placement::lower_last(state& s, int a, int to) {
  if (to >= s.last[at(a)]) return true;
  const int start = start_until(in_, a, to);
  if (start < s.first[at(a)]) return remove(s, a);
  s.last[at(a)] = start;
  changed_ = true;
  return true;
}

// Facts as early as the first starts allow, actions as early as the facts allow.
bool placement::forwards(state& s) {
  fact_.assign(at(in_.facts), never);
  missing_ = in_.need;
  unmet_.resize(at(in_.actions));
  ready_.assign(at(in_.actions), 0);
  for (auto& b : buckets_) b.clear();
  std::vector<char> reached(at(in_.actions), 0);
  bool kept = true;
  const auto use = [&](int a) {
    reached[at(a)] = 1;
    if (!raise_first(s, a, ready_[at(a)])) {
      kept = false;
      return;
    }
    if (!s.available[at(a)]) return;
    const int end = s.first[at(a)] + in_.duration[at(a)];
    for (const int f : in_.products.of(a))
      if (end < fact_[at(f)]) {
        fact_[at(f)] = end;
        buckets_[at(end)].push_back(f);
      }
  };
  for (const int a : listed_) {
    if (!s.available[at(a)]) continue;
    unmet_[at(a)] = static_cast<int>(in_.groups_of.of(a).size());
    if (unmet_[at(a)] == 0) use(a);
  }
  for (int week = 0; week <= week_ && kept; ++week)
    for (std::size_t i = 0; i < buckets_[at(week)].size(); ++i) {
      const int f = buckets_[at(week)][i];
      if (fact_[at(f)] != week) continue;
      for (const int g : in_.consumers.of(f)) {
        const int a = in_.owner[at(g)];
        if (a < 0 || !s.available[at(a)]) continue;
        if (--missing_[at(g)] != 0) continue;
        ready_[at(a)] = std::max(ready_[at(a)], week);
        if (--unmet_[at(a)] == 0) use(a);
      }
    }
  for (const int a : listed_)
    if (kept && s.available[at(a)] && !reached[at(a)]) kept = remove(s, a);
  return kept;
}

// A fact is of use until the last start of what needs it; a step that makes nothing in time is none.
bool placement::backwards(state& s) {
  latest_.assign(at(in_.facts), -1);
  for (auto& b : buckets_) b.clear();
  std::vector<int> done(at(in_.actions), -1);
  const auto want = [&](int g, int by) {
    for (const int f : in_.groups.of(g))
      if (latest_[at(f)] < by) {
        latest_[at(f)] = by;
        buckets_[at(by)].push_back(f);
      }
  };
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g) want(g, week_);
  for (int by = week_; by >= 0; --by)
    for (std::size_t i = 0; i < buckets_[at(by)].size(); ++i) {
      const int f = buckets_[at(by)][i];
      if (latest_[at(f)] != by) continue;
      for (const int a : in_.producers.of(f)) {
        if (!s.available[at(a)]) continue;
        const int start = start_until(in_, a, std::min(by - in_.duration[at(a)], s.last[at(a)]));
        if (start <= done[at(a)] || start < s.first[at(a)]) continue;
        done[at(a)] = start;
        for (const int g : in_.groups_of.of(a)) want(g, start);
      }
    }
  for (const int a : listed_) {
    if (!s.available[at(a)]) continue;
    if (done[at(a)] < 0 ? !remove(s, a) : !lower_last(s, a, done[at(a)])) return false;
  }
  return true;
}

// What the goal and the steps that must be cannot do without must come in time; what alone can bring it must be a step.
bool placement::demand(state& s) {
  due_.assign(at(in_.facts), never);
  std::vector<int> open;
  const auto ask = [&](int g, int by) {
    int had = 0;
    for (const int f : in_.groups.of(g)) had += fact_[at(f)] <= by;
    if (had < in_.need[at(g)]) return false;
    if (had > in_.need[at(g)]) return true;
    for (const int f : in_.groups.of(g))
      if (fact_[at(f)] <= by && by < due_[at(f)]) {
        due_[at(f)] = by;
        open.push_back(f);
      }
    return true;
  };
  const auto ask_for = [&](int a) {
    const auto groups = in_.groups_of.of(a);
    return std::all_of(groups.begin(), groups.end(), [&](int g) { return ask(g, s.last[at(a)]); });
  };
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g)
    if (!ask(g, week_)) return false;
  for (const int a : listed_)
    if (s.available[at(a)] && s.must[at(a)] && !ask_for(a)) return false;
  while (!open.empty()) {
    const int f = open.back();
    open.pop_back();
    int only = -1;
    int makers = 0;
    for (const int a : in_.producers.of(f))
      if (s.available[at(a)] && s.first[at(a)] + in_.duration[at(a)] <= due_[at(f)]) {
        ++makers;
        only = a;
      }
    if (makers == 0) return false;
    if (makers > 1) continue;
    const int before = s.last[at(only)];
    const bool fresh = !s.must[at(only)];
    if (fresh) {
      s.must[at(only)] = 1;
      changed_ = true;
    }
    if (!lower_last(s, only, due_[at(f)] - in_.duration[at(only)])) return false;
    if ((fresh || s.last[at(only)] < before) && !ask_for(only)) return false;
  }
  return true;
}

// Weeks that a step takes wherever it starts are taken; others start where there is room left beside.
bool placement::load(state& s) {
  if (!std::isfinite(in_.capacity)) return true;
  must_.clear();
  for (const int a : listed_)
    if (s.available[at(a)] && s.must[at(a)] && in_.load[at(a)] > 0 && in_.duration[at(a)] > 0) must_.push_back(a);
  profile_ = in_.taken;
  for (const int a : must_)
    for (int week = s.last[at(a)]; week < s.first[at(a)] + in_.duration[at(a)]; ++week)
      profile_[at(week)] += in_.load[at(a)];
  for (int week = 0; week < week_; ++week)
    if (profile_[at(week)] > in_.capacity + planning_slack) return false;
  for (const int a : must_) {
    const int lasts = in_.duration[at(a)];
    const int own_from = s.last[at(a)];
    const int own_to = s.first[at(a)] + lasts;
    const double room = in_.capacity - in_.load[at(a)] + planning_slack;
    const auto full = [&](int week) {
      const double own = week >= own_from && week < own_to ? in_.load[at(a)] : 0.0;
      return profile_[at(week)] - own > room;
    };
    for (int start = s.first[at(a)];;) {
      int blocked = -1;
      for (int week = start + lasts - 1; week >= start && blocked < 0; --week)
        if (full(week)) blocked = week;
      if (blocked < 0) {
        if (!raise_first(s, a, start)) return false;
        break;
      }
      start = in_.start_from(a, blocked + 1);
      if (start > s.last[at(a)]) return false;
    }
    for (int start = s.last[at(a)];;) {
      int blocked = -1;
      for (int week = start; week < start + lasts && blocked < 0; ++week)
        if (full(week)) blocked = week;
      if (blocked < 0) {
        if (!lower_last(s, a, start)) return false;
        break;
      }
      start = start_until(in_, a, blocked - lasts);
      if (start < s.first[at(a)]) return false;
    }
  }
  return fits_between(s);
}

// Energetic reasoning: what must lie between two weeks fits there, however loads are counted. Weeks between which much
// must lie are first starts and last ends.
bool placement::fits_between(const state& s) {
  const std::size_t ways = countings_.size();
  std::vector<int> froms, tos;
  for (const int a : must_) {
    froms.push_back(s.first[at(a)]);
    tos.push_back(s.last[at(a)] + in_.duration[at(a)]);
  }
  for (auto* weeks : {&froms, &tos}) {
    std::sort(weeks->begin(), weeks->end());
    weeks->erase(std::unique(weeks->begin(), weeks->end()), weeks->end());
  }
  std::vector<double> work(ways);
  for (const int from : froms)
    for (const int to : tos) {
      if (to <= from) continue;
      std::fill(work.begin(), work.end(), 0.0);
      for (const int a : must_) {
        const int lasts = in_.duration[at(a)];
        const int early = std::min(to, s.first[at(a)] + lasts) - std::max(from, s.first[at(a)]);
        const int late = std::min(to, s.last[at(a)] + lasts) - std::max(from, s.last[at(a)]);
        const int least = std::min(early, late);
        if (least <= 0) continue;
        const double* load = loads_.data() + at(a) * ways;
        for (std::size_t c = 0; c < ways; ++c) work[c] += least * load[c];
      }
      for (std::size_t c = 0; c < ways; ++c)
        if (work[c] > countings_[c].up_to[at(to)] - countings_[c].up_to[at(from)]) return false;
    }
  return true;
}

placement::narrowed placement::narrow(state& s) {
  for (int round = 0; round < rounds_max; ++round) {
    changed_ = false;
    if (!forwards(s) || !backwards(s)) return narrowed::refuted;
    if (changed_) continue;
    if (!demand(s)) return narrowed::refuted;
    if (changed_) continue;
    if (!load(s)) return narrowed::refuted;
    if (!changed_) break;
  }
  for (const int a : listed_)
    if (s.available[at(a)] && s.must[at(a)] && s.first[at(a)] < s.last[at(a)]) return narrowed::open;
  return narrowed::settled;
}

// Whether the steps that must be meet the goal where they stand, by themselves.
bool placement::met_by_fixed(const state& s) {
  state alone = s;
  for (const int a : listed_)
    if (!alone.must[at(a)]) alone.available[at(a)] = 0;
  steps_.clear();
  std::vector<int> since(at(in_.facts), never);
  std::vector<int> waiting;
  for (const int a : listed_)
    if (alone.available[at(a)]) waiting.push_back(a);
  const auto met = [&](int g, int by) {
    int had = 0;
    for (const int f : in_.groups.of(g)) had += since[at(f)] <= by;
    return had >= in_.need[at(g)];
  };
  for (bool moved = true; moved;) {
    moved = false;
    std::erase_if(waiting, [&](int a) {
      const auto groups = in_.groups_of.of(a);
      if (!std::all_of(groups.begin(), groups.end(), [&](int g) { return met(g, s.first[at(a)]); })) return false;
      for (const int f : in_.products.of(a))
        since[at(f)] = std::min(since[at(f)], s.first[at(a)] + in_.duration[at(a)]);
      steps_.push_back({a, s.first[at(a)]});
      moved = true;
      return true;
    });
  }
  if (!waiting.empty()) return false;
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g)
    if (!met(g, week_)) return false;
  return true;
}

placement::outcome placement::search(state s, std::uint64_t& nodes, int depth) {
  if (nodes == 0 || depth > depth_max) return outcome::unsure;
  --nodes;
  if (nodes % asked_every == asked_every - 1 && !go_on_()) {
    nodes = 0;
    return outcome::unsure;
  }
  const narrowed how = narrow(s);
  if (how == narrowed::refuted) return outcome::impossible;
  int chosen = -1;
  if (how == narrowed::open) {
    for (const int a : listed_) {
      if (!s.available[at(a)] || !s.must[at(a)] || s.first[at(a)] == s.last[at(a)]) continue;
      const auto rank = [&](int x) {
        const int freedom = s.last[at(x)] - s.first[at(x)];
        return by_week_ ? std::pair(s.first[at(x)], s.last[at(x)])
                        : std::pair(freedom, s.last[at(x)] + in_.duration[at(x)]);
      };
      if (chosen < 0 || rank(a) < rank(chosen)) chosen = a;
    }
    state early = s;
    early.last[at(chosen)] = early.first[at(chosen)];
    const outcome here = search(std::move(early), nodes, depth + 1);
    if (here != outcome::impossible) return here;
    s.first[at(chosen)] = in_.start_from(chosen, s.first[at(chosen)] + 1);
    if (s.first[at(chosen)] > s.last[at(chosen)]) return outcome::impossible;
    return search(std::move(s), nodes, depth + 1);
  }
  if (met_by_fixed(s)) return outcome::possible;
  for (const int a : listed_)
    if (s.available[at(a)] && !s.must[at(a)]) {
      chosen = a;
      break;
    }
  if (chosen < 0) return outcome::impossible;
  state with = s;
  with.must[at(chosen)] = 1;
  const outcome here = search(std::move(with), nodes, depth + 1);
  if (here != outcome::impossible) return here;
  s.available[at(chosen)] = 0;
  return search(std::move(s), nodes, depth + 1);
}

// Every available action within the deadline; false when one that must be placed does not fit.
bool placement::start(int week, const std::vector<char>& available, const std::vector<int>& placed, state& s) {
  week_ = week;
  s.available = available;
  s.must.assign(at(in_.actions), 0);
  s.first.assign(at(in_.actions), never);
  s.last.assign(at(in_.actions), -1);
  listed_.clear();
  for (const int a : placed) s.must[at(a)] = 1;
  for (int a = 0; a < in_.actions; ++a) {
    if (!available[at(a)]) continue;
    const int first = in_.start_from(a, 0);
    const int last = start_until(in_, a, week - in_.duration[at(a)]);
    if (first >= never || last < first) {
      if (s.must[at(a)]) return false;
      s.available[at(a)] = 0;
      continue;
    }
    s.first[at(a)] = first;
    s.last[at(a)] = last;
    listed_.push_back(a);
  }
  return true;
}

bool placement::narrow(int week, std::vector<char>& available, std::vector<int>& placed) {
  state s;
  if (!start(week, available, placed, s) || narrow(s) == narrowed::refuted) return false;
  available = s.available;
  placed.clear();
  for (const int a : listed_)
    if (s.available[at(a)] && s.must[at(a)]) placed.push_back(a);
  return true;
}

placement::outcome placement::decide(int week, const std::vector<char>& available, const std::vector<int>& placed,
                                     std::uint64_t& nodes) {
  state s;
  if (!start(week, available, placed, s)) return outcome::impossible;
  // Contradictions show soonest where there is least freedom, plans when weeks are filled one after the other.
  for (const bool by_week : {false, true}) {
    by_week_ = by_week;
    std::uint64_t share = by_week ? nodes : nodes - nodes / 2;
    nodes -= share;
    const outcome how = search(s, share, 0);
    nodes += share;
    if (how != outcome::unsure) return how;
  }
  return outcome::unsure;
}

}  // namespace activateur
