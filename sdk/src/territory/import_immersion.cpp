// Companies that welcome people for an immersion, as Immersion Facilitée's API gives them (v2 and v3, offers): an
// opportunity `immersion` for each company and job, which lets the job's competences be recognised.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "frameworks/json_node.hpp"
#include "territory/barriers.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;
constexpr std::size_t shown = 80;

const json* list_of(const json& document) {
  const json* list = document.is_object() && document.contains("data") ? &document["data"] : &document;
  return list->is_array() ? list : nullptr;
}

bool has_companies(const territory_source& source) {
  if (!source.document) return false;
  const json* list = list_of(*source.document);
  if (list == nullptr || list->empty() || !list->front().is_object()) return false;
  const json& first = list->front();
  return first.contains("siret") && first.contains("rome") && first.contains("voluntaryToImmersion");
}

bool is_siret(std::string_view s) {
  return s.size() == 14 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_rome(std::string_view s) {
  return s.size() == 5 && s[0] >= 'A' && s[0] <= 'N' &&
         std::all_of(s.begin() + 1, s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> number(const json_node& of, const char* name) {
  for (const json_node& one : of.list(name))
    if (one.value().is_number()) return one.value().get<double>();
  return std::nullopt;
}

class company_reader {
 public:
  company_reader(const json_node& company, const std::string& path, territory_run& run)
      : company_(company), path_(path), run_(run) {}

  result<void> read() {
    const std::string siret = company_.text("siret");
    const std::string rome = company_.text("rome");
    if (!is_siret(siret)) fault(say::bad_value, {shortened(siret, shown), "siret"});
    if (!is_rome(rome)) fault(say::bad_value, {shortened(rome, shown), "rome"});
    if (faulty_) return {};
    opportunity o;
    o.kind = "immersion";
    o.provider = company_.text("customizedName");
    if (o.provider.empty()) o.provider = company_.text("name");
    o.title = title_of(rome, o.provider);
    o.source = "Immersion Facilitée";
    o.url = company_.text("website");
    o.prerequisites = company_.text("additionalInformation");
    read_place(o);
    // One company may welcome at several places.
    const std::string place = company_.text("locationId");
    o.id = "immersion:" + siret + ':' + rome + (place.empty() ? "" : ':' + place);
    o.tags = {"job:rome:" + rome, "siret:" + siret};
    if (const std::string naf = company_.text("naf"); !naf.empty()) o.tags.push_back("naf:" + shortened(naf, shown));
    if (company_.text("voluntaryToImmersion") == "false") o.tags.emplace_back("welcomes:unsaid");
    if (company_.text("isAvailable") == "false") o.seats = 0;
    const std::string where = company_.text("remoteWorkMode");
    o.mode = where == "FULL_REMOTE" ? "remote" : where == "HYBRID" ? "mixed" : "on_site";
    o.needs_if_lacking = conditions_of_mode(o.mode);
    if (run_.options.immersion_weeks > 0) {
      o.weeks = run_.options.immersion_weeks;
      o.weekly_hours = run_.options.immersion_weekly_hours;
      o.hours = o.weekly_hours * o.weeks;
    } else {
      o.tags.emplace_back("duration:unknown");
      run_.count(say::duration_unknown);
    }
    if (const auto known = competences_of("rome:" + rome, run_.frameworks))
      o.recognises = known->competences;
    else
      run_.count_named(say::unknown_job, "rome:" + rome);
    return run_.take(std::move(o), {path_, company_.pointer(), 0, 0});
  }

 private:
  void fault(const message& what, std::vector<std::string> arguments) {
    run_.faults.add(company_.refuse(what, std::move(arguments), path_));
    faulty_ = true;
  }

  std::string title_of(const std::string& rome, const std::string& company) const {
    std::string job = company_.text("romeLabel");
    if (job.empty()) job = rome;
    return "Immersion : " + job + (company.empty() ? "" : ", " + company);
  }

  void read_place(opportunity& o) {
    if (const auto address = company_.object("address")) {
      o.place = address->text("postcode");
      const std::string town = address->text("city");
      if (!o.place.empty() && !town.empty()) o.place += ' ';
      o.place += town;
    }
    std::optional<double> km;
    if (const auto position = company_.object("position"))
      km = run_.distance_to(number(*position, "lat"), number(*position, "lon"));
    // Else from where the search was made.
    if (const auto metres = number(company_, "distance_m"); !km && metres) km = std::round(*metres / 100) / 10;
    if (km) o.distance_km = *km;
  }

  const json_node& company_;
  const std::string& path_;
  territory_run& run_;
  bool faulty_ = false;
};

result<void> read_companies(const territory_source& source, territory_run& run) {
  const json_node root(*source.document);
  const std::vector<json_node> all = root.has("data") ? root.list("data") : root.elements();
  std::uint64_t done = 0;
  for (const json_node& company : all) {
    if (!run.faults.going(++done)) return progress_sink::cancelled();
    if (auto read = company_reader(company, source.path, run).read(); !read) return read;
  }
  return {};
}

}  // namespace

const territory_format immersion_facile{"immersion-facile", true, has_companies, read_companies};

}  // namespace activateur
