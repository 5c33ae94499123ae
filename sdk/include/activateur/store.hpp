// activateur/store.hpp - the store, as activateur/store.h has it.
//
//   auto store = activateur::store::open(session, "persons.adps", {.key_file = "persons.key"});
//   auto guide = store.as(session, {ADP_ROLE_GUIDE, "g-17", "mission-locale"});
//   auto person = guide.add_person(session.parse(profile));
#pragma once

#include <activateur/store.h>

#include <array>

#include "activateur/engine.hpp"

namespace activateur {

struct actor {
  std::int32_t role = ADP_ROLE_PERSON;
  std::string id{};
  std::string organisation{};
};

// Exactly one of the three keys is given.
struct store_options {
  std::string_view key{};                                         // 32 bytes
  std::string_view key_file{};                                    // of 64 hexadecimal digits
  std::function<bool(std::array<std::uint8_t, 32>&)> key_from{};  // fills the key; false: there is none
  const document* policy = nullptr;                               // "activateur/store-policy/1"
  bool existing = false;                                          // never create one
  std::int64_t wait_ms = 0;                                       // 0: 5000
};

// Who signs a learner record, and whom it is about.
struct showcase_options {
  std::string_view issuer{}, issuer_name{}, subject{}, own_key{};
};

// A version of a showcase as "html", "clr" or "clr-enveloped" (to be signed), "json-ld" or "europass".
[[nodiscard]] inline bytes export_showcase(const session& with, const document& version, std::string_view format,
                                           const showcase_options& options = {}) {
  adp_showcase_options c = ADP_SHOWCASE_OPTIONS_INIT;
  c.issuer = view(options.issuer);
  c.issuer_name = view(options.issuer_name);
  c.subject = view(options.subject);
  c.own_key = view(options.own_key);
  bytes out;
  if (const adp_status status = adp_showcase_export(with.get(), version.get(), view(format), &c, out.out());
      status != ADP_OK)
    throw error::of(with.get(), status);
  return out;
}

class store;

// One actor's calls on a store, through one session: used where the session is, and no longer than both live.
class store_access {
 public:
  [[nodiscard]] document add_person(const document& profile) const {
    return ask(
        [&](auto* s, auto* st, auto* by, auto** out) { return adp_store_add_person(s, st, by, profile.get(), out); });
  }
  [[nodiscard]] document person(std::string_view id) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) { return adp_store_person(s, st, by, view(id), out); });
  }
  // NOLINTNEXTLINE(modernize-use-nodiscard): the answer may be left
  document change_person(std::string_view id, const document& profile) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_change_person(s, st, by, view(id), profile.get(), out);
    });
  }
  [[nodiscard]] document find_person(std::string_view system, std::string_view value) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_find_person(s, st, by, view(system), view(value), out);
    });
  }

  document add(std::string_view person, std::string_view kind, const document& what) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_add(s, st, by, view(person), view(kind), what.get(), out);
    });
  }
  document change(std::string_view id, std::int64_t version, const document& what) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_change(s, st, by, view(id), version, what.get(), out);
    });
  }
  void remove(std::string_view id) const { demand(adp_store_remove(session_, store_, &by_, view(id))); }
  [[nodiscard]] document get(std::string_view id) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) { return adp_store_get(s, st, by, view(id), out); });
  }
  [[nodiscard]] document list(std::string_view person, std::string_view kind, std::string_view after = {},
                              std::size_t limit = 0) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_list(s, st, by, view(person), view(kind), view(after), limit, out);
    });
  }

  document give_consent(std::string_view person, const document& consent) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_give_consent(s, st, by, view(person), consent.get(), out);
    });
  }
  document withdraw_consent(std::string_view consent) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_withdraw_consent(s, st, by, view(consent), out);
    });
  }
  [[nodiscard]] document consents(std::string_view person) const {
    return ask(
        [&](auto* s, auto* st, auto* by, auto** out) { return adp_store_consents(s, st, by, view(person), out); });
  }

  [[nodiscard]] document ask_feedback(std::string_view person, const document& request) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_ask_feedback(s, st, by, view(person), request.get(), out);
    });
  }

  document add_credential(std::string_view person, std::string_view bytes_in) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_add_credential(s, st, by, view(person), view(bytes_in), out);
    });
  }
  [[nodiscard]] bytes credential(std::string_view id) const {
    bytes out;
    demand(adp_store_credential(session_, store_, &by_, view(id), out.out()));
    return out;
  }
  [[nodiscard]] document verify_wallet(std::string_view person, const verify_options& options = {}) const {
    const adp_verify_options c = session::c_options(options);
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_verify_wallet(s, st, by, view(person), &c, out);
    });
  }
  // Showcases: drafts are records ("showcase"); a version is what was published, by value.
  document publish_showcase(std::string_view draft, const analysis_options& options = {}) const {
    const adp_gap_options c = session::gap_options(options);
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_publish_showcase(s, st, by, view(draft), &c, out);
    });
  }
  [[nodiscard]] document showcase_version(std::string_view version) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_showcase_version(s, st, by, view(version), out);
    });
  }
  document withdraw_showcase(std::string_view version) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_withdraw_showcase(s, st, by, view(version), out);
    });
  }
  [[nodiscard]] document share_showcase(std::string_view version, const document& terms) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_share_showcase(s, st, by, view(version), terms.get(), out);
    });
  }
  // For session::gap, map and plan.
  [[nodiscard]] document portfolio(std::string_view person) const {
    return ask(
        [&](auto* s, auto* st, auto* by, auto** out) { return adp_store_portfolio(s, st, by, view(person), out); });
  }

  // Negotiated achievements; `person` empty: an expected one.
  document add_achievement(std::string_view person, const document& proposal) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_add_achievement(s, st, by, view(person), proposal.get(), out);
    });
  }
  document propose(std::string_view id, const document& proposal) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_propose(s, st, by, view(id), proposal.get(), out);
    });
  }
  document agree(std::string_view id, std::int64_t version, std::string_view digest) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_answer_proposal(s, st, by, view(id), version, view(digest), 1, view(std::string_view()), out);
    });
  }
  document refuse(std::string_view id, std::int64_t version, std::string_view digest, std::string_view reason) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_answer_proposal(s, st, by, view(id), version, view(digest), 0, view(reason), out);
    });
  }
  document publish(std::string_view id, std::int64_t version, std::string_view digest) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_publish(s, st, by, view(id), version, view(digest), out);
    });
  }
  document withdraw_achievement(std::string_view id, std::string_view reason) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_withdraw_achievement(s, st, by, view(id), view(reason), out);
    });
  }
  [[nodiscard]] document achievements(std::string_view person = {}) const {
    return ask(
        [&](auto* s, auto* st, auto* by, auto** out) { return adp_store_achievements(s, st, by, view(person), out); });
  }
  [[nodiscard]] document near(std::string_view id, const analysis_options& options = {}) const {
    const adp_gap_options c = session::gap_options(options);
    return ask([&](auto* s, auto* st, auto* by, auto** out) { return adp_store_near(s, st, by, view(id), &c, out); });
  }

  [[nodiscard]] document export_person(std::string_view person) const {
    return ask(
        [&](auto* s, auto* st, auto* by, auto** out) { return adp_store_export_person(s, st, by, view(person), out); });
  }
  void erase_person(std::string_view person) const {
    demand(adp_store_erase_person(session_, store_, &by_, view(person)));
  }
  [[nodiscard]] document due() const { return ask(adp_store_due); }
  document tidy() const { return ask(adp_store_tidy); }
  [[nodiscard]] document count() const { return ask(adp_store_count); }
  [[nodiscard]] document check() const { return ask(adp_store_check); }
  [[nodiscard]] document journal(std::string_view cursor = {}, std::size_t limit = 0) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_journal(s, st, by, view(cursor), limit, out);
    });
  }
  [[nodiscard]] document changes(std::string_view cursor = {}, std::size_t limit = 0) const {
    return ask([&](auto* s, auto* st, auto* by, auto** out) {
      return adp_store_changes(s, st, by, view(cursor), limit, out);
    });
  }
  // `path` empty: the keys alone.
  void backup(std::string_view path, std::string_view keys_path) const {
    demand(adp_store_backup(session_, store_, &by_, view(path), view(keys_path)));
  }
  void change_key(std::string_view key) const { demand(adp_store_change_key(session_, store_, &by_, view(key))); }

 private:
  friend class store;
  store_access(adp_session* session, adp_store* of, actor by) : session_(session), store_(of), who_(std::move(by)) {
    refer();
  }

 public:
  store_access(const store_access& other) : session_(other.session_), store_(other.store_), who_(other.who_) {
    refer();
  }
  store_access& operator=(const store_access&) = delete;

 private:
  void refer() {
    by_.role = who_.role;
    by_.id = view(who_.id);
    by_.organisation = view(who_.organisation);
  }
  void demand(adp_status status) const {
    if (status != ADP_OK) throw error::of(session_, status);
  }
  template <class Call>
  [[nodiscard]] document ask(Call&& call) const {
    adp_document* out = nullptr;
    demand(call(session_, store_, &by_, &out));
    return document(out);
  }

  adp_session* session_;
  adp_store* store_;
  actor who_;
  adp_actor by_ = ADP_ACTOR_INIT;
};

// Shared on copy; usable from any thread, each with its own session.
class store {
 public:
  [[nodiscard]] static store open(const session& with, std::string_view path, const store_options& options) {
    adp_store_options c = ADP_STORE_OPTIONS_INIT;
    c.flags = options.existing ? ADP_STORE_EXISTING : 0U;
    c.key = view(options.key);
    c.key_file = view(options.key_file);
    if (options.key_from) {
      c.key_function = &store::fill_key;
      c.user_data = const_cast<store_options*>(&options);
    }
    c.policy = options.policy == nullptr ? nullptr : options.policy->get();
    c.wait_ms = options.wait_ms;
    adp_store* raw = nullptr;
    if (const adp_status status = adp_store_open(with.get(), view(path), &c, &raw); status != ADP_OK)
      throw error::of(with.get(), status);
    store out;
    out.handle_.reset(raw, adp_store_close);
    return out;
  }
  // 64 hexadecimal digits, for a key file.
  [[nodiscard]] static bytes new_key(const session& with) {
    bytes out;
    if (const adp_status status = adp_store_key_generate(with.get(), out.out()); status != ADP_OK)
      throw error::of(with.get(), status);
    return out;
  }
  static void restore(const session& with, std::string_view path, std::string_view keys_path, std::string_view into) {
    if (const adp_status status = adp_store_restore(with.get(), view(path), view(keys_path), view(into));
        status != ADP_OK)
      throw error::of(with.get(), status);
  }

  [[nodiscard]] adp_store* get() const noexcept { return handle_.get(); }
  [[nodiscard]] store_access as(const session& with, actor by) const { return {with.get(), get(), std::move(by)}; }

  // By the token of a link alone.
  [[nodiscard]] document feedback_asked(const session& with, std::string_view token) const {
    adp_document* out = nullptr;
    if (const adp_status status = adp_store_feedback_asked(with.get(), get(), view(token), &out); status != ADP_OK)
      throw error::of(with.get(), status);
    return document(out);
  }
  [[nodiscard]] document open_showcase(const session& with, std::string_view token) const {
    adp_document* out = nullptr;
    if (const adp_status status = adp_store_open_showcase(with.get(), get(), view(token), &out); status != ADP_OK)
      throw error::of(with.get(), status);
    return document(out);
  }
  document answer_feedback(const session& with, std::string_view token, const document& answer) const {
    adp_document* out = nullptr;
    const adp_status status = adp_store_answer_feedback(with.get(), get(), view(token), answer.get(), &out);
    if (status != ADP_OK) throw error::of(with.get(), status);
    return document(out);
  }

 private:
  store() = default;
  static std::int32_t ADP_CALL fill_key(void* user_data, std::uint8_t* key) noexcept {
    try {
      std::array<std::uint8_t, 32> bytes_of_it{};
      if (!static_cast<const store_options*>(user_data)->key_from(bytes_of_it)) return 0;
      for (std::size_t i = 0; i < bytes_of_it.size(); ++i) key[i] = bytes_of_it[i];
      return 1;
    } catch (...) {
      return 0;
    }
  }

  std::shared_ptr<adp_store> handle_;
};

}  // namespace activateur
