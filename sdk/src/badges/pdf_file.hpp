// The structure of a PDF file (ISO 32000-1 section 7.5): cross-references, objects, streams. Only what is asked for is
// read; only FlateDecode is undone; all of what is inflated together is bounded. Files that are encrypted, or damaged
// so that they would need repair, are refused: repair is a guess about what the file says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "badges/pdf_object.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"

namespace activateur {

class pdf_file {
 public:
  pdf_file(std::string_view bytes, std::string source) : bytes_(bytes), source_(std::move(source)) {}

  // Reads the cross-references; the others below need it done.
  result<void> open();

  [[nodiscard]] const pdf_object& trailer() const { return trailer_; }
  // The object itself, or the one it refers to.
  result<pdf_object> resolve(const pdf_object& object);
  // The content of the stream that is referred to, without its compression.
  result<std::string> stream(const pdf_object& reference);

 private:
  struct entry {
    bool compressed = false;
    std::size_t where = 0;  // byte, or the number of the object stream
  };
  struct indirect {
    pdf_object object;
    std::optional<std::string_view> data;  // of a stream, as it is in the file
  };
  struct object_stream {
    std::string bytes;
    std::map<std::size_t, std::size_t> offsets;  // of objects, by number
  };

  result<void> read_section(std::size_t at, std::optional<std::size_t>& previous);
  result<void> read_table(pdf_reader& from, std::optional<std::size_t>& previous);
  result<void> read_table_entries(pdf_reader& from, std::vector<std::size_t>& unused);
  result<void> read_stream_entries(const pdf_object& dictionary, std::string_view rows);
  result<void> add(std::size_t number, const entry& e);
  result<void> take_trailer(const pdf_object& dictionary, std::optional<std::size_t>& previous);
  result<indirect> indirect_at(std::size_t at, std::optional<std::size_t> number);
  result<pdf_object> load(std::size_t number);
  result<std::string_view> data_of(const pdf_object& dictionary, std::size_t start);
  result<std::string> decoded(const pdf_object& dictionary, std::string_view data);
  result<std::string> inflated(std::string_view data);
  result<const object_stream*> open_object_stream(std::size_t number);
  [[nodiscard]] error too_many() const;
  [[nodiscard]] error damaged(std::size_t at) const;
  [[nodiscard]] error refused(failure kind, const message& what, std::vector<std::string> arguments = {}) const;

  std::string_view bytes_;
  std::string source_;
  pdf_object trailer_;
  std::unordered_map<std::size_t, entry> entries_;
  std::set<std::size_t> unused_;  // deleted by a later section
  std::map<std::size_t, object_stream> object_streams_;
  std::size_t budget_ = limits::pdf_objects;
  std::size_t inflated_ = 0;
  std::size_t work_ = 0;  // bytes
  int nesting_ = 0;
};

}  // namespace activateur
