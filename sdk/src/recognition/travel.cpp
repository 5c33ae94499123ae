#include "recognition/travel.hpp"

#include <algorithm>
#include <tuple>

#include "frameworks/correspondence.hpp"

namespace activateur {
namespace {

// Mappings of one competence: ESCO's crosswalks give a few; a hostile framework could give thousands.
constexpr std::size_t most_mappings = 32;

const char* relation_of(const correspondence& c) {
  if (c.candidate) return c.relation == mapping_relation::related ? "" : "same_label";
  switch (c.relation) {
    case mapping_relation::exact:
    case mapping_relation::replaced_by: return "mapped_exact";
    case mapping_relation::close: return "mapped_close";
    case mapping_relation::broad: return "mapped_broader";
    case mapping_relation::narrow: return "mapped_narrower";
    case mapping_relation::related: break;  // neither the same nor part of it
  }
  return "";
}

std::string after(const std::string& relation, const std::string& step) {
  return relation == "exact" ? step : relation + '+' + step;
}

void keep_best(std::map<place, landing>& best, landing l) {
  const auto [it, fresh] = best.try_emplace(l.where, l);
  if (fresh) return;
  const landing& held = it->second;
  if (std::tie(held.factor, l.relation, l.via) < std::tie(l.factor, held.relation, held.via)) it->second = std::move(l);
}

}  // namespace

std::vector<hop> surroundings::along_hierarchy(place from) const {
  const framework& f = *frameworks_.all()[from.framework];
  std::vector<hop> out;
  if (f.competence(from.competence).grain != competence_grain::group) {
    const double down = factor_of(by_, "macro_to_item");
    for (const std::uint32_t item : f.items_of(from.competence))
      out.push_back({{from.framework, item}, "macro_to_item", down});
  }
  const double up = factor_of(by_, "item_to_macro");
  for (const std::uint32_t broader : f.broader_of(from.competence))
    if (f.competence(broader).grain != competence_grain::group)
      out.push_back({{from.framework, broader}, "item_to_macro", up});
  return out;
}

const std::vector<hop>& surroundings::across(place from) {
  const auto [it, fresh] = across_.try_emplace(from);
  if (!fresh) return it->second;
  const framework_ref of{frameworks_.all()[from.framework], from.competence};
  for (const correspondence& c : correspondences(frameworks_, of, false, most_mappings)) {
    const std::string_view relation = relation_of(c);
    if (c.is_job || relation.empty()) continue;
    const place to{framework_index(frameworks_, c.to.in), c.to.index};
    const double factor = factor_of(by_, relation) * std::clamp(c.weight, 0.0, 1.0);
    if (to != from && factor > 0) it->second.push_back({to, relation.data(), factor});
  }
  return it->second;
}

std::map<place, landing> places_of(const piece& p, const framework_set& frameworks, surroundings& around) {
  std::map<place, landing> best;
  const bool travels = p.travels && !p.what.negative;
  const auto step = [&](const landing& from, const hop& h) {
    return landing{h.to,
                   from.factor * h.factor,
                   after(from.relation, h.relation),
                   from.via.empty() ? place_name(frameworks, from.where) : from.via,
                   true,
                   from.guessed};
  };
  for (const landing& l : p.landings) {
    keep_best(best, l);
    if (!travels || l.relation == "job") continue;
    for (const hop& h : around.along_hierarchy(l.where)) keep_best(best, step(l, h));
    for (const hop& h : around.across(l.where)) {
      const landing there = step(l, h);
      keep_best(best, there);
      for (const hop& next : around.along_hierarchy(h.to)) keep_best(best, step(there, next));
    }
  }
  return best;
}

}  // namespace activateur
