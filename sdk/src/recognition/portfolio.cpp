#include "recognition/portfolio.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>

#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "recognition/constraints.hpp"
#include "recognition/members.hpp"
#include "recognition/person_id.hpp"

namespace activateur {
namespace {

constexpr message civil_id{"portfolio.nir",
                           "This looks like a social security number. Portfolios name people by a pseudonym: replace "
                           "the number.",
                           "Ceci ressemble à un numéro de sécurité sociale. Un portefeuille nomme les personnes par un "
                           "pseudonyme : remplacez ce numéro."};
constexpr message too_many{"portfolio.count", "\"{0}\" holds {1} elements, the bound is {2}. Split the portfolio.",
                           "« {0} » compte {1} éléments, la limite est {2}. Découpez le portefeuille."};
constexpr message too_long{"portfolio.length", "\"{0}\" must have 1 to {1} bytes.",
                           "« {0} » doit compter de 1 à {1} octets."};
constexpr message repeated_id{"portfolio.id", "The id \"{0}\" is given twice. Give each element its own.",
                              "L'identifiant « {0} » est donné deux fois. Donnez à chaque élément le sien."};
constexpr message not_one_of{"portfolio.choice", "\"{0}\" must be one of: {1}.", "« {0} » doit valoir l'un de : {1}."};
constexpr message file_given{"portfolio.file",
                             "The engine opens no file: put the credential itself in \"content\" (text) or "
                             "\"content_base64\" (pictures).",
                             "Le moteur n'ouvre aucun fichier : mettez le badge lui-même dans « content » (texte) ou "
                             "« content_base64 » (images)."};
constexpr message one_content{"portfolio.content", "Give exactly one of \"content\" and \"content_base64\".",
                              "Donnez soit « content », soit « content_base64 », et un seul des deux."};
constexpr message bad_base64{"portfolio.base64", "\"content_base64\" is not base64 (RFC 4648 section 4, with padding).",
                             "« content_base64 » n'est pas du base64 (RFC 4648 section 4, avec remplissage)."};
constexpr message solved_barrier{
    "portfolio.barrier", "\"{0}\" is a barrier, and \"{0}_solved\" a condition that holds. Keep one.",
    "« {0} » est un frein, et « {0}_solved » une condition remplie. Gardez l'un des deux."};
constexpr message both_ways{"portfolio.lacks", "\"{0}\" is both in \"conditions\" and in \"lacks\". Keep one.",
                            "« {0} » est à la fois dans « conditions » et dans « lacks ». Gardez l'un des deux."};
constexpr message ends_before{"portfolio.dates", "The experience ends before it starts. Correct \"from\" or \"to\".",
                              "L'expérience finit avant de commencer. Corrigez « from » ou « to »."};

constexpr message no_time{"portfolio.undone", "Say when it was undone: \"at\".",
                          "Dites quand elle a été annulée : « at »."};

constexpr std::size_t most_elements = 20'000;  // of each list but credentials: a lifetime of evidence, many times
constexpr std::size_t most_names = 1'000;      // jobs or competences of one experience
constexpr std::size_t most_identities = 16;    // each costs a verification of every badge
constexpr std::size_t longest_id = 512;        // bytes of an id, a pseudonym, a competence name
constexpr std::size_t longest_text = 8'192;    // bytes of a title or a reason
constexpr double longest_months = 1'200;       // a century

using choices = std::span<const std::string_view>;
constexpr std::string_view experience_kinds[] = {"work", "volunteering", "sport", "family", "play", "other"};
constexpr std::string_view roles[] = {"client", "colleague", "peer", "supervisor", "professional"};
constexpr std::string_view feedback_kinds[] = {"feedback", "observation", "endorsement"};
constexpr std::string_view states[] = {"recognised", "presumed", "to_explore", "to_acquire"};

std::string bounded(const fields& in, const char* member, std::size_t most, bool required) {
  std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty())) in.refuse(too_long, {member, std::to_string(most)}, member);
  return text;
}
std::string identifier(const fields& in, const char* member) { return bounded(in, member, longest_id, true); }
std::string optional_text(const fields& in, const char* member) { return bounded(in, member, longest_text, false); }

std::string pseudonym(const fields& in, const char* member) {
  std::string text = bounded(in, member, longest_id, false);
  if (!holds_nir(text)) return text;
  in.refuse(civil_id, {}, member);
  return {};
}

std::string choice(const fields& in, const char* member, choices allowed, std::string_view fallback) {
  std::string text = fallback.empty() ? in.text(member) : in.text_or(member, std::string(fallback));
  if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) return text;
  std::string list;
  for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
  in.refuse(not_one_of, {member, list}, member);
  return text;
}

std::vector<std::string> names(const fields& in, const char* member, std::size_t most) {
  std::vector<std::string> out = in.texts(member);
  if (out.size() > most) in.refuse(too_many, {member, std::to_string(out.size()), std::to_string(most)}, member);
  for (const std::string& one : out)
    if (one.empty() || one.size() > longest_id) in.refuse(too_long, {member, std::to_string(longest_id)}, member);
  return out;
}

// Each element of a bounded list through `read`; ids are unique within the list.
template <class T>
std::vector<T> elements(const fields& root, const char* member, std::size_t most, T (*read)(const fields&)) {
  std::vector<T> out;
  const std::vector<fields> list = root.list(member);
  if (list.size() > most) {
    root.refuse(too_many, {member, std::to_string(list.size()), std::to_string(most)}, member);
    return out;
  }
  std::set<std::string> ids;
  for (const fields& one : list) {
    T element = read(one);
    if (root.failed()) return {};
    if constexpr (requires { element.id; }) {
      if (!ids.insert(element.id).second) {
        one.refuse(repeated_id, {shortened(element.id, 64)}, "id");
        return {};
      }
    }
    out.push_back(std::move(element));
  }
  return out;
}

portfolio_credential read_credential(const fields& in) {
  portfolio_credential out;
  if (in.has("file") && !in.has("content") && !in.has("content_base64")) in.refuse(file_given, {}, "file");
  only_members(in, {"id", "content", "content_base64"});
  out.id = identifier(in, "id");
  if (in.has("content") == in.has("content_base64")) in.refuse(one_content);
  if (in.has("content_base64")) {
    const auto bytes = from_base64(in.text("content_base64"));
    if (bytes)
      out.content = as_text(*bytes);
    else
      in.refuse(bad_base64, {}, "content_base64");
  } else {
    out.content = in.text_or("content", {});
  }
  return out;
}

experience read_experience(const fields& in) {
  only_members(in, {"id", "title", "kind", "from", "to", "months", "hours_per_week", "jobs", "competences"});
  experience out;
  out.id = identifier(in, "id");
  out.title = optional_text(in, "title");
  out.kind = choice(in, "kind", experience_kinds, "other");
  out.from = in.time("from");
  out.to = in.time("to");
  if (out.from && out.to && *out.to < *out.from) in.refuse(ends_before, {}, "to");
  out.months_given = in.has("months");
  out.months = in.number_within("months", 0, longest_months, 0);
  if (!out.months_given && out.from && out.to) out.months = months_between(*out.from, *out.to);
  out.hours_given = in.has("hours_per_week");
  out.hours_per_week = in.number_within("hours_per_week", 0, 168, 35);
  out.jobs = names(in, "jobs", most_names);
  out.competences = names(in, "competences", most_names);
  return out;
}

self_assessment read_self_assessment(const fields& in) {
  only_members(in, {"id", "experience", "competence", "level", "at"});
  self_assessment out;
  out.id = identifier(in, "id");
  out.experience = bounded(in, "experience", longest_id, false);
  out.competence = identifier(in, "competence");
  out.level = in.number("level");
  out.level = in.number_within("level", 0, 4, 0);
  out.at = in.time("at");
  return out;
}

feedback read_feedback(const fields& in) {
  only_members(in, {"id", "experience", "competence", "role", "by", "level", "kind", "at", "grid", "criterion"});
  feedback out;
  out.id = identifier(in, "id");
  out.experience = bounded(in, "experience", longest_id, false);
  out.competence = identifier(in, "competence");
  out.role = choice(in, "role", roles, {});
  out.by = pseudonym(in, "by");
  out.level = in.number("level");
  out.level = in.number_within("level", 0, 4, 0);
  out.kind = choice(in, "kind", feedback_kinds, "feedback");
  out.at = in.time("at");
  out.grid = bounded(in, "grid", longest_id, false);
  out.criterion = bounded(in, "criterion", longest_id, false);
  return out;
}

override_decision read_override(const fields& in) {
  only_members(in, {"competence", "state", "author", "reason", "at", "undone"});
  override_decision out;
  out.competence = identifier(in, "competence");
  out.state = choice(in, "state", states, {});
  out.author = pseudonym(in, "author");
  if (out.author.empty()) in.refuse(too_long, {"author", std::to_string(longest_id)}, "author");
  out.reason = bounded(in, "reason", longest_text, true);
  out.at = in.time("at");
  if (const auto undone = in.object("undone")) {
    only_members(*undone, {"at", "author", "reason"});
    out.undone_at = undone->time("at");
    if (!out.undone_at) undone->refuse(no_time, {}, "at");
    out.undone_by = pseudonym(*undone, "author");
    out.undone_reason = bounded(*undone, "reason", longest_text, false);
  }
  return out;
}

void read_wishes(const fields& root, portfolio& into) {
  const auto in = root.object("wishes");
  if (!in) return;
  only_members(*in, {"interests", "income_euros", "refuses"});
  if (const auto interests = in->object("interests")) {
    only_members(*interests, {"R", "I", "A", "S", "E", "C"});
    constexpr std::array<const char*, 6> letters{"R", "I", "A", "S", "E", "C"};
    for (std::size_t i = 0; i < letters.size(); ++i) {
      into.wanted.interests[i] = interests->number_within(letters[i], 0, 1, 0);
      into.wanted.interests_known = into.wanted.interests_known || into.wanted.interests[i] > 0;
    }
  }
  into.wanted.income_euros = in->number_within("income_euros", 0, 1e6, 0);
  into.wanted.refuses = names(*in, "refuses", most_names);
}

// What stands in the way is what is lacked until something solves it.
void read_barriers(const fields& root, portfolio& into) {
  const auto in = root.object("constraints");
  if (!in) return;
  for (const std::string& barrier : names(*in, "barriers", most_names)) {
    std::string solved = barrier + "_solved";
    if (std::find(into.conditions.begin(), into.conditions.end(), solved) != into.conditions.end())
      in->refuse(solved_barrier, {shortened(barrier, 64)}, "barriers");
    if (std::find(into.lacks.begin(), into.lacks.end(), solved) == into.lacks.end())
      into.lacks.push_back(std::move(solved));
  }
}

}  // namespace

double months_between(instant from, instant to) {
  return std::clamp(static_cast<double>(to.ms - from.ms) / static_cast<double>(ms_per_day) / days_a_month, 0.0,
                    longest_months);
}

double months_lived(const experience& of, instant now) {
  if (!of.from) return of.months;
  const double so_far = months_between(*of.from, now);
  return of.months_given || of.to ? std::min(of.months, so_far) : so_far;
}

result<portfolio> read_portfolio(const json& document, const std::string& source) {
  std::optional<error> first;
  const fields root(document, source, first);
  only_members(root, {"schema", "person", "identities", "holds_job", "credentials", "experiences", "self_assessments",
                      "feedback", "overrides", "conditions", "lacks", "wishes", "constraints", "unreadable"});
  only_schema(root, "activateur/portfolio/1");
  portfolio out;
  out.person = pseudonym(root, "person");
  out.identities = names(root, "identities", most_identities);
  if (std::any_of(out.identities.begin(), out.identities.end(), [](const std::string& id) { return holds_nir(id); }))
    root.refuse(civil_id, {}, "identities");
  out.holds_job = bounded(root, "holds_job", longest_id, false);
  out.credentials = elements(root, "credentials", limits::portfolio_credentials, read_credential);
  out.experiences = elements(root, "experiences", most_elements, read_experience);
  out.self_assessments = elements(root, "self_assessments", most_elements, read_self_assessment);
  out.feedbacks = elements(root, "feedback", most_elements, read_feedback);
  out.overrides = elements(root, "overrides", most_elements, read_override);
  out.conditions = names(root, "conditions", most_names);
  out.lacks = names(root, "lacks", most_names);
  for (const std::string& one : out.lacks)
    if (std::find(out.conditions.begin(), out.conditions.end(), one) != out.conditions.end())
      root.refuse(both_ways, {shortened(one, 64)}, "lacks");
  read_wishes(root, out);
  read_constraints(root, out);
  read_barriers(root, out);
  if (first) return *std::move(first);
  return out;
}

result<std::vector<const json*>> portfolios_in(const json& document) {
  if (!document.is_object() || !document.contains("portfolios")) return std::vector<const json*>{&document};
  std::optional<error> first;
  const fields root(document, "portfolios", first);
  only_members(root, {"schema", "portfolios"});
  only_schema(root, "activateur/portfolios/1");
  const std::vector<fields> list = root.list("portfolios");
  if (first) return *std::move(first);
  std::vector<const json*> out;
  out.reserve(list.size());
  for (const fields& one : list) out.push_back(&one.value());
  return out;
}

}  // namespace activateur
