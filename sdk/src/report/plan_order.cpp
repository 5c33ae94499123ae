#include "report/plan_order.hpp"

#include <algorithm>
#include <map>

namespace activateur::report {
namespace {

using step_names = std::map<std::string, std::size_t, std::less<>>;

// Steps by their ids, and by their actions, the first of those that share one.
step_names names_of(const plan_report& plan, const std::vector<step_mark>* marks) {
  step_names out;
  for (std::size_t i = 0; marks != nullptr && i < marks->size() && i < plan.steps.size(); ++i)
    if (!(*marks)[i].id.empty()) out.emplace((*marks)[i].id, i);
  for (std::size_t i = 0; i < plan.steps.size(); ++i) out.emplace(plan.steps[i].action, i);
  return out;
}

void add(std::vector<std::size_t>& to, std::size_t step) {
  const auto place = std::lower_bound(to.begin(), to.end(), step);
  if (place == to.end() || *place != step) to.insert(place, step);
}

}  // namespace

step_order order_of(const plan_report& plan, const std::vector<step_mark>* marks) {
  const std::size_t n = plan.steps.size();
  const step_names names = names_of(plan, marks);
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
        if (const auto known = names.find(name); known != names.end() && known->second < i)
          add(wait.from, known->second);
      for (const std::size_t from : wait.from) link(from, i);
      if (!wait.from.empty()) out.waits.push_back(std::move(wait));
    }
  for (std::size_t i = 0; i < n; ++i)
    for (const std::string& name : plan.steps[i].opens) {
      const auto known = names.find(name);
      if (known == names.end() || known->second <= i || !plan.steps[known->second].needs.empty()) continue;
      link(i, known->second);
      out.waits.push_back({known->second, 1, 1, {i}});
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
