#include <array>
#include <cstring>

#include "linkeddata/statement.hpp"
#include "linkeddata/vocabulary_iris.hpp"

namespace activateur {
namespace {

constexpr std::array<bool, 256> escaped_bytes = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}();

// Whether one of eight bytes is in that table. May say yes wrongly, never no.
bool may_hold_escaped(const char* eight) {
  constexpr auto each = [](std::uint64_t c) { return 0x0101010101010101ULL * c; };
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  const auto is_zero = [&](std::uint64_t difference) { return (difference - each(1)) & ~difference; };
  const std::uint64_t found = ((word - each(0x20)) & ~word) | is_zero(word ^ each('"')) | is_zero(word ^ each('\\')) |
                              is_zero(word ^ each(0x7F));
  return (found & each(0x80)) != 0;
}

// RDFC-1.0 appendix A: ECHAR where there is one, \u00XX for the other controls and DEL, all else as it is.
void write_escaped(std::string_view text, std::string& out) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (text.size() - i > 8 && !may_hold_escaped(text.data() + i)) i += 8;
    const auto c = static_cast<unsigned char>(text[i]);
    if (!escaped_bytes[c]) continue;
    out.append(text.substr(copied, i - copied));
    copied = i + 1;
    out += '\\';
    switch (c) {
      case '"': out += '"'; break;
      case '\\': out += '\\'; break;
      case '\b': out += 'b'; break;
      case '\t': out += 't'; break;
      case '\n': out += 'n'; break;
      case '\f': out += 'f'; break;
      case '\r': out += 'r'; break;
      default:
        out += "u00";
        out += hex[c >> 4U];
        out += hex[c & 0x0FU];
    }
  }
  out.append(text.substr(copied));
}

void write_iri(std::string_view iri, std::string& out) {
  out += '<';
  out += iri;
  out += '>';
}

}  // namespace

void write_term(const term_view& t, std::string& out) {
  if (t.kind != term_kind::literal) return write_iri(t.value, out);
  out += '"';
  write_escaped(t.value, out);
  out += '"';
  if (!t.language.empty()) {
    out += '@';
    out += t.language;
  } else if (!t.datatype.empty() && t.datatype != xsd_string) {
    out += "^^";
    write_iri(t.datatype, out);
  }
}

void write_term(const term& t, std::string& out) {
  if (t.kind != term_kind::blank) return write_term({t.kind, not_blank, t.value, t.datatype, t.language}, out);
  out += "_:";
  out += t.value;
}

std::string write_nquad(const quad& q) {
  std::string out;
  write_term(q.subject, out);
  out += ' ';
  write_term(q.predicate, out);
  out += ' ';
  write_term(q.object, out);
  if (q.graph.kind != term_kind::iri || !q.graph.value.empty()) {
    out += ' ';
    write_term(q.graph, out);
  }
  out += " .\n";
  return out;
}

}  // namespace activateur
