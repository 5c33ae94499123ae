// Laying evidence on competences and adding it up.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "recognition/covered_jobs.hpp"
#include "recognition/levels.hpp"
#include "recognition/messages.hpp"
#include "recognition/travel.hpp"

namespace activateur {
namespace {

namespace say = recognition_messages;

// A badge for a macro-competence speaks of some thirty items (269 at most in ROME 4.0), so that a hostile portfolio
// could fill the memory; honest ones stay far below.
constexpr std::size_t most_contributions = 500'000;

struct laid {
  evidence what;
  bool hop = false;      // came from another competence
  bool travels = false;  // goes to other competences as evidence
};

struct draft {
  std::vector<laid> evidence_for;
  std::vector<presumption> presumptions;
  double base_rate = 0;  // the strongest direct presumption
};

using drafts = std::map<place, draft>;

// --- adding up ----------------------------------------------------------------------------------------------------

// The opinion from a part of the evidence, one count a voice.
template <class Filter>
opinion opinion_of(const draft& d, double base_rate, Filter&& counts) {
  std::map<std::pair<std::string_view, bool>, double> strongest;
  for (const laid& l : d.evidence_for) {
    if (!counts(l)) continue;
    double& held = strongest[{l.what.voice, l.what.negative}];
    held = std::max(held, l.what.weight());
  }
  opinion out;
  out.base_rate = base_rate;
  for (const auto& [key, weight] : strongest) (key.second ? out.negative : out.positive) += weight;
  return out;
}

auto order_of(const evidence& e) { return std::tie(e.id, e.kind, e.relation, e.via, e.negative); }

bool stronger(const presumption& a, const presumption& b) {
  if (a.base_rate != b.base_rate) return a.base_rate > b.base_rate;
  return std::tie(a.experience, a.job, a.relation, a.via) < std::tie(b.experience, b.job, b.relation, b.via);
}

// --- presumption from neighbours ----------------------------------------------------------------------------------

struct neighbour {
  place from;
  double base_rate = 0;
  const char* relation = "";
};

// What is known of a competence makes its neighbours likelier. Between items of one macro-competence everything said
// of the item itself counts; along the hierarchy and across frameworks only what has not already travelled as
// evidence.
std::map<place, neighbour> presumed_by_neighbours(const drafts& all, const framework_set& frameworks, const policy& by,
                                                  surroundings& around) {
  std::map<place, neighbour> best;
  const auto give = [&](place from, place to, double expectation, double factor, const char* relation) {
    const double rate = expectation * factor;
    if (rate <= by.presumption_default || to == from) return;  // the default is the floor
    const auto [it, fresh] = best.try_emplace(to, neighbour{from, rate, relation});
    // `all` is walked by place: of equal rates the first place stays.
    if (!fresh && rate > it->second.base_rate) it->second = {from, rate, relation};
  };
  // Of the items of a macro-competence the two that say most: an item is no neighbour of its own.
  struct strongest {
    place first, second;
    double most = 0, less = 0;
  };
  std::map<place, strongest> of_macro;
  for (const auto& one : all) {
    const place where = one.first;
    const draft& d = one.second;
    const bool known = !d.presumptions.empty() ||
                       std::any_of(d.evidence_for.begin(), d.evidence_for.end(), [](const laid& l) { return !l.hop; });
    if (!known) continue;
    const double base = std::max(d.base_rate, by.presumption_default);
    const double direct = opinion_of(d, base, [](const laid& l) { return !l.hop; }).expectation();
    const double stays =
        opinion_of(d, base, [](const laid& l) { return !l.hop && (!l.travels || l.what.negative); }).expectation();
    for (const hop& h : around.along_hierarchy(where)) give(where, h.to, stays, h.factor, h.relation);
    for (const hop& h : around.across(where)) give(where, h.to, stays, h.factor, h.relation);
    const framework& f = *frameworks.all()[where.framework];
    for (const std::uint32_t broader : f.broader_of(where.competence)) {
      if (f.competence(broader).grain == competence_grain::group) continue;
      strongest& s = of_macro[{where.framework, broader}];
      if (direct > s.most) {
        s.second = s.first;
        s.less = s.most;
        s.first = where;
        s.most = direct;
      } else if (direct > s.less) {
        s.second = where;
        s.less = direct;
      }
    }
  }
  const double beside = factor_of(by, "same_macro");
  for (const auto& [macro, s] : of_macro)
    for (const std::uint32_t item : frameworks.all()[macro.framework]->items_of(macro.competence)) {
      const place to{macro.framework, item};
      if (to == s.first)
        give(s.second, to, s.less, beside, "same_macro");
      else
        give(s.first, to, s.most, beside, "same_macro");
    }
  return best;
}

// The belief in each competence that evidence itself names, and a third party's.
std::map<place, double> proven_directly(const drafts& all) {
  std::map<place, double> out;
  const auto counts = [](const laid& l) { return !l.hop && (l.what.third_party || l.what.negative); };
  for (const auto& [where, d] : all)
    if (const double belief = opinion_of(d, 0, counts).belief(); belief > 0) out.emplace_hint(out.end(), where, belief);
  return out;
}

standing settle(draft d, const policy& by) {
  standing out;
  for (laid& l : d.evidence_for) out.contributions.push_back(std::move(l.what));
  std::sort(out.contributions.begin(), out.contributions.end(),
            [](const evidence& a, const evidence& b) { return order_of(a) < order_of(b); });
  count_voices_once(out.contributions);
  std::sort(d.presumptions.begin(), d.presumptions.end(), stronger);
  out.presumptions = std::move(d.presumptions);
  out.value = opinion_from(out, by);
  return out;
}

}  // namespace

result<recognition_state> weigh(const portfolio& of, std::vector<verification> verifications,
                                const framework_set& frameworks, const policy& by, const context& with) {
  if (verifications.size() != of.credentials.size())
    return fail(failure::usage, say::wrong_count,
                {std::to_string(verifications.size()), std::to_string(of.credentials.size())});
  auto collected = collect_pieces(of, verifications, frameworks, by, with);
  if (!collected) return std::move(collected).why();
  auto presumptions = presume(of, frameworks, by, with, most_contributions, collected->unaligned);
  if (!presumptions) return std::move(presumptions).why();

  drafts all;
  surroundings around(frameworks, by);
  std::size_t contributions = 0;
  for (const piece& p : collected->all) {
    for (auto& [where, l] : places_of(p, frameworks, around)) {
      if (++contributions > most_contributions)
        return fail(failure::limit, say::too_much, {std::to_string(most_contributions)});
      laid one{p.what, l.hop, p.travels && l.relation != "job"};
      one.what.competence = place_name(frameworks, where);
      one.what.alignment = l.factor;
      one.what.relation = l.relation;
      one.what.via = l.via;
      if (l.guessed) one.what.third_party = false;
      all[where].evidence_for.push_back(std::move(one));
    }
    if (!with.progress.at(contributions, 0)) return progress_sink::cancelled();
  }
  for (presumed& p : *presumptions) {
    draft& d = all[p.where];
    d.base_rate = std::max(d.base_rate, p.why.base_rate);
    d.presumptions.push_back(std::move(p.why));
  }
  const auto by_jobs = presumed_by_covered_jobs(proven_directly(all), frameworks, by);
  for (const auto& [where, n] : presumed_by_neighbours(all, frameworks, by, around))
    all[where].presumptions.push_back({{}, {}, 0, n.base_rate, n.relation, place_name(frameworks, n.from), {}});

  for (const auto& [where, j] : by_jobs) {
    const std::string job = job_name(*frameworks.all()[where.framework], j.job);
    all[where].presumptions.push_back({{}, {}, 0, j.base_rate, "covered_job", job, {}});
  }

  recognition_state out;
  for (auto& [where, d] : all) out.competences.emplace(place_name(frameworks, where), settle(std::move(d), by));
  out.unaligned = std::move(collected->unaligned);
  std::sort(out.unaligned.begin(), out.unaligned.end(), [](const evidence& a, const evidence& b) {
    const auto key = [](const evidence& e) {
      return std::make_tuple(std::string_view(e.id), e.kind, std::string_view(e.competence), e.note.code());
    };
    return key(a) < key(b);
  });
  out.verifications = std::move(verifications);
  return out;
}

}  // namespace activateur
