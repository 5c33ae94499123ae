#include "report/showcase_version.hpp"

#include <algorithm>
#include <array>

#include "json/fields.hpp"
#include "recognition/members.hpp"
#include "report/showcase_messages.hpp"

namespace activateur {
namespace {

namespace say = report::words;

constexpr std::size_t items_max = 1'000;
constexpr std::size_t entries_max = 50'000;  // of all lists together
constexpr double most_months = 1'200;        // a century
constexpr double most_hours = 168;
constexpr double most_pieces = 1e6;
constexpr double most_versions = 1e9;

constexpr std::array<std::string_view, 6> kinds{"experience",  "credential",      "feedback",
                                                "observation", "self_assessment", "opinion"};

class reader {
 public:
  explicit reader(std::size_t& entries) : entries_(entries) {}

  shown_item item(const fields& in) {
    only_members(in, {"kind",     "id",           "title",       "words",       "is",       "from",
                      "to",       "at",           "months",      "level",       "text",     "hours_per_week",
                      "place",    "organisation", "jobs",        "job_labels",  "evidence", "competences",
                      "criteria", "alignments",   "issuer",      "issuer_name", "verdict",  "file",
                      "issued",   "valid_until",  "verified",    "competence",  "label",    "role",
                      "by",       "belief",       "expectation", "uncertainty", "pieces"});
    shown_item out;
    out.kind = kind_of(in);
    for (const auto& [name, into] : {std::pair{"id", &out.id},
                                     {"title", &out.title},
                                     {"words", &out.words},
                                     {"is", &out.is},
                                     {"organisation", &out.organisation},
                                     {"place", &out.place},
                                     {"text", &out.text},
                                     {"issuer", &out.issuer},
                                     {"issuer_name", &out.issuer_name},
                                     {"verdict", &out.verdict},
                                     {"file", &out.file},
                                     {"role", &out.role},
                                     {"by", &out.by}})
      *into = in.text_or(name, {});
    for (const auto& [name, into] : {std::pair{"from", &out.from},
                                     {"to", &out.to},
                                     {"at", &out.at},
                                     {"issued", &out.issued},
                                     {"valid_until", &out.valid_until},
                                     {"verified", &out.verified}})
      *into = in.time(name);
    number(in, "months", most_months, out.months);
    number(in, "hours_per_week", most_hours, out.hours_per_week);
    number(in, "level", 4, out.level);
    number(in, "belief", 1, out.belief);
    number(in, "expectation", 1, out.expectation);
    number(in, "uncertainty", 1, out.uncertainty);
    out.pieces = in.number_within("pieces", 0, most_pieces, 0);
    out.jobs = in.texts("jobs");
    out.job_labels = in.texts("job_labels");
    if (!out.job_labels.empty() && out.job_labels.size() != out.jobs.size())
      in.refuse(say::showcase_job_labels, {}, "job_labels");
    for (const char* list : {"competences", "criteria"})
      for (const fields& one : counted(in, list)) out.competences.push_back(competence(one));
    for (const fields& one : counted(in, "evidence")) out.evidence.push_back(evidence(one));
    for (const fields& one : counted(in, "alignments")) out.alignments.push_back(alignment_of(one));
    out.about = {in.text_or("competence", {}), in.text_or("label", {}), {}, {}};
    return out;
  }

 private:
  static shown_kind kind_of(const fields& in) {
    const std::string text = in.text("kind");
    const auto found = std::find(kinds.begin(), kinds.end(), text);
    if (found == kinds.end()) in.refuse(say::showcase_kind, {text}, "kind");
    return found == kinds.end() ? shown_kind::experience : static_cast<shown_kind>(found - kinds.begin());
  }

  static void number(const fields& in, const char* name, double most, std::optional<double>& into) {
    if (in.has(name)) into = in.number_within(name, 0, most, 0);
  }

  static std::string link(const fields& in) {
    std::string out = in.text_or("url", {});
    if (!out.empty() && !out.starts_with("https://")) in.refuse(say::showcase_link, {}, "url");
    return out;
  }

  shown_competence competence(const fields& in) {
    only_members(in, {"competence", "label", "level", "text"});
    shown_competence out{in.text("competence"), in.text_or("label", {}), {}, in.text_or("text", {})};
    number(in, "level", 4, out.level);
    return out;
  }

  static shown_evidence evidence(const fields& in) {
    only_members(in, {"kind", "label", "url", "sha256", "media_type", "text"});
    return {in.text_or("kind", {}),   in.text_or("label", {}),      link(in),
            in.text_or("sha256", {}), in.text_or("media_type", {}), in.text_or("text", {})};
  }

  static shown_alignment alignment_of(const fields& in) {
    only_members(in, {"name", "url", "code", "framework"});
    return {in.text_or("name", {}), link(in), in.text_or("code", {}), in.text_or("framework", {})};
  }

  std::vector<fields> counted(const fields& in, const char* list) {
    std::vector<fields> out = in.list(list);
    entries_ += out.size();
    if (entries_ <= entries_max) return out;
    in.refuse(say::showcase_many, {}, list);
    return {};
  }

  std::size_t& entries_;
};

}  // namespace

std::string_view name(shown_kind k) { return kinds[static_cast<std::size_t>(k)]; }

result<showcase_version> read_showcase_version(const json& document, const std::string& source) {
  std::optional<error> first;
  const fields in(document, source, first);
  only_members(in, {"schema", "version", "number", "published", "language", "title", "introduction", "name", "contact",
                    "sections"});
  only_schema(in, "activateur/showcase-version/1");
  showcase_version out;
  out.id = in.text("version");
  out.number = static_cast<int>(in.number_within("number", 1, most_versions, 1));
  out.published = in.time("published").value_or(instant{});
  out.lang = in.text_or("language", "fr") == "en" ? language::en : language::fr;
  out.title = in.text("title");
  out.introduction = in.text_or("introduction", {});
  out.name = in.text_or("name", {});
  out.contact = in.text_or("contact", {});
  std::size_t items = 0, entries = 0;
  reader reads(entries);
  for (const fields& section : in.list("sections")) {
    only_members(section, {"title", "text", "items"});
    shown_section shown{section.text("title"), section.text_or("text", {}), {}};
    const auto list = section.list("items");
    items += list.size();
    if (items > items_max) {
      section.refuse(say::showcase_many, {}, "items");
      break;
    }
    for (const fields& one : list) shown.items.push_back(reads.item(one));
    out.sections.push_back(std::move(shown));
  }
  if (!out.id.starts_with("urn:uuid:")) in.refuse(say::showcase_id, {}, "version");
  if (first) return *std::move(first);
  return out;
}

}  // namespace activateur
