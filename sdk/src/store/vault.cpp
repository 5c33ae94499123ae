#include "store/vault.hpp"

#include "store/messages.hpp"

namespace activateur {
namespace {

constexpr std::string_view root_place = "activateur store root 1";
std::string key_place(const store_id& person) {
  std::string out("activateur person key 1 ");
  return out.append(to_text(person));
}
octets owned(const std::array<std::uint8_t, 32>& digest) { return {digest.begin(), digest.end()}; }

}  // namespace

vault::vault(const secret& root, random_source random)
    : root_(root),
      wrap_(root.derived("wrap")),
      opener_(wrap_),
      common_(root.derived("common")),
      lookup_(root.derived("lookup")),
      journal_(root.derived("journal")),
      random_(std::move(random)) {}

result<vault> vault::open(shelf_rows& rows, const secret& host_key, const random_source& random) {
  if (const auto wrapped = rows.setting("root")) {
    const auto bytes = unseal(host_key, *wrapped, root_place);
    const auto root = bytes ? secret::from(*bytes) : std::nullopt;
    if (!root) return fail(failure::denied, store_messages::wrong_key);
    return vault(*root, random);
  }
  const result<secret> root = secret::make(random);
  if (!root) return root.why();
  vault made(*root, random);
  const result<void> kept = made.rewrap(rows, host_key);
  if (!kept) return kept.why();
  return made;
}

result<void> vault::rewrap(shelf_rows& rows, const secret& host_key) const {
  const result<octets> wrapped = seal(host_key, root_.bytes(), root_place, random_);
  if (!wrapped) return wrapped.why();
  rows.put_setting("root", *wrapped);
  return {};
}

result<secret> vault::make_key(shelf_rows& rows, const store_id& person) const {
  result<secret> key = secret::make(random_);
  if (!key) return key;
  const result<octets> wrapped = seal(wrap_, key->bytes(), key_place(person), random_);
  if (!wrapped) return wrapped.why();
  rows.put_key(person, *wrapped);
  return key;
}

result<std::optional<secret>> vault::key_of(shelf_rows& rows, const store_id& person) const {
  const auto wrapped = rows.key(person);
  if (!wrapped) return std::optional<secret>{};
  const auto key = unwrapped(person, *wrapped);
  if (!key) return key.why();
  return std::optional(*key);
}

result<secret> vault::unwrapped(const store_id& person, octet_view wrapped) const {
  const auto key = opener_.open(wrapped, key_place(person));
  if (!key) return fail(failure::input, store_messages::unsealed);
  return *key;
}

result<octets> vault::unseal_at(const secret& key, octet_view sealed, std::string_view place) {
  auto plain = unseal(key, sealed, place);
  if (!plain) return fail(failure::input, store_messages::unsealed);
  return *std::move(plain);
}

octets vault::lookup(std::string_view what, std::string_view text) const {
  std::string whole(what);
  whole += '\0';
  whole += text;
  return owned(keyed_digest(lookup_, as_octets(whole)));
}

octets vault::journal_seal(std::string_view text) const { return owned(keyed_digest(journal_, as_octets(text))); }

}  // namespace activateur
