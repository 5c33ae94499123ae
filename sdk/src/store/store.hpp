// The store: persons and what is theirs, in one place, for hosts that keep them nowhere else.
//
// Every call says who makes it; the store's policy (rights.hpp) decides, and records each use that matters in a chained
// journal. What is personal lies sealed with the person's own key. Each call is one transaction: when it answers, it is
// on the disk; when it fails, nothing of it is there. Thread-safe; any number of processes may have the same store
// open.
#pragma once

#include <functional>
#include <memory>

#include "badges/verification.hpp"
#include "store/rights.hpp"
#include "store/shelf.hpp"
#include "store/vault.hpp"

namespace activateur {

struct store_options {
  std::string path;
  bool create = true;
  secret host_key;               // wraps the store's own
  const json* policy = nullptr;  // "activateur/store-policy/1"; null: default_store_policy()
  int wait_ms = 5'000;           // for another writer
  std::string vfs;               // of SQLite; empty: the system's
  random_source random = system_random();
};

// What a published showcase takes from who weighs evidence and knows frameworks.
struct showcase_weighing {
  // An opinion a competence, in their order: members of an item of "activateur/showcase-version/1".
  std::function<result<json>(const json& portfolio, const std::vector<std::string>& competences)> opinions;
  std::function<std::string(const std::string& name)> label;  // of a competence or a job; empty: not known
};

// A page of a list.
struct page {
  std::string after;        // the id, or the cursor, that the page before ended with; empty: from the start
  std::size_t limit = 100;  // 0: 100; at most 1000
};

class store {
 public:
  static result<std::unique_ptr<store>> open(const store_options& options, const context& with);
  // Over another engine than SQLite.
  static result<std::unique_ptr<store>> over(std::unique_ptr<shelf> rows, const store_options& options,
                                             const context& with);

  // ---- Persons, and collectives. Documents: "activateur/person/1".
  result<json> add_person(const actor& by, const json& profile, const context& with);
  result<json> person(const actor& by, std::string_view person, const context& with);
  result<json> change_person(const actor& by, std::string_view person, const json& profile, const context& with);
  // By an identifier that the host knows her by.
  result<json> find_person(const actor& by, std::string_view system, std::string_view value, const context& with);

  // ---- Records: experiences, self-assessments, feedback, observations, requests for feedback, declarations,
  // inferences, grids. Each is given, and comes back, within "activateur/record/1".
  result<json> add(const actor& by, std::string_view person, std::string_view kind, const json& document,
                   const context& with);
  // `version`: that on which the change is based; 0: whatever it is.
  result<json> change(const actor& by, std::string_view record, std::int64_t version, const json& document,
                      const context& with);
  result<void> remove(const actor& by, std::string_view record, const context& with);
  result<json> get(const actor& by, std::string_view record, const context& with);
  // "activateur/records/1". `person` empty: grids.
  result<json> list(const actor& by, std::string_view person, std::string_view kind, const page& at,
                    const context& with);

  // ---- Consents: "activateur/consent/1", "activateur/consents/1".
  result<json> give_consent(const actor& by, std::string_view person, const json& consent, const context& with);
  result<json> withdraw_consent(const actor& by, std::string_view consent, const context& with);
  result<json> consents(const actor& by, std::string_view person, const context& with);

  // ---- Feedback asked by a link. The request's record comes back with "token", once: the host sends it.
  result<json> ask_feedback(const actor& by, std::string_view person, const json& request, const context& with);
  // What the link's holder is asked, and the answer: one feedback a competence. The token is the right.
  result<json> asked(std::string_view token, const context& with);
  result<json> answer(std::string_view token, const json& answers, const context& with);

  // ---- The wallet: credentials byte for byte.
  result<json> add_credential(const actor& by, std::string_view person, std::string_view bytes, const context& with);
  result<std::string> credential_bytes(const actor& by, std::string_view record, const context& with);
  // All of a person's verified again; "activateur/wallet/1".
  result<json> verify_wallet(const actor& by, std::string_view person, const verify_options& options, unsigned threads,
                             const context& with);

  // ---- What recognition reads: "activateur/portfolio/1" of what the actor may read.
  result<json> portfolio(const actor& by, std::string_view person, const context& with);

  // ---- Achievements, negotiated (negotiation.hpp). `person` empty: an expected one, of nobody's. Records:
  // "activateur/record/1" whose document is "activateur/negotiation/1"; what is proposed is "activateur/proposal/1".
  result<json> add_achievement(const actor& by, std::string_view person, const json& first, const context& with);
  result<json> propose(const actor& by, std::string_view record, const json& what, const context& with);
  result<json> answer_proposal(const actor& by, std::string_view record, std::int64_t version, std::string_view digest,
                               bool agreed, const std::string& reason, const context& with);
  result<json> publish(const actor& by, std::string_view record, std::int64_t version, std::string_view digest,
                       const context& with);
  result<json> withdraw_achievement(const actor& by, std::string_view record, const std::string& reason,
                                    const context& with);
  // Those that were published, "activateur/achievements/1", with what they ask for; of `person`, when named, her own
  // too.
  result<json> achievements(const actor& by, std::string_view person, const context& with);

  // ---- Who is close: the portfolios of all persons whose records the actor may count, by their consent, as far as it
  // goes; `named`: whether he may also be told who it is. In the order of ids, each within a moment of its own. The use
  // is recorded once, and once for each person that may be named.
  result<void> each_counted(
      const actor& by, std::string_view achievement, const context& with,
      const std::function<result<void>(const std::string& person, bool named, const json&)>& take);
  [[nodiscard]] std::int64_t smallest_count() const { return policy_.smallest_count; }
  // ---- Showcases: what she chooses to show, to whom. Drafts are records. A version is by value: what is published
  // does not change with the records that it was made of; it goes with them, when one is removed.
  result<json> publish_showcase(const actor& by, std::string_view showcase, const showcase_weighing& weighing,
                                const context& with);
  // "activateur/showcase-version/1".
  result<json> showcase_version(const actor& by, std::string_view version, const context& with);
  // It stays hers to read, and its links open nothing any more.
  result<json> withdraw_showcase(const actor& by, std::string_view version, const context& with);
  // The link's record comes back with "token", once. Removing the record revokes it.
  result<json> share_showcase(const actor& by, std::string_view version, const json& terms, const context& with);
  // By the token alone: the version, and one opening more.
  result<json> open_showcase(std::string_view token, const context& with);

  // ---- Privacy.
  result<json> export_person(const actor& by, std::string_view person, const context& with);
  result<void> erase_person(const actor& by, std::string_view person, const context& with);
  result<json> due(const actor& by, const context& with);   // "activateur/retention-due/1"
  result<json> tidy(const actor& by, const context& with);  // removes what is due by itself: requests, journal
  result<json> journal(const actor& by, const page& at, const context& with);
  result<json> count(const actor& by, const context& with);  // "activateur/store-count/1"

  // ---- Connectors: what changed since a cursor. "activateur/changes/1".
  result<json> changes(const actor& by, const page& at, const context& with);

  // ---- Upkeep.
  result<json> check(const actor& by, const context& with);  // "activateur/store-check/1"
  result<void> back_up(const actor& by, const std::string& path, const std::string& keys_path, const context& with);
  result<void> change_key(const actor& by, const secret& host_key, const context& with);

 private:
  store(std::unique_ptr<shelf> rows, store_policy by, vault keys);
  friend class store_call;

  std::unique_ptr<shelf> shelf_;
  store_policy policy_;
  vault keys_;
  id_source ids_;
};

}  // namespace activateur
