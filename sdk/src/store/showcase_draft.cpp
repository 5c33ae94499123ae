// A showcase as a draft: sections of items, and what is hidden of each. And the terms of a link.
#include <algorithm>

#include "json/fields.hpp"
#include "recognition/members.hpp"
#include "store/nir.hpp"
#include "store/showcase.hpp"
#include "store/showcase_messages.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t longest_name = 512;
constexpr std::size_t longest_text = 64U << 10U;
constexpr std::size_t most_sections = 50;
constexpr std::size_t most_items = 500;  // in all sections
constexpr double most_openings = 1e6, most_versions = 1e9;

void bounded(const fields& in, const char* member, std::size_t most, bool required = false) {
  const std::string text = required ? in.text(member) : in.text_or(member, {});
  if (text.size() > most || (required && text.empty())) in.refuse(text_length, {member, std::to_string(most)}, member);
}

void check_item(const fields& in) {
  only_members(in, {"record", "competence", "label", "words", "hide"});
  if (in.has("record") == in.has("competence")) in.refuse(one_of_item);
  bounded(in, in.has("record") ? "record" : "competence", longest_name, true);
  bounded(in, "label", longest_name);
  bounded(in, "words", longest_text);
  (void)in.texts("hide");
}

}  // namespace

void check_showcase(const fields& in) {
  only_members(in,
               {"schema", "title", "introduction", "audience", "name", "contact", "language", "sections", "versions"});
  only_schema(in, "activateur/showcase/1");
  bounded(in, "title", longest_name, true);
  bounded(in, "introduction", longest_text);
  bounded(in, "audience", longest_name);
  bounded(in, "name", longest_name);
  bounded(in, "contact", longest_name);
  if (const std::string language = in.text("language"); language != "fr" && language != "en")
    in.refuse(bad_language, {}, "language");
  (void)in.number_within("versions", 0, most_versions, 0);
  std::size_t items = 0;
  const auto sections = in.list("sections");
  for (const fields& section : sections) {
    only_members(section, {"title", "text", "items"});
    bounded(section, "title", longest_name, true);
    bounded(section, "text", longest_text);
    const auto list = section.list("items");
    items += list.size();
    if (items <= most_items) std::for_each(list.begin(), list.end(), check_item);
  }
  if (sections.size() > most_sections || items > most_items)
    in.refuse(too_many_items, {std::to_string(most_sections), std::to_string(most_items)}, "sections");
}

void keep_count(json& draft, const json* before) {
  draft.erase("versions");
  if (before != nullptr && before->contains("versions")) draft["versions"] = before->at("versions");
}

result<void> check_terms(const json& terms) {
  if (result<void> clean = refuse_nir(terms); !clean) return clean;
  std::optional<error> first;
  const fields in(terms, "terms", first);
  only_members(in, {"schema", "label", "expires", "openings"});
  only_schema(in, "activateur/showcase-terms/1");
  bounded(in, "label", longest_name);
  (void)in.time("expires");
  (void)in.number_within("openings", 1, most_openings, 1);
  if (first) return *std::move(first);
  return {};
}

}  // namespace activateur
