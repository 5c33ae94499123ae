#include "activateur/gap.h"

#include "analysis_call.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr std::string_view gap_schema = "activateur/gap/1";

int32_t state_number(adp_str state) {
  const std::string_view text(state.ptr, state.len);
  if (text == "recognised") return ADP_RECOGNISED;
  if (text == "presumed") return ADP_PRESUMED;
  if (text == "to_explore") return ADP_TO_EXPLORE;
  return text == "to_acquire" ? ADP_TO_ACQUIRE : 0;
}

const char* read_gap_request(const adp_document* portfolio, adp_str target, const adp_gap_options* options,
                             adp_gap_options& known, analysis_request& asked) {
  if (!copy_options(options, known) || known.flags != 0 || known.territory != nullptr)
    return "options are not understood";
  return read_request(portfolio, target, known, asked) ? nullptr : "portfolio or target is NULL";
}

}  // namespace

adp_status adp_gap_compute(adp_session* session, const adp_document* portfolio, adp_str target,
                           const adp_gap_options* options, adp_document** report) {
  return answer(session, read_gap_request, portfolio, target, options, &engine::gap, report);
}

adp_status adp_gap_compute_group(adp_session* session, const adp_document* portfolios, adp_str target,
                                 const adp_gap_options* options, adp_document** report) {
  return answer(session, read_gap_request, portfolios, target, options, &engine::group_gap, report);
}

adp_status adp_gap_render(adp_session* session, const adp_document* portfolio, adp_str target,
                          const adp_gap_options* options, adp_bytes* svg) {
  return answer(session, read_gap_request, portfolio, target, options, &engine::gap_picture, svg);
}

adp_status adp_gap_coverage(const adp_document* report, adp_coverage* coverage) {
  if (list_of(report, gap_schema, "requirements") == nullptr) return ADP_E_USAGE;
  const auto covered = report->value.find("coverage");
  if (covered == report->value.end()) return ADP_E_USAGE;
  const adp_coverage known = {sizeof(adp_coverage), 0, number_at(*covered, "belief"),
                              number_at(*covered, "expectation"), number_at(*covered, "plausibility")};
  return fill(known, coverage);
}

size_t adp_gap_requirement_count(const adp_document* report) {
  const json* list = list_of(report, gap_schema, "requirements");
  return list == nullptr ? 0 : list->size();
}

adp_status adp_gap_requirement_at(const adp_document* report, size_t position, adp_requirement* requirement) {
  const json* list = list_of(report, gap_schema, "requirements");
  if (list == nullptr || requirement == nullptr) return ADP_E_USAGE;
  if (position >= list->size()) return ADP_E_NOT_FOUND;
  const json& one = (*list)[position];
  const auto essential = one.find("essential");
  const double belief = number_at(one, "belief");
  const adp_requirement known = {sizeof(adp_requirement),
                                 state_number(text_at(one, "state")),
                                 text_at(one, "competence"),
                                 text_at(one, "label"),
                                 belief,
                                 number_at(one, "expectation"),
                                 belief + number_at(one, "uncertainty"),
                                 essential != one.end() && essential->is_boolean() && essential->get<bool>() ? 1 : 0,
                                 0};
  return fill(known, requirement);
}
