// Web addresses, compared as verification needs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace activateur {

// An absolute http or https URL without user information. Anything that clients read differently (backslashes,
// control characters, spaces, non-ASCII hosts, empty hosts) is no web address here.
struct web_address {
  std::string scheme;    // "http" or "https"
  std::string host;      // lower case
  std::string port;      // empty for the default one
  std::string path;      // from the first '/', query included, fragment excluded
  std::string fragment;  // without '#'

  [[nodiscard]] std::string origin() const { return scheme + "://" + authority(); }
  [[nodiscard]] std::string authority() const { return port.empty() ? host : host + ':' + port; }
  [[nodiscard]] bool secure() const { return scheme == "https"; }
};
std::optional<web_address> read_web_address(std::string_view text);

// RFC 3986 section 3: "scheme:" followed by something; no white space or control characters.
bool has_scheme(std::string_view uri);

// The same address but for http against https: sites moved to HTTPS without renaming their badges.
bool same_but_for_tls(std::string_view a, std::string_view b);

// Text before the first '#', and after it.
std::string_view without_fragment(std::string_view uri);
std::string_view fragment_of(std::string_view uri);

}  // namespace activateur
