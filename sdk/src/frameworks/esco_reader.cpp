#include "frameworks/esco_reader.hpp"

#include <array>
#include <filesystem>

#include "base/text.hpp"
#include "frameworks/esco_fields.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/rome_fields.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

// Published in camel case; Tabiya's in lower case with '_'.
const std::map<std::string, std::string, std::less<>> table_names{{"skills", "skills"},
                                                                  {"occupations", "occupations"},
                                                                  {"ISCOGroups", "isco"},
                                                                  {"skillGroups", "groups"},
                                                                  {"skillsHierarchy", "hierarchy"},
                                                                  {"broaderRelationsSkillPillar", "broader"},
                                                                  {"occupationSkillRelations", "asked"},
                                                                  {"skillSkillRelations", "related"},
                                                                  {"isco_groups", "isco"},
                                                                  {"skill_groups", "groups"},
                                                                  {"skills_hierarchy", "broader"},
                                                                  {"occupation_skill_relations", "asked"},
                                                                  {"occupation_to_skill_relations", "asked"},
                                                                  {"skill_skill_relations", "related"},
                                                                  {"skill_to_skill_relations", "related"}};

constexpr message no_skills{"esco.no_skills", "{0} is not there: only the skills of the collections are taken.",
                            "{0} n'est pas là : seules les compétences des collections sont prises."};
constexpr message no_occupations{"esco.no_occupations", "{0} is not there: there are no jobs.",
                                 "{0} n'est pas là : il n'y a pas de métiers."};
constexpr message no_groups{"esco.no_groups", "{0} is not there: the skill groups are missing.",
                            "{0} n'est pas là : les groupes de compétences manquent."};
constexpr message no_isco{"esco.no_isco", "{0} is not there: domains have no label.",
                          "{0} n'est pas là : les domaines n'ont pas de libellé."};
constexpr message no_broader{"esco.no_broader", "{0} is not there: nothing says which skill is above which.",
                             "{0} n'est pas là : rien ne dit quelle compétence est au-dessus de quelle autre."};
constexpr message no_asked{"esco.no_asked", "{0} is not there: jobs ask for no competence.",
                           "{0} n'est pas là : les métiers ne demandent aucune compétence."};
constexpr message no_related{"esco.no_related", "{0} is not there: related skills are missing.",
                             "{0} n'est pas là : les compétences liées entre elles manquent."};

// What a complete ESCO has, and what is said when it lacks it.
struct expected_table {
  const char* table;
  std::string_view file;
  const message& missing;
};
constexpr std::array<expected_table, 7> expected_tables{{{"skills", "skills_<language>.csv", no_skills},
                                                         {"occupations", "occupations_<language>.csv", no_occupations},
                                                         {"groups", "skillGroups_<language>.csv", no_groups},
                                                         {"isco", "ISCOGroups_<language>.csv", no_isco},
                                                         {"broader", "broaderRelationsSkillPillar.csv", no_broader},
                                                         {"asked", "occupationSkillRelations.csv", no_asked},
                                                         {"related", "skillSkillRelations.csv", no_related}}};

struct file_name {
  std::string table, language;
};

std::optional<file_name> named(std::string_view file) {
  if (file.ends_with(".gz")) file.remove_suffix(3);
  if (!file.ends_with(".csv")) return std::nullopt;
  file.remove_suffix(4);
  file_name out{std::string(file), {}};
  if (const auto bar = file.rfind('_'); bar != std::string_view::npos && file.size() - bar == 3) {
    out.language = two_letters(file.substr(bar + 1));
    if (!out.language.empty()) out.table = file.substr(0, bar);
  }
  if (const auto known = table_names.find(out.table); known != table_names.end())
    out.table = known->second;
  else if (out.table.ends_with("Collection"))
    out.table =
        "collection " +
        out.table.substr(0, out.table.find(out.table.find("Skills") != std::string::npos ? "Skills" : "Collection"));
  else
    return std::nullopt;
  return out;
}

}  // namespace

result<framework_draft> esco_reader::read() {
  find_tables();
  choose_language();
  built_.draft.id = "esco";
  built_.draft.title = "European Skills, Competences, Qualifications and Occupations (ESCO)";
  built_.draft.attribution = "ESCO, European Commission, CC BY 4.0";
  complete_ =
      tables_.count("skills") + tables_.count("groups") + tables_.count("occupations") + tables_.count("isco") == 4;
  for (const expected_table& t : expected_tables)
    if (tables_.count(t.table) == 0) faults_.remark(t.missing, {std::string(t.file)});

  if (auto done = read_table("isco", &esco_reader::read_isco); !done) return done.why();
  if (auto done = read_table("groups", &esco_reader::read_groups); !done) return done.why();
  if (auto done = read_table("skills", &esco_reader::read_skills); !done) return done.why();
  for (const auto& [table, files] : tables_)
    if (table.starts_with("collection ")) {
      collection_ = table.substr(table.find(' ') + 1);
      if (auto done = read_table(table, &esco_reader::read_collection); !done) return done.why();
    }
  if (auto done = read_table("occupations", &esco_reader::read_occupations); !done) return done.why();
  if (auto done = read_table("hierarchy", &esco_reader::read_hierarchy); !done) return done.why();
  if (auto done = read_table("broader", &esco_reader::read_broader); !done) return done.why();
  if (auto done = read_table("asked", &esco_reader::read_asked); !done) return done.why();
  if (auto done = read_table("related", &esco_reader::read_related); !done) return done.why();
  if (auto done = read_translations("groups", &esco_reader::read_groups); !done) return done.why();
  if (auto done = read_translations("skills", &esco_reader::read_skills); !done) return done.why();
  if (auto done = read_translations("occupations", &esco_reader::read_occupations); !done) return done.why();
  built_.settle(faults_, source_.path);
  tell_attitudes();
  return std::move(built_.draft);
}

void esco_reader::find_tables() {
  for (const std::string& name : source_.names) {
    const auto file = named(name);
    if (!file || !tables_[file->table].emplace(file->language, source_.in(name)).second) continue;
    std::error_code failed;
    if (const auto bytes = std::filesystem::file_size(source_.in(name), failed); !failed) faults_.expect(bytes);
  }
}

void esco_reader::choose_language() {
  std::set<std::string> there;
  for (const auto& [table, files] : tables_)
    for (const auto& [language, file] : files)
      if (!language.empty()) there.insert(language);
  std::string& chosen = built_.draft.language;
  chosen = two_letters(options_.language);
  if (!chosen.empty() && (there.empty() || there.count(chosen) != 0)) return;
  chosen = there.count("fr") != 0 ? "fr" : there.count("en") != 0 || there.empty() ? "en" : *there.begin();
}

result<void> esco_reader::read_table(const std::string& table, step read_rows) {
  const auto files = tables_.find(table);
  if (files == tables_.end()) return {};
  for (const std::string& language : {built_.draft.language, std::string()})
    if (const auto file = files->second.find(language); file != files->second.end())
      return open_and_read(file->second, read_rows, {});
  return {};
}

result<void> esco_reader::read_translations(const std::string& table, step read_rows) {
  const auto files = tables_.find(table);
  if (files == tables_.end()) return {};
  for (const auto& [language, file] : files->second)
    if (!language.empty() && language != built_.draft.language)
      if (auto done = open_and_read(file, read_rows, language); !done) return done;
  return {};
}

result<void> esco_reader::open_and_read(const std::string& file, step read_rows, const std::string& language) {
  auto table = csv_table::open(file);
  if (!table) return std::move(table).why();
  table->take_short_records();  // skillsHierarchy leaves out its last fields
  aside_ = 0;
  if (auto done = (this->*read_rows)(*table, language); !done) return done;
  if (aside_ > 0)
    faults_.remark(say::left_aside, {std::filesystem::path(file).filename().string(), std::to_string(aside_)});
  return {};
}

std::string esco_reader::code_of(std::string_view reference) const {
  const auto key = keys_.find(reference);
  return key == keys_.end() ? last_segment(reference) : key->second;
}

result<void> esco_reader::absent(const csv_table& table, std::size_t column) {
  if (complete_) return table.refuse(say::unknown_code, {quotable(table[column])}, column);
  ++aside_;
  return {};
}

result<void> esco_reader::read_isco(csv_table& table, const std::string& /*language*/) {
  const auto uri = esco::need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = esco::need(table, {"preferredLabel"});
  if (!label) return label.why();
  return rows_.each(table, [&]() -> result<void> {
    if (table[*uri].empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    isco_.emplace(last_segment(table[*uri]), table[*label]);
    return {};
  });
}

// ESCO has attitudes under one head of its hierarchy and says so of no skill.
void esco_reader::tell_attitudes() {
  std::vector<std::string> heads(attitudes_.begin(), attitudes_.end());
  std::map<std::string, std::vector<std::size_t>> below;
  for (std::size_t i = 0; i < built_.draft.competences.size(); ++i)
    for (const std::string& above : built_.draft.competences[i].broader) below[above].push_back(i);
  while (!heads.empty()) {
    const std::string head = std::move(heads.back());
    heads.pop_back();
    for (const std::size_t i : below[head]) {
      draft_competence& c = built_.draft.competences[i];
      if (c.kind == competence_kind::know_how) c.kind = competence_kind::soft_skill;
      if (attitudes_.insert(c.code).second) heads.push_back(c.code);
    }
  }
}

namespace {

bool recognises(const import_source& source) {
  return source.directory && std::any_of(source.names.begin(), source.names.end(), [](const std::string& name) {
           const auto file = named(name);
           return file && (file->table == "skills" || file->table == "occupations" || file->table.starts_with("coll"));
         });
}

result<framework_draft> read_esco(const import_source& source, const import_options& options, journal& faults) {
  return esco_reader(source, options, faults).read();
}

}  // namespace

const import_format esco_csv{"esco-csv", recognises, read_esco};

}  // namespace activateur
