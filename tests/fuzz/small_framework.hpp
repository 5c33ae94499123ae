// Two jobs and three competences, one of them a macro-competence.
#pragma once

#include "frameworks/draft.hpp"
#include "frameworks/framework.hpp"

namespace activateur::fuzz {

inline const framework_set& small_frameworks() {
  static const framework_set set = [] {
    framework_draft d;
    d.id = "own";
    d.version = "1";
    for (const char* code : {"1", "2", "3"}) {
      draft_competence c;
      c.code = code;
      c.label = std::string("Competence ") + code;
      c.grain = c.code == "3" ? competence_grain::macro : competence_grain::item;
      if (c.grain == competence_grain::item) c.macro = "3";
      d.competences.push_back(c);
    }
    for (const char* code : {"A", "B"}) {
      draft_job j;
      j.code = code;
      j.label = std::string("Job ") + code;
      j.links = {{"1", link_importance::core}, {code[0] == 'A' ? "2" : "3", link_importance::ordinary}};
      d.jobs.push_back(j);
    }
    framework_set out;
    out.add(*framework::from_bytes(*compile(d), "own"));
    return out;
  }();
  return set;
}

inline context noon() {
  context with;
  with.now = *parse_date_time("2026-06-01T12:00:00Z");
  return with;
}

}  // namespace activateur::fuzz
