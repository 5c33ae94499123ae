#include "badges/issuer_key.hpp"
#include "badges/proofs.hpp"
#include "badges/token.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

check proof_check(verdict result, const message& m, std::vector<std::string> args, json evidence) {
  return {"proof", result, sentence(m, std::move(args)), std::move(evidence)};
}

}  // namespace

secured judge_token(const inquiry& q, const jws& token, const std::string& issuer) {
  key_finding found = find_key(q, {token.key_id, token.key ? &*token.key : nullptr}, issuer);
  const std::string alg(jose_name(token.algorithm));
  json evidence{{"alg", alg}};
  if (!token.key_id.empty()) evidence["kid"] = token.key_id;
  secured out;
  if (!found.key)
    out.proof = proof_check(verdict::indeterminate, say::proof_no_key, {}, std::move(evidence));
  else if (!found.key->fits(token.algorithm))
    out.proof = proof_check(verdict::invalid, say::proof_algorithm, {alg}, std::move(evidence));
  else if (!found.key->verify(token.algorithm, as_octets(token.signed_part), token.signature))
    out.proof = proof_check(verdict::invalid, say::proof_wrong, {}, std::move(evidence));
  else
    out.proof = proof_check(verdict::valid, say::proof_good, {alg}, std::move(evidence));
  out.key = {"key", found.link, std::move(found.why), std::move(found.evidence)};
  out.binding = found.binding;
  return out;
}

secured refused(sentence why) {
  secured out;
  out.proof = {"proof", verdict::invalid, std::move(why), nullptr};
  out.key = {"key", verdict::indeterminate, sentence(say::key_not_examined), nullptr};
  return out;
}

secured refused(const error& why) {
  secured out = refused(why.what);
  out.proof.result = verdict_of(why);
  return out;
}

void add(const inquiry& q, secured found) {
  q.add(std::move(found.proof));
  q.add(std::move(found.key));
  q.out.binding = found.binding;
}

result<opened> open_credential(const inquiry& q, std::string_view text, const std::string& source) {
  const json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};
  text = trimmed(text);
  if (!looks_like_jws(text)) {
    auto document = read_json(text, bounds, source);
    if (!document) return std::move(document).why();
    if (!document->is_object()) return fail(failure::input, say::not_a_badge, {}, {source, {}, 0, 0});
    if (member(*document, "proof") == nullptr)
      return fail(failure::input, say::proof_missing, {}, {source, "/proof", 0, 0});
    secured by = judge_embedded(q, *document, id_of(member(*document, "issuer")));
    return opened{*std::move(document), std::move(by), nullptr};
  }
  const auto token = read_jws(text, true, source);
  if (!token) return token.why();
  auto payload = read_json(token->payload, bounds, source);
  if (!payload) return std::move(payload).why();
  if (!payload->is_object()) return fail(failure::input, say::not_a_badge, {}, {source, {}, 0, 0});
  json document = credential_of(*payload);
  secured by = judge_token(q, *token, id_of(member(document, "issuer")));
  return opened{std::move(document), std::move(by), *std::move(payload)};
}

}  // namespace activateur
