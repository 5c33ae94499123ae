// Reading the members of JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037).
#include <set>

#include "base/text.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

location at_member(const char* name) { return {{}, std::string("/") + name, 0, 0}; }

// A pointer into the document: the text may be secret, and is not copied.
result<const std::string*> text_member(const json& jwk, const char* name) {
  if (const auto member = jwk.find(name); member != jwk.end() && member->is_string())
    return member->get_ptr<const std::string*>();
  return fail(failure::input, key_member, {name}, at_member(name));
}

// RFC 7517 section 4.2 and 4.3.
std::optional<error> wrong_purpose(const json& jwk, const char* operation) {
  if (const auto use = jwk.find("use"); use != jwk.end() && *use != "sig")
    return fail(failure::denied, key_use, {use->is_string() ? use->get<std::string>() : "?"}, at_member("use"));
  const auto operations = jwk.find("key_ops");
  if (operations == jwk.end()) return std::nullopt;
  std::set<std::string> named;
  bool sound = operations->is_array();
  if (sound)
    for (const json& name : *operations)
      sound = sound && name.is_string() && named.insert(name.get<std::string>()).second;
  if (!sound || !named.contains(operation))
    return fail(failure::denied, key_operations, {operation}, at_member("key_ops"));
  return std::nullopt;
}

}  // namespace

std::string private_member(const json& jwk) {
  if (jwk.is_object())
    for (const char* name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
      if (jwk.contains(name)) return name;
  return {};
}

result<jwk_outline> read_jwk_outline(const json& jwk, const char* operation) {
  if (!jwk.is_object()) return fail(failure::input, key_object);
  const auto kty = text_member(jwk, "kty");
  if (!kty) return kty.why();
  if (**kty == "oct") return fail(failure::denied, key_symmetric, {}, at_member("kty"));
  jwk_outline out;
  if (**kty == "RSA") {
    out.type = key_type::rsa;
  } else if (**kty == "OKP" || **kty == "EC") {
    const auto crv = text_member(jwk, "crv");
    if (!crv) return crv.why();
    if (**kty == "OKP" && **crv == "Ed25519") {
      out.type = key_type::ed25519;
    } else if (**kty == "EC" && **crv == "P-256") {
      out.type = key_type::p256;
    } else if (**kty == "EC" && **crv == "P-384") {
      out.type = key_type::p384;
    } else {
      return fail(failure::unsupported, key_type_unknown, {shortened(**kty + " " + **crv, 40)}, at_member("crv"));
    }
  } else {
    return fail(failure::unsupported, key_type_unknown, {shortened(**kty, 40)}, at_member("kty"));
  }
  if (auto wrong = wrong_purpose(jwk, operation)) return std::move(*wrong);
  if (const auto alg = jwk.find("alg"); alg != jwk.end()) {
    const std::string written = alg->is_string() ? alg->get<std::string>() : std::string("?");
    out.only = algorithm_from_jose(written);
    if (!out.only || !type_allows(out.type, *out.only))
      return fail(failure::denied, key_algorithm, {shortened(written, 40)}, at_member("alg"));
  }
  return out;
}

result<octets> jwk_octets(const json& jwk, const char* name, std::size_t size) {
  const auto text = text_member(jwk, name);
  if (!text) return text.why();
  auto bytes = from_base64url(**text);
  if (!bytes) return fail(failure::input, key_encoding, {name}, at_member(name));
  if (size != 0 && bytes->size() != size)
    return fail(failure::input, key_length, {name, std::to_string(bytes->size()), std::to_string(size)},
                at_member(name));
  return std::move(*bytes);
}

result<octets> jwk_number(const json& jwk, const char* name) {
  auto bytes = jwk_octets(jwk, name, 0);
  if (bytes && (bytes->empty() || bytes->front() == 0))
    return fail(failure::input, key_leading_zero, {name}, at_member(name));
  return bytes;
}

}  // namespace activateur
