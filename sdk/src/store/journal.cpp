#include "store/journal.hpp"

#include "json/json.hpp"

namespace activateur {
namespace {

constexpr std::size_t batch = 1'000;

octets base_proof(const vault& keys, const chain_end& base) {
  return keys.journal_seal("base " + std::to_string(base.number) + ' ' + to_hex(base.seal));
}

struct chain_base {
  chain_end from;
  octets proof;
};

// What is kept of the entries that were removed; none were: number 0. Nothing: it cannot be read.
std::optional<chain_base> base_of(shelf_rows& rows) {
  const auto kept = rows.setting("journal_base");
  if (!kept) return chain_base{};
  const auto read = read_json(as_text(*kept));
  if (!read || !read->is_object()) return std::nullopt;
  const auto bytes = [&](const char* member) {
    const auto found = read->find(member);
    const auto text = found != read->end() && found->is_string() ? found->get<std::string>() : std::string();
    return from_hex(text).value_or(octets{});
  };
  const auto number = read->find("number");
  if (number == read->end() || !number->is_number_integer()) return std::nullopt;
  return chain_base{{number->get<std::int64_t>(), bytes("seal")}, bytes("proof")};
}

}  // namespace

octets chained(const vault& keys, const octets& before, const journal_row& e) {
  const json text{{"before", to_hex(before)},
                  {"number", e.number},
                  {"at", e.at},
                  {"role", e.role},
                  {"operation", e.operation},
                  {"kind", e.kind},
                  {"allowed", e.allowed},
                  {"person", e.person ? to_text(*e.person) : ""},
                  {"record", e.record ? to_text(*e.record) : ""},
                  {"who", to_hex(e.who)}};
  return keys.journal_seal(write_json(text));
}

chain_end end_of_chain(shelf_rows& rows) {
  if (const auto last = rows.last_entry()) return {last->number, last->seal};
  return base_of_chain(rows);
}

chain_end base_of_chain(shelf_rows& rows) {
  const auto base = base_of(rows);
  return base ? base->from : chain_end{};
}

void put_chain_base(shelf_rows& rows, const vault& keys, const chain_end& last) {
  const json base{{"number", last.number}, {"seal", to_hex(last.seal)}, {"proof", to_hex(base_proof(keys, last))}};
  rows.put_setting("journal_base", as_octets(write_json(base)));
}

std::int64_t walk_chain(shelf_rows& rows, const vault& keys, const std::function<void(const journal_row&)>& visit) {
  const auto base = base_of(rows);
  if (!base) return 1;
  chain_end at = base->from;
  if (at.number != 0 && base->proof != base_proof(keys, at)) return std::max<std::int64_t>(at.number, 1);
  for (;;) {
    const auto entries = rows.entries_after(at.number, batch);
    for (const journal_row& e : entries) {
      if (e.number != at.number + 1 || e.seal != chained(keys, at.seal, e)) return e.number;
      at = {e.number, e.seal};
      visit(e);
    }
    if (entries.empty()) return 0;
  }
}

}  // namespace activateur
