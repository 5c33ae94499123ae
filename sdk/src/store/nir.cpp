#include "store/nir.hpp"

#include <algorithm>
#include <cmath>

#include "badges/baking.hpp"
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "recognition/person_id.hpp"
#include "store/messages.hpp"

namespace activateur {
namespace {

// The text without the addresses in it, to their white space: digits in them mean nothing. What has a name of its own,
// urn:nir:, is read like the rest.
std::string without_addresses(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::string out;
  while (!text.empty()) {
    const auto size = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), blank) - text.begin());
    std::string_view word = text.substr(0, size);
    if (word.starts_with("did:") || word.starts_with("data:")) word = {};
    if (auto scheme = word.find("://"); scheme != std::string_view::npos) {
      while (scheme > 0 && letter(word[scheme - 1])) --scheme;
      word = word.substr(0, scheme);
    }
    out.append(word).append(word.size() < size ? "|" : "").append(text.substr(size, 1));
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return out;
}

// The digits of a whole number, however it is written (1.850578006084e12); of another, nothing.
std::string whole_number(const json& value) {
  constexpr double beyond = 1e15;
  if (value.is_number_integer()) return value.dump();
  const double number = value.get<double>();
  if (number < 0 || number >= beyond || number != std::floor(number)) return {};
  return std::to_string(static_cast<std::int64_t>(number));
}

// The payload of a compact JWS; the text itself otherwise.
std::string payload_of(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos || text.find('{') < first) return std::string(text);
  const auto bytes = from_base64url(text.substr(first + 1, second - first - 1));
  return bytes ? std::string(as_text(*bytes)) : std::string(text);
}

// What a token says that stands in a document as text (Comprehensive Learner Record 2.0, enveloped credentials).
std::optional<json> claims_in(std::string_view text) {
  constexpr std::string_view envelope = "data:application/vc+jwt,";
  if (text.starts_with(envelope)) text.remove_prefix(envelope.size());
  if (!text.starts_with('e')) return std::nullopt;  // as every "{" in base64url does
  auto claims = read_json(payload_of(text));
  return claims && claims->is_object() ? std::optional(*std::move(claims)) : std::nullopt;
}

// The pointer of the first that holds one.
std::optional<std::string> find_nir(const json& value, bool addresses_too, const std::string& pointer) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (holds_nir(text) && (addresses_too || holds_nir(without_addresses(text)))) return pointer;
    const auto claims = claims_in(text);  // a token inside a token is shorter
    return claims && find_nir(*claims, addresses_too, {}) ? std::optional(pointer) : std::nullopt;
  }
  if (value.is_number()) return holds_nir(whole_number(value)) ? std::optional(pointer) : std::nullopt;
  if (!value.is_structured()) return std::nullopt;
  std::size_t at = 0;
  for (const auto& [name, child] : value.items()) {
    // A member that is named by a number is told by its place: its name would repeat the number.
    if (value.is_object() && holds_nir(name)) return pointer + "/" + std::to_string(at);
    if (auto found = find_nir(child, addresses_too, pointer + "/" + shortened(name, 64))) return found;
    ++at;
  }
  return std::nullopt;
}

result<void> verdict_of(const std::optional<std::string>& found) {
  if (found) return fail(failure::input, store_messages::nir, {}, {{}, *found, 0, 0});
  return {};
}

}  // namespace

result<void> refuse_nir(const json& document) { return verdict_of(find_nir(document, true, {})); }

result<void> refuse_nir(std::string_view text) {
  return verdict_of(holds_nir(text) ? std::optional(std::string{}) : std::nullopt);
}

std::string told(std::string_view argument) {
  constexpr std::size_t most = 64;  // bytes
  return holds_nir(argument) ? "..." : shortened(argument, most);
}

result<void> refuse_nir_in_credential(std::string_view bytes) {
  const result<unbaked> found = unbake(bytes);
  if (!found) return {};  // no credential: what reads it next says so
  const std::string text = payload_of(trimmed(found->text));
  const result<json> document = read_json(text);
  if (!document) return {};
  return verdict_of(find_nir(*document, false, {}));
}

}  // namespace activateur
