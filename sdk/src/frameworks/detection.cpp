#include "frameworks/detection.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message another_framework{
    "framework.another_framework",
    "Versions of one framework can be compared, not \"{0}\" with \"{1}\". Give an earlier version of \"{0}\".",
    "On peut comparer les versions d'un même référentiel, pas « {0} » à « {1} ». Donnez une version antérieure de "
    "« {0} »."};

// Chance of `least` successes or more in `draws` draws of probability p.
double chance_of(std::size_t least, std::size_t draws, double p) {
  if (least == 0) return 1;
  if (least > draws || p <= 0) return 0;
  if (p >= 1) return 1;
  double log_term = 0;  // of exactly `least`
  for (std::size_t i = 1; i <= least; ++i)
    log_term += std::log(static_cast<double>(draws - least + i) / static_cast<double>(i)) + std::log(p);
  log_term += static_cast<double>(draws - least) * std::log1p(-p);
  double term = std::exp(log_term);
  double sum = 0;
  for (std::size_t k = least; k <= draws; ++k) {
    sum += term;
    term *= static_cast<double>(draws - k) / static_cast<double>(k + 1) * p / (1 - p);
  }
  return std::min(sum, 1.0);
}

class detector {
 public:
  detector(const framework& f, const framework* earlier) : f_(f), earlier_(earlier), counts_(f.counts()) {
    std::map<char, std::size_t> numbers;
    for (std::uint32_t j = 0; j < counts_.jobs; ++j) {
      const std::string_view domain = f.job(j).domain;
      const std::size_t number = numbers.emplace(domain.empty() ? '\0' : domain[0], numbers.size()).first->second;
      if (number == jobs_of_.size()) jobs_of_.push_back(0);
      broad_.push_back(number);
      ++jobs_of_[number];
    }
    emerging_.assign(counts_.competences, 0);
    core_.assign(counts_.competences, 0);
    asked_.assign(counts_.competences, 0);
    for (std::uint32_t j = 0; j < counts_.jobs; ++j)
      for (const job_link& l : f.links_of(j)) {
        ++asked_[l.competence];
        core_[l.competence] += l.importance == link_importance::core ? 1U : 0U;
        emerging_[l.competence] += l.importance == link_importance::emerging ? 1U : 0U;
      }
    for (const std::size_t a : asked_)
      if (a > 0) sorted_.push_back(a);
    std::sort(sorted_.begin(), sorted_.end());
  }

  [[nodiscard]] competence_detection of(std::uint32_t c) const {
    const competence_view said = f_.competence(c);
    competence_detection out;
    out.competence = c;
    out.spread = spread(c);
    out.spread.declared = said.transversal;
    out.rarity = rarity(c);
    out.emergence.emerging_links = emerging_[c];
    if (asked_[c] > 0) {
      out.emergence.emerging_share = static_cast<double>(emerging_[c]) / static_cast<double>(asked_[c]);
      out.emergence.emerging_chance = chance_of(
          emerging_[c], asked_[c], static_cast<double>(counts_.emerging_links) / static_cast<double>(counts_.links));
    }
    if (earlier_ != nullptr) out.emergence.since = growth(said.code, asked_[c]);
    return out;
  }

 private:
  [[nodiscard]] competence_spread spread(std::uint32_t c) const {
    competence_spread out;
    std::set<std::string_view> domains;
    std::vector<std::size_t> found(jobs_of_.size(), 0);
    for (const std::uint32_t j : f_.jobs_with(c)) {
      domains.insert(f_.job(j).domain);
      ++found[broad_[j]];
    }
    out.domains = domains.size();
    double shares = 0;
    for (std::size_t d = 0; d < found.size(); ++d) {
      shares += static_cast<double>(found[d]) / static_cast<double>(jobs_of_[d]);
      out.broad_domains += found[d] > 0 ? 1 : 0;
      out.broad_domains_by_chance += 1 - chance_of_none(jobs_of_[d], asked_[c]);
    }
    double entropy = 0;
    for (std::size_t d = 0; d < found.size(); ++d)
      if (found[d] > 0) {
        const double share = static_cast<double>(found[d]) / static_cast<double>(jobs_of_[d]) / shares;
        entropy -= share * std::log(share);
      }
    if (found.size() > 1) out.evenness = entropy / std::log(static_cast<double>(found.size()));
    return out;
  }

  // That `drawn` jobs, none twice, miss a domain of `members` (hypergeometric).
  [[nodiscard]] double chance_of_none(std::size_t members, std::size_t drawn) const {
    double chance = 1;
    for (std::size_t k = 0; k < drawn; ++k) {
      if (counts_.jobs - k <= members) return 0;
      chance *= static_cast<double>(counts_.jobs - members - k) / static_cast<double>(counts_.jobs - k);
    }
    return chance;
  }

  [[nodiscard]] competence_rarity rarity(std::uint32_t c) const {
    competence_rarity out;
    out.jobs = asked_[c];
    out.core_jobs = core_[c];
    const auto jobs = static_cast<double>(std::max<std::size_t>(counts_.jobs, 1));
    out.information = std::log(jobs / static_cast<double>(std::max<std::size_t>(asked_[c], 1)));
    const auto fewer = std::lower_bound(sorted_.begin(), sorted_.end(), asked_[c]) - sorted_.begin();
    if (!sorted_.empty()) out.rarer_share = static_cast<double>(fewer) / static_cast<double>(sorted_.size());
    return out;
  }

  [[nodiscard]] competence_emergence::growth growth(std::string_view code, std::size_t now) const {
    competence_emergence::growth out;
    const auto before = earlier_->find_competence(code);
    const framework_counts then = earlier_->counts();
    out.is_new = !before.has_value();
    out.jobs_before = before ? earlier_->jobs_with(*before).size() : 0;
    out.log_ratio = std::log2((static_cast<double>(now) + 0.5) / (static_cast<double>(counts_.jobs) + 0.5)) -
                    std::log2((static_cast<double>(out.jobs_before) + 0.5) / (static_cast<double>(then.jobs) + 0.5));
    if (counts_.links + then.links > 0)
      out.chance = chance_of(now, now + out.jobs_before,
                             static_cast<double>(counts_.links) / static_cast<double>(counts_.links + then.links));
    return out;
  }

  const framework& f_;
  const framework* earlier_;
  framework_counts counts_;
  std::vector<std::size_t> broad_;    // of each job
  std::vector<std::size_t> jobs_of_;  // each broad domain
  std::vector<std::size_t> asked_, core_, emerging_, sorted_;
};

// Greatest first.
double strength(const competence_detection& d, detection_kind kind) {
  switch (kind) {
    case detection_kind::transversal: return d.spread.evenness * static_cast<double>(d.spread.broad_domains);
    case detection_kind::rare:
      // Among equally rare ones the share that is core decides.
      return -static_cast<double>(d.rarity.jobs) +
             0.5 * static_cast<double>(d.rarity.core_jobs) / static_cast<double>(d.rarity.jobs);
    case detection_kind::emerging: {
      const double growth = d.emergence.since ? d.emergence.since->chance : 1.0;
      // The smallest positive double stands for a chance too small to be written.
      return -std::log(std::max(d.emergence.emerging_chance, 1e-300)) - std::log(std::max(growth, 1e-300));
    }
  }
  return 0;
}

}  // namespace

std::string_view name(detection_kind k) {
  switch (k) {
    case detection_kind::transversal: return "transversal";
    case detection_kind::rare: return "rare";
    case detection_kind::emerging: return "emerging";
  }
  return {};
}

result<std::vector<competence_detection>> detect(const framework& f, const framework* earlier) {
  if (earlier != nullptr && earlier->id() != f.id())
    return fail(failure::usage, another_framework, {shortened(f.id(), 80), shortened(earlier->id(), 80)});
  const detector d(f, earlier);
  std::vector<competence_detection> out;
  const auto count = static_cast<std::uint32_t>(f.counts().competences);
  out.reserve(count);
  for (std::uint32_t c = 0; c < count; ++c) out.push_back(d.of(c));
  return out;
}

std::vector<competence_detection> most(const std::vector<competence_detection>& all, detection_kind kind,
                                       std::size_t limit) {
  std::vector<competence_detection> out;
  for (const competence_detection& d : all)
    if (d.rarity.jobs > 0 && (kind != detection_kind::emerging || strength(d, kind) > 0)) out.push_back(d);
  std::stable_sort(out.begin(), out.end(), [kind](const competence_detection& a, const competence_detection& b) {
    return strength(a, kind) > strength(b, kind);
  });
  if (out.size() > limit) out.erase(out.begin() + static_cast<std::ptrdiff_t>(limit), out.end());
  return out;
}

}  // namespace activateur
