// The compiled form of a framework: one file, little endian, read where it lies.
//
//   header          64 bytes; its checksum covers every byte after the field `checksum`
//   section table   one `section` each, in the order of `section_id`
//   sections        arrays of fixed-size records, each aligned on 8 bytes, back to back in that order;
//                   the last one is the string pool
//
// Competences and jobs are sorted by code, so that an index order is a code order and a code is found by
// bisection. Lists per job or per competence are compressed rows: row i is the span [begin[i], begin[i+1]) of
// the section that follows. A text is searched by its folded words: a sorted dictionary, and for each word the
// entries that hold it. Entries are numbered competences first, then jobs, then appellations.
#pragma once

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
inline constexpr std::uint32_t format = 1;

struct text_ref {
  std::uint32_t offset = 0, length = 0;  // bytes, in the string pool
};

struct header {
  std::array<char, 8> magic;
  std::uint32_t format, sections;
  std::uint64_t bytes;     // of the whole file
  std::uint64_t checksum;  // XXH64 of what follows this field
  text_ref id, version, title, attribution;
};

struct section {
  std::uint32_t id, record_bytes;
  std::uint64_t offset, count;  // from the start of the file; in records
};

struct competence_record {
  text_ref code, label, definition, hierarchy, category;
  std::uint32_t macro;  // or no_index
  std::uint8_t kind, grain, transversal, reserved;
};

struct job_record {
  text_ref code, label, definition, domain, domain_label, riasec;
};

struct mobility_record {
  std::uint32_t job, order;
};

struct label_record {  // sorted by hash, then competence
  std::uint64_t hash;  // XXH64 of the folded label
  std::uint32_t competence, reserved;
};

struct word_record {  // sorted by text
  text_ref text;
  std::uint32_t begin, count;  // its entries, in the section `postings`
};

static_assert(sizeof(header) == 64 && sizeof(section) == 24 && sizeof(competence_record) == 48);
static_assert(sizeof(job_record) == 48 && sizeof(label_record) == 16 && sizeof(word_record) == 16);

// A link is one 32-bit number: the competence (in jobs' rows) or the job (in competences' rows) times 4, plus
// the importance.
inline constexpr std::uint32_t link_index_max = 1U << 30U;
constexpr std::uint32_t packed_link(std::uint32_t index, link_importance i) {
  return (index << 2U) | static_cast<std::uint32_t>(i);
}
constexpr std::uint32_t link_index(std::uint32_t packed) { return packed >> 2U; }
constexpr link_importance link_importance_of(std::uint32_t packed) { return static_cast<link_importance>(packed & 3U); }

enum section_id : std::uint32_t {
  competences,
  jobs,
  link_begin,
  links,  // by job, competences ascending
  job_begin,
  job_links,  // by competence, jobs ascending
  mobility_begin,
  mobilities,  // by job, nearest first
  appellation_begin,
  appellations,  // by job
  item_begin,
  items,  // by macro-competence
  labels,
  words,
  postings,
  entry_rarity,  // sum of the rarities of the words of each entry, see search_index.hpp
  pool,
  section_count,
};

inline constexpr std::array<std::uint32_t, section_count> record_bytes{
    sizeof(competence_record), sizeof(job_record),  4, 4, 4, 4, 4, sizeof(mobility_record), 4, sizeof(text_ref), 4, 4,
    sizeof(label_record),      sizeof(word_record), 4, 4, 1};

// An array of records at any address. Records are copied out: no alignment, no aliasing to mind.
template <class T>
class table {
 public:
  static_assert(std::is_trivially_copyable_v<T>);
  table() = default;
  table(const char* at, std::size_t count) : at_(at), count_(count) {}
  [[nodiscard]] std::size_t size() const { return count_; }
  T operator[](std::size_t i) const {
    T record;
    std::memcpy(&record, at_ + i * sizeof(T), sizeof(T));
    return record;
  }

 private:
  const char* at_ = nullptr;
  std::size_t count_ = 0;
};

// Rows of a compressed list.
template <class T>
struct rows {
  table<std::uint32_t> begin;
  table<T> records;

  [[nodiscard]] std::size_t first(std::size_t row) const { return begin[row]; }
  [[nodiscard]] std::size_t last(std::size_t row) const { return begin[row + 1]; }
};

// The parts of a compiled file. Built over bytes that check() accepted.
struct parts {
  header head{};
  table<competence_record> competences;
  table<job_record> jobs;
  rows<std::uint32_t> links, job_links, items;
  rows<mobility_record> mobilities;
  rows<text_ref> appellations;
  table<label_record> labels;
  table<word_record> words;
  table<std::uint32_t> postings, entry_rarity;
  std::string_view pool;

  [[nodiscard]] std::string_view text(text_ref r) const { return pool.substr(r.offset, r.length); }
};

// Without any check: only for bytes of an open framework.
parts parts_of(std::string_view bytes);

// Everything that could make reading unsafe or wrong: header, checksum, sections, each offset and each index.
// That texts are UTF-8 and sorted is not checked: a file with a right checksum that breaks this was made so,
// and finds nothing or shows U+FFFD, safely.
result<parts> check(std::string_view bytes, const std::string& source);

}  // namespace activateur::compiled
