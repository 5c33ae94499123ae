#include <charconv>

#include "badges/checks.hpp"
#include "badges/issuer_key.hpp"
#include "badges/status_list.hpp"
#include "badges/token.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

// Entries of one badge that are looked at; more would be an attack, and are refused.
constexpr std::size_t entries_max = 64;

std::optional<std::uint64_t> whole_number(const json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  if (!value->is_string()) return std::nullopt;
  const auto text = value->get<std::string>();
  std::uint64_t out = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failed != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return out;
}

// 1EdTech revocation list: a JSON document that names the revoked credentials.
void check_named_list(const inquiry& q, const json& entry) {
  const std::string url = id_of(&entry);
  if (url.empty()) return q.unknown("status", say::status_entry, {"id"});
  const served list = q.look_up(url);
  if (!list.good()) return q.unknown("status", say::status_unreachable, {url}, list.evidence());
  const json document = list.value();
  const json* named = member(document, "revokedCredential");
  if (named == nullptr) named = member(document, "revokedCredentials");
  // An empty list is written [], which `member` takes for absent: nobody is revoked then.
  if (!document.is_object() || (!document.contains("revokedCredential") && !document.contains("revokedCredentials")))
    return q.unknown("status", say::status_malformed, {url, "revokedCredential"}, list.evidence());
  const std::string issuer = id_of(member(document, "issuer"));
  if (!issuer.empty() && issuer != q.out.subject.issuer.id)
    return q.unknown("status", say::status_foreign, {url, q.out.subject.issuer.id}, list.evidence());
  if (q.out.subject.id.empty()) return q.unknown("status", say::status_no_id, {url}, list.evidence());
  for (const json* item : items_of(named)) {
    if (id_of(item) != q.out.subject.id) continue;
    const json* revoked = member(*item, "revoked");  // omitted: true
    if (revoked != nullptr && *revoked == json(false)) continue;
    return q.invalid("status", say::status_revoked, {shortened(text_of(*item, "revocationReason"), 200)},
                     list.evidence());
  }
  q.valid("status", say::status_good, {url}, list.evidence());
}

// The verified credential of a bit list, or the check that says why it cannot be used.
std::optional<json> open_bit_list(const inquiry& q, const served& list) {
  const auto give_up = [&](const message& m, std::vector<std::string> args) {
    q.unknown("status", m, std::move(args), list.evidence());
    return std::nullopt;
  };
  const std::string_view text = trimmed(list.body);
  if (!looks_like_jws(text)) {
    const json document = list.value();
    if (member(document, "proof") != nullptr) return give_up(say::status_not_yet, {list.url});
    if (document.is_object()) return give_up(say::status_unsigned, {list.url});
    return give_up(say::status_malformed, {list.url, "JSON / JWT"});
  }
  const auto token = read_jws(text, true, list.url);
  if (!token) {
    q.add("status", verdict::indeterminate, token.why().what, list.evidence());
    return std::nullopt;
  }
  auto payload = read_json(token->payload, {limits::json_bytes, limits::json_depth, limits::json_values}, list.url);
  if (!payload || !payload->is_object()) return give_up(say::status_malformed, {list.url, "JSON"});
  json credential = credential_of(*payload);
  const std::string issuer = id_of(member(credential, "issuer"));
  if (issuer != q.out.subject.issuer.id) return give_up(say::status_foreign, {list.url, q.out.subject.issuer.id});
  const key_finding signer = find_key(*token, issuer, q.asked.documents, q.at);
  if (!signer.key || signer.link != verdict::valid ||
      !signer.key->verify(token->algorithm, as_octets(token->signed_part), token->signature))
    return give_up(say::status_foreign, {list.url, issuer});
  for (const char* name : {"validFrom", "issuanceDate"}) {
    const auto from = parse_date_time(text_of(credential, name));
    if (from && q.at < *from) return give_up(say::status_over, {list.url});
  }
  for (const char* name : {"validUntil", "expirationDate"}) {
    const auto until = parse_date_time(text_of(credential, name));
    if (until && *until < q.at) return give_up(say::status_over, {list.url});
  }
  return credential;
}

void check_bit_list(const inquiry& q, const json& entry, const char* list_type) {
  const std::string url = text_of(entry, "statusListCredential");
  const auto index = whole_number(member(entry, "statusListIndex"));
  const std::string purpose = text_of(entry, "statusPurpose");
  if (url.empty()) return q.unknown("status", say::status_entry, {"statusListCredential"});
  if (!index) return q.unknown("status", say::status_entry, {"statusListIndex"});
  if (purpose.empty()) return q.unknown("status", say::status_entry, {"statusPurpose"});
  std::uint64_t size = 1;
  if (const json* written = member(entry, "statusSize")) {
    const auto read = whole_number(written);
    if (!read || *read == 0 || *read > status_size_max) return q.unknown("status", say::status_entry, {"statusSize"});
    size = *read;
  }
  const served list = q.look_up(url);
  if (!list.good()) return q.unknown("status", say::status_unreachable, {url}, list.evidence());
  const auto credential = open_bit_list(q, list);
  if (!credential) return;
  const auto give_up = [&](const message& m, std::vector<std::string> args) {
    q.unknown("status", m, std::move(args), list.evidence());
  };
  const auto subjects = items_of(member(*credential, "credentialSubject"));
  if (subjects.size() != 1 || !contains(texts_of(member(*subjects.front(), "type")), list_type))
    return give_up(say::status_malformed, {url, list_type});
  if (!contains(texts_of(member(*subjects.front(), "statusPurpose")), purpose))
    return give_up(say::status_purpose, {url, purpose});
  const auto bits = read_status_bits(text_of(*subjects.front(), "encodedList"));
  if (!bits) return give_up(say::status_malformed, {url, "encodedList"});
  const std::size_t entries = bits->size() * 8 / static_cast<std::size_t>(size);
  if (entries < status_list_bits_min) return give_up(say::status_short, {url, std::to_string(entries)});
  const auto value = status_at(*bits, *index, size);
  if (!value) return give_up(say::status_range, {std::to_string(*index), url});
  json evidence = list.evidence();
  evidence["index"] = *index;
  evidence["purpose"] = purpose;
  evidence["value"] = *value;
  if (*value == 0) return q.valid("status", say::status_good, {url}, std::move(evidence));
  if (purpose == "revocation") return q.invalid("status", say::status_revoked, {}, std::move(evidence));
  if (purpose == "suspension") return q.invalid("status", say::status_suspended, {}, std::move(evidence));
  // `message` and `refresh` inform; a purpose that is not known may be anything.
  if (purpose == "message" || purpose == "refresh")
    return q.valid("status", say::status_note, {url, purpose}, std::move(evidence));
  q.unknown("status", say::status_note, {url, purpose}, std::move(evidence));
}

void check_entry(const inquiry& q, const json& entry) {
  const auto types = texts_of(member(entry, "type"));
  if (contains(types, "1EdTechRevocationList")) return check_named_list(q, entry);
  if (contains(types, "BitstringStatusListEntry")) return check_bit_list(q, entry, "BitstringStatusList");
  if (contains(types, "StatusList2021Entry")) return check_bit_list(q, entry, "StatusList2021");
  q.unknown("status", say::status_type, {joined(types)});
}

}  // namespace

void check_status_3(const inquiry& q, const json& document) {
  const auto entries = items_of(member(document, "credentialStatus"));
  if (entries.empty()) return q.valid("status", say::status_none);
  if (entries.size() > entries_max) return q.unknown("status", say::status_entry, {"credentialStatus"});
  for (const json* entry : entries) check_entry(q, *entry);
}

}  // namespace activateur
