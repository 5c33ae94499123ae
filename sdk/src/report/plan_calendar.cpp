// A plan as an iCalendar object (RFC 5545; relations by RFC 9253).
#include <algorithm>

#include "crypto/digest.hpp"
#include "report/content_lines.hpp"
#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_output.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"

namespace activateur::report {
namespace {

constexpr std::int64_t alarm_hour = 8 * 3'600'000;  // UTC: the morning in France

// UIDs that stay from one version of a plan to the next and tell nobody who it is about: a UUID of version 8
// (RFC 9562 section 5.8) from a digest of the plan's and the step's names.
std::vector<std::string> uids_of(const written_plan& p) {
  std::string plan("activateur/plan/1");
  if (!p.id.empty())
    plan.append("\n").append(p.id);
  else
    for (const std::string* part : {&p.plan.person, &p.plan.target_id, &p.plan.territory_id})
      plan.append("\n").append(std::to_string(part->size())).append(" ").append(*part);
  std::map<std::string, int> seen;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    const std::string& step = p.marks[i].id.empty() ? p.plan.steps[i].action : p.marks[i].id;
    const int before = seen[step]++;
    std::string hex = sha256_hex(plan + "\n" + step + "\n" + std::to_string(before)).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
    for (const std::size_t at : {20, 16, 12, 8}) hex.insert(at, "-");
    out.push_back(std::move(hex));
  }
  return out;
}

std::string_view event_status(step_state s) {
  switch (s) {
    case step_state::untold:
    case step_state::postponed:
    case step_state::proposed: return "TENTATIVE";
    case step_state::failed:
    case step_state::dropped: return "CANCELLED";
    case step_state::agreed:
    case step_state::under_way:
    case step_state::done: break;
  }
  return "CONFIRMED";
}

std::string_view task_status(step_state s) {
  switch (s) {
    case step_state::under_way: return "IN-PROCESS";
    case step_state::done: return "COMPLETED";
    case step_state::failed:
    case step_state::dropped: return "CANCELLED";
    case step_state::untold:
    case step_state::proposed:
    case step_state::postponed:
    case step_state::agreed: break;
  }
  return "NEEDS-ACTION";
}

bool over(step_state s) { return s == step_state::done || s == step_state::failed || s == step_state::dropped; }

class calendar {
 public:
  calendar(const written_plan& p, const plan_rendering& how, const context& with)
      : p_(p), how_(how), with_(with), order_(order_of(p.plan, &p.marks)), uids_(uids_of(p)) {}

  std::string write() {
    out_.begin("VCALENDAR");
    out_.line("VERSION", "2.0");
    out_.line("PRODID", "-//Activateur//Plan//" + std::string(with_.lang == language::fr ? "FR" : "EN"));
    out_.line("CALSCALE", "GREGORIAN");
    const std::string name = say(with_.lang, words::plan_document_title, {p_.plan.target_label});
    out_.text("NAME", name);  // RFC 7986 section 5.1; the other for those who do not know it
    out_.text("X-WR-CALNAME", name);
    for (std::size_t i = 0; i < p_.plan.steps.size(); ++i) step(i);
    out_.end("VCALENDAR");
    return out_.take();
  }

 private:
  void step(std::size_t i) {
    const planned_step& s = p_.plan.steps[i];
    const step_state state = p_.marks[i].state;
    const char* component = s.session ? "VEVENT" : "VTODO";
    out_.begin(component);
    out_.line("UID", uids_[i]);
    out_.line("DTSTAMP", ical_date_time(with_.now));
    out_.line("SEQUENCE", std::to_string(p_.revision));
    if (s.session)
      event_dates(s);
    else
      task_dates(s);
    out_.line("CLASS", "PRIVATE");  // to whom a calendar is shared sees that there is something, not what
    out_.text("SUMMARY", s.title);
    out_.text("DESCRIPTION", step_in_words(with_.lang, p_, order_, i));
    if (const std::string where = where_of(s); !where.empty()) out_.text("LOCATION", where);
    if (!s.kind.empty()) out_.text("CATEGORIES", kind_in_words(with_.lang, s.kind));
    if (is_web_link(s.url)) out_.line("URL", s.url);
    out_.line("STATUS", s.session ? event_status(state) : task_status(state));
    if (!s.session && state == step_state::done) out_.line("PERCENT-COMPLETE", "100");
    if (state != step_state::untold) out_.line("X-ACTIVATEUR-STATE", name(state));
    for (const std::size_t later : order_.after[i]) relation(i, later);
    alarm(s, state);
    out_.end(component);
  }

  // The hours of a session that takes one sitting; else the days from the session to the end, which do not make the
  // person busy.
  void event_dates(const planned_step& s) {
    const instant from = s.session->shown();
    const std::int64_t midnight = (from.ms / ms_per_day + 1) * ms_per_day;
    const instant until{from.ms + static_cast<std::int64_t>(s.hours * 3'600'000)};
    if (from.ms % ms_per_day != 0 && s.weeks <= 1 && s.hours > 0 && until.ms <= midnight) {
      out_.line("DTSTART", ical_date_time(s.session->at));
      out_.line("DTEND", ical_date_time({until.ms - s.session->ahead_ms}));
      return;
    }
    out_.line("DTSTART;VALUE=DATE", ical_date(from));
    out_.line("DTEND;VALUE=DATE", ical_date({std::max(s.end.ms, from.ms + ms_per_day)}));
    out_.line("TRANSP", "TRANSPARENT");
  }

  // RFC 5545 section 3.8.2.3: due after the start.
  void task_dates(const planned_step& s) {
    out_.line("DTSTART;VALUE=DATE", ical_date(s.start));
    out_.line("DUE;VALUE=DATE", ical_date({std::max(last_day(s).ms, s.start.ms + ms_per_day)}));
  }

  // RFC 9253 section 4: the step that finishes names the one that starts; section 6.2: the time between them.
  void relation(std::size_t earlier, std::size_t later) {
    if (p_.marks[earlier].state == step_state::dropped || p_.marks[later].state == step_state::dropped) return;
    const std::int64_t gap = p_.plan.steps[later].start.ms - p_.plan.steps[earlier].end.ms;
    std::string name("RELATED-TO;RELTYPE=FINISHTOSTART");
    if (gap > 0) name.append(";GAP=").append(ical_duration(gap));
    out_.line(name, uids_[later]);
  }

  void alarm(const planned_step& s, step_state state) {
    if (!s.enrol_by || over(state) || state == step_state::under_way) return;
    instant at{s.enrol_by->ms + alarm_hour - std::int64_t{how_.alarm_days} * ms_per_day};
    if (at < with_.now) at = {s.enrol_by->ms + alarm_hour};  // the day itself
    if (at < with_.now) return;
    out_.begin("VALARM");
    out_.line("ACTION", "DISPLAY");
    out_.text("DESCRIPTION", say(with_.lang, words::enrol_alarm, {date_in_words(with_.lang, *s.enrol_by), s.title}));
    out_.line("TRIGGER;VALUE=DATE-TIME", ical_date_time(at));
    out_.end("VALARM");
  }

  const written_plan& p_;
  const plan_rendering& how_;
  const context& with_;
  step_order order_;
  std::vector<std::string> uids_;
  content_lines out_;
};

}  // namespace

std::string plan_calendar(const written_plan& plan, const plan_rendering& how, const context& with) {
  return calendar(plan, how, with).write();
}

}  // namespace activateur::report
