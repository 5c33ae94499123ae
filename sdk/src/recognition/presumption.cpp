// Presumption of competence: what the person's experiences make likely, before any evidence.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "recognition/messages.hpp"
#include "recognition/piece.hpp"

namespace activateur {
namespace {

namespace say = recognition_messages;

double full_time_months(const experience& of, const policy& by, instant now) {
  return months_lived(of, now) * std::min(1.0, of.hours_per_week / by.full_time_hours);
}

double base_rate(double most, double months, const policy& by) {
  return most * (1 - std::exp2(-months / by.presumption_months_half));
}

evidence met_nothing(const experience& of, const std::string& name, const message& why) {
  evidence out;
  out.id = of.id;
  out.kind = evidence_kind::experience;
  out.competence = name;
  out.source = "self";
  out.label = of.title;
  out.note = sentence(why, {shortened(name, 120)});
  return out;
}

}  // namespace

result<std::vector<presumed>> presume(const portfolio& of, const framework_set& frameworks, const policy& by,
                                      const context& with, std::size_t most, std::vector<evidence>& unaligned) {
  std::vector<presumed> out;
  for (const experience& lived : of.experiences) {
    const double months = full_time_months(lived, by, with.now);
    const std::string& label = lived.title.empty() ? lived.id : lived.title;
    for (const std::string& job : lived.jobs) {
      const auto ref = frameworks.job(job);
      if (!ref) {
        unaligned.push_back(met_nothing(lived, job, say::unknown_job));
        continue;
      }
      const std::uint32_t index = framework_index(frameworks, ref->in);
      for (const job_link& link : ref->in->links_of(ref->index)) {
        const double ceiling =
            link.importance == link_importance::core ? by.presumption_max_core : by.presumption_max_ordinary;
        out.push_back(
            {{index, link.competence}, {lived.id, job, months, base_rate(ceiling, months, by), {}, {}, label}});
      }
      if (out.size() > most) return fail(failure::limit, say::too_much, {std::to_string(most)});
    }
    for (const std::string& named : lived.competences) {
      const auto ref = frameworks.competence(named);
      if (!ref) {
        unaligned.push_back(met_nothing(lived, named, say::unknown_competence));
        continue;
      }
      out.push_back({{framework_index(frameworks, ref->in), ref->index},
                     {lived.id, {}, months, base_rate(by.presumption_max_named, months, by), {}, {}, label}});
    }
    if (out.size() > most) return fail(failure::limit, say::too_much, {std::to_string(most)});
  }
  return out;
}

}  // namespace activateur
