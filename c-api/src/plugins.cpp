#include "activateur/plugins.h"

#include "base/file.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

json to_document(const plugin_info& info) {
  return {{"schema", "activateur/plugin/1"}, {"id", info.id},
          {"version", info.version},         {"path", info.path},
          {"abi_level", info.abi_level},     {"extensions", info.extensions}};
}

json to_document(const plugin_manifest& m, std::string_view path) {
  return {{"schema", "activateur/plugin/1"},
          {"id", m.id},
          {"version", m.version},
          {"path", path},
          {"abi_min", m.abi_min},
          {"abi_max", m.abi_max},
          {"extensions", m.extensions},
          {"sha256", m.sha256},
          {"key", m.key}};
}

}  // namespace

adp_status adp_plugins_trust(adp_session* session, adp_str key) {
  return guarded(session, [&]() -> adp_status {
    std::string_view given;
    if (!read(key, given) || given.empty()) return misuse(session, "key is NULL or empty");
    const result<void> trusted = session->core->plugins().trust(std::string(given));
    return trusted ? ADP_OK : record(*session, trusted.why());
  });
}

adp_status adp_plugins_check(adp_session* session, adp_str manifest_path, adp_document** info) {
  if (info != nullptr) *info = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view path;
    if (info == nullptr || !read_path(manifest_path, path)) return misuse(session, "manifest_path or info is NULL");
    const result<plugin_manifest> checked = session->core->plugins().check(std::string(path));
    if (!checked) return record(*session, checked.why());
    return give_document(*session, to_document(*checked, path), info);
  });
}

adp_status adp_plugins_load(adp_session* session, adp_str manifest_path, adp_document** info) {
  if (info != nullptr) *info = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view path;
    if (info == nullptr || !read_path(manifest_path, path)) return misuse(session, "manifest_path or info is NULL");
    const result<plugin_info> loaded = session->core->plugins().load(std::string(path));
    if (!loaded) return record(*session, loaded.why());
    return give_document(*session, to_document(*loaded), info);
  });
}

adp_status adp_plugins_list(adp_session* session, adp_document** list) {
  if (list != nullptr) *list = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (list == nullptr) return misuse(session, "list is NULL");
    json plugins = json::array();
    for (const plugin_info& info : session->core->plugins().list()) plugins.push_back(to_document(info));
    return give_document(*session, json{{"schema", "activateur/plugins/1"}, {"plugins", std::move(plugins)}}, list);
  });
}

adp_status adp_plugins_sign(adp_session* session, adp_str manifest_path, adp_str private_jwk) {
  return guarded(session, [&]() -> adp_status {
    std::string_view path, jwk;
    if (!read_path(manifest_path, path) || !read(private_jwk, jwk))
      return misuse(session, "manifest_path or private_jwk is NULL");
    const result<json> read_key = read_json(jwk, {}, "JWK");
    if (!read_key) return record(*session, read_key.why());
    const result<private_key> key = private_key::from_jwk(*read_key);
    if (!key) return record(*session, key.why());
    const result<void> signed_now = sign_manifest(std::string(path), *key);
    return signed_now ? ADP_OK : record(*session, signed_now.why());
  });
}
