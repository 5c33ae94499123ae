// How the carte was computed, and the right to contest it.
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"

namespace activateur::report {

void write_map_method(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "method"}});
  p.heading("h2", words::h_method, "method");
  const possibilities& map = p.map();
  {
    const auto list = p.out.in("ul");
    if (p.of.by != nullptr)
      p.list_item(words::method_zones, {percent(p.lang(), p.of.by->zone_now_belief),
                                        percent(p.lang(), p.of.by->zone_recognition_expectation),
                                        percent(p.lang(), p.of.by->zone_short_expectation)});
    p.list_item(words::method_effort);
    p.list_item(words::method_use);
    p.list_item(words::method_rank);
    if (!map.sources.empty()) {
      std::vector<std::string> near;
      for (const near_source& s : map.sources) near.push_back(s.label.empty() ? s.job : s.label);
      p.list_item(words::method_near, {joined(near)});
    }
    p.list_item(words::method_moment, {date_in_words(p.lang(), p.with.now)});
    p.list_item(words::method_policy, {map.policy_id, map.policy_version});
    if (!map.frameworks.empty()) p.list_item(words::method_frameworks, {joined(map.frameworks)});
    if (!map.territory_id.empty()) p.list_item(words::method_territory, {map.territory_name});
  }
  p.paragraph(words::method_not_used);
  p.heading("h3", words::h_contest);
  p.paragraph(words::map_contest, {}, "contest");
}

}  // namespace activateur::report
