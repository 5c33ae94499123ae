// Consents: one purpose, one organisation, one version of the text that was agreed to.
#include "store/call.hpp"
#include "store/documents.hpp"
#include "store/nir.hpp"

namespace activateur {
namespace {

using namespace store_messages;

json consent_document(const consent_row& row, json sealed) {
  sealed["schema"] = "activateur/consent/1";
  sealed["id"] = to_text(row.id);
  sealed["person"] = to_text(row.person);
  sealed["purpose"] = row.purpose;
  sealed["given"] = to_text(instant{row.given});
  sealed["withdrawn"] = time_or_null(row.withdrawn);
  return sealed;
}

// The same may have been agreed to more than once: who takes it back means all of it.
result<void> withdraw_same(store_call& in, const consent_row& as) {
  for (consent_row& row : in.rows().consents_for(as.person, as.organisation)) {
    if (row.id == as.id || row.purpose != as.purpose || row.withdrawn != 0) continue;
    const result<json> sealed = in.opened(row);
    if (!sealed) continue;  // opens nothing; `check` names it
    if (auto noted = in.note(operation::withdraw, record_kind::consent, row.person, row.id, true); !noted) return noted;
    row.withdrawn = in.now();
    if (auto kept = in.keep(row, *sealed, change_kind::changed); !kept) return kept;
  }
  return {};
}

}  // namespace

result<json> store_call::record_consent(const store_id& id, const store_id& person, const json& consent) {
  consent_row row;
  row.id = id;
  row.person = person;
  row.purpose = consent.at("purpose").get<std::string>();
  row.organisation = keys().lookup("organisation", consent.at("organisation").get_ref<const std::string&>());
  const auto given =
      consent.contains("given") ? parse_date_or_time(consent["given"].get_ref<const std::string&>()) : std::nullopt;
  row.given = given ? given->ms : now();
  json sealed{{"organisation", consent.at("organisation")},
              {"text_version", consent.at("text_version")},
              {"recorded_by", {{"role", name(by_.as)}, {"id", by_.id}}},
              {"recorded", to_text(with_.now)}};
  if (consent.contains("text")) sealed["text"] = consent["text"];
  if (auto kept = keep(row, sealed); !kept) return std::move(kept).why();
  return consent_document(row, std::move(sealed));
}

result<json> store::give_consent(const actor& by, std::string_view person, const json& given, const context& with) {
  const json consent = without_nulls(given);
  if (auto right = check_consent(consent, policy_); !right) return std::move(right).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto whose = in.person_named(person);
    if (!whose) return whose.why();
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    if (auto allowed = in.demand(operation::consent, record_kind::consent, whose->id, *id); !allowed)
      return std::move(allowed).why();
    return in.record_consent(*id, whose->id, consent);
  });
}

result<json> store::withdraw_consent(const actor& by, std::string_view consent, const context& with) {
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto id = read_store_id(consent);
    if (!id) return fail(failure::input, bad_id, {told(consent)});
    auto row = in.rows().consent(*id);
    if (!row) return not_found(no_record);
    if (auto allowed = in.demand(operation::withdraw, record_kind::consent, row->person, row->id); !allowed)
      return std::move(allowed).why();
    if (row->withdrawn != 0) return fail(failure::usage, withdrawn_before);
    result<json> sealed = in.opened(*row);
    if (!sealed) return sealed;
    if (auto closed = withdraw_same(in, *row); !closed) return std::move(closed).why();
    row->withdrawn = in.now();
    if (auto kept = in.keep(*row, *sealed, change_kind::changed); !kept) return std::move(kept).why();
    return consent_document(*row, *std::move(sealed));
  });
}

result<json> store::consents(const actor& by, std::string_view person, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto whose = in.person_named(person);
    if (!whose) return whose.why();
    if (auto allowed = in.demand(operation::read, record_kind::consent, whose->id); !allowed)
      return std::move(allowed).why();
    return in.consent_list(whose->id);
  });
}

result<json> store_call::consent_list(const store_id& person) {
  json list = json::array(), unopened = json::array();
  for (const consent_row& row : rows_.consents_of(person)) {
    const result<json> sealed = opened(row);
    if (!sealed && !key_of(person)) return sealed.why();
    if (sealed)
      list.push_back(consent_document(row, *sealed));
    else
      unopened.push_back(unreadable_line(row.id, record_kind::consent, sealed.why()));
  }
  json out{{"schema", "activateur/consents/1"}, {"person", to_text(person)}, {"consents", std::move(list)}};
  if (!unopened.empty()) out["unreadable"] = std::move(unopened);
  return out;
}

}  // namespace activateur
