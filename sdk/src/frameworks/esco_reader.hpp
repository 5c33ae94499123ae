// ESCO as its portal gives it in CSV, in one or several languages; or as Tabiya's open taxonomy does.
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/draft_builder.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

class esco_reader {
 public:
  esco_reader(const import_source& source, const import_options& options, journal& faults)
      : source_(source), options_(options), faults_(faults), rows_(faults) {}

  // Call once.
  result<framework_draft> read();

 private:
  using step = result<void> (esco_reader::*)(csv_table&, const std::string& language);

  void find_tables();
  void choose_language();
  // A table in the chosen language, or in none.
  result<void> read_table(const std::string& table, step read_rows);
  result<void> read_translations(const std::string& table, step read_rows);
  result<void> open_and_read(const std::string& file, step read_rows, const std::string& language);

  result<void> read_isco(csv_table& table, const std::string& language);
  result<void> read_groups(csv_table& table, const std::string& language);
  result<void> read_skills(csv_table& table, const std::string& language);
  result<void> read_skill(csv_table& table, competence_grain grain, const std::string& language);
  result<void> read_hierarchy(csv_table& table, const std::string& language);
  result<void> read_occupations(csv_table& table, const std::string& language);
  result<void> read_broader(csv_table& table, const std::string& language);
  result<void> read_collection(csv_table& table, const std::string& language);
  result<void> read_asked(csv_table& table, const std::string& language);
  result<void> read_related(csv_table& table, const std::string& language);
  void tell_attitudes();

  // The code of what a URI or a key names.
  [[nodiscard]] std::string code_of(std::string_view reference) const;
  // What to do about a reference to nothing: a fault, or left aside when its table is not there.
  result<void> absent(const csv_table& table, std::size_t column);

  const import_source& source_;
  const import_options& options_;
  journal& faults_;
  table_reader rows_;
  draft_builder built_;
  std::map<std::string, std::map<std::string, std::string>> tables_;  // name -> language -> file
  std::string collection_;                                            // the one being read
  std::map<std::string, std::string, std::less<>> isco_, keys_;       // code -> label; key -> code
  std::set<std::string> attitudes_;                                   // codes of groups of attitudes
  std::size_t aside_ = 0;
  bool complete_ = false;  // all tables of entries are there
};

}  // namespace activateur
