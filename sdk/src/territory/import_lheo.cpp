// Training offers in LHEO 2.2 and 2.3 (lheo.gouv.fr), whole (`formation`) and as an index (`resume-offre`): an
// opportunity for each action, and for each length of its sessions.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "territory/barriers.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/lheo_offers.hpp"
#include "territory/lheo_values.hpp"
#include "territory/read_opportunity.hpp"
#include "territory/situation.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

constexpr std::int64_t ms_per_week = 7 * ms_per_day;
constexpr std::size_t shown = 60;

// Sessions that teach the same for as long.
struct session_group {
  std::vector<clock_time> open, closed;  // beginnings: of those that take people, and of those that do not
  bool any_week = false;
};
using group_key = std::pair<int, std::vector<std::string>>;  // weeks (0: not known), blocks (none: all)

class offer_reader {
 public:
  offer_reader(const lheo_element& offer, const std::string& path, territory_run& run)
      : offer_(offer), path_(path), run_(run) {}

  result<void> read() {
    opportunity common;
    common.kind = "training";
    common.title = offer_.at({"intitule-formation"});
    common.source = "LHÉO";
    if (!offer_.numero.empty()) common.source += " " + shortened(offer_.numero, shown);
    common.url = offer_.at({"url-formation", "urlweb"});
    const lheo_element* provider = offer_.find({"organisme-formation-responsable"});
    common.provider = offer_.at({"nom-organisme"});
    if (provider != nullptr && common.provider.empty()) common.provider = provider->at({"nom-organisme"});
    if (provider != nullptr && common.provider.empty()) common.provider = provider->at({"raison-sociale"});
    describe_domain(common);
    read_certifications(common);
    entry_level_ = offer_.at({"code-niveau-entree"});
    exit_level_ = offer_.at({"code-niveau-sortie"});
    if (offer_.name == "resume-offre") return read_summary(std::move(common));
    std::size_t number = 0;
    for (const lheo_element* action : offer_.all("action"))
      if (auto done = read_action(common, *action, ++number); !done) return done;
    if (number == 0) fault(offer_, say::missing, {"action"});
    return {};
  }

 private:
  void fault(const lheo_element& at, const message& what, std::vector<std::string> arguments) {
    run_.faults.add(fail(failure::input, what, std::move(arguments), at.place(path_)));
  }

  static void tag(opportunity& o, std::string_view name, std::string_view value) {
    if (!value.empty()) o.tags.push_back(std::string(name) + ':' + shortened(value, shown));
  }

  void describe_domain(opportunity& o) {
    const lheo_element* domain = offer_.find({"domaine-formation"});
    if (domain == nullptr) return;
    for (const lheo_element* code : domain->all("code-ROME")) {
      tag(o, "job", "rome:" + code->text);
      jobs_.insert("rome:" + code->text);
    }
    for (const lheo_element* code : domain->all("code-FORMACODE")) tag(o, "formacode", code->text);
    for (const lheo_element* code : domain->all("code-NSF")) tag(o, "nsf", code->text);
  }

  // What a certification is asks its framework; without one it is itself what the training gives.
  void read_certifications(opportunity& o) {
    for (const lheo_element* certification : offer_.all("certification")) {
      tag(o, "certifinfo", certification->at({"code-CERTIFINFO"}));
      read_purchase_code(o, certification->at({"code-CPF"}));
      for (const auto& [member, letters] : {std::pair{"code-RNCP", "RNCP"}, std::pair{"code-RS", "RS"}}) {
        const lheo_element* code = certification->find({member});
        if (code == nullptr || code->text.empty()) continue;
        std::string_view number = code->text;
        if (number.starts_with(letters)) number.remove_prefix(std::string_view(letters).size());
        number = trimmed(number);
        // "-1" and "0" are written where there is none.
        if (number == "-1" || number == "0") continue;
        if (number.size() > 10 ||
            !std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) {
          fault(*code, say::bad_value, {shortened(code->text, shown), member});
          continue;
        }
        read_certification("rncp:" + std::string(letters) + std::string(number));
      }
    }
    for (const lheo_element* type : offer_.all("code-type-formation")) read_purchase_code(o, type->at({"code-CPF"}));
  }

  void read_certification(const std::string& name) {
    if (!certifications_.insert(name).second) return;
    const auto known = competences_of(name, run_.frameworks);
    if (!known) return run_.count_named(say::unknown_certification, name);
    if (known->withdrawn) run_.count_named(say::withdrawn, name);
    if (known->competences.empty()) return run_.count_named(say::no_blocks, name);
    blocks_.insert(known->competences.begin(), known->competences.end());
  }

  // The Caisse des dépôts buys some trainings by a code of their kind: 200 is support for VAE, 201, 207 and 208 CléA.
  static void read_purchase_code(opportunity& o, std::string_view code) {
    tag(o, "cpf", code);
    if (code == "200") o.kind = "vae";
    if (code == "201" || code == "207" || code == "208") o.kind = "clea";
  }

  result<void> read_summary(opportunity o) {
    o.id = base_id();
    o.place = place_of(offer_);
    if (o.url.empty()) o.url = offer_.href;
    if (!describe_terms(o, offer_) || !read_hours(o, offer_)) return {};
    o.tags.emplace_back("price:unknown");
    run_.count(say::price_unknown);
    return read_sessions(std::move(o), offer_, false);
  }

  result<void> read_action(opportunity o, const lheo_element& action, std::size_t number) {
    const std::string own = action.numero.empty() ? "a" + std::to_string(number) : action.numero;
    o.id = base_id();
    if (own != offer_.numero) o.id += '/' + own;
    if (const auto url = action.at({"url-action", "urlweb"}); !url.empty()) o.url = url;
    if (const auto trainer = action.at({"organisme-formateur", "raison-sociale-formateur"}); !trainer.empty())
      o.provider = trainer;
    const auto places = action.all("lieu-de-formation");
    if (places.size() > 1) run_.count(say::first_place);
    if (!places.empty())
      if (const lheo_element* address = places.front()->find({"coordonnees", "adresse"})) {
        o.place = place_of(*address);
        if (const lheo_element* on_map = address->find({"geolocalisation"}))
          if (const auto km = run_.distance_to(degrees(on_map->at({"latitude"})), degrees(on_map->at({"longitude"}))))
            o.distance_km = *km;
      }
    o.prerequisites = action.at({"conditions-specifiques"});
    if (!describe_terms(o, action) || !read_hours(o, action) || !read_price(o, action)) return {};
    // An entry level that is asked for, and not only usual.
    if (action.at({"niveau-entree-obligatoire"}) == "1")
      if (const int level = level_of(entry_level_); level > 0)
        o.needs.push_back("education_level_" + std::to_string(level));
    for (const lheo_element* funder : action.all("organisme-financeur")) {
      const auto code = funder->at({"code-financeur"});
      if (!code.empty()) tag(o, "funder", funder_of(code));
    }
    return read_sessions(std::move(o), action, action.at({"modalites-entrees-sorties"}) == "1");
  }

  std::string base_id() const {
    if (!offer_.numero.empty()) return "lheo:" + offer_.numero;
    // What makes an offer this one where its publisher gave it no number.
    std::string what(offer_.at({"intitule-formation"}));
    for (const auto& path : {std::initializer_list<std::string_view>{"SIRET"},
                             {"organisme-formation-responsable", "SIRET-organisme-formation", "SIRET"},
                             {"organisme-formation-responsable", "nom-organisme"}})
      what.append("\n").append(offer_.at(path));
    return "lheo:~" + sha256_hex(what).substr(0, 16);
  }

  // "75017 Paris 17e Arrondissement"
  static std::string place_of(const lheo_element& address) {
    std::string out(address.at({"codepostal"}));
    const std::string_view town = address.at({"ville"});
    if (!out.empty() && !town.empty()) out += ' ';
    return out.append(town);
  }

  static std::optional<double> degrees(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto value = parse_amount(negative ? text.substr(1) : text);
    return value && negative ? std::optional(-*value) : value;
  }

  // How people take part, for whom, and who may pay.
  bool describe_terms(opportunity& o, const lheo_element& from) {
    if (const lheo_element* mode = from.find({"modalites-enseignement"}); mode != nullptr && !mode->text.empty()) {
      o.mode = mode_of(mode->text);
      if (o.mode.empty()) return fault(*mode, say::bad_value, {shortened(mode->text, shown), mode->name}), false;
    }
    o.needs_if_lacking = conditions_of_mode(o.mode);
    for (const lheo_element* who : from.all("code-public-vise")) tag(o, "public", "formacode:" + who->text);
    if (from.at({"prise-en-charge-frais-possible"}) == "1") o.tags.emplace_back("funding:possible");
    if (from.at({"conventionnement"}) == "1") o.tags.emplace_back("funding:agreed");
    for (const auto& [name, code] : {std::pair{"entry_level", entry_level_}, {"level", exit_level_}})
      if (!code.empty() && code != "0") tag(o, name, "lheo:" + std::string(code));
    return true;
  }

  // Nothing when it is not there; a fault is noted and `whole` becomes false.
  std::optional<double> amount(const lheo_element& from, std::string_view name, bool& whole) {
    const lheo_element* found = from.find({name});
    if (found == nullptr || found->text.empty()) return std::nullopt;
    const auto value = parse_amount(found->text);
    if (value && *value <= territory_bounds::amount) return value;
    fault(*found, say::bad_number, {shortened(found->text, shown), "0", "1000000"});
    whole = false;
    return std::nullopt;
  }

  bool read_hours(opportunity& o, const lheo_element& from) {
    bool whole = true;
    const auto total = amount(from, "nombre-heures-total", whole);
    const auto centre = amount(from, "nombre-heures-centre", whole);
    const auto company = amount(from, "nombre-heures-entreprise", whole);
    o.hours = total.value_or(centre.value_or(0) + company.value_or(0));
    if (company && *company > 0) tag(o, "hours_in_company", std::to_string(std::llround(*company)));
    priced_hours_ = centre.value_or(o.hours);
    return whole;
  }

  // Texts in LHEO ("sur devis"): what is no number is not known. An hour's price is that of the hours in the centre.
  bool read_price(opportunity& o, const lheo_element& action) {
    const auto total = parse_amount(action.at({"prix-total-TTC"}));
    const auto hourly = parse_amount(action.at({"prix-horaire-TTC"}));
    if (total) {
      o.cost_euros = *total;
    } else if (hourly && priced_hours_ > 0) {
      o.cost_euros = std::round(*hourly * priced_hours_ * 100) / 100;
    } else {
      o.tags.emplace_back("price:unknown");
      run_.count(say::price_unknown);
    }
    return true;
  }

  int weeks_from_hours(const opportunity& o) const {
    return std::max(1, static_cast<int>(std::ceil(std::min(o.hours, 1e5) / run_.options.full_week_hours)));
  }

  // Blocks that a session names as those it prepares for.
  static std::vector<std::string> blocks_of(const lheo_element& session) {
    std::vector<std::string> out;
    for (const lheo_element* group : session.all("blocs-competences"))
      for (const lheo_element* block : group->all("bloc-competences"))
        if (const auto code = block->at({"code-bloc"}); !code.empty()) out.push_back("rncp:" + std::string(code));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // The session's place in `groups`; false when a fault leaves it out.
  bool place_session(const lheo_element& session, const opportunity& o, bool permanent,
                     std::map<group_key, session_group>& groups) {
    lheo_date dates[2];
    for (const bool of_end : {false, true}) {
      const lheo_element* given = session.find({"periode", of_end ? "fin" : "debut"});
      if (given == nullptr) continue;
      const auto read = parse_lheo_date(given->text, of_end);
      if (!read) return fault(*given, say::bad_date, {shortened(given->text, shown)}), false;
      dates[of_end ? 1 : 0] = *read;
    }
    const auto& [begin, end] = dates;
    if (begin.day && end.day && *end.day < *begin.day)
      return fault(session, say::ends_before, {to_date(*begin.day), to_date(*end.day)}), false;
    const std::string_view state = session.at({"etat-recrutement"});
    const bool takes_people = state != "2" && state != "3";
    if (!takes_people) run_.count(say::closed);
    const std::vector<std::string> blocks = blocks_of(session);
    if (permanent) {
      place_permanent(begin, end, takes_people, groups[{weeks_from_hours(o), blocks}], weeks_from_hours(o));
      return true;
    }
    if (!begin.day) {
      run_.count(say::undated);
      return true;
    }
    if (begin.month_only) run_.count(say::month_only);
    // The weeks of the calendar that it touches: a plan counts from Monday to Monday.
    const std::int64_t weeks = end.day ? (monday_of(*end.day).ms - monday_of(*begin.day).ms) / ms_per_week + 1 : 0;
    session_group& group = groups[{static_cast<int>(weeks), blocks}];
    (takes_people ? group.open : group.closed).push_back(*begin.day);
    return true;
  }

  // Whoever comes in any week of the period that leaves time to finish.
  void place_permanent(const lheo_date& begin, const lheo_date& end, bool takes_people, session_group& into,
                       int weeks) const {
    auto& list = takes_people ? into.open : into.closed;
    constexpr auto most = static_cast<std::int64_t>(territory_bounds::list) - 1;
    const std::int64_t last =
        end.day && begin.day ? (end.day->ms + ms_per_day - begin.day->ms) / ms_per_week - weeks : most;
    // What has no end, or a far one, is open in any week once it has begun.
    if (!begin.day || (last >= most && *begin.day <= run_.with.now)) {
      if (takes_people) into.any_week = true;
      return;
    }
    for (std::int64_t week = 0; week <= std::clamp<std::int64_t>(last, 0, most); ++week)
      list.emplace_back(instant{begin.day->ms + week * ms_per_week});
  }

  result<void> read_sessions(opportunity o, const lheo_element& from, bool permanent) {
    std::map<group_key, session_group> groups;
    bool left_out = false;
    for (const lheo_element* session : from.all("session"))
      left_out = !place_session(*session, o, permanent, groups) || left_out;
    if (from.all("session").empty() && permanent) groups[{weeks_from_hours(o), {}}].any_week = true;
    if (from.all("session").empty() && !permanent) {
      if (from.name == "action")
        fault(from, say::missing, {"session"});
      else
        run_.count(say::undated);
    }
    for (auto& [key, group] : groups) {
      const auto& [weeks, blocks] = key;
      if (std::max(certifications_.size(), blocks.empty() ? blocks_.size() : blocks.size()) > territory_bounds::list) {
        fault(from, say::list_too_long, {"teaches", std::to_string(territory_bounds::list)});
        continue;
      }
      opportunity one = o;
      one.weeks = weeks > 0 ? weeks : weeks_from_hours(o);
      one.calendar_weeks = weeks > 0 && !permanent;
      if (weeks == 0 || permanent) run_.count(say::weeks_from_hours);
      if (weeks > 0 && !permanent) one.id += '/' + std::to_string(weeks) + 'w';
      for (const std::string& block : blocks) one.id.append(&block == &blocks.front() ? "/" : "+").append(block, 5);
      teach(one, blocks);
      if (!group.any_week) {
        one.sessions = group.open.empty() ? group.closed : group.open;
        if (group.open.empty()) one.seats = 0;
      }
      const std::size_t before = run_.made.size();
      if (auto done = run_.take(std::move(one), from.place(path_)); !done) return done;
      if (run_.made.size() > before && offer_.numero.empty()) run_.unnamed.insert(before);
    }
    return {};
  }

  // All of the certification, which is then given; or the blocks that the session names.
  void teach(opportunity& o, const std::vector<std::string>& blocks) {
    const bool all =
        blocks.empty() || std::includes(blocks.begin(), blocks.end(), blocks_.begin(), blocks_.end());  // both sorted
    // Support for VAE has recognised what people can do already; a training teaches.
    auto& list = o.kind == "vae" || o.kind == "clea" ? o.recognises : o.teaches;
    if (blocks.empty())
      list.insert(list.end(), blocks_.begin(), blocks_.end());
    else
      list.insert(list.end(), blocks.begin(), blocks.end());
    if (all && (blocks.empty() || !blocks_.empty()))
      o.gives.insert(o.gives.end(), certifications_.begin(), certifications_.end());
    for (const std::string& name : certifications_) tag(o, "leads_to", name);
    if (!run_.options.suppose_core_of_jobs || o.kind != "training" || o.gives.empty()) return;
    if (!core_) core_ = common_core_of({jobs_.begin(), jobs_.end()}, run_.frameworks);
    o.teaches.insert(o.teaches.end(), core_->begin(), core_->end());
    if (!core_->empty()) o.tags.emplace_back("supposed:core_of_jobs");
  }

  const lheo_element& offer_;
  const std::string& path_;
  territory_run& run_;
  std::set<std::string> jobs_, certifications_, blocks_;
  std::string_view entry_level_, exit_level_;
  std::optional<std::vector<std::string>> core_;  // of all jobs, once asked for
  double priced_hours_ = 0;
};

bool is_lheo(const territory_source& source) {
  if (source.document) return false;
  const std::string_view start = std::string_view(source.text).substr(0, 4096);
  return start.find("<lheo") != std::string_view::npos || start.find(":lheo") != std::string_view::npos ||
         start.find("<offres") != std::string_view::npos;
}

result<void> read_lheo(const territory_source& source, territory_run& run) {
  std::uint64_t done = 0;
  auto read = each_lheo_offer(source.text, source.path, [&](const lheo_element& offer) -> result<void> {
    if (!run.faults.going(++done)) return progress_sink::cancelled();
    return offer_reader(offer, source.path, run).read();
  });
  if (!read) return run.faults.note(std::move(read).why());
  return {};
}

}  // namespace

const territory_format lheo{"lheo", false, is_lheo, read_lheo};

}  // namespace activateur
