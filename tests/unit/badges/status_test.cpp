// Revocation of Open Badges 3.0.
#include <zlib.h>

#include "badges/integrity_signing.hpp"
#include "badges/status_list.hpp"
#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string packed(const std::string& bits) { return 'u' + to_base64url(as_octets(gzip(bits))); }

TEST(StatusList, CountsBitsFromTheLeft) {
  std::string bits(16384, '\0');
  bits[0] = static_cast<char>(0x40);  // 0100 0000
  EXPECT_EQ(status_at(bits, 0, 1), 0U);
  EXPECT_EQ(status_at(bits, 1, 1), 1U);
  EXPECT_EQ(status_at(bits, 6, 1), 0U);
  EXPECT_EQ(status_at(bits, 0, 2), 1U);
  EXPECT_EQ(status_at(bits, 131071, 1), 0U);
  EXPECT_EQ(status_at(bits, 131072, 1), std::nullopt);
  EXPECT_EQ(status_at(bits, ~std::uint64_t{0}, 32), std::nullopt);
  EXPECT_EQ(status_at(bits, 0, 0), std::nullopt);
}

TEST(StatusList, RefusesWhatInflatesBeyondTheBoundOrIsCutShort) {
  EXPECT_EQ(read_status_bits(packed(std::string(16384, 'x'))), std::string(16384, 'x'));
  EXPECT_EQ(read_status_bits(packed(std::string((8U << 20U) + 1, '\0'))), std::nullopt);
  const std::string whole = packed(std::string(16384, 'x'));
  EXPECT_EQ(read_status_bits(whole.substr(0, whole.size() - 8)), std::nullopt);
  EXPECT_EQ(read_status_bits("not base64 !"), std::nullopt);
}

class Status : public ::testing::Test {
 protected:
  [[nodiscard]] verification seen(const json& status) const {
    json document = badge_3(issuer);
    document["credentialStatus"] = status;
    return verified(sign(document, {{"kid", issuer}}, key), known);
  }
  void serve_bits(const std::string& bits, const private_key& by, const std::string& purpose = "revocation") {
    json list{{"@context", {"https://www.w3.org/ns/credentials/v2"}},
              {"type", {"VerifiableCredential", "BitstringStatusListCredential"}},
              {"issuer", issuer},
              {"validUntil", valid_until},
              {"credentialSubject",
               {{"type", "BitstringStatusList"}, {"statusPurpose", purpose}, {"encodedList", packed(bits)}}}};
    known.add("https://example.org/status/1", sign(list, {{"kid", did_key(by)}}, by));
  }
  static json entry(const json& index, const std::string& purpose = "revocation") {
    return {{"type", "BitstringStatusListEntry"},
            {"statusPurpose", purpose},
            {"statusListIndex", index},
            {"statusListCredential", "https://example.org/status/1"}};
  }
  static std::string with_bit(std::size_t index) {
    std::string bits(16384, '\0');
    bits[index / 8] = static_cast<char>(0x80U >> (index % 8));
    return bits;
  }
  private_key key = new_key(key_type::ed25519);
  std::string issuer = did_key(key);
  std::string valid_until = "2026-12-31T00:00:00Z";
  snapshot known;
};

TEST_F(Status, OfANamedListIsRevokedUnlessTheListSaysOtherwise) {
  const std::string url = "https://example.org/revoked";
  const json status{{"id", url}, {"type", "1EdTechRevocationList"}};
  const std::string id = badge_3(issuer)["id"];
  EXPECT_EQ(code(seen(status), "status"), "status.unreachable");
  EXPECT_EQ(seen(status).overall, verdict::indeterminate);
  known.add(url, write_json({{"issuer", issuer}, {"revokedCredential", json::array()}}));
  EXPECT_EQ(seen(status).overall, verdict::valid) << told(seen(status));
  known.add(url, write_json({{"revokedCredentials", {{{"id", id}, {"revocationReason", "erreur"}}}}}));
  EXPECT_EQ(code(seen(status), "status"), "status.revoked");
  EXPECT_EQ(seen(status).overall, verdict::invalid);
  known.add(url, write_json({{"revokedCredential", {{{"id", id}, {"revoked", false}}}}}));
  EXPECT_EQ(seen(status).overall, verdict::valid);
  known.add(url, "<html>");
  EXPECT_EQ(code(seen(status), "status"), "status.list_malformed");
}

TEST_F(Status, OfABitListIsItsBit) {
  serve_bits(with_bit(94567), key);
  EXPECT_EQ(seen(entry("94567")).overall, verdict::invalid);
  EXPECT_EQ(code(seen(entry("94567")), "status"), "status.revoked");
  EXPECT_EQ(seen(entry("94566")).overall, verdict::valid) << told(seen(entry("94566")));
  EXPECT_EQ(seen(entry("94560")).overall, verdict::valid);  // would be set if bits counted from the right
  EXPECT_EQ(code(seen(entry("131072")), "status"), "status.range");
  EXPECT_EQ(code(seen(entry("-1")), "status"), "status.entry_malformed");
  EXPECT_EQ(code(seen(entry("94566", "suspension")), "status"), "status.purpose");
}

TEST_F(Status, OfABitListMayBeSecuredByAnEmbeddedProof) {
  json list{{"@context", {"https://www.w3.org/ns/credentials/v2"}},
            {"id", "https://example.org/status/1"},
            {"type", {"VerifiableCredential", "BitstringStatusListCredential"}},
            {"issuer", issuer},
            {"validFrom", "2026-01-01T00:00:00Z"},
            {"credentialSubject",
             {{"id", "https://example.org/status/1#list"},
              {"type", "BitstringStatusList"},
              {"statusPurpose", "revocation"},
              {"encodedList", packed(with_bit(7))}}}};
  proof_options how;
  how.verification_method = issuer + '#' + key.public_part().multikey();
  auto secured = add_proof(list, key, how, at_noon());
  ASSERT_TRUE(secured.ok()) << secured.why().text(language::en);
  known.add("https://example.org/status/1", write_json(*secured));
  EXPECT_EQ(code(seen(entry("7")), "status"), "status.revoked") << told(seen(entry("7")));
  EXPECT_EQ(seen(entry("8")).overall, verdict::valid) << told(seen(entry("8")));
  (*secured)["credentialSubject"]["encodedList"] = packed(with_bit(9));
  known.add("https://example.org/status/1", write_json(*secured));
  EXPECT_EQ(code(seen(entry("7")), "status"), "status.list_not_the_issuers");
  EXPECT_EQ(seen(entry("7")).overall, verdict::indeterminate);
}

TEST_F(Status, OfABitListNeedsTheIssuersSignature) {
  serve_bits(with_bit(0), new_key(key_type::ed25519));
  EXPECT_EQ(code(seen(entry("5")), "status"), "status.list_not_the_issuers");
  EXPECT_EQ(seen(entry("5")).overall, verdict::indeterminate);
}

TEST_F(Status, OfABitListThatIsShortOutdatedOrUnsignedIsNotKnown) {
  serve_bits(std::string(16383, '\0'), key);
  EXPECT_EQ(code(seen(entry("5")), "status"), "status.list_short");
  valid_until = "2026-11-01T00:00:00Z";
  serve_bits(std::string(16384, '\0'), key);
  EXPECT_EQ(code(seen(entry("5")), "status"), "status.list_outdated");
  known.add("https://example.org/status/1", R"({"proof": {"type": "DataIntegrityProof"}})");
  EXPECT_EQ(code(seen(entry("5")), "status"), "status.list_not_the_issuers");
  known.add("https://example.org/status/1", R"({"issuer": "x"})");
  EXPECT_EQ(code(seen(entry("5")), "status"), "status.list_unsigned");
}

TEST_F(Status, OfABitListThatDoesNotSayClearlyThatItHoldsNowIsNotKnown) {
  const json list{{"@context", {"https://www.w3.org/ns/credentials/v2"}},
                  {"type", {"VerifiableCredential", "BitstringStatusListCredential"}},
                  {"issuer", issuer},
                  {"credentialSubject",
                   {{"type", "BitstringStatusList"},
                    {"statusPurpose", "revocation"},
                    {"encodedList", packed(std::string(16384, '\0'))}}}};
  const auto answer = [&](const char* member, const json& value) {
    json altered = list;
    altered[member] = value;
    known.add("https://example.org/status/1", sign(altered, {{"kid", issuer}}, key));
    return code(seen(entry("7")), "status");
  };
  const std::int64_t now = at_noon().now.ms / 1000;
  EXPECT_EQ(answer("exp", now + 60), "status.good");
  EXPECT_EQ(answer("exp", now - 60), "status.list_outdated");
  EXPECT_EQ(answer("nbf", now + 60), "status.list_outdated");
  EXPECT_EQ(answer("exp", "2099"), "status.list_malformed");
  EXPECT_EQ(answer("exp", 1e300), "status.list_malformed");
  EXPECT_EQ(answer("validUntil", "2099-01-01"), "status.list_malformed");
  EXPECT_EQ(answer("validUntil", 2099), "status.list_malformed");
  EXPECT_EQ(answer("iss", "https://another.example"), "status.list_not_the_issuers");
  EXPECT_EQ(answer("type", {"VerifiableCredential"}), "status.no_list");
}

TEST_F(Status, CountsEveryEntryAndKnowsNoUnknownType) {
  serve_bits(with_bit(7), key);
  EXPECT_EQ(seen({entry("8"), entry("7")}).overall, verdict::invalid);
  EXPECT_EQ(seen({entry("8"), entry("9")}).overall, verdict::valid);
  const verification unknown = seen({entry("8"), {{"type", "OtherStatus"}}});
  EXPECT_EQ(unknown.overall, verdict::indeterminate);
  EXPECT_TRUE(has_code(unknown, "status.type_unknown"));
}

TEST_F(Status, OfABadgeThatIsShownInPartMayHaveBeenLeftOut) {
  json document = badge_3(issuer);
  document["proof"] = {{"type", "DataIntegrityProof"},
                       {"cryptosuite", "ecdsa-sd-2023"},
                       {"verificationMethod", issuer},
                       {"proofPurpose", "assertionMethod"},
                       {"proofValue", "u2V0B"}};
  EXPECT_EQ(code(verified(write_json(document)), "status"), "status.not_shown");
  document["proof"]["cryptosuite"] = "eddsa-jcs-2022";
  EXPECT_EQ(code(verified(write_json(document)), "status"), "status.none");
}

TEST_F(Status, OfSuspensionSuspends) {
  serve_bits(with_bit(7), key, "suspension");
  EXPECT_EQ(code(seen(entry("7", "suspension")), "status"), "status.suspended");
}

}  // namespace
}  // namespace activateur::test
