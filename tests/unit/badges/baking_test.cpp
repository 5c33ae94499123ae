#include "badges/baking.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>

#include "base/limits.hpp"
#include "crypto/jws.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

using namespace std::string_literals;

std::string code(std::string_view bytes) {
  const auto read = unbake(bytes, "badge");
  if (read) return "read";
  EXPECT_EQ(read.why().where.source, "badge");
  EXPECT_FALSE(read.why().text(language::fr).empty());
  return std::string(read.why().what.code());
}

std::string big_endian(std::size_t n) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(n >> shift & 0xFFU);
  return out;
}

std::string chunk(const std::string& name, const std::string& content) {
  const std::string named = name + content;
  const auto crc = crc32(0, reinterpret_cast<const unsigned char*>(named.data()), static_cast<unsigned>(named.size()));
  return big_endian(content.size()) + named + big_endian(crc);
}

const std::string png_start = "\x89PNG\r\n\x1a\n"s + chunk("IHDR", "\0\0\0\1\0\0\0\1\10\0\0\0\0"s);
const std::string png_end = chunk("IDAT", "no pixels are ever read") + chunk("IEND", "");

std::string png_of(const std::string& chunks) { return png_start + chunks + png_end; }

std::string itxt(const std::string& keyword, const std::string& text) {
  return chunk("iTXt", keyword + "\0\0\0\0\0"s + text);
}

std::string deflated(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), 9);
  out.resize(size);
  return out;
}

const std::string assertion = R"({"@context":"https://w3id.org/openbadges/v2","type":"Assertion"})";
const std::string credential_3 = R"({"@context":["https://www.w3.org/ns/credentials/v2"],"name":"café"})";

std::string jws_of(std::string_view payload) {
  return to_base64url(as_octets(R"({"alg":"ES256"})")) + '.' + to_base64url(as_octets(payload)) + ".c2ln";
}

std::string svg_of(const std::string& inside, const std::string& before = {}) {
  return before + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:b=\"http://openbadges.org\" " +
         "xmlns:c=\"https://purl.imsglobal.org/ob/v3p0\">" + inside + "<rect/></svg>";
}

TEST(Unbaking, TellsKindsOfFilesFromTheirBytes) {
  const auto bare = unbake(" \n" + assertion);
  ASSERT_TRUE(bare.ok());
  EXPECT_EQ(bare->container, container_kind::json_text);
  EXPECT_EQ(bare->text, " \n" + assertion);
  EXPECT_EQ(bare->keyword, "");
  const auto jwt = unbake(jws_of("{}") + "\n");
  ASSERT_TRUE(jwt.ok());
  EXPECT_EQ(jwt->container, container_kind::jwt);
  EXPECT_EQ(jwt->text, jws_of("{}"));
  EXPECT_EQ(code(""), "baking.empty");
  EXPECT_EQ(code(" \n\t"), "baking.empty");
  EXPECT_EQ(code("https://example.org/badge"), "baking.kind");
  EXPECT_EQ(code("%PDF-1.7"), "pdf.end");
  EXPECT_EQ(code("GIF89a"), "baking.kind");
  EXPECT_EQ(code(std::string(limits::credential_bytes + 1, '{')), "baking.size");
}

TEST(Unbaking, ReadsTheOfficialPictures) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors/open-badges");
  struct sample {
    const char* file;
    container_kind container;
    const char* keyword;
    const char* starts;
  };
  const sample samples[] = {
      {"baked/simple-json.png", container_kind::png, "openbadgecredential", "{  \"@context\": ["},
      {"baked/baked_heart.png", container_kind::png, "openbadges", "{\"uid\":\"123\""},
      {"ob2/simple-badge.png", container_kind::png, "openbadges", "{\"@context\":\"https://w3id.org/openbadges/v2\""},
      {"baked/simple-jwt_v1.svg", container_kind::svg, "credential", "eyJhbGciOiJSUzI1NiIsImp3ayI6"},
      {"baked/baked_example.svg", container_kind::svg, "assertion", "{\n         \"uid\": \"abcdef12345\""},
      {"baked/mozilla-baked.svg", container_kind::svg, "assertion", "{\"verify\":{\"url\":\"http://example.org\"}}"},
      {"baked/mozilla-no-json.svg", container_kind::svg, "assertion", "http://example.org"}};
  for (const sample& s : samples) {
    const auto read = unbake(test::slurp(vectors / s.file), s.file);
    ASSERT_TRUE(read.ok()) << read.why().text(language::en);
    EXPECT_EQ(read->container, s.container) << s.file;
    EXPECT_EQ(read->keyword, s.keyword) << s.file;
    EXPECT_TRUE(read->text.starts_with(s.starts)) << s.file << ": " << read->text.substr(0, 60);
  }
  EXPECT_EQ(code(test::slurp(vectors / "baked/mozilla-bad-json.svg")), "json.syntax");
  EXPECT_EQ(code(test::slurp(vectors / "baked/mozilla-unbaked.svg")), "svg.none");
  EXPECT_EQ(code(test::slurp(vectors / "baked/unbaked_example.svg")), "svg.none");
  EXPECT_EQ(code(test::slurp(vectors / "baked/mozilla-unbaked.png")), "png.none");
  EXPECT_EQ(code(test::slurp(vectors / "baked/public_domain_heart.png")), "png.none");
}

TEST(Png, ReadsEveryFormOfTextChunk) {
  const std::string url = "https://example.org/a.json";
  EXPECT_EQ(unbake(png_of(itxt("openbadges", assertion)))->text, assertion);
  EXPECT_EQ(unbake(png_of(itxt("openbadgecredential", credential_3)))->text, credential_3);
  EXPECT_EQ(unbake(png_of(itxt("openbadgecredential", jws_of("{}"))))->text, jws_of("{}"));
  EXPECT_EQ(unbake(png_of(chunk("tEXt", "openbadges\0"s + url)))->text, url);
  EXPECT_EQ(unbake(png_of(chunk("tEXt", "openbadge\0"s + url)))->keyword, "openbadge");
  EXPECT_EQ(unbake(png_of(chunk("zTXt", "openbadges\0\0"s + deflated(assertion))))->text, assertion);
  EXPECT_EQ(unbake(png_of(chunk("iTXt", "openbadges\0\1\0fr\0mot\0"s + deflated(assertion))))->text, assertion);
  EXPECT_EQ(unbake(png_of(chunk("tEXt", "openbadges\0{\"n\":\"caf\xE9\"}"s)))->text, "{\"n\":\"café\"}");  // Latin-1
  EXPECT_EQ(unbake(png_of(chunk("tEXt", "Comment\0x"s) + itxt("openbadges", assertion)) + "after the end")->text,
            assertion);
}

TEST(Png, RefusesWhatOpenBadgesForbids) {
  EXPECT_EQ(code(png_of(itxt("openbadges", assertion) + itxt("openbadges", assertion))), "png.two");
  EXPECT_EQ(code(png_of(itxt("openbadgecredential", credential_3) + chunk("tEXt", "openbadge\0x"s))), "png.two");
  EXPECT_EQ(code(png_of(chunk("iTXt", "openbadgecredential\0\1\0\0\0"s + deflated(credential_3)))), "png.compressed");
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadgecredential\0\0"s + deflated(credential_3)))), "png.compressed");
  EXPECT_EQ(code(png_of(itxt("openbadgecredential", "https://example.org/a"))), "baking.content");
  EXPECT_EQ(code(png_of(itxt("openbadges", "javascript:alert(1)"))), "baking.content");
  EXPECT_EQ(code(png_of(itxt("openbadges", ""))), "baking.content");
  EXPECT_EQ(code(png_of(itxt("openbadges", "{\"a\":1,\"a\":2}"))), "json.duplicate");
}

TEST(Png, RefusesDecompressionBombs) {
  const std::string bomb = deflated(std::string(limits::inflated_bytes + 1, '{'));
  ASSERT_LT(bomb.size(), 20000U);
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadges\0\0"s + bomb))), "png.bomb");
  EXPECT_EQ(code(png_of(chunk("iTXt", "openbadges\0\1\0\0\0"s + bomb))), "png.bomb");
}

TEST(Png, SaysAtWhichByteItIsDamaged) {
  const std::string good = png_of(itxt("openbadges", assertion));
  const auto at = [](const std::string& bytes) { return unbake(bytes).why().what.arguments().at(0); };
  std::string bad_crc = good;
  bad_crc[60] = static_cast<char>(bad_crc[60] ^ 1);
  EXPECT_EQ(code(bad_crc), "png.crc");
  EXPECT_EQ(at(bad_crc), "33");
  std::string bad_name = good;
  bad_name[37] = '1';
  EXPECT_EQ(code(bad_name), "png.name");
  std::string bad_length = good;
  bad_length[33] = '\x7F';
  EXPECT_EQ(code(bad_length), "png.length");
  EXPECT_EQ(at(bad_length), "33");
  EXPECT_EQ(code(good.substr(0, good.size() - 12)), "png.end");
  EXPECT_EQ(code(good.substr(0, 8)), "png.first");
  EXPECT_EQ(code(good.substr(0, 8) + good.substr(33)), "png.first");
  for (const std::string& text : {"openbadges"s, "openbadges\0"s, "openbadges\0\0"s, "openbadges\0\0\0lang"s})
    EXPECT_EQ(code(png_of(chunk("iTXt", text))), "png.text");
  EXPECT_EQ(code(png_of(chunk("iTXt", "openbadges\0\2\0\0\0{}"s))), "png.text");
  EXPECT_EQ(code(png_of(chunk("iTXt", "openbadges\0\1\1\0\0{}"s))), "png.text");
  EXPECT_EQ(code(png_of(chunk("iTXt", "openbadges\0\0\0fr"s))), "png.text");
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadges\0\1x"s))), "png.text");
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadges\0\0not zlib"s))), "png.inflate");
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadges\0\0"s + deflated(assertion).substr(0, 20)))), "png.inflate");
  EXPECT_EQ(code(png_of(chunk("zTXt", "openbadges\0\0"s + deflated(assertion) + "x"))), "png.inflate");
  std::string many;
  for (int i = 0; i < 5000; ++i) many += chunk("tEXt", "a\0b"s);
  EXPECT_EQ(code(png_of(many)), "png.chunks");
}

TEST(Png, IsRefusedWhenCutAtAnyLength) {
  const std::string good = png_of(itxt("openbadges", assertion));
  for (std::size_t size = 8; size < good.size(); ++size)
    ASSERT_TRUE(code(good.substr(0, size)).starts_with("png.")) << size;
  EXPECT_EQ(code(good), "read");
}

TEST(Svg, MatchesElementsByNamespaceWhateverThePrefix) {
  EXPECT_EQ(unbake(svg_of("<b:assertion><![CDATA[" + assertion + "]]></b:assertion>"))->text, assertion);
  EXPECT_EQ(unbake(svg_of("<g><c:credential>" + credential_3 + "</c:credential></g>"))->text, credential_3);
  EXPECT_EQ(
      unbake(svg_of("<credential xmlns='https://purl.imsglobal.org/ob/v3p0' verify='" + jws_of("{}") + "'/>"))->keyword,
      "credential");
  EXPECT_EQ(code(svg_of("<credential verify='x'/>")), "svg.none");
  EXPECT_EQ(code(svg_of("<b:credential verify='x'/><c:assertion verify='x'/>")), "svg.none");
  EXPECT_EQ(code("\xEF\xBB\xBF" + svg_of("<b:assertion>{}</b:assertion>")), "read");
}

TEST(Svg, PrefersTheSignatureThenTheBodyThenTheAddress) {
  const std::string address = "https://example.org/a";
  const auto read = [](const std::string& inside) { return unbake(svg_of(inside))->text; };
  EXPECT_EQ(read("<b:assertion verify='" + address + "'>" + assertion + "</b:assertion>"), assertion);
  EXPECT_EQ(read("<b:assertion verify='" + address + "'>  <!-- x -->\n </b:assertion>"), address);
  EXPECT_EQ(read("<b:assertion verify='" + jws_of("{}") + "'>" + assertion + "</b:assertion>"), jws_of("{}"));
  EXPECT_EQ(read("<b:assertion>" + jws_of("{}") + "</b:assertion>"), jws_of("{}"));
  EXPECT_EQ(code(svg_of("<b:assertion/>")), "svg.empty");
  EXPECT_EQ(code(svg_of("<b:assertion verify=' '> </b:assertion>")), "svg.empty");
  EXPECT_EQ(code(svg_of("<c:credential verify='" + address + "'/>")), "baking.content");
}

TEST(Svg, RefusesEntitiesAndInternalSubsetsBeforeTheyAct) {
  const std::string badge = "<b:assertion>{\"a\":\"&x;\"}</b:assertion>";
  EXPECT_EQ(code(svg_of(badge, "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")), "svg.doctype");
  EXPECT_EQ(code(svg_of(badge, "<!DOCTYPE svg [<!ENTITY x \"y\">]>")), "svg.doctype");
  EXPECT_EQ(code(svg_of(badge, "<!DOCTYPE svg []>")), "svg.doctype");
  EXPECT_EQ(code(svg_of(badge, "<!DOCTYPE svg [<!ENTITY % p SYSTEM \"http://example.org/d\"> %p;]>")), "svg.doctype");
  std::string laughs = "<!DOCTYPE svg [<!ENTITY x0 \"ha\">";
  for (int i = 1; i < 30; ++i)
    laughs +=
        "<!ENTITY x" + std::to_string(i) + " \"&x" + std::to_string(i - 1) + ";&x" + std::to_string(i - 1) + ";\">";
  EXPECT_EQ(code(svg_of("<b:assertion>&x29;</b:assertion>", laughs + "]>")), "svg.doctype");
  EXPECT_EQ(code(svg_of(badge)), "svg.syntax");  // undefined
  const std::string bare = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://example.org/never-fetched.dtd\">";
  EXPECT_EQ(code(svg_of(badge, bare)), "svg.entity");
  EXPECT_EQ(code(svg_of("<b:assertion>{\"a\":\"&lt;&#233;\"}</b:assertion>", bare)), "read");
}

TEST(Svg, RefusesMoreThanOneBadgeAndWhatIsNoSvg) {
  const std::string one = "<b:assertion>{}</b:assertion>";
  EXPECT_EQ(code(svg_of(one + one)), "svg.two");
  EXPECT_EQ(code(svg_of(one + "<c:credential>{}</c:credential>")), "svg.two");
  EXPECT_EQ(code(svg_of("<b:assertion><c:credential>{}</c:credential></b:assertion>")), "svg.nested");
  EXPECT_EQ(code("<html><body/></html>"), "svg.root");
  EXPECT_EQ(code("<"), "svg.syntax");
  EXPECT_EQ(code(svg_of(one) + "<svg/>"), "svg.syntax");
  EXPECT_EQ(code(svg_of(one).substr(0, 150)), "svg.syntax");
  EXPECT_EQ(unbake("<svg>\n <a></b>").why().where.line, 2);
}

TEST(Svg, BoundsDepthAttributesAndSize) {
  std::string deep;
  for (int i = 0; i < 127; ++i) deep += "<g>";
  std::string back;
  for (int i = 0; i < 127; ++i) back += "</g>";
  EXPECT_EQ(code(svg_of(deep + back)), "svg.none");
  EXPECT_EQ(code(svg_of("<g>" + deep + back + "</g>")), "svg.depth");
  std::string bottomless = "<svg>";
  for (int i = 0; i < 500000; ++i) bottomless += "<g>";
  EXPECT_EQ(code(bottomless), "svg.depth");
  std::string attributes;
  for (int i = 0; i < 513; ++i) attributes += " a" + std::to_string(i) + "=''";
  EXPECT_EQ(code(svg_of("<g" + attributes + "/>")), "svg.attributes");
  EXPECT_EQ(code("<svg>" + std::string(limits::svg_bytes, ' ')), "svg.size");
}

TEST(Baking, KeepsEveryOtherByteOfAPng) {
  const std::string bare = png_of(chunk("tEXt", "Comment\0x"s)) + "tail";
  const auto baked = bake(bare, credential_3);
  ASSERT_TRUE(baked.ok());
  EXPECT_EQ(*baked, png_start + itxt("openbadgecredential", credential_3) + bare.substr(png_start.size()));
  // Baked again, in another form: one badge is left.
  const auto again = bake(*baked, jws_of(assertion));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, png_start + itxt("openbadges", jws_of(assertion)) + bare.substr(png_start.size()));
  const auto two = png_of(itxt("openbadges", "x") + chunk("tEXt", "openbadge\0y"s));
  EXPECT_EQ(*bake(two, assertion), png_of(itxt("openbadges", assertion)));
}

TEST(Baking, PutsTheElementFirstInAnSvgAndKeepsTheRest) {
  const std::string bare =
      "<?xml version=\"1.0\"?>\r\n<!-- c --><svg xmlns='http://www.w3.org/2000/svg' a='>'>\r\n <g/></svg>\n";
  const auto baked = bake(bare, credential_3);
  ASSERT_TRUE(baked.ok());
  EXPECT_EQ(*baked,
            "<?xml version=\"1.0\"?>\r\n<!-- c --><svg xmlns='http://www.w3.org/2000/svg' a='>' "
            "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><openbadges:credential><![CDATA[" +
                credential_3 + "]]></openbadges:credential>\r\n <g/></svg>\n");
  const auto signed_one = bake(*baked, jws_of(credential_3));
  ASSERT_TRUE(signed_one.ok());
  EXPECT_NE(signed_one->find("<openbadges:credential verify=\"" + jws_of(credential_3) + "\">"), std::string::npos);
  EXPECT_EQ(signed_one->find("CDATA"), std::string::npos);
  EXPECT_EQ(*bake(*signed_one, credential_3), *baked);
  // The prefix already means Open Badges 3.0 at the root: the element says otherwise for itself.
  const auto older = bake(*baked, assertion);
  ASSERT_TRUE(older.ok());
  EXPECT_EQ(unbake(*older)->keyword, "assertion");
  EXPECT_EQ(unbake(*older)->text, assertion);
}

TEST(Baking, HandlesEmptyRootsAndTextsThatCloseCdata) {
  const std::string hard = R"({"a":"]]>","b":"]]]]>>","c":"<&\u0000é"})";
  const auto baked = bake("<s:svg xmlns:s='http://www.w3.org/2000/svg'\n/>", hard);
  ASSERT_TRUE(baked.ok()) << baked.why().text(language::en);
  EXPECT_EQ(unbake(*baked)->text, hard);
  EXPECT_TRUE(baked->ends_with("</openbadges:assertion></s:svg>"));
  // An empty badge element goes as well.
  EXPECT_EQ(unbake(*bake(svg_of("<b:assertion verify='https://example.org'/>"), hard))->text, hard);
}

TEST(Baking, RefusesWhatItCouldNotGiveBack) {
  const auto refusal = [](std::string_view picture, std::string_view credential) {
    return std::string(bake(picture, credential).why().what.code());
  };
  EXPECT_EQ(refusal("GIF89a", assertion), "baking.picture");
  EXPECT_EQ(refusal(assertion, assertion), "baking.picture");
  EXPECT_EQ(refusal(png_of(""), "https://example.org/a"), "baking.credential");
  EXPECT_EQ(refusal(png_of(""), jws_of("[]")), "baking.credential");
  EXPECT_EQ(refusal(png_of(""), "{\"a\":"), "json.syntax");
  EXPECT_EQ(refusal(png_of("").substr(0, 60), assertion), "png.length");
  EXPECT_EQ(refusal("<?xml version='1.0' encoding='ISO-8859-1'?><svg/>", credential_3), "svg.encoding");
  EXPECT_TRUE(bake("<?xml version='1.0' encoding='ISO-8859-1'?><svg/>", jws_of(credential_3)).ok());
}

TEST(Baking, RoundTripsTheOfficialPictures) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors/open-badges/baked");
  for (const char* file : {"public_domain_heart.png", "mozilla-unbaked.png", "simple-json.png", "unbaked_example.svg",
                           "mozilla-unbaked.svg", "simple-jwt_v1.svg", "baked_example.svg"})
    for (const std::string& credential : {assertion, credential_3, jws_of(assertion), jws_of(credential_3)}) {
      const std::string picture = test::slurp(vectors / file);
      const auto baked = bake(picture, credential, file);
      ASSERT_TRUE(baked.ok()) << baked.why().text(language::en);
      EXPECT_EQ(unbake(*baked)->text, credential) << file;
      EXPECT_EQ(*bake(*baked, credential), *baked) << file;
    }
}

// Whatever happens to the bytes, an answer comes back.
TEST(Unbaking, SurvivesRandomDamage) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors/open-badges");
  std::mt19937 random(20260);
  int refused = 0;
  for (const char* file : {"baked/simple-json.png", "baked/baked_heart.png", "ob2/simple-badge.png",
                           "baked/simple-jwt_v1.svg", "baked/baked_example.svg", "baked/mozilla-baked.svg",
                           "baked/mozilla-bad-json.svg", "baked/mozilla-no-json.svg"}) {
    const std::string original = test::slurp(vectors / file);
    const bool png = original.starts_with("\x89PNG");
    for (int round = 0; round < 2000; ++round) {
      std::string bytes = original;
      for (auto flips = 1 + random() % 6; flips > 0; --flips)
        bytes[random() % bytes.size()] = static_cast<char>(random());
      // One round in two, the checksums are made right again so that the damage reaches what lies behind them.
      if (png && round % 2 == 0) {
        for (std::size_t at = 8; at + 12 <= bytes.size();) {
          std::size_t length = 0;
          for (std::size_t i = 0; i < 4; ++i) length = length << 8U | static_cast<unsigned char>(bytes[at + i]);
          if (length > bytes.size() - at - 12) break;
          const auto crc = crc32(0, reinterpret_cast<const unsigned char*>(bytes.data() + at + 4),
                                 static_cast<unsigned>(length + 4));
          bytes.replace(at + 8 + length, 4, big_endian(crc));
          at += length + 12;
        }
      }
      if (round % 5 == 0) bytes.resize(random() % bytes.size());
      const auto read = unbake(bytes, file);
      refused += read ? 0 : 1;
      ASSERT_TRUE(read.ok() || !read.why().what.empty());
      if (round % 10 == 0) (void)bake(bytes, assertion);
    }
  }
  EXPECT_GT(refused, 4000);
  EXPECT_LT(refused, 16000);
}

}  // namespace
}  // namespace activateur
