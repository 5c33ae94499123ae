#include "analysis/match_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "analysis/match_messages.hpp"
#include "analysis/match_wide.hpp"

namespace activateur {
namespace {

namespace say = match_messages;

constexpr std::size_t most_postings = std::size_t{1} << 31U;
constexpr std::size_t head_share = 32;   // a head is asked by one target of so many, or more
constexpr double heaviest = 1000;        // as in policies
constexpr unsigned finest_parts = 1000;  // of a unit of weight
constexpr double rounded_heaviest = 1U << 18U;
constexpr double narrow_scale_min = 1U << 20U;
constexpr double wide_scale = 1U << 28U;  // 10 000 x 2^18, below 2^32, x 2^28 stays below 2^60

double weight_of_one(const match_choice& c) { return c.weight / static_cast<double>(c.at_least); }

// How many parts of a unit make every weight a whole number; 0: none up to the finest.
unsigned parts_of(const std::set<double>& weights) {
  const auto whole = [](double w) { return std::abs(w - std::round(w)) <= 1e-9 * std::max(1.0, w); };
  for (unsigned parts = 1; parts <= finest_parts; ++parts)
    if (std::all_of(weights.begin(), weights.end(), [&](double w) { return whole(w * parts); })) return parts;
  return 0;
}

}  // namespace

struct match_index::occurrence {
  std::uint32_t target = 0;
  asked_as as;
};

void match_targets::add(std::span<const match_requirement> requirements, std::span<const match_choice> choices) {
  for (const match_choice& c : choices) choices_.push_back({size(), c});
  all_.insert(all_.end(), requirements.begin(), requirements.end());
  starts_.push_back(all_.size());
}

std::uint32_t match_index::whole(double weight) const {
  return static_cast<std::uint32_t>(std::llround(weight * grid_));
}

void match_index::choose_weights(const match_targets& targets) {
  // Enough distinct weights to tell a policy's few from anybody's own.
  constexpr std::size_t seen_max = 1000;
  std::set<double> seen;
  double top = 0;
  for (const match_requirement& r : targets.all()) {
    top = std::max(top, r.weight);
    if (seen.size() <= seen_max) seen.insert(r.weight);
  }
  for (const auto& [target, choice] : targets.choices()) {
    top = std::max(top, choice.weight);
    if (seen.size() <= seen_max) seen.insert(weight_of_one(choice));
  }
  const unsigned parts = seen.size() <= seen_max ? parts_of(seen) : 0;
  exact_weights_ = parts > 0 && top * parts <= rounded_heaviest;
  if (exact_weights_)
    grid_ = parts;
  else
    grid_ = rounded_heaviest / top;

  totals_.assign(targets.size(), 0);
  std::uint32_t largest = 1;
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (const match_requirement& r : targets[t]) totals_[t] += whole(r.weight);
  for (const auto& [target, choice] : targets.choices())
    totals_[target] += static_cast<std::uint32_t>(choice.at_least) * whole(weight_of_one(choice));
  for (const std::uint32_t total : totals_) largest = std::max(largest, total);
  const double narrow = std::exp2(std::floor(std::log2(0x7FFFFFFF / static_cast<double>(largest))));
  wide_ = !exact_weights_ || narrow < narrow_scale_min;
  scale_ = wide_ ? wide_scale : narrow;
  inverse_totals_.resize(targets.size());
  for (std::size_t t = 0; t < targets.size(); ++t)
    inverse_totals_[t] = totals_[t] == 0 ? 0 : 1 / (static_cast<double>(totals_[t]) * scale_);
  for (const double inverse : inverse_totals_) rough_inverse_totals_.push_back(static_cast<float>(inverse));
  rough_inverse_totals_.resize(sixteens(inverse_totals_.size()));
}

std::uint32_t match_index::place_of(std::span<const asked_as> classes) {
  // Most lists are asked in the ways that many others are; the last ones are looked through, not all.
  constexpr std::size_t looked_at = 1024;
  const std::size_t from = classes_.size() > looked_at ? classes_.size() - looked_at : 0;
  const auto known =
      std::search(classes_.begin() + static_cast<std::ptrdiff_t>(from), classes_.end(), classes.begin(), classes.end());
  const auto place = static_cast<std::uint32_t>(known - classes_.begin());
  if (known == classes_.end()) classes_.insert(classes_.end(), classes.begin(), classes.end());
  return place;
}

namespace {

template <class Occurrence>
std::vector<match_index::asked_as> ways_of(std::span<const Occurrence> all) {
  std::vector<match_index::asked_as> out;
  for (const Occurrence& o : all)
    if (out.empty() || out.back() != o.as) out.push_back(o.as);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void match_index::add_lists(std::span<occurrence> all, const std::vector<asked_as>& shared) {
  const std::vector<asked_as> ways = shared.empty() ? ways_of<occurrence>(all) : shared;
  const auto way = [&](const occurrence& o) {
    return static_cast<std::size_t>(std::lower_bound(ways.begin(), ways.end(), o.as) - ways.begin());
  };
  // Lists one after the other, each by target.
  if (ways.size() > ways_max)
    std::stable_sort(all.begin(), all.end(),
                     [&](const occurrence& a, const occurrence& b) { return way(a) / ways_max < way(b) / ways_max; });
  std::size_t i = 0;
  for (std::size_t first = 0; first < ways.size() && !all.empty(); first += ways_max) {
    std::vector<asked_as> own{{0, 0}};
    own.insert(own.end(), ways.begin() + static_cast<std::ptrdiff_t>(first),
               ways.begin() + static_cast<std::ptrdiff_t>(std::min(first + ways_max, ways.size())));
    lists_.push_back({place_of(own), static_cast<std::uint32_t>(own.size())});
    for (std::size_t block = 0; block < blocks_; ++block) {
      block_starts_.push_back(static_cast<std::uint32_t>(postings_.size() / together));
      for (; i < all.size() && all[i].target >> block_bits == block; ++i) {
        const std::size_t place = way(all[i]);
        if (place < first || place >= first + ways_max) break;  // of the next list
        const std::size_t c = place - first + 1;
        postings_.push_back(static_cast<std::uint16_t>(c << block_bits | (all[i].target & (block_targets - 1))));
      }
      while (postings_.size() % together != 0) postings_.push_back(postings_.back() & (block_targets - 1));
    }
  }
}

void match_index::add_heads(const match_targets& targets, const std::vector<asked_as>& shared) {
  if (!by_wide_ || shared.empty() || shared.size() >= head_classes_max) return;
  shared_ = shared.size() + 1;
  std::vector<std::uint32_t> heads(competences());
  std::iota(heads.begin(), heads.end(), 0U);
  const auto last = heads.begin() + static_cast<std::ptrdiff_t>(std::min(heads_max, heads.size()));
  std::partial_sort(heads.begin(), last, heads.end(), [&](std::uint32_t a, std::uint32_t b) {
    return asked_[a] != asked_[b] ? asked_[a] > asked_[b] : a < b;
  });
  heads.erase(last, heads.end());
  std::erase_if(heads, [&](std::uint32_t c) { return asked_[c] * head_share < targets.size(); });
  const std::size_t row = sixteens(targets.size());
  std::vector<std::uint8_t> head(competences(), no_head), classes(heads.size() * row, 0);
  for (std::size_t h = 0; h < heads.size(); ++h) head[heads[h]] = static_cast<std::uint8_t>(h);
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (const match_requirement& r : targets[t]) {
      const asked_as as{whole(r.weight), r.level};
      if (head[r.competence] == no_head || as.weight == 0) continue;
      const std::size_t place = t / 16 * 16 + t % 4 * 4 + t / 4 % 4;
      std::uint8_t& of = classes[head[r.competence] * row + place];
      if (of != 0) return;  // a target asks for it twice, which a byte does not hold
      of = static_cast<std::uint8_t>(std::lower_bound(shared.begin(), shared.end(), as) - shared.begin() + 1);
    }
  head_ = std::move(head);
  head_classes_ = std::move(classes);
}

result<match_index> match_index::build(const match_targets& targets, std::size_t competences, bool plain) {
  if (targets.all().size() > most_postings || targets.size() > most_postings)
    return fail(failure::limit, say::too_many_postings, {std::to_string(most_postings)});
  std::vector<std::size_t> counts(targets.size());
  const auto sound = [&](const match_requirement& r) {
    return r.level < match_level_count && r.competence < competences && r.weight >= 0 && r.weight <= heaviest;
  };
  const auto refused = [&](std::size_t t, const match_requirement& r) {
    return fail(failure::input, say::bad_requirement,
                {std::to_string(t), std::to_string(r.competence), std::to_string(competences)});
  };
  for (std::size_t t = 0; t < targets.size(); ++t) {
    counts[t] = targets[t].size();
    for (const match_requirement& r : targets[t])
      if (!sound(r)) return refused(t, r);
  }
  for (const auto& [target, choice] : targets.choices()) {
    counts[target] += choice.members.size();
    if (choice.at_least < 1 || choice.at_least > choice.members.size() ||
        !(choice.weight >= 0 && choice.weight <= heaviest))
      return refused(target, {});
    for (const match_requirement& r : choice.members)
      if (!sound(r)) return refused(target, r);
  }
  for (std::size_t t = 0; t < targets.size(); ++t)
    if (counts[t] > most_requirements)
      return fail(failure::limit, say::too_many_requirements, {std::to_string(t), std::to_string(most_requirements)});
  match_index out;
  out.blocks_ = (targets.size() + block_targets - 1) / block_targets;
  out.choose_weights(targets);
  out.by_wide_ = !plain && !out.wide_ && match_wide::available();

  // Occurrences by competence, those of one by target: counting sort.
  std::vector<std::size_t> starts(competences + 1, 0);
  for (const match_requirement& r : targets.all())
    if (out.whole(r.weight) > 0) ++starts[r.competence + 1];
  for (std::size_t c = 0; c < competences; ++c) starts[c + 1] += starts[c];
  std::vector<occurrence> all(starts.back());
  std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (const match_requirement& r : targets[t])
      if (const std::uint32_t weight = out.whole(r.weight); weight > 0)
        all[next[r.competence]++] = {static_cast<std::uint32_t>(t), {weight, r.level}};

  // Where few ways are asked in all, every list has the same classes: their products then cost no look-up.
  std::vector<asked_as> shared = ways_of<occurrence>(all);
  if (shared.size() > ways_max) shared.clear();
  out.asked_.resize(competences);
  out.first_list_.reserve(competences + 1);
  for (std::size_t c = 0; c < competences; ++c) {
    out.asked_[c] = static_cast<std::uint32_t>(starts[c + 1] - starts[c]);
    out.add_lists(std::span(all).subspan(starts[c], out.asked_[c]), shared);
    out.first_list_.push_back(static_cast<std::uint32_t>(out.lists_.size()));
  }
  out.block_starts_.push_back(static_cast<std::uint32_t>(out.postings_.size() / together));
  out.postings_.resize(out.postings_.size() + postings_read_on);
  out.add_heads(targets, shared);
  out.add_choices(targets);
  return out;
}

void match_index::add_choices(const match_targets& targets) {
  for (const auto& [target, choice] : targets.choices()) {
    const auto first = static_cast<std::uint32_t>(members_.size());
    for (const match_requirement& r : choice.members) {
      members_.push_back({r.competence, r.level});
      chosen_by_.emplace_back(r.competence, static_cast<std::uint32_t>(choices_.size()));
    }
    choices_.push_back({static_cast<std::uint32_t>(target), static_cast<std::uint32_t>(choice.at_least),
                        whole(weight_of_one(choice)), first, static_cast<std::uint32_t>(members_.size())});
  }
  std::sort(chosen_by_.begin(), chosen_by_.end());
  chosen_by_.erase(std::unique(chosen_by_.begin(), chosen_by_.end()), chosen_by_.end());
}

std::span<const match_index::chosen_of> match_index::choices(std::size_t block) const {
  const auto from = [&](std::size_t b) {
    return std::lower_bound(choices_.begin(), choices_.end(), b * block_targets,
                            [](const chosen_of& c, std::size_t target) { return c.target < target; });
  };
  return {from(block), from(block + 1)};
}

std::vector<const match_index::chosen_of*> match_index::choices_among(std::uint32_t competence) const {
  std::vector<const chosen_of*> out;
  for (auto it = std::lower_bound(chosen_by_.begin(), chosen_by_.end(), std::pair(competence, 0U));
       it != chosen_by_.end() && it->first == competence; ++it)
    out.push_back(&choices_[it->second]);
  return out;
}

std::size_t match_index::bytes() const {
  return (first_list_.size() + asked_.size()) * sizeof(std::uint32_t) + lists_.size() * sizeof(list_head) +
         classes_.size() * sizeof(asked_as) + block_starts_.size() * sizeof(std::uint32_t) +
         choices_.size() * sizeof(chosen_of) + (members_.size() + chosen_by_.size()) * sizeof(member) +
         postings_.size() * sizeof(std::uint16_t) + head_.size() + head_classes_.size() +
         totals_.size() * (sizeof(std::uint32_t) + sizeof(double) + sizeof(float));
}

}  // namespace activateur
