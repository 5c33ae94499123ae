#include "report/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/gap_messages.hpp"
#include "report/messages.hpp"

namespace activateur::report {
namespace {

using entry = std::pair<std::string_view, const message*>;

template <std::size_t n>
const message* look_up(const std::array<entry, n>& in, std::string_view key) {
  const auto found = std::find_if(in.begin(), in.end(), [key](const entry& e) { return e.first == key; });
  return found == in.end() ? nullptr : found->second;
}

}  // namespace

const message& state_words(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return words::s_recognised;
    case requirement_state::presumed: return words::s_presumed;
    case requirement_state::to_explore: return words::s_to_explore;
    case requirement_state::to_acquire: break;
  }
  return words::s_to_acquire;
}

const message& state_reason(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return words::why_recognised;
    case requirement_state::presumed: return words::why_presumed;
    case requirement_state::to_explore: return words::why_to_explore;
    case requirement_state::to_acquire: break;
  }
  return words::why_to_acquire;
}

const message& evidence_words(evidence_kind k) {
  switch (k) {
    case evidence_kind::credential: return words::e_credential;
    case evidence_kind::qualification: return words::e_qualification;
    case evidence_kind::observation: return words::e_observation;
    case evidence_kind::feedback: return words::e_feedback;
    case evidence_kind::endorsement: return words::e_endorsement;
    case evidence_kind::self_assessment: return words::e_self_assessment;
    case evidence_kind::experience: break;
  }
  return words::e_experience;
}

const message& verdict_words(verdict v) {
  switch (v) {
    case verdict::valid: return words::v_valid;
    case verdict::invalid: return words::v_invalid;
    case verdict::indeterminate: break;
  }
  return words::v_indeterminate;
}

const message& gap_verdict_words(gap_verdict v) {
  switch (v) {
    case gap_verdict::met: return gap_messages::verdict_met;
    case gap_verdict::met_after_recognition: return gap_messages::verdict_after;
    case gap_verdict::open: break;
  }
  return gap_messages::verdict_open;
}

const message* evidence_words(std::string_view kind) {
  for (const auto k :
       {evidence_kind::credential, evidence_kind::qualification, evidence_kind::observation, evidence_kind::feedback,
        evidence_kind::endorsement, evidence_kind::self_assessment, evidence_kind::experience})
    if (name(k) == kind) return &evidence_words(k);
  return nullptr;
}

const message* voice_words(std::string_view from) {
  static constexpr std::array<entry, 3> known{{{"client", &words::from_client},
                                               {"professional", &words::from_professional},
                                               {"verified", &words::from_verified}}};
  return look_up(known, from);
}

const message* relation_words(std::string_view relation) {
  static constexpr std::array<entry, 13> known{{{"exact", &words::a_exact},
                                                {"text", &words::a_text},
                                                {"covered_job", &words::a_covered_job},
                                                {"same_label", &words::a_same_label},
                                                {"mapped_exact", &words::a_mapped_exact},
                                                {"mapped_close", &words::a_mapped_close},
                                                {"mapped_broader", &words::a_mapped_broader},
                                                {"mapped_narrower", &words::a_mapped_narrower},
                                                {"macro_to_item", &words::a_macro_to_item},
                                                {"item_to_macro", &words::a_item_to_macro},
                                                {"same_macro", &words::a_same_macro},
                                                {"job", &words::a_job},
                                                {"label", &words::a_label}}};
  return look_up(known, relation);
}

const message* competence_kind_words(std::string_view kind) {
  static constexpr std::array<entry, 3> known{
      {{"know_how", &words::k_know_how}, {"soft_skill", &words::k_soft_skill}, {"knowledge", &words::k_knowledge}}};
  return look_up(known, kind);
}

step_role role_of(std::string_view kind) {
  constexpr std::array<std::string_view, 4> learning{"training", "immersion", "workshop", "mentor"};
  constexpr std::array<std::string_view, 5> recognition{"vae", "clea", "feedback", "observation", "badge_application"};
  if (std::find(learning.begin(), learning.end(), kind) != learning.end()) return step_role::learning;
  if (std::find(recognition.begin(), recognition.end(), kind) != recognition.end()) return step_role::recognition;
  return step_role::support;
}

std::string_view version_words(badge_version v) {
  switch (v) {
    case badge_version::ob_0_5: return "Open Badges 0.5";
    case badge_version::ob_1_0: return "Open Badges 1.0";
    case badge_version::ob_1_1: return "Open Badges 1.1";
    case badge_version::ob_2_0: return "Open Badges 2.0";
    case badge_version::ob_3_0: return "Open Badges 3.0";
    case badge_version::unknown: break;
  }
  return "?";
}

}  // namespace activateur::report
