#include "badges/did.hpp"

#include <algorithm>

#include "net/address.hpp"

namespace activateur {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }
bool is_id_character(char c) {
  return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
}

// URL parsers read "127.1", "0x7f.1" and "2130706433" as IPv4 addresses: a last label that starts with a digit is
// enough to refuse (no top-level domain does).
bool may_be_an_ip_address(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string_view last = host.substr(host.rfind('.') + 1);
  return last.empty() || is_digit(last.front());
}

}  // namespace

std::optional<did_url> read_did_url(std::string_view text) {
  if (!text.starts_with("did:")) return std::nullopt;
  did_url out;
  out.did = without_fragment(text);
  out.fragment = fragment_of(text);
  if (text.find('#') != std::string_view::npos && out.fragment.empty()) return std::nullopt;
  const std::string_view rest = std::string_view(out.did).substr(4);
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == rest.size()) return std::nullopt;
  out.method = rest.substr(0, colon);
  out.id = rest.substr(colon + 1);
  if (!std::all_of(out.method.begin(), out.method.end(), is_lower_or_digit)) return std::nullopt;
  for (std::size_t i = 0; i < out.id.size(); ++i) {
    const char c = out.id[i];
    if (!is_id_character(c) && c != ':' && c != '%') return std::nullopt;
  }
  return out;
}

std::optional<std::string> address_of_did_web(const did_url& did) {
  std::string_view rest = did.id;
  std::string host(rest.substr(0, rest.find(':')));
  std::string port;
  if (const auto encoded = host.find('%'); encoded != std::string::npos) {
    const std::string_view code = std::string_view(host).substr(encoded, 3);
    if (code != "%3A" && code != "%3a") return std::nullopt;
    port = host.substr(encoded + 3);
    host.resize(encoded);
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return std::nullopt;
  }
  if (host.empty() || may_be_an_ip_address(host)) return std::nullopt;
  std::string url = "https://" + host + (port.empty() ? "" : ":" + port);
  if (rest.find(':') == std::string_view::npos) url += "/.well-known";
  for (std::size_t colon = rest.find(':'); colon != std::string_view::npos;) {
    rest.remove_prefix(colon + 1);
    colon = rest.find(':');
    const std::string_view segment = rest.substr(0, colon);
    if (segment.empty() || segment == "." || segment == ".." ||
        !std::all_of(segment.begin(), segment.end(), is_id_character))
      return std::nullopt;
    url += '/';
    url += segment;
  }
  url += "/did.json";
  if (!read_web_address(url)) return std::nullopt;
  return url;
}

}  // namespace activateur
