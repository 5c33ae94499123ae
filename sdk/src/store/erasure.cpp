#include "store/erasure.hpp"

#include <algorithm>
#include <set>

#include "json/json.hpp"
#include "store/places.hpp"
#include "store/showcase.hpp"

namespace activateur {
namespace {

constexpr std::size_t batch = 256;

template <class Visit>
void each_row(shelf_rows& rows, const store_id& person, record_kind of, Visit visit) {
  store_id after{};
  for (auto page = rows.records(person, static_cast<int>(of), after, batch, false); !page.empty();
       page = rows.records(person, static_cast<int>(of), after, batch, false)) {
    after = page.back().id;
    for (const record_row& row : page) visit(row);
  }
}

// The records that a version says it shows; none when it does not open: then nobody is shown it either.
json shown_in(shelf_rows& rows, const vault& keys, const record_row& version) {
  const auto key = keys.key_of(rows, *version.person);
  if (!key || !*key) return json::array();
  const auto plain = vault::unseal_at(**key, version.sealed, place_of(version));
  const auto document = plain ? read_json(as_text(*plain)) : result<json>(json::object());
  return document ? document->value("shows", json::array()) : json::array();
}

// A collective's members may show what is the collective's, in versions that are sealed with their own keys: those go
// with it, and their links. Its profile opens no more, so that the rows tell who its members are.
void drop_what_members_show(shelf_rows& rows, const vault& keys, const store_id& collective, instant now) {
  const auto members = rows.members_of(collective);
  if (members.empty()) return;
  std::set<std::string> gone;
  for (const record_kind shown : shown_kinds)
    each_row(rows, collective, shown, [&](const record_row& row) { gone.insert(to_text(row.id)); });
  const auto drop = [&](const record_row& row) {
    rows.remove(row.id);
    rows.append(change_row{0, now.ms, row.person, row.id, row.kind, change_kind::removed});
  };
  for (const store_id& member : members) {
    std::set<store_id> versions;
    each_row(rows, member, record_kind::showcase_version, [&](const record_row& row) {
      const json shows = shown_in(rows, keys, row);
      if (std::none_of(shows.begin(), shows.end(), [&](const json& id) { return gone.count(id) != 0; })) return;
      versions.insert(row.id);
      drop(row);
    });
    if (versions.empty()) continue;
    each_row(rows, member, record_kind::showcase_link, [&](const record_row& row) {
      if (row.about && versions.count(*row.about) != 0) drop(row);
    });
  }
}

// Nothing names her any more: not the collectives she belonged to either. A profile that does not open is left; `check`
// says so.
void leave_collectives(shelf_rows& rows, const vault& keys, const store_id& person, instant now) {
  for (const store_id& collective : rows.collectives_of(person)) {
    auto row = rows.person(collective);
    const auto key = keys.key_of(rows, collective);
    if (!row || !key || !*key) continue;
    const auto plain = vault::unseal_at(**key, row->sealed, place_of(*row));
    auto profile = plain ? read_json(as_text(*plain)) : result<json>(json::object());
    if (!profile || !profile->contains("members")) continue;
    json stay = json::array();
    for (const json& member : profile->at("members"))
      if (member != json(to_text(person))) stay.push_back(member);
    (*profile)["members"] = std::move(stay);
    const std::string text = write_json(*profile);
    auto sealed = keys.seal_at(**key, as_octets(text), place_of(*row));
    if (!sealed) continue;
    row->sealed = *std::move(sealed);
    rows.put_person(*row);
    rows.append(change_row{0, now.ms, collective, {}, static_cast<int>(record_kind::profile), change_kind::changed});
  }
}

}  // namespace

octets tombstone_of(const vault& keys, const store_id& person) { return keys.lookup("person", to_text(person)); }

tombstone_row sealed_tombstone(const vault& keys, const octets& lookup, std::int64_t at) {
  return {lookup, at, keys.lookup("tombstone", tombstone_place(lookup, at))};
}

void erase_rows(shelf_rows& rows, const vault& keys, const store_id& person, instant now) {
  leave_collectives(rows, keys, person, now);
  rows.drop_key(person);
  rows.put_tombstone(sealed_tombstone(keys, tombstone_of(keys, person), now.ms));
  for (const octets& identifier : rows.identifiers_of(person))
    rows.put_tombstone(sealed_tombstone(keys, identifier, now.ms));
  rows.drop_person(person);
  rows.append(change_row{0, now.ms, person, {}, static_cast<int>(record_kind::profile), change_kind::erased});
  ask_to_forget(rows);
}

void ask_to_forget(shelf_rows& rows) {
  rows.put_setting(forget_setting, as_octets(std::to_string(rows.last_change())));
}

result<void> finish_erasures(shelf& in, const vault& keys, instant now) {
  std::optional<octets> asked;
  result<void> done = in.write([&](shelf_rows& rows) -> result<void> {
    for (const store_id& person : rows.persons_erasing()) {
      if (rows.key(person)) continue;  // somebody wrote in the file
      drop_what_members_show(rows, keys, person, now);
      erase_rows(rows, keys, person, now);
    }
    asked = rows.setting(forget_setting);
    return {};
  });
  if (!done) return done;
  const result<bool> forgotten = in.forget();
  if (!forgotten) return forgotten.why();
  if (!*forgotten) return {};  // the next erasure, tidying or opening tries again
  return in.write([&](shelf_rows& rows) -> result<void> {
    // Unless another process has erased somebody meanwhile.
    if (rows.setting(forget_setting) == asked) rows.drop_setting(forget_setting);
    return {};
  });
}

}  // namespace activateur
