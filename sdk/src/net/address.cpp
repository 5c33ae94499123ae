#include "net/address.hpp"

#include <algorithm>

namespace activateur {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool host_character(char c) { return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_'; }

}  // namespace

std::string_view without_fragment(std::string_view uri) { return uri.substr(0, uri.find('#')); }

std::string_view fragment_of(std::string_view uri) {
  const auto hash = uri.find('#');
  return hash == std::string_view::npos ? std::string_view{} : uri.substr(hash + 1);
}

bool has_scheme(std::string_view uri) {
  const auto colon = uri.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == uri.size() || !is_alpha(uri.front())) return false;
  for (const char c : uri.substr(0, colon)) {
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
  }
  return std::none_of(uri.begin(), uri.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

std::optional<web_address> read_web_address(std::string_view text) {
  web_address out;
  const auto mark = text.find("://");
  if (mark == std::string_view::npos) return std::nullopt;
  out.scheme = lower(text.substr(0, mark));
  if (out.scheme != "http" && out.scheme != "https") return std::nullopt;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\') return std::nullopt;
  }
  out.fragment = fragment_of(text);
  std::string_view rest = without_fragment(text).substr(mark + 3);
  const auto end = rest.find_first_of("/?");
  const std::string_view authority = rest.substr(0, end);
  out.path = end == std::string_view::npos ? "/" : std::string(rest.substr(end));
  if (out.path.front() == '?') out.path.insert(0, "/");
  const auto colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (host.empty() || !std::all_of(host.begin(), host.end(), host_character)) return std::nullopt;
  out.host = lower(host);
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return std::nullopt;
    if (port != (out.secure() ? "443" : "80")) out.port = port;
  }
  return out;
}

bool same_but_for_tls(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto left = read_web_address(a);
  const auto right = read_web_address(b);
  return left && right && left->authority() == right->authority() && left->path == right->path &&
         left->fragment == right->fragment;
}

}  // namespace activateur
