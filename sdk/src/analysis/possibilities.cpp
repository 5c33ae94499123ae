#include "analysis/possibilities.hpp"

#include <algorithm>
#include <deque>

#include "analysis/covering.hpp"
#include "analysis/front.hpp"
#include "analysis/map_side.hpp"
#include "recognition/constraints.hpp"

namespace activateur {
namespace {

struct candidate {
  const map_side* of = nullptr;  // null: a target of its own
  std::uint32_t job = no_index;
  std::size_t gap = 0;  // of its own: index
  possibility what;
};

class mapper {
 public:
  mapper(const portfolio& person, const recognition_state& state, const framework_set& frameworks, const policy& by,
         const map_aids& aids)
      : person_(person), state_(state), frameworks_(frameworks), by_(by), aids_(aids) {}

  possibilities run() {
    const std::vector<practised_job> practised = practised_jobs(person_, state_, frameworks_, by_);
    std::size_t jobs = 0;
    for (const framework_ptr& f : frameworks_.all()) {
      sides_.push_back(side_of(f, practised, person_, state_, by_, aids_, sources_));
      sides_.back().first = jobs;
      jobs += sides_.back().table->jobs();
    }
    all_.reserve(jobs);
    for (const map_side& s : sides_)
      for (std::uint32_t job = 0; job < s.table->jobs(); ++job) add_job(s, job);
    add_own_targets();
    for (candidate& c : all_) place(c);
    for (candidate& c : all_) weigh_use(c);
    return conclude();
  }

 private:
  void add_job(const map_side& s, std::uint32_t job) {
    candidate& c = all_.emplace_back();
    c.of = &s;
    c.job = job;
    possibility& p = c.what;
    p.id = job_name(s.table->in(), job);
    const target_numbers n = s.known->of(job);
    p.covered = n.covered;
    p.covered_essential = n.essential;
    p.effort = n.effort;
    p.lacking = n.lacking;
    if (s.nearness.empty()) {
      p.by_competences = exact_part(n.affinity);
    } else {
      p.near_source = s.by_source[job];
      // Finer than exact_part: nearness orders far targets too, by figures far below its step.
      p.by_nearness = s.nearness[job];
      p.by_competences = (1 - p.by_nearness) * n.own;
    }
    p.affinity = p.by_nearness + p.by_competences;
    p.level = s.table->level(job);
    p.way = s.practised.contains(job) && p.level.on != target_level::scale::none ? direction::sideways
                                                                                 : direction_of(p.level, s.levels);
    if (const std::span<const std::uint32_t> opened = s.table->opened_by(job); !opened.empty()) p.doors = opened.size();
  }

  void add_own_targets() {
    const auto add = [&](const target& to) {
      candidate& c = all_.emplace_back();
      c.gap = gaps_.size();
      gaps_.push_back(compute_gap(person_, state_, to, frameworks_, by_));
      gaps_.back().state = {};
      const gap_report& gap = gaps_.back();
      const std::vector<requirement_row> rows = rows_of(gap, frameworks_, by_);
      possibility& p = c.what;
      p.id = to.id;
      p.covered = gap.covered;
      p.covered_essential = gap.covered_essential;
      p.covered.expectation = p.covered_essential.expectation = p.covered_essential.belief = 0;
      double common = 0, asked = 0;
      for (const requirement_row& r : rows) {
        p.covered.expectation += exact_part(r.share * r.known.expectation);
        p.covered_essential.expectation += exact_part(r.essential_share * r.known.expectation);
        p.covered_essential.belief += exact_part(r.proven_share * r.known.belief);
        if (r.known.state != requirement_state::recognised)
          p.effort += exact_part(r.importance * (1 - r.known.expectation));
        common += r.weight;
        asked += r.importance;
      }
      p.lacking = lacking_among(rows, [](const requirement_row& r) { return r.known.lacks; });
      p.by_competences = asked > 0 ? exact_part(common / asked) : 0;
      p.affinity = p.by_competences;
    };
    for (const target& to : aids_.targets) add(to);
    if (aids_.around == nullptr) return;
    for (const prospect& p : aids_.around->prospects)
      if (p.own) add(*p.own);
  }

  [[nodiscard]] const prospect* prospect_of(const candidate& c) const {
    return aids_.around == nullptr ? nullptr : aids_.around->prospect_of(c.what.id);
  }

  void place(candidate& c) const {
    hindrance_case of;
    of.person = &person_;
    of.reach_km = reach_;
    of.around = aids_.around;
    of.local = prospect_of(c);
    const std::vector<std::string> rights = rights_of(c);
    of.rights = rights;
    if (c.of != nullptr) {
      of.table = c.of->table.get();
      of.job = c.job;
      of.refused = &c.of->refused;
    }
    possibility& p = c.what;
    p.hindrances = hindrances_of(of);
    p.without_hindrances = zone_of(p.covered, p.covered_essential, p.lacking > 0, by_);
    p.in = p.without_hindrances;
    for (const hindrance& h : p.hindrances) {
      if (h.does == hindrance_effect::blocks) p.in = zone::blocked;
      // What is still to be got takes a way, however much is covered.
      if (h.does == hindrance_effect::delays) p.in = std::max(p.in, zone::short_path);
    }
  }

  void weigh_use(candidate& c) const {
    use_values values;
    const auto at = [&](use_dimension d) -> std::optional<double>& { return values[static_cast<std::size_t>(d)]; };
    possibility& p = c.what;
    if (c.of != nullptr) {
      const map_side& s = *c.of;
      at(use_dimension::interest) = interest_in(person_.wanted, s.table->riasec(c.job));
      if (!s.mobility.empty() && !s.practised.contains(c.job)) at(use_dimension::mobility) = s.mobility[c.job];
      if (s.table->most_opened() > 0) {
        const candidate* first = &all_[s.first];  // the candidates of one framework stand together, by job
        std::size_t closed = 0;
        for (const std::uint32_t other : s.table->opened_by(c.job)) {
          const zone z = first[other].what.without_hindrances;
          closed += z != zone::now && z != zone::after_recognition ? 1 : 0;
        }
        p.doors = closed;
        at(use_dimension::doors) = doors_value(closed, s.table->most_opened());
      }
    }
    if (const prospect* local = prospect_of(c)) {
      at(use_dimension::demand) = demand_of(*local);
      at(use_dimension::income) = income_for(person_.wanted, *local);
    }
    at(use_dimension::rights) = rights_for(person_, rights_of(c));
    p.use = usefulness_of(values, by_);
  }

  void rows_of_candidate(const candidate& c, std::vector<requirement_row>& into) const {
    if (c.of != nullptr)
      c.of->known->rows_of(c.job, into);
    else
      into = rows_of(gaps_[c.gap], frameworks_, by_);
  }

  void describe(candidate& c) const {
    possibility& p = c.what;
    if (c.of != nullptr) {
      const job_view job = c.of->table->in().job(c.job);
      p.label = job.label;
      p.kind = name(job.kind);
      p.domain = job.domain_label.empty() ? job.domain : job.domain_label;
    } else {
      p.label = gaps_[c.gap].to.label;
      p.kind = gaps_[c.gap].to.kind;
    }
  }

  [[nodiscard]] std::vector<std::string> rights_of(const candidate& c) const {
    std::vector<std::string> out;
    if (const prospect* local = prospect_of(c)) out = local->needs;
    if (c.of == nullptr)
      for (const condition_item& right : gaps_[c.gap].conditions)
        if (right.asked.essential && std::find(out.begin(), out.end(), right.asked.name) == out.end())
          out.push_back(right.asked.name);
    return out;
  }

  possibilities conclude() {
    possibilities out;
    out.person = person_.person;
    out.policy_id = by_.id;
    out.policy_version = by_.version;
    out.frameworks = versions_of(frameworks_);
    out.sources = std::move(sources_);
    if (aids_.around != nullptr) {
      out.territory_id = aids_.around->id;
      out.territory_name = aids_.around->name;
      out.fictitious = aids_.around->fictitious;
    }
    std::vector<candidate*> order;
    order.reserve(all_.size());
    for (candidate& c : all_) order.push_back(&c);
    std::sort(order.begin(), order.end(), [](const candidate* a, const candidate* b) {
      const bool x = a->what.in == zone::blocked, y = b->what.in == zone::blocked;
      if (x != y) return y;
      if (a->what.affinity != b->what.affinity) return a->what.affinity > b->what.affinity;
      return a->what.id < b->what.id;
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i]->what.rank = i + 1;
      ++out.in_zone[order[i]->what.in];
    }
    out.considered = order.size();
    mark_front(order, out);
    choose_proposals(order, out);
    const std::size_t shown = aids_.top > 0 && aids_.only.empty() ? std::min(aids_.top, order.size()) : order.size();
    out.targets.reserve(shown);
    std::vector<requirement_row> asked;
    for (std::size_t i = 0; i < shown; ++i) {
      candidate& c = *order[i];
      if (!aids_.only.empty() && c.what.id != aids_.only) continue;
      if (!aids_.explained) {
        out.targets.push_back(std::move(c.what));
        continue;
      }
      describe(c);
      rows_of_candidate(c, asked);
      for (const requirement_row& r : asked) {
        const auto s = static_cast<std::size_t>(r.known.state);
        ++c.what.states[s];
        if (r.essential) ++c.what.essential_states[s];
      }
      if (aids_.around != nullptr) {
        const std::vector<std::string> rights = rights_of(c);
        const target_needs needs{&asked, c.of == nullptr ? &gaps_[c.gap].groups : nullptr, &rights};
        c.what.reach = reach_to(needs, person_, *aids_.around, by_);
      }
      explain(c.what, asked, by_);
      if (aids_.rows != nullptr) *aids_.rows = asked;
      out.targets.push_back(std::move(c.what));
    }
    return out;
  }

  [[nodiscard]] target_summary summary(candidate& c) const {
    if (c.what.label.empty()) describe(c);
    const possibility& p = c.what;
    return {p.id, p.label, p.domain, p.in, p.rank, p.affinity, p.effort, p.use.value};
  }

  void mark_front(const std::vector<candidate*>& order, possibilities& out) const {
    std::vector<front_point> points;
    for (const candidate* c : order) {
      if (c->what.in == zone::blocked) break;  // they come last
      points.push_back({c->what.effort, c->what.use.value, c->what.affinity, points.size()});
    }
    const std::vector<char> on = pareto_front(points);
    for (std::size_t i = 0; i < on.size(); ++i) order[i]->what.pareto = on[i] != 0;
    const thinned_front thin = thin_front(points, by_.map);
    out.front_epsilon = thin.epsilon;
    for (const front_member& m : thin.members) out.front.push_back({summary(*order[m.point]), m.layer});
  }

  void choose_proposals(const std::vector<candidate*>& order, possibilities& out) const {
    std::vector<proposal_candidate> open;
    std::vector<candidate*> which;
    for (candidate* c : order) {
      if (c->what.in == zone::blocked || c->what.affinity <= 0) break;
      if (c->of != nullptr && c->of->practised.contains(c->job)) continue;  // what she does is no news
      const bool reachable = c->what.in != zone::long_path;
      const bool elsewhere = c->of != nullptr && !c->of->domains.contains(c->of->table->domain_number(c->job));
      open.push_back({c->what.affinity, reachable && elsewhere});
      which.push_back(c);
    }
    const auto alike = [&](std::size_t a, std::size_t b) {
      const candidate& x = *which[a];
      const candidate& y = *which[b];
      if (x.of == nullptr || x.of != y.of) return 0.0;
      const map_table& t = *x.of->table;
      const double same_domain = t.domain_number(x.job) == t.domain_number(y.job) ? 1 : 0;
      return (t.overlap(x.job, y.job) + same_domain) / 2;
    };
    for (const proposal& p : propose(open, alike, by_.map)) out.proposed.push_back({summary(*which[p.candidate]), p});
  }

  const portfolio& person_;
  const recognition_state& state_;
  const framework_set& frameworks_;
  const policy& by_;
  const std::optional<double> reach_ = reach_km(person_, by_);
  const map_aids& aids_;
  std::vector<near_source> sources_;
  std::deque<map_side> sides_;
  std::deque<gap_report> gaps_;
  std::vector<candidate> all_;
};

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
                                const framework_set& frameworks, const policy& by, const map_aids& aids) {
  return mapper(person, state, frameworks, by, aids).run();
}

}  // namespace activateur
