#include "plugin.hpp"

#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "library.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct plugin_arguments {
  std::vector<std::string> manifests, trusted;
  std::string manifest, key;
};

exit_code sign(const console& to, const plugin_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const std::string key = read_file(to, asked.key);
  with.sign_plugin(asked.manifest, key);
  const json facts = json::parse(with.public_key(key).json());
  if (to.as_json)
    to.print_json(
        json{{"schema", "activateur/signed/1"}, {"manifest", asked.manifest}, {"key", facts.at("multikey")}}.dump());
  else
    to.print(to.say("Signé par ", "Signed by ") + facts.at("multikey").get<std::string>());
  return done;
}

exit_code check(const console& to, const plugin_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  load_plugins(to, with, {}, asked.trusted);
  try {
    const auto info = with.check_plugin(asked.manifest);
    const auto loaded = with.load_plugin(asked.manifest);
    if (to.as_json)
      to.print_json(loaded.json());
    else
      to.print(std::string(*info.text("/id")) + " " + std::string(*info.text("/version")) +
               to.say(" : signé, intact, chargé sans faute", ": signed, intact, loads without fault"));
    return done;
  } catch (const activateur::error& e) {
    // Refusing a plugin is an answer of this command; not finding it is not.
    if (e.status() == ADP_E_NOT_FOUND || e.status() == ADP_E_IO) throw;
    if (to.as_json)
      to.print_json(json{{"schema", "activateur/plugin-refusal/1"}, {"code", e.code()}, {"message", e.what()}}.dump());
    else
      to.print(e.what());
    return negative;
  }
}

// The first member of a manifest that is not what the list shows of it; empty: none.
std::string fault_of(const json& manifest) {
  if (!manifest.is_object()) return "JSON";
  for (const char* text : {"id", "version"})
    if (!manifest.contains(text) || !manifest[text].is_string() || manifest[text].get_ref<const std::string&>().empty())
      return text;
  const json extensions = manifest.value("extensions", json::array());
  const bool texts = extensions.is_array() &&
                     std::all_of(extensions.begin(), extensions.end(), [](const json& e) { return e.is_string(); });
  return texts ? "" : "extensions";
}

exit_code list(const console& to, const plugin_arguments& /*asked*/) {
  json all = json::array();
  std::vector<fs::path> manifests;
  for (const auto& entry : fs::directory_iterator(plugin_directory(to)))
    if (entry.path().string().ends_with(".plugin.json")) manifests.push_back(entry.path());
  std::sort(manifests.begin(), manifests.end());
  for (const auto& path : manifests) {
    const json m = json::parse(read_file(to, path.string()), nullptr, false);
    if (const std::string wrong = fault_of(m); !wrong.empty()) {
      to.note(
          path.string() +
          to.say(" : laissé de côté, ce n'est pas le manifeste d'un plugin (" + wrong + "). Corrigez-le ou retirez-le.",
                 ": left aside, it is no plugin's manifest (" + wrong + "). Correct or remove it."));
      continue;
    }
    all.push_back({{"id", m.at("id")},
                   {"version", m.at("version")},
                   {"manifest", path.string()},
                   {"signed", m.contains("signature")},
                   {"extensions", m.value("extensions", json::array())}});
  }
  if (to.as_json) {
    to.print_json(json{{"schema", "activateur/plugins/1"}, {"plugins", all}}.dump());
    return done;
  }
  for (const json& one : all)
    to.print(column(one.at("id"), 28) + " " + padded(one.at("version"), 8) + " " +
             (one.at("signed").get<bool>() ? to.say("signé    ", "signed   ") : to.say("non signé", "unsigned ")) +
             " " + one.at("manifest").get<std::string>());
  return done;
}

}  // namespace

void load_plugins(const console& to, const activateur::session& with, const std::vector<std::string>& manifests,
                  const std::vector<std::string>& trusted) {
  for (const std::string& key : trusted) {
    std::error_code problem;
    if (!fs::is_regular_file(key, problem)) {
      if (!key.starts_with('z'))
        throw failure(key + to.say(" : ni fichier de clé, ni clé z6Mk…", ": neither a key file nor a key z6Mk..."));
      with.trust_plugins(key);
      continue;
    }
    const auto open = with.public_key(read_file(to, key));
    with.trust_plugins(open.text("/multikey").value_or(""));
  }
  for (const std::string& manifest : manifests) static_cast<void>(with.load_plugin(manifest));
}

void add_plugin(CLI::App& app, console& to, chosen_command& chosen) {
  auto* group = app.add_subcommand("plugin", "Plugins: list, check, sign");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = group->add_subcommand(name, about);
    auto asked = std::make_shared<plugin_arguments>();
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    return std::pair{command, asked};
  };
  add("list", "The plugins that come with Activateur", list);
  {
    const auto [command, asked] = add("check", "Check a plugin's signature, then load it", check);
    command->add_option("manifest", asked->manifest, "The .plugin.json file")->required();
    command->add_option("--trust", asked->trusted, "Key it must be signed with: z6Mk..., or a key file")->required();
  }
  {
    const auto [command, asked] =
        add("sign", "Sign a plugin: writes digest, key and signature into its manifest", sign);
    command->add_option("manifest", asked->manifest, "The .plugin.json file")->required();
    command->add_option("--key", asked->key, "Ed25519 private key file (keygen)")->required();
  }
}

}  // namespace cli
