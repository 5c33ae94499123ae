#include "analysis/overrides.hpp"

#include <algorithm>
#include <tuple>

namespace activateur {
namespace {

auto order_of(const override_decision& o) {
  return std::tuple(o.at.value_or(instant{INT64_MIN}), std::string_view(o.author), std::string_view(o.state),
                    std::string_view(o.reason));
}

}  // namespace

std::map<std::string, override_decision> acting_overrides(const portfolio& person) {
  std::map<std::string, override_decision> out;
  for (const override_decision& o : person.overrides) {
    if (o.undone_at) continue;
    const auto [it, fresh] = out.try_emplace(o.competence, o);
    if (!fresh && order_of(it->second) < order_of(o)) it->second = o;
  }
  return out;
}

std::vector<override_decision> withdrawn_overrides(const portfolio& person) {
  std::vector<override_decision> out;
  std::copy_if(person.overrides.begin(), person.overrides.end(), std::back_inserter(out),
               [](const override_decision& o) { return o.undone_at.has_value(); });
  std::sort(out.begin(), out.end(), [](const override_decision& a, const override_decision& b) {
    return std::tuple(b.undone_at->ms, std::string_view(a.competence), order_of(a)) <
           std::tuple(a.undone_at->ms, std::string_view(b.competence), order_of(b));
  });
  return out;
}

requirement_state state_named(std::string_view text, requirement_state otherwise) {
  for (const requirement_state s : {requirement_state::recognised, requirement_state::presumed,
                                    requirement_state::to_explore, requirement_state::to_acquire})
    if (name(s) == text) return s;
  return otherwise;
}

}  // namespace activateur
