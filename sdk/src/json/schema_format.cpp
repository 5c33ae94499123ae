#include "json/schema_format.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "json/schema_pattern.hpp"

namespace activateur {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

// The next `count` digits as a number.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_digit))
    return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[i] - '0');
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// RFC 3339 section 5.6, full-date.
bool take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_digits(text, 2);
  if (!month || *month < 1 || *month > 12 || !take(text, '-')) return false;
  const auto day = take_digits(text, 2);
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
  return day && *day >= 1 && *day <= days[static_cast<std::size_t>(*month - 1)] + (leap && *month == 2 ? 1 : 0);
}

// RFC 3339 section 5.6, full-time; a 60th second only where one can be inserted (section 5.7).
bool is_time(std::string_view text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return false;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59 || !take(text, ':')) return false;
  const auto second = take_digits(text, 2);
  if (!second || *second > 60) return false;
  if (take(text, '.')) {
    if (text.empty() || !is_digit(text.front())) return false;
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  }
  int offset = 0;
  if (!take(text, 'Z') && !take(text, 'z')) {
    const bool east = text.starts_with('+');
    if (!take(text, '+') && !take(text, '-')) return false;
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return false;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59) return false;
    offset = (*hours * 60 + *minutes) * (east ? 1 : -1);
  }
  constexpr int day = 24 * 60;
  return text.empty() && (*second < 60 || (*hour * 60 + *minute - offset + 2 * day) % day == day - 1);
}

bool is_date(std::string_view text) { return take_date(text) && text.empty(); }

bool is_date_time(std::string_view text) {
  return take_date(text) && (take(text, 'T') || take(text, 't')) && is_time(text);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

// RFC 1123 section 2.1.
bool is_hostname(std::string_view text) {
  if (text.empty() || text.size() > 253) return false;
  std::size_t label = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      if (label == 0 || text[i - 1] == '-') return false;
      label = 0;
      continue;
    }
    if (!is_alpha(text[i]) && !is_digit(text[i]) && (text[i] != '-' || label == 0)) return false;
    if (++label > 63) return false;
  }
  return label > 0 && text.back() != '-';
}

// RFC 2673 section 3.2.
bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && !take(text, '.')) return false;
    std::size_t length = 0;
    int value = 0;
    for (; length < text.size() && length < 4 && is_digit(text[length]); ++length)
      value = value * 10 + text[length] - '0';
    if (length == 0 || value > 255 || (length > 1 && text[0] == '0')) return false;
    text.remove_prefix(length);
  }
  return text.empty();
}

// RFC 4291 section 2.2.
bool is_ipv6(std::string_view text) {
  int groups = 0;
  bool compressed = false;
  if (text.starts_with("::")) {
    compressed = true;
    text.remove_prefix(2);
    if (text.empty()) return true;
  }
  while (true) {
    const std::size_t length = std::min(text.find(':'), text.size());
    const std::string_view group = text.substr(0, length);
    if (length == text.size() && is_one_of('.', group))
      return is_ipv4(group) && (compressed ? groups < 6 : groups == 6);
    if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), is_hex)) return false;
    ++groups;
    text.remove_prefix(length);
    if (text.empty()) break;
    text.remove_prefix(1);
    if (take(text, ':')) {
      if (compressed) return false;
      compressed = true;
      if (text.empty()) break;
    }
    if (groups > 8) return false;
  }
  return compressed ? groups < 8 : groups == 8;
}

// RFC 5321 section 4.1.2, Mailbox.
bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view local = text.substr(0, at);
  std::string_view domain = text.substr(at + 1);
  if (local.size() >= 2 && local.front() == '"' && local.back() == '"') {
    for (std::size_t i = 1; i + 1 < local.size(); ++i) {
      if (local[i] == '\\' && ++i + 1 >= local.size()) return false;
      if (local[i] < 0x20 || local[i] > 0x7E || (local[i] == '"' && local[i - 1] != '\\')) return false;
    }
  } else {
    if (local.empty() || local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
      return false;
    for (const char c : local)
      if (!is_alpha(c) && !is_digit(c) && !is_one_of(c, "!#$%&'*+-/=?^_`{|}~.")) return false;
  }
  if (take(domain, '[')) {
    if (!domain.ends_with(']')) return false;
    domain.remove_suffix(1);
    return domain.starts_with("IPv6:") ? is_ipv6(domain.substr(5)) : is_ipv4(domain);
  }
  return is_hostname(domain);
}

// RFC 3986 section 2, and RFC 3987 section 2.2: what lies beyond ASCII is for IRIs only.
bool has_characters(std::string_view text, std::string_view beside, bool international) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      if (!international) return false;
    } else if (!is_alpha(c) && !is_digit(c) && !is_one_of(c, "-._~!$&'()*+,;=") && !is_one_of(c, beside)) {
      return false;
    }
  }
  return true;
}

bool is_authority(std::string_view text, bool international) {
  if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
    if (!has_characters(text.substr(0, at), ":", international)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view host = text;
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    host = text.substr(1, end - 1);
    port = text.substr(end + 1);
    const bool future = host.starts_with('v') && host.find('.') != std::string_view::npos;
    if (!(future ? has_characters(host, ":", false) : is_ipv6(host))) return false;
  } else {
    host = text.substr(0, text.find(':'));
    port = text.substr(host.size());
    if (!has_characters(host, "", international)) return false;
  }
  return port.empty() || (port[0] == ':' && std::all_of(port.begin() + 1, port.end(), is_digit));
}

// RFC 3986 sections 3 and 4.
bool is_reference(std::string_view text, bool absolute, bool international) {
  std::size_t scheme = 0;
  if (!text.empty() && is_alpha(text[0]))
    while (scheme < text.size() && (is_alpha(text[scheme]) || is_digit(text[scheme]) || is_one_of(text[scheme], "+-.")))
      ++scheme;
  const bool has_scheme = scheme > 0 && scheme < text.size() && text[scheme] == ':';
  if (absolute && !has_scheme) return false;
  if (has_scheme) text.remove_prefix(scheme + 1);
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    if (!has_characters(text.substr(hash + 1), ":@/?", international)) return false;
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    if (!has_characters(text.substr(mark + 1), ":@/?", international)) return false;
    text = text.substr(0, mark);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (!is_authority(text.substr(0, slash), international)) return false;
    text.remove_prefix(slash);
  } else if (!has_scheme && is_one_of(':', text.substr(0, text.find('/')))) {
    return false;  // section 4.2: the first segment would be a scheme
  }
  return has_characters(text, ":@/", international);
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '~' && (i + 1 >= text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))) return false;
  return true;
}

constexpr std::array<std::pair<std::string_view, format_check>, 14> formats{{
    {"date", is_date},
    {"date-time", is_date_time},
    {"email", is_email},
    {"hostname", is_hostname},
    {"ipv4", is_ipv4},
    {"ipv6", is_ipv6},
    {"iri", [](std::string_view text) { return is_reference(text, true, true); }},
    {"iri-reference", [](std::string_view text) { return is_reference(text, false, true); }},
    {"json-pointer", is_json_pointer},
    {"regex", [](std::string_view text) { return schema_pattern::read(text).has_value(); }},
    {"time", is_time},
    {"uri", [](std::string_view text) { return is_reference(text, true, false); }},
    {"uri-reference", [](std::string_view text) { return is_reference(text, false, false); }},
    {"uuid", is_uuid},
}};

}  // namespace

format_check find_format(std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.first == name; });
  return found == formats.end() ? nullptr : found->second;
}

}  // namespace activateur
