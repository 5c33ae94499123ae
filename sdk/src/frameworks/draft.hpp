// A framework being put together: what importers fill and compile() turns into the compiled form.
#pragma once

#include <string>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

struct draft_competence {
  std::string code, label, definition, hierarchy, category;
  competence_kind kind = competence_kind::know_how;
  competence_grain grain = competence_grain::item;
  bool transversal = false;
  std::string macro;  // code of its macro-competence, or empty
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
  std::string code, label, definition, domain, domain_label, riasec;
  std::vector<draft_link> links;
  std::vector<draft_mobility> mobilities;
  std::vector<std::string> appellations;
};

struct framework_draft {
  std::string id, version, title, attribution;
  std::vector<draft_competence> competences;
  std::vector<draft_job> jobs;
};

// The compiled form. The order of what the draft holds does not matter: the same content gives the same bytes.
// Refuses (usage) codes used twice or not known, and (limit) what exceeds 32-bit offsets.
result<std::string> compile(framework_draft draft);

}  // namespace activateur
