#include "store/examination.hpp"

#include <algorithm>
#include <set>

#include "json/json.hpp"
#include "store/erasure.hpp"
#include "store/journal.hpp"
#include "store/messages.hpp"
#include "store/persons.hpp"
#include "store/places.hpp"
#include "store/rights.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t batch = 256;
constexpr std::size_t most_problems = 100;

class examination {
 public:
  examination(shelf& in, const vault& keys, const context& with) : in_(in), keys_(keys), with_(with) {}

  result<std::vector<std::string>> all() {
    result<void> done = in_.read([&](shelf_rows& rows) -> result<void> {
      journal(rows);
      return {};
    });
    if (done)
      done = pages(
          store_id{}, [&](shelf_rows& rows, const store_id& after) { return rows.persons_after(after, batch); },
          [&](shelf_rows& rows, const person_row& row) {
            look_at(rows, row);
            return row.id;
          });
    if (done)
      done = pages(
          store_id{}, [&](shelf_rows& rows, const store_id& after) { return rows.records_after(after, batch, false); },
          [&](shelf_rows& rows, const record_row& row) {
            look_at(rows, row);
            return row.id;
          });
    if (done)
      done = pages(
          store_id{}, [&](shelf_rows& rows, const store_id& after) { return rows.consents_after(after, batch); },
          [&](shelf_rows& rows, const consent_row& row) {
            look_at(rows, row);
            return row.id;
          });
    if (done)
      done = pages(
          octets{}, [&](shelf_rows& rows, const octets& after) { return rows.tombstones_after(after, batch); },
          [&](shelf_rows&, const tombstone_row& row) {
            look_at(row);
            return row.lookup;
          });
    if (!done) return std::move(done).why();
    return std::move(problems_);
  }

 private:
  // Page by page, each in a transaction of its own; `look` gives where the next one starts.
  template <class At, class Next, class Look>
  result<void> pages(At after, Next next, Look look) {
    for (bool more = true; more && problems_.size() < most_problems;) {
      if (!with_.progress.at(seen_, 0)) return progress_sink::cancelled();
      result<void> done = in_.read([&](shelf_rows& rows) -> result<void> {
        last_key_.reset();  // another may have erased the person meanwhile
        const auto page = next(rows, after);
        more = !page.empty();
        for (const auto& row : page) after = look(rows, row);
        seen_ += page.size();
        return {};
      });
      if (!done) return done;
    }
    return {};
  }

  void journal(shelf_rows& rows) {
    const std::int64_t broken = walk_chain(rows, keys_, [&](const journal_row& e) {
      if (!e.allowed) return;
      // What the journal tells was done must not be undone in silence.
      if (e.operation == static_cast<int>(operation::withdraw) && e.record) {
        const auto consent = rows.consent(*e.record);
        if (consent && consent->withdrawn == 0) unsound("consent", to_text(*e.record));
      }
      if (e.operation == static_cast<int>(operation::erase) && e.person &&
          (rows.person(*e.person) || !rows.has_tombstone(tombstone_of(keys_, *e.person))))
        unsound("person", to_text(*e.person));
    });
    if (broken != 0) problems_.push_back(sentence(journal_broken, {std::to_string(broken)}).text(with_.lang));
  }

  void look_at(shelf_rows& rows, const person_row& row) {
    const auto plain = opened(rows, row.id, row.sealed, place_of(row));
    const auto profile = plain ? read_json(as_text(*plain)) : result<json>(json());
    if (!plain || !profile || row.erasing || !same_relations(rows, row, *profile)) unsound("person", to_text(row.id));
  }

  // The rows that lead to her are those that her profile names.
  bool same_relations(shelf_rows& rows, const person_row& row, const json& profile) const {
    std::set<std::string> named, kept;  // in hexadecimal
    for (const json& one : profile.value("identifiers", json::array()))
      named.insert(to_hex(identifier_lookup(keys_, one.at("system").get_ref<const std::string&>(),
                                            one.at("value").get_ref<const std::string&>())));
    for (const octets& one : rows.identifiers_of(row.id)) kept.insert(to_hex(one));
    if (named != kept) return false;
    std::set<store_id> members;
    for (const json& one : profile.value("members", json::array()))
      // In files of before, who was erased is named still, and has no row.
      if (const auto id = read_store_id(one.get_ref<const std::string&>()); id && rows.person(*id)) members.insert(*id);
    const auto found = rows.members_of(row.id);
    return members == std::set<store_id>(found.begin(), found.end());
  }

  void look_at(shelf_rows& rows, const record_row& row) {
    bool holds = opened(rows, row.person, row.sealed, place_of(row)).has_value();
    if (holds && row.has_content) {
      const auto whole = rows.record(row.id, true);
      holds = whole && opened(rows, row.person, whole->content, content_place(row));
    }
    if (!holds) unsound("record", to_text(row.id));
  }

  void look_at(shelf_rows& rows, const consent_row& row) {
    if (!opened(rows, row.person, row.sealed, place_of(row))) unsound("consent", to_text(row.id));
  }

  void look_at(const tombstone_row& row) {
    if (row.seal != sealed_tombstone(keys_, row.lookup, row.at).seal) unsound("tombstone", to_hex(row.lookup));
  }

  std::optional<octets> opened(shelf_rows& rows, const std::optional<store_id>& person, const octets& sealed,
                               const std::string& place) {
    if (!person) return unseal(keys_.common(), sealed, place);
    if (!last_key_ || last_key_->first != *person) {
      const auto key = keys_.key_of(rows, *person);
      if (!key || !*key) return std::nullopt;
      last_key_.emplace(*person, **key);
    }
    return unseal(last_key_->second, sealed, place);
  }

  void unsound(std::string_view what, const std::string& which) {
    if (problems_.size() < most_problems)
      problems_.push_back(sentence(not_sound, {std::string(what), which}).text(with_.lang));
  }

  shelf& in_;
  const vault& keys_;
  const context& with_;
  std::vector<std::string> problems_;
  std::uint64_t seen_ = 0;
  std::optional<std::pair<store_id, secret>> last_key_;
};

}  // namespace

result<std::vector<std::string>> examine(shelf& in, const vault& keys, const context& with) {
  return examination(in, keys, with).all();
}

}  // namespace activateur
