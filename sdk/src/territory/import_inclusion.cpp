// Services and structures of data·inclusion (schema v1, schema.data.inclusion.gouv.fr; what v0 named otherwise is read
// too): an opportunity `support` for each service, which gives the conditions that lift the barriers of its thematics.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "frameworks/json_node.hpp"
#include "territory/barriers.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;
constexpr std::size_t shown = 80;

// The pages of the API ("items"), or the array of a published file.
std::vector<json_node> records_of(const json& document) {
  const json_node root(document);
  return root.has("items") ? root.list("items") : document.is_array() ? root.elements() : std::vector<json_node>{};
}

bool looks_like(const territory_source& source, std::initializer_list<const char*> with,
                std::initializer_list<const char*> without) {
  if (!source.document) return false;
  const json& document = *source.document;
  const json* list = document.is_object() && document.contains("items") ? &document["items"] : &document;
  if (!list->is_array() || list->empty() || !list->front().is_object()) return false;
  const auto has = [&](const char* name) { return list->front().contains(name); };
  return std::all_of(with.begin(), with.end(), has) && std::none_of(without.begin(), without.end(), has);
}

bool has_services(const territory_source& source) {
  return looks_like(source, {"id", "structure_id", "nom"}, {}) && looks_like(source, {"thematiques"}, {});
}
bool has_structures(const territory_source& source) {
  return looks_like(source, {"id", "nom", "siret"}, {"structure_id", "thematiques", "rome"});
}

class service_reader {
 public:
  service_reader(const json_node& service, const std::string& path, territory_run& run)
      : service_(service), path_(path), run_(run) {}

  result<void> read() {
    opportunity o;
    o.kind = "support";
    const std::string id = service_.text("id");
    o.title = service_.text("nom");
    if (id.empty()) fault(service_, say::missing, {"id"});
    if (o.title.empty()) fault(service_, say::missing, {"nom"});
    o.id = "data-inclusion:" + id;
    say_source(o);
    read_place(o);
    read_terms(o);
    read_duration(o);
    read_barriers(o);
    if (faulty_) return {};
    // What lifts a barrier asks for no other to be lifted: whoever has two would be sent from one to the other.
    if (o.gives.empty() && !either_way_) o.needs_if_lacking = conditions_of_mode(o.mode);
    if (o.gives.empty()) run_.count(say::lifts_nothing);
    const std::size_t before = run_.made.size();
    auto taken = run_.take(std::move(o), {path_, service_.pointer(), 0, 0});
    if (const std::string structure = service_.text("structure_id"); run_.made.size() > before && !structure.empty())
      run_.of_structures.emplace_back(before, structure);
    return taken;
  }

 private:
  void fault(const json_node& at, const message& what, std::vector<std::string> arguments) {
    run_.faults.add(at.refuse(what, std::move(arguments), path_));
    faulty_ = true;
  }

  static void tag(opportunity& o, std::string_view name, std::string_view value) {
    if (!value.empty()) o.tags.push_back(std::string(name) + ':' + shortened(value, shown));
  }

  void say_source(opportunity& o) const {
    const std::string producer = service_.text("source");
    const std::string date = service_.text("date_maj");
    o.source = "data·inclusion";
    for (const std::string& part : {producer, date})
      if (!part.empty()) o.source.append(", ").append(shortened(part, shown));
  }

  std::optional<double> number(const char* name, double low, double high) {
    for (const json_node& one : service_.list(name)) {
      if (one.value().is_string() && one.text().empty()) return std::nullopt;
      const double value = one.value().is_number() ? one.value().get<double>() : NAN;
      if (value >= low && value <= high) return value;
      fault(one, say::bad_number,
            {shortened(one.text(), shown), std::to_string(std::lround(low)), std::to_string(std::lround(high))});
      return std::nullopt;
    }
    return std::nullopt;
  }

  void read_place(opportunity& o) {
    o.place = service_.text("code_postal");
    const std::string town = service_.text("commune");
    if (!o.place.empty() && !town.empty()) o.place += ' ';
    o.place += town;
    if (const auto km = run_.distance_to(number("latitude", -90, 90), number("longitude", -180, 180)))
      o.distance_km = *km;
    for (const json_node& zone : service_.list("zone_eligibilite")) tag(o, "zone", zone.text());
  }

  // The values of a member that has a closed list; others are faults.
  template <std::size_t N>
  std::vector<std::string> coded(const char* name, const std::array<std::string_view, N>& known) {
    std::vector<std::string> out;
    for (const json_node& one : service_.list(name)) {
      std::string value = one.text();
      if (value.empty()) continue;
      if (std::find(known.begin(), known.end(), value) == known.end())
        fault(one, say::bad_value, {shortened(value, shown), name});
      else
        out.push_back(std::move(value));
    }
    return out;
  }

  void read_terms(opportunity& o) {
    static constexpr std::array<std::string_view, 2> modes{"a-distance", "en-presentiel"};
    static constexpr std::array<std::string_view, 5> fees{"gratuit", "gratuit-sous-conditions", "payant", "adhesion",
                                                          "pass-numerique"};
    const auto ways = coded("modes_accueil", modes);
    const bool remote = std::find(ways.begin(), ways.end(), "a-distance") != ways.end();
    const bool on_site = std::find(ways.begin(), ways.end(), "en-presentiel") != ways.end();
    // Either way is open: whoever cannot come is served from afar, and whoever cannot be comes.
    either_way_ = remote && on_site;
    o.mode = remote ? "remote" : on_site ? "on_site" : "";
    const auto paid = coded("frais", fees);
    for (const std::string& fee : paid) tag(o, "fee", fee);
    // How much is said in words, if at all.
    if (!paid.empty() && std::find(paid.begin(), paid.end(), "gratuit") == paid.end()) {
      o.tags.emplace_back("price:unknown");
      run_.count(say::price_unknown);
    }
    for (const char* member : {"publics", "profils"})
      for (const json_node& who : service_.list(member)) tag(o, "public", who.text());
    o.prerequisites = service_.text("conditions_acces");
    o.url = service_.text("lien_mobilisation");
    if (o.url.empty()) o.url = service_.text("lien_source");
  }

  void read_duration(opportunity& o) {
    if (const auto hours = number("volume_horaire_hebdomadaire", 0, 168)) o.weekly_hours = *hours;
    if (const auto weeks = number("nombre_semaines", 1, territory_bounds::weeks)) o.weeks = static_cast<int>(*weeks);
    o.hours = o.weekly_hours * o.weeks;
  }

  void read_barriers(opportunity& o) {
    static constexpr std::array<std::string_view, 6> types{"accompagnement", "aide-financiere", "aide-materielle",
                                                           "atelier",        "formation",       "information"};
    std::vector<std::string> kinds = coded("type", types);
    for (const json_node& one : service_.list("types")) kinds.push_back(one.text());  // v0: an open list
    for (const std::string& kind : kinds) tag(o, "type", kind);
    if (kinds.size() == 1 && kinds.front() == "atelier") o.kind = "workshop";
    // To be told of something lifts nothing by itself.
    const bool only_informs = !kinds.empty() && std::all_of(kinds.begin(), kinds.end(),
                                                            [](const std::string& k) { return k == "information"; });
    for (const json_node& one : service_.list("thematiques")) {
      const std::string thematic = one.text();
      if (thematic.empty()) continue;
      tag(o, "theme", thematic);
      const thematic_meaning meaning = meaning_of(thematic);
      if (!meaning.known) run_.count_named(say::unknown_thematic, thematic);
      if (!meaning.condition.empty() && !only_informs) o.gives.emplace_back(meaning.condition);
    }
  }

  const json_node& service_;
  const std::string& path_;
  territory_run& run_;
  bool faulty_ = false;
  bool either_way_ = false;
};

result<void> read_services(const territory_source& source, territory_run& run) {
  std::uint64_t done = 0;
  for (const json_node& service : records_of(*source.document)) {
    if (!run.faults.going(++done)) return progress_sink::cancelled();
    if (auto read = service_reader(service, source.path, run).read(); !read) return read;
  }
  return {};
}

result<void> read_structures(const territory_source& source, territory_run& run) {
  for (const json_node& structure : records_of(*source.document)) {
    const std::string id = structure.text("id");
    if (id.empty()) {
      run.faults.add(structure.refuse(say::missing, {"id"}, source.path));
      continue;
    }
    run.structures.insert_or_assign(id, structure.text("nom"));
  }
  return {};
}

}  // namespace

const territory_format data_inclusion{"data-inclusion", true, has_services, read_services};
const territory_format inclusion_structures{"data-inclusion-structures", true, has_structures, read_structures};

}  // namespace activateur
