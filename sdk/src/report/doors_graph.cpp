#include "report/doors_graph.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace activateur::report {
namespace {

constexpr int sweeps = 4;

std::vector<const moved_target*> changed(const map_change& change, std::size_t& all) {
  std::vector<const moved_target*> out;
  for (const auto* list : {&change.easier, &change.harder})
    for (const moved_target& t : *list) out.push_back(&t);
  all = std::max(change.easier_count, change.easier.size()) + std::max(change.harder_count, change.harder.size());
  if (!out.empty()) return out;
  for (const moved_target& t : change.better) out.push_back(&t);
  all = std::max(change.better_count, change.better.size());
  return out;
}

std::string id_of(const competence_part& part) { return part.in == nullptr ? std::string{} : part.competence(); }

// Puts `order` by the mean place of what each is joined to; what is joined to nothing stays where it was.
template <class Neighbours>
void by_barycentre(std::vector<std::size_t>& order, const std::vector<std::size_t>& places, Neighbours neighbours) {
  std::vector<double> centre(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::vector<std::size_t>& joined = neighbours(order[i]);
    double sum = 0;
    for (const std::size_t other : joined) sum += static_cast<double>(places[other]);
    centre[order[i]] = joined.empty() ? static_cast<double>(i) : sum / static_cast<double>(joined.size());
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return centre[a] < centre[b]; });
}

std::vector<std::size_t> places_of(const std::vector<std::size_t>& order) {
  std::vector<std::size_t> out(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = i;
  return out;
}

}  // namespace

door_graph graph_of(const map_change& change) {
  door_graph g;
  std::size_t all = 0;
  std::vector<const moved_target*> targets = changed(change, all);
  std::map<std::string, door_graph::competence> found;
  const auto gather = [&] {
    found.clear();
    for (const moved_target* t : targets)
      for (const competence_part& part : t->why) {
        if (part.in == nullptr) continue;
        const std::string id = part.competence();
        door_graph::competence& c = found[id];
        c.id = id;
        c.label = part.label().empty() ? id : part.label();
        if (std::isfinite(part.contribution)) c.weight += std::abs(part.contribution);
      }
  };
  gather();
  // One node the key, one each for what is left out.
  const std::size_t most_targets = door_nodes_max - 3 - std::min(found.size(), door_competences_max);
  if (targets.size() > most_targets) {
    targets.resize(most_targets);
    gather();
  }
  g.targets_left = std::max(all, targets.size()) - targets.size();

  std::vector<door_graph::competence> heaviest;
  heaviest.reserve(found.size());
  for (const auto& [id, c] : found) heaviest.push_back(c);
  std::stable_sort(heaviest.begin(), heaviest.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
  if (heaviest.size() > door_competences_max) {
    g.competences_left = heaviest.size() - door_competences_max;
    heaviest.resize(door_competences_max);
  }

  // The two layers, joined; then each is put by the other in turn.
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < heaviest.size(); ++i) index.emplace(heaviest[i].id, i);
  std::vector<std::vector<std::size_t>> of_target(targets.size()), of_competence(heaviest.size());
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (const competence_part& part : targets[t]->why)
      if (const auto c = index.find(id_of(part)); c != index.end()) {
        of_target[t].push_back(c->second);
        of_competence[c->second].push_back(t);
      }
  std::vector<std::size_t> target_order(targets.size()), competence_order(heaviest.size());
  for (std::size_t i = 0; i < targets.size(); ++i) target_order[i] = i;
  for (std::size_t i = 0; i < heaviest.size(); ++i) competence_order[i] = i;
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    by_barycentre(
        target_order, places_of(competence_order), [&](std::size_t t) -> auto& { return of_target[t]; });
    // Targets of one zone stay together, the nearest zone first.
    std::stable_sort(target_order.begin(), target_order.end(),
                     [&](std::size_t a, std::size_t b) { return targets[a]->after < targets[b]->after; });
    by_barycentre(
        competence_order, places_of(target_order), [&](std::size_t c) -> auto& { return of_competence[c]; });
  }

  const std::vector<std::size_t> place = places_of(competence_order);
  for (const std::size_t c : competence_order) g.competences.push_back(heaviest[c]);
  double most = 0;
  for (const std::size_t t : target_order) {
    std::map<std::size_t, double> joined;
    for (const competence_part& part : targets[t]->why) {
      if (part.in == nullptr) continue;
      const auto c = index.find(id_of(part));
      const std::size_t at = c == index.end() ? g.competences.size() : place[c->second];
      joined[at] += std::isfinite(part.contribution) ? std::abs(part.contribution) : 0;
    }
    for (const auto& [competence, weight] : joined) {
      g.edges.push_back({competence, g.targets.size(), weight});
      most = std::max(most, weight);
    }
    g.targets.push_back(targets[t]);
  }
  for (door_graph::edge& e : g.edges) e.share = most > 0 ? std::max(e.share / most, 0.05) : 1;
  return g;
}

}  // namespace activateur::report
