#include "analysis/near.hpp"

#include <algorithm>

#include "frameworks/fold.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

constexpr std::size_t most_shown = 12;
constexpr std::size_t shortest_word = 3;  // bytes
constexpr double rare = 12;               // bits: one text of some four thousand

}  // namespace

near_misses::near_misses(const recognition_state& state, const framework_set& frameworks, const policy& by)
    : frameworks_(frameworks), by_(by) {
  for (const auto& [name, known] : state.competences) {
    const requirement_state s = state_of(&known, by);
    if (s != requirement_state::recognised && s != requirement_state::presumed) continue;
    const auto ref = frameworks.competence(name);
    if (!ref) continue;
    had one = describe(name, *ref);
    one.state = s;
    for (const auto& [stem, bits] : one.stems) by_stem_[stem].push_back(all_.size());
    if (!one.family.empty()) by_family_[one.family].push_back(all_.size());
    all_.push_back(std::move(one));
  }
}

near_misses::had near_misses::describe(const std::string& competence, const framework_ref& ref) const {
  had out;
  const competence_view c = ref.in->competence(ref.index);
  out.competence = competence;
  out.label = std::string(c.label);
  const std::string folded = fold(c.label);
  for (const std::string_view word : words_of(folded)) {
    if (word.size() < shortest_word || is_common_word(word)) continue;
    std::string root = stem(word, ref.in->language());
    const double bits = rarity(*ref.in, word, root);
    if (out.stems.emplace(std::move(root), bits).second) out.bits += bits;
  }
  if (c.grain == competence_grain::macro)
    out.family = competence;
  else if (c.macro != no_index)
    out.family = competence_name(*ref.in, c.macro);
  return out;
}

// What the word tells in the framework's texts; a word that these do not hold tells as much as a rare one.
double near_misses::rarity(const framework& f, std::string_view word, const std::string& stem) const {
  const auto [known, fresh] = rarities_.try_emplace({&f, stem}, rare);
  if (!fresh) return known->second;
  const word_lookup& words = words_.try_emplace(&f, parts_of(f)).first->second;
  if (const float bits = words.family(word).rarity; bits > 0) known->second = bits;
  return known->second;
}

std::string near_misses::family_of(const std::string& competence) const {
  const auto ref = frameworks_.competence(competence);
  if (!ref) return {};
  const competence_view c = ref->in->competence(ref->index);
  if (c.grain == competence_grain::macro) return competence;
  return c.macro == no_index ? std::string{} : competence_name(*ref->in, c.macro);
}

std::vector<near_miss> near_misses::of(const std::string& competence) const {
  const auto ref = frameworks_.competence(competence);
  if (!ref) return {};
  const had asked = describe(competence, *ref);
  std::map<std::size_t, near_miss> found;
  const auto propose = [&](std::size_t i, const char* relation, double nearness) {
    const had& one = all_[i];
    if (one.competence == competence || nearness <= 0) return;
    const auto [it, fresh] = found.try_emplace(i, near_miss{one.competence, one.label, relation, nearness, one.state});
    if (!fresh && it->second.nearness < nearness) {
      it->second.relation = relation;
      it->second.nearness = nearness;
    }
  };
  if (const auto family = by_family_.find(asked.family); family != by_family_.end()) {
    for (const std::size_t i : family->second) {
      const char* relation = all_[i].competence == asked.family ? "macro_to_item"
                             : competence == asked.family       ? "item_to_macro"
                                                                : "same_macro";
      propose(i, relation, factor_of(by_, relation));
    }
  }
  std::map<std::size_t, double> common;
  for (const auto& [stem, bits] : asked.stems)
    if (const auto with = by_stem_.find(stem); with != by_stem_.end())
      for (const std::size_t i : with->second) common[i] += bits + all_[i].stems.at(stem);
  for (const auto& [i, bits] : common)
    if (const double dice = bits / (asked.bits + all_[i].bits); dice >= by_.near_words) propose(i, "same_words", dice);
  std::vector<near_miss> out;
  out.reserve(found.size());
  for (auto& [i, one] : found) out.push_back(std::move(one));
  std::sort(out.begin(), out.end(), [](const near_miss& a, const near_miss& b) {
    if (a.nearness != b.nearness) return a.nearness > b.nearness;
    return a.competence < b.competence;
  });
  if (out.size() > most_shown) out.resize(most_shown);
  return out;
}

}  // namespace activateur
