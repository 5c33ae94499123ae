// The wallet: credentials as they came, what is known of each, and verifying them again.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "badges/batch.hpp"
#include "base/limits.hpp"
#include "crypto/digest.hpp"
#include "store/call.hpp"
#include "store/nir.hpp"
#include "store/wallet.hpp"

namespace activateur {
namespace {

using namespace store_messages;

void put(json& into, const char* name, const std::string& text) {
  if (!text.empty()) into[name] = text;
}

json verdict_of(const verification& v, instant at) {
  json codes = json::array();
  for (const check& c : v.checks)
    if (decides(c) && c.result != verdict::valid) codes.push_back(c.why.code());
  return {{"at", to_text(at)}, {"verdict", name(v.overall)}, {"binding", name(v.binding)}, {"codes", std::move(codes)}};
}

// A hosted badge tells its name in its badge class, which is at hand when it is verified and no sooner.
void name_what_was_read(json& document, const credential& c) {
  const auto complete = [&](const char* member, const std::string& text) {
    if (!document.contains(member) && refuse_nir(std::string_view(text))) put(document, member, text);
  };
  complete("name", c.name.empty() ? c.what.name : c.name);
  complete("issuer", c.issuer.id);
  complete("issuer_name", c.issuer.name);
}

json described(const verification& v, std::size_t size, instant now) {
  const credential& c = v.subject;
  json out{{"sha256", v.sha256},         {"bytes", size},         {"container", v.container},
           {"version", name(c.version)}, {"added", to_text(now)}, {"verification", verdict_of(v, now)}};
  put(out, "credential", c.id);
  put(out, "name", c.name.empty() ? c.what.name : c.name);
  put(out, "achievement", c.what.id);
  put(out, "issuer", c.issuer.id);
  put(out, "issuer_name", c.issuer.name);
  const auto issued = c.valid_from ? c.valid_from : c.issued;
  if (issued) out["issued"] = to_text(*issued);
  if (c.valid_until) out["valid_until"] = to_text(*c.valid_until);
  return out;
}

// Alike are credentials of one id by one issuer: versions of one.
octets likeness_of(const vault& keys, const store_id& person, const credential& c) {
  if (c.id.empty()) return {};
  return keys.lookup("credential", to_text(person) + '\0' + c.issuer.id + '\0' + c.id);
}

octets lookup_of(const vault& keys, const store_id& person, std::string_view bytes) {
  return keys.lookup("bytes", to_text(person) + '\0' + sha256_hex(bytes));
}

// Of several that are alike one is current.
void mark_current(std::vector<wallet_entry>& entries) {
  std::map<std::string_view, wallet_entry*> best;  // by likeness
  for (wallet_entry& entry : entries) {
    entry.current = true;
    if (entry.row.likeness.empty()) continue;
    const auto [known, first] = best.emplace(as_text(entry.row.likeness), &entry);
    if (first) continue;
    wallet_entry& other = *known->second;
    entry.current = supersedes(entry.document, entry.row.id, other.document, other.row.id);
    if (!entry.current) continue;
    other.current = false;
    known->second = &entry;
  }
}

}  // namespace

bool supersedes(const json& a, const store_id& a_id, const json& b, const store_id& b_id) {
  const auto rank = [](const json& d) {
    const json& known = d.at("verification").at("verdict");
    return known == name(verdict::valid) ? 2 : known == name(verdict::indeterminate) ? 1 : 0;
  };
  const auto issued = [](const json& d) {
    const auto t = d.contains("issued") ? parse_date_or_time(d["issued"].get_ref<const std::string&>()) : std::nullopt;
    return t ? t->ms : std::int64_t{0};
  };
  return std::tuple(rank(a), issued(a), a_id) > std::tuple(rank(b), issued(b), b_id);
}

result<std::vector<wallet_entry>> wallet_of(store_call& in, const store_id& person, bool with_content, json& unopened) {
  std::vector<wallet_entry> out;
  const auto take = [&](const record_row& row, const json& document) -> result<void> {
    wallet_entry entry{row, document, {}, true};
    if (with_content) {
      auto bytes = in.content_of(row);
      if (!bytes) {
        unopened.push_back(in.unreadable_line(row, bytes.why()));
        return {};
      }
      entry.bytes = *std::move(bytes);
      entry.row.content.clear();
    }
    out.push_back(std::move(entry));
    return {};
  };
  auto all = in.each(person, record_kind::credential, with_content, take, &unopened);
  if (!all) return std::move(all).why();
  mark_current(out);
  return out;
}

result<json> store::add_credential(const actor& by, std::string_view person, std::string_view bytes,
                                   const context& with) {
  if (bytes.size() > limits::credential_bytes)
    return fail(failure::limit, too_large, {std::to_string(bytes.size()), std::to_string(limits::credential_bytes)});
  // Nothing is at hand here: a badge whose issuer must be asked stays indeterminate until the wallet is verified.
  const result<verification> read = verify_credential(bytes, {}, {}, with);
  if (!read) return read.why();
  if (auto clean = refuse_nir_in_credential(bytes); !clean) return std::move(clean).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto whose = in.person_named(person);
    if (!whose) return whose.why();
    if (auto allowed = in.demand(operation::add, record_kind::credential, whose->id); !allowed)
      return std::move(allowed).why();
    record_row row;
    row.lookup = lookup_of(in.keys(), whose->id, bytes);
    if (const auto same = in.rows().by_lookup(row.lookup)) {
      result<json> out = in.envelope(*same);
      if (out) (*out)["duplicate"] = true;
      return out;
    }
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    row.person = whose->id;
    row.kind = static_cast<int>(record_kind::credential);
    row.likeness = likeness_of(in.keys(), whose->id, read->subject);
    const json document = described(*read, bytes.size(), with.now);
    json before = json::array(), after = json::array();
    if (!row.likeness.empty()) {
      for (const record_row& other : in.rows().by_likeness(row.likeness)) {
        const result<json> known = in.opened(other);
        if (!known) continue;  // what does not open is nobody's newer version
        (supersedes(document, row.id, *known, other.id) ? before : after).push_back(to_text(other.id));
      }
    }
    if (auto kept = in.keep(row, document, bytes); !kept) return std::move(kept).why();
    result<json> out = in.envelope(row);
    if (!out) return out;
    (*out)["duplicate"] = false;
    if (!before.empty()) (*out)["replaces"] = std::move(before);
    if (!after.empty()) (*out)["replaced_by"] = std::move(after);
    return out;
  });
}

result<std::string> store::credential_bytes(const actor& by, std::string_view record, const context& with) {
  return store_call::run<std::string>(*this, by, with, false, [&](store_call& in) -> result<std::string> {
    const auto row = in.record_named(record, true);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::read, static_cast<record_kind>(row->kind), row->person, row->id); !allowed)
      return std::move(allowed).why();
    if (row->kind != static_cast<int>(record_kind::credential) || !row->has_content) return not_found(no_record);
    if (auto right = in.genuine(*row); !right) return std::move(right).why();
    return in.content_of(*row);
  });
}

result<json> store::verify_wallet(const actor& by, std::string_view person, const verify_options& options,
                                  unsigned threads, const context& with) {
  // Verified outside of any transaction: it may take long, and the network may be asked.
  std::vector<wallet_entry> entries;
  json unopened;
  std::string whose;
  const auto read = store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto row = in.person_named(person);
    if (!row) return row.why();
    if (auto allowed = in.demand(operation::read, record_kind::credential, row->id); !allowed)
      return std::move(allowed).why();
    unopened = json::array();
    auto all = wallet_of(in, row->id, true, unopened);
    if (!all) return std::move(all).why();
    entries = *std::move(all);
    whose = to_text(row->id);
    return json();
  });
  if (!read) return read.why();
  std::vector<credential_input> inputs;
  inputs.reserve(entries.size());
  for (const wallet_entry& e : entries) inputs.push_back({e.bytes, to_text(e.row.id)});
  const auto verified = verify_credentials(inputs, options, threads, with);
  if (!verified) return verified.why();
  // Which one is current follows what is known now.
  std::vector<bool> changed;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    json found = verdict_of((*verified)[i], options.at.value_or(with.now));
    changed.push_back(entries[i].document["verification"]["verdict"] != found["verdict"]);
    entries[i].document["verification"] = std::move(found);
    name_what_was_read(entries[i].document, (*verified)[i].subject);
  }
  mark_current(entries);
  json list = json::array();
  const auto kept = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    list = json::array();
    bool first = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      json line{{"record", to_text(entries[i].row.id)},
                {"current", entries[i].current},
                {"changed", static_cast<bool>(changed[i])},
                {"verification", entries[i].document["verification"]}};
      for (const char* shown : {"credential", "name", "issuer", "issuer_name"})
        if (entries[i].document.contains(shown)) line[shown] = entries[i].document[shown];
      list.push_back(std::move(line));
      // What somebody changed or took away meanwhile stays so; who may only read leaves no trace but the journal's.
      auto row = in.rows().record(entries[i].row.id, false);
      if (!row || row->version != entries[i].row.version ||
          !in.may(operation::change, record_kind::credential, *row->person) || !in.genuine(*row))
        continue;
      if (std::exchange(first, false))
        if (auto noted = in.note_used(operation::change, record_kind::credential, *row->person, *row->person); !noted)
          return std::move(noted).why();
      ++row->version;
      if (auto written = in.keep(*row, entries[i].document); !written) return std::move(written).why();
    }
    return json();
  });
  if (!kept) return kept.why();
  json out{{"schema", "activateur/wallet/1"}, {"person", whose}, {"credentials", std::move(list)}};
  if (!unopened.empty()) out["unreadable"] = std::move(unopened);
  return out;
}

}  // namespace activateur
