#include "analysis/achievement.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/achievement_messages.hpp"
#include "base/iri.hpp"
#include "base/text.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;

constexpr std::size_t longest_name = 512, longest_text = 8'192;  // bytes
constexpr std::size_t most_tags = 100;

// AchievementType (Open Badges 3.0, 6.1.1 "Enumerated types").
constexpr std::string_view types[] = {"Achievement",
                                      "ApprenticeshipCertificate",
                                      "Assessment",
                                      "Assignment",
                                      "AssociateDegree",
                                      "Award",
                                      "BachelorDegree",
                                      "Badge",
                                      "Certificate",
                                      "CertificateOfCompletion",
                                      "Certification",
                                      "CoCurricular",
                                      "CommunityService",
                                      "Competency",
                                      "Course",
                                      "Degree",
                                      "Diploma",
                                      "DoctoralDegree",
                                      "Fieldwork",
                                      "GeneralEducationDevelopment",
                                      "JourneymanCertificate",
                                      "LearningProgram",
                                      "License",
                                      "MasterCertificate",
                                      "MasterDegree",
                                      "Membership",
                                      "MicroCredential",
                                      "ProfessionalDoctorate",
                                      "QualityAssuranceCredential",
                                      "ResearchDoctorate",
                                      "SecondarySchoolDiploma"};

bool known_type(std::string_view text) {
  if (std::find(std::begin(types), std::end(types), text) != std::end(types)) return true;
  constexpr std::string_view own = "ext:";
  if (!text.starts_with(own) || text.size() == own.size()) return false;
  return std::all_of(text.begin() + own.size(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == '|';
  });
}

std::string bounded(const fields& in, const char* member, std::size_t most, bool required) {
  std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty()))
    in.refuse(say::bad_length, {member, std::to_string(most)}, member);
  return text;
}

std::string address(const fields& in, const char* member, bool required) {
  std::string text = bounded(in, member, longest_name, required);
  if (!text.empty() && !is_well_formed_iri(text)) in.refuse(say::no_iri, {member}, member);
  return text;
}

// Depth-first; `way` is from the start to where it stands.
class cycle_search {
 public:
  explicit cycle_search(const references& of) : of_(of) {}
  std::optional<std::vector<std::string>> run() {
    for (const auto& [start, ignored] : of_) {
      if (auto found = from(start)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::vector<std::string>> from(const std::string& at) {
    if (done_.contains(at)) return std::nullopt;
    if (!under_way_.insert(at).second) {
      std::vector<std::string> out(std::find(way_.begin(), way_.end(), at), way_.end());
      out.push_back(at);
      return out;
    }
    way_.push_back(at);
    if (const auto asks = of_.find(at); asks != of_.end())
      for (const std::string& next : asks->second)
        if (auto found = from(next)) return found;
    way_.pop_back();
    done_.insert(at);
    return std::nullopt;
  }

  const references& of_;
  std::vector<std::string> way_;
  std::set<std::string, std::less<>> under_way_, done_;
};

bool is_uuid(std::string_view id) {
  constexpr std::size_t dashes[] = {8, 13, 18, 23};
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = std::find(std::begin(dashes), std::end(dashes), i) != std::end(dashes);
    const char c = id[i];
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace

achievement_description read_achievement(const fields& in) {
  only_members(in, {"schema", "uri", "name", "description", "type", "language", "image", "creator", "narrative", "tags",
                    "criteria"});
  only_schema(in, "activateur/achievement/1");
  achievement_description out;
  out.uri = address(in, "uri", false);
  out.name = bounded(in, "name", longest_name, true);
  out.description = bounded(in, "description", longest_text, true);
  out.type = in.text_or("type", "Badge");
  if (!known_type(out.type)) in.refuse(say::bad_type, {shortened(out.type, 64)}, "type");
  out.language = bounded(in, "language", longest_name, false);
  if (!out.language.empty() && !is_language_tag(out.language))
    in.refuse(say::not_one_of, {"language", "fr, en, ..."}, "language");
  if (const auto image = in.object("image")) {
    only_members(*image, {"id", "caption"});
    out.image = address(*image, "id", true);
    out.image_caption = bounded(*image, "caption", longest_text, false);
  }
  if (const auto creator = in.object("creator")) {
    only_members(*creator, {"id", "name"});
    out.creator = address(*creator, "id", true);
    out.creator_name = bounded(*creator, "name", longest_name, false);
  }
  out.narrative = bounded(in, "narrative", longest_text, false);
  out.tags = in.texts("tags");
  if (out.tags.size() > most_tags) in.refuse(say::too_many_of, {"tags", std::to_string(most_tags)}, "tags");
  for (const std::string& tag : out.tags)
    if (tag.empty() || tag.size() > longest_name)
      in.refuse(say::bad_length, {"tags", std::to_string(longest_name)}, "tags");
  const auto criteria = in.object("criteria");
  if (criteria)
    out.criteria = read_criteria(*criteria);
  else
    in.refuse(say::no_kind, {}, "criteria");
  return out;
}

result<achievement_description> read_achievement(const json& document, const std::string& source) {
  std::optional<error> first;
  achievement_description out = read_achievement(fields(document, source, first));
  if (first) return *std::move(first);
  return out;
}

const catalogue_entry* catalogue::find(std::string_view id) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), id,
                                   [](const catalogue_entry& e, std::string_view wanted) { return e.id < wanted; });
  return at == entries_.end() || at->id != id ? nullptr : &*at;
}

result<catalogue> read_catalogue(const json& document, const std::string& source) {
  std::optional<error> first;
  const fields root(document, source, first);
  catalogue out;
  if (document.is_object() && document.contains("achievements")) {
    only_members(root, {"schema", "achievements"});
    only_schema(root, "activateur/achievements/1");
    const std::vector<fields> list = root.list("achievements");
    if (list.size() > most_achievements)
      root.refuse(say::too_many_of, {"achievements", std::to_string(most_achievements)}, "achievements");
    for (const fields& one : list) {
      if (first) break;
      only_members(one, {"id", "achievement", "version", "digest", "published", "withdrawn", "person"});
      catalogue_entry e;
      e.id = bounded(one, "id", longest_name, true);
      e.version = static_cast<std::int64_t>(one.number_within("version", 0, 1e9, 0));
      e.withdrawn = one.flag_or("withdrawn", false);
      if (const auto what = one.object("achievement"))
        e.what = read_achievement(*what);
      else
        one.refuse(say::bad_length, {"achievement", std::to_string(longest_text)}, "achievement");
      out.entries_.push_back(std::move(e));
    }
  } else {
    catalogue_entry e;
    e.what = read_achievement(root);
    e.id = e.what.uri.empty() ? "achievement" : e.what.uri;
    out.entries_.push_back(std::move(e));
  }
  if (first) return *std::move(first);
  std::sort(out.entries_.begin(), out.entries_.end(),
            [](const catalogue_entry& a, const catalogue_entry& b) { return a.id < b.id; });
  references asks;
  std::optional<error> wrong;
  for (const catalogue_entry& e : out.entries_) {
    if (asks.contains(e.id)) return fail(failure::input, say::repeated, {shortened(e.id, 120)}, {source, {}, 0, 0});
    std::vector<std::string>& names = asks[e.id];
    each_leaf(e.what.criteria, [&](const earning_criterion& leaf) {
      if (leaf.kind != criterion_kind::achievement) return;
      if (!wrong && out.find(leaf.about) == nullptr)
        wrong = fail(failure::not_found, say::unknown, {shortened(leaf.about, 120)}, {source, {}, 0, 0});
      names.push_back(leaf.about);
    });
  }
  if (wrong) return *std::move(wrong);
  if (const auto way = cycle_in(asks)) return fail(failure::input, say::cycle, {way_text(*way)}, {source, {}, 0, 0});
  return out;
}

result<void> check_competences(const earning_criterion& criteria, const framework_set& frameworks, bool loaded_only) {
  std::optional<error> wrong;
  each_leaf(criteria, [&](const earning_criterion& leaf) {
    const bool named =
        leaf.kind == criterion_kind::competence ||
        ((leaf.kind == criterion_kind::experience || leaf.kind == criterion_kind::feedback) && !leaf.about.empty());
    if (wrong || !named || frameworks.competence(leaf.about)) return;
    if (leaf.kind == criterion_kind::experience && frameworks.job(leaf.about)) return;
    const std::size_t colon = leaf.about.find(':');
    if (loaded_only && colon != std::string::npos && colon > 0 &&
        frameworks.find(leaf.about.substr(0, colon)) == nullptr)
      return;
    wrong = fail(failure::not_found, say::unknown_competence, {shortened(leaf.about, 120)});
  });
  if (wrong) return *std::move(wrong);
  return {};
}

std::string address_of(const catalogue_entry& entry) {
  if (!entry.what.uri.empty()) return entry.what.uri;
  return is_uuid(entry.id) ? "urn:uuid:" + entry.id : std::string();
}

std::optional<std::vector<std::string>> cycle_in(const references& of) { return cycle_search(of).run(); }

std::string way_text(const std::vector<std::string>& way) {
  constexpr std::size_t most_shown = 8, longest_shown = 64;
  std::string out;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (i >= most_shown && i + 1 < way.size()) {
      if (i == most_shown) out += " → …";
      continue;
    }
    out += (i == 0 ? "" : " → ") + shortened(way[i], longest_shown);
  }
  return out;
}

}  // namespace activateur
