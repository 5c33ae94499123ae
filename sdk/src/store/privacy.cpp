// What a person may ask by law: everything about her, and to be forgotten; and what time takes away.
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "store/call.hpp"
#include "store/erasure.hpp"
#include "store/journal.hpp"
#include "store/showcase.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t most_entries = 100'000;  // of the journal, about one person
constexpr std::size_t most_due = 10'000;

// Who says so: what the GDPR's article 20 covers is `provided`; the rest is handed over all the same.
std::string_view origin_of(record_kind of) {
  switch (of) {
    case record_kind::feedback:
    case record_kind::observation: return "observed";
    case record_kind::inference: return "inferred";
    default: return "provided";
  }
}

json accesses_of(store_call& in, const store_id& person) {
  json out = json::array();
  for (const journal_row& e : in.rows().entries_about(person, most_entries))
    // Professionals are named by their role alone: their names are theirs.
    out.push_back({{"at", to_text(instant{e.at})},
                   {"role", name(static_cast<role>(e.role))},
                   {"operation", name(static_cast<operation>(e.operation))},
                   {"kind", name(static_cast<record_kind>(e.kind))},
                   {"allowed", e.allowed}});
  return out;
}

// Those that she belongs to, by their names.
json collectives_of(store_call& in, const store_id& person) {
  json out = json::array();
  for (const store_id& id : in.rows().collectives_of(person)) {
    if (!in.belongs(id, person)) continue;
    const auto row = in.rows().person(id);
    const result<json> profile = row ? in.profile_of(*row) : result<json>(not_found(no_person));
    json one{{"id", to_text(id)}};
    if (profile && profile->contains("name")) one["name"] = (*profile)["name"];
    out.push_back(std::move(one));
  }
  return out;
}

result<json> everything(store_call& in, const person_row& row) {
  json records = json::array(), unopened = json::array();
  result<json> profile = in.profile_of(row);
  if (!profile) {
    if (!in.key_of(row.id)) return profile;
    unopened.push_back(in.unreadable_line(row.id, record_kind::profile, profile.why()));
    profile = json::object();
  }
  (*profile)["kind"] = row.collective ? "collective" : "individual";
  (*profile)["created"] = to_text(instant{row.created});
  (*profile)["last_contact"] = to_text(instant{row.contact});
  for (json& one : collectives_of(in, row.id)) (*profile)["collectives"].push_back(std::move(one));
  const result<json> consents = in.consent_list(row.id);
  if (!consents) return consents;
  for (const json& one : consents->value("unreadable", json::array())) unopened.push_back(one);
  for (std::size_t k = 0; k < kind_count; ++k) {
    const record_kind of = static_cast<record_kind>(k);
    const auto take = [&](const record_row& r, const json& document) -> result<void> {
      json one = store_call::envelope(r, document);
      one["origin"] = origin_of(of);
      if (r.has_content) {
        if (const auto bytes = in.content_of(r))
          one["content_base64"] = to_base64(as_octets(*bytes));
        else
          unopened.push_back(in.unreadable_line(r, bytes.why()));
      }
      records.push_back(std::move(one));
      return {};
    };
    if (auto done = in.each(row.id, of, true, take, &unopened); !done) return std::move(done).why();
  }
  json out{{"schema", "activateur/person-export/1"}, {"person", to_text(row.id)},
           {"made", to_text(instant{in.now()})},     {"profile", *std::move(profile)},
           {"consents", consents->at("consents")},   {"records", std::move(records)},
           {"accesses", accesses_of(in, row.id)}};
  if (!unopened.empty()) out["unreadable"] = std::move(unopened);
  return out;
}

// The entries of the journal that are older than it keeps any; with `one_is_enough` the first of them. A clock that was
// once ahead of its time has dated entries later than now: they keep none that came after.
struct old_entries {
  std::optional<journal_row> last;
  std::int64_t count = 0;
};
old_entries kept_too_long(store_call& in, bool one_is_enough) {
  const std::int64_t kept_from = in.now() - in.policy().days("journal") * ms_per_day;
  old_entries out;
  std::int64_t seen = 0, reached = 0;
  for (;;) {
    const auto entries = in.rows().entries_after(reached, 1'000);
    if (entries.empty()) return out;
    for (const journal_row& e : entries) {
      reached = e.number;
      ++seen;
      if (e.at > in.now()) continue;
      if (e.at >= kept_from) return out;
      out = {e, seen};
      if (one_is_enough) return out;
    }
  }
}

}  // namespace

result<json> store::export_person(const actor& by, std::string_view person, const context& with) {
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto row = in.person_named(person);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::export_all, record_kind::profile, row->id); !allowed)
      return std::move(allowed).why();
    return everything(in, *row);
  });
}

result<void> store::erase_person(const actor& by, std::string_view person, const context& with) {
  const auto erased = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto row = in.person_named(person);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::erase, record_kind::profile, row->id); !allowed)
      return std::move(allowed).why();
    if (auto closed = close_what_leavers_show(in, *row, json::object()); !closed) return std::move(closed).why();
    erase_rows(in.rows(), in.keys(), row->id, with.now);
    return json();
  });
  if (!erased) return erased.why();
  // Done and on the disk. What is left is to empty the log beside; were it refused, `due` and `check` say so, and the
  // next erasure, tidying or opening does it.
  (void)finish_erasures(*shelf_, keys_, with.now);
  return {};
}

result<json> store::due(const actor& by, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    if (auto allowed = in.demand(operation::maintain, record_kind::store, {}); !allowed)
      return std::move(allowed).why();
    json persons = json::array(), requests = json::array();
    const std::int64_t quiet = in.now() - in.policy().days("accompanied") * ms_per_day;
    for (const person_row& row : in.rows().persons_quiet_since(quiet, most_due))
      if (!row.erasing)
        persons.push_back({{"person", to_text(row.id)}, {"last_contact", to_text(instant{row.contact})}});
    for (const record_row& row : in.rows().due_before(in.now(), most_due))
      requests.push_back({{"record", to_text(row.id)}, {"ended", to_text(instant{row.due})}});
    json periods = json::array();
    for (const retention_period& p : in.policy().retention)
      periods.push_back(
          {{"period", p.name}, {"days", p.days}, {"reason", with.lang == language::fr ? p.why_fr : p.why_en}});
    return json{{"schema", "activateur/retention-due/1"},
                {"at", to_text(with.now)},
                {"persons", std::move(persons)},
                {"requests", std::move(requests)},
                {"journal", kept_too_long(in, true).count > 0},
                {"periods", std::move(periods)},
                {"forgetting", in.rows().setting(forget_setting).has_value()}};
  });
}

result<json> store::tidy(const actor& by, const context& with) {
  bool forgetting = false;
  result<json> tidied = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    if (auto allowed = in.demand(operation::maintain, record_kind::store, {}); !allowed)
      return std::move(allowed).why();
    forgetting = in.rows().setting(forget_setting).has_value();
    std::size_t requests = 0;
    for (const record_row& row : in.rows().due_before(in.now(), most_due)) {
      if (!in.genuine(row)) continue;  // somebody wrote in the file: `check` says so
      ++requests;
      in.rows().remove(row.id);
      in.tell(row.person, row.id, static_cast<record_kind>(row.kind), change_kind::removed);
    }
    const old_entries old = kept_too_long(in, false);
    if (old.last) {
      in.rows().drop_entries_until(old.last->number);
      put_chain_base(in.rows(), in.keys(), {old.last->number, old.last->seal});
    }
    return json{{"schema", "activateur/tidied/1"}, {"requests", requests}, {"journal", old.count}};
  });
  if (tidied && forgetting)
    if (auto done = finish_erasures(*shelf_, keys_, with.now); !done) return std::move(done).why();
  return tidied;
}

result<json> store::count(const actor& by, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    if (auto allowed = in.demand(operation::count, record_kind::store, {}); !allowed) return std::move(allowed).why();
    const std::int64_t smallest = in.policy().smallest_count;
    json counts = json::array();
    for (const record_kind of : {record_kind::profile, record_kind::experience, record_kind::self_assessment,
                                 record_kind::feedback, record_kind::observation, record_kind::credential}) {
      const std::int64_t found = in.rows().persons_with(static_cast<int>(of));
      json one{{"kind", name(of)}};
      if (found >= smallest) one["persons"] = found;  // below, nothing is said: not even whether it is none
      counts.push_back(std::move(one));
    }
    return json{{"schema", "activateur/store-count/1"}, {"smallest", smallest}, {"counts", std::move(counts)}};
  });
}

}  // namespace activateur
