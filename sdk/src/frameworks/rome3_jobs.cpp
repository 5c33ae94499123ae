// ROME 3's tables about jobs: codes, domains, appellations, texts, RIASEC, mobilities.
#include <algorithm>

#include "frameworks/rome3_messages.hpp"
#include "frameworks/rome3_reader.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {

namespace say = rome_messages;

namespace {

// The first position of a text is 0.
std::optional<std::uint32_t> position(std::string_view s) {
  s = trimmed(s);
  if (s.empty() || s.size() > 4 || !std::all_of(s.begin(), s.end(), is_digit)) return std::nullopt;
  return static_cast<std::uint32_t>(std::stoul(std::string(s)));
}

// The professional domain is in the code: "K13" of "K1304".
std::string domain_of(const std::string& job) { return job.substr(0, 3); }

}  // namespace

result<void> rome3_reader::read_jobs(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_rome", "libelle"});
  if (!label) return label.why();
  const auto status = table.find_column("statut");
  return rows_.each(table, [&]() -> result<void> {
    const std::string job(trimmed(table[*code]));
    if (!is_job_code(job)) return table.refuse(say::bad_job_code, {quotable(job)}, *code);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    draft_job* j = built_.add_job(job);
    if (j == nullptr) return table.refuse(say::duplicate, {job}, *code);
    j->label = undoubled_apostrophes(trimmed(table[*label]));
    const std::string_view state = trimmed(table[status]);
    j->withdrawn = !state.empty() && state != "1";
    return {};
  });
}

// Both tables that name domains.
result<void> rome3_reader::read_domains(csv_table& table) {
  // Published with one n in cr_gd_dp, with two in domaine_professionnel.
  const auto code = table.column({"code_domaine_professionel", "code_domaine_professionnel"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_domaine_professionel", "libelle_domaine_professionnel"});
  if (!label) return label.why();
  return rows_.each(table, [&]() -> result<void> {
    domains_.emplace(trimmed(table[*code]), undoubled_apostrophes(trimmed(table[*label])));
    return {};
  });
}

result<void> rome3_reader::read_appellations(csv_table& table) {
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_appellation_long"});
  if (!label) return label.why();
  const auto job_code = table.column({"code_rome"});
  if (!job_code) return job_code.why();
  std::set<std::string, std::less<>> seen;
  return rows_.each(table, [&]() -> result<void> {
    const std::string number(trimmed(table[*code]));
    if (!is_item_code(number)) return table.refuse(say::bad_item_code, {quotable(number)}, *code);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    const auto job = known_job(table, *job_code);
    if (!job) return job.why();
    if (!seen.insert(number).second) return table.refuse(say::duplicate, {number}, *code);
    (*job)->appellations.emplace_back(undoubled_apostrophes(trimmed(table[*label])), "", number);
    return {};
  });
}

result<void> rome3_reader::read_definitions(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  const auto kind = table.column({"libelle_type_texte"});
  if (!kind) return kind.why();
  const auto order = table.column({"position_libelle_txt"});
  if (!order) return order.why();
  const auto text = table.column({"libelle_texte"});
  if (!text) return text.why();
  std::multimap<std::pair<std::string, std::uint32_t>, std::string> phrases;  // by job and position
  auto rows = rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *code);
    if (!job) return job.why();
    // The others are how one enters the job, and how it is practised: a framework has no place for them.
    if (trimmed(table[*kind]) != "definition") return {};
    const auto place = position(table[*order]);
    if (!place) return table.refuse(rome3_messages::bad_position, {quotable(table[*order])}, *order);
    phrases.emplace(std::pair((*job)->code, *place), undoubled_apostrophes(trimmed(table[*text])));
    return {};
  });
  if (!rows) return rows;
  for (const auto& [place, phrase] : phrases) {
    std::string& definition = built_.job(place.first)->definition;
    definition += (definition.empty() ? "" : "\n") + phrase;
  }
  return {};
}

result<void> rome3_reader::read_job_riasec(csv_table& table) {
  const auto columns = table.columns({"code_rome", "riasec_majeur", "riasec_mineur"});
  if (!columns) return columns.why();
  return rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, columns->at(0));
    if (!job) return job.why();
    auto letters = riasec(table, columns->at(1), columns->at(2));
    if (!letters) return std::move(letters).why();
    (*job)->riasec = *std::move(letters);
    return {};
  });
}

// A pair of jobs comes as often as there are appellations that the move is for; near jobs go before evolutions.
result<void> rome3_reader::read_mobilities(csv_table& table) {
  const auto columns = table.columns({"code_rome", "code_rome_cible", "code_type_mobilite"});
  if (!columns) return columns.why();
  std::map<std::pair<std::string, std::string>, std::pair<bool, std::size_t>> moves;  // evolution; line
  std::size_t line = 0;
  auto rows = rows_.each(table, [&]() -> result<void> {
    const auto from = known_job(table, columns->at(0));
    if (!from) return from.why();
    const std::string source = (*from)->code;
    const auto to = known_job(table, columns->at(1));
    if (!to) return to.why();
    const std::string_view kind = trimmed(table[columns->at(2)]);
    if (kind != "1" && kind != "2") return table.refuse(say::unknown_value, {quotable(kind), "1, 2"}, columns->at(2));
    // From one appellation of a job to another: no move between jobs.
    if (source == (*to)->code) return {};
    const std::pair<bool, std::size_t> order{kind == "2", ++line};
    const auto [at, fresh] = moves.emplace(std::pair(source, (*to)->code), order);
    if (!fresh) at->second = std::min(at->second, order);
    return {};
  });
  if (!rows) return rows;
  std::map<std::string, std::vector<std::pair<std::pair<bool, std::size_t>, std::string>>> by_job;
  for (const auto& [pair, order] : moves) by_job[pair.first].emplace_back(order, pair.second);
  for (auto& [code, list] : by_job) {
    std::sort(list.begin(), list.end());
    std::uint32_t order = 0;
    for (const auto& [unused, target] : list) built_.job(code)->mobilities.push_back({target, ++order});
  }
  return {};
}

void rome3_reader::place_jobs() {
  for (draft_job& j : built_.draft.jobs) {
    j.domain = domain_of(j.code);
    if (const auto named = domains_.find(j.domain); named != domains_.end()) j.domain_label = named->second;
  }
}

}  // namespace activateur
