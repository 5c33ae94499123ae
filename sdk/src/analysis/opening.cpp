#include "analysis/opening.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace activateur {
namespace {

constexpr std::size_t most_evaluations = 60'000;  // of sets, for one zone
constexpr std::size_t most_found = 200;           // sets of the smallest size, before the easiest are kept

constexpr double slack = 1e-9;  // as of sums of parts (exact.hpp)

// A key and the rows it adds evidence to.
struct key {
  opening_act act;
  std::vector<std::pair<std::size_t, double>> lifts;  // row, evidence
  double most = 0;                                    // what it adds, whatever else is added
};

struct measure {
  std::string_view name;
  double threshold = 0;
  double requirement_row::*share = &requirement_row::share;
  bool belief = false;
  bool nothing_lacking = false;  // of what is essential
  [[nodiscard]] double of(const opinion& o) const { return belief ? o.belief() : o.expectation(); }
};

measure measure_of(zone to, const policy& by) {
  switch (to) {
    case zone::now: return {"essential_belief", by.zone_now_belief, &requirement_row::proven_share, true, true};
    case zone::after_recognition:
      return {"essential_expectation", by.zone_recognition_expectation, &requirement_row::essential_share, false, true};
    default: return {"expectation", by.zone_short_expectation, &requirement_row::share, false, false};
  }
}

std::vector<key> keys_of(const std::vector<requirement_row>& rows, const framework_set& frameworks, const policy& by) {
  const double weight = fresh_badge(by);
  const double narrower = factor_of(by, "macro_to_item");
  std::vector<key> out;
  std::map<std::string, std::vector<std::size_t>> families;  // macro-competence -> rows that are items of it
  for (std::size_t i = 0; i < rows.size(); ++i) {
    key k;
    k.act.competence = rows[i].competence();
    k.act.label = rows[i].label();
    k.act.state = rows[i].known.state;
    k.lifts.emplace_back(i, weight);
    if (!rows[i].known.recognised) out.push_back(std::move(k));
    const competence_view c = rows[i].in->competence(rows[i].index);
    if (c.macro != no_index) families[competence_name(*rows[i].in, c.macro)].push_back(i);
  }
  if (narrower <= 0) return out;
  for (const auto& family : families) {
    const std::string& macro = family.first;  // not a binding: the function below captures it
    const std::vector<std::size_t>& items = family.second;
    const auto itself = std::find_if(out.begin(), out.end(), [&](const key& k) { return k.act.competence == macro; });
    if (itself == out.end() && items.size() < 2) continue;  // the item's own badge does more
    key fresh;
    key& k = itself == out.end() ? fresh : *itself;
    if (itself == out.end()) {
      const auto ref = frameworks.competence(macro);
      k.act.competence = macro;
      k.act.label = ref ? std::string(ref->in->competence(ref->index).label) : std::string();
      k.act.state = requirement_state::recognised;
      for (const std::size_t i : items)
        k.act.state = std::max(k.act.state, rows[i].known.state);  // the hardest of them
    }
    k.act.macro = true;
    for (const std::size_t i : items) {
      k.lifts.emplace_back(i, weight * narrower);
      k.act.items.push_back(rows[i].competence());
    }
    if (itself == out.end()) out.push_back(std::move(fresh));
  }
  return out;
}

// At least so many of some rows: the best known ones count, each with one share.
struct choice {
  std::size_t at_least = 0;
  double share = 0;
  std::vector<std::size_t> rows;
};

class search {
 public:
  search(const std::vector<requirement_row>& rows, std::vector<key> keys, const measure& by, double value,
         const policy& rules)
      : rows_(rows),
        keys_(std::move(keys)),
        by_(by),
        rules_(rules),
        needed_(by.threshold - value - slack),
        added_(rows.size(), 0) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].group == no_group) continue;
      choice& c = choices_[rows[i].group];
      c.rows.push_back(i);
      if (const double share = rows[i].*by_.share; share > 0) {
        ++c.at_least;
        c.share = std::max(c.share, share);
      }
    }
    for (key& k : keys_) {
      k.act.gain = put(k, 1);
      put(k, -1);
      k.most = most_of(k);
    }
    std::erase_if(keys_, [](const key& k) { return k.most <= 0; });
    std::sort(keys_.begin(), keys_.end(), [](const key& a, const key& b) {
      return a.most != b.most ? a.most > b.most : a.act.competence < b.act.competence;
    });
    for (const key& k : keys_) best_from_.push_back(k.most + (best_from_.empty() ? 0 : best_from_.back()));
  }

  void run(const map_rules& rules, opening& out) {
    // Evidence adds less and less to one competence, and a group's best are worth at most as much more as its members
    // gain: no set gains more than the most of its acts, so that no set smaller than this is large enough.
    std::size_t least = 0;
    while (least < keys_.size() && best_from_[least] < needed_) ++least;
    if (least == keys_.size() || !all_suffice()) {
      out.possible = false;
      return;
    }
    ++least;
    std::size_t excluded = least - 1;  // no set of so many suffices
    for (std::size_t size = least; size <= rules.open_exact && found_.empty(); ++size) {
      chosen_.clear();
      look(0, size, 0);
      if (evaluations_ > most_evaluations) break;
      if (found_.empty()) excluded = size;
    }
    if (found_.empty()) {
      greedy();
      out.proven = found_.front().size() == excluded + 1;
    }
    const auto hardness = [&](const std::vector<std::size_t>& set) {
      int sum = 0;
      for (const std::size_t k : set) sum += static_cast<int>(keys_[k].act.state);
      return sum;
    };
    std::stable_sort(found_.begin(), found_.end(),
                     [&](const auto& a, const auto& b) { return hardness(a) < hardness(b); });
    if (found_.size() > rules.open_shown) found_.resize(rules.open_shown);
    for (const auto& set : found_) {
      auto& acts = out.sets.emplace_back();
      for (const std::size_t k : set) acts.push_back(keys_[k].act);
      std::stable_sort(acts.begin(), acts.end(),
                       [](const opening_act& a, const opening_act& b) { return a.state < b.state; });
    }
  }

 private:
  [[nodiscard]] double value_of(std::size_t row) const {
    opinion o = rows_[row].known.value;
    o.positive += added_[row];
    return by_.of(o);
  }
  [[nodiscard]] double value_of(const choice& c) const {
    std::vector<double> values;
    for (const std::size_t row : c.rows) values.push_back(value_of(row));
    const auto last = values.begin() + static_cast<std::ptrdiff_t>(c.at_least);
    std::partial_sort(values.begin(), last, values.end(), std::greater<>());
    return std::accumulate(values.begin(), last, 0.0);
  }

  // Adds a key's evidence, or takes it away; tells by how much the value changes.
  double put(const key& k, int sign) {
    double change = 0;
    for (const auto& [row, evidence] : k.lifts) {
      const choice* among = rows_[row].group == no_group ? nullptr : &choices_.at(rows_[row].group);
      const double before = among == nullptr ? value_of(row) : value_of(*among);
      added_[row] += sign * evidence;
      const double after = among == nullptr ? value_of(row) : value_of(*among);
      change += (among == nullptr ? rows_[row].*by_.share : among->share) * (after - before);
    }
    return change;
  }
  // What a key adds at most, whatever else is added: as if every row that it lifts counted.
  [[nodiscard]] double most_of(const key& k) const {
    double out = 0;
    for (const auto& [row, evidence] : k.lifts) {
      opinion o = rows_[row].known.value;
      const double before = by_.of(o);
      o.positive += evidence;
      const double share = rows_[row].group == no_group ? rows_[row].*by_.share : choices_.at(rows_[row].group).share;
      out += share * (by_.of(o) - before);
    }
    return out;
  }
  // Whether all together would do: what suffices with some suffices with more.
  [[nodiscard]] bool all_suffice() {
    double gained = 0;
    for (const key& k : keys_) gained += put(k, 1);
    const bool out = suffices(gained);
    for (const key& k : keys_) put(k, -1);
    return out;
  }
  [[nodiscard]] bool suffices(double gained) const {
    return gained >= needed_ && (!by_.nothing_lacking || lacking() == 0);
  }
  [[nodiscard]] bool lacks(std::size_t row) const {
    if (!rows_[row].known.lacks) return false;
    opinion o = rows_[row].known.value;
    o.positive += added_[row];
    return activateur::lacking({o.belief(), o.expectation(), o.plausibility()}, rules_);
  }
  [[nodiscard]] std::size_t lacking() const {
    return lacking_among(
        rows_, [this](const requirement_row& r) { return lacks(static_cast<std::size_t>(&r - rows_.data())); });
  }
  [[nodiscard]] bool turns(const key& k) const {
    return std::any_of(k.lifts.begin(), k.lifts.end(), [this](const auto& lift) { return lacks(lift.first); });
  }

  void look(std::size_t from, std::size_t left, double gained) {
    for (std::size_t k = from; k + left <= keys_.size(); ++k) {
      // The next ones gain no more than this.
      const double most = best_from_[k + left - 1] - (k == 0 ? 0 : best_from_[k - 1]);
      if (gained + most < needed_ || found_.size() == most_found || ++evaluations_ > most_evaluations) return;
      const double now = gained + put(keys_[k], 1);
      chosen_.push_back(k);
      if (left > 1)
        look(k + 1, left - 1, now);
      else if (suffices(now))
        found_.push_back(chosen_);
      chosen_.pop_back();
      put(keys_[k], -1);
    }
  }

  // All keys together gain enough. The one that adds most, of equal ones the one that may: a member of a group can take
  // two acts before it counts. Once the value is enough, of those that turn what evidence speaks against. What turns
  // out needless is left out again.
  void greedy() {
    std::vector<std::size_t> set;
    std::vector<char> taken(keys_.size(), 0);
    double gained = 0;
    while (!suffices(gained) && set.size() < keys_.size()) {
      const bool to_turn = gained >= needed_;
      std::size_t best = keys_.size();
      double most = -1;
      for (std::size_t k = 0; k < keys_.size(); ++k) {
        if (taken[k] || keys_[k].most <= most || (to_turn && !turns(keys_[k]))) continue;
        const double gain = put(keys_[k], 1);
        put(keys_[k], -1);
        if (gain > most) {
          most = gain;
          best = k;
        }
      }
      if (best == keys_.size()) break;
      taken[best] = 1;
      gained += put(keys_[best], 1);
      set.push_back(best);
    }
    for (std::size_t i = set.size(); i-- > 0;) {
      const double less = put(keys_[set[i]], -1);
      if (suffices(gained + less)) {
        gained += less;
        set.erase(set.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        put(keys_[set[i]], 1);
      }
    }
    found_.push_back(std::move(set));
  }

  const std::vector<requirement_row>& rows_;
  std::vector<key> keys_;
  measure by_;
  const policy& rules_;
  double needed_;
  std::vector<double> added_;
  std::map<std::size_t, choice> choices_;  // by group
  std::vector<double> best_from_;          // the most that the first keys gain, summed
  std::vector<std::size_t> chosen_;
  std::vector<std::vector<std::size_t>> found_;
  std::size_t evaluations_ = 0;
};

}  // namespace

std::vector<opening> openings_of(const possibility& of, const std::vector<requirement_row>& rows,
                                 const framework_set& frameworks, const policy& by) {
  std::vector<opening> out;
  const std::vector<key> keys = keys_of(rows, frameworks, by);
  for (const zone to : {zone::short_path, zone::after_recognition, zone::now}) {
    if (to >= of.without_hindrances) continue;  // zones are in order, the easiest first
    const measure m = measure_of(to, by);
    opening& one = out.emplace_back();
    one.to = to;
    one.decides = m.name;
    one.threshold = m.threshold;
    for (const requirement_row& r : rows) one.value += r.*m.share * m.of(r.known.value);
    search(rows, keys, m, one.value, by).run(by.map, one);
  }
  return out;
}

}  // namespace activateur
