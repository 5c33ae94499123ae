#include "report/plan_reading.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/text.hpp"
#include "json/fields.hpp"
#include "report/plan_messages.hpp"

namespace activateur {
namespace {

namespace say = report::words;

constexpr std::size_t steps_max = 2'000;
constexpr std::size_t entries_max = 50'000;  // of all lists together: what is named once is written at each mention
constexpr std::size_t name_bytes = 1'000;    // of a title or label, cut beyond
constexpr double amount_max = 1e9;
constexpr int weeks_max = 5'200;  // a century
constexpr int needs_max = 1'000'000;
constexpr int revision_max = 2'147'483'647;

constexpr std::array<std::pair<step_state, std::string_view>, 7> states{{{step_state::proposed, "proposed"},
                                                                         {step_state::agreed, "agreed"},
                                                                         {step_state::postponed, "postponed"},
                                                                         {step_state::under_way, "under_way"},
                                                                         {step_state::done, "done"},
                                                                         {step_state::failed, "failed"},
                                                                         {step_state::dropped, "dropped"}}};

int whole(const fields& from, const char* name, int low, int high, int fallback) {
  return static_cast<int>(from.number_within(name, low, high, fallback));
}

// Days that people plan by; beyond, calendars write no year of four digits.
std::optional<instant> known_day(const fields& from, const char* name) {
  constexpr std::int64_t year_1900 = -2'208'988'800'000;
  constexpr std::int64_t year_2200 = 7'258'118'400'000;
  const std::optional<instant> t = from.day(name);
  if (t && (t->ms < year_1900 || t->ms >= year_2200)) from.refuse(say::plan_no_date, {name}, name);
  return t;
}

instant day(const fields& from, const char* name) {
  const std::optional<instant> t = known_day(from, name);
  if (!t) from.refuse(say::plan_no_date, {name}, name);
  return t.value_or(instant{});
}

step_state state_of(const fields& from) {
  const std::string given = from.text_or("state", {});
  if (given.empty()) return step_state::untold;
  std::string known;
  for (const auto& [state, name] : states) {
    if (name == given) return state;
    known.append(known.empty() ? "" : ", ").append(name);
  }
  from.refuse(say::plan_unknown_state, {given, known}, "state");
  return step_state::untold;
}

class reader {
 public:
  explicit reader(written_plan& out) : out_(out) {}

  void read(const fields& from) {
    out_.id = from.text_or("id", {});
    out_.revision = whole(from, "revision", 0, revision_max, 0);
    plan_report& p = out_.plan;
    p.person = from.text_or("person", {});
    if (const auto target = from.object("target")) {
      p.target_id = target->text("id");
      p.target_label = named(*target, "label", p.target_id);
    }
    if (const auto around = from.object("territory")) {
      p.territory_id = around->text_or("id", {});
      p.territory_name = named(*around, "name", {});
      p.fictitious = around->flag_or("fictitious", false);
    }
    p.origin = day(from, "origin");
    p.solution.feasible = from.flag_or("feasible", true);
    p.solution.proven_infeasible = from.flag_or("proven_infeasible", false);
    p.solution.optimal = from.flag_or("optimal", false);
    p.solution.objective = from.number_within("objective", 0, 1e15, 0);
    p.solution.bound = from.number_within("bound", 0, 1e15, 0);
    p.solution.cost = from.number_within("cost_euros", 0, amount_max, 0);
    p.solution.hours = from.number_within("hours", 0, amount_max, 0);
    p.solution.makespan = whole(from, "weeks", 0, weeks_max, 0);
    steps(from);
    p.unserved = competences(from, "unserved");
    p.out_of_reach = competences(from, "out_of_reach");
    p.exclusions = rules(from, "exclusions", true);
  }

 private:
  static std::string named(const fields& from, const char* name, const std::string& fallback) {
    return shortened(from.text_or(name, fallback), name_bytes);
  }

  void count(const fields& from, const char* name, std::size_t more) {
    entries_ += more;
    if (entries_ > entries_max) from.refuse(say::plan_too_many, {std::to_string(entries_max)}, name);
  }

  std::vector<std::string> texts(const fields& from, const char* name) {
    std::vector<std::string> out = from.texts(name);
    count(from, name, out.size());
    for (std::string& one : out) one = shortened(one, name_bytes);
    return out;
  }

  std::vector<fields> list(const fields& from, const char* name) {
    std::vector<fields> out = from.list(name);
    count(from, name, out.size());
    if (from.failed()) out.clear();
    return out;
  }

  // Names of competences; their labels are kept for the whole plan.
  std::vector<std::string> competences(const fields& from, const char* name) {
    std::vector<std::string> out;
    for (const fields& one : list(from, name)) {
      out.push_back(shortened(one.text("competence"), name_bytes));
      out_.plan.labels.emplace(out.back(), named(one, "label", out.back()));
    }
    return out;
  }

  std::vector<rule_outcome> rules(const fields& from, const char* name, bool excluded) {
    std::vector<rule_outcome> out;
    for (const fields& one : list(from, name)) {
      rule_outcome r;
      r.plugin = one.text_or("plugin", {});
      r.plugin_version = one.text_or("version", {});
      r.rule = one.text_or("rule", {});
      r.reason = one.text_or("reason", {});
      r.excluded = excluded;
      if (one.has("cost_euros")) r.cost_euros = one.number_within("cost_euros", 0, amount_max, 0);
      out.push_back(std::move(r));
    }
    return out;
  }

  planned_step step(const fields& from) {
    planned_step out;
    out.action = shortened(from.text("action"), name_bytes);
    out.title = shortened(from.text("title"), name_bytes);
    out.kind = named(from, "kind", {});
    out.provider = named(from, "provider", {});
    out.place = named(from, "place", {});
    out.url = from.text_or("url", {});
    out.start = day(from, "start");
    out.end = std::max(day(from, "end"), out.start);
    if (known_day(from, "session")) out.session = parse_clock_time(from.text("session"));
    out.enrol_by = known_day(from, "enrol_by");
    out.start_week = whole(from, "start_week", -weeks_max, weeks_max, 0);
    out.weeks = whole(from, "weeks", 0, weeks_max, 1);
    out.cost_euros = from.number_within("cost_euros", 0, amount_max, 0);
    out.full_cost_euros = from.number_within("full_cost_euros", 0, amount_max, out.cost_euros);
    out.hours = from.number_within("hours", 0, amount_max, 0);
    out.closes = competences(from, "closes");
    out.gives = texts(from, "gives");
    out.opens = texts(from, "opens");
    for (const fields& one : list(from, "needs")) {
      static_cast<void>(one.number("at_least"));  // must be there
      out.needs.push_back(
          {whole(one, "at_least", 1, needs_max, 1), whole(one, "of", 1, needs_max, 1), texts(one, "steps")});
    }
    out.rules = rules(from, "rules", false);
    return out;
  }

  void steps(const fields& from) {
    const std::vector<fields> all = list(from, "steps");
    if (all.size() > steps_max) from.refuse(say::plan_too_many, {std::to_string(steps_max)}, "steps");
    std::vector<planned_step> read;
    std::vector<step_mark> marks;
    for (const fields& one : all) {
      if (from.failed()) return;
      read.push_back(step(one));
      marks.push_back({named(one, "id", {}), state_of(one)});
    }
    std::vector<std::size_t> order(read.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return read[a].start < read[b].start; });
    int first = 0;
    for (const planned_step& s : read) first = std::min(first, s.start_week);
    out_.plan.origin.ms += first * 7 * ms_per_day;
    out_.plan.solution.makespan -= first;
    for (planned_step& s : read) s.start_week -= first;
    for (const std::size_t i : order) {
      out_.plan.steps.push_back(std::move(read[i]));
      out_.marks.push_back(std::move(marks[i]));
    }
  }

  written_plan& out_;
  std::size_t entries_ = 0;
};

}  // namespace

std::string_view name(step_state s) {
  for (const auto& [state, word] : states)
    if (state == s) return word;
  return {};
}

result<written_plan> read_plan(const json& document, const std::string& source) {
  std::optional<error> fault;
  const fields from(document, source, fault);
  if (from.text("schema") != "activateur/plan/1") from.refuse(say::plan_not_a_plan, {}, "schema");
  written_plan out;
  reader(out).read(from);
  if (fault) return *std::move(fault);
  return out;
}

}  // namespace activateur
