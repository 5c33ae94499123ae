#include "frameworks/job_features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace activateur {
namespace {

constexpr std::string_view hexagon = "RIASEC";
constexpr double minor_letter = 0.5;  // against 1 for the major one

std::array<double, 6> shares_of(std::string_view riasec) {
  std::array<double, 6> shares{};
  double sum = 0;
  for (std::size_t i = 0; i < riasec.size() && i < 2; ++i) {
    const std::size_t at = hexagon.find(riasec[i]);
    if (at == std::string_view::npos) continue;
    const double weight = i == 0 ? 1.0 : minor_letter;
    shares[at] += weight;
    sum += weight;
  }
  if (sum > 0)
    for (double& s : shares) s /= sum;
  return shares;
}

double cosine(const std::array<double, 6>& a, const std::array<double, 6>& b) {
  double both = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    both += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return aa > 0 && bb > 0 ? both / std::sqrt(aa * bb) : 0.0;
}

// Holland's hexagon: neighbours are alike (2/3), opposites are not (0).
double along_hexagon(const std::array<double, 6>& a, const std::array<double, 6>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t k = 0; k < 6; ++k) {
      const std::size_t apart = i > k ? i - k : k - i;
      sum += a[i] * b[k] * (1.0 - static_cast<double>(std::min(apart, 6 - apart)) / 3.0);
    }
  return sum;
}

// "K1304" in domain "K13": 4. 0 when the code does not end in a number after its domain.
double number_in_domain(std::string_view code, std::string_view domain) {
  if (!code.starts_with(domain)) return 0;
  code.remove_prefix(domain.size());
  unsigned number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  return error == std::errc() && end == code.data() + code.size() ? number : 0;
}

// rank -> log(1 + rank) of each target among all, best first, ties by index.
std::vector<double> log_ranks(const std::vector<double>& values, std::uint32_t source) {
  std::vector<std::uint32_t> order;
  order.reserve(values.size());
  for (std::uint32_t i = 0; i < values.size(); ++i)
    if (i != source) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
  order.push_back(source);
  std::vector<double> out(values.size());
  for (std::size_t r = 0; r < order.size(); ++r) out[order[r]] = std::log1p(static_cast<double>(r));
  return out;
}

constexpr std::size_t dense_neighbours = 30;

}  // namespace

std::string_view name(feature_group g) {
  switch (g) {
    case feature_group::competences: return "competences";
    case feature_group::macros: return "macros";
    case feature_group::words: return "words";
    case feature_group::domain: return "domain";
    case feature_group::interests: return "interests";
    case feature_group::neighbourhood: return "neighbourhood";
    case feature_group::standing: return "standing";
  }
  return {};
}

const std::vector<feature_name>& job_feature_names() {
  using enum feature_group;
  static const std::vector<feature_name> names{
      {"shared_competences", competences},
      {"target_covered", competences},
      {"source_covered", competences},
      {"target_core_covered", competences},
      {"source_core_covered", competences},
      {"items_cosine", competences},
      {"know_how_cosine", competences},
      {"soft_skills_cosine", competences},
      {"knowledge_cosine", competences},
      {"shared_competences_rank", competences},
      {"macros_cosine", macros},
      {"objectives_cosine", macros},
      {"stakes_cosine", macros},
      {"target_macros_covered", macros},
      {"source_macros_covered", macros},
      {"macros_rank", macros},
      {"names", words},
      {"same_first_word", words},
      {"appellations", words},
      {"definitions", words},
      {"competence_words", words},
      {"name_in_competences", words},
      {"definition_in_appellations", words},
      {"name_in_appellations", words},
      {"appellations_rank", words},
      {"competence_words_rank", words},
      {"definitions_rank", words},
      {"same_domain", domain},
      {"same_broad_domain", domain},
      {"domains_alike", domain},
      {"broad_domains_alike", domain},
      {"source_with_domain", domain},
      {"target_with_domain", domain},
      {"rank_in_domain", domain},
      {"source_rank_in_domain", domain},
      {"rank_in_broad_domain", domain},
      {"neighbours_in_domain", domain},
      {"distance_in_domain", domain},
      {"riasec_cosine", interests},
      {"riasec_hexagon", interests},
      {"overall", neighbourhood},
      {"overall_rank", neighbourhood},
      {"overall_rank_of_source", neighbourhood},
      {"overall_to_best", neighbourhood},
      {"overall_to_best_of_target", neighbourhood},
      {"overall_above_crowd", neighbourhood},
      {"walk", neighbourhood},
      {"common_neighbours", neighbourhood},
      {"source_crowding", standing},
      {"target_crowding", standing},
      {"source_number", standing},
      {"target_number", standing},
      {"later_number", standing},
      {"source_appellations", standing},
      {"target_appellations", standing},
      {"source_competences", standing},
      {"target_competences", standing},
      {"target_rarity", standing},
  };
  return names;
}

job_features::job_features(const framework_ptr& f) : framework_(f), spaces_(*f), graph_(*f, spaces_) {
  for (std::uint32_t j = 0; j < jobs(); ++j) {
    const job_view job = f->job(j);
    job_facts facts;
    facts.number = number_in_domain(job.code, job.domain);
    facts.appellations = std::log1p(static_cast<double>(f->appellations_of(j).size()));
    facts.competences = std::log1p(static_cast<double>(f->links_of(j).size()));
    facts.rarity = spaces_.mean_rarity(j);
    facts.riasec = shares_of(job.riasec);
    facts_.push_back(facts);
  }
}

std::vector<float> job_features::of(std::uint32_t source) const {
  const std::size_t n = jobs();
  const job_likeness l = spaces_.likeness(source);
  const std::vector<double> shared_rank = log_ranks(l.shared, source);
  const std::vector<double> macros_rank = log_ranks(l.macros, source);
  const std::vector<double> appellations_rank = log_ranks(l.appellations, source);
  const std::vector<double> competence_words_rank = log_ranks(l.competence_words, source);
  const std::vector<double> definitions_rank = log_ranks(l.definitions, source);
  const std::vector<double> walk = graph_.walk(source);
  const std::vector<double> common = graph_.common_neighbours(source);
  std::vector<std::uint32_t> seen_in_domain(graph_.domains(), 0);
  std::vector<std::uint32_t> seen_in_broad(graph_.broad_domains(), 0);
  std::vector<std::uint32_t> rank_in_domain(n, 0);
  std::vector<std::uint32_t> rank_in_broad(n, 0);
  std::vector<std::uint32_t> near_in_domain(graph_.domains(), 0);
  for (std::size_t r = 0; r < n; ++r) {
    const std::uint32_t j = graph_.order(source)[r];
    rank_in_domain[j] = seen_in_domain[graph_.domain(j)]++;
    rank_in_broad[j] = seen_in_broad[graph_.broad_domain(j)]++;
    if (r < dense_neighbours) ++near_in_domain[graph_.domain(j)];
  }
  const job_facts& s = facts_[source];
  const std::vector<std::string>& source_name = spaces_.name_stems(source);
  const std::uint32_t source_domain = graph_.domain(source);
  std::vector<std::uint32_t> source_peers;
  for (std::uint32_t j = 0; j < n; ++j)
    if (j != source && graph_.domain(j) == source_domain) source_peers.push_back(j);

  std::vector<float> out;
  out.reserve(n * job_feature_names().size());
  for (std::uint32_t j = 0; j < n; ++j) {
    const job_facts& t = facts_[j];
    const std::vector<std::string>& target_name = spaces_.name_stems(j);
    const std::uint32_t domain = graph_.domain(j);
    const bool same_domain = domain == source_domain;
    const double overall = graph_.overall(source, j);
    // How many of the source's own domain are nearer to the target than the source is.
    const auto source_rank =
        static_cast<double>(std::count_if(source_peers.begin(), source_peers.end(), [&](std::uint32_t peer) {
          return peer != j && graph_.rank(j, peer) < graph_.rank(j, source);
        }));
    const auto put = [&out](double value) { out.push_back(static_cast<float>(value)); };
    for (const auto* values : {&l.shared, &l.target_covered, &l.source_covered, &l.target_core, &l.source_core,
                               &l.items, &l.know_how, &l.soft_skills, &l.knowledge, &shared_rank, &l.macros,
                               &l.objectives, &l.stakes, &l.target_macros, &l.source_macros, &macros_rank, &l.names})
      put((*values)[j]);
    put(!source_name.empty() && !target_name.empty() && source_name[0] == target_name[0] ? 1 : 0);
    for (const auto* values :
         {&l.appellations, &l.definitions, &l.competence_words, &l.name_in_competences, &l.definition_in_appellations,
          &l.name_in_appellations, &appellations_rank, &competence_words_rank, &definitions_rank})
      put((*values)[j]);
    put(same_domain ? 1 : 0);
    put(graph_.broad_domain(j) == graph_.broad_domain(source) ? 1 : 0);
    put(graph_.between_domains(source_domain, domain));
    put(graph_.between_broad_domains(graph_.broad_domain(source), graph_.broad_domain(j)));
    put(graph_.with_domain(source, domain));
    put(graph_.with_domain(j, source_domain));
    put(std::log1p(rank_in_domain[j]));
    put(std::log1p(source_rank));
    put(std::log1p(rank_in_broad[j]));
    put(std::log1p(near_in_domain[domain]));
    put(same_domain ? std::log1p(std::abs(s.number - t.number)) : 4.0);
    put(cosine(s.riasec, t.riasec));
    put(along_hexagon(s.riasec, t.riasec));
    put(overall);
    put(std::log1p(graph_.rank(source, j)));
    put(std::log1p(graph_.rank(j, source)));
    put(graph_.third_best(source) > 0 ? overall / graph_.third_best(source) : 0.0);
    put(graph_.third_best(j) > 0 ? overall / graph_.third_best(j) : 0.0);
    put(2 * overall - graph_.crowding(source) - graph_.crowding(j));
    put(std::log(walk[j] + 1e-5));
    put(common[j]);
    put(graph_.crowding(source));
    put(graph_.crowding(j));
    put(s.number);
    put(t.number);
    put(std::max(s.number, t.number));
    put(s.appellations);
    put(t.appellations);
    put(s.competences);
    put(t.competences);
    put(t.rarity);
  }
  return out;
}

}  // namespace activateur
