#include "plugins/plugin_host.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "activateur/plugin.h"
#include "crypto/digest.hpp"
#include "plugins/loaded_plugin.hpp"
#include "plugins/messages.hpp"
#include "plugins/rules.hpp"
#include "plugins/sealed_file.hpp"
#include "plugins/text_reading.hpp"

namespace activateur {
namespace {

namespace says = plugin_messages;

// A manifest that is trusted, and the very bytes it vouches for.
struct verified {
  plugin_manifest manifest;
  std::string path;  // of the library
  sealed_file file;
};

std::string levels(const plugin_manifest& m) {
  return m.abi_min == m.abi_max ? std::to_string(m.abi_min)
                                : std::to_string(m.abi_min) + "-" + std::to_string(m.abi_max);
}

// In this order, so that nothing that is not signed by a trusted key is looked at any further: trust, signature of
// the manifest, what the manifest asks for, digest of the file.
result<verified> verify(const std::string& manifest_path, const std::map<std::string, public_key>& trusted) {
  const location where{manifest_path, {}, 0, 0};
  auto manifest = read_manifest(manifest_path);
  if (!manifest) return manifest.why();
  if (manifest->sha256.empty() || manifest->key.empty() || manifest->signature.empty())
    return fail(failure::denied, says::not_signed, {manifest->id}, where);
  const auto key = trusted.find(manifest->key);
  if (key == trusted.end()) return fail(failure::denied, says::untrusted, {manifest->id, manifest->key}, where);
  const auto signature = from_base64url(manifest->signature);
  if (!signature || !key->second.verify(signature_algorithm::eddsa, as_octets(signed_bytes(*manifest)), *signature))
    return fail(failure::denied, says::altered, {manifest_path}, where);
  if (manifest->abi_min > ADP_PLUGIN_ABI_LEVEL)
    return fail(failure::abi, says::wrong_abi, {manifest->id, levels(*manifest), std::to_string(ADP_PLUGIN_ABI_LEVEL)},
                where);
  // Level 1 gives a plugin nothing to reach outside with, so there is nothing that a permission could open.
  if (!manifest->permissions.empty())
    return fail(failure::denied, says::permission, {manifest->id, manifest->permissions.front()}, where);

  std::string path = (std::filesystem::path(manifest_path).parent_path() / manifest->file).string();
  auto file = sealed_file::read(path, manifest->id, limits::plugin_bytes);
  if (!file) return file.why();
  if (to_hex(sha256(file->bytes())) != manifest->sha256)
    return fail(failure::denied, says::altered, {path}, {path, {}, 0, 0});
  return verified{*std::move(manifest), std::move(path), *std::move(file)};
}

// Keeps the library mapped, also beyond its host.
text_source reader_of(const std::shared_ptr<loaded_plugin>& plugin) {
  return {plugin->info().id, plugin->info().version,
          [plugin](const text_question& about) { return ask_text(*plugin, about); }};
}

}  // namespace

struct plugin_host::state {
  mutable std::mutex lock;
  std::map<std::string, public_key> trusted;                      // by multikey
  std::map<std::string, std::shared_ptr<loaded_plugin>> plugins;  // by id
};

plugin_host::plugin_host() : state_(std::make_shared<state>()) {}
plugin_host::~plugin_host() = default;

result<void> plugin_host::trust(const std::string& key) {
  auto parsed = public_key::from_multikey(key);
  if (!parsed || parsed->type() != key_type::ed25519) return fail(failure::input, says::bad_key);
  const std::scoped_lock hold(state_->lock);
  std::string name = parsed->multikey();
  state_->trusted.emplace(std::move(name), *std::move(parsed));
  return {};
}

result<plugin_manifest> plugin_host::check(const std::string& manifest_path) const {
  const std::scoped_lock hold(state_->lock);
  auto found = verify(manifest_path, state_->trusted);
  if (!found) return found.why();
  return std::move(found->manifest);
}

result<plugin_info> plugin_host::load(const std::string& manifest_path) {
  const std::scoped_lock hold(state_->lock);
  auto found = verify(manifest_path, state_->trusted);
  if (!found) return found.why();
  const auto present = state_->plugins.find(found->manifest.id);
  if (present != state_->plugins.end() && !present->second->refused())
    return fail(failure::usage, says::twice, {found->manifest.id}, {manifest_path, {}, 0, 0});
  auto plugin = loaded_plugin::start(found->manifest, found->path, found->file);
  if (!plugin) return plugin.why();
  state_->plugins[found->manifest.id] = *plugin;
  return (*plugin)->info();
}

std::vector<plugin_info> plugin_host::list() const {
  const std::scoped_lock hold(state_->lock);
  std::vector<plugin_info> out;
  for (const auto& [id, plugin] : state_->plugins)
    if (!plugin->refused()) out.push_back(plugin->info());
  return out;
}

result<rule_provider> plugin_host::rules(const std::string& id) const {
  const std::scoped_lock hold(state_->lock);
  const auto found = state_->plugins.find(id);
  if (found == state_->plugins.end()) return fail(failure::not_found, says::not_loaded_rules, {id});
  // The provider keeps the library mapped, also beyond this host.
  const std::shared_ptr<loaded_plugin> plugin = found->second;
  if (plugin->refused()) return plugin->refusal();
  if (plugin->rules() == nullptr) return fail(failure::not_found, says::no_rules, {id});
  return rule_provider([plugin](const rule_case& about, language lang) { return ask_rules(*plugin, about, lang); });
}

result<text_source> plugin_host::text(const std::string& id) const {
  const std::scoped_lock hold(state_->lock);
  const auto found = state_->plugins.find(id);
  if (found == state_->plugins.end()) return fail(failure::not_found, says::not_loaded, {id});
  if (found->second->text_reader() == nullptr) return fail(failure::not_found, says::no_text_reader, {id});
  return reader_of(found->second);
}

std::vector<text_source> plugin_host::texts() const {
  const std::scoped_lock hold(state_->lock);
  std::vector<text_source> out;
  for (const auto& [id, plugin] : state_->plugins)
    if (plugin->text_reader() != nullptr) out.push_back(reader_of(plugin));
  return out;
}

}  // namespace activateur
