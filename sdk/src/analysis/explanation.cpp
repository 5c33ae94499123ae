// Why a target of the carte has its numbers: the parts that weigh most, and the rest of the sum.
#include <algorithm>

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

// The first few of `rows` by `before`, without sorting them all.
template <class Before>
std::vector<const requirement_row*> first_of(const std::vector<const requirement_row*>& rows, std::size_t most,
                                             Before&& before) {
  std::vector<const requirement_row*> out = rows;
  const auto wanted = out.begin() + static_cast<std::ptrdiff_t>(std::min(most, out.size()));
  std::partial_sort(out.begin(), wanted, out.end(), before);
  out.erase(wanted, out.end());
  return out;
}

// How far a badge for one competence lifts the value that the easier zone looks at.
struct lift {
  double gain = 0;
  const requirement_row* row = nullptr;
};

std::optional<zone_change> change_of(const possibility& of, const std::vector<requirement_row>& rows,
                                     const policy& by) {
  const zone from = of.without_hindrances;
  if (from == zone::now) return std::nullopt;
  zone_change out;
  double needed = 0;
  double (*gain)(const requirement_row&) = nullptr;
  switch (from) {
    case zone::after_recognition:
      out.to = zone::now;
      needed = by.zone_now_belief - of.covered_essential.belief;
      gain = [](const requirement_row& r) { return r.proven_share * (r.known.belief_after - r.known.belief); };
      break;
    case zone::short_path:
      out.to = zone::after_recognition;
      needed = by.zone_recognition_expectation - of.covered_essential.expectation;
      gain = [](const requirement_row& r) {
        return r.essential_share * (r.known.expectation_after - r.known.expectation);
      };
      break;
    default:
      out.to = zone::short_path;
      needed = by.zone_short_expectation - of.covered.expectation;
      gain = [](const requirement_row& r) { return r.share * (r.known.expectation_after - r.known.expectation); };
  }
  std::vector<lift> lifts;
  for (const requirement_row& r : rows)
    if (const double g = gain(r); g > 0) lifts.push_back({g, &r});
  const auto less = [](const lift& a, const lift& b) {
    return a.gain != b.gain ? a.gain < b.gain : b.row->before(*a.row);
  };
  std::make_heap(lifts.begin(), lifts.end(), less);
  // Each badge lifts the mean by itself: the fewest that reach the threshold are those that lift most.
  double lifted = 0;
  while (!lifts.empty()) {
    std::pop_heap(lifts.begin(), lifts.end(), less);
    const lift l = lifts.back();
    lifts.pop_back();
    lifted += exact_part(l.gain);
    ++out.acts;
    if (out.competences.size() < change_shown) out.competences.push_back(l.row->competence());
    if (reaches(lifted, needed)) return out;
  }
  out.acts = 0;
  out.competences.clear();
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
  std::vector<const requirement_row*> bring, lack;
  for (const requirement_row& r : rows) {
    if (r.weight > 0) bring.push_back(&r);
    if (r.known.state != requirement_state::recognised) lack.push_back(&r);
  }
  const auto effort = [](const requirement_row& r) { return exact_part(r.importance * (1 - r.known.expectation)); };
  of.reasons_rest = of.covered.expectation;
  for (const requirement_row* r : first_of(bring, reasons_shown, [](const requirement_row*a, const requirement_row*b) {
         return a->weight != b->weight ? a->weight > b->weight : a->before(*b);
       })) {
    of.reasons.push_back(part_of(*r, exact_part(r->share * r->known.expectation)));
    of.reasons_rest -= of.reasons.back().contribution;
  }
  of.missing_rest = of.effort;
  for (const requirement_row* r : first_of(lack, missing_shown, [&](const requirement_row*a, const requirement_row*b) {
         if (a->essential != b->essential) return a->essential;
         const double x = effort(*a), y = effort(*b);
         return x != y ? x > y : a->before(*b);
       })) {
    of.missing.push_back(part_of(*r, effort(*r)));
    of.missing_rest -= of.missing.back().contribution;
  }
  of.change = change_of(of, rows, by);
}

}  // namespace activateur
