// Why a target of the carte has its numbers: the parts that weigh most, and the rest of the sum.
#include <algorithm>
#include <array>
#include <span>

#include "analysis/covering.hpp"
#include "analysis/exact.hpp"
#include "analysis/possibilities.hpp"

namespace activateur {
namespace {

constexpr std::size_t reasons_shown = 5;
constexpr std::size_t missing_shown = 5;
constexpr std::size_t change_shown = 3;

competence_part part_of(const requirement_row& row, double contribution) {
  return {row.in, row.index, row.known.state, contribution};
}

// The first few of the rows that are offered: those of most value, of equal ones by `before`.
template <std::size_t most>
class first_few {
 public:
  void offer(double value, const requirement_row& row) {
    if (count_ == most && !precedes(value, row, held_[most - 1])) return;
    std::size_t at = count_ < most ? count_++ : most - 1;
    for (; at > 0 && precedes(value, row, held_[at - 1]); --at) held_[at] = held_[at - 1];
    held_[at] = {value, &row};
  }
  struct held {
    double value = 0;
    const requirement_row* row = nullptr;
  };
  [[nodiscard]] std::span<const held> all() const { return {held_.data(), count_}; }

 private:
  static bool precedes(double value, const requirement_row& row, const held& other) {
    return value != other.value ? value > other.value : row.before(*other.row);
  }
  std::array<held, most> held_;
  std::size_t count_ = 0;
};

// Values that many rows share, with how many do: of most competences nothing is known, and what they add to a target
// is the same but for their importance.
class tally {
 public:
  void add(double value) {
    if (few_[last_].value == value) {
      ++few_[last_].times;
      return;
    }
    for (std::size_t i = 0; i < count_; ++i)
      if (few_[i].value == value) {
        ++few_[last_ = i].times;
        return;
      }
    if (count_ < few_.size())
      few_[last_ = count_++] = {value, 1};
    else
      others_.push_back({value, 1});
  }
  struct several {
    double value = 0;
    std::size_t times = 0;
  };
  // By falling value; all above 0.
  [[nodiscard]] const std::vector<several>& sorted() {
    others_.insert(others_.end(), few_.begin(), few_.begin() + static_cast<std::ptrdiff_t>(count_));
    std::sort(others_.begin(), others_.end(), [](const several& a, const several& b) { return a.value > b.value; });
    return others_;
  }

 private:
  std::array<several, 8> few_;
  std::size_t count_ = 0, last_ = 0;
  std::vector<several> others_;
};

// Each badge lifts the mean by itself: the fewest that reach the threshold are those that lift most, beside those in
// `first`, which cannot be done without.
template <class Gain>
void fewest(const std::vector<requirement_row>& rows, const std::vector<const requirement_row*>& first, double needed,
            Gain&& gain, zone_change& out) {
  first_few<change_shown> most;
  tally gains;
  for (const requirement_row& r : rows) {
    const double g = gain(r);
    if (g <= 0 || r.known.recognised || std::find(first.begin(), first.end(), &r) != first.end()) continue;
    most.offer(g, r);
    gains.add(g);
  }
  double lifted = 0;
  std::size_t acts = first.size();
  for (const requirement_row* r : first) lifted += exact_part(gain(*r));
  for (const tally::several& same : gains.sorted()) {
    const double part = exact_part(same.value);
    for (std::size_t i = 0; i < same.times && (acts == 0 || !reaches(lifted, needed)); ++i, ++acts) lifted += part;
  }
  if (!reaches(lifted, needed)) return;
  out.acts = acts;
  const std::size_t shown = std::min(acts, change_shown), of_first = std::min(first.size(), shown);
  for (std::size_t i = 0; i < of_first; ++i) out.competences.push_back(first[i]->competence());
  for (const auto& one : most.all().first(std::min(shown - of_first, most.all().size())))
    out.competences.push_back(one.row->competence());
}

// The essential requirements that evidence speaks against and one badge each turns; of a group those that are easiest,
// as many as it takes. Nothing: they cannot all be turned so.
std::optional<std::vector<const requirement_row*>> first_to_turn(const std::vector<requirement_row>& rows) {
  std::vector<const requirement_row*> out;
  const auto lacks = [&](const requirement_row& r) {
    return r.known.lacks && std::find(out.begin(), out.end(), &r) == out.end();
  };
  std::vector<const requirement_row*> turned;
  for (const requirement_row& r : rows)
    if (r.essential && r.known.lacks && !r.known.lacks_after) turned.push_back(&r);
  std::stable_sort(turned.begin(), turned.end(), [](const requirement_row* a, const requirement_row* b) {
    return a->known.expectation_after > b->known.expectation_after;
  });
  std::size_t left = lacking_among(rows, lacks);
  for (auto next = turned.begin(); left > 0 && next != turned.end(); ++next) {
    out.push_back(*next);
    const std::size_t now = lacking_among(rows, lacks);
    if (now == left) out.pop_back();
    left = now;
  }
  if (left > 0) return std::nullopt;
  return out;
}

std::optional<zone_change> change_of(const possibility& of, const std::vector<requirement_row>& rows,
                                     const policy& by) {
  zone_change out;
  std::vector<const requirement_row*> first;
  switch (of.without_hindrances) {
    case zone::now: return std::nullopt;
    case zone::after_recognition:
      out.to = zone::now;
      fewest(
          rows, {}, by.zone_now_belief - of.covered_essential.belief,
          [](const requirement_row& r) { return r.proven_share * (r.known.belief_after - r.known.belief); }, out);
      break;
    case zone::short_path:
      out.to = zone::after_recognition;
      if (of.lacking > 0) {
        auto needed = first_to_turn(rows);
        if (!needed) break;
        first = *std::move(needed);
      }
      fewest(
          rows, first, by.zone_recognition_expectation - of.covered_essential.expectation,
          [](const requirement_row& r) {
            return r.essential_share * (r.known.expectation_after - r.known.expectation);
          },
          out);
      break;
    default:
      out.to = zone::short_path;
      fewest(
          rows, {}, by.zone_short_expectation - of.covered.expectation,
          [](const requirement_row& r) { return r.share * (r.known.expectation_after - r.known.expectation); }, out);
  }
  return out;
}

}  // namespace

std::vector<requirement_row> rows_of(const gap_report& gap, const framework_set& frameworks, const policy& by) {
  const std::vector<coverage> essential = shares_in(gap.items, gap.to, by, {true, nullptr});
  std::vector<requirement_row> out;
  out.reserve(gap.items.size());
  for (std::size_t i = 0; i < gap.items.size(); ++i) {
    const gap_item& item = gap.items[i];
    const auto ref = frameworks.competence(item.asked.competence);
    if (!ref) continue;  // a target's competences are all known: it was read with these frameworks
    requirement_row& row = out.emplace_back();
    row.in = ref->in.get();
    row.index = ref->index;
    row.essential = item.asked.essential;
    row.group = item.asked.group;
    row.share = item.share.expectation;
    row.essential_share = essential[i].expectation;
    row.proven_share = essential[i].belief;
    row.importance = importance_of(by, item.asked.importance);
    if (row.group != no_group)
      row.importance = row.share > 0 ? row.importance / static_cast<double>(gap.groups[row.group].asked.at_least) : 0;
    row.known = known_from(&item.known, by);
    row.known.state = item.state;
    row.weight = row.importance * std::max(0.0, row.known.expectation - by.presumption_default);
  }
  return out;
}

void explain(possibility& of, const std::vector<requirement_row>& rows, const policy& by) {
  first_few<reasons_shown> bring;
  first_few<missing_shown> lack, lack_too;  // what is essential first
  double effort = 0, part = 0;              // most rows are as the one before
  for (const requirement_row& r : rows) {
    if (r.weight > 0) bring.offer(r.weight, r);
    if (r.known.state == requirement_state::recognised) continue;
    if (const double own = r.importance * (1 - r.known.expectation); own != effort) part = exact_part(effort = own);
    (r.essential ? lack : lack_too).offer(part, r);
  }
  of.reasons_rest = of.covered.expectation;
  for (const auto& one : bring.all()) {
    of.reasons.push_back(part_of(*one.row, exact_part(one.row->share * one.row->known.expectation)));
    of.reasons_rest -= of.reasons.back().contribution;
  }
  of.missing_rest = of.effort;
  for (const auto& few : {lack.all(), lack_too.all()})
    for (const auto& one : few) {
      if (of.missing.size() == missing_shown) break;
      of.missing.push_back(part_of(*one.row, one.value));
      of.missing_rest -= one.value;
    }
  of.change = change_of(of, rows, by);
}

}  // namespace activateur
