// The excerpt of ROME 4.0 that the project holds, and badges over it whose verification is given.
//
// In the excerpt, 489930 and 107948 are items of the macro-competence 300282, which K1304 does not ask.
#pragma once

#include "frameworks/import.hpp"
#include "recognition/recognition.hpp"
#include "shared_data.hpp"

namespace activateur::test {

inline const framework_set& excerpt() {
  static const framework_set loaded = [] {
    framework_set out;
    auto f = import_rome(std::string(ACTIVATEUR_SOURCE_DIR) + "/data/rome-excerpt", {});
    if (f) out.add(*f);
    return out;
  }();
  return loaded;
}

inline context at(const char* date, language lang = language::en) {
  context out;
  out.lang = lang;
  out.now = *parse_date_or_time(date);
  return out;
}

inline alignment rome(const std::string& code) {
  alignment out;
  out.target_framework = "ROME 4.0";
  out.target_code = code;
  return out;
}

// A badge issued on 2026-01-01 by `issuer`, who publishes its key.
inline verification badge(const std::string& id, const std::string& issuer, std::vector<alignment> alignments,
                          verdict overall = verdict::valid, const std::string& failed_check = {}) {
  verification out;
  out.source = id;
  out.overall = overall;
  out.binding = key_binding::anchored;
  out.subject.issuer.id = issuer;
  out.subject.what.name = "Badge " + id;
  out.subject.what.alignments = std::move(alignments);
  out.subject.issued = parse_date_or_time("2026-01-01");
  if (!failed_check.empty()) out.checks.push_back({failed_check, verdict::invalid, {}, nullptr});
  return out;
}

inline experience practice(const std::string& id, double months) {
  experience e;
  e.id = id;
  e.months = months;
  e.months_given = true;
  return e;
}

// A portfolio and its verifications, weighed on the day the badges are issued: freshness is 1.
struct holder {
  portfolio person;
  std::vector<verification> verifications;

  holder& with(verification v) {
    person.credentials.push_back({v.source, ""});
    verifications.push_back(std::move(v));
    return *this;
  }
  holder& told(const std::string& id, const std::string& competence, const std::string& role, double level,
               const std::string& kind = "feedback", const std::string& by = {}) {
    person.feedbacks.push_back({id, {}, competence, role, by, level, kind, parse_date_or_time("2026-01-01")});
    return *this;
  }
  holder& says(const std::string& id, const std::string& competence, double level) {
    person.self_assessments.push_back({id, {}, competence, level, parse_date_or_time("2026-01-01")});
    return *this;
  }
  holder& practised(const std::string& id, const std::string& job, double months, double hours = 35) {
    experience e = practice(id, months);
    e.hours_per_week = hours;
    e.jobs = {job};
    person.experiences.push_back(e);
    return *this;
  }
  [[nodiscard]] recognition_state weighed(const policy& by = default_policy()) const {
    auto out = weigh(person, verifications, excerpt(), by, at("2026-01-01"));
    EXPECT_TRUE(out.ok()) << (out ? "" : out.why().text(language::en));
    return out ? *std::move(out) : recognition_state{};
  }
};

inline const standing& known(const recognition_state& state, const std::string& competence) {
  static const standing nothing;
  const auto it = state.competences.find(competence);
  return it == state.competences.end() ? nothing : it->second;
}

}  // namespace activateur::test
