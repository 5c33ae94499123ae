#include "base/iri.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace activateur {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What no IRI contains (RFC 3987 section 2.2), white space and controls included; N-Quads forbids the same.
constexpr std::array<bool, 256> forbidden = [] {
  std::array<bool, 256> out{};
  for (std::size_t c = 0; c <= 0x20; ++c) out[c] = true;
  out[0x7F] = true;
  for (const char c : std::string_view("<>\"{}|^`\\")) out[static_cast<unsigned char>(c)] = true;
  return out;
}();

// Length of the scheme before its colon; 0 when there is none (RFC 3986 section 3.1).
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text[0])) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i;
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

bool holds_white_space(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (text.size() - i > 8) {  // as long as eight bytes are all above 0x20
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, sizeof word);
      if ((((word - 0x2121212121212121ULL) & ~word) & 0x8080808080808080ULL) != 0) break;
      i += 8;
    }
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) return true;
  }
  return false;
}

// The five components of RFC 3986 appendix B; a missing one differs from an empty one.
struct components {
  std::string_view scheme, authority, path, query, fragment;
  bool has_authority = false, has_query = false, has_fragment = false;
};

components split(std::string_view text) {
  components c;
  if (const std::size_t n = scheme_length(text); n > 0) {
    c.scheme = text.substr(0, n);
    text.remove_prefix(n + 1);
  }
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    c.has_fragment = true;
    c.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    c.has_query = true;
    c.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (text.substr(0, 2) == "//") {
    c.has_authority = true;
    text.remove_prefix(2);
    const std::size_t slash = text.find('/');
    c.authority = text.substr(0, slash);
    text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash);
  }
  c.path = text;
  return c;
}

// RFC 3986 section 5.2.4; `from` is where the path begins in `out`.
void append_without_dots(std::string_view path, std::string& out) {
  const std::size_t from = out.size();
  while (!path.empty()) {
    if (path.substr(0, 3) == "../") {
      path.remove_prefix(3);
    } else if (path.substr(0, 2) == "./") {
      path.remove_prefix(2);
    } else if (path.substr(0, 3) == "/./") {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.substr(0, 4) == "/../" || path == "/..") {
      path = path.size() == 3 ? std::string_view("/") : path.substr(3);
      const std::size_t slash = std::string_view(out).substr(from).rfind('/');  // what is before it is never looked at
      out.resize(slash == std::string_view::npos ? from : from + slash);
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t slash = path.find('/', 1);
      out += path.substr(0, slash);
      path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
    }
  }
}

}  // namespace

std::string resolve_iri(std::string_view base_text, std::string_view reference) {
  if (base_text.empty()) return std::string(reference);
  const components r = split(reference);
  const components base = split(base_text);
  if (base.scheme.empty()) return std::string(reference);
  std::string out;
  out.reserve(base_text.size() + reference.size());
  const auto append_authority = [&out](const components& c) {
    if (!c.has_authority) return;
    out += "//";
    out += c.authority;
  };
  const auto append_query = [&out](const components& c) {
    if (!c.has_query) return;
    out += '?';
    out += c.query;
  };
  // RFC 3986 section 5.2.2.
  out += r.scheme.empty() ? base.scheme : r.scheme;
  out += ':';
  if (!r.scheme.empty() || r.has_authority) {
    append_authority(r);
    append_without_dots(r.path, out);
    append_query(r);
  } else if (r.path.empty()) {
    append_authority(base);
    out += base.path;
    append_query(r.has_query ? r : base);
  } else {
    append_authority(base);
    if (r.path.front() == '/') {
      append_without_dots(r.path, out);
    } else {
      // Section 5.2.3: beside the last segment of the base.
      std::string merged;
      if (base.has_authority && base.path.empty()) {
        merged = "/";
      } else if (const std::size_t slash = base.path.rfind('/'); slash != std::string_view::npos) {
        merged = base.path.substr(0, slash + 1);
      }
      merged += r.path;
      append_without_dots(merged, out);
    }
    append_query(r);
  }
  if (r.has_fragment) {
    out += '#';
    out += r.fragment;
  }
  return out;
}

bool has_iri_form(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  return scheme > 0 && !holds_white_space(text.substr(scheme));
}

bool is_well_formed_iri(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  if (scheme == 0) return false;
  unsigned hashes = 0;
  unsigned refused = 0;
  for (const char c : text.substr(scheme)) {
    hashes += c == '#' ? 1U : 0U;
    refused |= forbidden[static_cast<unsigned char>(c)];
  }
  return refused == 0 && hashes <= 1;  // RFC 3987 section 2.2: no `#` in a fragment
}

bool is_language_tag(std::string_view text) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
    } else if (!is_alpha(c) && (first || !is_digit(c))) {
      return false;
    } else if (++length > 8) {
      return false;
    }
  }
  return length > 0;
}

bool ends_with_delimiter(std::string_view text) {
  return !text.empty() && std::string_view(":/?#[]@").find(text.back()) != std::string_view::npos;
}

}  // namespace activateur
