// Records: added, changed, removed, read.
#include <algorithm>

#include "base/text.hpp"
#include "store/achievement_records.hpp"
#include "store/call.hpp"
#include "store/documents.hpp"
#include "store/nir.hpp"
#include "store/showcase.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr message one_only{"store.single", "This person has a declaration already: change it.",
                           "Cette personne a déjà une déclaration : modifiez-la."};
constexpr std::size_t usual_page = 100;
constexpr std::size_t largest_page = 1'000;

result<record_kind> plain_kind(std::string_view text) {
  const auto of = record_kind_named(text);
  // Credentials, requests, consents and profiles have calls of their own.
  constexpr record_kind plain[] = {record_kind::experience,  record_kind::self_assessment, record_kind::feedback,
                                   record_kind::observation, record_kind::declaration,     record_kind::inference,
                                   record_kind::grid,        record_kind::pathway,         record_kind::showcase};
  if (of && std::find(std::begin(plain), std::end(plain), *of) != std::end(plain)) return *of;
  return fail(failure::usage, not_here, {told(text)});
}

// The person that a record of the kind is of; none for what is nobody's.
result<std::optional<store_id>> owner(store_call& in, std::string_view person, record_kind of) {
  if (of == record_kind::grid || of == record_kind::achievement || of == record_kind::pathway)
    return std::optional<store_id>{};
  const auto row = in.person_named(person);
  if (!row) return row.why();
  return std::optional(row->id);
}

// The grid of an observation is in the store, and has the criteria.
result<void> check_grid_of(store_call& in, const json& observation) {
  const auto& id = observation.at("grid").get_ref<const std::string&>();
  const auto row = in.record_named(id);
  if (!row || row->kind != static_cast<int>(record_kind::grid))
    return fail(failure::not_found, no_such_grid, {shortened(id, 64)}, {{}, "/grid", 0, 0});
  const result<json> grid = in.opened(*row);
  if (!grid) return grid.why();
  for (const json& item : observation.value("items", json::array())) {
    const json& named = item.at("criterion");
    const json criteria = grid->value("criteria", json::array());
    if (std::none_of(criteria.begin(), criteria.end(), [&](const json& c) { return c.at("id") == named; }))
      return fail(failure::input, no_such_criterion, {shortened(named.get_ref<const std::string&>(), 64)});
  }
  return {};
}

}  // namespace

result<std::optional<store_id>> store_call::experience_in(const store_id& person, const json& document) {
  if (!document.contains("experience")) return std::optional<store_id>{};
  const auto row = record_named(document["experience"].get_ref<const std::string&>());
  if (!row) return row.why();
  const bool hers = row->person && (*row->person == person || belongs(*row->person, person));
  if (row->kind != static_cast<int>(record_kind::experience) || !hers) return not_found(no_record);
  if (auto right = genuine(*row); !right) return std::move(right).why();
  return std::optional(row->id);
}

result<json> store::add(const actor& by, std::string_view person, std::string_view kind_text, const json& given,
                        const context& with) {
  const result<record_kind> of = plain_kind(kind_text);
  if (!of) return of.why();
  json document = without_nulls(given, *of);
  if (auto right = check_document(*of, document); !right) return std::move(right).why();
  if (*of == record_kind::showcase) keep_count(document, nullptr);
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto whose = owner(in, person, *of);
    if (!whose) return whose.why();
    if (auto allowed = in.demand(operation::add, *of, *whose); !allowed) return std::move(allowed).why();
    record_row row;
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    row.person = *whose;
    row.kind = static_cast<int>(*of);
    if (*whose) {
      const auto about = in.experience_in(**whose, document);
      if (!about) return about.why();
      row.about = *about;
    }
    if (*of == record_kind::observation)
      if (auto right = check_grid_of(in, document); !right) return std::move(right).why();
    if (*of == record_kind::pathway)
      if (auto right = check_steps_of(in, document); !right) return std::move(right).why();
    if (*of == record_kind::declaration && !in.rows().records(*whose, row.kind, {}, 1, false).empty())
      return fail(failure::usage, one_only);
    if (auto kept = in.keep(row, document); !kept) return std::move(kept).why();
    return store_call::envelope(row, document);
  });
}

result<json> store::change(const actor& by, std::string_view record, std::int64_t version, const json& given,
                           const context& with) {
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    auto row = in.record_named(record);
    if (!row) return std::move(row).why();
    const record_kind of = static_cast<record_kind>(row->kind);
    if (auto plain = plain_kind(name(of)); !plain) return plain.why();
    if (auto allowed = in.demand(operation::change, of, row->person, row->id, row->author); !allowed)
      return std::move(allowed).why();
    json document = without_nulls(given, of);
    if (auto right = check_document(of, document); !right) return std::move(right).why();
    const result<json> before = in.opened(*row);
    if (!before) return before;
    if (of == record_kind::showcase) keep_count(document, &*before);
    if (version != 0 && version != row->version)
      return fail(failure::usage, changed_meanwhile, {std::to_string(row->version), std::to_string(version)});
    if (auto closed = close_what_shows(in, *row, document); !closed) return std::move(closed).why();
    if (row->person) {
      const auto about = in.experience_in(*row->person, document);
      if (!about) return about.why();
      row->about = *about;
    }
    if (of == record_kind::observation)
      if (auto right = check_grid_of(in, document); !right) return std::move(right).why();
    if (of == record_kind::pathway)
      if (auto right = check_steps_of(in, document); !right) return std::move(right).why();
    ++row->version;
    if (auto kept = in.keep(*row, document); !kept) return std::move(kept).why();
    return store_call::envelope(*row, document);
  });
}

result<void> store::remove(const actor& by, std::string_view record, const context& with) {
  const auto removed = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto row = in.record_named(record);
    if (!row) return row.why();
    const record_kind of = static_cast<record_kind>(row->kind);
    if (auto allowed = in.demand(operation::remove, of, row->person, row->id, row->author); !allowed)
      return std::move(allowed).why();
    // What does not open is of no use to her: she may take it away. To others its columns say too little.
    if (auto right = in.genuine(*row); !right && by.as != role::person) return std::move(right).why();
    if (auto closed = close_what_shows(in, *row); !closed) return std::move(closed).why();
    in.rows().remove(row->id);
    in.tell(row->person, row->id, of, change_kind::removed);
    return json();
  });
  return removed ? result<void>{} : removed.why();
}

result<json> store::get(const actor& by, std::string_view record, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto row = in.record_named(record);
    if (!row) return row.why();
    if (auto allowed =
            in.demand(operation::read, static_cast<record_kind>(row->kind), row->person, row->id, row->author);
        !allowed)
      return std::move(allowed).why();
    return in.envelope(*row);
  });
}

result<json> store::list(const actor& by, std::string_view person, std::string_view kind_text, const page& at,
                         const context& with) {
  const auto of = record_kind_named(kind_text);
  if (!of || *of == record_kind::store || *of == record_kind::profile || *of == record_kind::consent)
    return fail(failure::usage, not_here, {told(kind_text)});
  const auto after = at.after.empty() ? std::optional(store_id{}) : read_store_id(at.after);
  if (!after) return fail(failure::input, bad_id, {told(at.after)});
  const std::size_t limit = std::min(at.limit == 0 ? usual_page : at.limit, largest_page);
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto whose = owner(in, person, *of);
    if (!whose) return whose.why();
    if (auto allowed = in.demand(operation::read, *of, *whose); !allowed) return std::move(allowed).why();
    json list = json::array(), unopened = json::array();
    const auto rows = in.rows().records(*whose, static_cast<int>(*of), *after, limit, false);
    for (const record_row& row : rows) {
      result<json> one = in.envelope(row);
      if (!one && !in.key_of(*whose)) return one;
      if (one)
        list.push_back(*std::move(one));
      else
        unopened.push_back(in.unreadable_line(row, one.why()));
    }
    json out{{"schema", "activateur/records/1"}, {"kind", name(*of)}, {"records", std::move(list)}};
    if (!unopened.empty()) out["unreadable"] = std::move(unopened);
    if (rows.size() == limit) out["next"] = to_text(rows.back().id);
    return out;
  });
}

}  // namespace activateur
