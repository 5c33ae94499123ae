#include "store/call.hpp"

#include <algorithm>

#include "crypto/encoding.hpp"
#include "recognition/person_id.hpp"
#include "store/documents.hpp"
#include "store/journal.hpp"
#include "store/nir.hpp"
#include "store/places.hpp"
#include "store/right_words.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t longest_actor = 512;
constexpr std::size_t batch = 256;  // records read at once

result<json> parsed(const result<octets>& plain) {
  if (!plain) return plain.why();
  return read_json(as_text(*plain));
}

template <class Row>
result<void> seal_into(Row& row, const json& document, const vault& keys, const secret& key) {
  const std::string text = write_json(document);
  result<octets> sealed = keys.seal_at(key, as_octets(text), place_of(row));
  if (!sealed) return std::move(sealed).why();
  row.sealed = *std::move(sealed);
  return {};
}

// When its terms say that a link ends.
std::optional<std::int64_t> end_asked(const json& terms) {
  constexpr std::size_t date_bytes = 10;
  if (!terms.contains("expires")) return std::nullopt;
  const auto& text = terms.at("expires").get_ref<const std::string&>();
  const auto asked = parse_date_or_time(text);
  if (!asked) return std::nullopt;
  return text.size() == date_bytes ? asked->ms + ms_per_day : asked->ms;
}

}  // namespace

error not_found(const message& what) { return fail(failure::not_found, what); }
json time_or_null(std::int64_t at) { return at == 0 ? json(nullptr) : json(to_text(instant{at})); }

std::optional<error> store_call::unnamed(const actor& by) {
  if (by.id.empty() || by.id.size() > longest_actor || by.organisation.size() > longest_actor)
    return fail(failure::usage, no_actor);
  if (holds_nir(by.id) || holds_nir(by.organisation)) return fail(failure::input, nir);
  return std::nullopt;
}

const octets& store_call::author() {
  if (author_.empty())
    author_ = keys().lookup("actor", std::string(name(by_.as)) + '\0' + by_.organisation + '\0' + by_.id);
  return author_;
}

access store_call::judged(operation what, record_kind of, const std::optional<store_id>& person, const octets& writer) {
  access asked{what, of, false, false, {}};
  if (!writer.empty() && asks_whose(policy(), by_.as, what, of)) asked.own = writer == author();
  if (!person) return asked;
  const auto self = by_.as == role::person ? read_store_id(by_.id) : std::nullopt;
  asked.self = registered_ == person || (self && (*self == *person || belongs(*person, *self)));
  if (!by_.organisation.empty()) asked.consents = purposes(*person);
  return asked;
}

// The purposes to which the person consents now, for the actor's organisation. A consent that does not open is none.
const std::vector<std::string>& store_call::purposes(const store_id& person) {
  if (last_purposes_ && last_purposes_->first == person) return last_purposes_->second;
  last_purposes_.emplace(person, std::vector<std::string>{});
  for (const consent_row& row : rows_.consents_for(person, keys().lookup("organisation", by_.organisation))) {
    if (row.given > now() || row.withdrawn != 0) continue;  // withdrawn is withdrawn, whatever this reader's clock says
    const auto key = key_of(person);
    if (key && vault::unseal_at(*key, row.sealed, place_of(row))) last_purposes_->second.push_back(row.purpose);
  }
  return last_purposes_->second;
}

bool store_call::belongs(const store_id& collective, const store_id& person) {
  if (!rows_.is_member(collective, person)) return false;
  const auto row = rows_.person(collective);
  const result<json> profile = row ? profile_of(*row) : result<json>(not_found(no_person));
  if (!profile || !row->collective) return false;
  const json named = profile->value("members", json::array());
  return std::any_of(named.begin(), named.end(), [&](const json& member) {
    return member.is_string() && read_store_id(member.get_ref<const std::string&>()) == person;
  });
}

std::string store_call::voice_of(const record_row& row, const json& said) const {
  constexpr std::size_t bytes = 10;  // more voices than anybody has
  if (said.contains("by")) return said.at("by").get<std::string>();
  const octets digest = keys().lookup("voice", std::string(as_text(row.author)) + '\0' + to_text(*row.person));
  std::string out = "author-";  // in letters: no digits that could be taken for a number of somebody's
  for (std::size_t i = 0; i < std::min(bytes, digest.size()); ++i)
    out.append({static_cast<char>('a' + digest[i] / 16), static_cast<char>('a' + digest[i] % 16)});
  return out;
}

bool store_call::may(operation what, record_kind of, const store_id& person) {
  return allowing(policy(), by_.as, judged(what, of, person, {})) != nullptr;
}

result<void> store_call::demand(operation what, record_kind of, const std::optional<store_id>& person,
                                const std::optional<store_id>& record, const octets& writer) {
  const right* found = allowing(policy(), by_.as, judged(what, of, person, writer));
  const auto refusal = [&] {
    return fail(failure::denied, store_messages::denied,
                {store_messages::word_of(by_.as), store_messages::word_of(what), store_messages::word_of(of)});
  };
  if (found != nullptr && !found->journal) return {};
  if (!writes_) {
    wants_to_write_ = true;
    return refusal();
  }
  if (auto noted = note(what, of, person, record, found != nullptr); !noted) return noted;
  denied_ = found == nullptr;
  if (denied_) return refusal();
  return {};
}

result<void> store_call::note_used(operation what, record_kind of, const store_id& person, const store_id& about) {
  const right* found = allowing(policy(), by_.as, judged(what, of, person, {}));
  return found != nullptr && found->journal ? note(what, of, about, {}, true) : result<void>{};
}

result<void> store_call::note_refused_link(operation what, record_kind of) {
  result<void> noted = note(what, of, {}, {}, false);
  denied_ = noted.ok() && writes_;
  return noted;
}

void store_call::note_failed(store& of, const actor& by, const context& with,
                             const std::vector<noted_access>& accesses) {
  // The call's own error is what its caller is told, whatever becomes of this.
  (void)of.shelf_->write([&](shelf_rows& rows) -> result<void> {
    store_call call(of, rows, by, with, true);
    for (noted_access one : accesses) {
      // Whose adding failed is nobody: no id of hers is told.
      if (one.person && !rows.person(*one.person)) one.person = one.record = std::nullopt;
      if (auto noted = call.note(one.what, one.of, one.person, one.record, false); !noted) return noted;
    }
    return {};
  });
}

result<void> store_call::note(operation what, record_kind of, const std::optional<store_id>& person,
                              const std::optional<store_id>& record, bool allowed) {
  if (!writes_) {
    wants_to_write_ = true;
    return {};
  }
  const chain_end before = end_of_chain(rows_);
  journal_row entry;
  entry.number = before.number + 1;
  entry.at = now();
  entry.role = static_cast<int>(by_.as);
  entry.operation = static_cast<int>(what);
  entry.kind = static_cast<int>(of);
  entry.allowed = allowed;
  entry.person = person;
  entry.record = record;
  const std::string who = write_json({{"id", by_.id}, {"organisation", by_.organisation}});
  result<octets> sealed = keys().seal_at(keys().common(), as_octets(who), place_of(entry));
  if (!sealed) return std::move(sealed).why();
  entry.who = *std::move(sealed);
  entry.seal = chained(keys(), before.seal, entry);
  rows_.append(entry);
  noted_.push_back({what, of, person, record});
  return {};
}

result<person_row> store_call::person_named(std::string_view id) {
  const auto known = read_store_id(id);
  if (!known) return fail(failure::input, bad_id, {told(id)});
  if (last_person_ && last_person_->id == *known) return *last_person_;
  auto row = rows_.person(*known);
  if (!row || row->erasing) return not_found(no_person);
  last_person_ = row;
  return *std::move(row);
}

result<record_row> store_call::record_named(std::string_view id, bool with_content) {
  const auto known = read_store_id(id);
  if (!known) return fail(failure::input, bad_id, {told(id)});
  auto row = rows_.record(*known, with_content);
  if (!row) return not_found(no_record);
  return *std::move(row);
}

result<secret> store_call::key_of(const std::optional<store_id>& person) {
  if (!person) return keys().common();
  if (last_key_ && last_key_->first == *person) return last_key_->second;
  auto key = keys().key_of(rows_, *person);
  if (!key) return std::move(key).why();
  if (!*key) return not_found(no_person);
  last_key_.emplace(*person, **key);
  return last_key_->second;
}

result<secret> store_call::key_of(const record_row& row) {
  if (!row.person || !row.wrapped_key || (last_key_ && last_key_->first == *row.person)) return key_of(row.person);
  const auto key = keys().unwrapped(*row.person, *row.wrapped_key);
  if (key) last_key_.emplace(*row.person, *key);
  return key;
}

result<json> store_call::profile_of(const person_row& row) {
  const auto key = key_of(row.id);
  return key ? parsed(vault::unseal_at(*key, row.sealed, place_of(row))) : key.why();
}

result<json> store_call::opened(const record_row& row) {
  const auto key = key_of(row);
  return key ? parsed(vault::unseal_at(*key, row.sealed, place_of(row))) : key.why();
}

result<void> store_call::genuine(const record_row& row) {
  const auto key = key_of(row);
  if (!key) return key.why();
  const auto plain = vault::unseal_at(*key, row.sealed, place_of(row));
  return plain ? result<void>{} : plain.why();
}

result<json> store_call::opened(const consent_row& row) {
  const auto key = key_of(row.person);
  return key ? parsed(vault::unseal_at(*key, row.sealed, place_of(row))) : key.why();
}

result<std::string> store_call::content_of(const record_row& row) {
  const auto key = key_of(row);
  if (!key) return key.why();
  const auto plain = vault::unseal_at(*key, row.content, content_place(row));
  if (!plain) return plain.why();
  return std::string(as_text(*plain));
}

result<json> store_call::envelope(const record_row& row) {
  result<json> document = opened(row);
  if (!document) return document;
  return envelope(row, *std::move(document));
}

json store_call::envelope(const record_row& row, json document) {
  // Member by member, in their order: an initializer list would copy them, and this is half of a short read's own work.
  json::object_t out;
  const auto put = [&](const char* member, json value) { out.emplace_hint(out.end(), member, std::move(value)); };
  if (row.about) put("about_record", to_text(*row.about));
  put("changed", to_text(instant{row.changed}));
  put("created", to_text(instant{row.created}));
  put("document", std::move(document));
  if (row.due > 0) put("ends", to_text(instant{row.due}));
  put("id", to_text(row.id));
  put("kind", name(static_cast<record_kind>(row.kind)));
  if (row.person) put("person", to_text(*row.person));
  put("schema", "activateur/record/1");
  put("version", row.version);
  return out;
}

result<void> store_call::each(const std::optional<store_id>& person, record_kind of, bool with_content,
                              const std::function<result<void>(const record_row&, const json&)>& take, json* unopened) {
  store_id after{};
  for (;;) {
    // Contents may be large: few at once.
    const auto rows = rows_.records(person, static_cast<int>(of), after, with_content ? 8 : batch, with_content);
    for (const record_row& row : rows) {
      const result<json> document = opened(row);
      if (!document) {
        if (unopened == nullptr || !key_of(person)) return document.why();
        unopened->push_back(unreadable_line(row, document.why()));
        continue;
      }
      result<void> done = take(row, *document);
      if (!done) return done;
    }
    if (rows.empty()) return {};
    after = rows.back().id;
  }
}

json store_call::unreadable_line(const record_row& row, const error& why) const {
  return unreadable_line(row.id, static_cast<record_kind>(row.kind), why);
}

json store_call::unreadable_line(const store_id& id, record_kind of, const error& why) const {
  return {{"record", to_text(id)},
          {"kind", name(of)},
          {"error", {{"code", why.what.code()}, {"message", why.text(with_.lang)}}}};
}

result<store_id> store_call::new_id() {
  const auto id = of_.ids_.next(with_.now);
  if (!id) return fail(failure::io, unreadable, {"no randomness"});
  return *id;
}

result<std::string> store_call::start_link(record_row& row, const json& terms, std::string_view period,
                                           std::string_view kind) {
  row.due = now() + of_.policy_.days(period) * ms_per_day;
  if (const auto asked = end_asked(terms)) {
    if (*asked <= now()) return fail(failure::input, link_in_the_past);
    row.due = std::min(*asked, row.due);
  }
  octets drawn(32);
  if (!keys().random()(drawn)) return fail(failure::io, unreadable, {"no randomness"});
  drawn[0] &= 0x7fU;  // the first letter is then none of the last half of the alphabet, where "-" is
  std::string token = to_base64url(drawn);
  row.lookup = keys().lookup(kind, token);  // the token itself is kept nowhere
  return token;
}

result<void> store_call::seal_profile(person_row& row, const json& profile) {
  const auto key = key_of(row.id);
  return key ? seal_into(row, profile, keys(), *key) : result<void>(key.why());
}

result<void> store_call::keep(record_row& row, const json& document, std::string_view content) {
  const auto key = key_of(row.person);
  if (!key) return key.why();
  row.changed = now();
  const bool first = row.version == 1;
  if (first) {
    row.created = now();
    row.author = author();
    row.has_content = !content.empty();
    if (row.has_content) {
      result<octets> bytes = keys().seal_at(*key, as_octets(content), content_place(row));
      if (!bytes) return std::move(bytes).why();
      row.content = *std::move(bytes);
    }
  }
  if (auto sealed = seal_into(row, document, keys(), *key); !sealed) return sealed;
  if (first)
    rows_.insert(row);
  else
    rows_.update(row);
  if (row.person && (by_.as == role::person || by_.as == role::guide))
    if (auto touched = touch(*row.person); !touched) return touched;
  tell(row.person, row.id, static_cast<record_kind>(row.kind), first ? change_kind::added : change_kind::changed);
  return {};
}

result<void> store_call::rewrite(record_row& row, const json& document) {
  const auto key = key_of(row.person);
  if (!key) return key.why();
  if (auto sealed = seal_into(row, document, keys(), *key); !sealed) return sealed;
  rows_.update(row);
  return {};
}

result<void> store_call::touch(const store_id& person) {
  auto row = last_person_ && last_person_->id == person ? last_person_ : rows_.person(person);
  if (!row) return not_found(no_person);
  if (now() / ms_per_day <= row->contact / ms_per_day) return {};
  const result<json> profile = profile_of(*row);
  if (!profile) return {};  // somebody altered it: `check` says so, and her records are hers all the same
  row->contact = now();
  if (auto sealed = seal_profile(*row, *profile); !sealed) return sealed;
  rows_.put_person(*row);
  last_person_.reset();
  return {};
}

result<void> store_call::keep(consent_row& row, const json& consent, change_kind what) {
  const auto key = key_of(row.person);
  if (!key) return key.why();
  if (auto sealed = seal_into(row, consent, keys(), *key); !sealed) return sealed;
  if (what == change_kind::added)
    rows_.insert(row);
  else
    rows_.update(row);
  if (by_.as == role::person || by_.as == role::guide)
    if (auto touched = touch(row.person); !touched) return touched;
  tell(row.person, row.id, record_kind::consent, what);
  return {};
}

void store_call::tell(const std::optional<store_id>& person, const std::optional<store_id>& record, record_kind of,
                      change_kind what) {
  rows_.append(change_row{0, now(), person, record, static_cast<int>(of), what});
}

}  // namespace activateur
