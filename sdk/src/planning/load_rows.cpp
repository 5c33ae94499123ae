#include "planning/load_rows.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double shares[] = {0.1, 0.2, 0.3, 0.4, 0.5};  // of a week: what counts as small
constexpr int every_week_up_to = 60;
constexpr int parts_max = 7;
constexpr double clearly = 1e-6;      // hours
constexpr double violated_by = 1e-3;  // of the room of one week

}  // namespace

std::vector<load_counting> load_countings(const plan_network& in) {
  std::vector<load_counting> out;
  const double capacity = in.capacity;
  if (!std::isfinite(capacity) || capacity <= 0) return out;
  const auto add = [&](const auto& counted, const auto& room) {
    load_counting c;
    for (int a = 0; a < in.actions; ++a) c.load.push_back(counted(in.load[at(a)]));
    c.up_to.assign(1, 0.0);
    for (int w = 0; w < in.horizon; ++w) c.up_to.push_back(c.up_to.back() + room(w) + planning_slack);
    // A counting that no load tells from the plain hours says nothing new.
    if (out.empty() || c.load != out.front().load) out.push_back(std::move(c));
  };
  add([](double hours) { return hours; }, [&](int w) { return capacity - in.taken[at(w)]; });
  // The other countings take each week for a whole one.
  for (const double share : shares) {
    const double small = share * capacity;
    add([&](double hours) { return hours > capacity - small + clearly ? capacity
                                   : hours >= small                   ? hours
                                                                      : 0.0; },
        [&](int) { return capacity; });
  }
  // f_k of Fekete and Schepers: a load counts by the k + 1 parts of a week it fills, of which k fit beside others.
  for (int k = 1; k <= parts_max; ++k)
    add(
        [&](double hours) {
          const double parts = hours * (k + 1) / capacity;
          const double whole = std::round(parts);
          if (std::abs(parts - whole) * capacity < clearly) return hours;
          return std::floor(parts) * capacity / k;
        },
        [&](int) { return capacity; });
  return out;
}

load_rows::load_rows(const plan_network& in, int week, const windows& seen, const std::vector<int>& actions)
    : week_(week), countings_(load_countings(in)), actions_(actions) {
  for (const int a : actions) {
    first_.push_back(seen.earliest[at(a)] - in.duration[at(a)]);
    last_.push_back(seen.last_start[at(a)]);
    duration_.push_back(in.duration[at(a)]);
  }
}

// The least that action `i` lasts between two weeks, wherever it starts.
int load_rows::overlap(std::size_t i, int from, int to) const {
  const int lasts = duration_[i];
  const auto at_start = [&](int s) { return std::max(0, std::min(to, s + lasts) - std::max(from, s)); };
  // Overlap rises and falls with the start: the least is at one of the ends.
  return std::min(at_start(first_[i]), at_start(last_[i]));
}

std::vector<load_rows::row> load_rows::violated(const std::vector<double>& used) const {
  std::vector<row> out;
  if (countings_.empty()) return out;
  std::vector<std::size_t> some;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (used[i] > 1e-9 && duration_[i] > 0) some.push_back(i);
  // Between far deadlines, only the weeks between which much must lie: first starts and last ends.
  std::vector<int> froms, tos;
  for (const std::size_t i : some) {
    froms.push_back(first_[i]);
    tos.push_back(last_[i] + duration_[i]);
  }
  for (int w = 0; w <= week_ && week_ <= every_week_up_to; ++w) {
    froms.push_back(w);
    tos.push_back(w);
  }
  for (auto* weeks : {&froms, &tos}) {
    std::sort(weeks->begin(), weeks->end());
    weeks->erase(std::unique(weeks->begin(), weeks->end()), weeks->end());
  }
  std::vector<double> most(countings_.size(), violated_by);
  std::vector<std::pair<int, int>> where(countings_.size(), {-1, -1});
  std::vector<double> sums(countings_.size());
  for (const int from : froms)
    for (const int to : tos) {
      if (to <= from) continue;
      std::fill(sums.begin(), sums.end(), 0.0);
      for (const std::size_t i : some) {
        if (first_[i] + duration_[i] <= from || last_[i] >= to) continue;
        const double much = overlap(i, from, to) * used[i];
        if (much <= 0) continue;
        for (std::size_t c = 0; c < countings_.size(); ++c) sums[c] += much * countings_[c].load[at(actions_[i])];
      }
      for (std::size_t c = 0; c < countings_.size(); ++c) {
        const double room = countings_[c].up_to[at(to)] - countings_[c].up_to[at(from)];
        const double off = (sums[c] - room) / std::max(1e-9, countings_[c].up_to[at(week_)] / week_);
        if (off > most[c]) {
          most[c] = off;
          where[c] = {from, to};
        }
      }
    }
  for (std::size_t c = 0; c < countings_.size(); ++c) {
    const auto [from, to] = where[c];
    if (from < 0 || std::find(where.begin(), where.begin() + static_cast<std::ptrdiff_t>(c), where[c]) !=
                        where.begin() + static_cast<std::ptrdiff_t>(c))
      continue;
    row r;
    r.room = countings_[c].up_to[at(to)] - countings_[c].up_to[at(from)];
    for (std::size_t i = 0; i < used.size(); ++i)
      if (const double load = countings_[c].load[at(actions_[i])] * overlap(i, from, to); load > 0)
        r.loads.emplace_back(static_cast<int>(i), load);
    out.push_back(std::move(r));
  }
  return out;
}

}  // namespace activateur
