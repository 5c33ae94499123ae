#include "console.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <vector>

namespace cli {

namespace {

// Names and titles come from documents that anybody wrote: what would move the cursor, hide or reorder text on a
// terminal is shown as U+FFFD, and so is what is no UTF-8.
std::string inert(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned c = byte(i);
    const std::size_t size = c < 0x80                ? 1
                             : c >= 0xC2 && c < 0xE0 ? 2
                             : c >= 0xE0 && c < 0xF0 ? 3
                             : c >= 0xF0 && c < 0xF5 ? 4
                                                     : 0;
    bool sound = size > 0;
    for (std::size_t k = 1; k < size; ++k) sound = sound && follows(i + k);
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || (c == 0xC2 && byte(i + 1) < 0xA0);
    const bool turns = c == 0xE2 && ((byte(i + 1) == 0x80 && byte(i + 2) >= 0xA8 && byte(i + 2) <= 0xAE) ||
                                     (byte(i + 1) == 0x81 && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9));
    if (sound && !control && !turns)
      out.append(text.substr(i, size));
    else
      out += "\xEF\xBF\xBD";
    i += sound ? size : 1;
  }
  return out;
}

}  // namespace

void console::print(std::string_view text) const { std::cout << inert(text) << '\n'; }
void console::print_json(std::string_view text) const { std::cout << text << '\n'; }
void console::note(std::string_view text) const { std::cerr << inert(text) << '\n'; }

void console::names(const std::string& part, const std::string& file, const std::string& member) const {
  const auto [known, first] = files_->emplace(part, named_file{file, member});
  if (!first && known->second.path != file) known->second = {};
}

std::string console::sentence(const activateur::error& e) const {
  const std::string said = e.what();
  const auto known = files_->find(e.source());
  if (known == files_->end() || known->second.path.empty() || !said.starts_with(e.source())) return said;
  std::string rest = said.substr(e.source().size());
  const std::string inside = ", " + known->second.member;
  if (!known->second.member.empty() && rest.starts_with(inside)) {
    rest.erase(0, inside.size());
    if (rest.starts_with('/')) rest = ", " + rest;
  }
  return known->second.path + rest;
}

activateur::session console::session(const activateur::engine& engine, std::int64_t now_ms) const {
  activateur::session_options options;
  options.language = language;
  options.now_ms = now_ms;
  if (!as_json && ::isatty(STDERR_FILENO) != 0) {
    auto shown = std::make_shared<int>(-1);
    options.progress = [shown](std::uint64_t done_units, std::uint64_t total) {
      if (total == 0) return true;
      const int tenth = static_cast<int>(done_units * 40 / total);
      if (tenth == *shown) return true;
      *shown = tenth;
      std::cerr << '\r' << '[' << std::string(static_cast<std::size_t>(tenth), '#')
                << std::string(static_cast<std::size_t>(40 - tenth), ' ') << ']' << (tenth >= 40 ? "\n" : "")
                << std::flush;
      return true;
    };
  }
  return engine.session(std::move(options));
}

activateur::document read_document(const console& to, const activateur::session& with, const std::string& path,
                                   const std::string& part) {
  to.names(part, path);
  return with.parse(read_file(to, path), path);
}

std::string read_file(const console& to, const std::string& path) {
  std::error_code problem;
  const auto size = std::filesystem::file_size(path, problem);
  // Larger inputs are beyond every bound of the library; they are not even read.
  constexpr std::uintmax_t largest = 256U << 20U;
  if (problem || !std::filesystem::is_regular_file(path))
    throw failure(path + (to.language == "en" ? ": no such file, or not a file that can be read."
                                              : " : fichier absent ou illisible."));
  if (size > largest)
    throw failure(path + (to.language == "en" ? ": the file is too large (256 MiB at most)."
                                              : " : le fichier est trop gros (256 Mio au plus)."));
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file)
    throw failure(path + (to.language == "en" ? ": the file cannot be read. Check your rights."
                                              : " : le fichier ne peut pas être lu. Vérifiez vos droits."));
  return std::move(bytes).str();
}

namespace {

// One number for each run of `d` in the form; nothing when the text has another form.
std::optional<std::vector<int>> numbers(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return std::nullopt;
  std::vector<int> out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != 'd') {
      if (text[i] != form[i]) return std::nullopt;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    if (i == 0 || form[i - 1] != 'd') out.push_back(0);
    out.back() = out.back() * 10 + (text[i] - '0');
  }
  return out;
}

[[noreturn]] void refuse_time(const console& to, const std::string& text) {
  throw failure(to.language == "en"
                    ? "\"" + text + "\" is no time. Write 2026-12-01 or 2026-12-01T08:00:00Z."
                    : "« " + text + " » n'est pas un moment. Écrivez 2026-12-01 ou 2026-12-01T08:00:00Z.",
                wrong_usage);
}

}  // namespace

std::int64_t read_time(const console& to, const std::string& text) {
  if (text.empty()) return 0;
  const std::string_view given = text;
  const std::vector<int> none(3, 0);
  const auto date = numbers(given.substr(0, 10), "dddd-dd-dd");
  const auto hours = given.size() > 10 ? numbers(given.substr(10, 9), "Tdd:dd:dd") : none;
  const std::string_view zone = given.size() > 19 ? given.substr(19) : "";
  const bool shifted = zone.starts_with('+') || zone.starts_with('-');
  const auto shift = shifted ? numbers(zone.substr(1), "dd:dd") : none;
  if (!date || !hours || !shift || (!shifted && !zone.empty() && zone != "Z")) refuse_time(to, text);
  const std::chrono::year_month_day ymd{std::chrono::year{(*date)[0]},
                                        std::chrono::month(static_cast<unsigned>((*date)[1])),
                                        std::chrono::day(static_cast<unsigned>((*date)[2]))};
  const int hour = (*hours)[0], minute = (*hours)[1], second = (*hours)[2];
  if (!ymd.ok() || hour > 23 || minute > 59 || second > 59) refuse_time(to, text);
  const int offset_minutes = (zone.starts_with('-') ? -1 : 1) * ((*shift)[0] * 60 + (*shift)[1]);
  const auto days = std::chrono::sys_days{ymd}.time_since_epoch().count();
  const std::int64_t at = ((days * 24LL + hour) * 60 + minute - offset_minutes) * 60'000 + second * 1000LL;
  return at == 0 ? 1 : at;  // to the library 0 is the clock's time
}

std::int64_t read_day(const console& to, const std::string& text) {
  static_cast<void>(read_time(to, text));
  return read_time(to, text.substr(0, 10));
}

std::string base64(std::string_view bytes) {
  static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t block = 0;
    for (std::size_t k = 0; k < 3; ++k)
      block = block << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? digits[block >> (18U - 6U * k) & 63U] : '=';
  }
  return out;
}

std::string percent(double share) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.0f %%", share * 100);
  return out.data();
}

std::string column(std::string id, std::size_t columns) {
  const auto shown = static_cast<std::size_t>(
      std::count_if(id.begin(), id.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return shown < columns ? id + std::string(columns - shown, ' ') : id;
}

std::string padded(std::string text, std::size_t columns) {
  std::size_t shown = 0, cut = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (++shown == columns) cut = i;
  }
  if (shown > columns) return text.substr(0, cut) + "…";
  return text + std::string(columns - shown, ' ');
}

}  // namespace cli
