#include "recognition/members.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message not_object{"document.object", "A JSON object was expected here.", "Un objet JSON était attendu ici."};
constexpr message unknown_member{
    "document.member", "The member \"{0}\" is not known here. Correct its name or remove it; known ones: {1}.",
    "Le membre « {0} » n'est pas connu ici. Corrigez son nom ou retirez-le ; membres "
    "connus : {1}."};
constexpr message other_schema{"document.schema", "The document's schema is \"{0}\"; \"{1}\" was expected.",
                               "Le schéma du document est « {0} » ; « {1} » était attendu."};
constexpr std::size_t name_shown = 64;  // bytes of a foreign member name that an error repeats

}  // namespace

void only_members(const fields& value, std::span<const std::string_view> known) {
  if (!value.value().is_object()) {
    value.refuse(not_object);
    return;
  }
  for (const auto& [key, ignored] : value.value().items()) {
    if (key == "about" || key == "$schema" || std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string list;
    for (const std::string_view k : known) list.append(list.empty() ? "" : ", ").append(k);
    value.refuse(unknown_member, {shortened(key, name_shown), list});
    return;
  }
}

void only_schema(const fields& document, std::string_view expected) {
  const std::string schema = document.text_or("schema", std::string(expected));
  if (schema != expected)
    document.refuse(other_schema, {shortened(schema, name_shown), std::string(expected)}, "schema");
}

}  // namespace activateur
