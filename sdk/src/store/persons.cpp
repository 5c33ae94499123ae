// Persons and collectives.
#include <algorithm>
#include <set>

#include "store/call.hpp"
#include "store/documents.hpp"
#include "store/nir.hpp"
#include "store/persons.hpp"
#include "store/showcase.hpp"

namespace activateur {
namespace {

using namespace store_messages;

json person_document(const person_row& row, json profile) {
  profile["schema"] = "activateur/person/1";
  profile["id"] = to_text(row.id);
  profile["kind"] = row.collective ? "collective" : "individual";
  profile["created"] = to_text(instant{row.created});
  profile["last_contact"] = to_text(instant{row.contact});
  return profile;
}

// Somebody whom the store does not know yet, or who makes a collective of her own.
bool registers_herself(const actor& by, const json& profile) {
  if (by.as != role::person) return false;
  const auto self = read_store_id(by.id);
  const json members = profile.value("members", json::array());
  return !self || std::find(members.begin(), members.end(), to_text(*self)) != members.end();
}

// What is sealed: what is not kept in columns, nor elsewhere.
json own_part(json profile) {
  for (const char* elsewhere : {"schema", "kind", "consents", "returning"}) profile.erase(elsewhere);
  return profile;
}

// Each member and identifier once, members as ids are written; who was a member and is erased is one no more.
result<json> settled(store_call& in, json profile, const json& before) {
  const auto once = [](const json& list) {
    std::set<std::string> seen;  // as they are written: a thousand of them
    json out = json::array();
    for (const json& one : list)
      if (seen.insert(write_json(one)).second) out.push_back(one);
    return out;
  };
  if (profile.contains("identifiers")) profile["identifiers"] = once(profile["identifiers"]);
  if (!profile.contains("members")) return profile;
  const json known = before.value("members", json::array());
  json members = json::array();
  for (const json& one : profile["members"]) {
    const auto& written = one.get_ref<const std::string&>();
    const auto id = read_store_id(written);
    if (!id) return fail(failure::input, bad_id, {told(written)});
    const json member = to_text(*id);
    if (in.rows().person(*id) || std::find(known.begin(), known.end(), member) == known.end())
      members.push_back(member);
  }
  profile["members"] = once(members);
  return profile;
}

// A collective's experiences are its members': a person names nobody but herself, and whom others name is told so in
// the journal. Before anything is written.
result<void> allow_members(store_call& in, const actor& by, const json& profile, const json& before) {
  const json known = before.value("members", json::array());
  for (const json& member : profile.value("members", json::array())) {
    if (std::find(known.begin(), known.end(), member) != known.end()) continue;
    const auto id = read_store_id(member.get_ref<const std::string&>());
    const bool herself = by.as == role::person && read_store_id(by.id) == id;
    if (by.as == role::person && !herself) return fail(failure::denied, other_member);
    if (herself) continue;
    if (auto noted = in.note(operation::add, record_kind::profile, id, {}, true); !noted) return noted;
  }
  return {};
}

// Identifiers and members as rows; those that were there are dropped before.
result<void> keep_relations(store_call& in, const person_row& row, const json& profile) {
  for (const json& one : profile.value("identifiers", json::array())) {
    const octets lookup = identifier_lookup(in.keys(), one.at("system").get_ref<const std::string&>(),
                                            one.at("value").get_ref<const std::string&>());
    if (const auto other = in.rows().identified(lookup); other && *other != row.id) return fail(failure::usage, taken);
    if (in.rows().has_tombstone(lookup)) {
      if (!profile.value("returning", false)) return fail(failure::denied, erased_before);
      in.rows().drop_tombstone(lookup);
    }
    if (!in.rows().identified(lookup)) in.rows().put_identifier(lookup, row.id);
  }
  for (const json& one : profile.value("members", json::array())) {
    const auto member = in.person_named(one.get_ref<const std::string&>());
    if (!member) return member.why();
    in.rows().put_member(row.id, member->id);
  }
  return {};
}

}  // namespace

octets identifier_lookup(const vault& keys, std::string_view system, std::string_view value) {
  return keys.lookup("identifier", std::string(system) + '\0' + std::string(value));
}

result<json> store::add_person(const actor& by, const json& given, const context& with) {
  const json as_given = without_nulls(given);
  if (auto right = check_profile(as_given); !right) return std::move(right).why();
  for (const json& consent : as_given.value("consents", json::array()))
    if (auto right = check_consent(consent, policy_); !right) return std::move(right).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    if (auto allowed = in.demand(operation::create, record_kind::profile, *id); !allowed)
      return std::move(allowed).why();
    if (registers_herself(by, as_given)) in.registers(*id);
    const json consents = as_given.value("consents", json::array());
    std::vector<store_id> consent_ids;
    for (std::size_t i = 0; i < consents.size(); ++i) {
      const result<store_id> consent_id = in.new_id();
      if (!consent_id) return consent_id.why();
      if (auto allowed = in.demand(operation::add, record_kind::consent, *id, *consent_id); !allowed)
        return std::move(allowed).why();
      consent_ids.push_back(*consent_id);
    }
    const result<json> settled_profile = settled(in, as_given, json::object());
    if (!settled_profile) return settled_profile;
    const json& profile = *settled_profile;
    if (auto right = allow_members(in, by, profile, json::object()); !right) return std::move(right).why();
    person_row row;
    row.id = *id;
    row.collective = profile.value("kind", "individual") == "collective";
    row.created = row.contact = in.now();
    const result<secret> key = in.keys().make_key(in.rows(), row.id);
    if (!key) return key.why();
    if (auto kept = in.seal_profile(row, own_part(profile)); !kept) return std::move(kept).why();
    in.rows().put_person(row);
    if (auto kept = keep_relations(in, row, profile); !kept) return std::move(kept).why();
    in.tell(row.id, {}, record_kind::profile, change_kind::added);
    json out = person_document(row, own_part(profile));
    for (std::size_t i = 0; i < consents.size(); ++i) {
      const result<json> recorded = in.record_consent(consent_ids[i], row.id, consents[i]);
      if (!recorded) return recorded.why();
      out["consents"].push_back(recorded->at("id"));
    }
    return out;
  });
}

result<json> store::person(const actor& by, std::string_view id, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto row = in.person_named(id);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::read, record_kind::profile, row->id); !allowed)
      return std::move(allowed).why();
    result<json> profile = in.profile_of(*row);
    if (!profile) return profile;
    return person_document(*row, *std::move(profile));
  });
}

result<json> store::change_person(const actor& by, std::string_view id, const json& given, const context& with) {
  const json as_given = without_nulls(given);
  if (auto right = check_profile(as_given); !right) return std::move(right).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    auto row = in.person_named(id);
    if (!row) return std::move(row).why();
    if (auto allowed = in.demand(operation::change, record_kind::profile, row->id); !allowed)
      return std::move(allowed).why();
    const result<json> before = in.profile_of(*row);
    if (!before) return before;
    const result<json> settled_profile = settled(in, as_given, *before);
    if (!settled_profile) return settled_profile;
    const json& profile = *settled_profile;
    if (auto right = allow_members(in, by, profile, *before); !right) return std::move(right).why();
    if (auto closed = close_what_leavers_show(in, *row, profile); !closed) return std::move(closed).why();
    row->contact = in.now();
    if (auto kept = in.seal_profile(*row, own_part(profile)); !kept) return std::move(kept).why();
    in.rows().put_person(*row);
    in.rows().drop_identifiers(row->id);
    in.rows().drop_members(row->id);
    if (auto kept = keep_relations(in, *row, profile); !kept) return std::move(kept).why();
    in.tell(row->id, {}, record_kind::profile, change_kind::changed);
    return person_document(*row, own_part(profile));
  });
}

result<json> store::find_person(const actor& by, std::string_view system, std::string_view value, const context& with) {
  if (auto clean = refuse_nir(value); !clean) return std::move(clean).why();
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto found = in.rows().identified(identifier_lookup(in.keys(), system, value));
    if (auto allowed = in.demand(operation::find, record_kind::profile, found); !allowed)
      return std::move(allowed).why();
    if (!found) return not_found(no_person);
    // The row only leads to her: her own profile says that the identifier is hers.
    const auto row = in.rows().person(*found);
    const result<json> profile = row ? in.profile_of(*row) : result<json>(not_found(no_person));
    if (!profile) return profile;
    const json own{{"system", system}, {"value", value}};
    const json known = profile->value("identifiers", json::array());
    if (std::find(known.begin(), known.end(), own) == known.end()) return fail(failure::input, unsealed);
    return json{{"schema", "activateur/person/1"}, {"id", to_text(*found)}};
  });
}

}  // namespace activateur
