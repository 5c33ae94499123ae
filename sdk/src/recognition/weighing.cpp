// Laying evidence on competences, one step along the hierarchy, and adding it up.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "recognition/messages.hpp"
#include "recognition/piece.hpp"

namespace activateur {
namespace {

namespace say = recognition_messages;

// A badge for a macro-competence speaks of some thirty items (269 at most in ROME 4.0), so that a hostile portfolio
// could fill the memory; honest ones stay far below.
constexpr std::size_t most_contributions = 500'000;

struct laid {
  evidence what;
  std::string voice;
  bool hop = false;      // came along the hierarchy
  bool travels = false;  // goes along the hierarchy as evidence
};

struct draft {
  std::vector<laid> evidence_for;
  std::vector<presumption> presumptions;
  double base_rate = 0;  // the strongest direct presumption
};

using drafts = std::map<place, draft>;

// --- travelling ---------------------------------------------------------------------------------------------------

std::string after(const std::string& relation, const std::string& hop) {
  return relation == "exact" ? hop : relation + '+' + hop;
}

void keep_best(std::map<place, landing>& best, landing l) {
  const auto [it, fresh] = best.try_emplace(l.where, l);
  if (fresh) return;
  const landing& held = it->second;
  if (std::tie(held.factor, l.relation, l.via) < std::tie(l.factor, held.relation, held.via)) it->second = std::move(l);
}

// Every place that the piece speaks of, each once, by its strongest relation.
std::map<place, landing> places_of(const piece& p, const framework_set& frameworks, const policy& by) {
  std::map<place, landing> best;
  const bool hops = p.travels && !p.what.negative;
  for (const landing& l : p.landings) {
    keep_best(best, l);
    if (!hops || l.relation == "job") continue;
    const framework& f = *frameworks.all()[l.where.framework];
    const competence_view c = f.competence(l.where.competence);
    const std::string via = place_name(frameworks, l.where);
    const auto hop = [&](std::uint32_t to, const char* relation) {
      keep_best(best,
                {{l.where.framework, to}, l.factor * factor_of(by, relation), after(l.relation, relation), via, true});
    };
    if (c.grain == competence_grain::macro)
      for (const std::uint32_t item : f.items_of(c.index)) hop(item, "macro_to_item");
    else if (c.macro != no_index)
      hop(c.macro, "item_to_macro");
  }
  return best;
}

// --- adding up ----------------------------------------------------------------------------------------------------

using voice_key = std::pair<std::string_view, bool>;  // the voice, and whether it speaks against

// The opinion from a part of the evidence, one count a voice.
template <class Filter>
opinion opinion_of(const draft& d, double base_rate, Filter&& counts) {
  std::map<voice_key, double> strongest;
  for (const laid& l : d.evidence_for) {
    if (!counts(l)) continue;
    double& held = strongest[{l.voice, l.what.negative}];
    held = std::max(held, l.what.weight());
  }
  opinion out;
  out.base_rate = base_rate;
  for (const auto& [key, weight] : strongest) (key.second ? out.negative : out.positive) += weight;
  return out;
}

// All but the strongest evidence of each voice stay visible and weigh nothing.
void mute_repeated_voices(std::vector<laid>& all) {
  std::map<voice_key, std::size_t> strongest;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double weight = all[i].what.weight();
    if (weight <= 0) continue;
    const auto [it, fresh] = strongest.try_emplace({all[i].voice, all[i].what.negative}, i);
    if (!fresh && weight > all[it->second].what.weight()) it->second = i;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].what.weight() <= 0) continue;
    const std::size_t winner = strongest.find({all[i].voice, all[i].what.negative})->second;
    if (winner == i) continue;
    all[i].what.trust = 0;
    all[i].what.note = sentence(say::same_voice, {all[winner].what.id});
  }
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
// of the item itself counts; along the hierarchy only what has not already travelled as evidence.
std::map<place, neighbour> presumed_by_neighbours(const drafts& all, const framework_set& frameworks,
                                                  const policy& by) {
  std::map<place, neighbour> best;
  for (const auto& one : all) {
    const place where = one.first;  // not a binding: the function below captures it
    const draft& d = one.second;
    const bool known = !d.presumptions.empty() ||
                       std::any_of(d.evidence_for.begin(), d.evidence_for.end(), [](const laid& l) { return !l.hop; });
    if (!known) continue;
    const double base = std::max(d.base_rate, by.presumption_default);
    const double direct = opinion_of(d, base, [](const laid& l) { return !l.hop; }).expectation();
    const double stays =
        opinion_of(d, base, [](const laid& l) { return !l.hop && (!l.travels || l.what.negative); }).expectation();
    const auto give = [&](std::uint32_t to, double expectation, const char* relation) {
      const double rate = expectation * factor_of(by, relation);
      if (rate <= by.presumption_default || to == where.competence) return;  // the default is the floor
      const auto [it, fresh] = best.try_emplace({where.framework, to}, neighbour{where, rate, relation});
      // `all` is walked by place: of equal rates the first place stays.
      if (!fresh && rate > it->second.base_rate) it->second = {where, rate, relation};
    };
    const framework& f = *frameworks.all()[where.framework];
    const competence_view c = f.competence(where.competence);
    if (c.grain == competence_grain::macro) {
      for (const std::uint32_t item : f.items_of(c.index)) give(item, stays, "macro_to_item");
    } else if (c.macro != no_index) {
      give(c.macro, stays, "item_to_macro");
      for (const std::uint32_t item : f.items_of(c.macro)) give(item, direct, "same_macro");
    }
  }
  return best;
}

standing settle(draft d, const policy& by) {
  standing out;
  std::sort(d.evidence_for.begin(), d.evidence_for.end(),
            [](const laid& a, const laid& b) { return order_of(a.what) < order_of(b.what); });
  mute_repeated_voices(d.evidence_for);
  for (laid& l : d.evidence_for) {
    (l.what.negative ? out.value.negative : out.value.positive) += l.what.weight();
    out.contributions.push_back(std::move(l.what));
  }
  std::sort(d.presumptions.begin(), d.presumptions.end(), stronger);
  out.presumptions = std::move(d.presumptions);
  out.value.base_rate = by.presumption_default;
  if (!out.presumptions.empty())
    out.value.base_rate = std::max(out.value.base_rate, out.presumptions.front().base_rate);
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
  std::size_t contributions = 0;
  for (const piece& p : collected->all) {
    for (auto& [where, l] : places_of(p, frameworks, by)) {
      if (++contributions > most_contributions)
        return fail(failure::limit, say::too_much, {std::to_string(most_contributions)});
      laid one{p.what, p.voice, l.hop, p.travels && l.relation != "job"};
      one.what.competence = place_name(frameworks, where);
      one.what.alignment = l.factor;
      one.what.relation = l.relation;
      one.what.via = l.via;
      all[where].evidence_for.push_back(std::move(one));
    }
    if (!with.progress.at(contributions, 0)) return progress_sink::cancelled();
  }
  for (presumed& p : *presumptions) {
    draft& d = all[p.where];
    d.base_rate = std::max(d.base_rate, p.why.base_rate);
    d.presumptions.push_back(std::move(p.why));
  }
  for (const auto& [where, n] : presumed_by_neighbours(all, frameworks, by))
    all[where].presumptions.push_back({{}, {}, 0, n.base_rate, n.relation, place_name(frameworks, n.from)});

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
