#include "analysis/possibilities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analysis/covering.hpp"

namespace activateur {
namespace {

constexpr std::size_t reasons_shown = 5;

// What is known of every competence of one framework, by index, so that a target is a few array reads.
struct known_field {
  std::vector<double> belief, expectation, plausibility;
  std::vector<char> recognised;
};

known_field field_of(const recognition_state& state, const framework& f, const policy& by) {
  const std::size_t n = f.counts().competences;
  known_field out{std::vector<double>(n, 0), std::vector<double>(n, by.presumption_default), std::vector<double>(n, 1),
                  std::vector<char>(n, 0)};
  const std::string prefix = std::string(f.id()) + ':';
  for (auto it = state.competences.lower_bound(prefix); it != state.competences.end() && it->first.starts_with(prefix);
       ++it) {
    const auto index = f.find_competence(std::string_view(it->first).substr(prefix.size()));
    if (!index) continue;  // of a framework that was replaced since
    const opinion& o = it->second.value;
    out.belief[*index] = o.belief();
    out.expectation[*index] = o.expectation();
    out.plausibility[*index] = o.plausibility();
    out.recognised[*index] = state_of(&it->second, by) == requirement_state::recognised;
  }
  return out;
}

// Links of all jobs of a framework, and the rarity of each competence: ln(jobs / jobs that ask it).
struct job_table {
  std::vector<std::vector<job_link>> links;
  std::vector<double> rarity;
};

job_table table_of(const framework& f) {
  job_table out;
  const std::size_t jobs = f.counts().jobs;
  out.rarity.assign(f.counts().competences, 0);
  out.links.reserve(jobs);
  for (std::uint32_t j = 0; j < jobs; ++j) {
    out.links.push_back(f.links_of(j));
    for (const job_link& l : out.links.back()) out.rarity[l.competence] += 1;
  }
  for (double& r : out.rarity) r = r > 0 ? std::log(static_cast<double>(jobs) / r) : 0;
  return out;
}

// What the person brings beyond the default presumption.
double above_default(const known_field& known, std::uint32_t competence, const policy& by) {
  return std::max(0.0, known.expectation[competence] - by.presumption_default);
}

// 2^(-(order - 1) / half) of the best official mobility from a job that the person practises or practised.
std::vector<double> usefulness_of_jobs(const portfolio& person, const framework_set& frameworks, const framework_ptr& f,
                                       const policy& by) {
  std::vector<double> out(f->counts().jobs, 0);
  const auto from = [&](const std::string& job) {
    const auto ref = frameworks.job(job);
    if (!ref || ref->in != f) return;
    for (const mobility& m : f->mobilities_of(ref->index)) {
      const double rank = std::max(1.0, static_cast<double>(m.order));
      out[m.job] = std::max(out[m.job], std::exp2(-(rank - 1) / by.mobility_order_half));
    }
  };
  if (!person.holds_job.empty()) from(person.holds_job);
  for (const experience& e : person.experiences)
    for (const std::string& job : e.jobs) from(job);
  return out;
}

zone zone_of(const possibility& p, const policy& by) {
  if (p.covered_essential.belief >= by.zone_now_belief) return zone::now;
  if (p.covered_essential.expectation >= by.zone_recognition_expectation) return zone::after_recognition;
  if (p.covered.expectation >= by.zone_short_expectation) return zone::short_path;
  return zone::long_path;
}

struct candidate {
  const framework* in = nullptr;
  std::uint32_t job = no_index;
  possibility what;
};

class surveyor {
 public:
  surveyor(const framework& f, const recognition_state& state, const policy& by)
      : f_(f), by_(by), known_(field_of(state, f, by)), table_(table_of(f)) {
    for (std::uint32_t c = 0; c < known_.expectation.size(); ++c)
      brought_ += table_.rarity[c] * above_default(known_, c, by);
    for (const link_importance i : {link_importance::ordinary, link_importance::core, link_importance::emerging})
      importance_[static_cast<std::size_t>(i)] = importance_of(by, name(i));
  }

  [[nodiscard]] candidate survey(std::uint32_t job) const {
    const std::vector<job_link>& links = table_.links[job];
    const bool any_core = std::any_of(links.begin(), links.end(), is_core);
    covering all, essential;
    candidate out;
    double common = 0, asked = 0;
    for (const job_link& l : links) {
      const double importance = importance_[static_cast<std::size_t>(l.importance)];
      const double expectation = known_.expectation[l.competence];
      const coverage o{known_.belief[l.competence], expectation, known_.plausibility[l.competence]};
      all.add(o, importance);
      if (!any_core || is_core(l)) essential.add(o, importance);
      if (!known_.recognised[l.competence]) out.what.effort += importance * (1 - expectation);
      common += table_.rarity[l.competence] * above_default(known_, l.competence, by_);
      asked += table_.rarity[l.competence];
    }
    const double either = asked + brought_ - common;
    out.in = &f_;
    out.job = job;
    out.what.covered = all.mean();
    out.what.covered_essential = essential.mean();
    out.what.affinity = either > 0 ? common / either : 0;
    out.what.in = zone_of(out.what, by_);
    return out;
  }

  // The competences that bring most to the affinity, weighted by importance.
  void explain(candidate& of, std::map<std::string, std::string>& labels) const {
    std::vector<std::pair<double, std::uint32_t>> heaviest;
    for (const job_link& l : table_.links[of.job]) {
      const double weight = importance_[static_cast<std::size_t>(l.importance)] * table_.rarity[l.competence] *
                            above_default(known_, l.competence, by_);
      if (weight > 0) heaviest.emplace_back(-weight, l.competence);
    }
    std::sort(heaviest.begin(), heaviest.end());
    heaviest.resize(std::min(heaviest.size(), reasons_shown));
    for (const auto& [weight, competence] : heaviest) {
      of.what.reasons.push_back(competence_name(f_, competence));
      labels.emplace(of.what.reasons.back(), std::string(f_.competence(competence).label));
    }
  }

 private:
  static bool is_core(const job_link& l) { return l.importance == link_importance::core; }

  const framework& f_;
  const policy& by_;
  known_field known_;
  job_table table_;
  double brought_ = 0;
  std::array<double, 3> importance_{};
};

// Sorted by effort, a target is on the front when nothing as easy or easier is more useful, nor as useful and easier.
void mark_pareto(std::vector<candidate>& all) {
  std::vector<candidate*> order;
  order.reserve(all.size());
  for (candidate& c : all) order.push_back(&c);
  std::sort(order.begin(), order.end(), [](const candidate* a, const candidate* b) {
    if (a->what.effort != b->what.effort) return a->what.effort < b->what.effort;
    return a->what.usefulness > b->what.usefulness;
  });
  double best_usefulness = -1, its_effort = 0;
  for (candidate* c : order) {
    const bool better = c->what.usefulness > best_usefulness;
    c->what.pareto = better || (c->what.usefulness == best_usefulness && c->what.effort == its_effort);
    if (better) {
      best_usefulness = c->what.usefulness;
      its_effort = c->what.effort;
    }
  }
}

}  // namespace

std::string_view name(zone z) {
  switch (z) {
    case zone::now: return "now";
    case zone::after_recognition: return "after_recognition";
    case zone::short_path: return "short_path";
    case zone::blocked: return "blocked";
    case zone::long_path: break;
  }
  return "long_path";
}

possibilities map_possibilities(const portfolio& person, const recognition_state& state,
                                const framework_set& frameworks, const policy& by, std::size_t top) {
  possibilities out;
  out.person = person.person;
  out.policy_id = by.id;
  out.policy_version = by.version;
  out.frameworks = versions_of(frameworks);
  std::vector<candidate> all;
  std::map<const framework*, surveyor> surveyors;
  for (const framework_ptr& f : frameworks.all()) {
    const surveyor& one = surveyors.try_emplace(f.get(), *f, state, by).first->second;
    const std::vector<double> usefulness = usefulness_of_jobs(person, frameworks, f, by);
    for (std::uint32_t job = 0; job < f->counts().jobs; ++job) {
      all.push_back(one.survey(job));
      all.back().what.usefulness = usefulness[job];
      all.back().what.id = job_name(*f, job);
    }
  }
  mark_pareto(all);
  std::sort(all.begin(), all.end(), [](const candidate& a, const candidate& b) {
    if (a.what.in != b.what.in) return a.what.in < b.what.in;
    if (a.what.affinity != b.what.affinity) return a.what.affinity > b.what.affinity;
    return a.what.id < b.what.id;
  });
  out.considered = all.size();
  for (const candidate& c : all) ++out.in_zone[c.what.in];
  if (top > 0 && all.size() > top) all.resize(top);
  for (candidate& c : all) {
    surveyors.at(c.in).explain(c, out.labels);
    c.what.label = std::string(c.in->job(c.job).label);
    out.targets.push_back(std::move(c.what));
  }
  return out;
}

}  // namespace activateur
