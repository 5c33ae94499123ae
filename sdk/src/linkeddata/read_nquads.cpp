#include <algorithm>

#include "base/text.hpp"
#include "linkeddata/dataset.hpp"
#include "linkeddata/vocabulary_iris.hpp"

namespace activateur {
namespace {

constexpr message not_utf8{"nquads.utf8", "The text is not UTF-8. Save it again as UTF-8.",
                           "Le texte n'est pas en UTF-8. Enregistrez-le de nouveau en UTF-8."};
constexpr message too_big{"nquads.size", "The N-Quads text has {0} bytes; at most {1} are accepted.",
                          "Le texte N-Quads fait {0} octets ; {1} au plus sont acceptés."};
constexpr message too_many{"nquads.quads", "The N-Quads text has more than {0} quads.",
                           "Le texte N-Quads a plus de {0} quads."};
constexpr message no_subject{"nquads.subject", "A statement starts with an IRI <...> or a blank node _:label.",
                             "Une déclaration commence par une IRI <...> ou un nœud anonyme _:label."};
constexpr message no_predicate{"nquads.predicate", "An IRI <...> is expected here as predicate.",
                               "Une IRI <...> est attendue ici comme prédicat."};
constexpr message no_object{"nquads.object",
                            "An IRI <...>, a blank node _:label or a literal \"...\" is expected here.",
                            "Une IRI <...>, un nœud anonyme _:label ou un littéral \"...\" est attendu ici."};
constexpr message no_dot{"nquads.dot", "The statement must end with a dot, after a graph name at most.",
                         "La déclaration doit finir par un point, après un nom de graphe au plus."};
constexpr message no_line_end{"nquads.line", "One statement a line: only a comment may follow the dot.",
                              "Une déclaration par ligne : seul un commentaire peut suivre le point."};
constexpr message bad_iri{
    "nquads.iri", "The IRI is not closed, not absolute, or holds a character that IRIs forbid (blank, <>\"{}|^`\\).",
    "L'IRI n'est pas fermée, pas absolue, ou contient un caractère interdit (blanc, <>\"{}|^`\\)."};
constexpr message bad_escape{"nquads.escape",
                             "This escape is not one of N-Quads, or does not mean a Unicode character.",
                             "Cet échappement n'est pas du N-Quads, ou ne désigne pas un caractère Unicode."};
constexpr message bad_literal{"nquads.literal", "The literal is not closed on its line.",
                              "Le littéral n'est pas fermé sur sa ligne."};
constexpr message bad_language{"nquads.language", "A language tag such as @fr or @fr-CA is expected here.",
                               "Une étiquette de langue comme @fr ou @fr-CA est attendue ici."};
constexpr message bad_label{"nquads.label",
                            "This is not a blank node label: _: then letters, digits, _, - or inner dots.",
                            "Ce n'est pas un nœud anonyme : _: puis lettres, chiffres, _, - ou points intérieurs."};

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

struct range {
  char32_t first, last;
};

// PN_CHARS_BASE of RDF 1.1 N-Quads section 4.
constexpr range label_letters[] = {
    {'A', 'Z'},       {'a', 'z'},       {0x00C0, 0x00D6}, {0x00D8, 0x00F6},   {0x00F8, 0x02FF},
    {0x0370, 0x037D}, {0x037F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F},   {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
};
bool starts_label(char32_t c) {  // PN_CHARS_U | [0-9]
  if (is_digit(c) || c == '_' || c == ':') return true;
  return std::any_of(std::begin(label_letters), std::end(label_letters),
                     [c](const range& r) { return c >= r.first && c <= r.last; });
}
bool in_label(char32_t c) {  // PN_CHARS
  return starts_label(c) || c == '-' || c == 0x00B7 || (c >= 0x0300 && c <= 0x036F) || (c >= 0x203F && c <= 0x2040);
}
bool in_iri(char32_t c) {
  return c > 0x20 && (c > 0x7F || std::string_view("<>\"{}|^`\\").find(static_cast<char>(c)) == std::string_view::npos);
}

void append_utf8(char32_t c, std::string& out) {
  const auto follow = [&](unsigned shift) { out += static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | c >> 6U);
    follow(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | c >> 12U);
    follow(6);
    follow(0);
  } else {
    out += static_cast<char>(0xF0U | c >> 18U);
    follow(12);
    follow(6);
    follow(0);
  }
}

// RFC 3987 section 2.2: what comes before the first colon is a scheme. N-Quads has absolute IRIs alone.
bool has_scheme(std::string_view iri) {
  const auto colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(static_cast<unsigned char>(iri[0]))) return false;
  return std::all_of(iri.begin(), iri.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c)) || c == '+' ||
           c == '-' || c == '.';
  });
}

// Recursive descent over the grammar of RDF 1.1 N-Quads section 4; every method returns false at the first error.
class parser {
 public:
  // `text` is valid UTF-8.
  parser(std::string_view text, const nquads_limits& bounds) : text_(text), bounds_(bounds) {}

  bool document(dataset& out) {
    while (true) {
      skip_blanks();
      if (at_end()) return true;
      if (!line_ends()) {
        if (out.size() >= bounds_.quads) return refuse(too_many, at_, {std::to_string(bounds_.quads)});
        if (!statement(out.emplace_back())) return false;
        skip_blanks();
        if (!at_end() && !line_ends()) return refuse(no_line_end, at_);
      }
      while (!at_end() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;  // a comment
      while (next_is('\n') || next_is('\r')) ++at_;
    }
  }

  [[nodiscard]] error why(const std::string& source) const {
    const text_position p = position_of(text_, offset_);
    return fail(what_ == &too_many ? failure::limit : failure::input, *what_, arguments_,
                {source, {}, p.line, p.column});
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool next_is(char c) const { return !at_end() && text_[at_] == c; }
  [[nodiscard]] bool line_ends() const { return next_is('\n') || next_is('\r') || next_is('#'); }
  void skip_blanks() {
    while (next_is(' ') || next_is('\t')) ++at_;
  }
  bool refuse(const message& what, std::size_t offset, std::vector<std::string> arguments = {}) {
    what_ = &what;
    offset_ = offset;
    arguments_ = std::move(arguments);
    return false;
  }

  bool statement(quad& q) {
    if (next_is('<') ? !iri(q.subject) : next_is('_') ? !blank(q.subject) : !refuse(no_subject, at_)) return false;
    skip_blanks();
    if (!next_is('<')) return refuse(no_predicate, at_);
    if (!iri(q.predicate)) return false;
    skip_blanks();
    if (next_is('"')   ? !literal(q.object)
        : next_is('<') ? !iri(q.object)
        : next_is('_') ? !blank(q.object)
                       : !refuse(no_object, at_))
      return false;
    skip_blanks();
    if (next_is('<') ? !iri(q.graph) : next_is('_') && !blank(q.graph)) return false;
    skip_blanks();
    if (!next_is('.')) return refuse(no_dot, at_);
    ++at_;
    return true;
  }

  bool iri(term& t) {
    t.kind = term_kind::iri;
    return iri(t.value);
  }

  bool iri(std::string& out) {
    const std::size_t start = at_++;
    while (true) {
      std::size_t end = at_;
      while (end < text_.size() && in_iri(static_cast<unsigned char>(text_[end]))) ++end;
      out.append(text_.substr(at_, end - at_));
      at_ = end;
      if (!next_is('\\')) break;
      const std::size_t escape = at_;
      char32_t c = 0;
      if (!unicode_escape(c)) return false;
      // An escape does not let in what the IRI itself may not hold (RDF 1.1 Concepts section 3.2).
      if (!in_iri(c)) return refuse(bad_iri, escape);
      append_utf8(c, out);
    }
    if (!next_is('>') || !has_scheme(out)) return refuse(bad_iri, start);
    ++at_;
    return true;
  }

  bool blank(term& t) {
    const std::size_t start = at_++;
    t.kind = term_kind::blank;
    if (!next_is(':')) return refuse(bad_label, start);
    const std::size_t first = ++at_;
    std::size_t end = first;  // after the last character that may end a label
    while (!at_end()) {
      const std::size_t before = at_;
      const char32_t c = next_character();
      if (before == first ? starts_label(c) : in_label(c)) {
        end = at_;
      } else if (before == first || c != '.') {
        break;
      }
    }
    at_ = end;
    if (end == first) return refuse(bad_label, start);
    t.value = text_.substr(first, end - first);
    return true;
  }

  bool literal(term& t) {
    const std::size_t start = at_++;
    t.kind = term_kind::literal;
    while (true) {
      const std::size_t end = std::min(text_.find_first_of("\"\\\n\r", at_), text_.size());
      t.value.append(text_.substr(at_, end - at_));
      at_ = end;
      if (next_is('"')) break;
      if (!next_is('\\')) return refuse(bad_literal, start);
      if (!escape(t.value)) return false;
    }
    ++at_;
    if (next_is('@')) {
      t.datatype = rdf_lang_string;
      return language(t.language);
    }
    if (!next_is('^')) {
      t.datatype = xsd_string;
      return true;
    }
    if (!text_.substr(at_).starts_with("^^<")) return refuse(bad_iri, at_);
    at_ += 2;
    return iri(t.datatype);
  }

  bool language(std::string& out) {
    const std::size_t start = at_++;
    const auto subtag = [&](bool first) {
      const std::size_t from = at_;
      while (!at_end() && (is_letter(static_cast<unsigned char>(text_[at_])) ||
                           (!first && is_digit(static_cast<unsigned char>(text_[at_])))))
        ++at_;
      return at_ > from;
    };
    if (!subtag(true)) return refuse(bad_language, start);
    while (next_is('-')) {
      ++at_;
      if (!subtag(false)) return refuse(bad_language, start);
    }
    out = text_.substr(start + 1, at_ - start - 1);
    return true;
  }

  bool escape(std::string& out) {
    constexpr std::string_view letters = "tbnrf\"'\\";
    constexpr std::string_view meant = "\t\b\n\r\f\"'\\";
    const auto short_one = at_ + 1 < text_.size() ? letters.find(text_[at_ + 1]) : std::string_view::npos;
    if (short_one != std::string_view::npos) {
      out += meant[short_one];
      at_ += 2;
      return true;
    }
    char32_t c = 0;
    if (!unicode_escape(c)) return false;
    append_utf8(c, out);
    return true;
  }

  // UCHAR, at its backslash.
  bool unicode_escape(char32_t& c) {
    const std::size_t start = at_++;
    const std::size_t digits = next_is('u') ? 4 : next_is('U') ? 8 : 0;
    if (digits == 0 || text_.size() - at_ <= digits) return refuse(bad_escape, start);
    std::uint32_t value = 0;
    for (const char digit : text_.substr(at_ + 1, digits)) {
      const auto at = std::string_view("0123456789abcdefABCDEF").find(digit);
      if (at == std::string_view::npos) return refuse(bad_escape, start);
      value = value << 4U | static_cast<std::uint32_t>(at < 16 ? at : at - 6);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return refuse(bad_escape, start);
    at_ += digits + 1;
    c = value;
    return true;
  }

  char32_t next_character() {
    const auto lead = static_cast<unsigned char>(text_[at_]);
    const unsigned length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (unsigned i = 1; i < length; ++i) c = c << 6U | (static_cast<unsigned char>(text_[at_ + i]) & 0x3FU);
    at_ += length;
    return c;
  }

  std::string_view text_;
  nquads_limits bounds_;
  std::size_t at_ = 0;
  const message* what_ = nullptr;
  std::size_t offset_ = 0;
  std::vector<std::string> arguments_;
};

}  // namespace

result<dataset> read_nquads(std::string_view text, const nquads_limits& bounds, const std::string& source) {
  location where{source, {}, 0, 0};
  if (text.size() > bounds.bytes)
    return fail(failure::limit, too_big, {std::to_string(text.size()), std::to_string(bounds.bytes)}, where);
  if (const auto bad = first_bad_utf8(text)) {
    const text_position p = position_of(text, *bad);
    return fail(failure::input, not_utf8, {}, {source, {}, p.line, p.column});
  }
  dataset out;
  parser reading(text, bounds);
  if (!reading.document(out)) return reading.why(source);
  return out;
}

}  // namespace activateur
