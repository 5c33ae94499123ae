// A framework being put together: what importers fill and compile() turns into the compiled form.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

// Another label of a competence or of a job.
struct draft_label {
  draft_label(std::string words = {}, std::string in = {}, std::string number = {})  // NOLINT(*-explicit-*)
      : text(std::move(words)), language(std::move(in)), code(std::move(number)) {}
  std::string text;
  std::string language;  // two letters; empty: the framework's
  std::string code;      // its own, as the code OGR of an appellation; or empty
};

// What a framework says of an entry that has no field of its own; shown as it is.
struct draft_attribute {
  std::string name, value;  // name: lower case and '_', as "level", "isco", "valid_until"
};

// That an entry is the same as, or near, one of another framework (or of this one).
struct draft_mapping {
  std::string framework, code;  // "rome", "K1304"
  mapping_relation relation = mapping_relation::close;
  std::uint16_t weight = 1000;  // thousandths: how far it can be relied upon
  std::string source;           // who says so
};

struct draft_competence {
  std::string code, uri, label, definition, hierarchy, category;
  competence_kind kind = competence_kind::know_how;
  competence_grain grain = competence_grain::item;
  bool transversal = false;
  bool withdrawn = false;
  std::string macro;                 // code of its macro-competence or heading, or empty
  std::vector<std::string> broader;  // codes of the others above it
  std::vector<draft_label> labels;
  std::vector<draft_attribute> attributes;
  std::vector<draft_mapping> mappings;
};

struct draft_link {
  std::string competence;
  link_importance importance = link_importance::ordinary;
};

struct draft_mobility {
  std::string job;
  std::uint32_t order = 0;
};

struct draft_job {
  std::string code, uri, label, definition, domain, domain_label, riasec;
  target_kind kind = target_kind::job;
  bool withdrawn = false;
  std::vector<draft_link> links;
  std::vector<draft_mobility> mobilities;
  std::vector<draft_label> appellations;
  std::vector<std::string> conditions;  // codes of working conditions
  std::vector<draft_attribute> attributes;
  std::vector<draft_mapping> mappings;
};

// A working condition, as "En extérieur" of the category "Conditions de travail".
struct draft_condition {
  std::string code, label, category;
};

struct framework_draft {
  std::string id, version, title, attribution;
  std::string language = "fr";  // of its labels: two letters
  std::vector<draft_competence> competences;
  std::vector<draft_job> jobs;
  std::vector<draft_condition> conditions;
};

// The compiled form. The order of what the draft holds does not matter, but for labels, attributes and mappings
// of one entry, which keep theirs: the same content gives the same bytes.
// Refuses (usage) codes used twice or not known, and (limit) what exceeds 32-bit offsets.
result<std::string> compile(framework_draft draft);

}  // namespace activateur
