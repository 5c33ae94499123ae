// An achievement as the target of a gap, a map or a plan.
//
// A target asks for all of its requirements, groups of "at least k" competences, and conditions. An expression becomes
// that by its conjunctive normal form, exactly where it fits; where it does not, what is asked is more, never less: a
// target that is met means criteria that are met.
#include <algorithm>
#include <set>

#include "analysis/achievement_exports.hpp"
#include "analysis/achievement_messages.hpp"
#include "analysis/criteria_words.hpp"
#include "analysis/target.hpp"
#include "crypto/digest.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;

constexpr std::size_t most_clauses = 200;     // of a normal form; beyond, every member is asked for
constexpr std::size_t most_work = 2'000'000;  // comparisons of leaves before it is given up, likewise
constexpr message asks_more{"target.more",
                            "Alternatives that a target cannot say are asked for all together, so the target asks for "
                            "more than the criteria. Evaluate the achievement to know whether it is earned.",
                            "Des alternatives qu'une cible ne sait pas dire sont toutes demandées : la cible demande "
                            "plus que les critères. Évaluez la réalisation pour savoir si elle est acquise."};
constexpr message asks_competence{"target.competences",
                                  "Where a competence could be replaced by something else, the target asks for the "
                                  "competence.",
                                  "Là où une compétence pouvait être remplacée par autre chose, la cible demande la "
                                  "compétence."};
constexpr message no_competence{"target.none",
                                "\"{0}\" asks for no competence: there is nothing to compare with. Evaluate it.",
                                "« {0} » ne demande aucune compétence : il n'y a rien à comparer. Évaluez-la."};

bool plain_competence(const earning_criterion& c) { return c.kind == criterion_kind::competence && c.from.empty(); }

using clause = std::vector<std::size_t>;  // one of these leaves, by number; sorted, each once
struct conjunct {
  std::size_t at_least = 1;
  clause of;
};

class converter {
 public:
  converter(const catalogue& among, const criterion_names& names, language lang)
      : among_(among), names_(names), lang_(lang) {}

  void run(const earning_criterion& root) {
    number_leaves(root);
    split(root);
  }

  json requirements() {
    json out = json::array();
    for (const auto& [competence, leaf] : alone_) out.push_back(requirement(*leaf.first, leaf.second, true));
    return out;
  }
  [[nodiscard]] const json& groups() const { return groups_; }
  [[nodiscard]] json conditions() const {
    json out = json::array();
    for (const auto& [name, label] : conditions_)
      out.push_back({{"name", name}, {"label", label}, {"essential", true}});
    return out;
  }
  void finish() {
    for (const conjunct& c : conjuncts_) take(c);
  }
  bool more = false, competence_only = false;

 private:
  const earning_criterion* inner(const earning_criterion& c) const {
    if (c.kind != criterion_kind::achievement) return nullptr;
    const catalogue_entry* entry = among_.find(c.about);
    return entry == nullptr ? nullptr : &entry->what.criteria;
  }

  void split(const earning_criterion& node) {
    if (const earning_criterion* nested = inner(node)) {
      if (asked_whole_.insert(nested).second) split(*nested);  // asked for once is asked for
      return;
    }
    if (node.kind != criterion_kind::at_least) return conjuncts_.push_back({1, {numbers_.at(&node)}});
    if (node.at_least == node.of.size()) {
      for (const earning_criterion& one : node.of) split(one);
      return;
    }
    std::set<std::string> keys;
    const bool flat = std::all_of(node.of.begin(), node.of.end(), [&](const earning_criterion& c) {
      return plain_competence(c) && keys.insert(c.about).second;
    });
    if (flat) {
      conjunct c{node.at_least, {}};
      for (const earning_criterion& one : node.of) c.of.push_back(numbers_.at(&one));
      return conjuncts_.push_back(std::move(c));
    }
    if (const auto clauses = normal_form(node)) {
      for (const clause& one : *clauses) conjuncts_.push_back({1, one});
      return;
    }
    more = true;
    for (const earning_criterion& one : node.of) split(one);
  }

  // All of the clauses; nothing when they are too many, or take too long.
  std::optional<std::vector<clause>> normal_form(const earning_criterion& node) {
    if (++work_ > most_work) return std::nullopt;
    if (const earning_criterion* nested = inner(node)) return normal_form(*nested);
    if (node.kind != criterion_kind::at_least) return std::vector<clause>{{numbers_.at(&node)}};
    std::vector<std::vector<clause>> members;
    for (const earning_criterion& one : node.of) {
      auto form = normal_form(one);
      if (!form) return std::nullopt;
      members.push_back(*std::move(form));
    }
    // At least k of n: of every n - k + 1 members, one.
    std::vector<clause> out;
    std::vector<std::size_t> chosen(node.of.size() - node.at_least + 1);
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = i;
    for (;;) {
      std::vector<clause> some{{}};
      for (const std::size_t m : chosen) {
        std::vector<clause> longer;
        for (const clause& a : some)
          for (const clause& b : members[m]) {
            longer.push_back(joined(a, b));
            if (longer.size() > most_clauses || work_ > most_work) return std::nullopt;
          }
        some = std::move(longer);
      }
      for (clause& c : some) add(out, std::move(c));
      if (out.size() > most_clauses || work_ > most_work) return std::nullopt;
      if (!next(chosen, node.of.size())) return out;
    }
  }

  static bool next(std::vector<std::size_t>& chosen, std::size_t n) {
    for (std::size_t i = chosen.size(); i-- > 0;) {
      if (chosen[i] == n - chosen.size() + i) continue;
      ++chosen[i];
      for (std::size_t j = i + 1; j < chosen.size(); ++j) chosen[j] = chosen[j - 1] + 1;
      return true;
    }
    return false;
  }

  clause joined(const clause& a, const clause& b) {
    work_ += 1 + a.size() + b.size();
    clause out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
  }

  // What a shorter clause says already is left out.
  void add(std::vector<clause>& all, clause c) {
    const auto within = [&](const clause& small, const clause& large) {
      work_ += 1 + small.size();
      return std::includes(large.begin(), large.end(), small.begin(), small.end());
    };
    for (const clause& known : all)
      if (within(known, c)) return;
    std::erase_if(all, [&](const clause& known) { return within(c, known); });
    all.push_back(std::move(c));
  }

  // Leaves that the same meets have one number, in the order of their keys.
  void number_leaves(const earning_criterion& root) {
    std::map<std::string, std::vector<const earning_criterion*>> by_key;
    std::set<const earning_criterion*> walked{&root};
    std::vector<const earning_criterion*> left{&root};
    while (!left.empty()) {
      const earning_criterion* from = left.back();
      left.pop_back();
      each_leaf(*from, [&](const earning_criterion& leaf) {
        by_key[key_of(leaf)].push_back(&leaf);
        if (const earning_criterion* nested = inner(leaf); nested != nullptr && walked.insert(nested).second)
          left.push_back(nested);
      });
    }
    for (const auto& [key, leaves] : by_key) {
      for (const earning_criterion* leaf : leaves) numbers_.emplace(leaf, leaves_.size());
      leaves_.push_back(leaves.front());
    }
  }

  static json requirement(const earning_criterion& c, double level, bool alone) {
    json out{{"competence", c.about}};
    if (level > 0) out["level"] = level;
    if (!alone) return out;
    out["importance"] = c.importance;
    out["essential"] = true;
    return out;
  }

  void ask_alone(const earning_criterion& c) {
    const auto [it, fresh] = alone_.try_emplace(c.about, &c, c.level);
    // Mastery alone (3) is asked where no level is.
    const auto asked = [](double level) { return level > 0 ? level : 3; };
    if (!fresh && asked(c.level) > asked(it->second.second)) it->second.second = c.level;
  }

  void condition(const clause& any) {
    std::string label, key;
    for (const std::size_t number : any) {
      const earning_criterion* one = leaves_[number];
      label += (label.empty() ? "" : lang_ == language::fr ? " ou " : " or ") + line_of(*one, names_, lang_);
      key += key_of(*one);
    }
    const bool badge = any.size() == 1 && leaves_[any.front()]->kind == criterion_kind::credential;
    conditions_.emplace(badge ? leaves_[any.front()]->about : "criteria:" + sha256_hex(key).substr(0, 16), label);
  }

  void take(const conjunct& c) {
    std::vector<const earning_criterion*> competences;
    clause others;
    for (const std::size_t number : c.of) {
      if (plain_competence(*leaves_[number]))
        competences.push_back(leaves_[number]);
      else
        others.push_back(number);
    }
    if (competences.empty()) {
      if (others.size() == 1 && leaves_[others.front()]->kind == criterion_kind::competence)
        ask_alone(*leaves_[others.front()]);
      return condition(others);
    }
    if (!others.empty()) competence_only = true;
    // Of one competence at several levels, the lowest is enough where one is.
    std::map<std::string, const earning_criterion*> once;
    for (const earning_criterion* one : competences) {
      const auto [it, fresh] = once.try_emplace(one->about, one);
      const auto asked = [](const earning_criterion* k) { return k->level > 0 ? k->level : 3; };
      if (!fresh && asked(one) < asked(it->second)) it->second = one;
    }
    if (once.size() == 1) return ask_alone(*once.begin()->second);
    const std::string id = "g" + std::to_string(groups_.size() + 1);
    std::string importance = "ordinary";
    json of = json::array();
    for (const auto& [ignored, one] : once) {
      of.push_back(requirement(*one, one->level, false));
      if (one->importance == "core" || (one->importance == "emerging" && importance != "core"))
        importance = one->importance;
    }
    groups_.push_back({{"id", id},
                       {"label", std::to_string(c.at_least) + "/" + std::to_string(once.size())},
                       {"at_least", c.at_least},
                       {"of", std::move(of)},
                       {"importance", importance},
                       {"essential", true}});
  }

  const catalogue& among_;
  const criterion_names& names_;
  language lang_;
  std::map<const earning_criterion*, std::size_t> numbers_;
  std::vector<const earning_criterion*> leaves_;  // by number
  std::set<const earning_criterion*> asked_whole_;
  std::size_t work_ = 0;
  std::vector<conjunct> conjuncts_;
  std::map<std::string, std::pair<const earning_criterion*, double>> alone_;
  json groups_ = json::array();
  std::map<std::string, std::string> conditions_;
};

}  // namespace

result<json> target_of(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                       language lang) {
  const criterion_names names(frameworks, among);
  converter convert(among, names, lang);
  convert.run(entry.what.criteria);
  convert.finish();
  const std::string address = address_of(entry);
  json out{{"schema", "activateur/target/1"},
           {"id", address.empty() ? entry.id : address},
           {"kind", "achievement"},
           {"label", entry.what.name},
           {"requirements", convert.requirements()}};
  if (!convert.groups().empty()) out["groups"] = convert.groups();
  if (out["requirements"].empty() && convert.groups().empty())
    return fail(failure::unsupported, no_competence, {entry.what.name});
  if (json conditions = convert.conditions(); !conditions.empty()) out["conditions"] = std::move(conditions);
  json notes = json::array();
  if (convert.more) notes.push_back(sentence(asks_more).text(lang));
  if (convert.competence_only) notes.push_back(sentence(asks_competence).text(lang));
  out["about"] = {{"achievement", entry.id},
                  {"exact", !convert.more && !convert.competence_only && !out.contains("conditions")},
                  {"notes", std::move(notes)}};
  if (entry.version > 0) out["about"]["version"] = entry.version;
  if (const auto good = read_target(out, frameworks, "target"); !good) return good.why();
  return out;
}

}  // namespace activateur
