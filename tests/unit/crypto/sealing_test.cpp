#include "crypto/sealing.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace activateur {
namespace {

secret key_of(std::string_view hex) { return *secret::from(*from_hex(hex)); }

random_source fixed(const octets& bytes) {
  return [bytes](std::span<std::uint8_t> into) {
    std::copy_n(bytes.begin(), into.size(), into.begin());
    return true;
  };
}

const random_source no_luck = [](std::span<std::uint8_t>) { return false; };

// Test case 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega): 256-bit key, data beside.
TEST(Sealing, GivesTheCiphertextAndTagOfThePublishedCase) {
  const secret key = key_of("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  const octets nonce = *from_hex("cafebabefacedbaddecaf888");
  const octets plain = *from_hex(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657"
      "ba637b39");
  const octets beside = *from_hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const auto sealed = seal(key, plain, as_text(beside), fixed(nonce));
  ASSERT_TRUE(sealed);
  EXPECT_EQ(
      to_hex(*sealed),
      "cafebabefacedbaddecaf888"
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a"
      "0abcc9f662"
      "76fc6ece0f4e1768cddf8853bb2d551b");
  EXPECT_EQ(unseal(key, *sealed, as_text(beside)), plain);
}

TEST(Sealing, OpensNothingWhenAnyByteDiffers) {
  const secret key = *secret::make(system_random());
  const auto sealed = seal(key, as_octets("a secret"), "here", system_random());
  ASSERT_TRUE(sealed);
  EXPECT_EQ(as_text(*unseal(key, *sealed, "here")), "a secret");
  for (std::size_t i = 0; i < sealed->size(); ++i) {
    octets changed = *sealed;
    changed[i] ^= 1;
    EXPECT_FALSE(unseal(key, changed, "here")) << i;
  }
  EXPECT_FALSE(unseal(key, *sealed, "there"));
  EXPECT_FALSE(unseal(*secret::make(system_random()), *sealed, "here"));
  EXPECT_FALSE(unseal(key, octet_view(*sealed).subspan(1), "here"));
  EXPECT_FALSE(unseal(key, {}, "here"));
}

TEST(Sealing, TakesAnEmptyText) {
  const secret key = *secret::make(system_random());
  const auto sealed = seal(key, {}, "", system_random());
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->size(), 28u);
  EXPECT_EQ(unseal(key, *sealed, ""), octets{});
}

TEST(Sealing, FailsWithoutRandomness) {
  EXPECT_EQ(secret::make(no_luck).why().what.code(), "crypto.random");
  EXPECT_EQ(seal(*secret::make(system_random()), {}, "", no_luck).why().what.code(), "crypto.random");
}

TEST(Sealing, AnOpenerOpensTheKeysThatItsKeySealedAndNothingElse) {
  const secret wrapping = *secret::make(system_random());
  const key_opener opener(wrapping);
  for (int i = 0; i < 100; ++i) {
    const secret key = *secret::make(system_random());
    const std::string place = "place " + std::to_string(i);
    const octets wrapped = *seal(wrapping, key.bytes(), place, system_random());
    // What it refuses leaves it able to open the next.
    octets changed = wrapped;
    changed[static_cast<std::size_t>(i) % changed.size()] ^= 1U;
    EXPECT_FALSE(opener.open(changed, place)) << i;
    EXPECT_FALSE(opener.open(wrapped, "elsewhere"));
    EXPECT_FALSE(key_opener(key).open(wrapped, place));
    const auto opened = opener.open(wrapped, place);
    ASSERT_TRUE(opened);
    EXPECT_EQ(to_hex(opened->bytes()), to_hex(key.bytes()));
  }
  EXPECT_FALSE(opener.open(*seal(wrapping, octets(31), "", system_random()), ""));
  EXPECT_FALSE(opener.open({}, ""));
}

TEST(Sealing, ThreadsShareAnOpener) {
  const secret wrapping = *secret::make(system_random());
  const key_opener opener(wrapping);
  std::vector<std::thread> threads;
  std::atomic<int> opened = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      const secret key = *secret::make(system_random());
      const octets wrapped = *seal(wrapping, key.bytes(), "here", system_random());
      for (int i = 0; i < 500; ++i) {
        const auto one = opener.open(wrapped, "here");
        if (one && to_hex(one->bytes()) == to_hex(key.bytes())) ++opened;
      }
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(opened, 2'000);
}

// RFC 4231 section 4.3 has a shorter key; this is its key padded by zeroes, which HMAC does itself (RFC 2104 section
// 2).
TEST(Sealing, KeyedDigestIsHmac) {
  octets key = {'J', 'e', 'f', 'e'};
  key.resize(32);
  EXPECT_EQ(to_hex(keyed_digest(*secret::from(key), as_octets("what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Sealing, DerivesAKeyForEachLabel) {
  const secret root = *secret::make(system_random());
  EXPECT_EQ(to_hex(root.derived("a").bytes()), to_hex(root.derived("a").bytes()));
  EXPECT_NE(to_hex(root.derived("a").bytes()), to_hex(root.derived("b").bytes()));
  EXPECT_FALSE(secret::from(octets(31)));
}

}  // namespace
}  // namespace activateur
