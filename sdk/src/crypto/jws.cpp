#include "crypto/jws.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

// A header holds a key at most: an 8192-bit RSA one is 1.4 kB.
constexpr json_limits header_limits{64U << 10U, 8, 1000};

struct parts {
  std::string_view header, payload, signature;
};

std::optional<parts> split(std::string_view compact) {
  if (std::count(compact.begin(), compact.end(), '.') != 2) return std::nullopt;
  const std::size_t first = compact.find('.');
  const std::size_t second = compact.find('.', first + 1);
  return parts{compact.substr(0, first), compact.substr(first + 1, second - first - 1), compact.substr(second + 1)};
}

bool starts_with_hs(std::string_view alg) {
  return alg.size() >= 2 && (alg[0] == 'H' || alg[0] == 'h') && (alg[1] == 'S' || alg[1] == 's');
}

bool says_none(std::string_view alg) {
  constexpr std::string_view none = "none";
  return std::equal(alg.begin(), alg.end(), none.begin(), none.end(), [](char a, char b) { return (a | 0x20) == b; });
}

// Fills what the header says into `out`, or says why it is refused.
std::optional<error> read_header(jws& out, bool strict, const std::string& source) {
  const json& header = out.header;
  const auto refuse = [&](failure kind, const message& what, std::vector<std::string> arguments,
                          const std::string& member) {
    return fail(kind, what, std::move(arguments), {source, "/" + member, 0, 0});
  };
  // RFC 7515 section 4.1.11: an extension that is not understood makes the JWS invalid, and none is.
  if (header.contains("crit")) return refuse(failure::denied, jws_crit, {}, "crit");
  if (header.contains("b64")) return refuse(failure::denied, jws_b64, {}, "b64");
  if (header.contains("zip")) return refuse(failure::denied, jws_zip, {}, "zip");
  const auto alg = header.find("alg");
  if (alg == header.end() || !alg->is_string()) return refuse(failure::input, jws_alg_missing, {}, "alg");
  const auto& alg_name = *alg->get_ptr<const std::string*>();
  const std::string shown = shortened(alg_name, 40);
  if (says_none(alg_name)) return refuse(failure::denied, jws_alg_none, {shown}, "alg");
  if (starts_with_hs(alg_name)) return refuse(failure::denied, jws_alg_hmac, {shown}, "alg");
  const auto algorithm = algorithm_from_jose(alg_name);
  if (!algorithm) return refuse(failure::unsupported, jws_alg_unknown, {shown}, "alg");
  out.algorithm = *algorithm;
  for (const char* name : {"kid", "typ", "cty"})
    if (const auto member = header.find(name); member != header.end() && !member->is_string())
      return refuse(failure::input, jws_member_type, {name, "a string", "une chaîne"}, name);
  out.key_id = header.value("kid", std::string{});
  if (const auto jwk = header.find("jwk"); jwk != header.end()) {
    if (!jwk->is_object()) return refuse(failure::input, jws_member_type, {"jwk", "an object", "un objet"}, "jwk");
    if (const std::string secret = private_member(*jwk); !secret.empty())
      return refuse(failure::denied, key_private, {secret}, "jwk/" + secret);
    out.key = *jwk;
  }
  if (strict) {
    constexpr std::array<std::string_view, 5> allowed = {"alg", "kid", "jwk", "typ", "cty"};
    for (const auto& [name, value] : header.items())
      if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
        return refuse(failure::input, jws_member, {shortened(name, 60)}, shortened(name, 60));
  }
  return std::nullopt;
}

}  // namespace

bool looks_like_jws(std::string_view text) {
  const auto three = split(text);
  if (!three || three->header.empty()) return false;
  const auto in_alphabet = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.';
  };
  if (!std::all_of(text.begin(), text.end(), in_alphabet)) return false;
  const auto header = from_base64url(three->header);
  if (!header) return false;
  const std::string_view object = trimmed(as_text(*header));
  return object.starts_with('{') && object.ends_with('}');
}

result<jws> read_jws(std::string_view compact, bool strict_header, const std::string& source) {
  const location where{source, {}, 0, 0};
  if (compact.size() > limits::jws_bytes)
    return fail(failure::limit, jws_size, {std::to_string(compact.size()), std::to_string(limits::jws_bytes)}, where);
  const auto three = split(compact);
  if (!three)
    return fail(failure::input, jws_parts, {std::to_string(std::count(compact.begin(), compact.end(), '.') + 1)},
                where);
  const auto header = from_base64url(three->header);
  if (!header) return fail(failure::input, jws_base64url, {"header", "« en-tête »"}, where);
  const auto payload = from_base64url(three->payload);
  if (!payload) return fail(failure::input, jws_base64url, {"payload", "« contenu »"}, where);
  auto signature = from_base64url(three->signature);
  if (!signature) return fail(failure::input, jws_base64url, {"signature", "« signature »"}, where);

  auto object = read_json(as_text(*header), header_limits, source);
  if (!object) return std::move(object).why();
  if (!object->is_object()) return fail(failure::input, jws_header, {}, where);
  jws out;
  out.header = std::move(*object);
  if (auto refused = read_header(out, strict_header, source)) return std::move(*refused);
  out.payload = as_text(*payload);
  out.signed_part = compact.substr(0, compact.size() - three->signature.size() - 1);
  out.signature = std::move(*signature);
  return out;
}

result<std::string> make_jws(json header, std::string_view payload, const private_key& key, signature_algorithm a) {
  if (!header.is_object()) return fail(failure::usage, jws_header);
  header["alg"] = jose_name(a);
  jws checked;
  checked.header = header;
  if (auto refused = read_header(checked, false, {})) return std::move(*refused);
  std::string text = to_base64url(as_octets(write_json(header))) + '.' + to_base64url(as_octets(payload));
  const auto signature = key.sign(a, as_octets(text));
  if (!signature) return signature.why();
  text += '.' + to_base64url(*signature);
  if (text.size() > limits::jws_bytes)
    return fail(failure::limit, jws_size, {std::to_string(text.size()), std::to_string(limits::jws_bytes)});
  return text;
}

}  // namespace activateur
