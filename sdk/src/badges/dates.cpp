#include "badges/checks.hpp"
#include "badges/reading.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

struct period {
  std::optional<instant> from;
  std::optional<instant> until;
};

void judge(const inquiry& q, const period& p) {
  json evidence{{"at", to_text(q.at)}};
  if (p.from) evidence["from"] = to_text(*p.from);
  if (p.until) evidence["until"] = to_text(*p.until);
  if (p.from && p.until && *p.until < *p.from)
    return q.invalid("dates", say::dates_order, {to_text(*p.until), to_text(*p.from)}, std::move(evidence));
  if (p.from && q.at < *p.from) return q.invalid("dates", say::dates_not_yet, {to_text(*p.from)}, std::move(evidence));
  if (p.until && *p.until < q.at)
    return q.invalid("dates", say::dates_expired, {to_text(*p.until)}, std::move(evidence));
  q.valid("dates", say::dates_good, {}, std::move(evidence));
}

using reader = std::optional<instant> (*)(const json&);
using narrowing = std::optional<instant> (*)(std::optional<instant>, std::optional<instant>);

std::optional<instant> date_time(const json& value) {
  return value.is_string() ? parse_date_time(value.get_ref<const std::string&>()) : std::nullopt;
}

std::optional<instant> date_or_time(const json& value) {
  return value.is_string() ? parse_date_or_time(value.get_ref<const std::string&>()) : std::nullopt;
}

// Keeps what narrows: of two starts the later, of two ends the earlier. False when the member is there and is no date:
// the check has then been added.
bool read(const inquiry& q, const json& document, const char* name, reader parse, std::optional<instant>& out,
          narrowing narrower) {
  const json* value = member(document, name);
  if (value == nullptr) return true;
  const auto t = parse(*value);
  if (!t) {
    q.invalid("dates", say::dates_malformed,
              {name, shortened(value->is_string() ? value->get<std::string>() : write_json(*value), 40)});
    return false;
  }
  out = narrower(out, t);
  return true;
}

}  // namespace

void check_dates_3(const inquiry& q, const json& document, const json* claims) {
  period p;
  for (const char* name : {"validFrom", "issuanceDate"}) {
    if (!read(q, document, name, date_time, p.from, later)) return;
  }
  for (const char* name : {"validUntil", "expirationDate"}) {
    if (!read(q, document, name, date_time, p.until, earlier)) return;
  }
  // `exp` without a date in the badge is a mismatch of claims; it still ends the token.
  const json* exp = claims == nullptr ? nullptr : member(*claims, "exp");
  if (exp != nullptr && exp->is_number() && !p.until) {
    const double ms = exp->get<double>() * 1000.0;
    if (ms > -1e15 && ms < 1e15) p.until = instant{static_cast<std::int64_t>(ms)};
  }
  if (!p.from) return q.invalid("dates", say::dates_missing, {"validFrom"});
  judge(q, p);
}

void check_dates_2(const inquiry& q, const json& document) {
  period p;
  const badge_version version = q.out.subject.version;
  const reader parse = version == badge_version::ob_2_0 ? date_or_time : read_old_date;
  const bool old = member(document, "issuedOn") == nullptr && member(document, "issued_on") != nullptr;
  if (!read(q, document, old ? "issued_on" : "issuedOn", parse, p.from, later)) return;
  if (!read(q, document, "expires", parse, p.until, earlier)) return;
  // 0.5 leaves every date out at will.
  if (!p.from && version != badge_version::ob_0_5) return q.invalid("dates", say::dates_missing, {"issuedOn"});
  judge(q, p);
}

}  // namespace activateur
