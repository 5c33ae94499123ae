#include "store/nir.hpp"

#include "badges/baking.hpp"
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "recognition/person_id.hpp"
#include "store/messages.hpp"

namespace activateur {
namespace {

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("urn:") || text.starts_with("did:") ||
         text.starts_with("data:");
}

// The pointer of the first that holds one.
std::optional<std::string> find_nir(const json& value, bool addresses_too, const std::string& pointer) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return (addresses_too || !is_address(text)) && holds_nir(text) ? std::optional(pointer) : std::nullopt;
  }
  if (value.is_number())
    return value.is_number_integer() && holds_nir(value.dump()) ? std::optional(pointer) : std::nullopt;
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

// The payload of a compact JWS; the text itself otherwise.
std::string payload_of(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos || text.find('{') < first) return std::string(text);
  const auto bytes = from_base64url(text.substr(first + 1, second - first - 1));
  return bytes ? std::string(as_text(*bytes)) : std::string(text);
}

}  // namespace

result<void> refuse_nir(const json& document) { return verdict_of(find_nir(document, true, {})); }

result<void> refuse_nir(std::string_view text) {
  return verdict_of(holds_nir(text) ? std::optional(std::string{}) : std::nullopt);
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
