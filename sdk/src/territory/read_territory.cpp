// Reading "activateur/territory/1" (docs/schemas/territory.json), strictly.
#include <algorithm>
#include <optional>
#include <set>

#include "recognition/members.hpp"
#include "territory/messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

constexpr std::size_t targets_max = 20'000;
constexpr std::size_t own_targets_max = 500;  // each costs a gap

// What is left out is not known.
std::optional<double> known_number(const fields& from, const char* name) {
  if (!from.has(name)) return std::nullopt;
  return from.number_within(name, 0, territory_bounds::amount, 0);
}

described_target one_target(const fields& from) {
  only_members(from, {"target", "openings", "seekers", "income_euros", "distance_km", "needs", "schedule", "source"});
  described_target out;
  const json& value = from.value();
  if (value.is_object() && value.contains("target") && value["target"].is_object()) {
    out.own = value["target"];
    if (const auto own = from.object("target")) out.said.id = required_text(*own, "id");
  } else {
    out.said.id = required_text(from, "target");
  }
  out.said.openings = known_number(from, "openings");
  out.said.seekers = known_number(from, "seekers");
  out.said.income_euros = known_number(from, "income_euros");
  out.said.distance_km = known_number(from, "distance_km");
  out.said.needs = distinct_names(from, "needs", false);
  out.said.schedule = distinct_names(from, "schedule", false);
  out.said.source = from.text_or("source", {});
  return out;
}

void read_targets(const fields& from, territory& into) {
  const std::vector<fields> given = from.list("targets");
  if (given.size() > targets_max) from.refuse(say::too_many, {"targets", std::to_string(targets_max)}, "targets");
  std::set<std::string> ids;
  std::size_t own = 0;
  for (const fields& one : given) {
    if (from.failed()) return;
    into.targets.push_back(one_target(one));
    const described_target& read = into.targets.back();
    if (!ids.insert(read.said.id).second) one.refuse(say::twice, {read.said.id}, "target");
    if (!read.own.is_null() && ++own > own_targets_max)
      from.refuse(say::too_many, {"targets", std::to_string(own_targets_max)}, "targets");
  }
}

}  // namespace

result<territory> read_territory(const json& document, const std::string& source) {
  std::optional<error> fault;
  const fields from(document, source, fault);
  only_members(from, {"schema", "id", "name", "fictitious", "plugins", "opportunities", "targets"});
  only_schema(from, "activateur/territory/1");
  if (fault) return *fault;
  territory out;
  out.id = required_text(from, "id");
  out.name = required_text(from, "name");
  out.fictitious = from.flag_or("fictitious", false);
  out.plugins = distinct_names(from, "plugins", false);
  const std::vector<fields> offered = from.list("opportunities");
  if (offered.size() > territory_bounds::opportunities)
    from.refuse(say::too_many, {"opportunities", std::to_string(territory_bounds::opportunities)}, "opportunities");
  std::set<std::string> ids;
  for (const fields& one : offered) {
    if (fault) break;
    out.opportunities.push_back(read_opportunity(one));
    if (!ids.insert(out.opportunities.back().id).second) one.refuse(say::twice, {out.opportunities.back().id}, "id");
  }
  read_targets(from, out);
  if (fault) return *fault;
  std::sort(out.opportunities.begin(), out.opportunities.end(),
            [](const opportunity& x, const opportunity& y) { return x.id < y.id; });
  return out;
}

}  // namespace activateur
