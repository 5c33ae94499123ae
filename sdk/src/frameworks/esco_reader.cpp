#include "frameworks/esco_reader.hpp"

#include <filesystem>

#include "base/text.hpp"
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

bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// A column under any of its names, in any case.
std::optional<std::size_t> find(const csv_table& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < table.header().size(); ++i)
      if (same_name(table.header()[i], name)) return i;
  return std::nullopt;
}

result<std::size_t> need(const csv_table& table, std::initializer_list<std::string_view> names) {
  if (const auto found = find(table, names)) return *found;
  return table.column(names);
}

// Labels stand one a line in the tables of concepts, between bars in the collections.
void add_labels(std::vector<draft_label>& labels, std::string_view first, std::string_view field,
                std::string_view language) {
  for (const std::string& text : split(field, "\n|")) add_label(labels, first, text, language);
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
  for (const auto& [table, file, en] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"skills", "skills_<language>.csv", "skills: collections only"},
           {"occupations", "occupations_<language>.csv", "occupations"},
           {"groups", "skillGroups_<language>.csv", "skill groups"},
           {"isco", "ISCOGroups_<language>.csv", "domain labels"},
           {"broader", "broaderRelationsSkillPillar.csv", "broader"},
           {"asked", "occupationSkillRelations.csv", "links"},
           {"related", "skillSkillRelations.csv", "related skills"}})
    if (tables_.count(table) == 0) faults_.remark(say::missing_file, {file, en});

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
  const auto uri = need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = need(table, {"preferredLabel"});
  if (!label) return label.why();
  return rows_.each(table, [&]() -> result<void> {
    if (table[*uri].empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    isco_.emplace(last_segment(table[*uri]), table[*label]);
    return {};
  });
}

result<void> esco_reader::read_groups(csv_table& table, const std::string& language) {
  return read_skill(table, competence_grain::group, language);
}

result<void> esco_reader::read_skills(csv_table& table, const std::string& language) {
  return read_skill(table, competence_grain::item, language);
}

result<void> esco_reader::read_skill(csv_table& table, competence_grain grain, const std::string& language) {
  const auto uri = need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto key = find(table, {"ID"});
  const auto type = find(table, {"skillType"});
  const auto reuse = find(table, {"reuseLevel"});
  const auto others = find(table, {"altLabels"});
  const auto hidden = find(table, {"hiddenLabels"});
  const auto description = find(table, {"description"});
  const auto status = find(table, {"status"});
  const auto own_code = find(table, {"code"});
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    const std::string_view first = trimmed(table[*label]);
    if (!language.empty()) {
      draft_competence* known = built_.competence(code);
      if (known == nullptr) return absent(table, *uri);
      add_labels(known->labels, known->label, first, language);
      add_labels(known->labels, known->label, table[others], language);
      return {};
    }
    if (first.empty()) return table.refuse(say::empty_value, {table.header()[*label]}, *label);
    if (type && table[type] != "knowledge" && table[type] != "skill/competence" && !table[type].empty() &&
        table[type] != "attitude" && table[type] != "language")
      return table.refuse(say::bad_value, {quotable(table[type]), "knowledge, skill/competence"}, *type);
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) return table.refuse(say::duplicate, {code}, *uri);
    if (key) keys_.emplace(table[*key], code);
    c->grain = grain;
    c->uri = table[*uri];
    c->label = first;
    c->definition = trimmed(table[description]);
    if (table[type] == "knowledge") c->kind = competence_kind::knowledge;
    if (table[type] == "attitude") c->kind = competence_kind::soft_skill;
    if (table[type] == "language") c->kind = competence_kind::language;
    c->transversal = table[reuse] == "transversal";
    c->withdrawn = !table[status].empty() && table[status] != "released";
    add_attribute(c->attributes, "esco_code", table[own_code]);
    add_attribute(c->attributes, "reuse_level", table[reuse]);
    add_labels(c->labels, c->label, table[others], {});
    add_labels(c->labels, c->label, table[hidden], {});
    return {};
  });
}

// A collection marks skills that are given elsewhere; where the table of skills is not there, it gives them.
result<void> esco_reader::read_collection(csv_table& table, const std::string& /*language*/) {
  const auto uri = need(table, {"conceptUri"});
  if (!uri) return uri.why();
  const auto label = need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto type = find(table, {"skillType"});
  const auto concept_type = find(table, {"conceptType"});
  const auto reuse = find(table, {"reuseLevel"});
  const auto others = find(table, {"altLabels"});
  const auto description = find(table, {"description"});
  const auto broader = find(table, {"broaderConceptUri"});
  const bool gives = tables_.count("skills") == 0;
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    draft_competence* c = built_.competence(code);
    if (c == nullptr) {
      if (!gives || table[*label].empty()) return absent(table, *uri);
      c = built_.add_competence(code);
      c->uri = table[*uri];
      c->label = trimmed(table[*label]);
      c->definition = trimmed(table[description]);
      if (table[type] == "knowledge") c->kind = competence_kind::knowledge;
      if (table[concept_type] == "SkillGroup") c->grain = competence_grain::group;
      c->transversal = table[reuse] == "transversal";
      add_attribute(c->attributes, "reuse_level", table[reuse]);
      add_labels(c->labels, c->label, table[others], {});
    }
    if (collection_ == "transversal") c->transversal = true;
    if (collection_ == "language") c->kind = competence_kind::language;
    add_attribute(c->attributes, "collection", collection_);
    if (gives)
      for (const std::string& above : split(table[broader], "|\n"))
        if (built_.competence(last_segment(above)) != nullptr && last_segment(above) != code)
          c->broader.push_back(last_segment(above));
    return {};
  });
}

result<void> esco_reader::read_hierarchy(csv_table& table, const std::string& /*language*/) {
  std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> levels;
  for (const std::string level : {"0", "1", "2", "3"})
    levels.emplace_back(table.find_column("Level " + level + " URI"), table.find_column("Level " + level + " code"));
  return rows_.each(table, [&]() -> result<void> {
    const bool attitude = table[levels[0].second] == "A";
    for (const auto& [uri, own_code] : levels) {
      if (table[uri].empty()) continue;
      const std::string code = last_segment(table[uri]);
      if (attitude) attitudes_.insert(code);
      draft_competence* c = built_.competence(code);
      if (c != nullptr && c->hierarchy.empty()) c->hierarchy = table[own_code];
    }
    return {};
  });
}

result<void> esco_reader::read_occupations(csv_table& table, const std::string& language) {
  const auto uri = need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto key = find(table, {"ID"});
  const auto isco = find(table, {"iscoGroup", "ISCOGROUPCODE"});
  const auto own_code = find(table, {"code"});
  const auto others = find(table, {"altLabels"});
  const auto hidden = find(table, {"hiddenLabels"});
  const auto description = find(table, {"description"});
  const auto status = find(table, {"status"});
  const auto regulated = find(table, {"regulatedProfessionNote"});
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    const std::string_view first = trimmed(table[*label]);
    if (!language.empty()) {
      draft_job* known = built_.job(code);
      if (known == nullptr) return absent(table, *uri);
      add_labels(known->appellations, known->label, first, language);
      add_labels(known->appellations, known->label, table[others], language);
      return {};
    }
    if (first.empty()) return table.refuse(say::empty_value, {table.header()[*label]}, *label);
    draft_job* j = built_.add_job(code);
    if (j == nullptr) return table.refuse(say::duplicate, {code}, *uri);
    if (key) keys_.emplace(table[*key], code);
    j->uri = table[*uri];
    j->label = first;
    j->definition = trimmed(table[description]);
    j->withdrawn = !table[status].empty() && table[status] != "released";
    if (!table[isco].empty()) {
      j->domain = (table[isco].starts_with('C') ? "" : "C") + std::string(table[isco]);
      if (const auto named = isco_.find(j->domain); named != isco_.end()) j->domain_label = named->second;
    }
    add_attribute(j->attributes, "isco", table[isco]);
    add_attribute(j->attributes, "esco_code", table[own_code]);
    if (const std::string note = last_segment(table[regulated]); note != "unregulated")
      add_attribute(j->attributes, "regulated", note);
    add_labels(j->appellations, j->label, table[others], {});
    add_labels(j->appellations, j->label, table[hidden], {});
    return {};
  });
}

result<void> esco_reader::read_broader(csv_table& table, const std::string& /*language*/) {
  const auto below = need(table, {"conceptUri", "CHILDID"});
  if (!below) return below.why();
  const auto above = need(table, {"broaderUri", "PARENTID"});
  if (!above) return above.why();
  return rows_.each(table, [&]() -> result<void> {
    draft_competence* c = built_.competence(code_of(table[*below]));
    if (c == nullptr) return absent(table, *below);
    const std::string over = code_of(table[*above]);
    // Above all of them stands the scheme itself, which is no concept.
    if (built_.competence(over) == nullptr)
      return c->grain == competence_grain::group && over.find('-') != std::string::npos ? result<void>()
                                                                                        : absent(table, *above);
    c->broader.push_back(over);
    return {};
  });
}

result<void> esco_reader::read_asked(csv_table& table, const std::string& /*language*/) {
  const auto job = need(table, {"occupationUri", "OCCUPATIONID"});
  if (!job) return job.why();
  const auto skill = need(table, {"skillUri", "SKILLID"});
  if (!skill) return skill.why();
  const auto relation = need(table, {"relationType"});
  if (!relation) return relation.why();
  return rows_.each(table, [&]() -> result<void> {
    if (table[*relation] != "essential" && table[*relation] != "optional")
      return table.refuse(say::bad_value, {quotable(table[*relation]), "essential, optional"}, *relation);
    draft_job* j = built_.job(code_of(table[*job]));
    if (j == nullptr) return absent(table, *job);
    const std::string code = code_of(table[*skill]);
    if (built_.competence(code) == nullptr) return absent(table, *skill);
    draft_builder::link(*j, code, table[*relation] == "essential" ? link_importance::core : link_importance::ordinary);
    return {};
  });
}

result<void> esco_reader::read_related(csv_table& table, const std::string& /*language*/) {
  const auto from = need(table, {"originalSkillUri", "REQUIRINGID"});
  if (!from) return from.why();
  const auto to = need(table, {"relatedSkillUri", "REQUIREDID"});
  if (!to) return to.why();
  const auto relation = need(table, {"relationType"});
  if (!relation) return relation.why();
  return rows_.each(table, [&]() -> result<void> {
    draft_competence* c = built_.competence(code_of(table[*from]));
    if (c == nullptr) return absent(table, *from);
    const std::string other = code_of(table[*to]);
    if (built_.competence(other) == nullptr) return absent(table, *to);
    c->mappings.push_back({"esco", other, mapping_relation::related, 1000, "ESCO " + std::string(table[*relation])});
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
