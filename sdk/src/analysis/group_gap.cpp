#include "analysis/group_gap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/covering.hpp"
#include "analysis/document.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

namespace say = analysis_messages;

constexpr std::size_t most_together = 10;

template <std::size_t n>
said_counts<n> said(const std::array<std::size_t, n>& counts, std::size_t threshold) {
  const std::vector<bool> hidden = left_out({counts.begin(), counts.end()}, threshold);
  said_counts<n> out;
  for (std::size_t i = 0; i < n; ++i)
    if (!hidden[i]) out[i] = counts[i];
  return out;
}

template <std::size_t n, class Name>
json document_of(const said_counts<n>& counts, Name&& name_of) {
  json out = json::object();
  for (std::size_t i = 0; i < n; ++i) {
    json& one = out[std::string(name_of(i))];
    if (counts[i]) one = *counts[i];
  }
  return out;
}

}  // namespace

std::vector<bool> left_out(const std::vector<std::size_t>& counts, std::size_t threshold) {
  std::vector<bool> out(counts.size(), false);
  if (threshold <= 1) return out;
  std::size_t hidden = 0, persons = 0;
  const auto hide = [&](std::size_t i) {
    out[i] = true;
    ++hidden;
    persons += counts[i];
  };
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0 && counts[i] < threshold) hide(i);
  if (hidden == 0) return out;
  // The smallest of the others until what is hidden is at least two counts and `threshold` persons.
  while (hidden < counts.size() && (hidden < 2 || persons < threshold)) {
    std::size_t smallest = counts.size();
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (!out[i] && (smallest == counts.size() || counts[i] < counts[smallest])) smallest = i;
    hide(smallest);
  }
  return out;
}

group_tally::group_tally(target to, const framework_set& frameworks, const policy& by) : by_(by) {
  out_.to = std::move(to);
  out_.policy_id = by.id;
  out_.policy_version = by.version;
  out_.frameworks = versions_of(frameworks);
}

void group_tally::add(const gap_report& report) {
  if (states_.empty()) {
    states_.resize(report.items.size());
    for (const gap_item& i : report.items) out_.requirements.push_back({i.asked, {}});
  }
  ++out_.persons;
  ++verdicts_[static_cast<std::size_t>(report.verdict)];
  for (std::size_t i = 0; i < states_.size(); ++i) ++states_[i][static_cast<std::size_t>(report.items[i].state)];
  sum_.belief += report.covered.belief;
  sum_.expectation += report.covered.expectation;
  sum_.plausibility += report.covered.plausibility;
}

void group_tally::add(std::size_t position, error why) { out_.failures.emplace_back(position, std::move(why)); }

group_gap group_tally::result() const {
  group_gap out = out_;
  const auto threshold = static_cast<std::size_t>(by_.aggregate_threshold);
  out.suppressed = out.persons < threshold;
  if (out.suppressed || out.persons == 0) {
    out.requirements.clear();
    return out;
  }
  const auto n = static_cast<double>(out.persons);
  // In whole hundredths: with all its digits a mean of few persons tells the part of each.
  const auto mean = [n](double sum) { return std::round(sum / n * 100) / 100; };
  out.mean = {mean(sum_.belief), mean(sum_.expectation), mean(sum_.plausibility)};
  out.verdicts = said(verdicts_, threshold);
  constexpr auto presumed = static_cast<std::size_t>(requirement_state::presumed);
  std::vector<std::pair<std::size_t, std::string>> together;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    group_requirement& r = out.requirements[i];
    r.states = said(states_[i], threshold);
    if (r.states[presumed].value_or(0) > 0) together.emplace_back(*r.states[presumed], r.asked.competence);
  }
  std::sort(together.begin(), together.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < std::min(most_together, together.size()); ++i)
    out.recognise_together.push_back(together[i].second);
  return out;
}

result<group_gap> compare_group(const json& portfolios, const target& to, const framework_set& frameworks,
                                const policy& by, const verify_options& verifying, const context& with) {
  const result<std::vector<const json*>> all = portfolios_in(portfolios);
  if (!all) return all.why();
  group_tally tally(to, frameworks, by);
  for (std::size_t i = 0; i < all->size(); ++i) {
    if (!with.progress.at(i, all->size())) return progress_sink::cancelled();
    const result<portfolio> person = read_portfolio(*(*all)[i], "portfolio");
    if (!person) {
      tally.add(i, person.why());
      continue;
    }
    result<recognition_state> state = recognise(*person, frameworks, by, verifying, with);
    if (state)
      tally.add(compute_gap(*person, *std::move(state), to, frameworks, by));
    else if (state.why().kind == failure::cancelled)
      return std::move(state).why();
    else
      tally.add(i, std::move(state).why());
  }
  return tally.result();
}

json to_document(const group_gap& group, const policy& by, const context& with) {
  json out = {{"schema", "activateur/group-gap/1"},
              {"target", {{"id", group.to.id}, {"kind", group.to.kind}, {"label", group.to.label}}},
              {"at", to_text(with.now)},
              {"persons", group.persons},
              {"threshold", static_cast<std::size_t>(by.aggregate_threshold)},
              {"suppressed", group.suppressed},
              {"policy", {{"id", group.policy_id}, {"version", group.policy_version}, {"fingerprint", by.fingerprint}}},
              {"frameworks", group.frameworks},
              {"not_used", not_used()},
              {"text", (group.suppressed ? sentence(say::group_too_small,
                                                    {std::to_string(static_cast<std::size_t>(by.aggregate_threshold))})
                                         : sentence(say::group_text, {std::to_string(group.persons), group.to.label}))
                           .text(with.lang)}};
  out["failures"] = json::array();
  for (const auto& [position, why] : group.failures)
    out["failures"].push_back({{"position", position}, {"code", why.what.code()}, {"message", why.text(with.lang)}});
  if (group.suppressed || group.persons == 0) return out;
  out["coverage"] = document_of(group.mean);
  out["verdicts"] = document_of(group.verdicts, [](std::size_t i) { return name(static_cast<gap_verdict>(i)); });
  out["requirements"] = json::array();
  for (const group_requirement& r : group.requirements) {
    json one = {
        {"competence", r.asked.competence},
        {"label", r.asked.label},
        {"importance", r.asked.importance},
        {"essential", r.asked.essential},
        {"counts", document_of(r.states, [](std::size_t i) { return name(static_cast<requirement_state>(i)); })}};
    if (r.asked.level > 0) one["level"] = r.asked.level;
    if (r.asked.group != no_group) one["group"] = group.to.groups[r.asked.group].id;
    out["requirements"].push_back(std::move(one));
  }
  out["recognise_together"] = group.recognise_together;
  return out;
}

}  // namespace activateur
