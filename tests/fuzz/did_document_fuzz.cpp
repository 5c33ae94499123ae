// Any JSON as a document that publishes keys, any text as a DID: keys that can be told again, addresses of the web.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "badges/did.hpp"
#include "badges/published_key.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void read_identifier(std::string_view text) {
  const auto did = read_did_url(text);
  if (!did) return;
  require(did->did == "did:" + did->method + ':' + did->id);
  require(did->did + (did->fragment.empty() ? "" : '#' + did->fragment) == text);
  if (did->method != "web") return;
  const auto address = address_of_did_web(*did);
  if (!address) return;
  const auto web = read_web_address(*address);
  require(web.has_value() && web->secure());
}

void read_document(const json& document) {
  const instant now = *parse_date_time("2026-11-24T12:00:00Z");
  const auto keys = published_keys(document);
  require(keys.size() <= published_keys_max);
  std::string asked = "#key";
  for (const published_key& k : keys) {
    require(k.material != nullptr);
    const auto key = read_published_key(*k.material);
    if (!key) require(!key.why().text(language::fr).empty() && !key.why().text(language::en).empty());
    if (const auto since = withdrawn(*k.material, now)) require(*since <= now);
    asked = k.id;
  }
  for (const std::string& id : {asked, std::string("https://example.org/keys#1")}) {
    const named_key named = key_named(document, "https://example.org/keys", id, now);
    if (!named.key) require(named.found != verdict::valid && !named.why.text(language::fr).empty());
  }
}

void run(std::string_view bytes) {
  read_identifier(bytes);
  const auto document = read_json(bytes, {1U << 16U, 32, 5'000});
  if (document) read_document(*document);
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
