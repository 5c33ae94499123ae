// The tables about jobs: codes, domains, RIASEC, texts, appellations, mobilities.
#include <algorithm>

#include "frameworks/draft_builder.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"
#include "frameworks/rome_reader.hpp"

namespace activateur {

namespace say = rome_messages;

result<void> rome_reader::read_jobs(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_rome"});
  if (!label) return label.why();
  std::vector<std::pair<std::string_view, std::optional<std::size_t>>> said;
  for (const std::string_view name :
       {"transition_eco", "transition_num", "transition_demo", "emploi_reglemente", "emploi_cadre"})
    said.emplace_back(name, table.find_column(name));
  const auto parent = table.find_column("code_rome_parent");
  return rows_.each(table, [&]() -> result<void> {
    const std::string job(table[*code]);
    if (!is_job_code(job)) return table.refuse(say::bad_job_code, {quotable(job)}, *code);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    if (!job_index_.emplace(job, static_cast<std::uint32_t>(draft_.jobs.size())).second)
      return table.refuse(say::duplicate, {job}, *code);
    draft_job& j = draft_.jobs.emplace_back();
    j.code = job;
    j.label = table[*label];
    for (const auto& [name, column] : said)
      if (table[column] != "N") add_attribute(j.attributes, name, table[column]);
    if (table[parent] != job) add_attribute(j.attributes, "code_rome_parent", table[parent]);
    return {};
  });
}

result<void> rome_reader::read_domains(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  // Published with one n; the table domaine_professionnel has two.
  const auto domain = table.column({"code_domaine_professionel", "code_domaine_professionnel"});
  if (!domain) return domain.why();
  const auto label = table.column({"libelle_domaine_professionel", "libelle_domaine_professionnel"});
  if (!label) return label.why();
  auto rows = rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *code);
    if (!job) return job.why();
    draft_job& j = draft_.jobs[*job];
    if (!j.domain.empty()) return table.refuse(say::duplicate, {j.code}, *code);
    if (table[*domain].empty()) return table.refuse(say::empty_value, {}, *domain);
    j.domain = table[*domain];
    j.domain_label = table[*label];
    return {};
  });
  if (!rows) return rows;
  for (const draft_job& j : draft_.jobs)
    if (j.domain.empty()) faults_.add(fail(failure::input, say::no_domain, {j.code}, {table.source(), {}, 0, 0}));
  return {};
}

result<void> rome_reader::read_riasec(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  const auto major = table.column({"riasec_majeur"});
  if (!major) return major.why();
  const auto minor = table.column({"riasec_mineur"});
  if (!minor) return minor.why();
  const auto is_letter = [](std::string_view s) {
    return s.size() == 1 && std::string_view("RIASEC").find(s[0]) != std::string_view::npos;
  };
  std::vector<bool> seen(draft_.jobs.size());
  return rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *code);
    if (!job) return job.why();
    draft_job& j = draft_.jobs[*job];
    if (seen[*job]) return table.refuse(say::duplicate, {j.code}, *code);
    seen[*job] = true;
    for (const std::size_t column : {*major, *minor}) {
      if (!table[column].empty() && !is_letter(table[column]))
        return table.refuse(say::unknown_value, {quotable(table[column]), "R, I, A, S, E, C"}, column);
    }
    if (table[*major].empty() && !table[*minor].empty()) return table.refuse(say::empty_value, {}, *major);
    j.riasec = std::string(table[*major]) + std::string(table[*minor]);
    return {};
  });
}

result<void> rome_reader::read_definitions(csv_table& table) {
  const auto code = table.column({"code_rome"});
  if (!code) return code.why();
  const auto kind = table.column({"libelle_type_texte"});
  if (!kind) return kind.why();
  const auto order = table.column({"position_phrase"});
  if (!order) return order.why();
  const auto text = table.column({"libelle_texte"});
  if (!text) return text.why();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> phrases;  // by job and position
  auto rows = rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *code);
    if (!job) return job.why();
    // The other kind is acces_metier, how one enters the job: a framework has no place for it.
    if (table[*kind] != "definition") return {};
    const auto position = rank(table[*order]);
    if (!position) return table.refuse(say::bad_order, {quotable(table[*order])}, *order);
    if (!phrases.emplace(std::pair(*job, *position), undoubled_apostrophes(table[*text])).second)
      return table.refuse(say::duplicate, {draft_.jobs[*job].code + " " + std::to_string(*position)}, *order);
    return {};
  });
  if (!rows) return rows;
  // One phrase a line: half of them end without a full stop.
  for (const auto& [place, phrase] : phrases) {
    std::string& definition = draft_.jobs[place.first].definition;
    definition += (definition.empty() ? "" : "\n") + phrase;
  }
  return {};
}

result<void> rome_reader::read_appellations(csv_table& table) {
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_appellation_long"});
  if (!label) return label.why();
  const auto job_code = table.column({"code_rome"});
  if (!job_code) return job_code.why();
  std::set<std::string, std::less<>> seen;
  return rows_.each(table, [&]() -> result<void> {
    if (!is_item_code(table[*code])) return table.refuse(say::bad_item_code, {quotable(table[*code])}, *code);
    if (!seen.emplace(table[*code]).second) return table.refuse(say::duplicate, {std::string(table[*code])}, *code);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    const auto job = known_job(table, *job_code);
    if (!job) return job.why();
    draft_.jobs[*job].appellations.emplace_back(std::string(table[*label]), "", std::string(table[*code]));
    return {};
  });
}

// What sorts jobs beside their domain: sectors, divisions of NAF, themes, interests.
result<void> rome_reader::read_classes(csv_table& table) {
  const auto job_code = table.column({"code_rome"});
  if (!job_code) return job_code.why();
  const auto label =
      table.column({"libelle_ss_sect_activite", "libelle_secteur_naf", "libelle_theme", "libelle_centre_interet"});
  if (!label) return label.why();
  const auto wider = table.find_column("libelle_sect_activite");  // most jobs are in no sub-sector
  const std::string& heading = table.header()[*label];
  const std::string_view name = heading == "libelle_secteur_naf"      ? "naf"
                                : heading == "libelle_theme"          ? "theme"
                                : heading == "libelle_centre_interet" ? "interest"
                                                                      : "sector";
  return rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *job_code);
    if (!job) return job.why();
    add_attribute(draft_.jobs[*job].attributes, name, table[*label].empty() ? table[wider] : table[*label]);
    return {};
  });
}

result<void> rome_reader::read_mobilities(csv_table& table) {
  const auto from = table.column({"code_rome"});
  if (!from) return from.why();
  const auto to = table.column({"code_rome_cible"});
  if (!to) return to.why();
  const auto order = table.column({"numero_ordre"});
  if (!order) return order.why();
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  return rows_.each(table, [&]() -> result<void> {
    const auto source = known_job(table, *from);
    if (!source) return source.why();
    const auto target = known_job(table, *to);
    if (!target) return target.why();
    const std::string& code = draft_.jobs[*target].code;
    if (*source == *target) return table.refuse(say::self_mobility, {code}, *to);
    if (!seen.emplace(*source, *target).second)
      return table.refuse(say::duplicate, {draft_.jobs[*source].code + " -> " + code}, *to);
    const auto position = rank(table[*order]);
    if (!position) return table.refuse(say::bad_order, {quotable(table[*order])}, *order);
    draft_.jobs[*source].mobilities.push_back({code, *position});
    return {};
  });
}

}  // namespace activateur
