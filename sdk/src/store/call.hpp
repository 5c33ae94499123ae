// One call of the store: its transaction, its actor judged, what it reads and writes.
#pragma once

#include "store/messages.hpp"
#include "store/store.hpp"

namespace activateur {

class store_call {
 public:
  store_call(store& of, shelf_rows& rows, const actor& by, const context& with, bool writes)
      : of_(of), rows_(rows), by_(by), with_(with), writes_(writes) {}

  // Judges an access, and records it when it matters. An error: denied. Before anything is written.
  result<void> demand(operation what, record_kind of, const std::optional<store_id>& person,
                      const std::optional<store_id>& record = {}, const octets& author = {});
  // Records an access that something else than the policy has decided. A read runs again as a write.
  result<void> note(operation what, record_kind of, const std::optional<store_id>& person,
                    const std::optional<store_id>& record, bool allowed);
  // A link that opens nothing: recorded as a guest's, of nobody. The call gives its error then, and has written
  // nothing.
  result<void> note_refused_link(operation what, record_kind of);
  // The actor is the person that is about to be added: she registers herself.
  void registers(const store_id& person) { registered_ = person; }
  // Whether an access would be allowed; nothing is recorded.
  bool may(operation what, record_kind of, const store_id& person);
  // Records an access that `may` allowed, when the right says so; `about`: whose is read by a right on `person`, as a
  // collective's by one on its member.
  result<void> note_used(operation what, record_kind of, const store_id& person, const store_id& about);

  // ---- Reading.
  [[nodiscard]] result<person_row> person_named(std::string_view id);
  [[nodiscard]] result<record_row> record_named(std::string_view id, bool with_content = false);
  [[nodiscard]] result<secret> key_of(const std::optional<store_id>& person);
  [[nodiscard]] result<secret> key_of(const record_row& row);
  // What is sealed opens when nothing beside it was altered: whoever trusts a row's columns has opened it.
  [[nodiscard]] result<json> profile_of(const person_row& row);
  [[nodiscard]] result<json> opened(const record_row& row);  // the document alone
  [[nodiscard]] result<void> genuine(const record_row& row);
  [[nodiscard]] result<json> envelope(const record_row& row);
  [[nodiscard]] static json envelope(const record_row& row, json document);
  [[nodiscard]] result<std::string> content_of(const record_row& row);
  [[nodiscard]] result<json> opened(const consent_row& row);
  [[nodiscard]] result<json> consent_list(const store_id& person);
  // Whether the collective's own profile names her: the rows of members only lead there.
  [[nodiscard]] bool belongs(const store_id& collective, const store_id& person);
  // By whom what somebody said was said: the name that it gives, else who wrote it, by a keyed digest that differs from
  // person to person and says nothing of him. All that one author says of her without a name is one voice.
  [[nodiscard]] std::string voice_of(const record_row& row, const json& said) const;
  // The experience that a document says it speaks of: the person's own, or a collective's she belongs to.
  [[nodiscard]] result<std::optional<store_id>> experience_in(const store_id& person, const json& document);
  // All of a kind, opened by `take`. One that does not open is an error, or a line of `unopened` and hinders no
  // other.
  result<void> each(const std::optional<store_id>& person, record_kind of, bool with_content,
                    const std::function<result<void>(const record_row&, const json&)>& take, json* unopened = nullptr);
  // A line of the member "unreadable" of a document.
  [[nodiscard]] json unreadable_line(const record_row& row, const error& why) const;
  [[nodiscard]] json unreadable_line(const store_id& id, record_kind of, const error& why) const;

  // ---- Writing.
  [[nodiscard]] result<store_id> new_id();
  // Makes the row a link's and gives the token that opens it, 255 random bits as base64url that no command line takes
  // for an option; the row keeps only what finds it among the tokens of `kind`. The link ends at what its terms call
  // "expires", a day without an hour at its own end, and no later than the policy's period from now. An error: that
  // is over already.
  [[nodiscard]] result<std::string> start_link(record_row& row, const json& terms, std::string_view period,
                                               std::string_view kind);
  [[nodiscard]] const octets& author();
  result<void> seal_profile(person_row& row, const json& profile);
  // Seals the document into the row, and inserts it or (with a version above 1) updates it; tells the changes.
  result<void> keep(record_row& row, const json& document, std::string_view content = {});
  // A note of the store's own in a record: no change of it, that a version, a time or the feed would tell.
  result<void> rewrite(record_row& row, const json& document);
  result<void> keep(consent_row& row, const json& consent, change_kind what = change_kind::added);
  // The last contact is with her, or with who accompanies her; it is known to the day.
  result<void> touch(const store_id& person);
  result<json> record_consent(const store_id& id, const store_id& person, const json& consent);
  void tell(const std::optional<store_id>& person, const std::optional<store_id>& record, record_kind of,
            change_kind what);

  [[nodiscard]] shelf_rows& rows() { return rows_; }
  [[nodiscard]] std::int64_t now() const { return with_.now.ms; }
  [[nodiscard]] const actor& by() const { return by_; }
  [[nodiscard]] const vault& keys() const { return of_.keys_; }
  [[nodiscard]] const store_policy& policy() const { return of_.policy_; }
  [[nodiscard]] shelf& under() { return *of_.shelf_; }

  // The body within one transaction. A read whose use must be recorded is run again as a write. What was denied leaves
  // its entry in the journal; so does what was allowed and failed for another reason, as an access that was not:
  // nothing came of it, and who probes leaves traces.
  template <class T>
  static result<T> run(store& of, const actor& by, const context& with, bool writes,
                       const std::function<result<T>(store_call&)>& body) {
    if (auto wrong = unnamed(by)) return *std::move(wrong);
    std::optional<result<T>> out;
    bool again = false;
    std::vector<noted_access> failed;
    const auto once = [&](shelf_rows& rows, bool writing) -> result<void> {
      store_call call(of, rows, by, with, writing);
      out.emplace(body(call));
      again = call.wants_to_write_;
      if (out->ok() || call.denied_) return {};
      failed = std::move(call.noted_);
      return out->why();
    };
    result<void> done;
    if (!writes) done = of.shelf_->read([&](shelf_rows& rows) { return once(rows, false); });
    if (writes || again) done = of.shelf_->write([&](shelf_rows& rows) { return once(rows, true); });
    if (!failed.empty()) note_failed(of, by, with, failed);
    if (!done) return std::move(done).why();
    return *std::move(out);
  }

 private:
  struct noted_access {
    operation what;
    record_kind of;
    std::optional<store_id> person, record;
  };
  static std::optional<error> unnamed(const actor& by);
  static void note_failed(store& of, const actor& by, const context& with, const std::vector<noted_access>& accesses);
  [[nodiscard]] access judged(operation what, record_kind of, const std::optional<store_id>& person,
                              const octets& author);
  [[nodiscard]] const std::vector<std::string>& purposes(const store_id& person);

  store& of_;
  shelf_rows& rows_;
  const actor& by_;
  const context& with_;
  bool writes_;
  bool wants_to_write_ = false;
  bool denied_ = false;
  std::vector<noted_access> noted_;
  std::optional<store_id> registered_;
  // Within one transaction nothing of these changes but by this call.
  std::optional<person_row> last_person_;
  std::optional<std::pair<store_id, secret>> last_key_;
  octets author_;
  std::optional<std::pair<store_id, std::vector<std::string>>> last_purposes_;
};

error not_found(const message& what);
json time_or_null(std::int64_t at);

}  // namespace activateur
