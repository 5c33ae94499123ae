// Where a test puts a plugin together: a folder, a signing key, a manifest as its author would write it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "plugins/plugin_host.hpp"
#include "shared_data.hpp"

namespace activateur::test {

// The key is made for the run: no private key is kept with the project.
inline private_key new_key() {
  auto key = private_key::generate(key_type::ed25519);
  EXPECT_TRUE(key.ok());
  return *std::move(key);
}

inline std::string test_plugin(const std::string& name) { return std::string(TEST_PLUGINS) + '/' + name + ".so"; }

template <class T>
std::string code_of(const result<T>& r) {
  return r ? "ok" : std::string(r.why().what.code());
}

class workshop {
 public:
  workshop() { ::setenv("ACTIVATEUR_TEST_TRACE", (folder_ / "trace").c_str(), 1); }
  ~workshop() { ::unsetenv("ACTIVATEUR_TEST_TRACE"); }
  workshop(const workshop&) = delete;
  workshop& operator=(const workshop&) = delete;

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  std::string write(const std::string& name, std::string_view bytes) const { return folder_.write(name, bytes); }
  [[nodiscard]] const private_key& key() const { return key_; }
  [[nodiscard]] std::string public_key_text() const { return key_.public_part().multikey(); }
  // What ran of the plugins of misbehaving.cpp so far.
  [[nodiscard]] std::string trace() const { return slurp(folder_ / "trace"); }

  // Puts a copy of `library` and an unsigned manifest into the folder; `changes` replace its members. Gives the
  // manifest's path.
  [[nodiscard]] std::string unsigned_plugin(const std::string& library, const json& changes = json::object()) const {
    std::filesystem::copy_file(library, folder_ / "plugin.so", std::filesystem::copy_options::overwrite_existing);
    json manifest{{"schema", "activateur/plugin-manifest/1"},
                  {"id", "org.example.plugin"},
                  {"version", "1.0.0"},
                  {"file", "plugin.so"},
                  {"abi_min", 1},
                  {"abi_max", 1},
                  {"extensions", {"activateur.rules/1"}},
                  {"permissions", json::array()}};
    manifest.update(changes);
    return write("plugin.plugin.json", manifest.dump(2));
  }

  [[nodiscard]] std::string signed_plugin(const std::string& library, const json& changes = json::object()) const {
    const std::string manifest = unsigned_plugin(library, changes);
    EXPECT_EQ(code_of(sign_manifest(manifest, key_)), "ok");
    return manifest;
  }

  // Changes one member of a manifest that is already signed.
  void alter(const std::string& manifest, const std::string& member, const json& value) const {
    json document = json::parse(slurp(manifest));
    document[member] = value;
    std::ofstream(manifest) << document.dump(2);
  }

 private:
  scratch_directory folder_;
  private_key key_ = new_key();
};

// A case that the plugins of misbehaving.cpp understand: the opportunity's id says which outcome is wanted.
struct asking {
  explicit asking(std::string id, double cost_euros = 100) {
    what.id = std::move(id);
    what.kind = "training";
    what.cost_euros = cost_euros;
  }
  asking(const asking&) = delete;
  asking& operator=(const asking&) = delete;
  [[nodiscard]] rule_case question() const { return {&what, &conditions, instant{1'795'000'000'000}}; }

  opportunity what;
  std::vector<std::string> conditions;
};

}  // namespace activateur::test
