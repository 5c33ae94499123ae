#include "analysis/map_change.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/exact.hpp"

namespace activateur {
namespace {

constexpr std::size_t why_shown = 5;

// Rows of one target at one moment. Surveys are made once a framework.
class rows_at {
 public:
  rows_at(const map_moment& at, const framework_set& frameworks, const policy& by, const map_aids& aids)
      : at_(at), frameworks_(frameworks), by_(by), aids_(aids) {}

  std::vector<requirement_row> of(const std::string& id) {
    if (const auto job = frameworks_.job(id)) return survey_of(job->in).rows_of(job->index);
    if (at_.around != nullptr)
      if (const prospect* p = at_.around->prospect_of(id); p != nullptr && p->own)
        return rows_of(compute_gap(*at_.person, *at_.state, *p->own, frameworks_, by_), frameworks_, by_);
    return {};
  }

 private:
  struct one {
    framework_ptr in;
    std::shared_ptr<const map_table> table;
    std::unique_ptr<survey> known;
  };
  const survey& survey_of(const framework_ptr& f) {
    for (const one& o : made_)
      if (o.in == f) return *o.known;
    one& o = made_.emplace_back();
    o.in = f;
    if (aids_.table) o.table = aids_.table(f);
    if (o.table == nullptr) o.table = std::make_shared<map_table>(f, by_.map.door_share);
    o.known = std::make_unique<survey>(*o.table, *at_.person, *at_.state, by_);
    return *o.known;
  }

  const map_moment& at_;
  const framework_set& frameworks_;
  const policy& by_;
  const map_aids& aids_;
  std::vector<one> made_;
};

void add_why(moved_target& to, const std::vector<requirement_row>& before, const std::vector<requirement_row>& after) {
  to.why_rest = to.expectation_after - to.expectation_before;
  std::vector<competence_part> parts;
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    const requirement_row& a = after[i];
    const double change =
        exact_part(a.share * a.known.expectation) - exact_part(before[i].share * before[i].known.expectation);
    if (change != 0) parts.push_back({a.in, a.index, a.known.state, change});
  }
  std::sort(parts.begin(), parts.end(), [](const competence_part& a, const competence_part& b) {
    const double x = std::abs(a.contribution), y = std::abs(b.contribution);
    return x != y ? x > y : a.index < b.index;
  });
  if (parts.size() > why_shown) parts.resize(why_shown);
  for (const competence_part& p : parts) to.why_rest -= p.contribution;
  to.why = std::move(parts);
}

bool has(const std::vector<hindrance>& list, const hindrance& one) {
  return std::any_of(list.begin(), list.end(), [&](const hindrance& h) {
    return h.code == one.code && h.what == one.what && h.does == one.does;
  });
}

moved_target moved(const possibility& before, const possibility& after) {
  moved_target out;
  out.id = after.id;
  out.before = before.in;
  out.after = after.in;
  out.expectation_before = before.covered.expectation;
  out.expectation_after = after.covered.expectation;
  out.effort_before = before.effort;
  out.effort_after = after.effort;
  out.rank_before = before.rank;
  out.rank_after = after.rank;
  for (const hindrance& h : before.hindrances)
    if (!has(after.hindrances, h)) out.gone.push_back(h);
  for (const hindrance& h : after.hindrances)
    if (!has(before.hindrances, h)) out.come.push_back(h);
  return out;
}

}  // namespace

map_change change_between(const map_moment& before, const map_moment& after, const framework_set& frameworks,
                          const policy& by, const map_aids& aids) {
  const auto map_at = [&](const map_moment& m) {
    map_aids all = aids;
    all.top = 0;
    all.explained = false;
    all.around = m.around;
    return map_possibilities(*m.person, *m.state, frameworks, by, all);
  };
  const possibilities earlier = map_at(before);
  const possibilities later = map_at(after);
  map_change out;
  out.person = later.person;
  out.policy_id = later.policy_id;
  out.policy_version = later.policy_version;
  out.frameworks = later.frameworks;
  out.considered = later.considered;
  out.before = earlier.in_zone;
  out.after = later.in_zone;
  std::map<std::string_view, const possibility*> was;
  for (const possibility& p : earlier.targets) was.emplace(p.id, &p);
  for (const possibility& p : later.targets) {
    const auto then = was.find(p.id);
    if (then == was.end()) continue;
    const possibility& q = *then->second;
    if (p.in != q.in)
      (p.in < q.in ? out.easier : out.harder).push_back(moved(q, p));
    else if (p.covered.expectation > q.covered.expectation)
      out.better.push_back(moved(q, p));
    else if (p.covered.expectation < q.covered.expectation)
      ++out.worse_count;
  }
  out.easier_count = out.easier.size();
  out.harder_count = out.harder.size();
  out.better_count = out.better.size();
  rows_at rows_before(before, frameworks, by, aids), rows_after(after, frameworks, by, aids);
  for (auto* list : {&out.easier, &out.harder, &out.better}) {
    std::sort(list->begin(), list->end(), [](const moved_target& a, const moved_target& b) {
      if (a.after != b.after) return a.after < b.after;
      const double x = std::abs(a.expectation_after - a.expectation_before);
      const double y = std::abs(b.expectation_after - b.expectation_before);
      return x != y ? x > y : a.id < b.id;
    });
    if (aids.top > 0 && list->size() > aids.top) list->resize(aids.top);
    for (moved_target& m : *list) {
      add_why(m, rows_before.of(m.id), rows_after.of(m.id));
      if (const auto job = frameworks.job(m.id))
        m.label = job->in->job(job->index).label;
      else if (after.around != nullptr)
        if (const prospect* p = after.around->prospect_of(m.id); p != nullptr && p->own) m.label = p->own->label;
    }
  }
  return out;
}

}  // namespace activateur
