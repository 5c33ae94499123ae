#include "store/store.hpp"

#include "store/call.hpp"
#include "store/erasure.hpp"
#include "store/messages.hpp"
#include "store/resealing.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {

store::store(std::unique_ptr<shelf> rows, store_policy by, vault keys)
    : shelf_(std::move(rows)), policy_(std::move(by)), keys_(std::move(keys)), ids_(keys_.random()) {}

result<std::unique_ptr<store>> store::open(const store_options& options, const context& with) {
  auto rows = open_sqlite_shelf({options.path, options.create, options.wait_ms, options.vfs});
  if (!rows) return std::move(rows).why();
  return over(*std::move(rows), options, with);
}

result<std::unique_ptr<store>> store::over(std::unique_ptr<shelf> rows, const store_options& options,
                                           const context& with) {
  store_policy by = default_store_policy();
  if (options.policy != nullptr) {
    result<store_policy> read = read_store_policy(*options.policy, "policy");
    if (!read) return std::move(read).why();
    by = *std::move(read);
  }
  std::optional<vault> keys;
  bool fresh = false;
  bool unfinished = false, sealed = true;
  const auto take_keys = [&](shelf_rows& in) -> result<void> {
    const bool made = !in.setting("root");
    result<vault> opened = vault::open(in, options.host_key, options.random);
    if (!opened) return std::move(opened).why();
    keys = *std::move(opened);
    if (made) say_sealed(in);
    const auto as_today = is_sealed(in);
    if (!as_today) return as_today.why();
    sealed = *as_today;
    unfinished = !in.persons_erasing().empty() || in.setting(forget_setting);
    return {};
  };
  // Opening writes nothing, but to a new store, to one of a format before, and what an erasure left to do.
  result<void> done = rows->read([&](shelf_rows& in) -> result<void> {
    fresh = !in.setting("root");
    if (fresh && (in.setting("seals") || in.last_change() != 0)) return fail(failure::input, store_messages::no_root);
    return fresh ? result<void>{} : take_keys(in);
  });
  if (done && fresh) done = rows->write(take_keys);
  if (!done) return std::move(done).why();
  std::unique_ptr<store> out(new store(std::move(rows), std::move(by), *std::move(keys)));
  if (unfinished) done = finish_erasures(*out->shelf_, out->keys_, with.now);
  if (done && !sealed) done = seal_anew(*out->shelf_, out->keys_);
  if (!done) return std::move(done).why();
  return out;
}

}  // namespace activateur
