// Showcases published, read, withdrawn.
#include <algorithm>

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "store/documents.hpp"
#include "store/showcase.hpp"
#include "store/showcase_messages.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t largest_version = 16U << 20U;  // bytes of what is shown, credentials with it

result<record_row> record_of(store_call& in, std::string_view id, record_kind of, bool with_content = false) {
  auto row = in.record_named(id, with_content);
  if (row && row->kind != static_cast<int>(of)) return fail(failure::usage, no_version, {std::string(name(of))});
  return row;
}

// The labels of competences that were named without one, wherever they stand, and of jobs beside them.
void put_labels(json& value, const std::map<std::string, std::string>& labels) {
  if (!value.is_structured()) return;
  for (json& child : value) put_labels(child, labels);
  if (value.is_object() && value.contains("jobs")) {
    json names = json::array();
    bool any = false;
    for (const json& job : value["jobs"]) {
      const auto label = labels.find(job.get_ref<const std::string&>());
      any = any || label != labels.end();
      names.push_back(label == labels.end() ? "" : label->second);
    }
    if (any) value["job_labels"] = std::move(names);
  }
  if (!value.is_object() || value.contains("label")) return;
  const auto named = value.find("competence");
  if (named == value.end() || !named->is_string()) return;
  if (const auto label = labels.find(named->get<std::string>()); label != labels.end()) value["label"] = label->second;
}

// What is known of the competences by what is shown, and by nothing else.
result<void> put_opinions(json& version, const frozen_showcase& made, const showcase_weighing& weighing) {
  if (made.opinions.empty()) return {};
  if (!weighing.opinions) return fail(failure::usage, nobody_weighs);
  const result<json> opinions = weighing.opinions(made.portfolio, made.opinions);
  if (!opinions) return opinions.why();
  std::size_t at = 0;
  for (json& section : version["sections"])
    for (json& item : section["items"])
      if (item.at("kind") == "opinion") item.update(opinions->at(at++));
  return {};
}

// No number twice, whatever was removed: the draft keeps count. Of those that do not yet, the versions that are there
// tell.
result<std::int64_t> next_number(store_call& in, const store_id& person, const store_id& showcase, const json& draft) {
  std::int64_t last = draft.value("versions", std::int64_t{0});
  json unopened;
  auto all = in.each(
      person, record_kind::showcase_version, false,
      [&](const record_row& r, const json& d) -> result<void> {
        if (r.about == showcase) last = std::max(last, d.at("number").get<std::int64_t>());
        return {};
      },
      &unopened);
  if (!all) return std::move(all).why();
  return last + 1;
}

}  // namespace

result<json> store::publish_showcase(const actor& by, std::string_view showcase, const showcase_weighing& weighing,
                                     const context& with) {
  // Weighed outside of any transaction: it may take long.
  frozen_showcase made;
  json as_frozen;
  std::int64_t version_of_draft = 0;
  const auto frozen = store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto row = record_of(in, showcase, record_kind::showcase);
    if (!row) return row.why();
    if (!in.may(operation::add, record_kind::showcase_version, *row->person))
      return in.demand(operation::add, record_kind::showcase_version, row->person, row->id).why();
    const result<json> draft = in.opened(*row);
    if (!draft) return draft;
    auto shown = freeze(in, *row->person, *draft);
    if (!shown) return std::move(shown).why();
    made = *std::move(shown);
    as_frozen = made.version;
    version_of_draft = row->version;
    return json();
  });
  if (!frozen) return frozen.why();
  std::map<std::string, std::string> labels;
  for (const std::string& competence : made.unlabelled)
    if (std::string label = weighing.label ? weighing.label(competence) : ""; !label.empty())
      labels[competence] = label;
  put_labels(made.version["sections"], labels);
  if (auto weighed = put_opinions(made.version, made, weighing); !weighed) return std::move(weighed).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    auto draft_row = record_of(in, showcase, record_kind::showcase);
    if (!draft_row) return std::move(draft_row).why();
    if (auto allowed = in.demand(operation::add, record_kind::showcase_version, draft_row->person, draft_row->id);
        !allowed)
      return std::move(allowed).why();
    if (draft_row->version != version_of_draft)
      return fail(failure::usage, changed_meanwhile,
                  {std::to_string(draft_row->version), std::to_string(version_of_draft)});
    // What was removed meanwhile, or may no longer be shown, is not shown.
    result<json> draft = in.opened(*draft_row);
    if (!draft) return draft;
    const auto again = freeze(in, *draft_row->person, *draft);
    if (!again) return again.why();
    if (again->version != as_frozen) return fail(failure::usage, shown_changed);
    record_row row;
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    row.person = draft_row->person;
    row.kind = static_cast<int>(record_kind::showcase_version);
    row.about = draft_row->id;
    const auto number = next_number(in, *row.person, draft_row->id, *draft);
    if (!number) return number.why();
    (*draft)["versions"] = *number;
    made.version["version"] = "urn:uuid:" + to_text(row.id);
    made.version["number"] = *number;
    made.version["published"] = to_text(with.now);
    const std::string text = write_json(made.version);
    if (text.size() > largest_version)
      return fail(failure::limit, too_large, {std::to_string(text.size()), std::to_string(largest_version)});
    json document{{"title", draft->at("title")}, {"language", draft->at("language")},
                  {"number", *number},           {"published", to_text(with.now)},
                  {"shows", made.shows},         {"sha256", sha256_hex(text)}};
    if (draft->contains("audience")) document["audience"] = (*draft)["audience"];
    if (auto kept = in.keep(row, document, text); !kept) return std::move(kept).why();
    if (auto counted = in.rewrite(*draft_row, *draft); !counted) return std::move(counted).why();
    return store_call::envelope(row, std::move(document));
  });
}

result<json> store::showcase_version(const actor& by, std::string_view version, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto row = record_of(in, version, record_kind::showcase_version, true);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::read, record_kind::showcase_version, row->person, row->id); !allowed)
      return std::move(allowed).why();
    if (auto right = in.genuine(*row); !right) return std::move(right).why();
    const auto text = in.content_of(*row);
    return text ? read_json(*text) : result<json>(text.why());
  });
}

result<json> store::withdraw_showcase(const actor& by, std::string_view version, const context& with) {
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    auto row = record_of(in, version, record_kind::showcase_version);
    if (!row) return std::move(row).why();
    if (auto allowed = in.demand(operation::remove, record_kind::showcase_version, row->person, row->id); !allowed)
      return std::move(allowed).why();
    result<json> document = in.opened(*row);
    if (!document) return document;
    if (document->contains("withdrawn")) return fail(failure::usage, withdrawn_version);
    if (auto closed = close_what_shows(in, *row); !closed) return std::move(closed).why();
    (*document)["withdrawn"] = to_text(with.now);
    ++row->version;
    if (auto kept = in.keep(*row, *document); !kept) return std::move(kept).why();
    return store_call::envelope(*row, *std::move(document));
  });
}

}  // namespace activateur
