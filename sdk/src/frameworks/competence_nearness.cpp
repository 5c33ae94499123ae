#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "frameworks/nearness.hpp"
#include "frameworks/numbering.hpp"
#include "frameworks/sparse_rows.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

// What each part weighs; they sum to 1. Judgement, not fitted: no published list says which competences are near.
constexpr double weight_of_kin = 0.25;  // one holds the other
constexpr double weight_of_macro = 0.15;
constexpr double weight_of_objective = 0.08;
constexpr double weight_of_stake = 0.04;
constexpr double weight_of_category = 0.03;
constexpr double weight_of_words = 0.25;
constexpr double weight_of_jobs = 0.20;

// ROME: "3B216" is domain 3, enjeu 3B, objectif 3B2, macro-competence 3B216.
constexpr std::size_t stake_letters = 2;
constexpr std::size_t objective_letters = 3;

// The hierarchy of the others is a category's name.
bool in_hierarchy(const competence_view& c) {
  return c.kind == competence_kind::know_how || c.kind == competence_kind::soft_skill;
}

}  // namespace

struct competence_nearness::parts {
  explicit parts(const framework_ptr& f);
  [[nodiscard]] near_entry entry(const competence_view& a, const competence_view& b, double words, double both) const;
  [[nodiscard]] double in_jobs(std::uint32_t a, std::uint32_t b) const;

  framework_ptr framework;
  sparse_rows words;                             // of labels, by rarity, of length 1
  std::vector<std::vector<std::uint32_t>> jobs;  // that ask for it, ascending
  std::map<std::string_view, std::vector<std::uint32_t>> with_hierarchy;
};

competence_nearness::parts::parts(const framework_ptr& f) : framework(f) {
  numbering numbers;
  std::vector<std::vector<weight_at>> rows;
  const auto count = static_cast<std::uint32_t>(f->counts().competences);
  for (std::uint32_t i = 0; i < count; ++i) {
    const competence_view c = f->competence(i);
    std::map<std::uint32_t, double> row;
    for (const std::string& stem : stems_of(c.label, f->language())) row[numbers.of(stem)] = 1;
    rows.emplace_back();
    for (const auto& [column, weight] : row) rows.back().push_back({column, weight});
    jobs.push_back(f->jobs_with(i));
    if (!c.hierarchy.empty()) with_hierarchy[c.hierarchy].push_back(i);
  }
  words = sparse_rows(std::move(rows), static_cast<std::uint32_t>(numbers.size())).weighted_by_rarity().normalised();
}

// Positive pointwise mutual information, as a share of the most there can be: 0 as often together as by chance or
// less, 1 always together.
double competence_nearness::parts::in_jobs(std::uint32_t a, std::uint32_t b) const {
  const std::vector<std::uint32_t>& x = jobs[a];
  const std::vector<std::uint32_t>& y = jobs[b];
  std::vector<std::uint32_t> common;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
  const auto all = static_cast<double>(framework->counts().jobs);
  const auto both = static_cast<double>(common.size());
  if (both == 0) return 0;
  if (both >= all) return 1;
  const double surprise = std::log(both * all / (static_cast<double>(x.size()) * static_cast<double>(y.size())));
  // One job alone says little: the figure is drawn to 0 when few jobs ask for both.
  return std::max(0.0, surprise / std::log(all / both)) * both / (both + 1);
}

near_entry competence_nearness::parts::entry(const competence_view& a, const competence_view& b, double words_alike,
                                             double both) const {
  const bool hierarchical = in_hierarchy(a) && in_hierarchy(b);
  const auto same = [&](std::size_t letters) {
    return hierarchical && a.hierarchy.size() >= letters && b.hierarchy.size() >= letters &&
                   a.hierarchy.substr(0, letters) == b.hierarchy.substr(0, letters)
               ? 1.0
               : 0.0;
  };
  const auto holds = [](const competence_view& x, const competence_view& y) { return y.macro == x.index; };
  const bool same_macro = hierarchical && !a.hierarchy.empty() && a.hierarchy == b.hierarchy;
  const bool same_category = !a.category.empty() && a.kind == b.kind && a.category == b.category;
  struct measured {
    std::string_view name, group;
    double value, weight;
  };
  const std::array<measured, 7> all{{
      {holds(a, b) ? "narrower" : "broader", "hierarchy", holds(a, b) || holds(b, a) ? 1.0 : 0.0, weight_of_kin},
      {"same_macro", "hierarchy", same_macro ? 1.0 : 0.0, weight_of_macro},
      {"same_objective", "hierarchy", same(objective_letters), weight_of_objective},
      {"same_stake", "hierarchy", same(stake_letters), weight_of_stake},
      {"same_category", "hierarchy", same_category ? 1.0 : 0.0, weight_of_category},
      {"label_words", "words", std::min(words_alike, 1.0), weight_of_words},
      {"jobs_together", "jobs", both, weight_of_jobs},
  }};
  near_entry out;
  out.index = b.index;
  for (const measured& m : all) {
    if (m.value <= 0) continue;
    out.parts.push_back({m.name, m.group, m.value, m.value * m.weight});
    out.score += m.value * m.weight;
  }
  std::stable_sort(out.parts.begin(), out.parts.end(),
                   [](const nearness_part& x, const nearness_part& y) { return x.contribution > y.contribution; });
  out.nearness = out.score;
  return out;
}

competence_nearness::competence_nearness(const framework_ptr& f) : parts_(std::make_unique<parts>(f)) {}
competence_nearness::~competence_nearness() = default;
competence_nearness::competence_nearness(competence_nearness&&) noexcept = default;
competence_nearness& competence_nearness::operator=(competence_nearness&&) noexcept = default;

near_entry competence_nearness::compare(std::uint32_t a, std::uint32_t b) const {
  const std::size_t count = parts_->jobs.size();
  if (a >= count || b >= count) return {};
  if (a == b) {  // nothing to weigh
    near_entry same;
    same.index = b;
    same.nearness = 1;
    same.score = 1;
    return same;
  }
  double words = 0;
  const std::vector<weight_at>& y = parts_->words.row(b);
  for (const weight_at& w : parts_->words.row(a)) {
    const auto at = std::lower_bound(y.begin(), y.end(), w.column,
                                     [](const weight_at& l, std::uint32_t column) { return l.column < column; });
    if (at != y.end() && at->column == w.column) words += w.weight * at->weight;
  }
  return parts_->entry(parts_->framework->competence(a), parts_->framework->competence(b), words,
                       parts_->in_jobs(a, b));
}

std::vector<near_entry> competence_nearness::near_competences(std::uint32_t competence, std::size_t limit) const {
  const std::size_t count = parts_->jobs.size();
  if (competence >= count) return {};
  const competence_view from = parts_->framework->competence(competence);
  const std::vector<double> words = parts_->words.products(parts_->words.row(competence));
  // Only what shares a word, a job or a place can be near.
  std::vector<bool> candidate(count, false);
  for (std::size_t i = 0; i < count; ++i) candidate[i] = words[i] > 0;
  for (const std::uint32_t job : parts_->jobs[competence])
    for (const job_link& l : parts_->framework->links_of(job)) candidate[l.competence] = true;
  for (const auto& [hierarchy, members] : parts_->with_hierarchy)
    if (hierarchy.substr(0, stake_letters) == from.hierarchy.substr(0, stake_letters))
      for (const std::uint32_t member : members) candidate[member] = true;
  candidate[competence] = false;
  std::vector<near_entry> out;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!candidate[i]) continue;
    near_entry e = parts_->entry(from, parts_->framework->competence(i), words[i], parts_->in_jobs(competence, i));
    if (e.score > 0) out.push_back(std::move(e));
  }
  std::stable_sort(out.begin(), out.end(), [](const near_entry& a, const near_entry& b) { return a.score > b.score; });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace activateur
