// From what is stored to what recognition reads: "activateur/portfolio/1".
#include <utility>

#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "store/achievement_records.hpp"
#include "store/call.hpp"
#include "store/documents.hpp"
#include "store/wallet.hpp"

namespace activateur {
namespace {

using namespace store_messages;

json credential_of(const wallet_entry& entry) {
  json out{{"id", to_text(entry.row.id)}};
  if (first_bad_utf8(entry.bytes))
    out["content_base64"] = to_base64(as_octets(entry.bytes));
  else
    out["content"] = entry.bytes;
  return out;
}

json said_by_herself(const json& document, const store_id& id) {
  json out = document;
  out["id"] = to_text(id);
  out.erase("text");
  return out;
}

json said_by_others(const store_call& in, const record_row& row, const json& document) {
  json out = said_by_herself(document, row.id);
  for (const char* ours : {"request", "sharing"}) out.erase(ours);
  out["by"] = in.voice_of(row, document);
  return out;
}

// An observation is one statement a criterion of its grid. An error: the grid does not open.
result<void> add_observation(store_call& in, const record_row& row, const json& observation, json& into) {
  const auto grid_row = in.record_named(observation.at("grid").get_ref<const std::string&>());
  if (!grid_row) return {};  // its grid is gone: nobody knows any more what it said
  const result<json> grid = in.opened(*grid_row);
  if (!grid) return grid.why();
  std::size_t at = 0;
  for (const json& item : observation.value("items", json::array())) {
    for (const json& criterion : grid->value("criteria", json::array())) {
      if (criterion.at("id") != item.at("criterion")) continue;
      json one{{"id", to_text(row.id) + "/" + std::to_string(at)},
               {"kind", "observation"},
               {"competence", criterion.at("competence")},
               {"level", item.at("level")},
               {"grid", observation.at("grid")},
               {"criterion", item.at("criterion")},
               {"role", observation.value("role", "professional")},
               {"by", in.voice_of(row, observation)},
               {"at", observation.value("at", to_text(instant{row.created}))}};
      if (observation.contains("experience")) one["experience"] = observation["experience"];
      into.push_back(std::move(one));
    }
    ++at;
  }
  return {};
}

class portfolio_builder {
 public:
  // Of the kinds on which the actor may do `use`.
  portfolio_builder(store_call& in, const store_id& person, operation use) : in_(in), person_(person), use_(use) {}

  result<json> build() {
    json out{{"schema", "activateur/portfolio/1"}, {"person", to_text(person_)}};
    result<void> done = each(record_kind::declaration, [&](const record_row&, const json& document) -> result<void> {
      for (const auto& [member, value] : document.items()) out[member] = value;
      return {};
    });
    if (done) done = add_credentials(out);
    if (done) done = add_experiences(out);
    if (done)
      done = each(record_kind::self_assessment, [&](const record_row& row, const json& document) -> result<void> {
        out["self_assessments"].push_back(said_by_herself(document, row.id));
        return {};
      });
    if (done)
      done = each(record_kind::feedback, [&](const record_row& row, const json& document) -> result<void> {
        out["feedback"].push_back(said_by_others(in_, row, document));
        return {};
      });
    json observed = json::array();
    if (done)
      done = each(record_kind::observation, [&](const record_row& row, const json& document) -> result<void> {
        if (const auto added = add_observation(in_, row, document, observed); !added)
          unreadable_.push_back(in_.unreadable_line(row, added.why()));
        return {};
      });
    if (!done) return std::move(done).why();
    for (json& one : observed) out["feedback"].push_back(std::move(one));
    if (!unreadable_.empty()) out["unreadable"] = std::move(unreadable_);
    return out;
  }

 private:
  using taken = std::function<result<void>(const record_row&, const json&)>;

  result<void> each(record_kind of, const taken& take) {
    return in_.may(use_, of, person_) ? each_of(person_, of, take) : result<void>{};
  }

  // Reading is recorded for each kind of which something is there, and about whose it is; counting by who counts.
  result<void> each_of(const store_id& whose, record_kind of, const taken& take) {
    bool first = true;
    const auto noting = [&](const record_row& row, const json& document) -> result<void> {
      if (std::exchange(first, false))
        if (auto noted = note(of, whose); !noted) return noted;
      return take(row, document);
    };
    return in_.each(whose, of, false, noting, &unreadable_);
  }

  result<void> note(record_kind of, const store_id& whose) {
    // That the person's experiences are read, store::portfolio has recorded.
    if (use_ != operation::read || (of == record_kind::experience && whose == person_)) return {};
    return in_.note_used(use_, of, person_, whose);
  }

  result<void> add_credentials(json& out) {
    if (!in_.may(use_, record_kind::credential, person_)) return {};
    auto wallet = wallet_of(in_, person_, true, unreadable_);
    if (!wallet) return std::move(wallet).why();
    if (!wallet->empty())
      if (auto noted = note(record_kind::credential, person_); !noted) return noted;
    for (const wallet_entry& entry : *wallet)
      if (entry.current) out["credentials"].push_back(credential_of(entry));
    return {};
  }

  // Hers, and those of the collectives she belongs to: the team's experience is each member's too.
  result<void> add_experiences(json& out) {
    const auto take = [&](const record_row& row, const json& document) -> result<void> {
      out["experiences"].push_back(experience_of(document, to_text(row.id)));
      return {};
    };
    result<void> done = each(record_kind::experience, take);
    if (!done || !in_.may(use_, record_kind::experience, person_)) return done;
    for (const store_id& collective : in_.rows().collectives_of(person_))
      if (done && in_.belongs(collective, person_)) done = each_of(collective, record_kind::experience, take);
    return done;
  }

  store_call& in_;
  store_id person_;
  operation use_;
  json unreadable_ = json::array();
};

}  // namespace

result<json> counted_portfolio(store_call& in, const store_id& person) {
  return portfolio_builder(in, person, operation::count).build();
}

result<json> store::portfolio(const actor& by, std::string_view person, const context& with) {
  return store_call::run<json>(*this, by, with, false, [&](store_call& in) -> result<json> {
    const auto whose = in.person_named(person);
    if (!whose) return whose.why();
    // Experiences are what every reader of a portfolio may read; the rest follows each kind's own right.
    if (auto allowed = in.demand(operation::read, record_kind::experience, whose->id); !allowed)
      return std::move(allowed).why();
    return portfolio_builder(in, whose->id, operation::read).build();
  });
}

}  // namespace activateur
