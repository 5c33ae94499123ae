#include "badges/verification.hpp"

#include <algorithm>

#include "badges/assertion_1.hpp"
#include "badges/assertion_messages.hpp"
#include "badges/baking.hpp"
#include "badges/checks.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/open_badge_3.hpp"
#include "badges/reading.hpp"
#include "badges/token.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};

result<void> check_token(const inquiry& q, std::string_view text, const std::string& source);

// `found`: what an address served, when the input was that address alone.
result<void> check_document(const inquiry& q, const json& document, const std::string& source,
                            const served* found = nullptr) {
  const std::vector<std::string> types = texts_of(member(document, "type"));
  if (contains(types, "EnvelopedVerifiableCredential")) {
    if (const std::string token = enveloped_token(document); !token.empty()) return check_token(q, token, source);
    return fail(failure::unsupported, say::no_envelope, {}, {source, "/id", 0, 0});
  }
  for (const char* around : {"VerifiablePresentation", "EnvelopedVerifiablePresentation"})
    if (contains(types, around)) return fail(failure::input, say::presentation, {}, {source, {}, 0, 0});
  const badge_version version = version_of(document);
  switch (version) {
    case badge_version::unknown: return fail(failure::input, say::not_a_badge, {}, {source, {}, 0, 0});
    case badge_version::ob_3_0: check_embedded_credential(q, document); break;
    case badge_version::ob_2_0: check_hosted_assertion(q, document); break;
    case badge_version::ob_0_5:
    case badge_version::ob_1_0:
    case badge_version::ob_1_1: check_hosted_assertion_1(q, document, version, found); break;
  }
  return {};
}

// The payload of a token, whether or not its header and signature are acceptable: what a refused badge says is shown.
result<json> payload_of(std::string_view token, const std::string& source) {
  const auto first = token.find('.');
  const auto second = token.find('.', first + 1);
  const auto bytes =
      from_base64url(token.substr(first + 1, second == std::string_view::npos ? second : second - first - 1));
  if (!bytes) return fail(failure::input, say::payload_unreadable, {}, {source, {}, 0, 0});
  return read_json(as_text(*bytes), bounds, source);
}

result<void> check_token(const inquiry& q, std::string_view text, const std::string& source) {
  auto payload = payload_of(text, source);
  if (!payload) return std::move(payload).why();
  const json document = credential_of(*payload);
  const badge_version version = version_of(document);
  if (version == badge_version::unknown) return fail(failure::input, say::not_a_badge, {}, {source, {}, 0, 0});
  const bool strict = version == badge_version::ob_3_0;
  const auto token = read_jws(text, strict, source);
  if (!strict) {
    if (version != badge_version::ob_2_0)
      check_signed_assertion_1(q, document, version, token);
    else
      check_signed_assertion(q, document, token);
    return {};
  }
  check_token_credential(q, token, *payload, document);
  return {};
}

// Old pictures hold only the address of the badge: what it serves is the badge, and it hosts itself.
result<void> check_reference(const inquiry& q, const std::string& url) {
  q.valid("parse", say::parsed_reference, {url}, {{"container", q.out.container}, {"url", url}});
  q.out.subject.proof = proof_form::hosted;
  q.out.subject.id = url;
  const served copy = q.look_up(url);
  if (!copy.at_hand) {
    q.unknown("hosted", say::hosted_missing, {url});
    return {};
  }
  if (copy.status == 404 || copy.status == 410) {
    q.invalid("hosted", say::hosted_gone, {url, std::to_string(copy.status)}, copy.evidence());
    return {};
  }
  const json document = copy.good() ? copy.value() : json(nullptr);
  if (says_revoked(document)) {
    q.invalid("hosted", say::hosted_revoked, {shortened(text_of(document, "revocationReason"), 200)}, copy.evidence());
    return {};
  }
  if (!document.is_object() || version_of(document) == badge_version::unknown) {
    q.unknown("hosted", say::hosted_unreadable, {url}, copy.evidence());
    return {};
  }
  return check_document(q, document, url, &copy);
}

result<void> check_text(const inquiry& q, std::string_view whole, const std::string& source) {
  const std::string_view text = trimmed(whole);
  if (text.starts_with('{') || text.starts_with('[') || q.out.container == name(container_kind::json_text)) {
    auto document = read_json(whole, bounds, source);
    if (!document) return std::move(document).why();
    q.valid("parse", say::parsed, {q.out.container, "JSON"}, {{"container", q.out.container}});
    return check_document(q, *document, source);
  }
  if (read_web_address(text)) return check_reference(q, std::string(text));
  q.valid("parse", say::parsed, {q.out.container, "JWS"}, {{"container", q.out.container}});
  return check_token(q, text, source);
}

}  // namespace

bool decides(const check& c) { return !c.noted; }

verdict overall_of(const std::vector<check>& checks) {
  verdict out = verdict::valid;
  for (const check& c : checks) {
    if (!decides(c)) continue;
    if (c.result == verdict::invalid) return verdict::invalid;
    if (c.result == verdict::indeterminate) out = verdict::indeterminate;
  }
  return out;
}

std::string_view name(key_binding b) {
  switch (b) {
    case key_binding::anchored: return "anchored";
    case key_binding::self_asserted: return "self-asserted";
    case key_binding::unanchored: return "unanchored";
    case key_binding::none: break;
  }
  return "none";
}

result<verification> verify_credential(std::string_view bytes, std::string source, const verify_options& options,
                                       const context& with) {
  if (auto wrong = refusal_of(options)) return *std::move(wrong);
  if (!with.progress.at(0, 1)) return progress_sink::cancelled();
  if (bytes.size() > limits::credential_bytes)
    return fail(failure::limit, say::input_too_big,
                {std::to_string(bytes.size()), std::to_string(limits::credential_bytes)}, {source, {}, 0, 0});
  unbaked found;
  std::string_view text = bytes;  // most often a text already, which is not copied
  if (!is_json_text(bytes)) {
    auto inside = unbake(bytes, source);
    if (!inside) return std::move(inside).why();
    found = *std::move(inside);
    text = found.text;
  }
  verification out;
  out.source = std::move(source);
  out.sha256 = sha256_hex(bytes);
  out.container = name(found.container);
  reading_budget budget;
  const inquiry q{options, options.at.value_or(with.now), out, bytes, with, budget};
  auto done = check_text(q, text, out.source);
  if (!done) return std::move(done).why();
  // What its issuer's site serves needs no key; the key of a signed 2.0 assertion is valid only when anchored.
  const char* proving = out.subject.proof == proof_form::hosted ? "hosted" : "key";
  if (out.binding == key_binding::none && out.subject.version != badge_version::ob_3_0 &&
      std::any_of(out.checks.begin(), out.checks.end(),
                  [&](const check& c) { return decides(c) && c.name == proving && c.result == verdict::valid; }))
    out.binding = key_binding::anchored;
  check_trust(q);
  out.overall = overall_of(out.checks);
  if (!with.progress.at(1, 1)) return progress_sink::cancelled();
  return out;
}

}  // namespace activateur
