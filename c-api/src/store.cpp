#include "activateur/store.h"

#include <algorithm>

#include "analysis_call.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "verify_call.hpp"

using namespace activateur;
using namespace activateur::c_api;

struct adp_store {
  std::unique_ptr<activateur::store> of;
};

// Of calls that give nothing.
namespace activateur::c_api {
static void clear(std::nullptr_t) {}
static adp_status hand_over(adp_session& session, const result<void>& done, std::nullptr_t) {
  return done ? ADP_OK : record(session, done.why());
}
}  // namespace activateur::c_api

namespace {

constexpr message no_host_key{"store.no_key", "The host gave no key: a store needs one of 32 bytes.",
                              "L'application n'a pas donné de clé : une base en demande une de 32 octets."};
constexpr message bad_key_file{
    "store.key_file",
    "A key file holds 64 hexadecimal digits and nothing else. Give the file that was made for "
    "this store.",
    "Un fichier de clé contient 64 chiffres hexadécimaux et rien d'autre. Donnez celui qui a été "
    "créé pour cette base."};
constexpr message not_understood{"usage", "The options, or a path, are not understood. See the header's comment.",
                                 "Les options, ou un chemin, ne sont pas compris. Voyez le commentaire de l'en-tête."};
constexpr std::size_t key_file_bytes = 256;

bool read_actor(const adp_actor* given, actor& out) {
  adp_actor known;
  std::string_view id, organisation;
  if (given == nullptr || !copy_options(given, known)) return false;
  if (!read(known.id, id) || !read(known.organisation, organisation)) return false;
  if (known.role < ADP_ROLE_PERSON || known.role > ADP_ROLE_ADMINISTRATOR) return false;
  out = {static_cast<role>(known.role), std::string(id), std::string(organisation)};
  return true;
}

// SQLite takes ":memory:" and "file:..." for more than names of files; behind a directory it takes none so.
std::string plain_path(std::string_view path) {
  const bool special = path.starts_with(':') || path.starts_with("file:");
  return (special ? "./" : "") + std::string(path);
}

// What a call on a store was given, read.
struct given {
  activateur::store& of;
  actor by;
  context with;
  std::vector<std::string_view> texts;
  std::vector<const json*> documents;
};

// One call on a store: what it is given, then `body`; `out`, which is emptied first, takes what it gives. Calls that
// give nothing have nullptr there.
template <class Out, class Body>
adp_status on(adp_session* session, adp_store* store, const adp_actor* by, Out out,
              std::initializer_list<adp_str> texts, std::initializer_list<const adp_document*> documents, Body body) {
  clear(out);
  return guarded(session, [&]() -> adp_status {
    if (store == nullptr) return misuse(session, "store is NULL");
    if constexpr (!std::is_same_v<Out, std::nullptr_t>)
      if (out == nullptr) return misuse(session, "the place for the result is NULL");
    given g{*store->of, {}, context_of(*session), {}, {}};
    if (!read_actor(by, g.by)) return misuse(session, "by is NULL or not understood");
    for (const adp_str text : texts)
      if (!read_bytes(text, g.texts.emplace_back())) return misuse(session, "a text is NULL but has a length");
    for (const adp_document* document : documents) {
      if (document == nullptr) return misuse(session, "a document is NULL");
      g.documents.push_back(&document->value);
    }
    return hand_over(*session, body(g), out);
  });
}

// Who holds a link acts in nobody's name: the token is checked by the store.
constexpr adp_actor link_holder = {sizeof(adp_actor), ADP_ROLE_PERSON, {"link", 4}, {nullptr, 0}};

page page_of(std::string_view after, size_t limit) { return {std::string(after), limit}; }

result<secret> key_in(std::string_view bytes) {
  const auto key = secret::from(as_octets(bytes));
  if (!key) return fail(failure::usage, no_host_key);
  return *key;
}

result<secret> host_key(const adp_store_options& known, std::string_view key, std::string_view key_file) {
  if (!key.empty()) return key_in(key);
  if (!key_file.empty()) {
    const result<std::string> text = read_file(std::string(key_file), key_file_bytes);
    if (!text) return text.why();
    const auto bytes = from_hex(trimmed(*text));
    const auto found = bytes ? secret::from(*bytes) : std::nullopt;
    if (!found) return fail(failure::input, bad_key_file, {}, {std::string(key_file), {}, 0, 0});
    return *found;
  }
  if (known.key_function == nullptr) return fail(failure::usage, no_host_key);
  octets bytes(secret::size);
  bool filled = false;
  try {
    filled = known.key_function(known.user_data, bytes.data()) == 1;
  } catch (...) {
    filled = false;  // an exception of the host's must not cross the library
  }
  const auto found = secret::from(bytes);
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
  if (!filled || !found) return fail(failure::usage, no_host_key);
  return *found;
}

}  // namespace

adp_status adp_store_key_generate(adp_session* session, adp_bytes* key) {
  if (key != nullptr) *key = {nullptr, 0};
  return guarded(session, [&]() -> adp_status {
    if (key == nullptr) return misuse(session, "key is NULL");
    const result<secret> made = secret::make(system_random());
    return made ? give(to_hex(made->bytes()), key) : record(*session, made.why());
  });
}

adp_status adp_store_open(adp_session* session, adp_str path, const adp_store_options* options, adp_store** store) {
  if (store != nullptr) *store = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_store_options known;
    std::string_view file, key, key_file;
    if (store == nullptr) return misuse(session, "store is NULL");
    if (!copy_options(options, known) || (known.flags & ~ADP_STORE_EXISTING) != 0 || known.wait_ms < 0 ||
        known.wait_ms > 600'000 || !read_bytes(known.key, key) || !read_bytes(known.key_file, key_file))
      return misuse(session, "options are not understood");
    if (!read_path(path, file)) return misuse(session, "path is NULL or empty, or has a NUL inside");
    if ((key.empty() ? 0 : 1) + (key_file.empty() ? 0 : 1) + (known.key_function == nullptr ? 0 : 1) != 1)
      return misuse(session, "give one of key, key_file and key_function");
    const result<secret> wrapping = host_key(known, key, key_file);
    if (!wrapping) return record(*session, wrapping.why());
    store_options asked{plain_path(file), (known.flags & ADP_STORE_EXISTING) == 0, *wrapping, nullptr, 5'000, {},
                        system_random()};
    asked.policy = known.policy == nullptr ? nullptr : &known.policy->value;
    if (known.wait_ms != 0) asked.wait_ms = static_cast<int>(known.wait_ms);
    auto opened = activateur::store::open(asked, context_of(*session));
    if (!opened) return record(*session, opened.why());
    *store = new adp_store{*std::move(opened)};
    return ADP_OK;
  });
}

void adp_store_close(adp_store* store) { delete store; }

adp_status adp_store_add_person(adp_session* session, adp_store* store, const adp_actor* by,
                                const adp_document* profile, adp_document** person) {
  return on(session, store, by, person, {}, {profile},
            [](const given& g) { return g.of.add_person(g.by, *g.documents[0], g.with); });
}

adp_status adp_store_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                            adp_document** person) {
  return on(session, store, by, person, {id}, {}, [](const given& g) { return g.of.person(g.by, g.texts[0], g.with); });
}

adp_status adp_store_change_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                   const adp_document* profile, adp_document** person) {
  return on(session, store, by, person, {id}, {profile},
            [](const given& g) { return g.of.change_person(g.by, g.texts[0], *g.documents[0], g.with); });
}

adp_status adp_store_find_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str system,
                                 adp_str value, adp_document** person) {
  return on(session, store, by, person, {system, value}, {},
            [](const given& g) { return g.of.find_person(g.by, g.texts[0], g.texts[1], g.with); });
}

adp_status adp_store_add(adp_session* session, adp_store* store, const adp_actor* by, adp_str person, adp_str kind,
                         const adp_document* document, adp_document** record) {
  return on(session, store, by, record, {person, kind}, {document},
            [](const given& g) { return g.of.add(g.by, g.texts[0], g.texts[1], *g.documents[0], g.with); });
}

adp_status adp_store_change(adp_session* session, adp_store* store, const adp_actor* by, adp_str id, int64_t version,
                            const adp_document* document, adp_document** record) {
  return on(session, store, by, record, {id}, {document},
            [version](const given& g) { return g.of.change(g.by, g.texts[0], version, *g.documents[0], g.with); });
}

adp_status adp_store_remove(adp_session* session, adp_store* store, const adp_actor* by, adp_str id) {
  return on(session, store, by, nullptr, {id}, {},
            [](const given& g) { return g.of.remove(g.by, g.texts[0], g.with); });
}

adp_status adp_store_get(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                         adp_document** record) {
  return on(session, store, by, record, {id}, {}, [](const given& g) { return g.of.get(g.by, g.texts[0], g.with); });
}

adp_status adp_store_list(adp_session* session, adp_store* store, const adp_actor* by, adp_str person, adp_str kind,
                          adp_str after, size_t limit, adp_document** records) {
  return on(session, store, by, records, {person, kind, after}, {}, [limit](const given& g) {
    return g.of.list(g.by, g.texts[0], g.texts[1], page_of(g.texts[2], limit), g.with);
  });
}

adp_status adp_store_give_consent(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                  const adp_document* consent, adp_document** kept) {
  return on(session, store, by, kept, {person}, {consent},
            [](const given& g) { return g.of.give_consent(g.by, g.texts[0], *g.documents[0], g.with); });
}

adp_status adp_store_withdraw_consent(adp_session* session, adp_store* store, const adp_actor* by, adp_str consent,
                                      adp_document** withdrawn) {
  return on(session, store, by, withdrawn, {consent}, {},
            [](const given& g) { return g.of.withdraw_consent(g.by, g.texts[0], g.with); });
}

adp_status adp_store_consents(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                              adp_document** consents) {
  return on(session, store, by, consents, {person}, {},
            [](const given& g) { return g.of.consents(g.by, g.texts[0], g.with); });
}

adp_status adp_store_ask_feedback(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                  const adp_document* request, adp_document** record) {
  return on(session, store, by, record, {person}, {request},
            [](const given& g) { return g.of.ask_feedback(g.by, g.texts[0], *g.documents[0], g.with); });
}

adp_status adp_store_feedback_asked(adp_session* session, adp_store* store, adp_str token, adp_document** question) {
  return on(session, store, &link_holder, question, {token}, {},
            [](const given& g) { return g.of.asked(g.texts[0], g.with); });
}

adp_status adp_store_answer_feedback(adp_session* session, adp_store* store, adp_str token, const adp_document* answer,
                                     adp_document** kept) {
  return on(session, store, &link_holder, kept, {token}, {answer},
            [](const given& g) { return g.of.answer(g.texts[0], *g.documents[0], g.with); });
}

adp_status adp_store_add_credential(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                    adp_str bytes, adp_document** record) {
  return on(session, store, by, record, {person, bytes}, {},
            [](const given& g) { return g.of.add_credential(g.by, g.texts[0], g.texts[1], g.with); });
}

adp_status adp_store_credential(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                adp_bytes* bytes) {
  return on(session, store, by, bytes, {id}, {},
            [](const given& g) { return g.of.credential_bytes(g.by, g.texts[0], g.with); });
}

adp_status adp_store_verify_wallet(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                   const adp_verify_options* options, adp_document** wallet) {
  return on(session, store, by, wallet, {person}, {}, [session, options](const given& g) -> result<json> {
    adp_verify_options known;
    verify_options asked;
    if (!copy_options(options, known) || !read_options(*session, known, asked) || !asked.fetched_from.empty())
      return fail(failure::usage, not_understood);
    const auto policy = read_policy_option(known.policy);
    if (!policy) return policy.why();
    asked.policy = policy->has_value() ? &**policy : nullptr;
    return g.of.verify_wallet(g.by, g.texts[0], asked, known.threads, g.with);
  });
}

adp_status adp_store_publish_showcase(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                      const adp_gap_options* options, adp_document** version) {
  return on(session, store, by, version, {id}, {}, [session, options](const given& g) -> result<json> {
    adp_gap_options known;
    if (!copy_options(options, known) || known.flags != 0 || known.territory != nullptr || known.top != 0)
      return fail(failure::usage, not_understood);
    analysis_request asked;
    asked.documents = known.snapshot == nullptr ? nullptr : known.snapshot->source();
    asked.policy = known.policy == nullptr ? nullptr : &known.policy->value;
    const context with = context_of(*session, known.at_ms);
    return g.of.publish_showcase(g.by, g.texts[0], session->core->weighing(asked, with), with);
  });
}

adp_status adp_store_showcase_version(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                      adp_document** shown) {
  return on(session, store, by, shown, {id}, {},
            [](const given& g) { return g.of.showcase_version(g.by, g.texts[0], g.with); });
}

adp_status adp_store_withdraw_showcase(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                       adp_document** version) {
  return on(session, store, by, version, {id}, {},
            [](const given& g) { return g.of.withdraw_showcase(g.by, g.texts[0], g.with); });
}

adp_status adp_store_share_showcase(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                    const adp_document* terms, adp_document** link) {
  return on(session, store, by, link, {id}, {terms},
            [](const given& g) { return g.of.share_showcase(g.by, g.texts[0], *g.documents[0], g.with); });
}

adp_status adp_store_open_showcase(adp_session* session, adp_store* store, adp_str token, adp_document** shown) {
  return on(session, store, &link_holder, shown, {token}, {},
            [](const given& g) { return g.of.open_showcase(g.texts[0], g.with); });
}

adp_status adp_showcase_export(adp_session* session, const adp_document* version, adp_str format,
                               const adp_showcase_options* options, adp_bytes* bytes) {
  clear(bytes);
  return guarded(session, [&]() -> adp_status {
    adp_showcase_options known;
    std::string_view form, issuer, issuer_name, subject, own_key;
    if (version == nullptr || bytes == nullptr) return misuse(session, "version or bytes is NULL");
    if (!copy_options(options, known) || known.flags != 0 || !read(known.issuer, issuer) ||
        !read(known.issuer_name, issuer_name) || !read(known.subject, subject) || !read_bytes(known.own_key, own_key))
      return misuse(session, "options are not understood");
    if (!read(format, form)) return misuse(session, "format is NULL but has a length");
    learner_record_options asked{std::string(issuer), std::string(issuer_name), std::string(subject), nullptr};
    std::optional<private_key> own;
    if (!own_key.empty()) {
      const result<json> jwk = read_json(own_key, {}, "JWK");
      if (!jwk) return record(*session, jwk.why());
      result<private_key> key = private_key::from_jwk(*jwk);
      if (!key) return record(*session, key.why());
      own.emplace(*std::move(key));
      asked.own = &*own;
    }
    return hand_over(*session, engine::export_showcase(version->value, form, asked, context_of(*session)), bytes);
  });
}

adp_status adp_store_portfolio(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                               adp_document** portfolio) {
  return on(session, store, by, portfolio, {person}, {},
            [](const given& g) { return g.of.portfolio(g.by, g.texts[0], g.with); });
}

adp_status adp_store_export_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                   adp_document** everything) {
  return on(session, store, by, everything, {person}, {},
            [](const given& g) { return g.of.export_person(g.by, g.texts[0], g.with); });
}

adp_status adp_store_erase_person(adp_session* session, adp_store* store, const adp_actor* by, adp_str person) {
  return on(session, store, by, nullptr, {person}, {},
            [](const given& g) { return g.of.erase_person(g.by, g.texts[0], g.with); });
}

adp_status adp_store_due(adp_session* session, adp_store* store, const adp_actor* by, adp_document** due) {
  return on(session, store, by, due, {}, {}, [](const given& g) { return g.of.due(g.by, g.with); });
}

adp_status adp_store_tidy(adp_session* session, adp_store* store, const adp_actor* by, adp_document** tidied) {
  return on(session, store, by, tidied, {}, {}, [](const given& g) { return g.of.tidy(g.by, g.with); });
}

adp_status adp_store_journal(adp_session* session, adp_store* store, const adp_actor* by, adp_str cursor, size_t limit,
                             adp_document** entries) {
  return on(session, store, by, entries, {cursor}, {},
            [limit](const given& g) { return g.of.journal(g.by, page_of(g.texts[0], limit), g.with); });
}

adp_status adp_store_count(adp_session* session, adp_store* store, const adp_actor* by, adp_document** counts) {
  return on(session, store, by, counts, {}, {}, [](const given& g) { return g.of.count(g.by, g.with); });
}

adp_status adp_store_changes(adp_session* session, adp_store* store, const adp_actor* by, adp_str cursor, size_t limit,
                             adp_document** changes) {
  return on(session, store, by, changes, {cursor}, {},
            [limit](const given& g) { return g.of.changes(g.by, page_of(g.texts[0], limit), g.with); });
}

adp_status adp_store_check(adp_session* session, adp_store* store, const adp_actor* by, adp_document** report) {
  return on(session, store, by, report, {}, {}, [](const given& g) { return g.of.check(g.by, g.with); });
}

adp_status adp_store_backup(adp_session* session, adp_store* store, const adp_actor* by, adp_str path,
                            adp_str keys_path) {
  return on(session, store, by, nullptr, {path, keys_path}, {}, [](const given& g) -> result<void> {
    const bool cut = g.texts[0].find('\0') != g.texts[0].npos || g.texts[1].find('\0') != g.texts[1].npos;
    if (g.texts[1].empty() || cut) throw broken_call{"keys_path is empty, or a path has a NUL inside"};
    return g.of.back_up(g.by, plain_path(g.texts[0]), plain_path(g.texts[1]), g.with);
  });
}

adp_status adp_store_restore(adp_session* session, adp_str path, adp_str keys_path, adp_str into) {
  return guarded(session, [&]() -> adp_status {
    std::string_view backup, keys, made;
    if (!read_path(path, backup) || !read_path(keys_path, keys) || !read_path(into, made))
      return misuse(session, "path, keys_path or into is NULL or empty, or has a NUL inside");
    const auto done = restore_sqlite_shelf(plain_path(backup), plain_path(keys), plain_path(made));
    return done ? ADP_OK : record(*session, done.why());
  });
}

adp_status adp_store_change_key(adp_session* session, adp_store* store, const adp_actor* by, adp_str key) {
  return on(session, store, by, nullptr, {key}, {}, [](const given& g) -> result<void> {
    const result<secret> wrapping = key_in(g.texts[0]);
    return wrapping ? g.of.change_key(g.by, *wrapping, g.with) : wrapping.why();
  });
}

adp_status adp_store_add_achievement(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                     const adp_document* proposal, adp_document** made) {
  return on(session, store, by, made, {person}, {proposal}, [session](const given& g) -> result<json> {
    if (auto known = session->core->check_proposal(*g.documents[0]); !known) return std::move(known).why();
    return g.of.add_achievement(g.by, g.texts[0], *g.documents[0], g.with);
  });
}

adp_status adp_store_propose(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                             const adp_document* proposal, adp_document** changed) {
  return on(session, store, by, changed, {id}, {proposal}, [session](const given& g) -> result<json> {
    if (auto known = session->core->check_proposal(*g.documents[0]); !known) return std::move(known).why();
    return g.of.propose(g.by, g.texts[0], *g.documents[0], g.with);
  });
}

adp_status adp_store_answer_proposal(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                     int64_t version, adp_str digest, int32_t agreed, adp_str reason,
                                     adp_document** changed) {
  return on(session, store, by, changed, {id, digest, reason}, {}, [version, agreed](const given& g) -> result<json> {
    if (agreed != 0 && agreed != 1) throw broken_call{"agreed is neither 0 nor 1"};
    return g.of.answer_proposal(g.by, g.texts[0], version, g.texts[1], agreed == 1, std::string(g.texts[2]), g.with);
  });
}

adp_status adp_store_publish(adp_session* session, adp_store* store, const adp_actor* by, adp_str id, int64_t version,
                             adp_str digest, adp_document** changed) {
  return on(session, store, by, changed, {id, digest}, {},
            [version](const given& g) { return g.of.publish(g.by, g.texts[0], version, g.texts[1], g.with); });
}

adp_status adp_store_withdraw_achievement(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                                          adp_str reason, adp_document** changed) {
  return on(session, store, by, changed, {id, reason}, {}, [](const given& g) {
    return g.of.withdraw_achievement(g.by, g.texts[0], std::string(g.texts[1]), g.with);
  });
}

adp_status adp_store_achievements(adp_session* session, adp_store* store, const adp_actor* by, adp_str person,
                                  adp_document** achievements) {
  return on(session, store, by, achievements, {person}, {},
            [](const given& g) { return g.of.achievements(g.by, g.texts[0], g.with); });
}

adp_status adp_store_near(adp_session* session, adp_store* store, const adp_actor* by, adp_str id,
                          const adp_gap_options* options, adp_document** counts) {
  return on(session, store, by, counts, {id}, {}, [session, options](const given& g) -> result<json> {
    adp_gap_options known;
    if (!copy_options(options, known) || known.flags != 0 || known.territory != nullptr)
      return fail(failure::usage, not_understood);
    analysis_request asked;
    asked.documents = known.snapshot == nullptr ? nullptr : known.snapshot->source();
    asked.policy = known.policy == nullptr ? nullptr : &known.policy->value;
    return session->core->persons_near(g.of, g.by, g.texts[0], asked, context_of(*session, known.at_ms));
  });
}
