#include "badges/published_key.hpp"

#include <algorithm>

#include "badges/documents.hpp"
#include "badges/messages.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

std::string absolute(const std::string& id, const std::string& document_id) {
  return id.starts_with('#') ? document_id + id : id;
}

constexpr message no_material{"key.no_material",
                              "The key holds none of publicKeyJwk, publicKeyMultibase, publicKeyPem, publicKeyBase58.",
                              "La clé ne contient ni publicKeyJwk, ni publicKeyMultibase, ni publicKeyPem, ni "
                              "publicKeyBase58."};

bool is_material(const json& value) {
  for (const char* name : {"publicKeyJwk", "publicKeyMultibase", "publicKeyPem", "publicKeyBase58"}) {
    if (member(value, name) != nullptr) return true;
  }
  return false;
}

class collector {
 public:
  explicit collector(const json& document) : document_id_(id_of(&document)) {}

  void jwk(const json& key) { put({text_of(key, "kid"), {}, true, &key}); }
  void method(const json& entry, bool for_assertions) {
    put({absolute(id_of(&entry), document_id_), id_of(member(entry, "controller")), for_assertions, &entry});
  }
  [[nodiscard]] const std::string& document_id() const { return document_id_; }
  std::vector<published_key> take() { return std::move(keys_); }

 private:
  void put(published_key key) {
    if (keys_.size() < published_keys_max) keys_.push_back(std::move(key));
  }
  std::string document_id_;
  std::vector<published_key> keys_;
};

}  // namespace

std::vector<published_key> published_keys(const json& document) {
  if (!document.is_object()) return {};
  collector found(document);
  if (member(document, "kty") != nullptr) {
    found.jwk(document);
    return found.take();
  }
  for (const json* key : items_of(member(document, "keys"))) found.jwk(*key);
  if (const json* set = member(document, "jwks")) {
    for (const json* key : items_of(member(*set, "keys"))) found.jwk(*key);
  }
  const bool controller_document =
      member(document, "verificationMethod") != nullptr || found.document_id().starts_with("did:");
  std::vector<std::string> allowed;
  for (const json* entry : items_of(member(document, "assertionMethod"))) {
    if (entry->is_string())
      allowed.push_back(absolute(entry->get<std::string>(), found.document_id()));
    else
      found.method(*entry, true);
  }
  for (const char* list : {"verificationMethod", "publicKey"}) {
    for (const json* entry : items_of(member(document, list))) {
      if (!entry->is_object()) continue;
      found.method(*entry, !controller_document || contains(allowed, absolute(id_of(entry), found.document_id())));
    }
  }
  if (is_material(document)) found.method(document, true);
  return found.take();
}

result<public_key> read_published_key(const json& material) {
  if (const json* jwk = member(material, "publicKeyJwk")) return public_key::from_jwk(*jwk);
  if (const std::string key = text_of(material, "publicKeyMultibase"); !key.empty())
    return public_key::from_multikey(key);
  if (const std::string pem = text_of(material, "publicKeyPem"); !pem.empty()) return public_key::from_pem(pem);
  if (const std::string raw = text_of(material, "publicKeyBase58"); !raw.empty()) {
    const auto bytes = from_base58(raw);
    if (bytes) return public_key::from_ed25519(*bytes);
  }
  if (member(material, "kty") != nullptr) return public_key::from_jwk(material);
  return fail(failure::input, no_material);
}

std::optional<instant> withdrawn(const json& material, instant at) {
  std::optional<instant> out;
  for (const char* name : {"revoked", "expires"}) {
    const json* written = member(material, name);
    if (written == nullptr || *written == json(false)) continue;
    // What is no date withdraws it all the same.
    const auto since = std::optional(parse_date_or_time(text_of(material, name)).value_or(at));
    if (*since <= at && (!out || *since < *out)) out = since;
  }
  return out;
}

named_key key_named(const json& document, const std::string& document_url, const std::string& kid, instant at) {
  const auto refused = [](const message& m, std::vector<std::string> args) {
    return named_key{std::nullopt, verdict::invalid, sentence(m, std::move(args))};
  };
  const auto keys = published_keys(document);
  if (keys.empty()) return refused(say::key_unreadable, {document_url});
  const std::string fragment(fragment_of(kid));
  const auto matches = [&](const published_key& k) {
    return k.id == kid || (!fragment.empty() && k.id == fragment) || same_but_for_tls(k.id, kid);
  };
  auto found = std::find_if(keys.begin(), keys.end(), matches);
  // A URL without fragment names its document: enough when the document publishes one key.
  if (found == keys.end() && fragment.empty() && keys.size() == 1) found = keys.begin();
  if (found == keys.end()) return refused(say::key_not_listed, {document_url, kid});
  if (!found->for_assertions) return refused(say::key_not_for_assertions, {document_url, kid});
  const std::string document_id = id_of(&document);
  if (!found->controller.empty() && found->material != &document && found->controller != document_id)
    return refused(say::key_controller, {kid, found->controller, document_id});
  if (const auto since = withdrawn(*found->material, at)) return refused(say::key_over, {kid, to_date(*since)});
  auto key = read_published_key(*found->material);
  if (!key) return {std::nullopt, verdict_of(key.why()), key.why().what};
  std::string owner = document_id;
  // A key that stands alone names its owner; its id is its own.
  if (found->material == &document) {
    owner = id_of(member(document, "controller"));
    if (owner.empty()) owner = id_of(member(document, "owner"));
  }
  return {*std::move(key), verdict::valid, {}, std::move(owner)};
}

}  // namespace activateur
