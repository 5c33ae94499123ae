#include "analysis/map_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "frameworks/fold.hpp"

namespace activateur {
namespace {

// The skill level of an ISCO-08 code by its major group (ISCO-08, Table 1). Managers (1) are of level 3 or 4 and the
// armed forces (0) of 1, 2 or 4: of those nothing is said.
int skill_level(std::string_view isco) {
  if (!isco.empty() && (isco.front() == 'C' || isco.front() == 'c')) isco.remove_prefix(1);  // ESCO writes "C2512"
  if (isco.empty()) return 0;
  switch (isco.front()) {
    case '2': return 4;
    case '3': return 3;
    case '4':
    case '5':
    case '6':
    case '7':
    case '8': return 2;
    case '9': return 1;
    default: return 0;
  }
}

}  // namespace

map_table::map_table(framework_ptr f, double door_share) : framework_(std::move(f)), door_share_(door_share) {
  read_jobs();
  find_doors();
}

void map_table::read_jobs() {
  const framework& f = *framework_;
  const auto jobs = static_cast<std::uint32_t>(f.counts().jobs);
  rarity_.assign(f.counts().competences, 0);
  rarity_asked_.assign(jobs, 0);
  all_.assign(jobs, {});
  essential_.assign(jobs, {});
  level_.resize(jobs);
  regulated_.assign(jobs, 0);
  begin_.push_back(0);
  condition_begin_.push_back(0);
  std::map<std::string_view, std::uint32_t> domains, conditions;
  for (std::uint32_t j = 0; j < jobs; ++j) {
    const std::vector<job_link> links = f.links_of(j);
    const bool any_core = std::any_of(links.begin(), links.end(),
                                      [](const job_link& l) { return l.importance == link_importance::core; });
    for (const job_link& l : links) {
      const bool essential = !any_core || l.importance == link_importance::core;
      asked_.push_back({l.competence, l.importance, essential});
      rarity_[l.competence] += 1;
      ++all_[j][static_cast<std::size_t>(l.importance)];
      if (essential) ++essential_[j][static_cast<std::size_t>(l.importance)];
    }
    begin_.push_back(static_cast<std::uint32_t>(asked_.size()));
    const job_view job = f.job(j);
    domain_.push_back(job.domain);
    domain_number_.push_back(domains.try_emplace(job.domain, static_cast<std::uint32_t>(domains.size())).first->second);
    riasec_.push_back(job.riasec);
    for (const attribute_view& a : f.attributes_of_job(j)) {
      if (a.name == "isco" && level_[j].on == target_level::scale::none) {
        if (const int level = skill_level(a.value); level > 0) level_[j] = {target_level::scale::isco_skill, level};
      } else if (a.name == "level" && a.value.size() == 1 && a.value[0] >= '1' && a.value[0] <= '8') {
        level_[j] = {target_level::scale::qualification, a.value[0] - '0'};
      } else if (a.name == "emploi_reglemente" || a.name == "regulated") {
        regulated_[j] = !a.value.empty();
      }
    }
    for (const condition_view& c : f.conditions_of(j)) {
      const auto [it, fresh] = conditions.try_emplace(c.code, static_cast<std::uint32_t>(conditions_.size()));
      if (fresh) conditions_.push_back({c.code, c.label, c.category, fold(c.label)});
      condition_.push_back(it->second);
    }
    condition_begin_.push_back(static_cast<std::uint32_t>(condition_.size()));
    has_mobilities_ = has_mobilities_ || !f.mobilities_of(j).empty();
  }
  for (double& r : rarity_) r = r > 0 ? std::log(static_cast<double>(jobs) / r) : 0;
  for (std::uint32_t j = 0; j < jobs; ++j)
    for (const asked_competence& a : asked_by(j)) rarity_asked_[j] += rarity_[a.competence];
}

void map_table::find_doors() {
  // Essential competence -> the jobs for which it is essential.
  std::vector<std::uint32_t> begin(rarity_.size() + 1, 0);
  std::vector<std::uint32_t> essentials(jobs(), 0);
  for (std::uint32_t j = 0; j < jobs(); ++j)
    for (const asked_competence& a : asked_by(j))
      if (a.essential) {
        ++begin[a.competence + 1];
        ++essentials[j];
      }
  for (std::size_t c = 1; c < begin.size(); ++c) begin[c] += begin[c - 1];
  std::vector<std::uint32_t> asking(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t j = 0; j < jobs(); ++j)
    for (const asked_competence& a : asked_by(j))
      if (a.essential) asking[next[a.competence]++] = j;

  std::vector<std::uint32_t> common(jobs(), 0), touched;
  opened_begin_.push_back(0);
  for (std::uint32_t j = 0; j < jobs(); ++j) {
    for (const asked_competence& a : asked_by(j))
      for (std::uint32_t i = begin[a.competence]; i < begin[a.competence + 1]; ++i)
        if (common[asking[i]]++ == 0) touched.push_back(asking[i]);
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t other : touched) {
      if (other != j && common[other] >= door_share_ * essentials[other]) opened_.push_back(other);
      common[other] = 0;
    }
    touched.clear();
    most_opened_ = std::max(most_opened_, opened_.size() - opened_begin_.back());
    opened_begin_.push_back(static_cast<std::uint32_t>(opened_.size()));
  }
}

double map_table::overlap(std::uint32_t a, std::uint32_t b) const {
  const auto one = asked_by(a);
  const auto other = asked_by(b);
  double common = 0;
  for (std::size_t i = 0, k = 0; i < one.size() && k < other.size();) {
    if (one[i].competence < other[k].competence) {
      ++i;
    } else if (other[k].competence < one[i].competence) {
      ++k;
    } else {
      common += rarity_[one[i].competence];
      ++i;
      ++k;
    }
  }
  const double either = rarity_asked_[a] + rarity_asked_[b] - common;
  return either > 0 ? common / either : 0;
}

}  // namespace activateur
