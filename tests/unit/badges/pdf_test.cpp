// PDF files made here, and by the qpdf program from those; none holds more than a page of nothing and a badge.
#include "badges/pdf.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>

#include "badges/baking.hpp"
#include "crypto/jws.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

using namespace std::string_literals;

const std::string assertion = R"({"@context":"https://w3id.org/openbadges/v2","type":"Assertion","name":"caf\u00e9"})";
const std::string accented = "{\"name\":\"caf\xC3\xA9 \xF0\x9F\x98\x80\"}";
const std::string jws = to_base64url(as_octets(R"({"alg":"ES256"})")) + '.' + to_base64url(as_octets("{}")) + ".c2ln";

std::string code(std::string_view bytes) {
  const auto read = unbake(bytes, "badge");
  if (read) return "read";
  EXPECT_EQ(read.why().where.source, "badge");
  EXPECT_FALSE(read.why().text(language::fr).empty());
  return std::string(read.why().what.code());
}

// What was read, or the code of the refusal.
std::string text(std::string_view bytes) {
  const auto read = unbake(bytes);
  if (!read) return std::string(read.why().what.code());
  EXPECT_EQ(read->container, container_kind::pdf);
  return read->text;
}

std::string padded(std::size_t number, std::size_t width) {
  std::string out = std::to_string(number);
  return std::string(width - out.size(), '0') + out;
}

// The objects are numbered from 1; every one is in the table.
struct pdf_maker {
  std::string bytes = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::size_t last_section = 0;
  std::size_t size = 1;  // one more than the largest number

  // Appends the objects, numbered from `first`, with their table and trailer: a file, or an update of one.
  pdf_maker& section(const std::vector<std::string>& objects, std::size_t first, const std::string& trailer) {
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      offsets.push_back(bytes.size());
      bytes += std::to_string(first + i) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    size = std::max(size, first + objects.size());
    const std::size_t at = bytes.size();
    bytes += "xref\n0 1\n0000000000 65535 f \n" + std::to_string(first) + ' ' + std::to_string(objects.size()) + '\n';
    for (const std::size_t offset : offsets) bytes += padded(offset, 10) + " 00000 n \n";
    bytes += "trailer\n<</Size " + std::to_string(size) + " /Root 1 0 R " + trailer;
    if (last_section > 0) bytes += " /Prev " + std::to_string(last_section);
    bytes += ">>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
    last_section = at;
    return *this;
  }
};

std::string stream_of(const std::string& data, const std::string& members = {}) {
  return "<</Length " + std::to_string(data.size()) + members + ">>\nstream\n" + data + "\nendstream";
}

std::string pdf_of(const std::string& information, const std::string& metadata = {},
                   const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {
      metadata.empty() ? "<</Type /Catalog /Pages 2 0 R>>" : "<</Type /Catalog /Pages 2 0 R /Metadata 5 0 R>>",
      "<</Type /Pages /Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Resources <<>> >>",
      "<</Title (A certificate) " + information + ">>", metadata.empty() ? "null" : metadata};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_maker().section(objects, 1, "/Info 4 0 R").bytes;
}

std::string literal(std::string_view value) {
  std::string out = "(";
  for (const char c : value) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ')';
}

std::string xmp_of(const std::string& inside, const std::string& description = {}) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:openbadges=\"http://openbadges.org\" " +
         description + ">" + inside + "</rdf:Description></rdf:RDF></x:xmpmeta>\n" + std::string(200, ' ') +
         "<?xpacket end=\"w\"?>";
}

std::string with_xmp(const std::string& inside, const std::string& description = {}) {
  return pdf_of("", stream_of(xmp_of(inside, description), " /Type /Metadata /Subtype /XML"));
}

std::string utf16(const std::string& ascii, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF"s : "\xFF\xFE"s;
  for (const char c : ascii) out += big_endian ? "\0"s + c : c + "\0"s;
  return out;
}

std::string deflated(const std::string& data) {
  uLongf size = compressBound(data.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()), data.size(), 9);
  out.resize(size);
  return out;
}

TEST(Pdf, GivesTheBadgeOfItsInformation) {
  const auto read = unbake(pdf_of("/openbadges " + literal(assertion)));
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->container, container_kind::pdf);
  EXPECT_EQ(name(read->container), "pdf");
  EXPECT_EQ(read->keyword, "openbadges");
  EXPECT_EQ(read->text, assertion);

  EXPECT_EQ(text(pdf_of("/openbadges (" + jws + ")")), jws);
  EXPECT_EQ(text(pdf_of("/openbadges (https://badges.example.org/1)")), "https://badges.example.org/1");
  EXPECT_EQ(text(pdf_of("/openbadgecredential " + literal(assertion))), assertion);
  EXPECT_EQ(code(pdf_of("/openbadgecredential (https://badges.example.org/1)")), "baking.content");
  EXPECT_EQ(text(pdf_of("/openbadges 6 0 R", "", {literal(assertion)})), assertion);
  EXPECT_EQ(text(pdf_of("/open#62adges (" + jws + ")")), jws);
}

TEST(Pdf, ReadsEveryWayToWriteText) {
  EXPECT_EQ(text(pdf_of("/openbadges " + literal(accented))), accented);
  EXPECT_EQ(text(pdf_of("/openbadges " + literal("\xEF\xBB\xBF" + accented))), accented);
  EXPECT_EQ(text(pdf_of("/openbadges " + literal(utf16("{\"a\":1}", true)))), "{\"a\":1}");
  // é and U+1F600, in UTF-16.
  EXPECT_EQ(text(pdf_of("/openbadges <FEFF007B00220061 0022003A0022 00E9D83DDE00 0022007D>")),
            "{\"a\":\"\xC3\xA9\xF0\x9F\x98\x80\"}");
  // Not UTF-8: the bytes 8D, 92, A0 and E9 of PDFDocEncoding.
  EXPECT_EQ(text(pdf_of("/openbadges ({\"a\":\"\\215\\222\\240\\351\"})")),
            "{\"a\":\"\xE2\x80\x9C\xE2\x84\xA2\xE2\x82\xAC\xC3\xA9\"}");
  EXPECT_EQ(text(pdf_of("/openbadges ({\"a\":\\\n\"\\050(x)\\)\"})")), "{\"a\":\"((x))\"}");
  EXPECT_EQ(code(pdf_of("/openbadges <FEFFD83D0041>")), "pdf.empty");
  EXPECT_EQ(code(pdf_of("/openbadges <FEFF00>")), "pdf.empty");
  EXPECT_EQ(code(pdf_of("/openbadges /{}")), "pdf.damaged");
  EXPECT_EQ(code(pdf_of("/openbadges /name")), "pdf.empty");
  EXPECT_EQ(code(pdf_of("/openbadges ( )")), "pdf.empty");
}

TEST(Pdf, GivesTheBadgeOfItsMetadata) {
  const auto read = unbake(with_xmp("<openbadges:assertion><![CDATA[" + assertion + "]]></openbadges:assertion>"));
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->container, container_kind::pdf);
  EXPECT_EQ(read->keyword, "assertion");
  EXPECT_EQ(read->text, assertion);

  EXPECT_EQ(text(with_xmp("<openbadges:assertion verify='" + jws + "'/>")), jws);
  EXPECT_EQ(text(with_xmp("<openbadges:assertion verify='" + jws + "'>{}</openbadges:assertion>")), jws);
  EXPECT_EQ(text(with_xmp("", "openbadges:assertion='https://badges.example.org/1'")), "https://badges.example.org/1");
  EXPECT_EQ(text(with_xmp("<openbadges:credential>" + jws + "</openbadges:credential>")), jws);
  EXPECT_EQ(text(with_xmp("<c:credential xmlns:c='https://purl.imsglobal.org/ob/v3p0'>" + jws + "</c:credential>")),
            jws);
  EXPECT_EQ(text(with_xmp("<openbadges:assertion xmlns:openbadges='https://example.org/other'>" + jws +
                          "</openbadges:assertion>")),
            jws);
  EXPECT_EQ(
      text(with_xmp("<openbadges:assertion><rdf:Alt><rdf:li>" + jws + "</rdf:li></rdf:Alt></openbadges:assertion>")),
      jws);
  EXPECT_EQ(code(with_xmp("<x:assertion>" + jws + "</x:assertion>")), "pdf.none");
}

TEST(Pdf, ReadsMetadataInEveryEncodingAndCompressed) {
  const std::string packet = xmp_of("<openbadges:assertion>" + jws + "</openbadges:assertion>");
  std::string ascii = packet;
  ascii.replace(ascii.find("\xEF\xBB\xBF"), 3, "");
  EXPECT_EQ(text(pdf_of("", stream_of(utf16(ascii, true)))), jws);
  EXPECT_EQ(text(pdf_of("", stream_of(utf16(ascii, false)))), jws);
  EXPECT_EQ(text(pdf_of("", stream_of(deflated(packet), " /Filter /FlateDecode"))), jws);
  EXPECT_EQ(text(pdf_of("", stream_of(deflated(packet), " /Filter [6 0 R]"), {"/FlateDecode"})), jws);
  std::string indirect = stream_of(packet);
  indirect.replace(indirect.find("/Length ") + 8, std::to_string(packet.size()).size(), "6 0 R");
  EXPECT_EQ(text(pdf_of("", indirect, {std::to_string(packet.size())})), jws);
}

TEST(Pdf, ReadsTheLatestVersionOfAnUpdatedFile) {
  pdf_maker file;
  file.bytes = pdf_of("/openbadges (https://badges.example.org/old)");
  file.last_section = file.bytes.rfind("xref\n0 1");
  const pdf_maker before = file;
  EXPECT_EQ(text(file.section({"<</openbadges (https://badges.example.org/new)>>"}, 4, "/Info 4 0 R").bytes),
            "https://badges.example.org/new");
  EXPECT_EQ(code(pdf_maker(before).section({}, 6, "").bytes), "pdf.none");
  // An object that the update deletes is no more.
  pdf_maker deleted = before;
  deleted.section({}, 6, "/Info 4 0 R");
  const std::size_t table = deleted.bytes.rfind("0 1\n0000000000 65535 f");
  deleted.bytes.replace(table, 3, "4 1");
  EXPECT_EQ(code(deleted.bytes), "pdf.none");
}

TEST(Pdf, RefusesTwoDifferentBadgesAndNamesBothPlaces) {
  const auto both = [](const std::string& one, const std::string& other) {
    return pdf_of("/openbadges (" + one + ")",
                  stream_of(xmp_of("<openbadges:assertion>" + other + "</openbadges:assertion>")));
  };
  EXPECT_EQ(text(both(jws, " " + jws + "\n")), jws);
  const auto read = unbake(both(jws, assertion));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.why().what.code(), "pdf.two");
  EXPECT_EQ(read.why().what.arguments(), (std::vector<std::string>{"Info openbadges", "XMP openbadges:assertion"}));
  EXPECT_EQ(code(pdf_of("/openbadges (" + jws + ") /openbadgecredential ({})")), "pdf.two");
  EXPECT_EQ(code(with_xmp("<openbadges:assertion>" + jws +
                          "</openbadges:assertion><openbadges:credential>{}"
                          "</openbadges:credential>")),
            "pdf.two");
  // One name twice: readers would differ.
  EXPECT_EQ(code(pdf_of("/openbadges (" + jws + ") /openbadges (" + jws + ")")), "pdf.damaged");
}

TEST(Pdf, RefusesXmlThatHidesThings) {
  const auto packet = [](const std::string& xml) { return code(pdf_of("", stream_of(xml))); };
  EXPECT_EQ(packet("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), "pdf.xmp.doctype");
  EXPECT_EQ(packet("<!DOCTYPE a SYSTEM 'x'><a>&e;</a>"), "pdf.xmp.entity");
  EXPECT_EQ(packet("<a>"), "pdf.xmp.syntax");
  EXPECT_EQ(packet("not XML"), "pdf.xmp.syntax");
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<a>";
  EXPECT_EQ(packet(deep), "pdf.xmp.depth");
  EXPECT_EQ(code(with_xmp("<openbadges:assertion>{}<b/></openbadges:assertion>")), "pdf.xmp.nested");
  EXPECT_EQ(code(with_xmp("<openbadges:assertion/>")), "pdf.empty");
}

TEST(Pdf, RefusesWhatItDoesNotRead) {
  EXPECT_EQ(code(pdf_of("")), "pdf.none");
  EXPECT_EQ(code(pdf_maker().section({"<</Type /Catalog>>"}, 1, "/Encrypt <</Filter /Standard>>").bytes),
            "pdf.encrypted");
  EXPECT_EQ(code(pdf_of("", stream_of("x", " /Filter /LZWDecode"))), "pdf.filter");
  EXPECT_EQ(code(pdf_of("", stream_of("x", " /Filter [/FlateDecode /FlateDecode]"))), "pdf.filter");
  EXPECT_EQ(code(pdf_of("", stream_of("x", " /Filter /FlateDecode"))), "pdf.damaged");
  EXPECT_EQ(code("%PDF-1.7\nnothing"), "pdf.end");
  EXPECT_EQ(code("%PDF-1.7\nstartxref\n0\n"), "pdf.damaged");
  EXPECT_EQ(code("%PDF-1.7\nstartxref\n99999999999999999999\n"), "pdf.damaged");
}

TEST(Pdf, RefusesLoops) {
  std::string file = pdf_of("/openbadges (" + jws + ")");
  const std::string table = std::to_string(file.rfind("xref\n0 1"));
  file.insert(file.rfind(">>\nstartxref"), " /Prev " + table);
  EXPECT_EQ(code(file), "pdf.damaged");
  EXPECT_EQ(code(pdf_of("/openbadges 6 0 R", "", {"7 0 R", "6 0 R"})), "pdf.work");
  EXPECT_EQ(code(pdf_of("", "<</Length 5 0 R>>\nstream\nx\nendstream")), "pdf.work");
  EXPECT_EQ(code(pdf_of("", stream_of("x", " /Filter 6 0 R"), {"6 0 R"})), "pdf.work");
}

TEST(Pdf, BoundsWhatItReads) {
  EXPECT_EQ(code(pdf_of("", stream_of(deflated(std::string(64U << 20U, ' ')), " /Filter /FlateDecode"))), "pdf.bomb");
  EXPECT_EQ(code(pdf_of("/a " + std::string(100'000, '['))), "pdf.damaged");
  std::string many = "[";
  for (int i = 0; i < 300'000; ++i) many += "0 ";
  EXPECT_EQ(code(pdf_of("/a " + many + ']')), "pdf.objects");
  std::string table = "%PDF-1.7\nxref\n0 300000\n";
  const std::size_t at = 9;
  for (int i = 0; i < 300'000; ++i) table += "0000000000 00000 n \n";
  EXPECT_EQ(code(table + "trailer\n<<>>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n"), "pdf.objects");
}

TEST(Pdf, IsRefusedWhenCutAtAnyLength) {
  const std::string file = pdf_of("/openbadges (" + jws + ")");
  // The number after startxref ends the file; what follows it is not needed.
  const std::size_t needed = file.rfind("\n%%EOF");
  for (std::size_t length = 9; length < needed; ++length)
    EXPECT_NE(code(std::string_view(file).substr(0, length)), "read") << length;
  EXPECT_EQ(code(std::string_view(file).substr(0, needed)), "read");
}

TEST(Pdf, IsNeverWritten) {
  const auto made = bake(pdf_of(""), assertion);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().what.code(), "baking.picture");
}

// Runs the qpdf program on a file; empty when it is not installed or fails.
std::string by_qpdf(const std::string& options, const std::string& file) {
  const test::scratch_directory place;
  const std::string in = place.write("in.pdf", file);
  const std::string out = (place / "out.pdf").string();
  if (std::system(("qpdf " + options + " '" + in + "' '" + out + "'").c_str()) != 0) return {};
  return test::slurp(out);
}

TEST(Pdf, ReadsWhatAnotherProgramWrites) {
  if (std::system("qpdf --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "install qpdf (scripts/setup)";
  const std::string in_information = pdf_of("/openbadges " + literal(accented));
  const std::string in_metadata = with_xmp("<openbadges:assertion verify='" + jws + "'/>");
  for (const char* options :
       {"--static-id", "--object-streams=generate", "--linearize", "--linearize --object-streams=generate",
        "--object-streams=generate --compress-streams=y --recompress-flate --compression-level=9", "--qdf"}) {
    EXPECT_EQ(text(by_qpdf(options, in_information)), accented) << options;
    EXPECT_EQ(text(by_qpdf(options, in_metadata)), jws) << options;
  }
  EXPECT_EQ(code(by_qpdf("--encrypt '' owner 256 --", in_information)), "pdf.encrypted");
}

}  // namespace
}  // namespace activateur
