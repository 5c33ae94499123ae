#include "analysis/criteria.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "analysis/achievement_messages.hpp"
#include "base/iri.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"
#include "recognition/policy.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;

constexpr std::size_t longest_name = 512;  // bytes
constexpr std::size_t longest_label = 1'024;
constexpr std::size_t most_issuers = 100;
constexpr std::size_t longest_shown = 120;
constexpr double most_months = 1'200, most_hours = 1'000'000, most_times = 1'000;

constexpr std::array<std::string_view, 7> kinds{"of",         "competence",  "experience", "achievement",
                                                "credential", "observation", "feedback"};
constexpr std::string_view importances[] = {"core", "emerging", "ordinary"};
constexpr std::string_view experiences[] = {"work", "volunteering", "sport", "family", "play", "other", "any"};
constexpr std::string_view roles[] = {"client", "colleague", "peer", "supervisor", "professional"};
constexpr std::array evidence_kinds{evidence_kind::credential,  evidence_kind::qualification,
                                    evidence_kind::observation, evidence_kind::feedback,
                                    evidence_kind::endorsement, evidence_kind::self_assessment};

std::string bounded(const fields& in, const char* member, std::size_t most, bool required) {
  std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty()))
    in.refuse(say::bad_length, {member, std::to_string(most)}, member);
  return text;
}

void one_of(const fields& in, const char* member, const std::string& value, std::span<const std::string_view> allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  std::string list;
  for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
  in.refuse(say::not_one_of, {member, list}, member);
}

std::size_t whole(const fields& in, const char* member, double most, std::size_t otherwise, const message& why,
                  std::vector<std::string> arguments) {
  if (!in.has(member)) return otherwise;
  const double given = in.number(member);
  if (in.failed()) return otherwise;
  if (!(given >= 1) || given > most || given != static_cast<double>(static_cast<std::size_t>(given))) {
    in.refuse(why, std::move(arguments), member);
    return otherwise;
  }
  return static_cast<std::size_t>(given);
}

std::size_t times(const fields& in, const char* member) {
  return whole(in, member, most_times, 1, say::bad_times,
               {member, std::to_string(static_cast<std::size_t>(most_times))});
}

class reader {
 public:
  earning_criterion read(const fields& in, std::size_t depth) {
    earning_criterion out;
    if (in.failed()) return out;
    if (depth > deepest_criteria) {
      in.refuse(say::too_deep, {std::to_string(deepest_criteria)});
      return out;
    }
    if (++count_ > most_criteria) {
      in.refuse(say::too_many, {std::to_string(most_criteria)});
      return out;
    }
    const auto kind = kind_in(in);
    if (!kind) {
      in.refuse(say::no_kind);
      return out;
    }
    out.kind = *kind;
    out.label = bounded(in, "label", longest_label, false);
    if (out.kind == criterion_kind::at_least) {
      read_inner(in, depth, out);
    } else {
      out.importance = in.text_or("importance", "ordinary");
      one_of(in, "importance", out.importance, importances);
      read_leaf(in, out);
    }
    return out;
  }

 private:
  static std::optional<criterion_kind> kind_in(const fields& in) {
    if (!in.value().is_object()) return std::nullopt;
    std::optional<criterion_kind> found;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (!in.has(kinds[i].data())) continue;
      if (found) return std::nullopt;
      found = static_cast<criterion_kind>(i);
    }
    return found;
  }

  void read_inner(const fields& in, std::size_t depth, earning_criterion& out) {
    only_members(in, {"label", "at_least", "of"});
    const std::vector<fields> list = in.list("of");
    if (list.empty()) in.refuse(say::nothing_in, {}, "of");
    if (list.size() > most_criteria) in.refuse(say::too_many, {std::to_string(most_criteria)}, "of");
    out.at_least = whole(in, "at_least", static_cast<double>(list.size()), list.size(), say::bad_at_least,
                         {std::to_string(list.size())});
    std::set<std::string> members;
    for (const fields& one : list) {
      if (in.failed()) return;
      out.of.push_back(read(one, depth + 1));
      if (in.failed()) return;
      // Counted twice, one piece of evidence would do for two.
      const std::string key = key_of_choice(out.of.back(), [](const earning_criterion& node) {
        return node.kind == criterion_kind::at_least ? std::string() : key_of(node);
      });
      if (!members.insert(key).second) one.refuse(say::repeated, {shortened(key, longest_shown)});
    }
  }

  static void read_leaf(const fields& in, earning_criterion& out) {
    switch (out.kind) {
      case criterion_kind::competence: {
        only_members(in, {"label", "importance", "competence", "level", "evidence"});
        out.about = bounded(in, "competence", longest_name, true);
        out.level = in.has("level") ? in.number_within("level", 1, 4, 0) : 0;
        out.from = in.texts("evidence");
        std::vector<std::string_view> allowed;
        for (const evidence_kind k : evidence_kinds) allowed.push_back(name(k));
        sort_choices(in, "evidence", out.from, allowed);
        return;
      }
      case criterion_kind::experience:
        only_members(in, {"label", "importance", "experience", "about", "months", "hours", "declared"});
        out.sort = in.text("experience");
        one_of(in, "experience", out.sort, experiences);
        if (out.sort == "any") out.sort.clear();
        out.about = bounded(in, "about", longest_name, false);
        out.months = in.number_within("months", 0, most_months, 0);
        out.hours = in.number_within("hours", 0, most_hours, 0);
        out.declared = in.flag_or("declared", false);
        if (!in.failed() && out.months <= 0 && out.hours <= 0) in.refuse(say::no_duration, {}, "months");
        return;
      case criterion_kind::achievement:
        only_members(in, {"label", "importance", "achievement"});
        out.about = bounded(in, "achievement", longest_name, true);
        return;
      case criterion_kind::credential:
        only_members(in, {"label", "importance", "credential", "issuers"});
        out.about = bounded(in, "credential", longest_name, true);
        if (!in.failed() && !has_iri_form(out.about)) in.refuse(say::no_iri, {"credential"}, "credential");
        out.from = in.texts("issuers");
        if (out.from.size() > most_issuers)
          in.refuse(say::too_many_of, {"issuers", std::to_string(most_issuers)}, "issuers");
        for (const std::string& one : out.from)
          if (one.size() > longest_name || !has_iri_form(one)) in.refuse(say::no_iri, {"issuers"}, "issuers");
        std::sort(out.from.begin(), out.from.end());
        out.from.erase(std::unique(out.from.begin(), out.from.end()), out.from.end());
        return;
      case criterion_kind::observation:
        only_members(in, {"label", "importance", "observation", "criterion", "level", "times"});
        out.about = bounded(in, "observation", longest_name, true);
        out.sort = bounded(in, "criterion", longest_name, false);
        out.level = in.number_within("level", 0, 4, 3);
        out.times = times(in, "times");
        return;
      case criterion_kind::feedback:
        only_members(in, {"label", "importance", "feedback", "about", "level", "roles"});
        out.times = times(in, "feedback");
        out.about = bounded(in, "about", longest_name, false);
        out.level = in.number_within("level", 0, 4, 3);
        out.from = in.texts("roles");
        sort_choices(in, "roles", out.from, roles);
        return;
      case criterion_kind::at_least: return;
    }
  }

  static void sort_choices(const fields& in, const char* member, std::vector<std::string>& given,
                           std::span<const std::string_view> allowed) {
    for (const std::string& one : given) one_of(in, member, one, allowed);
    std::sort(given.begin(), given.end());
    given.erase(std::unique(given.begin(), given.end()), given.end());
  }

  std::size_t count_ = 0;
};

}  // namespace

std::string_view name(criterion_kind k) {
  return k == criterion_kind::at_least ? "at_least" : kinds[static_cast<std::size_t>(k)];
}

earning_criterion read_criteria(const fields& in) { return reader().read(in, 1); }

result<earning_criterion> read_criteria(const json& document, const std::string& source) {
  std::optional<error> first;
  earning_criterion out = read_criteria(fields(document, source, first));
  if (first) return *std::move(first);
  return out;
}

json to_document(const earning_criterion& node) {
  json out = json::object();
  if (!node.label.empty()) out["label"] = node.label;
  if (node.kind == criterion_kind::at_least) {
    out["at_least"] = node.at_least;
    out["of"] = json::array();
    for (const earning_criterion& one : node.of) out["of"].push_back(to_document(one));
    return out;
  }
  if (node.importance != "ordinary") out["importance"] = node.importance;
  const std::string member(name(node.kind));
  out[member] = node.about;
  switch (node.kind) {
    case criterion_kind::competence:
      if (node.level > 0) out["level"] = node.level;
      if (!node.from.empty()) out["evidence"] = node.from;
      break;
    case criterion_kind::experience:
      out[member] = node.sort.empty() ? "any" : node.sort;
      if (!node.about.empty()) out["about"] = node.about;
      if (node.months > 0) out["months"] = node.months;
      if (node.hours > 0) out["hours"] = node.hours;
      if (node.declared) out["declared"] = true;
      break;
    case criterion_kind::credential:
      if (!node.from.empty()) out["issuers"] = node.from;
      break;
    case criterion_kind::observation:
      if (!node.sort.empty()) out["criterion"] = node.sort;
      out["level"] = node.level;
      if (node.times != 1) out["times"] = node.times;
      break;
    case criterion_kind::feedback:
      out[member] = node.times;
      if (!node.about.empty()) out["about"] = node.about;
      out["level"] = node.level;
      if (!node.from.empty()) out["roles"] = node.from;
      break;
    default: break;
  }
  return out;
}

std::string key_of(const earning_criterion& leaf) {
  json bare = to_document(leaf);
  bare.erase("label");
  bare.erase("importance");
  return write_json(bare);
}

void each_leaf(const earning_criterion& node, const std::function<void(const earning_criterion&)>& visit) {
  if (node.kind != criterion_kind::at_least) {
    visit(node);
    return;
  }
  for (const earning_criterion& one : node.of) each_leaf(one, visit);
}

}  // namespace activateur
