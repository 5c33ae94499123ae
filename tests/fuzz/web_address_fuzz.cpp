// Any bytes as a web address, a did:web and an IP address. What is read must read the same again, and nothing that may
// be fetched leads past the guard: no user, no number for a host, no plain http, no dot segments.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "badges/did.hpp"
#include "net/fetching.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void examine_address(std::string_view text) {
  const auto read = read_web_address(text);
  if (!read) return;
  const std::string once = read->origin() + read->path;
  require(once.find_first_of("\\#\t\r\n ") == std::string::npos);
  require(read->authority().find('@') == std::string::npos);
  const auto again = read_web_address(once);
  require(again && again->origin() + again->path == once);
  require(has_scheme(once) && same_but_for_tls(once, once));
}

void examine_fetch(std::string_view text) {
  static const network_options defaults;
  const auto allowed = may_fetch(text, defaults);
  if (!allowed) {
    require(!allowed.why().text(language::en).empty() && !allowed.why().text(language::fr).empty());
    return;
  }
  require(allowed->secure() && allowed->port.empty());
  require(!read_ip_address(allowed->host) && !allowed->host.ends_with('.'));
  require(allowed->host.find('.') != std::string::npos);
  require((allowed->path.substr(0, allowed->path.find('?')) + '/').find("/../") == std::string::npos);
  require(std::all_of(allowed->path.begin(), allowed->path.end(), [](char c) { return c > 0x20 && c < 0x7f; }));
  require(may_fetch(allowed->origin() + allowed->path, defaults).ok());
  // Wherever a redirect leads, it is read again by the same rules, and stays on the site unless it names another.
  const std::string next = redirect_target(*allowed, text.substr(text.size() / 2));
  (void)may_fetch(next, defaults);
  const auto beside = may_fetch(redirect_target(*allowed, "/b"), defaults);
  require(beside && beside->host == allowed->host && beside->path == "/b");
}

void examine_ip(std::string_view text) {
  const auto read = read_ip_address(std::string(text));
  if (!read) return;
  const auto again = read_ip_address(to_text(*read));
  require(again && reach_of(*again) == reach_of(*read) && *again == *read);
}

void run(std::string_view bytes) {
  examine_address(bytes);
  examine_fetch(bytes);
  examine_fetch("https://" + std::string(bytes));
  examine_ip(bytes);
  ip_address raw{true, {}};
  std::copy_n(bytes.begin(), std::min<std::size_t>(bytes.size(), 16), raw.bytes.begin());
  require(read_ip_address(to_text(raw)) == raw);
  (void)reach_of(raw);
  const auto did = read_did_url("did:web:" + std::string(bytes));
  const auto address = did ? address_of_did_web(*did) : std::nullopt;
  if (!address) return;
  const auto read = read_web_address(*address);
  require(read && read->secure() && read->path.ends_with("/did.json") && !read_ip_address(read->host));
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
