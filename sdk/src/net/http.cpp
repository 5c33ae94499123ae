#include "net/http.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/word.hpp"
#include "net/link_field.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::size_t head_bytes_max = 64U << 10U;  // of fields together, and of the line before a chunk
constexpr int interim_answers_max = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// RFC 9110 section 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view without_blanks(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::uint64_t> number(std::string_view digits, int base) {
  std::uint64_t out = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out, base);
  if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return out;
}

}  // namespace

std::string get_request(const web_address& what, std::string_view accept, std::string_view user_agent) {
  std::string out = "GET " + what.path + " HTTP/1.1\r\nHost: " + what.authority() + "\r\nUser-Agent: ";
  out.append(user_agent).append("\r\nAccept: ").append(accept);
  return out + "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
}

error http_answer::broken(const std::string& what) const { return fail(failure::io, network_protocol, {host_, what}); }

error http_answer::too_big(std::size_t bytes_max) const {
  return fail(failure::limit, network_too_big, {host_, std::to_string(bytes_max)});
}

result<bool> http_answer::more() {
  char bytes[16U << 10U];
  auto got = from_.read(bytes, sizeof bytes);
  if (!got) return std::move(got).why();
  ahead_.append(bytes, *got);
  return *got > 0;
}

// Up to CRLF, or LF alone (RFC 9112 section 2.2).
result<std::string> http_answer::line() {
  std::size_t end = 0;
  while ((end = ahead_.find('\n')) == std::string::npos) {
    if (head_bytes_ + ahead_.size() > head_bytes_max)
      return broken(word_argument("head too long", "en-tête trop long"));
    auto got = more();
    if (!got) return std::move(got).why();
    if (!*got) return broken(word_argument("cut short", "réponse coupée"));
  }
  head_bytes_ += end + 1;
  if (head_bytes_ > head_bytes_max) return broken(word_argument("head too long", "en-tête trop long"));
  std::string out = ahead_.substr(0, end);
  ahead_.erase(0, end + 1);
  if (out.ends_with('\r')) out.pop_back();
  for (const char c : out)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
      return broken(word_argument("control character", "caractère de contrôle"));
  return out;
}

// RFC 9112 section 4: HTTP-version SP status-code SP [ reason-phrase ].
result<void> http_answer::status_line() {
  auto read = line();
  if (!read) return std::move(read).why();
  const std::string_view text = *read;
  if (!text.starts_with("HTTP/1.") || text.size() < 12 || !is_digit(text[7]) || text[8] != ' ' ||
      (text.size() > 12 && text[12] != ' '))
    return broken(word_argument("status line", "ligne de statut"));
  const auto status = number(text.substr(9, 3), 10);
  if (!status || *status < 100 || *status > 599) return broken(word_argument("status", "statut"));
  status_ = static_cast<int>(*status);
  return {};
}

result<void> http_answer::field(std::string_view name, std::string_view value) {
  const std::string known = lower(name);
  if (known == "content-length") {
    if (!std::all_of(value.begin(), value.end(), is_digit) || value.empty()) return broken("Content-Length");
    if (!length_.empty() && length_ != value) return broken(word_argument("two lengths", "deux longueurs"));
    length_ = value;
  } else if (known == "transfer-encoding") {
    if (chunked_ || lower(value) != "chunked") return broken("Transfer-Encoding");
    chunked_ = true;
  } else if (known == "content-encoding") {
    encoded_ = encoded_ || (!value.empty() && lower(value) != "identity");
  } else if (known == "location") {
    if (!location_.empty()) return broken(word_argument("two locations", "deux adresses de redirection"));
    location_ = value;
  } else if (known == "link") {
    if (next_.empty()) next_ = next_link(value);
  } else if (known == "x-total-count") {
    total_ = number(value, 10);
  }
  return {};
}

result<void> http_answer::fields() {
  while (true) {
    auto read = line();
    if (!read) return std::move(read).why();
    if (read->empty()) return {};
    const auto colon = read->find(':');
    const std::string_view text = *read;
    // Blanks around the name, and folded lines, are read differently by different clients.
    if (colon == std::string::npos || !is_token(text.substr(0, colon))) return broken(word_argument("field", "champ"));
    if (auto taken = field(text.substr(0, colon), without_blanks(text.substr(colon + 1))); !taken) return taken;
  }
}

result<void> http_answer::read_head() {
  for (int i = 0; i <= interim_answers_max; ++i) {
    location_.clear();
    next_.clear();
    total_.reset();
    length_.clear();
    chunked_ = encoded_ = false;
    if (auto read = status_line(); !read) return read;
    if (auto read = fields(); !read) return read;
    if (status_ == 101) return broken(word_argument("protocol switched", "changement de protocole"));
    if (status_ >= 200) {
      if (chunked_ && !length_.empty()) return broken(word_argument("length and chunks", "longueur et morceaux"));
      return {};
    }
  }
  return broken(word_argument("interim answers", "réponses provisoires"));
}

result<std::string> http_answer::exactly(std::size_t size) {
  while (ahead_.size() < size) {
    auto got = more();
    if (!got) return std::move(got).why();
    if (!*got) return broken(word_argument("cut short", "réponse coupée"));
  }
  std::string out = ahead_.substr(0, size);
  ahead_.erase(0, size);
  return out;
}

// RFC 9112 section 7.1.
result<void> http_answer::chunks(std::string& body, std::size_t bytes_max) {
  while (true) {
    head_bytes_ = 0;  // small chunks have more lines than a head may have; the body is bounded by itself
    auto head = line();
    if (!head) return std::move(head).why();
    const auto size = number(without_blanks(std::string_view(*head).substr(0, head->find(';'))), 16);
    if (!size) return broken(word_argument("chunk size", "taille de morceau"));
    if (*size == 0) return {};  // trailers say nothing that matters here
    if (*size > bytes_max - body.size()) return too_big(bytes_max);
    auto data = exactly(static_cast<std::size_t>(*size));
    if (!data) return std::move(data).why();
    body += *data;
    auto end = line();
    if (!end) return std::move(end).why();
    if (!end->empty()) return broken(word_argument("chunk end", "fin de morceau"));
  }
}

result<std::string> http_answer::read_body(std::size_t bytes_max) {
  if (status_ == 204 || status_ == 304) return std::string{};
  if (encoded_) return fail(failure::unsupported, network_encoding, {host_});
  std::string body;
  if (chunked_) {
    if (auto read = chunks(body, bytes_max); !read) return std::move(read).why();
    return body;
  }
  if (!length_.empty()) {
    const auto size = number(length_, 10);
    if (!size || *size > bytes_max) return too_big(bytes_max);
    return exactly(static_cast<std::size_t>(*size));
  }
  while (ahead_.size() <= bytes_max) {
    auto got = more();
    if (!got) return std::move(got).why();
    if (!*got) return std::move(ahead_);
  }
  return too_big(bytes_max);
}

}  // namespace activateur
