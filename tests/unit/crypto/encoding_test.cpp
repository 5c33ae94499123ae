#include "crypto/encoding.hpp"

#include <gtest/gtest.h>

#include <random>

#include "crypto/digest.hpp"

namespace activateur {
namespace {

octets bytes_of(std::string_view s) { return {as_octets(s).begin(), as_octets(s).end()}; }

// RFC 4648 section 10.
TEST(Encoding, WritesBase64AsTheRfcShows) {
  EXPECT_EQ(to_base64(as_octets("")), "");
  EXPECT_EQ(to_base64(as_octets("f")), "Zg==");
  EXPECT_EQ(to_base64(as_octets("fo")), "Zm8=");
  EXPECT_EQ(to_base64(as_octets("foo")), "Zm9v");
  EXPECT_EQ(to_base64(as_octets("foob")), "Zm9vYg==");
  EXPECT_EQ(to_base64(as_octets("fooba")), "Zm9vYmE=");
  EXPECT_EQ(to_base64(as_octets("foobar")), "Zm9vYmFy");
  EXPECT_EQ(from_base64("Zm9vYg=="), bytes_of("foob"));
  EXPECT_EQ(to_base64url(octets{0xFB, 0xFF, 0xFE}), "-__-");
  EXPECT_EQ(to_base64(octets{0xFB, 0xFF, 0xFE}), "+//+");
}

TEST(Encoding, RefusesLooseBase64) {
  for (const char* loose : {"Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zm 9", "Zm9v\n", "Zm9-", "Zg==Zg=="})
    EXPECT_FALSE(from_base64(loose)) << loose;
  for (const char* loose : {"Zg==", "Z", "Zh", "Zm9", "Zm8=", " Zg", "Zg ", "Zm+v", "Zm/v", "Zg\n", "Zm9vY"})
    EXPECT_FALSE(from_base64url(loose)) << loose;
  EXPECT_FALSE(from_base64url(std::string_view("Zg\0", 3)));
}

TEST(Encoding, ReadsHexInEitherCase) {
  EXPECT_EQ(from_hex("00fFa5"), (octets{0x00, 0xFF, 0xA5}));
  EXPECT_EQ(to_hex(octets{0x00, 0xFF, 0xA5}), "00ffa5");
  for (const char* bad : {"0", "0g", "0x", " 0", "00 "}) EXPECT_FALSE(from_hex(bad)) << bad;
}

// draft-msporny-base58-03, section 5.
TEST(Encoding, WritesBase58AsTheDraftShows) {
  EXPECT_EQ(to_base58(as_octets("Hello World!")), "2NEpo7TZRRrLZSi2U");
  EXPECT_EQ(to_base58(as_octets("The quick brown fox jumps over the lazy dog.")),
            "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z");
  EXPECT_EQ(to_base58(octets{0x00, 0x00, 0x28, 0x7F, 0xB4, 0xCD}), "11233QC4");
  EXPECT_EQ(from_base58("11233QC4"), (octets{0x00, 0x00, 0x28, 0x7F, 0xB4, 0xCD}));
  EXPECT_EQ(to_base58({}), "");
  EXPECT_EQ(from_base58("111"), (octets{0, 0, 0}));
}

TEST(Encoding, RefusesBase58OutsideItsAlphabetOrTooLong) {
  for (const char* bad : {"0", "O", "I", "l", "2NE po", "2NEpo7TZRRrLZSi2U\n"}) EXPECT_FALSE(from_base58(bad)) << bad;
  EXPECT_TRUE(from_base58(std::string(256, 'z')));
  EXPECT_FALSE(from_base58(std::string(257, 'z')));
}

TEST(Encoding, ReadsTheTwoMultibasesOfCredentials) {
  EXPECT_EQ(from_multibase("z2NEpo7TZRRrLZSi2U"), bytes_of("Hello World!"));
  EXPECT_EQ(from_multibase("uZm9v"), bytes_of("foo"));
  for (const char* bad : {"", "mZm9v", "f00", "Z2NEpo7TZRRrLZSi2U", "uZm9vZg==", "z0"})
    EXPECT_FALSE(from_multibase(bad)) << bad;
}

struct codec {
  const char* name;
  std::string (*write)(octet_view);
  std::optional<octets> (*read)(std::string_view);
};
constexpr codec codecs[] = {{"hex", to_hex, from_hex},
                            {"base64", to_base64, from_base64},
                            {"base64url", to_base64url, from_base64url},
                            {"base58", to_base58, from_base58}};

TEST(Encoding, ReadsBackWhateverItWrites) {
  std::mt19937 random(20261124);
  for (const codec& c : codecs)
    for (int round = 0; round < 3000; ++round) {
      octets bytes(random() % 150);
      for (auto& b : bytes) b = static_cast<std::uint8_t>(random() % 4 == 0 ? 0 : random());
      ASSERT_EQ(c.read(c.write(bytes)), bytes) << c.name;
    }
}

// Strictness as a property: one meaning has one spelling (hex digits apart).
TEST(Encoding, RefusesMutatedTextOrWritesItBackTheSame) {
  std::mt19937 random(7);
  for (const codec& c : codecs) {
    int refused = 0;
    int same = 0;
    for (int round = 0; round < 20000; ++round) {
      octets bytes(random() % 40);
      for (auto& b : bytes) b = static_cast<std::uint8_t>(random());
      std::string text = c.write(bytes);
      for (auto edits = 1 + random() % 3; edits > 0; --edits) {
        const std::size_t at = random() % (text.size() + 1);
        const char piece = random() % 2 == 0 ? static_cast<char>(random()) : "AZaz09+/-_=1"[random() % 12];
        if (random() % 3 == 0 || at == text.size())
          text.insert(at, 1, piece);
        else if (random() % 2 == 0)
          text.erase(at, 1);
        else
          text[at] = piece;
      }
      const auto read = c.read(text);
      if (!read) {
        ++refused;
        continue;
      }
      ++same;
      std::string expected = text;
      if (std::string_view(c.name) == "hex")
        for (char& letter : expected) letter = letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + 32) : letter;
      ASSERT_EQ(c.write(*read), expected) << c.name;
    }
    EXPECT_GT(refused, 1000) << c.name;
    EXPECT_GT(same, 300) << c.name;
  }
}

// FIPS 180-2 appendix B.1 and RFC 1321 appendix A.5.
TEST(Digest, AgreesWithTheStandards) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha384(as_octets("abc"))),
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
  EXPECT_EQ(md5_hex("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
}

}  // namespace
}  // namespace activateur
