#include "analysis/match_run.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "analysis/covering.hpp"
#include "analysis/match_messages.hpp"
#include "analysis/target.hpp"
#include "base/text.hpp"
#include "recognition/levels.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = match_messages;

constexpr std::size_t most_targets = 1'000'000;
constexpr std::size_t most_persons = 1'000'000;  // that wait

bool matchable(const target& t) {
  return std::all_of(t.requirements.begin(), t.requirements.end(),
                     [](const requirement& r) { return r.level == std::floor(r.level); });
}

coverage value_of(const opinion& o) { return {o.belief(), o.expectation(), o.plausibility()}; }

// Runs `one(i)` for every i below `count` over threads; the host's callback is called on its own thread only. False:
// stopped.
template <class One>
bool for_each_of(std::size_t count, unsigned threads, const context& with, One&& one) {
  std::atomic<std::size_t> next{0}, finished{0};
  std::atomic<bool> stop{false};
  context quiet = with;
  quiet.progress = progress_sink({}, &stop);
  const auto work = [&](bool on_the_hosts_thread) {
    for (std::size_t i = next.fetch_add(1); i < count && !stop; i = next.fetch_add(1)) {
      one(i, quiet);
      const std::size_t done = finished.fetch_add(1) + 1;
      if (on_the_hosts_thread && !with.progress.at(done, count)) stop = true;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>({threads, count, 256}); ++i) others.emplace_back(work, false);
    work(true);
    while (!stop && finished < count) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      if (!with.progress.at(finished, count)) stop = true;
    }
  }
  return !stop;
}

}  // namespace

result<std::unique_ptr<match_run>> match_run::begin(match_request asked, const context& with) {
  std::unique_ptr<match_run> out(new match_run);
  out->asked_ = std::move(asked);
  std::uint32_t competences = 0;
  for (const framework_ptr& f : out->asked_.frameworks.all()) {
    out->first_number_.push_back(competences);
    competences += static_cast<std::uint32_t>(f->counts().competences);
  }
  out->levels_asked_.assign(competences, 0);
  out->zones_.by = &out->asked_.by;
  if (auto added = out->add_targets(with); !added) return std::move(added).why();
  return out;
}

result<void> match_run::add_targets(const context& with) {
  std::vector<std::string>& named = asked_.targets;
  if (named.empty())
    for (const framework_ptr& f : asked_.frameworks.all())
      for (std::uint32_t j = 0; j < f->counts().jobs; ++j) named.push_back(job_name(*f, j));
  if (named.size() > most_targets) return fail(failure::limit, say::too_many_targets, {std::to_string(most_targets)});
  match_targets all, essential;
  std::vector<match_requirement> of_all, of_essential;
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto t = find_target(asked_.frameworks, named[i]);
    if (!t) return std::move(t).why();
    if (!matchable(*t)) return fail(failure::unsupported, say::not_matchable, {shortened(t->id, 120)});
    of_all.clear();
    of_essential.clear();
    std::vector<match_choice> choices(t->groups.size()), of_essentials;
    for (const requirement& r : t->requirements) {
      const auto level = static_cast<std::uint8_t>(r.level);
      const match_requirement one{*number_of(r.competence), level, importance_of(asked_.by, r.importance)};
      levels_asked_[one.competence] |= static_cast<unsigned char>(1U << level);
      if (r.group != no_group) {
        choices[r.group].members.push_back(one);
        continue;
      }
      of_all.push_back(one);
      if (r.essential) of_essential.push_back(one);
    }
    for (std::size_t g = 0; g < choices.size(); ++g) {
      choices[g].at_least = t->groups[g].at_least;
      choices[g].weight = importance_of(asked_.by, t->groups[g].importance);
      if (t->groups[g].essential) of_essentials.push_back(choices[g]);
    }
    all.add(of_all, choices);
    essential.add(of_essential, of_essentials);
    targets_.push_back({std::move(t->id), std::move(t->kind), std::move(t->label)});
    if (i % 64 == 0 && !with.progress.at(0, 0)) return progress_sink::cancelled();
  }
  named = {};
  auto index = match_index::build(all, levels_asked_.size());
  if (!index) return std::move(index).why();
  auto index_of_essential = match_index::build(essential, levels_asked_.size());
  if (!index_of_essential) return std::move(index_of_essential).why();
  all_ = std::make_shared<const match_index>(*std::move(index));
  essential_ = std::make_shared<const match_index>(*std::move(index_of_essential));
  zones_.essential = essential_.get();
  return {};
}

std::optional<std::uint32_t> match_run::number_of(std::string_view competence) const {
  const auto ref = asked_.frameworks.competence(competence);
  if (!ref) return std::nullopt;
  const auto& all = asked_.frameworks.all();
  const auto at = std::find(all.begin(), all.end(), ref->in) - all.begin();
  return first_number_[static_cast<std::size_t>(at)] + ref->index;
}

std::vector<match_known> match_run::known_of(const recognition_state& state) const {
  std::vector<match_known> out;
  for (const auto& [name, standing] : state.competences) {
    const auto number = number_of(name);
    if (!number || levels_asked_[*number] == 0) continue;  // no target asks for it
    constexpr unsigned char any_but_usual = 1U << 1U | 1U << 2U | 1U << 4U;
    if ((levels_asked_[*number] & any_but_usual) == 0) {
      out.push_back({*number, 4, value_of(standing.value)});
      continue;
    }
    out.push_back({*number, 0, value_of(standing.value)});
    for (std::uint8_t level = 1; level < match_level_count; ++level)
      out.push_back({*number, level, value_of(at_level(standing, level, asked_.by).value)});
  }
  std::sort(out.begin(), out.end(), [](const match_known& a, const match_known& b) {
    return a.competence != b.competence ? a.competence < b.competence : a.up_to < b.up_to;
  });
  return out;
}

match_run::known_person match_run::weighed(const json& document, const context& with) const {
  known_person out;
  if (document.is_object())
    if (const auto name = document.find("person"); name != document.end() && name->is_string())
      out.name = shortened(name->get_ref<const std::string&>(), 256);
  auto person = read_portfolio(document, "portfolio");
  if (!person) {
    // What may be a social security number is not repeated.
    out.failed = std::move(person).why();
    if (out.failed->where.pointer == "/person") out.name.clear();
    return out;
  }
  const auto state = recognise(*person, asked_.frameworks, asked_.by, asked_.verifying, with);
  if (state)
    out.known = known_of(*state);
  else
    out.failed = state.why();
  return out;
}

std::size_t match_run::rows_of_one() const {
  return asked_.best == 0 ? targets_.size() : std::min(asked_.best, targets_.size());
}

result<void> match_run::keep(std::vector<known_person> persons) {
  std::size_t entries = 0;
  for (const known_person& p : persons) entries += p.known.size();
  const std::size_t waiting = persons_.size() + persons.size();
  const std::size_t needed =
      known_.bytes() + entries * sizeof(match_known) +
      waiting * (rows_of_one() * match_columns::row_bytes + sizeof(match_person) + sizeof(match_known));
  if (waiting > most_persons || needed > asked_.memory)
    return fail(failure::limit, persons_.empty() ? say::too_little_memory : say::memory_full,
                {std::to_string(waiting), std::to_string(needed), std::to_string(asked_.memory)});
  for (known_person& p : persons) {
    persons_.push_back({std::move(p.name), added_++, std::move(p.failed)});
    known_.add(std::move(p.known));
  }
  return {};
}

result<void> match_run::add(const json& document, const context& with) {
  const result<std::vector<const json*>> portfolios = portfolios_in(document);
  if (!portfolios) return portfolios.why();
  std::vector<known_person> persons(portfolios->size());
  std::atomic<bool> cancelled{false};
  const bool done = for_each_of(portfolios->size(), asked_.threads, with, [&](std::size_t i, const context& quiet) {
    persons[i] = weighed(*(*portfolios)[i], quiet);
    if (persons[i].failed && persons[i].failed->kind == failure::cancelled) cancelled = true;
  });
  if (!done || cancelled) return progress_sink::cancelled();
  return keep(std::move(persons));
}

result<void> match_run::add(std::span<const std::string> names, std::span<const match_statement> statements,
                            const context& with) {
  std::vector<known_person> persons(names.size());
  for (std::size_t p = 0; p < names.size(); ++p) persons[p].name = shortened(names[p], 256);
  std::map<std::string_view, std::optional<std::uint32_t>> numbers;
  std::size_t seen = 0;
  for (const match_statement& s : statements) {
    if (s.person >= persons.size()) return fail(failure::usage, say::no_such_person, {std::to_string(s.person)});
    if (++seen % 65536 == 0 && !with.progress.at(0, 0)) return progress_sink::cancelled();
    known_person& of = persons[s.person];
    if (of.failed) continue;
    auto [number, fresh] = numbers.try_emplace(s.competence);
    if (fresh) number->second = number_of(s.competence);
    const bool ordered = s.value.belief >= 0 && s.value.belief <= s.value.expectation &&
                         s.value.expectation <= s.value.plausibility && s.value.plausibility <= 1;
    if (!number->second)
      of.failed = fail(failure::input, say::unknown_competence, {shortened(std::string(s.competence), 120)});
    else if (s.level < 0 || s.level > 4)
      of.failed = fail(failure::input, say::bad_level, {std::string(s.competence), std::to_string(s.level)});
    else if (!ordered)
      of.failed = fail(failure::input, say::bad_value, {std::string(s.competence)});
    else
      of.known.push_back({*number->second, static_cast<std::uint8_t>(s.level == 0 ? 4 : s.level), s.value});
  }
  for (known_person& p : persons) {
    std::sort(p.known.begin(), p.known.end(), [](const match_known& a, const match_known& b) {
      return a.competence != b.competence ? a.competence < b.competence : a.up_to < b.up_to;
    });
    const auto twice = std::adjacent_find(
        p.known.begin(), p.known.end(),
        [](const match_known& a, const match_known& b) { return a.competence == b.competence && a.up_to == b.up_to; });
    if (!p.failed && twice != p.known.end())
      p.failed = fail(failure::input, say::said_twice, {std::to_string(twice->up_to)});
    if (p.failed) p.known.clear();
  }
  return keep(std::move(persons));
}

result<match_result> match_run::take(const context& with) {
  match_options options;
  options.unknown = {0, asked_.by.presumption_default, 1};
  options.best = asked_.best;
  options.threads = asked_.threads;
  options.memory = std::min(asked_.memory, std::size_t{16} << 20U);  // beside what keep() counted
  match_result out;
  // The rows of a person stand together.
  const auto give = [&](const match_columns& rows) {
    for (std::size_t i = 0, end = 0; i < rows.size(); i = end) {
      while (end < rows.size() && rows.person[end] == rows.person[i]) ++end;
      if (persons_[rows.person[i]].failed) continue;
      const auto append = [&](auto& to, const auto& from) {
        to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(i),
                  from.begin() + static_cast<std::ptrdiff_t>(end));
      };
      append(out.rows.person, rows.person);
      append(out.rows.target, rows.target);
      append(out.rows.belief, rows.belief);
      append(out.rows.expectation, rows.expectation);
      append(out.rows.plausibility, rows.plausibility);
      append(out.rows.in, rows.in);
    }
    return true;
  };
  if (auto done = match_batch(*all_, &zones_, known_, options, give, with); !done) return std::move(done).why();
  out.persons = std::move(persons_);
  persons_.clear();
  known_.clear();
  return out;
}

}  // namespace activateur
