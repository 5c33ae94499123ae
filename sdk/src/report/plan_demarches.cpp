// A plan as a list of "démarches", the shape in which France Travail keeps what a person does: what for (pourquoi),
// what (quoi), by which means (comment), when, how far. docs/plan-outputs.md says what of it is publicly confirmed.
#include "report/plan_output.hpp"
#include "report/plan_words.hpp"

namespace activateur::report {
namespace {

struct demarche_code {
  const char *why, *what, *how;  // how: null where the list of France Travail asks for none
};

// Codes of its public list whose words say what the step is; else the code of a démarche in one's own words.
demarche_code code_of(std::string_view kind) {
  if (kind == "training") return {"P02", "Q08", nullptr};      // take part in a training
  if (kind == "vae") return {"P02", "Q10", nullptr};           // have experience validated
  if (kind == "observation") return {"P01", "Q03", "C03.01"};  // observe in a company, by another means
  return {"P01", "Q38", nullptr};                              // own words
}

const char* state_code(step_state s) {
  switch (s) {
    case step_state::done: return "RE";
    case step_state::failed:
    case step_state::dropped: return "AN";
    case step_state::untold:
    case step_state::proposed:
    case step_state::agreed:
    case step_state::postponed:
    case step_state::under_way: break;
  }
  return "AC";
}

// Noon, so that the day is the same in every time zone of France but the farthest.
std::string noon(instant t) {
  const std::int64_t day = t.ms - ((t.ms % ms_per_day) + ms_per_day) % ms_per_day;
  return to_text({day + ms_per_day / 2});
}

}  // namespace

std::string plan_demarches(const written_plan& plan, const context& with) {
  json out = json::array();
  for (std::size_t i = 0; i < plan.plan.steps.size(); ++i) {
    const planned_step& s = plan.plan.steps[i];
    const demarche_code code = code_of(s.kind);
    std::string description = s.title;
    if (const std::string where = where_of(s); !where.empty()) description.append(" — ").append(where);
    json one = {{"origineCreateur", "INDIVIDU"},
                {"etat", state_code(plan.marks[i].state)},
                {"dateCreation", noon(with.now)},
                {"dateDebut", noon(s.start)},
                {"dateFin", noon(last_day(s))},
                {"pourquoi", code.why},
                {"quoi", code.what},
                {"description", description}};
    if (code.how != nullptr) one["comment"] = code.how;
    out.push_back(std::move(one));
  }
  return write_json(out, 2) + "\n";
}

}  // namespace activateur::report
