#include "report/plan_order.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace activateur::report {
namespace {

// Where steps are, by their ids and by their actions; an action that comes again is in several steps.
class step_names {
 public:
  step_names(const plan_report& plan, const std::vector<step_mark>* marks) : marks_(marks) {
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
      places_[plan.steps[i].action].push_back(i);
      if (marks != nullptr && i < marks->size() && !(*marks)[i].id.empty() && (*marks)[i].id != plan.steps[i].action)
        places_[(*marks)[i].id].push_back(i);
    }
  }

  // The last one before `step`, one that was not given up if there is.
  [[nodiscard]] std::optional<std::size_t> before(std::size_t step, const std::string& name) const {
    const auto known = places_.find(name);
    if (known == places_.end()) return std::nullopt;
    const auto end = std::lower_bound(known->second.begin(), known->second.end(), step);
    std::optional<std::size_t> out;
    for (auto it = end; it != known->second.begin();) {
      --it;
      if (!given_up(*it)) return *it;
      if (!out) out = *it;
    }
    return out;
  }
  // The first one after `step`.
  [[nodiscard]] std::optional<std::size_t> after(std::size_t step, const std::string& name) const {
    const auto known = places_.find(name);
    if (known == places_.end()) return std::nullopt;
    const auto found = std::upper_bound(known->second.begin(), known->second.end(), step);
    return found == known->second.end() ? std::nullopt : std::optional(*found);
  }

 private:
  [[nodiscard]] bool given_up(std::size_t step) const {
    if (marks_ == nullptr || step >= marks_->size()) return false;
    const step_state s = (*marks_)[step].state;
    return s == step_state::failed || s == step_state::dropped;
  }
  const std::vector<step_mark>* marks_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> places_;
};

void add(std::vector<std::size_t>& to, std::size_t step) {
  const auto place = std::lower_bound(to.begin(), to.end(), step);
  if (place == to.end() || *place != step) to.insert(place, step);
}

}  // namespace

step_order order_of(const plan_report& plan, const std::vector<step_mark>* marks) {
  const std::size_t n = plan.steps.size();
  const step_names names(plan, marks);
  step_order out;
  out.before.resize(n);
  out.after.resize(n);
  out.layer.resize(n, 0);
  const auto link = [&](std::size_t from, std::size_t to) {
    add(out.before[to], from);
    add(out.after[from], to);
  };
  for (std::size_t i = 0; i < n; ++i)
    for (const step_need& need : plan.steps[i].needs) {
      step_wait wait{i, need.at_least, need.of, {}};
      for (const std::string& name : need.steps)
        if (const auto known = names.before(i, name)) add(wait.from, *known);
      for (const std::size_t from : wait.from) link(from, i);
      if (!wait.from.empty()) out.waits.push_back(std::move(wait));
    }
  for (std::size_t i = 0; i < n; ++i)
    for (const std::string& name : plan.steps[i].opens) {
      const auto known = names.after(i, name);
      if (!known || !plan.steps[*known].needs.empty()) continue;
      link(i, *known);
      out.waits.push_back({*known, 1, 1, {i}});
    }
  std::stable_sort(out.waits.begin(), out.waits.end(),
                   [](const step_wait& a, const step_wait& b) { return a.step < b.step; });
  for (std::size_t i = 0; i < n; ++i) {
    for (const std::size_t earlier : out.before[i]) out.layer[i] = std::max(out.layer[i], out.layer[earlier] + 1);
    out.layers = std::max(out.layers, out.layer[i] + 1);
  }
  return out;
}

}  // namespace activateur::report
