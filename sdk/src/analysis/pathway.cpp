#include "analysis/pathway.hpp"

#include <algorithm>
#include <set>

#include "analysis/achievement_messages.hpp"
#include "analysis/criteria.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;

constexpr std::size_t longest_name = 512, longest_text = 8'192;  // bytes
constexpr std::size_t deepest_goal = 4, most_goal_nodes = 1'000;

std::string bounded(const fields& in, const char* member, std::size_t most, bool required) {
  std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty()))
    in.refuse(say::bad_length, {member, std::to_string(most)}, member);
  return text;
}

std::size_t at_least_of(const fields& in, std::size_t members) {
  if (!in.has("at_least")) return members;
  const double given = in.number("at_least");
  if (given >= 1 && given <= static_cast<double>(members) &&
      given == static_cast<double>(static_cast<std::size_t>(given)))
    return static_cast<std::size_t>(given);
  in.refuse(say::bad_at_least, {std::to_string(members)}, "at_least");
  return members;
}

class reader {
 public:
  explicit reader(const fields& in) : in_(in) {}

  pathway_description read() {
    only_members(in_, {"schema", "title", "text", "organisation", "steps", "goal"});
    only_schema(in_, "activateur/pathway/1");
    out_.title = bounded(in_, "title", longest_name, true);
    out_.text = bounded(in_, "text", longest_text, false);
    out_.organisation = bounded(in_, "organisation", longest_name, false);
    const std::vector<fields> list = in_.list("steps");
    if (list.empty()) in_.refuse(say::nothing_in, {}, "steps");
    if (list.size() > most_steps) {
      in_.refuse(say::too_many_of, {"steps", std::to_string(most_steps)}, "steps");
      return {};
    }
    for (const fields& one : list) read_step(one);
    for (std::size_t i = 0; i < out_.steps.size() && !in_.failed(); ++i)
      for (const std::string& before : out_.steps[i].after) known(list[i], before, "after");
    if (const auto goal = in_.object("goal")) {
      out_.goal = read_goal(*goal, 1);
    } else {
      for (const pathway_step& s : out_.steps) out_.goal.of.push_back({s.id, 0, {}});
      out_.goal.at_least = out_.goal.of.size();
    }
    if (in_.failed()) return {};
    references waits;
    for (const pathway_step& s : out_.steps) waits[s.id] = s.after;
    if (const auto way = cycle_in(waits)) in_.refuse(say::step_cycle, {way_text(*way)}, "steps");
    return std::move(out_);
  }

 private:
  void read_step(const fields& in) {
    only_members(in, {"id", "achievement", "label", "after"});
    pathway_step s;
    s.id = bounded(in, "id", longest_name, true);
    if (!ids_.insert(s.id).second) in.refuse(say::repeated, {shortened(s.id, 64)}, "id");
    s.achievement = bounded(in, "achievement", longest_name, true);
    s.label = bounded(in, "label", longest_name, false);
    if (const auto after = in.object("after")) {
      only_members(*after, {"at_least", "of"});
      s.after = after->texts("of");
      if (s.after.empty()) after->refuse(say::nothing_in, {}, "of");
      if (s.after.size() > most_steps) after->refuse(say::too_many_of, {"of", std::to_string(most_steps)}, "of");
      const std::set<std::string> once(s.after.begin(), s.after.end());
      if (once.size() != s.after.size()) after->refuse(say::repeated, {"of"}, "of");
      s.after_least = at_least_of(*after, s.after.size());
    }
    out_.steps.push_back(std::move(s));
  }

  pathway_goal read_goal(const fields& in, std::size_t depth) {
    pathway_goal out;
    if (in.failed()) return out;
    if (depth > deepest_goal || ++nodes_ > most_goal_nodes) {
      in.refuse(depth > deepest_goal ? say::too_deep : say::too_many,
                {std::to_string(depth > deepest_goal ? deepest_goal : most_goal_nodes)});
      return out;
    }
    if (in.value().is_object() && in.has("step")) {
      only_members(in, {"step"});
      out.step = bounded(in, "step", longest_name, true);
      known(in, out.step, "step");
      return out;
    }
    only_members(in, {"at_least", "of"});
    const std::vector<fields> list = in.list("of");
    if (list.empty()) in.refuse(say::nothing_in, {}, "of");
    out.at_least = at_least_of(in, list.size());
    std::set<std::string> members;
    for (const fields& one : list) {
      out.of.push_back(read_goal(one, depth + 1));
      if (in.failed()) return out;
      const std::string key = key_of_choice(out.of.back(), [](const pathway_goal& goal) {
        return goal.step.empty() ? goal.step : write_json(goal.step);
      });
      if (!members.insert(key).second) one.refuse(say::repeated, {shortened(key, 64)});
    }
    return out;
  }

  void known(const fields& in, const std::string& step, const char* member) {
    if (!in.failed() && !ids_.contains(step)) in.refuse(say::unknown_step, {shortened(step, 64)}, member);
  }

  const fields& in_;
  pathway_description out_;
  std::set<std::string> ids_;
  std::size_t nodes_ = 0;
};

using earned_steps = std::map<std::string, bool, std::less<>>;

std::size_t earned_among(const std::vector<std::string>& steps, const earned_steps& earned) {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [&](const std::string& s) { return earned.at(s); }));
}

bool reached(const pathway_goal& goal, const earned_steps& earned) {
  if (!goal.step.empty()) return earned.at(goal.step);
  const auto met =
      std::count_if(goal.of.begin(), goal.of.end(), [&](const pathway_goal& one) { return reached(one, earned); });
  return static_cast<std::size_t>(met) >= goal.at_least;
}

// Steps that are left before the goal, those that they come after with them. Where some of several are enough, those
// that have the fewest before them are taken, each by itself: the fewest, unless they share what comes before.
class steps_left {
 public:
  steps_left(const pathway_description& of, const earned_steps& earned) : of_(of), earned_(earned) {
    for (std::size_t i = 0; i < of.steps.size(); ++i) at_[of.steps[i].id] = i;
  }
  [[nodiscard]] std::size_t before_goal() { return before(of_.goal).size(); }

 private:
  using steps = std::set<std::size_t>;

  static steps fewest(std::vector<steps> each, std::size_t wanted) {
    std::stable_sort(each.begin(), each.end(), [](const steps& a, const steps& b) { return a.size() < b.size(); });
    steps out;
    for (std::size_t i = 0; i < std::min(wanted, each.size()); ++i) out.insert(each[i].begin(), each[i].end());
    return out;
  }
  steps before(const pathway_goal& goal) {
    if (!goal.step.empty()) return with(goal.step);
    std::vector<steps> each;
    for (const pathway_goal& one : goal.of) each.push_back(before(one));
    return fewest(std::move(each), goal.at_least);
  }
  // The step and what is left before it; no step waits for itself, so this ends.
  const steps& with(const std::string& id) {
    const std::size_t i = at_.at(id);
    if (const auto known = known_.find(i); known != known_.end()) return known->second;
    steps out;
    if (!earned_.at(id)) {
      std::vector<steps> each;
      for (const std::string& one : of_.steps[i].after) each.push_back(with(one));
      out = fewest(std::move(each), of_.steps[i].after_least);
      out.insert(i);
    }
    return known_.emplace(i, std::move(out)).first->second;
  }

  const pathway_description& of_;
  const earned_steps& earned_;
  std::map<std::string, std::size_t, std::less<>> at_;
  std::map<std::size_t, steps> known_;
};

}  // namespace

std::string_view name(pathway_state s) {
  switch (s) {
    case pathway_state::earned: return "earned";
    case pathway_state::open: return "open";
    case pathway_state::waiting: break;
  }
  return "waiting";
}

pathway_description read_pathway(const fields& in) { return reader(in).read(); }

result<pathway_description> read_pathway(const json& document, const std::string& source) {
  std::optional<error> first;
  pathway_description out = read_pathway(fields(document, source, first));
  if (first) return *std::move(first);
  return out;
}

result<json> progress_on(const pathway_description& of, evaluator& by, const catalogue& among, const context& with) {
  std::vector<const achievement_finding*> found;
  earned_steps earned;
  for (const pathway_step& s : of.steps) {
    const catalogue_entry* entry = among.find(s.achievement);
    if (entry == nullptr) return fail(failure::not_found, say::unknown, {shortened(s.achievement, 120)});
    found.push_back(&by.of(*entry));
    earned[s.id] = found.back()->earned();
  }
  json steps = json::array();
  std::vector<std::pair<criteria_distance, std::size_t>> next;
  std::size_t done = 0;
  for (std::size_t i = 0; i < of.steps.size(); ++i) {
    const pathway_step& s = of.steps[i];
    const achievement_finding& f = *found[i];
    const pathway_state state = f.earned()                                       ? pathway_state::earned
                                : earned_among(s.after, earned) >= s.after_least ? pathway_state::open
                                                                                 : pathway_state::waiting;
    if (state == pathway_state::earned) ++done;
    if (state == pathway_state::open) next.emplace_back(f.missing.distance, i);
    json line{{"id", s.id},
              {"achievement", s.achievement},
              {"name", s.label.empty() ? f.entry->what.name : s.label},
              {"state", name(state)},
              {"held", f.held},
              {"distance", {{"leaves", f.missing.distance.leaves}, {"weight", f.missing.distance.weight}}}};
    if (!s.after.empty())
      line["after"] = {{"of", s.after}, {"at_least", s.after_least}, {"earned", earned_among(s.after, earned)}};
    steps.push_back(std::move(line));
  }
  std::stable_sort(next.begin(), next.end());
  json order = json::array();
  for (const auto& [distance, at] : next) order.push_back(of.steps[at].id);
  return json{{"schema", "activateur/pathway-progress/1"},
              {"title", of.title},
              {"completed", reached(of.goal, earned)},
              {"steps", std::move(steps)},
              {"earned", done},
              {"left", steps_left(of, earned).before_goal()},
              {"next", std::move(order)},
              {"at", to_text(with.now)}};
}

}  // namespace activateur
