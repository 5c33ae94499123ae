#include "frameworks/job_spaces.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "frameworks/numbering.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

using weight_rows = std::vector<std::vector<weight_at>>;

std::vector<weight_at> row_of(const std::map<std::uint32_t, double>& weights) {
  std::vector<weight_at> row;
  row.reserve(weights.size());
  for (const auto& [column, weight] : weights) row.push_back({column, weight});
  return row;
}

// The counts, damped: a tenth competence of one kind says less than the first.
weight_rows damped(const std::vector<std::map<std::uint32_t, double>>& counts) {
  weight_rows rows;
  rows.reserve(counts.size());
  for (const auto& row : counts) {
    rows.emplace_back();
    for (const auto& [column, weight] : row) rows.back().push_back({column, std::log1p(weight)});
  }
  return rows;
}

sparse_rows of_level(const std::vector<std::map<std::uint32_t, double>>& counts, std::uint32_t columns) {
  return sparse_rows(damped(counts), columns).weighted_by_rarity().normalised();
}

// A share of nothing is 0.
std::vector<double> shares(std::vector<double> part, const std::vector<double>& whole) {
  for (std::size_t i = 0; i < part.size(); ++i) part[i] = whole[i] > 0 ? part[i] / whole[i] : 0.0;
  return part;
}

std::vector<double> shares(std::vector<double> part, double whole) {
  for (double& p : part) p = whole > 0 ? p / whole : 0.0;
  return part;
}

sparse_rows kept(const sparse_rows& all, const framework& f, competence_kind kind) {
  weight_rows rows(all.size());
  for (std::uint32_t j = 0; j < all.size(); ++j)
    for (const weight_at& w : all.row(j))
      if (f.competence(w.column).kind == kind) rows[j].push_back(w);
  return sparse_rows(std::move(rows), all.columns()).normalised();
}

}  // namespace

job_spaces::job_spaces(const framework& f) : size_(f.counts().jobs) {
  read_links(f);
  read_levels(f);
  read_words(f);
}

void job_spaces::read_links(const framework& f) {
  const auto competences = static_cast<std::uint32_t>(f.counts().competences);
  weight_rows all(size_);
  std::vector<std::vector<bool>> is_core(size_);
  for (std::uint32_t j = 0; j < size_; ++j)
    for (const job_link& l : f.links_of(j)) {
      all[j].push_back({l.competence, 1.0});
      is_core[j].push_back(l.importance == link_importance::core);
    }
  asked_once_ = sparse_rows(std::move(all), competences);
  asked_ = asked_once_.weighted_by_rarity();
  weight_rows core(size_);
  for (std::uint32_t j = 0; j < size_; ++j) {
    for (std::size_t k = 0; k < is_core[j].size(); ++k)
      if (is_core[j][k]) core[j].push_back(asked_.row(j)[k]);
    asked_sum_.push_back(asked_.sum(j));
  }
  core_ = sparse_rows(std::move(core), competences);
  for (std::uint32_t j = 0; j < size_; ++j) core_sum_.push_back(core_.sum(j));
  items_ = asked_.normalised();
  know_how_ = kept(asked_, f, competence_kind::know_how);
  soft_skills_ = kept(asked_, f, competence_kind::soft_skill);
  knowledge_ = kept(asked_, f, competence_kind::knowledge);
}

void job_spaces::read_levels(const framework& f) {
  using counts = std::vector<std::map<std::uint32_t, double>>;
  numbering macro_numbers;
  numbering objective_numbers;
  numbering stake_numbers;
  counts macro(size_);
  counts objective(size_);
  counts stake(size_);
  counts demand(size_);
  for (std::uint32_t j = 0; j < size_; ++j) {
    double sum = 0;
    for (const weight_at& w : asked_.row(j)) {
      const competence_view c = f.competence(w.column);
      const bool in_hierarchy = c.kind == competence_kind::know_how || c.kind == competence_kind::soft_skill;
      if (!in_hierarchy || c.hierarchy.size() < 3) continue;
      const std::uint32_t m = macro_numbers.of(std::string(c.hierarchy));
      macro[j][m] += 1;
      demand[j][m] += w.weight;
      objective[j][objective_numbers.of(std::string(c.hierarchy.substr(0, 3)))] += 1;
      stake[j][stake_numbers.of(std::string(c.hierarchy.substr(0, 2)))] += 1;
      sum += w.weight;
    }
    know_how_sum_.push_back(sum);
  }
  macros_ = of_level(macro, macro_numbers.size());
  objectives_ = of_level(objective, objective_numbers.size());
  stakes_ = of_level(stake, stake_numbers.size());
  weight_rows present(size_);
  weight_rows weighed(size_);
  for (std::uint32_t j = 0; j < size_; ++j) {
    weighed[j] = row_of(demand[j]);
    present[j] = weighed[j];
    for (weight_at& w : present[j]) w.weight = 1.0;
  }
  macro_present_ = sparse_rows(std::move(present), macro_numbers.size());
  macro_demand_ = sparse_rows(std::move(weighed), macro_numbers.size());
}

void job_spaces::read_words(const framework& f) {
  numbering numbers;
  std::array<std::vector<std::map<std::uint32_t, double>>, texts> counts;
  for (auto& c : counts) c.resize(size_);
  const auto count = [&](text t, std::uint32_t job, std::string_view said) {
    for (const std::string& stem : stems_of(said, f.language())) counts[t][job][numbers.of(stem)] += 1;
  };
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> competence_stems;
  for (std::uint32_t j = 0; j < size_; ++j) {
    const job_view job = f.job(j);
    name_stems_.push_back(stems_of(job.label, f.language()));
    count(of_name, j, job.label);
    for (const std::string_view appellation : f.appellations_of(j)) count(of_appellations, j, appellation);
    count(of_definition, j, job.definition);
    for (const weight_at& w : asked_.row(j)) {
      auto [at, unseen] = competence_stems.try_emplace(w.column);
      if (unseen)
        for (const std::string& stem : stems_of(f.competence(w.column).label, f.language()))
          at->second.push_back(numbers.of(stem));
      for (const std::uint32_t stem : at->second) counts[of_competences][j][stem] += 1;
    }
  }
  // One rarity for all four: a word is rare when few texts of any kind have it.
  std::vector<double> texts_with(numbers.size(), 0.0);
  for (const auto& kind : counts)
    for (const auto& row : kind)
      for (const auto& [stem, times] : row) texts_with[stem] += 1;
  const double all_texts = static_cast<double>(size_ * texts);
  for (std::size_t t = 0; t < texts; ++t) {
    weight_rows rows(size_);
    for (std::uint32_t j = 0; j < size_; ++j)
      for (const auto& [stem, times] : counts[t][j])
        rows[j].push_back({stem, (1 + std::log(times)) * std::log(all_texts / texts_with[stem])});
    words_[t] = sparse_rows(std::move(rows), numbers.size()).normalised();
  }
}

std::vector<double> job_spaces::across(std::uint32_t source, text a, text b) const {
  std::vector<double> out = words_[b].products(words_[a].row(source));
  const std::vector<double> back = words_[a].products(words_[b].row(source));
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = (out[i] + back[i]) / 2;
  return out;
}

namespace {

// The weights of the first ranking: found by hand on ROME's mobilities, and robust (docs/nearness.md).
double first_ranking(double shared, double items, double competence_words, double appellations, double definitions) {
  constexpr double all = 2 + 0.8 + 1.8 + 0.7 + 0.9;
  return (2 * shared + 0.8 * items + 1.8 * competence_words + 0.7 * appellations + 0.9 * definitions) / all;
}

std::vector<double> weighted_jaccard(const std::vector<double>& both, const std::vector<double>& sums, double own) {
  std::vector<double> out(both.size(), 0.0);
  for (std::size_t i = 0; i < both.size(); ++i) {
    const double either = own + sums[i] - both[i];
    if (either > 0) out[i] = both[i] / either;
  }
  return out;
}

}  // namespace

std::vector<double> job_spaces::overall(std::uint32_t source) const {
  const std::vector<double> both = asked_.products(asked_once_.row(source));
  std::vector<double> out = weighted_jaccard(both, asked_sum_, asked_sum_[source]);
  const std::vector<double> items = items_.products(items_.row(source));
  const std::vector<double> competences = words_[of_competences].products(words_[of_competences].row(source));
  const std::vector<double> appellations = words_[of_appellations].products(words_[of_appellations].row(source));
  const std::vector<double> definitions = words_[of_definition].products(words_[of_definition].row(source));
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = first_ranking(out[i], items[i], competences[i], appellations[i], definitions[i]);
  return out;
}

job_likeness job_spaces::likeness(std::uint32_t source) const {
  job_likeness l;
  const auto cosines = [source](const sparse_rows& space) { return space.products(space.row(source)); };
  const std::vector<double> both = asked_.products(asked_once_.row(source));
  l.shared = weighted_jaccard(both, asked_sum_, asked_sum_[source]);
  l.target_covered = shares(both, asked_sum_);
  l.source_covered = shares(both, asked_sum_[source]);
  l.target_core = shares(core_.products(asked_once_.row(source)), core_sum_);
  l.source_core = shares(asked_once_.products(core_.row(source)), core_sum_[source]);
  l.items = cosines(items_);
  l.know_how = cosines(know_how_);
  l.soft_skills = cosines(soft_skills_);
  l.knowledge = cosines(knowledge_);
  l.macros = cosines(macros_);
  l.objectives = cosines(objectives_);
  l.stakes = cosines(stakes_);
  l.target_macros = shares(macro_demand_.products(macro_present_.row(source)), know_how_sum_);
  l.source_macros = shares(macro_present_.products(macro_demand_.row(source)), know_how_sum_[source]);
  l.names = cosines(words_[of_name]);
  l.appellations = cosines(words_[of_appellations]);
  l.definitions = cosines(words_[of_definition]);
  l.competence_words = cosines(words_[of_competences]);
  l.name_in_competences = across(source, of_name, of_competences);
  l.definition_in_appellations = across(source, of_definition, of_appellations);
  l.name_in_appellations = across(source, of_name, of_appellations);
  l.overall.resize(size_);
  for (std::size_t i = 0; i < size_; ++i)
    l.overall[i] = first_ranking(l.shared[i], l.items[i], l.competence_words[i], l.appellations[i], l.definitions[i]);
  return l;
}

double job_spaces::mean_rarity(std::uint32_t job) const {
  const std::size_t asked = asked_.row(job).size();
  return asked == 0 ? 0.0 : asked_sum_[job] / static_cast<double>(asked);
}

}  // namespace activateur
