// Writing "activateur/territory/1", so that read_territory() reads it back.
#include "territory/territory.hpp"

namespace activateur {
namespace {

json document_of(const opportunity& o) {
  json out = {{"id", o.id}, {"title", o.title}, {"kind", o.kind}};
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) out[name] = value;
  };
  const auto list = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) out[name] = values;
  };
  const auto number = [&](const char* name, double value) {
    if (value != 0) out[name] = value;
  };
  text("provider", o.provider);
  text("place", o.place);
  text("url", o.url);
  list("teaches", o.teaches);
  list("recognises", o.recognises);
  list("gives", o.gives);
  list("needs", o.needs);
  list("needs_if_lacking", o.needs_if_lacking);
  list("needs_competences", o.needs_competences);
  if (o.needs_competences_at_least != 0) out["needs_competences_at_least"] = o.needs_competences_at_least;
  number("cost_euros", o.cost_euros);
  number("hours", o.hours);
  number("weekly_hours", o.weekly_hours);
  out["weeks"] = o.weeks;
  if (o.calendar_weeks) out["calendar_weeks"] = true;
  std::vector<std::string> sessions;
  for (const clock_time& t : o.sessions) sessions.push_back(to_text(t));
  list("sessions", sessions);
  if (o.enrol_days != 0) out["enrol_days"] = o.enrol_days;
  number("distance_km", o.distance_km);
  if (o.seats >= 0) out["seats"] = o.seats;
  text("mode", o.mode);
  text("prerequisites", o.prerequisites);
  list("tags", o.tags);
  text("source", o.source);
  return out;
}

json document_of(const described_target& d) {
  json out = json::object();
  out["target"] = d.own.is_null() ? json(d.said.id) : d.own;
  const auto known = [&](const char* name, const std::optional<double>& value) {
    if (value) out[name] = *value;
  };
  known("openings", d.said.openings);
  known("seekers", d.said.seekers);
  known("income_euros", d.said.income_euros);
  known("distance_km", d.said.distance_km);
  if (!d.said.needs.empty()) out["needs"] = d.said.needs;
  if (!d.said.schedule.empty()) out["schedule"] = d.said.schedule;
  if (!d.said.source.empty()) out["source"] = d.said.source;
  return out;
}

}  // namespace

json to_document(const territory& in) {
  json out = {{"schema", "activateur/territory/1"}, {"id", in.id}, {"name", in.name}};
  if (in.fictitious) out["fictitious"] = true;
  if (!in.plugins.empty()) out["plugins"] = in.plugins;
  out["opportunities"] = json::array();
  for (const opportunity& o : in.opportunities) out["opportunities"].push_back(document_of(o));
  if (!in.targets.empty()) {
    out["targets"] = json::array();
    for (const described_target& d : in.targets) out["targets"].push_back(document_of(d));
  }
  return out;
}

}  // namespace activateur
