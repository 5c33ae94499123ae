// The compiled form of a framework: one file, little endian, read where it lies.
//
//   header          its two checksums cover every byte after them: `head_checksum` the header and the section
//                   table, `checksum` the whole
//   section table   one `section` each, in the order of `section_id`
//   sections        arrays of fixed-size records, each aligned on 8 bytes, back to back in that order;
//                   the last one is the string pool
//
// Competences and jobs are sorted by code, so that an index order is a code order and a code is found by
// bisection. Lists per job or per competence are compressed rows: row i is the span [begin[i], begin[i+1]) of
// the section that follows. A text is searched by its folded words: a sorted dictionary, and for each word the
// entries that hold it. Entries are numbered competences first, then jobs, appellations, labels of competences.
// Words of one family share a stem (stem.hpp); for each stem there are the owners (competences, then jobs) whose
// other texts have it: definitions and, for a job, the labels of its competences.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "frameworks/framework.hpp"

namespace activateur::compiled {

static_assert(std::endian::native == std::endian::little, "the compiled form is little endian and read in place");

inline constexpr std::array<char, 8> magic{'A', 'D', 'P', '-', 'F', 'W', 'K', '\n'};
inline constexpr std::uint32_t format = 2;

struct text_ref {
  std::uint32_t offset = 0, length = 0;  // bytes, in the string pool
};

struct header {
  std::array<char, 8> magic;
  std::uint32_t format, sections;
  std::uint64_t bytes;          // of the whole file
  std::uint64_t checksum;       // XXH64 of what follows this field
  std::uint64_t head_checksum;  // XXH64 of what follows this field, to the end of the section table
  text_ref id, version, title, attribution, language;
};

struct section {
  std::uint32_t id, record_bytes;
  std::uint64_t offset, count;  // from the start of the file; in records
};

struct totals_record {
  std::array<std::uint32_t, 20> n;  // in the order of totals_of()
};

struct competence_record {
  text_ref code, label, definition, hierarchy, category, uri;
  std::uint32_t macro;  // or no_index
  std::uint8_t kind, grain, transversal, withdrawn;
};

struct job_record {
  text_ref code, label, definition, domain, domain_label, riasec, uri;
  std::uint8_t kind, withdrawn;
  std::uint16_t reserved;
};

struct mobility_record {
  std::uint32_t job, order;
};

struct label_record {
  text_ref text, language, code;
};

struct attribute_record {
  text_ref name, value;
};

struct mapping_record {
  text_ref framework, code, source;
  std::uint8_t relation, reserved;
  std::uint16_t weight;
};

struct condition_record {
  text_ref code, label, category;
};

// Finds entries by the hash of a text: sorted by hash, then entry.
struct hash_record {
  std::uint64_t hash;  // XXH64
  std::uint32_t entry, reserved;
};

struct word_record {  // sorted by text
  text_ref text;
  std::uint32_t begin, count;  // its entries, in the section `postings`
  std::uint32_t stem;
};

struct stem_record {  // sorted by text
  text_ref text;
  std::uint32_t begin, count;  // its words, in the section `stem_words`
  std::uint32_t holders;       // entries with one of them
  std::uint32_t background_begin, background_count;
};

static_assert(sizeof(header) == 80 && sizeof(section) == 24 && sizeof(competence_record) == 56);
static_assert(sizeof(job_record) == 60 && sizeof(label_record) == 24 && sizeof(mapping_record) == 28);
static_assert(sizeof(hash_record) == 16 && sizeof(word_record) == 20 && sizeof(stem_record) == 28);

// A link is one 32-bit number: the competence (in jobs' rows) or the job (in competences' rows) times 4, plus
// the importance.
inline constexpr std::uint32_t link_index_max = 1U << 30U;
constexpr std::uint32_t packed_link(std::uint32_t index, link_importance i) {
  return (index << 2U) | static_cast<std::uint32_t>(i);
}
constexpr std::uint32_t link_index(std::uint32_t packed) { return packed >> 2U; }
constexpr link_importance link_importance_of(std::uint32_t packed) {
  return (packed & 3U) <= static_cast<std::uint32_t>(link_importance::emerging)
             ? static_cast<link_importance>(packed & 3U)
             : link_importance::ordinary;
}

// How much an owner's other texts speak of a stem, in one number: the owner times 256, plus the weight.
inline constexpr std::uint32_t owner_max = 1U << 24U;
constexpr std::uint32_t packed_background(std::uint32_t owner, std::uint32_t weight) {
  return (owner << 8U) | std::min<std::uint32_t>(weight, 255);
}
constexpr std::uint32_t background_owner(std::uint32_t packed) { return packed >> 8U; }
constexpr std::uint32_t background_weight(std::uint32_t packed) { return packed & 255U; }

// An array of records at any address. Records are copied out: no alignment, no aliasing to mind. A record that
// is not there reads as zeros: the file may not have been checked.
template <class T>
class table {
 public:
  static_assert(std::is_trivially_copyable_v<T>);
  table() = default;
  table(const char* at, std::size_t count) : at_(at), count_(count) {}
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view bytes() const { return {at_, count_ * sizeof(T)}; }
  T operator[](std::size_t i) const {
    T record{};
    if (i < count_) std::memcpy(&record, at_ + i * sizeof(T), sizeof(T));
    return record;
  }

 private:
  const char* at_ = nullptr;
  std::size_t count_ = 0;
};

// Rows of a compressed list; within the records whatever `begin` says.
template <class T>
struct rows {
  table<std::uint32_t> begin;
  table<T> records;

  [[nodiscard]] std::size_t first(std::size_t row) const { return std::min<std::size_t>(begin[row], records.size()); }
  [[nodiscard]] std::size_t last(std::size_t row) const {
    return std::max(first(row), std::min<std::size_t>(begin[row + 1], records.size()));
  }
};

// The parts of a compiled file.
struct parts {
  header head{};
  table<totals_record> totals;
  table<competence_record> competences;
  table<job_record> jobs;
  rows<std::uint32_t> links;         // by job, competences ascending
  rows<std::uint32_t> job_links;     // by competence, jobs ascending
  rows<mobility_record> mobilities;  // by job, nearest first
  rows<label_record> appellations, competence_labels;
  rows<std::uint32_t> items, broader;  // by competence: right below; right above, its macro-competence first
  rows<attribute_record> competence_attributes, job_attributes;
  rows<mapping_record> competence_mappings, job_mappings;
  table<condition_record> conditions;
  rows<std::uint32_t> job_conditions;
  table<hash_record> label_hashes;                     // folded labels of competences
  table<hash_record> competence_uris, job_uris;        // URIs
  table<hash_record> competence_targets, job_targets;  // "framework:code" that entries are mapped to
  table<word_record> words;
  table<std::uint32_t> postings;
  table<stem_record> stems;
  table<std::uint32_t> stem_words;
  table<std::uint32_t> background;    // by stem, owners ascending, see packed_background
  table<std::uint32_t> entry_rarity;  // sum of the rarities of the stems of each entry, see search_index.hpp
  table<char> pool;
  std::string_view texts;  // the pool's bytes

  [[nodiscard]] std::string_view text(text_ref r) const {
    return r.offset <= texts.size() ? texts.substr(r.offset, r.length) : std::string_view{};
  }
};

// Calls `f` with each table of `p`, in the order of their sections. `P` is parts or const parts.
template <class P, class F>
constexpr void for_each_section(P& p, F&& f) {
  const auto both = [&](auto& list) {
    f(list.begin);
    f(list.records);
  };
  f(p.totals);
  f(p.competences);
  f(p.jobs);
  both(p.links);
  both(p.job_links);
  both(p.mobilities);
  both(p.appellations);
  both(p.competence_labels);
  both(p.items);
  both(p.broader);
  both(p.competence_attributes);
  both(p.job_attributes);
  both(p.competence_mappings);
  both(p.job_mappings);
  f(p.conditions);
  both(p.job_conditions);
  f(p.label_hashes);
  f(p.competence_uris);
  f(p.job_uris);
  f(p.competence_targets);
  f(p.job_targets);
  f(p.words);
  f(p.postings);
  f(p.stems);
  f(p.stem_words);
  f(p.background);
  f(p.entry_rarity);
  f(p.pool);
}

inline constexpr std::uint32_t section_count = [] {
  parts p;
  std::uint32_t n = 0;
  for_each_section(p, [&](auto&) { ++n; });
  return n;
}();

// The file of these parts: `head` needs its texts only.
std::string file_of(const parts& p);

// What `counts()` says, in the order of totals_record.
std::array<std::size_t*, 20> totals_of(framework_counts& n);

// That it is a compiled framework of this format whose header and section table are whole, and whose sections lie
// within the file. Enough to read it safely.
result<parts> check_head(std::string_view bytes, const std::string& source);

// Everything else that could make reading wrong: checksum, each offset and each index.
// That texts are UTF-8 and sorted is not checked: a file with a right checksum that breaks this was made so,
// and finds nothing or shows U+FFFD, safely.
result<parts> check(std::string_view bytes, const std::string& source);

}  // namespace activateur::compiled
