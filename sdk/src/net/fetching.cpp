#include "net/fetching.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "net/http.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::string_view user_agent = "Activateur/" ACTIVATEUR_VERSION;
constexpr std::size_t host_bytes_max = 253;
constexpr std::size_t label_bytes_max = 63;

std::uint16_t port_of(const web_address& address) {
  if (address.port.empty()) return address.secure() ? 443 : 80;
  unsigned port = 0;
  std::from_chars(address.port.data(), address.port.data() + address.port.size(), port);
  return port > 0xffff ? 0 : static_cast<std::uint16_t>(port);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A full domain name. A last label that begins with a digit is an IPv4 address to somebody ("127.1", "0x7f.1",
// "2130706433"); a single name, and one that a search list may complete, leads into the host's own network.
bool is_domain_name(std::string_view host) {
  if (host.size() > host_bytes_max || host.find('.') == std::string_view::npos) return false;
  std::string_view last = host;
  while (true) {
    const auto dot = last.find('.');
    const std::string_view label = last.substr(0, dot);
    if (label.empty() || label.size() > label_bytes_max || label.starts_with('-') || label.ends_with('-')) return false;
    if (dot == std::string_view::npos) return !is_digit(last.front());
    last.remove_prefix(dot + 1);
  }
}

// The same for the dots that some clients decode ("%2e").
bool has_dot_segment(std::string_view path) {
  path = path.substr(0, path.find('?'));
  while (!path.empty()) {
    path.remove_prefix(1);  // '/'
    std::string segment(path.substr(0, path.find('/')));
    path.remove_prefix(segment.size());
    for (const char* encoded : {"%2e", "%2E"})
      for (auto at = segment.find(encoded); at != std::string::npos; at = segment.find(encoded))
        segment.replace(at, 3, ".");
    if (segment == "." || segment == "..") return true;
  }
  return false;
}

// An IRI's path and query as they are sent (RFC 3987 section 3.1, step 2).
std::string as_uri(std::string_view iri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
  }
  return out;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

bool is_trusted(const web_address& address, const network_options& options) {
  const std::string with_port = address.host + ':' + std::to_string(port_of(address));
  return std::any_of(options.trusted_private_hosts.begin(), options.trusted_private_hosts.end(),
                     [&](const std::string& one) { return one == address.authority() || one == with_port; });
}

result<web_address> may_fetch(std::string_view url, const network_options& options) {
  auto read = read_web_address(without_fragment(url));
  if (!read) return fail(failure::denied, network_unreadable);
  read->path = as_uri(read->path);
  const auto visible = [](char c) { return c > 0x20 && c < 0x7f; };
  if (url.size() > url_bytes_max || !std::all_of(read->path.begin(), read->path.end(), visible) ||
      has_dot_segment(read->path))
    return fail(failure::denied, network_url, {shortened(read->authority(), 80), std::to_string(url_bytes_max)});
  if (is_trusted(*read, options)) {
    if (!read->secure() && !options.allow_http_for_trusted)
      return fail(failure::denied, network_insecure, {read->authority()});
    return *read;
  }
  if (!is_domain_name(read->host)) return fail(failure::denied, network_host, {shortened(read->host, 80)});
  if (!read->secure()) return fail(failure::denied, network_insecure, {read->authority()});
  const auto port = port_of(*read);
  if (port != 443 && (port < 1024 || !options.high_ports))
    return fail(failure::denied, network_port, {read->authority()});
  return *read;
}

std::string redirect_target(const web_address& from, std::string_view location) {
  location = without_fragment(location);
  if (location.empty() || has_scheme(location)) return std::string(location);
  if (location.starts_with("//")) return from.scheme + ':' + std::string(location);
  if (location.starts_with('/')) return from.origin() + std::string(location);
  const std::string path = from.path.substr(0, from.path.find('?'));
  if (location.starts_with('?')) return from.origin() + path + std::string(location);
  return from.origin() + path.substr(0, path.rfind('/') + 1) + std::string(location);
}

// Looked up once; the connection then goes to what was examined, whatever the name says next (DNS rebinding). One
// address that is not allowed condemns the name: an attacker's zone answers with a public and a private one.
result<std::vector<ip_address>> fetcher::addresses_of(const web_address& what, const patience& bounds) const {
  const bool trusted = is_trusted(what, options_);
  result<std::vector<ip_address>> found = std::vector<ip_address>{};
  if (const auto literal = read_ip_address(what.host))
    (*found).push_back(*literal);
  else  // the final dot keeps search lists away
    found = options_.resolve(trusted ? what.host : what.host + '.', bounds.whole.step(bounds.connect));
  if (!found) return found;
  for (const ip_address& one : *found) {
    const reach to = reach_of(one);
    if (to == reach::nobody || (to == reach::own && !trusted))
      return fail(failure::denied, network_refused_address, {what.authority(), to_text(one)});
  }
  return found;
}

result<fetcher::step> fetcher::ask(const web_address& what, const patience& bounds) const {
  auto addresses = addresses_of(what, bounds);
  if (!addresses) return std::move(addresses).why();
  auto stream = connect_to(*addresses, port_of(what), bounds, what.authority());
  if (stream && what.secure()) stream = tls_.secure(*std::move(stream), what.host);
  if (!stream) return std::move(stream).why();
  if (auto sent = (*stream)->write(get_request(what, options_.accept, user_agent)); !sent) return std::move(sent).why();
  http_answer answer(**stream, what.authority());
  if (auto head = answer.read_head(); !head) return std::move(head).why();
  step out{answer.status(), {}, answer.location(), answer.next(), answer.total()};
  // What is gone may say why, and is as gone when it does not.
  if (out.status == 200 || out.status == 410) {
    auto body = answer.read_body(options_.body_bytes_max);
    if (body)
      out.body = *std::move(body);
    else if (out.status == 200)
      return std::move(body).why();
  }
  return out;
}

result<fetched_document> fetcher::fetch(std::string_view url) const {
  const patience bounds{deadline(options_.whole_max), options_.connect_max, options_.read_max};
  std::string next(without_fragment(url));
  std::string first;
  for (std::size_t hop = 0; hop <= options_.redirects_max; ++hop) {
    auto what = may_fetch(next, options_);
    if (!what) return std::move(what).why();
    if (first.empty()) first = what->authority();
    if (auto counted = allowed_(what->host); !counted) return std::move(counted).why();
    auto done = ask(*what, bounds);
    if (!done) return std::move(done).why();
    if (done->status == 200 || done->status == 404 || done->status == 410)
      return fetched_document{done->status, std::move(done->body), what->origin() + what->path,
                              done->next.empty() ? std::string() : redirect_target(*what, done->next), done->total};
    if (!is_redirect(done->status) || done->location.empty())
      return fail(failure::io, network_status, {what->authority(), std::to_string(done->status)});
    next = redirect_target(*what, done->location);
  }
  return fail(failure::io, network_redirects, {first, std::to_string(options_.redirects_max)});
}

}  // namespace activateur
