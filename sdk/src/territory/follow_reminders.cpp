// What is to be said of a followed plan at a moment.
#include <algorithm>

#include "territory/follow_document.hpp"
#include "territory/follow_messages.hpp"

namespace activateur {
namespace {

namespace say = follow_messages;

instant days_after(instant t, int days) { return {t.ms + days * ms_per_day}; }

class reminder_list {
 public:
  reminder_list(const reminder_rules& by, const context& with) : by_(by), with_(with) {}

  void look_at(const followed_step& step) {
    if (step.state == followed_state::done && !step.evidence) {
      const instant since = step.recorded_at.value_or(step.end);
      if (with_.now >= days_after(since, by_.evidence)) add(step, "evidence", since, say::ask_evidence);
    } else if (step.state == followed_state::under_way) {
      if (with_.now >= days_after(step.end, by_.overdue))
        add(step, "overdue", step.end, say::overdue_end, days_after(step.end, -1));
      else if (with_.now >= days_after(step.end, by_.evidence))
        add(step, "evidence", step.end, say::ask_evidence, days_after(step.end, -1));
    } else if (!step.ended() && !(step.until && step.start < *step.until)) {  // else it waits for a new date
      to_come(step);
    }
  }

  json take() {
    std::stable_sort(out_.begin(), out_.end(), [](const json& x, const json& y) { return x.at("due") < y.at("due"); });
    return std::move(out_);
  }

 private:
  void to_come(const followed_step& step) {
    // The last day to enrol counts whole.
    if (step.enrol_by && with_.now >= days_after(*step.enrol_by, -by_.enrol) &&
        with_.now < days_after(*step.enrol_by, 1))
      add(step, "enrol", *step.enrol_by, say::enrol);
    if (with_.now >= days_after(step.start, by_.overdue))
      add(step, "overdue", step.start, say::overdue_start);
    else if (with_.now < step.start && with_.now >= days_after(step.start, -by_.start_eve))
      add(step, "start_eve", step.start, say::start);
    else if (with_.now < step.start && with_.now >= days_after(step.start, -by_.start))
      add(step, "start", step.start, say::start);
  }

  // `said`: the day that the text names, where it is not the day it is due. A step ends on the day before its end.
  void add(const followed_step& step, const char* kind, instant due, const message& text,
           std::optional<instant> said = std::nullopt) {
    const std::string day = to_date(due);
    out_.push_back({{"id", step.id + "/" + kind + "/" + day},
                    {"step", step.id},
                    {"kind", kind},
                    {"due", day},
                    {"title", step.title},
                    {"state", name(step.state)},
                    {"text", sentence(text, {step.title, to_date(said.value_or(due))}).text(with_.lang)}});
  }

  const reminder_rules& by_;
  const context& with_;
  json out_ = json::array();
};

}  // namespace

result<json> reminders_due(const json& followed, const policy& by, const context& with) {
  const result<followed_plan> plan = read_followed(followed, "plan");
  if (!plan) return plan.why();
  reminder_list list(by.reminders, with);
  for (const followed_step& step : plan->steps) list.look_at(step);
  return json{{"schema", "activateur/reminders/1"},
              {"person", plan->person},
              {"revision", plan->revision},
              {"at", to_text(with.now)},
              {"reminders", list.take()}};
}

}  // namespace activateur
