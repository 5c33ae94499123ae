#include "workshop.hpp"

namespace activateur::test {
namespace {

std::string refusal(const workshop& in, const json& changes) {
  return code_of(read_manifest(in.unsigned_plugin(test_plugin("nothing"), changes)));
}

TEST(PluginManifest, IsReadWithEveryMember) {
  const workshop in;
  const auto m = read_manifest(in.signed_plugin(test_plugin("nothing"), {{"abi_max", 3}}));
  ASSERT_TRUE(m.ok());
  EXPECT_EQ(m->id, "org.example.plugin");
  EXPECT_EQ(m->version, "1.0.0");
  EXPECT_EQ(m->file, "plugin.so");
  EXPECT_EQ(m->abi_min, 1U);
  EXPECT_EQ(m->abi_max, 3U);
  EXPECT_EQ(m->extensions, std::vector<std::string>{"activateur.rules/1"});
  EXPECT_TRUE(m->permissions.empty());
  EXPECT_EQ(m->sha256.size(), 64U);
  EXPECT_EQ(m->key, in.public_key_text());
  EXPECT_EQ(m->signature.size(), 86U);
}

TEST(PluginManifest, IsSignedAsCanonicalTextWithoutItsSignature) {
  plugin_manifest m;
  m.id = "org.example.plugin";
  m.version = "1.0.0";
  m.file = "plugin.so";
  m.abi_min = 1;
  m.abi_max = 2;
  m.extensions = {"activateur.rules/1", "org.example.more/2"};
  m.sha256 = std::string(64, 'a');
  m.key = "z6MkExample";
  m.signature = "not covered";
  EXPECT_EQ(signed_bytes(m),
            R"({"abi_max":2,"abi_min":1,"extensions":["activateur.rules/1","org.example.more/2"],"file":"plugin.so",)"
            R"("id":"org.example.plugin","key":"z6MkExample","permissions":[],"schema":"activateur/plugin-manifest/1",)"
            R"("sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","version":"1.0.0"})");
}

TEST(PluginManifest, SignedTwiceWithOneKeyIsTheSameFile) {
  const workshop in;
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  const std::string once = slurp(manifest);
  ASSERT_EQ(code_of(sign_manifest(manifest, in.key())), "ok");
  EXPECT_EQ(slurp(manifest), once);
}

TEST(PluginManifest, MayNameNothingOutsideItsFolder) {
  const workshop in;
  for (const char* file : {"../plugin.so", "/tmp/plugin.so", "sub/plugin.so", "..", ".", "", ".hidden.so", "a..so",
                           "a\\b.so", "pl\nugin.so", "plugin.so ", "caf\xC3\xA9.so"}) {
    SCOPED_TRACE(file);
    EXPECT_EQ(refusal(in, {{"file", file}}), "plugin.manifest_file");
  }
  EXPECT_EQ(refusal(in, {{"file", std::string(129, 'a')}}), "plugin.manifest_file");
  EXPECT_EQ(refusal(in, {{"file", std::string(128, 'a')}}), "ok");
  EXPECT_EQ(refusal(in, {{"file", std::string("plugin.so\0.txt", 14)}}), "plugin.manifest_file");
}

TEST(PluginManifest, RefusesMembersItDoesNotKnow) {
  const workshop in;
  EXPECT_EQ(refusal(in, {{"post_install", "true"}}), "plugin.manifest_unknown");
}

TEST(PluginManifest, RefusesValuesThatAreNotWhatTheyMustBe) {
  const workshop in;
  const json bad[] = {{{"schema", "activateur/plugin-manifest/2"}},
                      {{"id", "Org.Example"}},
                      {{"id", ""}},
                      {{"id", "words"}},
                      {{"id", "../up"}},
                      {{"id", std::string(129, 'a')}},
                      {{"version", "one"}},
                      {{"version", std::string(65, '1')}},
                      {{"abi_min", 0}},
                      {{"abi_min", -1}},
                      {{"abi_min", 1.5}},
                      {{"abi_min", 4294967297}},
                      {{"abi_max", 0}},
                      {{"abi_min", 3}, {"abi_max", 2}},
                      {{"extensions", json::array()}},
                      {{"extensions", {"activateur.rules"}}},
                      {{"extensions", {"activateur.rules/0"}}},
                      {{"extensions", {"activateur.rules/1", "activateur.rules/1"}}},
                      {{"extensions", "activateur.rules/1"}},
                      {{"extensions", {1}}},
                      {{"permissions", nullptr}},
                      {{"permissions", {"every thing"}}},
                      {{"permissions", std::vector<std::string>(33, "x")}},
                      {{"sha256", std::string(64, 'A')}},
                      {{"sha256", std::string(63, 'a')}},
                      {{"key", "0OIl"}},
                      {{"key", std::string(200, 'z')}},
                      {{"signature", "AAAA"}},
                      {{"signature", std::string(86, '=')}}};
  for (const json& changes : bad) {
    SCOPED_TRACE(changes.dump());
    const std::string code = refusal(in, changes);
    EXPECT_TRUE(code == "plugin.manifest" || code == "field.type" || code == "field.range") << code;
  }
}

TEST(PluginManifest, RefusesWhatIsNoObjectOrTooLong) {
  const workshop in;
  EXPECT_EQ(code_of(read_manifest(in.write("m", "[]"))), "plugin.manifest");
  EXPECT_EQ(code_of(read_manifest(in.write("m", "\"x\""))), "plugin.manifest");
  EXPECT_EQ(code_of(read_manifest(in.write("m", "{}"))), "field.missing");
  EXPECT_EQ(code_of(read_manifest(in.write("m", std::string(70'000, ' ')))), "file.size");
  EXPECT_FALSE(read_manifest(in.write("m", "{\"id\": \"a\", \"id\": \"b\"}")).ok());
  EXPECT_FALSE(read_manifest(in.write("m", "")).ok());
  EXPECT_EQ(read_manifest((in / "absent").string()).why().kind, failure::not_found);
}

TEST(PluginManifest, IsSignedWithEd25519Only) {
  const workshop in;
  const auto other = private_key::generate(key_type::p256);
  ASSERT_TRUE(other.ok());
  const std::string manifest = in.unsigned_plugin(test_plugin("nothing"));
  const std::string before = slurp(manifest);
  EXPECT_EQ(code_of(sign_manifest(manifest, *other)), "plugin.signing_key");
  EXPECT_EQ(slurp(manifest), before);
}

}  // namespace
}  // namespace activateur::test
