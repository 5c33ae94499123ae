#include "net/link_field.hpp"

#include <algorithm>

namespace activateur {
namespace {

void skip_blanks(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

// A token, or a quoted string without its quotes; quoted pairs lose their backslash.
std::string take_value(std::string_view& text) {
  std::string out;
  if (!text.starts_with('"')) {
    while (!text.empty() && std::string_view(" \t,;").find(text.front()) == std::string_view::npos) {
      out += text.front();
      text.remove_prefix(1);
    }
    return out;
  }
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '"') {
    if (text.front() == '\\' && text.size() > 1) text.remove_prefix(1);
    out += text.front();
    text.remove_prefix(1);
  }
  if (!text.empty()) text.remove_prefix(1);
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Relations stand in one value, separated by blanks.
bool has_relation(std::string_view relations, std::string_view wanted) {
  while (!relations.empty()) {
    skip_blanks(relations);
    const std::string_view one = relations.substr(0, relations.find_first_of(" \t"));
    if (lower(one) == wanted) return true;
    relations.remove_prefix(one.size());
  }
  return false;
}

}  // namespace

std::string next_link(std::string_view field) {
  while (true) {
    while (!field.empty() && (field.front() == ',' || field.front() == ' ' || field.front() == '\t'))
      field.remove_prefix(1);
    if (!field.starts_with('<')) return {};
    const auto end = field.find('>');
    if (end == std::string_view::npos) return {};
    const std::string_view target = field.substr(1, end - 1);
    field.remove_prefix(end + 1);
    bool next = false, seen = false;
    for (skip_blanks(field); field.starts_with(';'); skip_blanks(field)) {
      field.remove_prefix(1);
      skip_blanks(field);
      const auto name_end = std::min(field.find_first_of("=;, \t"), field.size());
      const std::string name = lower(field.substr(0, name_end));
      field.remove_prefix(name_end);
      skip_blanks(field);
      if (!field.starts_with('=')) continue;
      field.remove_prefix(1);
      skip_blanks(field);
      const std::string value = take_value(field);
      // Section 3.3: only the first `rel` counts.
      if (name == "rel" && !seen) {
        seen = true;
        next = has_relation(value, "next");
      }
    }
    if (next) return std::string(target);
    if (!field.starts_with(',')) return {};
  }
}

}  // namespace activateur
