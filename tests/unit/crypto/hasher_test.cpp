#include "crypto/hasher.hpp"

#include <gtest/gtest.h>

#include "crypto/digest.hpp"

namespace activateur {
namespace {

TEST(Hasher, GivesTheDigestsOfFips180) {
  hasher sha256(digest_method::sha256);
  EXPECT_EQ(to_hex(octet_view(sha256.of("abc")).first(32)),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(octet_view(sha256.of("")).first(32)),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  hasher sha384(digest_method::sha384);
  EXPECT_EQ(to_hex(sha384.of("abc")),
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
}

TEST(Hasher, StartsAgainAfterEachDigestAndJoinsPieces) {
  hasher one(digest_method::sha256);
  const auto whole = one.of("a badge");
  one.add("a ");
  one.add("");
  one.add("badge");
  EXPECT_EQ(one.finish(), whole);
  EXPECT_NE(one.of("a badge "), whole);
  EXPECT_EQ(one.of("a badge"), whole);
  for (std::size_t i = one.size(); i < whole.size(); ++i) EXPECT_EQ(whole[i], 0);
}

}  // namespace
}  // namespace activateur
