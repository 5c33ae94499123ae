// Loading plugins at run time: manifest, signature, negotiation, calls that cannot bring the host down.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "crypto/key.hpp"
#include "frameworks/text_source.hpp"
#include "territory/territory.hpp"

namespace activateur {

// The JSON file beside a plugin (`<name>.plugin.json`, docs/schemas/plugin-manifest.json).
struct plugin_manifest {
  std::string id, version, file;  // `file` is relative to the manifest, in the same directory
  std::uint32_t abi_min = 0, abi_max = 0;
  std::string sha256;                    // hex, of the file
  std::vector<std::string> extensions;   // ids
  std::vector<std::string> permissions;  // what it may do; none is granted that is not listed
  std::string key;                       // Ed25519 public key, multikey form
  std::string signature;                 // base64url, see signed_bytes
};

result<plugin_manifest> read_manifest(const std::string& path);
// What the signature covers: the canonical manifest without `signature`, so also the file's digest.
std::string signed_bytes(const plugin_manifest& m);
// Writes the manifest's sha256, key and signature for the file it names.
result<void> sign_manifest(const std::string& path, const private_key& key);

struct plugin_info {
  std::string id, version, path;
  std::uint32_t abi_level = 0;
  std::vector<std::string> extensions;
};

// Holds loaded plugins; one a session of work with the territory's rules. [thread-safe]: calls into one plugin are
// made one at a time.
class plugin_host {
 public:
  plugin_host();
  ~plugin_host();
  plugin_host(const plugin_host&) = delete;
  plugin_host& operator=(const plugin_host&) = delete;

  // Plugins are accepted from the holders of these Ed25519 keys alone (multikey form).
  result<void> trust(const std::string& key);
  // Everything load() does but running the plugin: manifest, digest, signature, trust.
  result<plugin_manifest> check(const std::string& manifest_path) const;
  // Loads the plugin of a manifest. Loading the same id twice is refused.
  result<plugin_info> load(const std::string& manifest_path);
  [[nodiscard]] std::vector<plugin_info> list() const;
  // The rules of a loaded plugin that offers "activateur.rules/1".
  [[nodiscard]] result<rule_provider> rules(const std::string& id) const;
  // The reader of texts of a loaded plugin that offers "activateur.text/1", named by the plugin's id and version. One
  // that threw fails each time it is asked.
  [[nodiscard]] result<text_source> text(const std::string& id) const;
  // All of them, by id.
  [[nodiscard]] std::vector<text_source> texts() const;

 private:
  struct state;
  std::shared_ptr<state> state_;
};

}  // namespace activateur
