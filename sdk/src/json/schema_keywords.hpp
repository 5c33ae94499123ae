// Which keywords each draft of JSON Schema has, and where their schemas are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace activateur::schema_detail {

enum class draft : std::uint8_t { d4, d6, d7, d2019, d2020 };

// Vocabularies as a set of bits; drafts before 2019-09 have all of them.
inline constexpr unsigned vocabulary_core = 1;
inline constexpr unsigned vocabulary_applicator = 2;
inline constexpr unsigned vocabulary_unevaluated = 4;
inline constexpr unsigned vocabulary_validation = 8;
inline constexpr unsigned vocabulary_format_assertion = 16;
inline constexpr unsigned vocabularies_usual =
    vocabulary_core | vocabulary_applicator | vocabulary_unevaluated | vocabulary_validation;

struct dialect {
  draft version = draft::d2020;
  unsigned vocabularies = vocabularies_usual;
};

std::optional<draft> draft_of(std::string_view dialect_url);
// The bits of a vocabulary, 0 for those without effect on validity; nothing for one that is not understood.
std::optional<unsigned> vocabulary_bits(std::string_view url, bool required);

// How the value of a keyword holds schemas.
enum class shape : std::uint8_t {
  none,
  one,
  list,
  map,
  one_or_list,
  map_or_names  // `dependencies`: schemas or lists of names
};

struct keyword {
  std::string_view name;
  draft since;
  draft until;
  unsigned vocabulary;
  shape schemas;
};

// Null for what the dialect does not know, or does not use.
const keyword* find_keyword(std::string_view name, const dialect& in);

}  // namespace activateur::schema_detail
