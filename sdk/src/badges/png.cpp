#include "badges/png.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <vector>

#include "badges/baking_messages.hpp"
#include "badges/inflate.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr std::string_view signature{"\x89PNG\r\n\x1a\n", 8};
constexpr std::size_t frame_bytes = 12;  // length, name and checksum around the content

struct chunk {
  std::size_t offset;
  std::string_view name;
  std::string_view content;
  std::string_view whole;
};

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < 4; ++i) n = n << 8U | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

std::string number_bytes(std::uint32_t n) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(n >> shift & 0xFFU);
  return out;
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned>(bytes.size())));
}

// Reads through to IEND. What follows it is outside the PNG (section 5.2) and is left alone.
result<std::vector<chunk>> chunks_of(std::string_view bytes, const std::string& source) {
  const auto refuse = [&](const message& what, std::vector<std::string> arguments, failure kind = failure::input) {
    return fail(kind, what, std::move(arguments), {source, {}, 0, 0});
  };
  std::vector<chunk> out;
  std::size_t at = signature.size();
  while (at < bytes.size()) {
    const std::string where = std::to_string(at);
    const std::size_t left = bytes.size() - at;
    if (out.size() >= limits::png_chunks)
      return refuse(png_chunks, {std::to_string(limits::png_chunks)}, failure::limit);
    if (left < 8) return refuse(png_truncated, {where});
    const std::string_view name = bytes.substr(at + 4, 4);
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (!std::all_of(name.begin(), name.end(), letter)) return refuse(png_name, {where});
    if (left < frame_bytes) return refuse(png_truncated, {where});
    const std::size_t length = number_at(bytes, at);
    if (length > left - frame_bytes)
      return refuse(png_length, {where, std::string(name), std::to_string(length), std::to_string(left - frame_bytes)});
    if (out.empty() && (name != "IHDR" || length != 13)) return refuse(png_first, {});
    if (checksum(bytes.substr(at + 4, length + 4)) != number_at(bytes, at + 8 + length))
      return refuse(png_crc, {where, std::string(name)});
    out.push_back({at, name, bytes.substr(at + 8, length), bytes.substr(at, length + frame_bytes)});
    at += length + frame_bytes;
    if (name == "IEND") return out;
  }
  if (out.empty()) return refuse(png_first, {});
  return refuse(png_end, {std::to_string(bytes.size())});
}

// Empty when the chunk is no text or its keyword is not one of a badge.
std::string_view badge_keyword(const chunk& c) {
  if (c.name != "iTXt" && c.name != "tEXt" && c.name != "zTXt") return {};
  const std::string_view keyword = c.content.substr(0, c.content.find('\0'));
  constexpr std::array<std::string_view, 3> known = {"openbadgecredential", "openbadges", "openbadge"};
  return std::find(known.begin(), known.end(), keyword) == known.end() ? std::string_view{} : keyword;
}

result<std::string> inflated(std::string_view deflated, const chunk& c, const std::string& source) {
  auto made = inflate_zlib(deflated, limits::inflated_bytes);
  const bool whole = made.end == inflate_end::whole && made.left == 0;
  if (whole) return std::move(made.bytes);
  const bool bomb = made.end == inflate_end::too_big;
  return fail(bomb ? failure::limit : failure::input, bomb ? png_bomb : png_inflate,
              {std::to_string(c.offset), std::to_string(limits::inflated_bytes)}, {source, {}, 0, 0});
}

// tEXt and zTXt are Latin-1 by the standard (section 11.3.4.3), though most bakers wrote UTF-8.
std::string as_utf8(std::string text) {
  if (!first_bad_utf8(text)) return text;
  std::string out;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | code >> 6U);
      out += static_cast<char>(0x80U | (code & 0x3FU));
    }
  }
  return out;
}

result<std::string> text_of(const chunk& c, const std::string& source) {
  const location where{source, {}, 0, 0};
  const std::string_view keyword = badge_keyword(c);
  const auto malformed = [&] {
    return fail(failure::input, png_text, {std::to_string(c.offset), std::string(c.name)}, where);
  };
  std::string_view rest = c.content.substr(keyword.size());
  if (rest.empty()) return malformed();  // no zero byte after the keyword
  rest.remove_prefix(1);
  if (c.name == "tEXt") return as_utf8(std::string(rest));
  bool compressed = true;
  if (c.name == "iTXt") {
    if (rest.empty()) return malformed();
    compressed = rest[0] != '\0';
    if (compressed && rest[0] != '\1') return malformed();
    rest.remove_prefix(1);
  }
  if (rest.empty() || (compressed && rest[0] != '\0')) return malformed();  // method: 0 is zlib, none other exists
  rest.remove_prefix(1);
  if (c.name == "iTXt") {
    for (int skipped = 0; skipped < 2; ++skipped) {  // language tag, translated keyword
      const std::size_t zero = rest.find('\0');
      if (zero == std::string_view::npos) return malformed();
      rest.remove_prefix(zero + 1);
    }
  }
  if (!compressed) return std::string(rest);
  if (keyword == "openbadgecredential") return fail(failure::input, png_compressed, {std::to_string(c.offset)}, where);
  auto text = inflated(rest, c, source);
  if (!text) return text;
  return c.name == "zTXt" ? as_utf8(*std::move(text)) : *std::move(text);
}

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(signature); }

result<png_badge> badge_of_png(std::string_view bytes, const std::string& source) {
  const auto chunks = chunks_of(bytes, source);
  if (!chunks) return chunks.why();
  const chunk* found = nullptr;
  for (const chunk& c : *chunks) {
    if (badge_keyword(c).empty()) continue;
    if (found != nullptr)
      return fail(failure::input, png_two, {std::to_string(found->offset), std::to_string(c.offset)},
                  {source, {}, 0, 0});
    found = &c;
  }
  if (found == nullptr) return fail(failure::not_found, png_none, {}, {source, {}, 0, 0});
  auto text = text_of(*found, source);
  if (!text) return std::move(text).why();
  return png_badge{std::string(badge_keyword(*found)), *std::move(text)};
}

result<std::string> png_with_badge(std::string_view bytes, std::string_view keyword, std::string_view text,
                                   const std::string& source) {
  const auto chunks = chunks_of(bytes, source);
  if (!chunks) return chunks.why();
  std::string named = "iTXt";
  named += keyword;
  // Not compressed (flag and method 0), no language tag, no translated keyword.
  named += std::string_view("\0\0\0\0\0", 5);
  named += text;
  const std::string badge =
      number_bytes(static_cast<std::uint32_t>(named.size() - 4)) + named + number_bytes(checksum(named));
  std::string out(signature);
  out.reserve(bytes.size() + badge.size());
  for (const chunk& c : *chunks) {
    if (badge_keyword(c).empty()) out += c.whole;
    if (c.name == "IHDR" && &c == &chunks->front()) out += badge;
  }
  const chunk& last = chunks->back();
  out += bytes.substr(last.offset + last.whole.size());
  return out;
}

}  // namespace activateur
