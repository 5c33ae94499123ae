// The change feed, the journal of accesses, checks, backups, the host's key.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "store/call.hpp"
#include "store/erasure.hpp"
#include "store/examination.hpp"
#include "store/journal.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t usual_page = 100;
constexpr std::size_t largest_page = 1'000;

std::size_t limit_of(const page& at) { return std::min(at.limit == 0 ? usual_page : at.limit, largest_page); }

constexpr std::array<std::string_view, 5> change_names{"", "added", "changed", "removed", "erased"};

// A cursor names its store, and which restore of it: numbers are given again to other changes after each. One of
// another is refused and not misread; so is one of changes given to the journal.
constexpr const char* of_changes = "cursor";
constexpr const char* of_journal = "journal cursor";
std::string cursor_mark(store_call& in, const char* feed) {
  const octets generation = in.rows().setting("generation").value_or(octets{});
  return to_hex(octet_view(in.keys().lookup(feed, as_text(generation))).first(6)) + '-';
}
std::string cursor_of(store_call& in, const char* feed, std::int64_t number) {
  return cursor_mark(in, feed) + std::to_string(number);
}

result<std::int64_t> number_of(store_call& in, const char* feed, const std::string& cursor, std::int64_t last) {
  if (cursor.empty()) return std::int64_t{0};
  const std::string before = cursor_mark(in, feed);
  std::int64_t number = -1;
  if (cursor.starts_with(before)) {
    const char* end = cursor.data() + cursor.size();
    const auto read = std::from_chars(cursor.data() + before.size(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= 0 && number <= last) return number;
  }
  return fail(failure::input, other_cursor);
}

json change_line(const change_row& c) {
  json out{{"at", to_text(instant{c.at})},
           {"kind", name(static_cast<record_kind>(c.kind))},
           {"what", change_names.at(static_cast<std::size_t>(c.what))}};
  if (c.person) out["person"] = to_text(*c.person);
  if (c.record) out["record"] = to_text(*c.record);
  return out;
}

result<json> entry_line(store_call& in, const journal_row& e) {
  const auto plain = vault::unseal_at(in.keys().common(), e.who, "journal " + std::to_string(e.number));
  if (!plain) return plain.why();
  const result<json> who = read_json(as_text(*plain));
  if (!who) return who;
  json out{{"number", e.number},
           {"at", to_text(instant{e.at})},
           {"role", name(static_cast<role>(e.role))},
           {"actor", who->at("id")},
           {"operation", name(static_cast<operation>(e.operation))},
           {"kind", name(static_cast<record_kind>(e.kind))},
           {"allowed", e.allowed},
           {"seal", to_hex(e.seal)}};
  if (who->at("organisation") != "") out["organisation"] = who->at("organisation");
  if (e.person) out["person"] = to_text(*e.person);
  if (e.record) out["record"] = to_text(*e.record);
  return out;
}

}  // namespace

result<json> store::changes(const actor& by, const page& at, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    if (auto allowed = in.demand(operation::follow, record_kind::store, {}); !allowed) return std::move(allowed).why();
    const auto after = number_of(in, of_changes, at.after, in.rows().last_change());
    if (!after) return after.why();
    json list = json::array();
    const auto rows = in.rows().changes_after(*after, limit_of(at));
    for (const change_row& c : rows) list.push_back(change_line(c));
    return json{{"schema", "activateur/changes/1"},
                {"changes", std::move(list)},
                {"cursor", cursor_of(in, of_changes, rows.empty() ? *after : rows.back().number)},
                {"more", rows.size() == limit_of(at)}};
  });
}

result<json> store::journal(const actor& by, const page& at, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    if (auto allowed = in.demand(operation::inspect, record_kind::store, {}); !allowed) return std::move(allowed).why();
    const auto after = number_of(in, of_journal, at.after, end_of_chain(in.rows()).number);
    if (!after) return after.why();
    json list = json::array();
    const auto rows = in.rows().entries_after(*after, limit_of(at));
    for (const journal_row& e : rows) {
      result<json> line = entry_line(in, e);
      if (!line) return line;
      list.push_back(*std::move(line));
    }
    return json{{"schema", "activateur/journal/1"},
                {"entries", std::move(list)},
                {"cursor", cursor_of(in, of_journal, rows.empty() ? *after : rows.back().number)},
                {"more", rows.size() == limit_of(at)}};
  });
}

result<json> store::check(const actor& by, const context& with) {
  json head;
  bool forgetting = false;
  const auto allowed = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    if (auto right = in.demand(operation::maintain, record_kind::store, {}); !right) return std::move(right).why();
    // Kept elsewhere, it tells later whether entries were cut off at the end.
    if (const auto last = in.rows().last_entry()) head = {{"number", last->number}, {"seal", to_hex(last->seal)}};
    forgetting = in.rows().setting(forget_setting).has_value();
    return json();
  });
  if (!allowed) return allowed.why();
  const auto unsound = examine(*shelf_, keys_, with);
  if (!unsound) return unsound.why();
  json problems = *unsound;
  const auto found = shelf_->check();
  if (!found) return found.why();
  for (const std::string& one : *found) problems.push_back(sentence(corrupt, {one}).text(with.lang));
  return json{{"schema", "activateur/store-check/1"},
              {"ok", problems.empty()},
              {"problems", std::move(problems)},
              {"journal_head", std::move(head)},
              {"forgetting", forgetting}};
}

result<void> store::back_up(const actor& by, const std::string& path, const std::string& keys_path,
                            const context& with) {
  const auto allowed = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    if (auto right = in.demand(operation::maintain, record_kind::store, {}); !right) return std::move(right).why();
    return json();
  });
  return allowed ? shelf_->back_up(path, keys_path, keys_.lookup("store", "")) : allowed.why();
}

result<void> store::change_key(const actor& by, const secret& host_key, const context& with) {
  const auto done = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    if (auto right = in.demand(operation::maintain, record_kind::store, {}); !right) return std::move(right).why();
    if (auto wrapped = in.keys().rewrap(in.rows(), host_key); !wrapped) return std::move(wrapped).why();
    ask_to_forget(in.rows());
    return json();
  });
  if (!done) return done.why();
  return finish_erasures(*shelf_, keys_, with.now);
}

}  // namespace activateur
