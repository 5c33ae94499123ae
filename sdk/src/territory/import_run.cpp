#include "territory/import_run.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {

namespace say = territory_import_messages;
namespace most = territory_bounds;

namespace {

constexpr double earth_radius_km = 6371.0088;  // the mean radius of WGS 84
constexpr std::size_t name_shown = 80;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// Haversine: good at all distances within a territory.
double great_circle_km(const geographic_point& a, const geographic_point& b) {
  const double half_latitude = std::sin(radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(radians(b.longitude - a.longitude) / 2);
  const double h = half_latitude * half_latitude +
                   std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * half_longitude * half_longitude;
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

// Sorted, without the empty ones and those that come twice.
void settle(std::vector<std::string>& list) {
  std::erase_if(list, [](const std::string& s) { return s.empty(); });
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

result<void> territory_run::take(opportunity one, const location& where) {
  for (auto* list : {&one.teaches, &one.recognises, &one.gives, &one.needs, &one.needs_if_lacking,
                     &one.needs_competences, &one.tags})
    settle(*list);
  // What it gives needs not be had before.
  std::erase_if(one.needs_if_lacking, [&](const std::string& c) {
    return std::find(one.gives.begin(), one.gives.end(), c) != one.gives.end();
  });
  std::sort(one.sessions.begin(), one.sessions.end());
  one.sessions.erase(std::unique(one.sessions.begin(), one.sessions.end()), one.sessions.end());
  one.prerequisites = shortened(one.prerequisites, most::prerequisites - 3);  // "…" takes three bytes
  if (!options.source.empty()) one.source = one.source.empty() ? options.source : options.source + ", " + one.source;

  const auto refuse = [&](const message& what, std::vector<std::string> arguments) {
    return faults.note(fail(failure::input, what, std::move(arguments), where));
  };
  if (one.id.size() > most::id) return refuse(say::id_too_long, {std::to_string(most::id)});
  if (one.title.empty()) return refuse(say::missing, {"title"});
  if (one.weeks < 1 || one.weeks > most::weeks)
    return refuse(say::bad_number, {std::to_string(one.weeks), "1", std::to_string(most::weeks)});
  for (const double amount : {one.cost_euros, one.hours, one.distance_km})
    if (!(amount >= 0 && amount <= most::amount))
      return refuse(say::bad_number, {std::to_string(amount), "0", "1000000"});
  if (!(one.weekly_hours >= 0 && one.weekly_hours <= 168))
    return refuse(say::bad_number, {std::to_string(one.weekly_hours), "0", "168"});
  const std::pair<const char*, std::size_t> lists[] = {
      {"teaches", one.teaches.size()},   {"recognises", one.recognises.size()},
      {"gives", one.gives.size()},       {"needs_competences", one.needs_competences.size()},
      {"sessions", one.sessions.size()}, {"tags", one.tags.size()}};
  for (const auto& [name, size] : lists)
    if (size > most::list) return refuse(say::list_too_long, {name, std::to_string(most::list)});
  if (made.size() >= most::opportunities)
    return fail(failure::limit, say::too_many, {std::to_string(most::opportunities)}, where);
  made.push_back(std::move(one));
  return {};
}

void territory_run::count_named(const message& what, const std::string& name) {
  named_[&what].insert(shortened(name, name_shown));
}

void territory_run::say_counts() {
  // In the order of their codes: addresses differ from one run to the next.
  std::map<std::string_view, std::pair<const message*, std::vector<std::string>>> all;
  for (const auto& [what, number] : counted_) all[what->code] = {what, {std::to_string(number)}};
  for (const auto& [what, names] : named_) {
    std::string list;
    std::size_t said = 0;
    for (const std::string& name : names) {
      if (said++ == names_said) {
        list.append(", …");
        break;
      }
      list.append(list.empty() ? "" : ", ").append(name);
    }
    all[what->code] = {what, {std::to_string(names.size()), list}};
  }
  for (auto& [code, said] : all) faults.remark(*said.first, std::move(said.second));
}

std::optional<double> territory_run::distance_to(std::optional<double> latitude,
                                                 std::optional<double> longitude) const {
  if (!options.from || !latitude || !longitude) return std::nullopt;
  if (!(std::abs(*latitude) <= 90 && std::abs(*longitude) <= 180)) return std::nullopt;
  if (*latitude == 0 && *longitude == 0) return std::nullopt;  // how feeds write "not known"
  return std::round(great_circle_km(*options.from, {*latitude, *longitude}) * 10) / 10;
}

std::vector<std::string> common_core_of(const std::vector<std::string>& jobs, const framework_set& frameworks) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto job = frameworks.job(jobs[i]);
    if (!job) return {};
    std::vector<std::string> core;
    for (const job_link& link : job->in->links_of(job->index))
      if (link.importance == link_importance::core) core.push_back(competence_name(*job->in, link.competence));
    std::sort(core.begin(), core.end());
    std::vector<std::string> both;
    std::set_intersection(out.begin(), out.end(), core.begin(), core.end(), std::back_inserter(both));
    out = i == 0 ? std::move(core) : std::move(both);
  }
  return out;
}

std::optional<named_competences> competences_of(const std::string& name, const framework_set& frameworks) {
  named_competences out;
  if (const auto job = frameworks.job(name)) {
    const job_view view = job->in->job(job->index);
    out.label = view.label;
    out.qualification = view.kind == target_kind::qualification;
    out.withdrawn = view.withdrawn;
    for (const job_link& link : job->in->links_of(job->index))
      if (!job->in->competence(link.competence).withdrawn)
        out.competences.push_back(competence_name(*job->in, link.competence));
    return out;
  }
  if (const framework_ptr whole = frameworks.find(name)) {
    out.label = whole->title();
    const auto all = static_cast<std::uint32_t>(whole->counts().competences);
    for (std::uint32_t c = 0; c < all; ++c) {
      const competence_view view = whole->competence(c);
      if (view.grain != competence_grain::group && !view.withdrawn)
        out.competences.push_back(competence_name(*whole, c));
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace activateur
