// What loads, what the host gives, how long it lasts.
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "workshop.hpp"

namespace activateur::test {
namespace {

TEST(PluginHost, LoadsASignedPluginOfATrustedAuthor) {
  const workshop in;
  plugin_host host;
  ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  const auto info = host.load(in.signed_plugin(test_plugin("nothing")));
  ASSERT_TRUE(info.ok()) << info.why().text(language::en);
  EXPECT_EQ(info->id, "org.example.plugin");
  EXPECT_EQ(info->version, "1.0.0");
  EXPECT_EQ(info->path, (in / "plugin.so").string());
  EXPECT_EQ(info->abi_level, 1U);
  EXPECT_EQ(info->extensions, std::vector<std::string>{"activateur.rules/1"});
  ASSERT_EQ(host.list().size(), 1U);
  EXPECT_EQ(host.list()[0].id, "org.example.plugin");
  EXPECT_EQ(in.trace(), "nothing:constructor\nnothing:entry\nnothing:init\n");
}

TEST(PluginHost, ChecksWithoutRunningAnything) {
  const workshop in;
  plugin_host host;
  ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  EXPECT_EQ(code_of(host.check(in.signed_plugin(test_plugin("nothing")))), "ok");
  EXPECT_EQ(in.trace(), "");
  EXPECT_TRUE(host.list().empty());
}

TEST(PluginHost, EndsAPluginOnceNobodyUsesItsRules) {
  const workshop in;
  auto host = std::make_unique<plugin_host>();
  ASSERT_EQ(code_of(host->trust(in.public_key_text())), "ok");
  ASSERT_EQ(code_of(host->load(in.signed_plugin(test_plugin("nothing")))), "ok");
  auto rules = host->rules("org.example.plugin");
  ASSERT_TRUE(rules.ok());
  host.reset();
  EXPECT_EQ(in.trace(), "nothing:constructor\nnothing:entry\nnothing:init\n");
  const asking about("anything");
  const auto answer = (*rules)(about.question(), language::en);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->at(0).reason, "It is free.");
  *rules = nullptr;
  EXPECT_EQ(in.trace(), "nothing:constructor\nnothing:entry\nnothing:init\nnothing:deinit\n");
}

TEST(PluginHost, EndsQuietlyWhenAPluginThrowsWhileEnding) {
  const workshop in;
  {
    plugin_host host;
    ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
    ASSERT_EQ(code_of(host.load(in.signed_plugin(test_plugin("throws_in_deinit")))), "ok");
  }
  EXPECT_TRUE(in.trace().ends_with("throws_in_deinit:deinit\n"));
}

TEST(PluginHost, RefusesToLoadAnIdTwice) {
  const workshop in;
  plugin_host host;
  ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  const std::string manifest = in.signed_plugin(test_plugin("nothing"));
  ASSERT_EQ(code_of(host.load(manifest)), "ok");
  EXPECT_EQ(code_of(host.load(manifest)), "plugin.loaded_twice");
}

TEST(PluginHost, GivesNoRulesOfAPluginThatIsNotLoaded) {
  const plugin_host host;
  const auto rules = host.rules("org.example.plugin");
  EXPECT_EQ(code_of(rules), "plugin.not_found");
  EXPECT_EQ(rules.why().kind, failure::not_found);
}

TEST(PluginHost, TrustsEd25519KeysAlone) {
  plugin_host host;
  EXPECT_EQ(code_of(host.trust("")), "plugin.key");
  EXPECT_EQ(code_of(host.trust("z6MkNotAKey")), "plugin.key");
  const auto other = private_key::generate(key_type::p256);
  EXPECT_EQ(code_of(host.trust(other->public_part().multikey())), "plugin.key");
}

// The loader knows a library by the name it was loaded under. Both plugins are loaded from memory, under the name of a
// descriptor that is closed afterwards: the second must not get the first one's code.
TEST(PluginHost, KeepsPluginsApartThatHaveHadTheSameDescriptor) {
  const workshop one, two;
  plugin_host first, second;
  ASSERT_EQ(code_of(first.trust(one.public_key_text())), "ok");
  ASSERT_EQ(code_of(first.load(one.signed_plugin(test_plugin("nothing")))), "ok");
  ASSERT_EQ(code_of(second.trust(two.public_key_text())), "ok");
  ASSERT_EQ(code_of(second.load(two.signed_plugin(DEMO_RULES_PLUGIN, {{"id", "activateur.demo.rules"}}))), "ok");
}

TEST(PluginHost, LeavesNoDescriptorOpen) {
  const auto open_descriptors = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
  };
  const auto before = open_descriptors();
  const workshop in;
  plugin_host host;
  ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  EXPECT_EQ(code_of(host.load(in.signed_plugin(test_plugin("no_entry")))), "plugin.no_entry");
  EXPECT_EQ(code_of(host.load(in.signed_plugin(test_plugin("nothing")))), "ok");
  EXPECT_EQ(open_descriptors(), before);
}

// A plugin may reckon with one call at a time; this one answers with a failure when two meet in it.
TEST(PluginHost, LetsOneThreadAtATimeIntoAPlugin) {
  const workshop in;
  plugin_host host;
  ASSERT_EQ(code_of(host.trust(in.public_key_text())), "ok");
  ASSERT_EQ(code_of(host.load(in.signed_plugin(test_plugin("nothing")))), "ok");
  const auto rules = host.rules("org.example.plugin");
  ASSERT_TRUE(rules.ok());
  std::atomic<int> answered = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      const asking about("anything");
      for (int i = 0; i < 500; ++i)
        if ((*rules)(about.question(), language::fr).ok()) ++answered;
    });
  for (auto& t : threads) t.join();
  EXPECT_EQ(answered, 2000);
}

}  // namespace
}  // namespace activateur::test
