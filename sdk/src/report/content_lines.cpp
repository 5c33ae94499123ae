#include "report/content_lines.hpp"

#include "report/markup.hpp"

namespace activateur::report {
namespace {

constexpr std::size_t octets_max = 75;  // of a line without its CRLF; the space that continues one counts

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string compact(std::string text) {
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

void content_lines::line(std::string_view name, std::string_view value) {
  std::string whole(name);
  whole.append(":").append(value);
  std::string_view left(whole);
  std::size_t room = octets_max;
  while (left.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && continues_character(left[cut])) --cut;
    out_.append(left.substr(0, cut)).append("\r\n ");
    left.remove_prefix(cut);
    room = octets_max - 1;
  }
  out_.append(left).append("\r\n");
}

void content_lines::text(std::string_view name, std::string_view any) { line(name, escaped_ical(any)); }

std::string escaped_ical(std::string_view any) {
  const std::string sound = sound_text(any);
  std::string out;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const char c = sound[i];
    if (c == '\\' || c == ';' || c == ',') {
      out.append("\\").append(1, c);
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < sound.size() && sound[i + 1] == '\n') ++i;
      out.append("\\n");
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string ical_date(instant t) { return compact(to_date(t)); }

std::string ical_date_time(instant t) {
  constexpr std::int64_t second = 1'000;
  return compact(to_text({t.ms - ((t.ms % second) + second) % second}));
}

std::string ical_duration(std::int64_t ms) {
  const std::int64_t days = ms / ms_per_day;
  const std::int64_t seconds = ms % ms_per_day / 1'000;
  std::string out("P");
  if (days > 0 || seconds == 0) out.append(std::to_string(days)).append("D");
  if (seconds == 0) return out;
  // RFC 5545 section 3.3.6: no unit is left out between two that are there.
  const std::int64_t h = seconds / 3'600, m = seconds / 60 % 60, s = seconds % 60;
  out += 'T';
  if (h > 0) out.append(std::to_string(h)).append("H");
  if (m > 0 || (h > 0 && s > 0)) out.append(std::to_string(m)).append("M");
  if (s > 0) out.append(std::to_string(s)).append("S");
  return out;
}

}  // namespace activateur::report
