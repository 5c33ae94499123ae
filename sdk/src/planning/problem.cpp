// Reading the instance format, strictly: everything the solver relies on is checked here.
#include "planning/problem.hpp"

#include <cmath>
#include <set>

#include "planning/messages.hpp"

namespace activateur {
namespace {

namespace say = planning_messages;

// Bounds of one problem: far above real plans (tens of requirements, some thousand opportunities).
constexpr int horizon_max = 1040;  // 20 years of weeks
constexpr std::size_t facts_max = 20'000;
constexpr std::size_t actions_max = 50'000;
constexpr std::size_t links_max = 4'000'000;  // all group members, products and starts together
constexpr double amount_max = 1e9;            // euros, hours, weights: sums stay exact enough in a double

class problem_reader {
 public:
  explicit problem_reader(const std::string& source) : source_(source) {}

  result<plan_problem> read(const json& document) {
    if (!document.is_object()) return refused(say::not_an_object, "");
    static const std::set<std::string, std::less<>> known{"H",     "cap",  "week_weight", "hour_weight", "budget",
                                                          "facts", "held", "actions",     "goal",        "name",
                                                          "seed",  "M",    "schema",      "id",          "comment"};
    for (const auto& [key, value] : document.items())
      if (!known.contains(key)) refuse(say::unknown_member, "/" + key, {key});
    plan_problem out;
    if (document.contains("name") && document["name"].is_string()) out.name = document["name"].get<std::string>();
    out.horizon = whole(document, "H", "", 0, horizon_max);
    read_capacity(document, out);
    if (document.contains("budget") && !document["budget"].is_null()) out.budget = amount(document, "budget", "");
    out.week_weight = amount(document, "week_weight", "");
    out.hour_weight = amount(document, "hour_weight", "");
    const json* facts = list(document, "facts", "", facts_max);
    if (facts != nullptr) out.fact_count = static_cast<int>(facts->size());
    if (document.contains("held"))
      if (const json* held = list(document, "held", "", facts_max))
        out.held = fact_list(*held, "/held", out.fact_count);
    if (const json* actions = list(document, "actions", "", actions_max)) read_actions(*actions, out);
    if (const json* goal = list(document, "goal", "", facts_max))
      for (std::size_t i = 0; i < goal->size() && !error_; ++i)
        out.goal.push_back(one_group((*goal)[i], "/goal/" + std::to_string(i), out.fact_count));
    if (error_) return *error_;
    return out;
  }

 private:
  // One number for every week, a list of one a week, or null for no limit.
  void read_capacity(const json& document, plan_problem& out) {
    const auto cap = document.find("cap");
    if (cap == document.end() || cap->is_null()) return;
    if (!cap->is_array()) {
      out.capacity = amount(document, "cap", "");
      return;
    }
    if (cap->size() != static_cast<std::size_t>(out.horizon))
      return refuse(say::bad_weeks, "/cap", {std::to_string(out.horizon)});
    for (std::size_t w = 0; w < cap->size() && !error_; ++w)
      out.capacity_by_week.push_back(amount_value((*cap)[w], "/cap/" + std::to_string(w), "cap"));
  }

  void read_actions(const json& actions, plan_problem& out) {
    std::set<std::string, std::less<>> ids;
    out.actions.reserve(actions.size());
    for (std::size_t i = 0; i < actions.size() && !error_; ++i) {
      const std::string at = "/actions/" + std::to_string(i);
      const json& from = actions[i];
      if (!from.is_object()) return refuse(say::not_an_object, at);
      action a;
      a.id = std::to_string(i);
      if (from.contains("id")) {
        const json& id = from["id"];
        if (id.is_string())
          a.id = id.get<std::string>();
        else if (id.is_number_integer())
          a.id = id.dump();
        else
          return refuse(say::bad_id, at + "/id", {id.dump()});
      }
      if (!ids.insert(a.id).second) return refuse(say::bad_id, at + "/id", {a.id});
      a.cost = amount(from, "cost", at);
      a.hours = amount(from, "hours", at);
      if (from.contains("extra")) a.extra = amount(from, "extra", at);
      a.load = amount(from, "load", at);
      a.duration = whole(from, "dur", at, 0, horizon_max);
      if (const json* starts = list(from, "starts", at, horizon_max + 1)) {
        for (std::size_t s = 0; s < starts->size() && !error_; ++s) {
          const int week = whole_value((*starts)[s], at + "/starts/" + std::to_string(s), "starts", 0, out.horizon);
          if (!a.starts.empty() && week <= a.starts.back())
            refuse(say::not_ascending, at + "/starts/" + std::to_string(s));
          a.starts.push_back(week);
          count_link(at);
        }
      }
      if (const json* needs = list(from, "prereq", at, facts_max))
        for (std::size_t g = 0; g < needs->size() && !error_; ++g)
          a.requires_.push_back(one_group((*needs)[g], at + "/prereq/" + std::to_string(g), out.fact_count));
      if (const json* made = list(from, "prod", at, facts_max))
        a.produces = fact_list(*made, at + "/prod", out.fact_count);
      out.actions.push_back(std::move(a));
    }
  }

  group one_group(const json& from, const std::string& at, int fact_count) {
    group out;
    if (!from.is_array() || from.size() != 2 || !from[1].is_array()) {
      refuse(say::bad_group, at, {"n"});
      return out;
    }
    out.facts = fact_list(from[1], at + "/1", fact_count);
    const auto size = static_cast<int>(out.facts.size());
    if (!from[0].is_number_integer() || from[0] < 1 || from[0] > size)
      refuse(say::bad_group, at + "/0", {std::to_string(size)});
    else
      out.at_least = from[0].get<int>();
    return out;
  }

  std::vector<int> fact_list(const json& from, const std::string& at, int fact_count) {
    std::vector<int> out;
    if (!from.is_array()) {
      refuse(say::not_a_list, at, {at.substr(at.rfind('/') + 1)});
      return out;
    }
    std::set<int> seen;
    for (std::size_t i = 0; i < from.size() && !error_; ++i) {
      const std::string here = at + "/" + std::to_string(i);
      const int f = whole_value(from[i], here, "fact", 0, fact_count - 1);
      if (!seen.insert(f).second) refuse(say::repeated, here, {std::to_string(f)});
      out.push_back(f);
      count_link(at);
    }
    return out;
  }

  void count_link(const std::string& at) {
    if (++links_ > links_max) refuse(say::too_many, at, {"starts, prereq, prod", std::to_string(links_max)});
  }

  const json* list(const json& of, const char* name, const std::string& at, std::size_t most) {
    const auto it = of.find(name);
    if (it == of.end()) {
      refuse(say::missing, at, {name});
      return nullptr;
    }
    const std::string here = at + "/" + name;
    if (!it->is_array()) {
      refuse(say::not_a_list, here, {name});
      return nullptr;
    }
    if (it->size() > most) {
      refuse(say::too_many, here, {name, std::to_string(most)});
      return nullptr;
    }
    return &*it;
  }

  double amount(const json& of, const char* name, const std::string& at) {
    const auto it = of.find(name);
    if (it == of.end()) {
      refuse(say::missing, at, {name});
      return 0;
    }
    return amount_value(*it, at + "/" + name, name);
  }

  double amount_value(const json& from, const std::string& at, const char* name) {
    const double v = from.is_number() ? from.get<double>() : -1;
    if (v >= 0 && v <= amount_max) return v;
    refuse(say::not_a_number, at, {name, "0", "1000000000"});
    return 0;
  }

  int whole(const json& of, const char* name, const std::string& at, int low, int high) {
    const auto it = of.find(name);
    if (it == of.end()) {
      refuse(say::missing, at, {name});
      return low;
    }
    return whole_value(*it, at + "/" + name, name, low, high);
  }

  int whole_value(const json& v, const std::string& at, const char* name, int low, int high) {
    if (v.is_number_integer() && v >= low && v <= high) return v.get<int>();
    refuse(say::not_whole, at, {name, std::to_string(low), std::to_string(high)});
    return low;
  }

  void refuse(const message& what, const std::string& at, std::vector<std::string> arguments = {}) {
    if (!error_) error_ = refused(what, at, std::move(arguments));
  }
  error refused(const message& what, const std::string& at, std::vector<std::string> arguments = {}) const {
    return fail(failure::input, what, std::move(arguments), location{source_, at, 0, 0});
  }

  const std::string& source_;
  std::optional<error> error_;
  std::size_t links_ = 0;
};

}  // namespace

result<plan_problem> read_problem(const json& document, const std::string& source) {
  return problem_reader(source).read(document);
}

}  // namespace activateur
