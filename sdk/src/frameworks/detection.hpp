// Which competences are transversal, rare or emerging in a framework: figures, and tests of what chance would give.
#pragma once

#include "frameworks/framework.hpp"

namespace activateur {

// Over how many domains the jobs that ask for a competence lie. Broad domains are the first letter of domains (ROME:
// grands domaines).
struct competence_spread {
  std::size_t domains = 0;
  std::size_t broad_domains = 0;
  // Broad domains that as many jobs drawn by chance from the framework would reach on average: far below it, the
  // competence belongs to few domains; near it, it does not mind them.
  double broad_domains_by_chance = 0;
  // Entropy of the share of each broad domain's jobs that ask for it, over the entropy of equal shares: 0 for one
  // broad domain alone, 1 for all alike, whatever their sizes.
  double evenness = 0;
  bool declared = false;  // the framework itself says transversal
};

struct competence_rarity {
  std::size_t jobs = 0;       // that ask for it
  std::size_t core_jobs = 0;  // for which it is core
  double information = 0;     // log of all jobs over jobs, natural; one job is assumed for a competence without any
  double rarer_share = 0;     // of the competences that jobs ask for, the share that fewer jobs ask for
};

struct competence_emergence {
  std::size_t emerging_links = 0;
  double emerging_share = 0;  // of its links
  // How likely as many emerging links or more are by chance, at the share of the whole framework (binomial).
  double emerging_chance = 1;
  // Against an earlier version, by code: a competence that was only renumbered looks new. Absent when none was given.
  struct growth {
    bool is_new = false;  // not in the earlier version
    std::size_t jobs_before = 0;
    double log_ratio = 0;  // log2 of the share of jobs now over before, half a job added to both
    // How likely as many of its links or more lie in the later version by chance, given how the links of both
    // versions together are split (binomial).
    double chance = 1;
  };
  std::optional<growth> since;
};

struct competence_detection {
  std::uint32_t competence = no_index;
  competence_spread spread;
  competence_rarity rarity;
  competence_emergence emergence;
};

// One for each competence, by index. `earlier` may be null; else an earlier version of the same framework (failure:
// usage, when its id is another).
result<std::vector<competence_detection>> detect(const framework& f, const framework* earlier);

enum class detection_kind : std::uint8_t { transversal, rare, emerging };
std::string_view name(detection_kind k);

// The most of a kind first, ties by index; competences that no job asks for are left out.
// Transversal: evenness times the broad domains reached. Rare: fewest jobs, core ones first. Emerging: the lowest
// chance, the product of both when both are known; those that chance fully explains are left out.
std::vector<competence_detection> most(const std::vector<competence_detection>& all, detection_kind kind,
                                       std::size_t limit);

}  // namespace activateur
