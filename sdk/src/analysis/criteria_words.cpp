#include "analysis/criteria_words.hpp"

#include <array>

#include "base/sentence.hpp"

namespace activateur {
namespace {

constexpr message all_of{"words.all", "all of these:", "tous ces critères :"};
constexpr message any_of{"words.any", "one of these:", "l'un de ces critères :"};
constexpr message some_of{"words.some", "at least {0} of these {1}:", "au moins {0} de ces {1} critères :"};
constexpr message competence{"words.competence", "the competence \"{0}\"", "la compétence « {0} »"};
constexpr message at_a_level{"words.level", ", at level {0} of 4", ", au niveau {0} sur 4"};
constexpr message shown_by{"words.evidence", ", recognised by: {0}", ", reconnue par : {0}"};
constexpr message lived{"words.experience", "an experience ({0})", "une expérience ({0})"};
constexpr message about{"words.about", " as or of \"{0}\"", " comme ou de « {0} »"};
constexpr message months{"words.months", ", {0} months in all", ", {0} mois en tout"};
constexpr message hours{"words.hours", ", {0} hours in all", ", {0} heures en tout"};
constexpr message attested{"words.attested", ", of which somebody else tells", ", dont quelqu'un d'autre témoigne"};
constexpr message own_word{"words.declared", ", by her own word", ", sur sa seule parole"};
constexpr message earned{"words.achievement", "the achievement \"{0}\"", "la réalisation « {0} »"};
constexpr message badge{"words.credential", "the badge {0}", "le badge {0}"};
constexpr message seen{"words.observation", "an observation by the grid \"{0}\"",
                       "une observation avec la grille « {0} »"};
constexpr message seen_criterion{"words.criterion", ", criterion {0}", ", critère {0}"};
constexpr message at_least_level{"words.least", ", level {0} of 4 at least", ", niveau {0} sur 4 au moins"};
constexpr message by_voices{"words.voices", ", by {0} different persons", ", par {0} personnes différentes"};
constexpr message told{"words.feedback", "feedback of {0} different persons", "le retour de {0} personnes différentes"};
constexpr message told_by_one{"words.one_feedback", "feedback of somebody", "le retour d'une personne"};
constexpr message told_about{"words.feedback_about", " about \"{0}\"", " sur « {0} »"};
constexpr message told_roles{"words.feedback_roles", " ({0})", " ({0})"};

struct word {
  std::string_view code, en, fr;
};
constexpr std::array<word, 18> dictionary{{{"any", "of any kind", "quelle qu'elle soit"},
                                           {"work", "work", "travail"},
                                           {"volunteering", "volunteering", "bénévolat"},
                                           {"sport", "sport", "sport"},
                                           {"family", "family", "famille"},
                                           {"play", "play", "jeu"},
                                           {"other", "other", "autre"},
                                           {"credential", "a badge", "un badge"},
                                           {"qualification", "a qualification", "une certification"},
                                           {"observation", "an observation", "une observation"},
                                           {"feedback", "feedback", "un retour"},
                                           {"endorsement", "an endorsement", "un soutien"},
                                           {"self_assessment", "her own view", "son propre avis"},
                                           {"client", "clients", "clients"},
                                           {"colleague", "colleagues", "collègues"},
                                           {"peer", "peers", "pairs"},
                                           {"supervisor", "supervisors", "responsables"},
                                           {"professional", "professionals", "professionnels"}}};

std::string in_words(std::string_view code, language lang) {
  for (const word& w : dictionary)
    if (w.code == code) return std::string(lang == language::fr ? w.fr : w.en);
  return std::string(code);
}
std::string in_words(const std::vector<std::string>& codes, language lang) {
  std::string out;
  for (const std::string& one : codes) out += (out.empty() ? "" : ", ") + in_words(one, lang);
  return out;
}

std::string number(double value, language lang) {
  std::string out = json(value).dump();
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  if (lang == language::fr)
    for (char& c : out)
      if (c == '.') c = ',';
  return out;
}

void write_lines(const earning_criterion& node, const criterion_names& names, language lang, std::size_t depth,
                 std::string& out) {
  out += std::string(2 * depth, ' ') + "- " + line_of(node, names, lang) + "\n";
  for (const earning_criterion& one : node.of) write_lines(one, names, lang, depth + 1, out);
}

// What others wrote stays on its line and opens no markup of its own.
std::string plain(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '`' || c == '[' || c == ']') c = ' ';
  return text;
}

}  // namespace

std::string criterion_names::of(const earning_criterion& leaf) const {
  std::string out = leaf.about;
  if (leaf.kind == criterion_kind::achievement) {
    if (const catalogue_entry* e = among_.find(leaf.about)) out = e->what.name;
  } else if (const auto known = frameworks_.competence(leaf.about)) {
    out = std::string(known->in->competence(known->index).label) + " (" + leaf.about + ")";
  } else if (const auto job = frameworks_.job(leaf.about)) {
    out = std::string(job->in->job(job->index).label) + " (" + leaf.about + ")";
  } else if (!leaf.label.empty()) {
    out = leaf.label;
  }
  return plain(std::move(out));
}

std::string line_of(const earning_criterion& node, const criterion_names& names, language lang) {
  const auto say = [lang](const message& what, std::vector<std::string> arguments = {}) {
    return sentence(what, std::move(arguments)).text(lang);
  };
  std::string out;
  switch (node.kind) {
    case criterion_kind::at_least: {
      const std::size_t n = node.of.size();
      if (!node.label.empty()) out = plain(node.label) + (lang == language::fr ? " : " : ": ");
      if (node.at_least == n) return out + say(all_of);
      if (node.at_least == 1) return out + say(any_of);
      return out + say(some_of, {std::to_string(node.at_least), std::to_string(n)});
    }
    case criterion_kind::competence:
      out = say(competence, {names.of(node)});
      if (node.level > 0) out += say(at_a_level, {number(node.level, lang)});
      if (!node.from.empty()) out += say(shown_by, {in_words(node.from, lang)});
      return out;
    case criterion_kind::experience:
      out = say(lived, {in_words(node.sort.empty() ? "any" : node.sort, lang)});
      if (!node.about.empty()) out += say(about, {names.of(node)});
      if (node.months > 0) out += say(months, {number(node.months, lang)});
      if (node.hours > 0) out += say(hours, {number(node.hours, lang)});
      return out + say(node.declared ? own_word : attested);
    case criterion_kind::achievement: return say(earned, {names.of(node)});
    case criterion_kind::credential: return say(badge, {node.label.empty() ? plain(node.about) : plain(node.label)});
    case criterion_kind::observation:
      out = say(seen, {node.label.empty() ? plain(node.about) : plain(node.label)});
      if (!node.sort.empty()) out += say(seen_criterion, {plain(node.sort)});
      out += say(at_least_level, {number(node.level, lang)});
      if (node.times > 1) out += say(by_voices, {std::to_string(node.times)});
      return out;
    case criterion_kind::feedback:
      out = node.times > 1 ? say(told, {std::to_string(node.times)}) : say(told_by_one);
      if (!node.from.empty()) out += say(told_roles, {in_words(node.from, lang)});
      if (!node.about.empty()) out += say(told_about, {names.of(node)});
      return out + say(at_least_level, {number(node.level, lang)});
  }
  return out;
}

std::string narrative_of(const earning_criterion& expression, const criterion_names& names, language lang) {
  std::string out;
  write_lines(expression, names, lang, 0, out);
  return out;
}

}  // namespace activateur
