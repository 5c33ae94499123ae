#include "badges/recipient.hpp"

#include <algorithm>

#include "badges/checks.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr std::size_t identities_max = 32;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

bool is_email(std::string_view text) { return text.find('@') != std::string_view::npos && !has_scheme(text); }

// Issuers hashed addresses as people typed them: as asked, in lower case, with a lower-case domain, in upper case, with
// a capital first letter.
std::vector<std::string> spellings(const std::string& asked) {
  std::vector<std::string> out{asked};
  if (!is_email(asked)) return out;
  const auto at = asked.rfind('@');
  std::string upper = asked;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::string small = lower(asked);
  for (std::string& other : std::vector<std::string>{small, asked.substr(0, at) + lower(asked.substr(at)), upper,
                                                     upper.substr(0, 1) + small.substr(1)}) {
    if (!contains(out, other)) out.push_back(std::move(other));
  }
  return out;
}

// An e-mail address may be written as a URI (RFC 6068); a scheme has no case.
std::string_view without_mailto(std::string_view identity) {
  constexpr std::string_view scheme = "mailto:";
  return lower(std::string(identity.substr(0, scheme.size()))) == scheme ? identity.substr(scheme.size()) : identity;
}

enum class match { yes, no, cannot_tell };

match compare(const std::string& identity, bool hashed, const std::string& salt, const std::string& asked) {
  const std::string wanted = lower(identity);
  const bool sha = wanted.starts_with("sha256$");
  const bool md5 = wanted.starts_with("md5$");
  if (!hashed && !sha && !md5) {
    const std::string_view plain = without_mailto(identity);
    if (plain == asked || (is_email(asked) && lower(std::string(plain)) == lower(asked))) return match::yes;
    // An e-mail address says nothing about a DID or a URL, nor they about it.
    return is_email(plain) == is_email(asked) ? match::no : match::cannot_tell;
  }
  if (!sha && !md5) return match::cannot_tell;
  const std::string digest = wanted.substr(wanted.find('$') + 1);
  for (const std::string& spelling : spellings(asked)) {
    if ((sha ? sha256_hex(spelling + salt) : md5_hex(spelling + salt)) == digest) return match::yes;
  }
  return match::no;
}

// The identities of the person who is asked for.
std::vector<std::string> identities_asked(std::string_view rest) {
  std::vector<std::string> out;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (const std::string_view one = trimmed(rest.substr(0, end)); !one.empty()) out.emplace_back(without_mailto(one));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

// Of the identities asked for, one that is the recipient's is enough.
match compare(const std::string& identity, bool hashed, const std::string& salt,
              const std::vector<std::string>& asked) {
  match out = match::cannot_tell;
  for (const std::string& one : asked) {
    const match m = compare(identity, hashed, salt, one);
    if (m == match::yes) return m;
    if (m == match::no) out = m;
  }
  return out;
}

class tally {
 public:
  void add(match m) {
    yes_ = yes_ || m == match::yes;
    no_ = no_ || m == match::no;
  }
  void report(const inquiry& q) const {
    if (yes_) return q.valid("recipient", say::recipient_good);
    if (no_) return q.invalid("recipient", say::recipient_wrong);
    q.unknown("recipient", say::recipient_unstated);
  }

 private:
  bool yes_ = false;
  bool no_ = false;
};

bool is_true(const json& object, const char* name) {
  const json* m = member(object, name);
  return m != nullptr && (*m == json(true) || *m == json("true"));
}

}  // namespace

bool is_identity_hash(std::string_view identity, bool older) {
  const auto mark = identity.find('$');
  if (mark == std::string_view::npos) return false;
  const std::string algorithm = lower(std::string(identity.substr(0, mark)));
  const std::string_view digest = identity.substr(mark + 1);
  std::size_t digits = 0;
  if (algorithm == "md5") digits = 32;
  if (algorithm == "sha256") digits = 64;
  if (older && algorithm == "sha1") digits = 40;
  if (older && algorithm == "sha512") digits = 128;
  return digits != 0 && digest.size() == digits && std::all_of(digest.begin(), digest.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

std::optional<error> refusal_of(const verify_options& options) {
  if (!options.fetched_from.empty() && !read_web_address(options.fetched_from))
    return fail(failure::usage, say::fetched_from_nowhere, {shortened(options.fetched_from, 120)});
  const std::size_t count = identities_asked(options.recipient).size();
  if (count <= identities_max) return std::nullopt;
  return fail(failure::usage, say::recipients_many, {std::to_string(count), std::to_string(identities_max)});
}

void check_recipient_3(const inquiry& q, const json& document) {
  const std::vector<std::string> asked = identities_asked(q.asked.recipient);
  if (asked.empty()) return;
  tally all;
  const auto subjects = items_of(member(document, "credentialSubject"));
  if (!subjects.empty()) {
    if (const std::string id = text_of(*subjects.front(), "id"); !id.empty()) all.add(compare(id, false, {}, asked));
    for (const json* identifier : items_of(member(*subjects.front(), "identifier")))
      all.add(compare(text_of(*identifier, "identityHash"), is_true(*identifier, "hashed"),
                      text_of(*identifier, "salt"), asked));
  }
  all.report(q);
}

void check_recipient_2(const inquiry& q, const json& document) {
  const std::vector<std::string> asked = identities_asked(q.asked.recipient);
  if (asked.empty()) return;
  tally all;
  for (const json* recipient : items_of(member(document, "recipient"))) {
    if (recipient->is_string())  // 0.5: the salt is beside it
      all.add(compare(recipient->get<std::string>(), false, text_of(document, "salt"), asked));
    else
      all.add(
          compare(text_of(*recipient, "identity"), is_true(*recipient, "hashed"), text_of(*recipient, "salt"), asked));
  }
  all.report(q);
}

}  // namespace activateur
