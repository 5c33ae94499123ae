// What does not load, with its code, and that the host goes on afterwards.
#include <atomic>
#include <thread>

#include "workshop.hpp"

namespace activateur::test {
namespace {

// Loads the misbehaving plugin, then a good one into the same host.
class Refusal : public testing::Test {
 protected:
  Refusal() { EXPECT_EQ(code_of(host.trust(in.public_key_text())), "ok"); }

  std::string code(const std::string& manifest) {
    const auto tried = host.load(manifest);
    if (!tried) {
      EXPECT_NE(tried.why().text(language::fr), tried.why().text(language::en));
      EXPECT_EQ(tried.why().text(language::fr).find('{'), std::string::npos) << tried.why().text(language::fr);
      EXPECT_EQ(tried.why().text(language::en).find('{'), std::string::npos) << tried.why().text(language::en);
    }
    EXPECT_EQ(code_of(host.rules("org.example.plugin")), tried ? "ok" : "plugin.not_found");
    return code_of(tried);
  }
  std::string code_of_plugin(const std::string& name, const json& changes = json::object()) {
    return code(in.signed_plugin(test_plugin(name), changes));
  }

  ~Refusal() override {
    EXPECT_EQ(code_of(host.load(in.signed_plugin(test_plugin("nothing")))), "ok") << "the host is the worse for it";
    const auto rules = host.rules("org.example.plugin");
    const asking about("anything");
    EXPECT_TRUE(rules.ok() && (*rules)(about.question(), language::fr).ok());
  }

  workshop in;
  plugin_host host;
};

// ---- before any of its code runs ----

TEST_F(Refusal, OfAPluginThatIsNotSigned) {
  EXPECT_EQ(code(in.unsigned_plugin(test_plugin("nothing"))), "plugin.unsigned");
  EXPECT_EQ(in.trace(), "");
}

TEST_F(Refusal, OfAManifestWhoseSignatureWasTakenAway) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  json document = json::parse(slurp(manifest));
  document.erase("signature");
  std::ofstream(manifest) << document.dump();
  EXPECT_EQ(code(manifest), "plugin.unsigned");
}

TEST_F(Refusal, OfAPluginSignedByAnybodyElse) {
  const std::string manifest = in.unsigned_plugin(test_plugin("nothing"));
  ASSERT_EQ(code_of(sign_manifest(manifest, new_key())), "ok");
  EXPECT_EQ(code(manifest), "plugin.untrusted");
  EXPECT_EQ(in.trace(), "");
}

TEST_F(Refusal, OfASignatureByAnybodyElseUnderATrustedName) {
  const std::string manifest = in.unsigned_plugin(test_plugin("nothing"));
  ASSERT_EQ(code_of(sign_manifest(manifest, new_key())), "ok");
  in.alter(manifest, "key", in.public_key_text());
  EXPECT_EQ(code(manifest), "plugin.altered");
}

TEST_F(Refusal, OfAFileWithOneBitChanged) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  const std::string bytes = slurp(in / "plugin.so");
  for (const std::size_t at : {std::size_t{0}, bytes.size() / 3, bytes.size() - 1}) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    in.write("plugin.so", changed);
    EXPECT_EQ(code(manifest), "plugin.altered");
  }
  in.write("plugin.so", bytes + '\0');
  EXPECT_EQ(code(manifest), "plugin.altered");
  in.write("plugin.so", bytes.substr(0, bytes.size() - 1));
  EXPECT_EQ(code(manifest), "plugin.altered");
  in.write("plugin.so", "");
  EXPECT_EQ(code(manifest), "plugin.altered");
  EXPECT_EQ(in.trace(), "");
}

TEST_F(Refusal, OfAManifestWithAnyMemberChanged) {
  const json changes[] = {{{"id", "org.example.other"}},
                          {{"version", "1.0.1"}},
                          {{"file", "other.so"}},
                          {{"abi_max", 2}},
                          {{"extensions", {"activateur.rules/1", "org.example.more/1"}}},
                          {{"permissions", {"network"}}},
                          {{"sha256", std::string(64, '0')}},
                          {{"signature", std::string(86, 'A')}}};
  for (const json& change : changes) {
    SCOPED_TRACE(change.dump());
    const std::string manifest = in.signed_plugin(test_plugin("nothing"));
    const auto member = change.items().begin();
    in.alter(manifest, member.key(), member.value());
    EXPECT_EQ(code(manifest), "plugin.altered");
  }
}

TEST_F(Refusal, OfAManifestThatIsNoObject) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  std::ofstream(manifest) << "[]";
  EXPECT_EQ(code(manifest), "plugin.manifest");
  const std::string said = host.load(manifest).why().text(language::fr);
  EXPECT_NE(said.find("doit être un objet"), std::string::npos) << said;
  EXPECT_EQ(said.find("«"), std::string::npos) << "it names no member: " << said;
}

TEST_F(Refusal, OfRulesThatAreNotLoadedSaysWhoAsksAndHowToLoad) {
  const std::string said = host.rules("org.example.rules").why().text(language::fr);
  for (const char* needed :
       {"« plugins » du territoire", "org.example.rules", "--plugin FICHIER --trust CLÉ", "adp_plugins_load"})
    EXPECT_NE(said.find(needed), std::string::npos) << said;
}

TEST_F(Refusal, OfALibraryOutsideTheManifestsFolder) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  in.alter(manifest, "file", "../plugin.so");
  EXPECT_EQ(code(manifest), "plugin.manifest_file");
}

TEST_F(Refusal, OfAPermissionThatCannotBeGranted) {
  EXPECT_EQ(code_of_plugin("nothing", {{"permissions", {"network"}}}), "plugin.permission");
  EXPECT_EQ(in.trace(), "");
}

TEST_F(Refusal, OfAPluginForLaterHostsAlone) {
  EXPECT_EQ(code_of_plugin("nothing", {{"abi_min", 2}, {"abi_max", 3}}), "plugin.abi");
  EXPECT_EQ(in.trace(), "");
}

TEST_F(Refusal, OfALibraryThatIsNotThere) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  std::filesystem::remove(in / "plugin.so");
  EXPECT_EQ(code(manifest), "file.read");
  std::filesystem::create_directory(in / "plugin.so");
  EXPECT_EQ(code(manifest), "file.kind");
  std::filesystem::remove(in / "plugin.so");
}

TEST_F(Refusal, OfALibrarySwappedBetweenCheckAndLoad) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  std::filesystem::remove(in / "plugin.so");
  std::filesystem::create_symlink(test_plugin("nothing"), in / "plugin.so");
  ASSERT_EQ(code_of(host.check(manifest)), "ok");
  std::filesystem::remove(in / "plugin.so");
  std::filesystem::create_symlink(test_plugin("fails_in_init"), in / "plugin.so");
  EXPECT_EQ(code(manifest), "plugin.altered");
  EXPECT_EQ(in.trace(), "");
  std::filesystem::remove(in / "plugin.so");
}

// Another thread swaps the file without pause. Whatever load() answers, it never runs what was not signed.
TEST_F(Refusal, OfALibrarySwappedWhileItLoads) {
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  const std::string link = (in / "plugin.so").string();
  std::atomic<bool> stop = false;
  std::thread swapper([&] {
    for (int i = 0; !stop; ++i) {
      std::filesystem::create_symlink(test_plugin(i % 2 == 0 ? "nothing" : "fails_in_init"), in / "next");
      std::filesystem::rename(in / "next", link);
    }
  });
  for (int i = 0; i < 200; ++i) {
    plugin_host fresh;
    ASSERT_EQ(code_of(fresh.trust(in.public_key_text())), "ok");
    const std::string got = code_of(fresh.load(manifest));
    EXPECT_TRUE(got == "ok" || got == "plugin.altered") << got;
  }
  stop = true;
  swapper.join();
  EXPECT_EQ(in.trace().find("fails_in_init"), std::string::npos);
  std::filesystem::remove(link);
}

// ---- when it is loaded ----

TEST_F(Refusal, OfAFileThatIsNoLibrary) {
  in.write("text", "#!/bin/sh\n");
  EXPECT_EQ(code(in.signed_plugin((in / "text").string())), "plugin.not_loadable");
  in.write("text", "");
  EXPECT_EQ(code(in.signed_plugin((in / "text").string())), "plugin.not_loadable");
}

TEST_F(Refusal, OfATruncatedLibraryThatItsAuthorSigned) {
  in.write("text", slurp(test_plugin("nothing")).substr(0, 512));
  EXPECT_EQ(code(in.signed_plugin((in / "text").string())), "plugin.not_loadable");
}

TEST_F(Refusal, OfALibraryWithoutEntry) { EXPECT_EQ(code_of_plugin("no_entry"), "plugin.no_entry"); }

TEST_F(Refusal, OfAPluginThatDeclines) { EXPECT_EQ(code_of_plugin("declines"), "plugin.declined"); }

TEST_F(Refusal, OfAPluginThatThrowsInItsEntry) { EXPECT_EQ(code_of_plugin("throws_in_entry"), "plugin.threw"); }

TEST_F(Refusal, OfAPluginWithATableOfTheWrongSize) {
  EXPECT_EQ(code_of_plugin("struct_too_small"), "plugin.struct_size");
  EXPECT_EQ(code_of_plugin("struct_too_large"), "plugin.struct_size");
  EXPECT_EQ(code_of_plugin("rules_too_small"), "plugin.struct_size");
}

TEST_F(Refusal, OfAPluginOfAnotherAbiLevel) {
  EXPECT_EQ(code_of_plugin("level_99", {{"abi_max", 99}}), "plugin.abi");
  EXPECT_EQ(code_of_plugin("level_99"), "plugin.abi");
  EXPECT_EQ(code_of_plugin("level_0"), "plugin.abi");
}

TEST_F(Refusal, OfAPluginThatIsNotWhatItsManifestSays) {
  EXPECT_EQ(code_of_plugin("lies_about_id"), "plugin.identity");
  EXPECT_EQ(code_of_plugin("lies_about_version"), "plugin.identity");
  EXPECT_EQ(code_of_plugin("no_id"), "plugin.identity");
  EXPECT_EQ(in.trace().find("init"), std::string::npos);
}

TEST_F(Refusal, OfAPluginWithoutARequiredFunction) {
  EXPECT_EQ(code_of_plugin("no_get_extension"), "plugin.no_function");
  EXPECT_EQ(code_of_plugin("no_evaluate"), "plugin.no_function");
}

TEST_F(Refusal, OfAPluginThatCannotStart) {
  EXPECT_EQ(code_of_plugin("fails_in_init"), "plugin.init_failed");
  EXPECT_EQ(code_of_plugin("throws_in_init"), "plugin.threw");
  EXPECT_EQ(in.trace().find("deinit"), std::string::npos);
}

TEST_F(Refusal, OfAnExtensionThatIsNotOffered) {
  EXPECT_EQ(code_of_plugin("lacks_extension"), "plugin.extension_missing");
  EXPECT_TRUE(in.trace().ends_with("lacks_extension:deinit\n")) << in.trace();
  EXPECT_EQ(code_of_plugin("nothing", {{"extensions", {"activateur.rules/1", "org.example.more/1"}}}),
            "plugin.extension_missing");
  EXPECT_EQ(code_of_plugin("throws_in_get_extension"), "plugin.threw");
}

}  // namespace
}  // namespace activateur::test
