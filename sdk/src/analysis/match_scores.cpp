#include "analysis/match_scores.hpp"

#include "analysis/match_best.hpp"
#include "analysis/match_sums.hpp"

namespace activateur {

struct match_scores::state {
  explicit state(std::shared_ptr<const match_index> i) : index(std::move(i)) {}
  virtual ~state() = default;
  virtual void fill(std::span<const match_known> known) = 0;
  virtual void change(std::uint32_t competence, std::span<const match_known> now) = 0;
  virtual void read(std::size_t first, std::span<coverage> out) const = 0;
  virtual std::vector<match_rank> best(std::size_t count, double coverage::*by) const = 0;

  std::shared_ptr<const match_index> index;
};

template <class Word>
struct match_scores::state_of final : match_scores::state {
  state_of(std::shared_ptr<const match_index> i, const coverage& unknown)
      : state(std::move(i)), sums(*index, unknown), cells(match_index::sixteens(index->targets())) {
    fill({});
  }

  void fill(std::span<const match_known> known) override {
    const auto later = [](const match_known& a, const match_known& b) { return a.competence > b.competence; };
    std::vector<match_known> ordered;
    if (std::adjacent_find(known.begin(), known.end(), later) != known.end()) {
      for (const match_known& k : known)
        if (ordered.empty() || ordered.back().competence <= k.competence) ordered.push_back(k);
      known = ordered;
    }
    sums.take(known, taken);
    held.assign(taken.known.begin(), taken.known.begin() + static_cast<std::ptrdiff_t>(taken.count));
    for (std::size_t block = 0; block < index->blocks(); ++block) {
      match_cell<Word>* first = cells.data() + block * match_index::block_targets;
      sums.fill(taken, block, first);
    }
  }

  void change(std::uint32_t competence, std::span<const match_known> now) override {
    const std::vector<const match_index::chosen_of*> choices = index->choices_among(competence);
    for (const match_index::chosen_of* c : choices) cells[c->target] -= sums.chosen(*c, held);
    auto place = std::lower_bound(held.begin(), held.end(), competence,
                                  [](const of_competence& h, std::uint32_t c) { return h.competence < c; });
    if (place == held.end() || place->competence != competence) place = held.insert(place, {competence, {}});
    const match_steps<Word> next = sums.steps_of(now);
    match_steps<Word> difference = next;
    for (std::size_t l = 0; l < match_level_count; ++l) difference.at[l] -= place->at.at[l];
    if (now.empty())
      held.erase(place);
    else
      place->at = next;
    taken.drop();
    sums.take_lists(competence, difference, taken);
    for (std::size_t block = 0; block < index->blocks(); ++block)
      sums.add(taken, block, cells.data() + block * match_index::block_targets);
    for (const match_index::chosen_of* c : choices) cells[c->target] += sums.chosen(*c, held);
  }

  void read(std::size_t first, std::span<coverage> out) const override {
    const double* inverse = index->inverse_totals() + first;
    const match_cell<Word>* from = cells.data() + first;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = match_sums<Word>::score(from[i], inverse[i]);
  }

  std::vector<match_rank> best(std::size_t count, double coverage::*by) const override {
    match_best kept(std::min(count, index->targets()));
    const int lane = by == &coverage::belief ? 0 : by == &coverage::expectation ? 1 : 2;
    match_choosing<Word>(*index).choose(cells.data(), lane, kept);
    const double* inverse = index->inverse_totals();
    std::vector<match_rank> out;
    for (const match_best::held& h : kept.sorted())
      out.push_back({h.number, match_sums<Word>::score(cells[h.number], inverse[h.number])});
    return out;
  }

  using of_competence = typename match_taken<Word>::of_competence;
  match_sums<Word> sums;
  match_taken<Word> taken;
  std::vector<match_cell<Word>> cells;
  std::vector<of_competence> held;  // by competence
};

match_scores::match_scores(std::shared_ptr<const match_index> index, const coverage& unknown) {
  if (index->wide())
    state_ = std::make_unique<state_of<std::uint64_t>>(std::move(index), unknown);
  else
    state_ = std::make_unique<state_of<std::uint32_t>>(std::move(index), unknown);
}

match_scores::~match_scores() = default;
match_scores::match_scores(match_scores&&) noexcept = default;
match_scores& match_scores::operator=(match_scores&&) noexcept = default;

void match_scores::fill(std::span<const match_known> known) { state_->fill(known); }
void match_scores::change(std::uint32_t competence, std::span<const match_known> now) {
  state_->change(competence, now);
}
const match_index& match_scores::index() const { return *state_->index; }
coverage match_scores::of(std::uint32_t target) const {
  coverage out;
  state_->read(target, {&out, 1});
  return out;
}
void match_scores::read(std::size_t first, std::span<coverage> out) const { state_->read(first, out); }
std::vector<match_rank> match_scores::best(std::size_t count, double coverage::*by) const {
  return state_->best(count, by);
}

}  // namespace activateur
