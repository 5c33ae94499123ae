// How good the gap is, on full ROME 4.0 ($ACTIVATEUR_SHARED or ../shared). Measures quality, not time.
//
// Mobilities: for each official mobility, a person who holds the source job against the target job: which of the
// target's items are called missing, by equal codes, by equal macro-competences, and by the gap's states.
//
// Hold-out: for each job, three of ten of its competences are hidden, and the person has badges for the others. The job
// itself is taken out of the framework (5 folds): nobody's work is exactly one of ROME's jobs. Asked about every
// competence that the job or one of its official mobilities asks: is the hidden one presumed, and how often is a given
// expectation right? A competence counts as had when the job asks it: the nearest to a truth that public
// data has, and stricter than life, where a person can do more than her job asks.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string_view>

#include "analysis/gap.hpp"
#include "analysis/near.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/import.hpp"

namespace {

using namespace activateur;

framework_ptr rome() {
  const char* named = std::getenv("ACTIVATEUR_SHARED");
  const std::filesystem::path root(ACTIVATEUR_SOURCE_DIR);
  const auto shared = named != nullptr ? std::filesystem::path(named) : root / ".." / "shared";
  const auto official = shared / "data" / "rome4_v460" / "raw";
  if (!std::filesystem::is_directory(official)) return nullptr;
  auto imported = import_framework(official.string(), {});
  return imported ? *imported : nullptr;
}

context at_2026() {
  context with;
  with.now = *parse_date_time("2026-06-01T00:00:00Z");
  return with;
}

std::uint32_t family(const framework& f, std::uint32_t competence) {
  const competence_view c = f.competence(competence);
  return c.grain == competence_grain::macro ? competence : c.macro;
}

void mobilities(const framework_set& all, const framework_ptr& f) {
  struct tally {
    std::size_t pairs = 0, items = 0, by_code = 0, by_macro = 0, near = 0;
    std::array<std::size_t, 4> states{};
    void add(const tally& o) {
      pairs += o.pairs, items += o.items, by_code += o.by_code, by_macro += o.by_macro, near += o.near;
      for (std::size_t s = 0; s < states.size(); ++s) states[s] += o.states[s];
    }
  };
  std::map<std::string, tally> slices;
  const policy& by = default_policy();
  for (std::uint32_t from = 0; from < f->counts().jobs; ++from) {
    const auto to_all = f->mobilities_of(from);
    if (to_all.empty()) continue;
    portfolio person;
    person.holds_job = job_name(*f, from);
    const auto state = weigh(person, {}, all, by, at_2026());
    if (!state) std::exit(1);
    std::set<std::uint32_t> had, families;
    for (const job_link& l : f->links_of(from)) {
      had.insert(l.competence);
      families.insert(family(*f, l.competence));
    }
    const near_misses near(*state, all, by);
    for (const mobility& m : to_all) {
      tally one;
      one.pairs = 1;
      for (const job_link& l : f->links_of(m.job)) {
        ++one.items;
        one.by_code += had.contains(l.competence) ? 0 : 1;
        const std::uint32_t family_of = family(*f, l.competence);
        one.by_macro += had.contains(l.competence) || (family_of != no_index && families.contains(family_of)) ? 0 : 1;
        const std::string name = competence_name(*f, l.competence);
        const auto known = state->competences.find(name);
        const requirement_state s = state_of(known == state->competences.end() ? nullptr : &known->second, by);
        ++one.states[static_cast<std::size_t>(s)];
        if (s == requirement_state::to_explore && !near.of(name).empty()) ++one.near;
      }
      slices["all"].add(one);
      const bool same_domain = f->job(from).domain == f->job(m.job).domain;
      slices[same_domain ? "same domain" : "other domain"].add(one);
    }
  }
  std::printf("%-14s %8s %8s %8s %8s | %10s %8s %10s %10s %8s\n", "mobilities", "pairs", "items", "code", "macro",
              "recognised", "presumed", "explore", "of it near", "acquire");
  for (const auto& [name, t] : slices) {
    const auto share = [&](std::size_t n) { return 100.0 * static_cast<double>(n) / static_cast<double>(t.items); };
    std::printf("%-14s %8zu %8zu %7.1f%% %7.1f%% | %9.1f%% %7.1f%% %9.1f%% %9.1f%% %7.1f%%\n", name.c_str(), t.pairs,
                t.items, share(t.by_code), share(t.by_macro), share(t.states[0]), share(t.states[1]),
                share(t.states[2]), share(t.near), share(t.states[3]));
  }
}

struct judged {
  double expectation = 0;
  std::string relation;  // of the strongest presumption, else of the evidence, else "unknown"
  requirement_state state = requirement_state::to_explore;
  bool had = false;
};

constexpr std::uint32_t folds = 5;

// The framework with the same competences, without the jobs of a fold.
framework_ptr without(const framework& f, std::uint32_t fold) {
  framework_draft draft;
  draft.id = std::string(f.id());
  draft.version = std::string(f.version());
  draft.title = std::string(f.title());
  for (std::uint32_t i = 0; i < f.counts().competences; ++i) {
    const competence_view c = f.competence(i);
    draft_competence& to = draft.competences.emplace_back();
    to.code = std::string(c.code);
    to.label = std::string(c.label);
    to.kind = c.kind;
    to.grain = c.grain;
    if (c.macro != no_index) to.macro = std::string(f.competence(c.macro).code);
  }
  for (std::uint32_t i = 0; i < f.counts().jobs; ++i) {
    if (i % folds == fold) continue;
    draft_job& to = draft.jobs.emplace_back();
    to.code = std::string(f.job(i).code);
    to.label = std::string(f.job(i).label);
    for (const job_link& l : f.links_of(i))
      to.links.push_back({std::string(f.competence(l.competence).code), l.importance});
  }
  auto bytes = compile(std::move(draft));
  return bytes ? *framework::from_bytes(*std::move(bytes), "fold") : nullptr;
}

void hold_out(const framework_ptr& f, std::uint32_t fold, const policy& by, std::vector<judged>& out) {
  framework_set all;
  all.add(without(*f, fold));
  std::mt19937 random(fold + 1);
  for (std::uint32_t job = fold; job < f->counts().jobs; job += folds) {
    std::vector<job_link> links = f->links_of(job);
    if (links.size() < 10) continue;
    std::set<std::uint32_t> asked;
    for (const job_link& l : links) asked.insert(l.competence);
    std::shuffle(links.begin(), links.end(), random);
    std::set<std::uint32_t> shown;
    for (std::size_t i = links.size() * 3 / 10; i < links.size(); ++i) shown.insert(links[i].competence);

    portfolio person;
    verification badge;
    badge.source = "b";
    badge.overall = verdict::valid;
    badge.subject.issuer.id = "https://issuer.example";
    badge.subject.issued = at_2026().now;
    for (const std::uint32_t c : shown) {
      alignment a;
      a.target_code = competence_name(*f, c);
      badge.subject.what.alignments.push_back(a);
    }
    person.credentials.push_back({"b", ""});
    const auto state = weigh(person, {badge}, all, by, at_2026());
    if (!state) std::exit(1);

    std::set<std::uint32_t> questions = asked;
    for (const mobility& m : f->mobilities_of(job))
      for (const job_link& l : f->links_of(m.job)) questions.insert(l.competence);
    for (const std::uint32_t c : questions) {
      if (shown.contains(c)) continue;
      judged one;
      one.had = asked.contains(c);
      one.expectation = by.presumption_default;
      one.relation = "unknown";
      const auto known = state->competences.find(competence_name(*f, c));
      if (known != state->competences.end()) {
        one.expectation = known->second.value.expectation();
        if (!known->second.presumptions.empty()) one.relation = known->second.presumptions.front().relation;
        if (!known->second.contributions.empty()) one.relation = known->second.contributions.front().relation;
        one.state = state_of(&known->second, by);
      }
      out.push_back(std::move(one));
    }
  }
}

void report(const std::vector<judged>& all) {
  struct bin {
    std::size_t n = 0, had = 0;
    double expected = 0;
  };
  std::array<bin, 10> bins;
  std::map<std::string, bin> relations, states;
  double brier = 0, base = 0;
  for (const judged& j : all) base += j.had ? 1 : 0;
  base /= static_cast<double>(all.size());
  double brier_of_base = 0;
  for (const judged& j : all) {
    const double truth = j.had ? 1 : 0;
    brier += (j.expectation - truth) * (j.expectation - truth);
    brier_of_base += (base - truth) * (base - truth);
    const auto add = [&](bin& b) {
      ++b.n;
      b.had += j.had ? 1 : 0;
      b.expected += j.expectation;
    };
    add(bins[std::min<std::size_t>(9, static_cast<std::size_t>(j.expectation * 10))]);
    add(relations[j.relation]);
    add(states[std::string(name(j.state))]);
  }
  const auto n = static_cast<double>(all.size());
  std::printf("\nhold-out: %zu questions, %.1f %% had; Brier %.4f (always the mean: %.4f)\n", all.size(), 100 * base,
              brier / n, brier_of_base / n);
  const auto line = [&](const std::string& name, const bin& b) {
    if (b.n == 0) return;
    const double share = static_cast<double>(b.had) / static_cast<double>(b.n);
    std::printf("%-28s %8zu   expected %.3f   had %.3f +- %.3f\n", name.c_str(), b.n,
                b.expected / static_cast<double>(b.n), share,
                1.96 * std::sqrt(share * (1 - share) / static_cast<double>(b.n)));
  };
  for (std::size_t i = 0; i < bins.size(); ++i) line("expectation 0." + std::to_string(i) + "..", bins[i]);
  for (const auto& [name, b] : relations) line("by " + name, b);
  for (const auto& [name, b] : states) line(name, b);
}

// Pairs of what a target asks and what the person has close by, for reading by hand.
void sample(const framework_set& all, const framework_ptr& f, std::size_t count) {
  std::mt19937 random(7);
  while (count > 0) {
    const auto from = static_cast<std::uint32_t>(random() % f->counts().jobs);
    const auto to_all = f->mobilities_of(from);
    if (to_all.empty()) continue;
    const std::uint32_t to = to_all[random() % to_all.size()].job;
    portfolio person;
    person.holds_job = job_name(*f, from);
    const auto state = weigh(person, {}, all, default_policy(), at_2026());
    if (!state) std::exit(1);
    const near_misses near(*state, all, default_policy());
    std::vector<job_link> links = f->links_of(to);
    std::shuffle(links.begin(), links.end(), random);
    for (const job_link& l : links) {
      const std::string name = competence_name(*f, l.competence);
      const auto known = state->competences.find(name);
      if (known != state->competences.end() &&
          state_of(&known->second, default_policy()) != requirement_state::to_explore)
        continue;
      const auto found = near.of(name);
      if (found.empty()) continue;
      std::printf("%s | %s | %s %.2f\n", std::string(f->competence(l.competence).label).c_str(),
                  found.front().label.c_str(), found.front().relation.c_str(), found.front().nearness);
      --count;
      break;
    }
  }
}

}  // namespace

// --sample N: N such pairs instead.
int main(int argc, char** argv) {
  const framework_ptr f = rome();
  if (f == nullptr) {
    std::puts("skipped: ROME 4.0 is not at hand (ACTIVATEUR_SHARED)");
    return 0;
  }
  framework_set all;
  all.add(f);
  if (argc == 3 && std::string_view(argv[1]) == "--sample") {
    sample(all, f, static_cast<std::size_t>(std::atoi(argv[2])));
    return 0;
  }
  mobilities(all, f);
  std::vector<judged> answers;
  for (std::uint32_t fold = 0; fold < folds; ++fold) hold_out(f, fold, default_policy(), answers);
  report(answers);
  return 0;
}
