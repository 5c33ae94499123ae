// Achievements among the records: who may, what they may refer to, what is kept.
#include <algorithm>
#include <set>

#include "analysis/achievement.hpp"
#include "analysis/achievement_messages.hpp"
#include "analysis/pathway.hpp"
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "store/achievement_records.hpp"
#include "store/documents.hpp"
#include "store/negotiation.hpp"
#include "store/negotiation_messages.hpp"
#include "store/nir.hpp"

namespace activateur {
namespace {

namespace say = negotiation_messages;
using namespace store_messages;

constexpr std::size_t most_named = 20'000;  // persons of one store that are counted over at once

// A person is named by a keyed digest, another one in each negotiation: what is nobody's outlives her, and says nothing
// of her to those who know her id in the store.
std::string person_party(const vault& keys, const store_id& negotiation, const store_id& person) {
  constexpr std::size_t shown = 16;  // bytes
  return "person:" + to_hex(octet_view(keys.lookup("party", to_text(negotiation) + to_text(person))).first(shown));
}

// A member speaks for the collective whose achievement it is.
party party_of(store_call& in, const record_row& row) {
  const actor& by = in.by();
  if (by.as == role::person) {
    auto id = read_store_id(by.id);
    if (id && row.person && in.belongs(*row.person, *id)) id = row.person;
    return {id ? person_party(in.keys(), row.id, *id) : "person:", {}, id && row.person == id};
  }
  const std::string as(name(by.as));
  if (by.organisation.empty()) return {as + ":" + by.id, by.id};
  return {as + "@" + by.organisation, by.id};
}

// Parties as a proposal names them, persons by their ids.
result<void> name_persons(store_call& in, const store_id& negotiation, criteria_proposal& what) {
  constexpr std::string_view before = "person:";
  for (std::string& one : what.parties) {
    if (!one.starts_with("person")) continue;
    const auto person = one.starts_with(before) ? in.person_named(std::string_view(one).substr(before.size()))
                                                : result<person_row>(not_found(no_person));
    if (!person) return person.why();
    // Who may not read of her is not told that she is there.
    const bool known = in.by().as == role::person && read_store_id(in.by().id) == person->id;
    if (!known && !in.may(operation::read, record_kind::experience, person->id)) return not_found(no_person);
    one = person_party(in.keys(), negotiation, person->id);
  }
  // Who is left out may have been erased: her name in the negotiation will do.
  for (std::string& one : what.without)
    if (one.starts_with(before))
      if (const auto id = read_store_id(std::string_view(one).substr(before.size())))
        one = person_party(in.keys(), negotiation, *id);
  return {};
}

bool is_achievement(const record_row& row) {
  return row.kind == static_cast<int>(record_kind::achievement) ||
         row.kind == static_cast<int>(record_kind::individual_achievement);
}

result<record_row> achievement_named(store_call& in, std::string_view id) {
  auto row = in.record_named(id);
  if (row && !is_achievement(*row)) return not_found(no_record);
  return row;
}

std::vector<std::string> asked_in(const json& achievement) {
  std::vector<std::string> out;
  const auto read = read_achievement(achievement, {});
  if (read)
    each_leaf(read->criteria, [&](const earning_criterion& leaf) {
      if (leaf.kind == criterion_kind::achievement) out.push_back(leaf.about);
    });
  return out;
}

// Whether an achievement of `person` (none: an expected one) may ask for the record.
bool within_sight(const record_row& asked, const std::optional<store_id>& person) {
  if (asked.kind == static_cast<int>(record_kind::achievement)) return true;
  return asked.kind == static_cast<int>(record_kind::individual_achievement) && person && asked.person == person;
}

result<void> check_grid(store_call& in, const earning_criterion& leaf) {
  const auto row = in.record_named(leaf.about);
  if (!row || row->kind != static_cast<int>(record_kind::grid))
    return fail(failure::not_found, no_such_grid, {shortened(leaf.about, 64)});
  if (leaf.sort.empty()) return {};
  const result<json> grid = in.opened(*row);
  if (!grid) return grid.why();
  for (const json& one : grid->value("criteria", json::array()))
    if (one.at("id") == leaf.sort) return {};
  return fail(failure::not_found, no_such_criterion, {shortened(leaf.sort, 64)});
}

// What the achievement asks for is there, and asks for nothing that leads back to it: over the last and the published
// version of each, since either may come to count.
result<void> check_references(store_call& in, const store_id& id, const std::optional<store_id>& person,
                              const json& achievement) {
  const auto read = read_achievement(achievement, "proposal");
  if (!read) return read.why();
  std::optional<error> wrong;
  each_leaf(read->criteria, [&](const earning_criterion& leaf) {
    if (wrong || leaf.kind != criterion_kind::observation) return;
    if (auto known = check_grid(in, leaf); !known) wrong = known.why();
  });
  if (wrong) return *std::move(wrong);
  references asks{{to_text(id), asked_in(achievement)}};
  std::vector<std::string> left = asks.begin()->second;
  while (!left.empty()) {
    const std::string next = std::move(left.back());
    left.pop_back();
    if (asks.contains(next)) continue;
    const auto row = in.record_named(next);
    if (!row || !within_sight(*row, person))
      return fail(failure::not_found, achievement_messages::unknown, {shortened(next, 64)});
    if (asks.size() >= most_achievements)
      return fail(failure::limit, achievement_messages::too_many_of,
                  {"achievements", std::to_string(most_achievements)});
    const result<json> other = in.opened(*row);
    if (!other) return other.why();
    std::vector<std::string> more;
    for (const std::int64_t number : {last_version(*other), published_version(*other)})
      if (const json* version = version_of(*other, number))
        for (std::string& one : asked_in(version->at("achievement"))) more.push_back(std::move(one));
    left.insert(left.end(), more.begin(), more.end());
    asks.emplace(next, std::move(more));
  }
  if (const auto way = cycle_in(asks)) return fail(failure::input, achievement_messages::cycle, {way_text(*way)});
  return {};
}

// One act on a negotiation: judged, done, kept.
result<json> act(store_call& in, std::string_view record, operation what,
                 const std::function<result<void>(const record_row&, json&, const party&)>& change) {
  auto row = achievement_named(in, record);
  if (!row) return std::move(row).why();
  if (auto allowed = in.demand(what, static_cast<record_kind>(row->kind), row->person, row->id, row->author); !allowed)
    return std::move(allowed).why();
  result<json> negotiation = in.opened(*row);
  if (!negotiation) return negotiation;
  const party mine = party_of(in, *row);
  if (auto done = change(*row, *negotiation, mine); !done) return std::move(done).why();
  if (auto small = check_size(*negotiation); !small) return std::move(small).why();
  ++row->version;
  if (auto kept = in.keep(*row, *negotiation); !kept) return std::move(kept).why();
  return store_call::envelope(*row, *std::move(negotiation));
}

// A person may have removed what another achievement of hers asks for: that one is told no longer.
void drop_unfounded(json& list) {
  for (std::size_t before = list.size() + 1; before != list.size();) {
    before = list.size();
    std::set<std::string> known;
    for (const json& one : list) known.insert(one.at("id").get<std::string>());
    json kept = json::array();
    for (json& one : list) {
      const auto asked = asked_in(one.at("achievement"));
      const bool founded =
          std::all_of(asked.begin(), asked.end(), [&](const std::string& a) { return known.contains(a); });
      if (founded) kept.push_back(std::move(one));
    }
    list = std::move(kept);
  }
}

json entry_of(const record_row& row, const json& negotiation) {
  const std::int64_t number = published_version(negotiation);
  const json* version = version_of(negotiation, number);
  json out{{"id", to_text(row.id)},
           {"achievement", version->at("achievement")},
           {"version", number},
           {"digest", version->at("digest")},
           {"published", negotiation.at("publications").back().at("at")}};
  if (negotiation.contains("withdrawn")) out["withdrawn"] = true;
  if (row.person) out["person"] = to_text(*row.person);
  return out;
}

}  // namespace

result<void> check_steps_of(store_call& in, const json& document) {
  const auto read = read_pathway(document, "pathway");
  if (!read) return read.why();
  for (const pathway_step& step : read->steps) {
    const auto row = in.record_named(step.achievement);
    if (!row || row->kind != static_cast<int>(record_kind::achievement))
      return fail(failure::not_found, achievement_messages::unknown, {shortened(step.achievement, 64)});
    const result<json> asked = in.opened(*row);
    if (!asked) return asked.why();
    if (published_version(*asked) == 0) return fail(failure::usage, say::unpublished_step, {step.achievement});
    if (asked->contains("withdrawn")) return fail(failure::usage, say::asks_withdrawn, {step.achievement});
  }
  return {};
}

result<json> store::add_achievement(const actor& by, std::string_view person, const json& document,
                                    const context& with) {
  auto first = read_proposal(without_nulls(document));
  if (!first) return std::move(first).why();
  if (!first->achievement) return fail(failure::input, say::no_document);
  if (!first->without.empty()) return fail(failure::input, say::no_party, {shortened(first->without.front(), 64)});
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    record_row row;
    row.kind = static_cast<int>(record_kind::achievement);
    if (!person.empty()) {
      const auto whose = in.person_named(person);
      if (!whose) return whose.why();
      row.person = whose->id;
      row.kind = static_cast<int>(record_kind::individual_achievement);
    }
    if (auto allowed = in.demand(operation::add, static_cast<record_kind>(row.kind), row.person); !allowed)
      return std::move(allowed).why();
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    criteria_proposal what = *first;
    if (auto named = name_persons(in, row.id, what); !named) return std::move(named).why();
    // She is a party of what is hers, whoever writes it down.
    if (row.person) what.parties.push_back(person_party(in.keys(), row.id, *row.person));
    if (auto known = check_references(in, row.id, row.person, *what.achievement); !known) return std::move(known).why();
    const json negotiation = begin_negotiation(party_of(in, row), what, to_text(with.now));
    if (auto small = check_size(negotiation); !small) return std::move(small).why();
    if (auto kept = in.keep(row, negotiation); !kept) return std::move(kept).why();
    return store_call::envelope(row, negotiation);
  });
}

result<json> store::propose(const actor& by, std::string_view record, const json& document, const context& with) {
  const auto read = read_proposal(without_nulls(document));
  if (!read) return read.why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) {
    return act(in, record, operation::propose,
               [&](const record_row& row, json& negotiation, const party& mine) -> result<void> {
                 criteria_proposal what = *read;
                 if (auto named = name_persons(in, row.id, what); !named) return named;
                 if (row.person)
                   if (const std::string hers = person_party(in.keys(), row.id, *row.person);
                       std::find(what.without.begin(), what.without.end(), hers) != what.without.end())
                     return fail(failure::input, say::stays, {hers});
                 const json* last = version_of(negotiation, last_version(negotiation));
                 const json& meant = what.achievement ? *what.achievement : last->at("achievement");
                 if (auto known = check_references(in, row.id, row.person, meant); !known) return known;
                 return activateur::propose(negotiation, mine, what, to_text(with.now));
               });
  });
}

result<json> store::answer_proposal(const actor& by, std::string_view record, std::int64_t version,
                                    std::string_view digest, bool agreed, const std::string& reason,
                                    const context& with) {
  if (auto clean = refuse_nir(std::string_view(reason)); !clean) return std::move(clean).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) {
    return act(in, record, operation::agree, [&](const record_row&, json& negotiation, const party& mine) {
      return activateur::answer(negotiation, mine, version, digest, agreed, reason, to_text(with.now));
    });
  });
}

result<json> store::publish(const actor& by, std::string_view record, std::int64_t version, std::string_view digest,
                            const context& with) {
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) {
    return act(in, record, operation::publish,
               [&](const record_row& row, json& negotiation, const party& mine) -> result<void> {
                 if (auto done = activateur::publish(negotiation, mine, version, digest, to_text(with.now)); !done)
                   return done;
                 const json& what = version_of(negotiation, version)->at("achievement");
                 if (auto known = check_references(in, row.id, row.person, what); !known) return known;
                 for (const std::string& asked : asked_in(what)) {
                   const auto other = in.record_named(asked);
                   const auto open = other ? in.opened(*other) : result<json>(other.why());
                   if (!open) return open.why();
                   if (published_version(*open) == 0) return fail(failure::usage, say::unpublished, {asked});
                   if (open->contains("withdrawn")) return fail(failure::usage, say::asks_withdrawn, {asked});
                 }
                 return {};
               });
  });
}

result<json> store::withdraw_achievement(const actor& by, std::string_view record, const std::string& reason,
                                         const context& with) {
  if (auto clean = refuse_nir(std::string_view(reason)); !clean) return std::move(clean).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) {
    return act(in, record, operation::withdraw, [&](const record_row&, json& negotiation, const party& mine) {
      return activateur::withdraw(negotiation, mine, reason, to_text(with.now));
    });
  });
}

result<json> store::achievements(const actor& by, std::string_view person, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    json list = json::array();
    const auto take = [&](const record_row& row, const json& negotiation) -> result<void> {
      if (published_version(negotiation) == 0) return {};
      if (list.size() >= most_achievements)
        return fail(failure::limit, achievement_messages::too_many_of,
                    {"achievements", std::to_string(most_achievements)});
      list.push_back(entry_of(row, negotiation));
      return {};
    };
    if (auto allowed = in.demand(operation::read, record_kind::achievement, {}); !allowed)
      return std::move(allowed).why();
    if (auto all = in.each({}, record_kind::achievement, false, take); !all) return std::move(all).why();
    if (!person.empty()) {
      const auto whose = in.person_named(person);
      if (!whose) return whose.why();
      if (auto allowed = in.demand(operation::read, record_kind::individual_achievement, whose->id); !allowed)
        return std::move(allowed).why();
      if (auto all = in.each(whose->id, record_kind::individual_achievement, false, take); !all)
        return std::move(all).why();
      drop_unfounded(list);
    }
    return json{{"schema", "activateur/achievements/1"}, {"achievements", std::move(list)}};
  });
}

result<void> store::each_counted(
    const actor& by, std::string_view achievement, const context& with,
    const std::function<result<void>(const std::string& person, bool named, const json&)>& take) {
  std::vector<std::pair<store_id, bool>> persons;  // and whether naming her was recorded
  const auto begun = store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto row = in.record_named(achievement);
    if (!row) return row.why();
    if (row->kind != static_cast<int>(record_kind::achievement)) return not_found(no_record);
    if (auto allowed = in.demand(operation::count, record_kind::achievement, {}, row->id); !allowed)
      return std::move(allowed).why();
    persons.clear();
    in.rows().each_key([&](const store_id& id, const octets&) {
      if (in.may(operation::count, record_kind::experience, id)) persons.emplace_back(id, false);
    });
    if (persons.size() > most_named)
      return fail(failure::limit, achievement_messages::too_many_of, {"persons", std::to_string(most_named)});
    std::sort(persons.begin(), persons.end());
    for (auto& [id, named] : persons) {
      named = in.may(operation::near, record_kind::profile, id);
      if (!named) continue;
      if (auto told = in.demand(operation::near, record_kind::profile, id, row->id); !told)
        return std::move(told).why();
    }
    return json();
  });
  if (!begun) return begun.why();
  for (const auto& listed : persons) {
    const store_id& id = listed.first;
    bool named = false;
    std::optional<json> portfolio;
    const auto read = store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
      portfolio.reset();
      const auto row = in.person_named(to_text(id));
      // Who is erased or has withdrawn meanwhile is left out.
      if (!row || row->collective || !in.may(operation::count, record_kind::experience, id)) return json();
      named = listed.second && in.may(operation::near, record_kind::profile, id);
      result<json> built = counted_portfolio(in, id);
      if (!built) return built;
      portfolio = *std::move(built);
      return json();
    });
    if (!read) return read.why();
    if (!portfolio) continue;
    if (auto done = take(to_text(id), named, *portfolio); !done) return done;
  }
  return {};
}

}  // namespace activateur
