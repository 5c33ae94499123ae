// A draft made into what is shown: each item by value, without what she hides, and without what others said that they
// do not allow to be shown.
#include <algorithm>
#include <span>

#include "badges/baking.hpp"
#include "badges/verification.hpp"
#include "base/text.hpp"
#include "store/documents.hpp"
#include "store/showcase.hpp"
#include "store/showcase_messages.hpp"

namespace activateur {
namespace {

using namespace store_messages;

using parts = std::span<const std::string_view>;
constexpr std::string_view experience_parts[] = {"kind", "dates", "duration",    "organisation", "place",
                                                 "text", "jobs",  "competences", "evidence"};
constexpr std::string_view credential_parts[] = {"issuer", "dates", "text", "competences", "verdict", "file"};
constexpr std::string_view said_parts[] = {"author", "role", "level", "date", "text"};
constexpr std::string_view own_parts[] = {"level", "date", "text"};

bool has(const std::vector<std::string>& hidden, std::string_view part) {
  return std::find(hidden.begin(), hidden.end(), part) != hidden.end();
}

void copy(json& into, const json& from, std::initializer_list<const char*> members) {
  for (const char* name : members)
    if (const auto found = from.find(name); found != from.end() && !found->is_null()) into[name] = *found;
}

bool is_https(const json& reference) {
  return reference.is_string() && reference.get_ref<const std::string&>().starts_with("https://");
}

json competences_of(const json& experience) {
  json out = json::array();
  for (const json& one : experience.value("competences", json::array())) {
    // What a text suggests is not hers until she has chosen it.
    if (one.value("origin", "chosen") == "suggested") continue;
    json shown = json::object();
    copy(shown, one, {"competence", "label"});
    out.push_back(std::move(shown));
  }
  return out;
}

json evidence_of(const json& experience) {
  json out = json::array();
  for (const json& one : experience.value("evidence", json::array())) {
    json shown{{"kind", one.at("kind")}};
    copy(shown, one, {"label", "sha256", "media_type", "text"});
    // Where else it lies (a path, a host's own number) is nobody's business.
    if (one.contains("reference") && is_https(one["reference"])) shown["url"] = one["reference"];
    out.push_back(std::move(shown));
  }
  return out;
}

void put_list(json& into, const char* name, json list) {
  if (!list.empty()) into[name] = std::move(list);
}

class freezer {
 public:
  freezer(store_call& in, const store_id& person, const json& draft) : in_(in), person_(person), draft_(draft) {}

  result<frozen_showcase> made() {
    out_.version = {{"schema", "activateur/showcase-version/1"}};
    // To whom she means to show it is a note of hers.
    copy(out_.version, draft_, {"title", "introduction", "name", "contact", "language"});
    out_.portfolio = {{"schema", "activateur/portfolio/1"}};
    out_.shows = json::array();
    json sections = json::array();
    std::size_t items = 0;
    for (const json& section : draft_.value("sections", json::array())) {
      json shown{{"title", section.at("title")}, {"items", json::array()}};
      copy(shown, section, {"text"});
      for (const json& item : section.value("items", json::array())) {
        result<json> one = shown_item(item);
        if (!one) return std::move(one).why();
        shown["items"].push_back(*std::move(one));
        ++items;
      }
      sections.push_back(std::move(shown));
    }
    if (items == 0) return fail(failure::usage, empty_showcase);
    out_.version["sections"] = std::move(sections);
    if (auto known = add_identities(); !known) return std::move(known).why();
    return std::move(out_);
  }

 private:
  result<json> shown_item(const json& item) {
    const std::string id = "i" + std::to_string(++count_);
    std::vector<std::string> hidden;
    for (const json& part : item.value("hide", json::array())) hidden.push_back(part.get<std::string>());
    result<json> shown = item.contains("competence") ? opinion(item, hidden) : of_record(item, id, hidden);
    if (!shown) return shown;
    (*shown)["id"] = id;
    copy(*shown, item, {"words"});
    return shown;
  }

  result<json> opinion(const json& item, const std::vector<std::string>& hidden) {
    if (auto right = hides(hidden, {}); !right) return std::move(right).why();
    json out{{"kind", "opinion"}};
    copy(out, item, {"competence"});  // by its own name, as an estimate is no word of hers
    out_.opinions.push_back(item.at("competence").get<std::string>());
    return labelled(std::move(out));
  }

  result<json> of_record(const json& item, const std::string& id, const std::vector<std::string>& hidden) {
    const auto& named = item.at("record").get_ref<const std::string&>();
    const auto row = in_.record_named(named, true);
    // Hers, or of a team she belongs to.
    const bool hers = row && row->person && (*row->person == person_ || in_.belongs(*row->person, person_)) &&
                      in_.may(operation::read, static_cast<record_kind>(row->kind), *row->person);
    if (!hers) return fail(failure::not_found, not_there, {shortened(named, 64)});
    const result<json> document = in_.opened(*row);
    if (!document) return document;
    if (std::find(out_.shows.begin(), out_.shows.end(), named) == out_.shows.end()) out_.shows.push_back(named);
    switch (static_cast<record_kind>(row->kind)) {
      case record_kind::experience: return experience(*document, id, hidden);
      case record_kind::credential: return credential(*row, *document, id, hidden);
      case record_kind::self_assessment: return self_assessment(*document, id, hidden);
      case record_kind::feedback: return said(*row, *document, id, hidden);
      case record_kind::observation: return observation(*row, *document, id, hidden);
      default: return fail(failure::usage, not_shown_here, {std::string(name(static_cast<record_kind>(row->kind)))});
    }
  }

  result<json> experience(const json& d, const std::string& id, const std::vector<std::string>& hidden) {
    if (auto right = hides(hidden, experience_parts); !right) return std::move(right).why();
    json out{{"kind", "experience"}, {"title", d.at("title")}};
    if (!has(hidden, "kind")) out["is"] = d.value("kind", "other");
    if (!has(hidden, "dates")) copy(out, d, {"from", "to"});
    if (!has(hidden, "duration")) copy(out, d, {"months", "hours_per_week"});
    for (const char* part : {"organisation", "place", "text", "jobs"})
      if (!has(hidden, part)) copy(out, d, {part});
    for (const json& job : out.value("jobs", json::array())) out_.unlabelled.push_back(job.get<std::string>());
    if (!has(hidden, "competences")) {
      json competences = competences_of(d);
      for (json& one : competences) one = labelled(std::move(one));
      put_list(out, "competences", std::move(competences));
    }
    if (!has(hidden, "evidence")) put_list(out, "evidence", evidence_of(d));
    json lived = out;
    lived["kind"] = out.value("is", "other");
    out_.portfolio["experiences"].push_back(experience_of(lived, id));
    return out;
  }

  result<json> credential(const record_row& row, const json& d, const std::string& id,
                          const std::vector<std::string>& hidden) {
    if (auto right = hides(hidden, credential_parts); !right) return std::move(right).why();
    const auto bytes = in_.content_of(row);
    if (!bytes) return bytes.why();
    json out{{"kind", "credential"}, {"title", d.value("name", "")}};
    if (!has(hidden, "issuer")) copy(out, d, {"issuer", "issuer_name"});
    if (!has(hidden, "dates")) copy(out, d, {"issued", "valid_until"});
    if (!has(hidden, "verdict") && d.contains("verification")) {
      out["verdict"] = d["verification"].at("verdict");
      out["verified"] = d["verification"].at("at");
      const auto until =
          d.contains("valid_until") ? parse_date_or_time(d["valid_until"].get_ref<const std::string&>()) : std::nullopt;
      if (out["verdict"] == "valid" && until && until->ms < in_.now()) out["verdict"] = "invalid";
    }
    context plain;
    plain.now = instant{in_.now()};
    if (const auto read = verify_credential(*bytes, {}, {}, plain)) {
      if (!has(hidden, "text") && !read->subject.what.description.empty()) out["text"] = read->subject.what.description;
      if (!has(hidden, "competences")) put_list(out, "alignments", alignments_of(read->subject));
    }
    // The credential itself tells all that it says: with anything of it hidden, it is not handed over.
    if (!hidden.empty()) return out;
    const auto text = unbake(*bytes);
    if (!text) return out;
    out["file"] = text->text;
    out_.portfolio["credentials"].push_back({{"id", id}, {"content", text->text}});
    return out;
  }

  static json alignments_of(const activateur::credential& of) {
    json out = json::array();
    for (const alignment& a : of.what.alignments) {
      json one{{"name", a.target_name}};
      if (a.target_url.starts_with("https://")) one["url"] = a.target_url;
      if (!a.target_code.empty()) one["code"] = a.target_code;
      if (!a.target_framework.empty()) one["framework"] = a.target_framework;
      out.push_back(std::move(one));
    }
    return out;
  }

  result<json> self_assessment(const json& d, const std::string& id, const std::vector<std::string>& hidden) {
    if (auto right = hides(hidden, own_parts); !right) return std::move(right).why();
    json out{{"kind", "self_assessment"}, {"competence", d.at("competence")}};
    if (!has(hidden, "level")) copy(out, d, {"level"});
    if (!has(hidden, "date")) copy(out, d, {"at"});
    if (!has(hidden, "text")) copy(out, d, {"text"});
    if (out.contains("level")) {
      json counts{{"id", id}};
      copy(counts, out, {"competence", "level", "at"});
      out_.portfolio["self_assessments"].push_back(std::move(counts));
    }
    return labelled(std::move(out));
  }

  // What somebody said: its words and its author's name only as the author allows.
  result<json> told(const char* kind, const json& d, const std::vector<std::string>& hidden,
                    const std::string& record) {
    if (auto right = hides(hidden, said_parts); !right) return std::move(right).why();
    const std::string sharing = d.value("sharing", "level");
    if (sharing == "none") return fail(failure::denied, not_to_be_shown, {record});
    json out{{"kind", kind}};
    if (!has(hidden, "role")) copy(out, d, {"role"});
    if (!has(hidden, "date")) copy(out, d, {"at"});
    if (sharing != "level" && !has(hidden, "text")) copy(out, d, {"text"});
    if (sharing == "named" && !has(hidden, "author") &&
        !d.value("by", "").starts_with("link-"))  // who gave no name is known by the link alone
      copy(out, d, {"by"});
    return out;
  }

  result<json> said(const record_row& row, const json& d, const std::string& id,
                    const std::vector<std::string>& hidden) {
    result<json> out = told("feedback", d, hidden, to_text(row.id));
    if (!out) return out;
    copy(*out, d, {"competence"});
    if (!has(hidden, "level")) copy(*out, d, {"level"});
    count_said(*out, in_.voice_of(row, d), id, d.value("kind", "feedback"));
    return labelled(*std::move(out));
  }

  // Who said it is told to nobody; but two statements of one voice count once.
  void count_said(const json& shown, const std::string& voice, const std::string& id, const std::string& kind) {
    if (!shown.contains("level") || !shown.contains("role")) return;
    json counts{{"id", id}, {"kind", kind}, {"by", voice}};
    copy(counts, shown, {"competence", "level", "role", "at"});
    out_.portfolio["feedback"].push_back(std::move(counts));
  }

  result<json> observation(const record_row& row, const json& d, const std::string& id,
                           const std::vector<std::string>& hidden) {
    result<json> out = told("observation", d, hidden, to_text(row.id));
    if (!out) return out;
    const auto grid_row = in_.record_named(d.at("grid").get_ref<const std::string&>());
    if (!grid_row) return fail(failure::not_found, not_there, {to_text(row.id)});  // nobody knows any more what it said
    const result<json> grid = in_.opened(*grid_row);
    if (!grid) return grid;
    (*out)["title"] = grid->at("title");
    const bool words = d.value("sharing", "level") != "level" && !has(hidden, "text");
    json list = json::array();
    for (const json& item : d.value("items", json::array()))
      for (const json& criterion : grid->value("criteria", json::array())) {
        if (criterion.at("id") != item.at("criterion")) continue;
        json one{{"label", criterion.at("label")}, {"competence", criterion.at("competence")}};
        if (!has(hidden, "level")) copy(one, item, {"level"});
        if (words) copy(one, item, {"text"});
        json counts = one;
        copy(counts, *out, {"at"});
        counts["role"] = out->value("role", "");
        if (out->contains("role"))
          count_said(counts, in_.voice_of(row, d), id + "/" + std::to_string(list.size()), "observation");
        list.push_back(std::move(one));
      }
    put_list(*out, "criteria", std::move(list));
    return out;
  }

  // Whom a badge must have been given to, to count: of her declaration, and shown to nobody.
  result<void> add_identities() {
    return in_.each(person_, record_kind::declaration, false, [&](const record_row&, const json& d) -> result<void> {
      copy(out_.portfolio, d, {"identities"});
      return {};
    });
  }

  json labelled(json out) {
    if (!out.contains("label")) out_.unlabelled.push_back(out.at("competence").get<std::string>());
    return out;
  }

  static result<void> hides(const std::vector<std::string>& hidden, parts possible) {
    for (const std::string& part : hidden) {
      if (std::find(possible.begin(), possible.end(), part) != possible.end()) continue;
      std::string list;
      for (const std::string_view one : possible) list.append(list.empty() ? "" : ", ").append(one);
      return fail(failure::input, cannot_hide, {shortened(part, 64), list.empty() ? "-" : list});
    }
    return {};
  }

  store_call& in_;
  store_id person_;
  const json& draft_;
  frozen_showcase out_;
  std::size_t count_ = 0;
};

}  // namespace

result<frozen_showcase> freeze(store_call& in, const store_id& person, const json& draft) {
  return freezer(in, person, draft).made();
}

}  // namespace activateur
