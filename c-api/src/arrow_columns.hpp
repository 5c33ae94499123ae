// Columns handed over by the Arrow C data interface, and columns read through it.
// https://arrow.apache.org/docs/format/CDataInterface.html
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "activateur/batch.h"

namespace activateur::c_api {

// --- giving -----------------------------------------------------------------------------------------------------

// Bytes that somebody owns, of a vector or a text.
struct arrow_buffer {
  std::shared_ptr<const void> owner;
  const void* data = nullptr;
};

template <class Container>
arrow_buffer buffer_of(Container values) {
  const auto owner = std::make_shared<const Container>(std::move(values));
  return {owner, owner->data()};
}

struct arrow_column {
  std::string format, name;
  std::int64_t length = 0;
  std::int64_t null_count = 0;
  std::vector<arrow_buffer> buffers{};  // the first says which are valid; without owner: all
  std::vector<arrow_column> children{};
  std::shared_ptr<arrow_column> dictionary{};
};

// Which rows are valid, as bits.
class arrow_validity {
 public:
  void add(bool valid) {
    if (count_ % 8 == 0) bits_.push_back(0);
    if (valid)
      bits_.back() = static_cast<unsigned char>(bits_.back() | 1U << count_ % 8);
    else
      ++nulls_;
    ++count_;
  }
  [[nodiscard]] std::int64_t nulls() const { return nulls_; }
  [[nodiscard]] arrow_buffer buffer() const { return nulls_ == 0 ? arrow_buffer{} : buffer_of(bits_); }

 private:
  std::vector<unsigned char> bits_;
  std::int64_t count_ = 0, nulls_ = 0;
};

// A column of utf8 texts, null where nothing is.
arrow_column text_column(std::string name, const std::vector<std::optional<std::string_view>>& texts);

// Gives the column to `schema` and `array`; each part owns what it needs, so that it may be moved and released alone.
void give_arrow(arrow_column column, ArrowSchema* schema, ArrowArray* array);

// --- reading ----------------------------------------------------------------------------------------------------

// A column of a struct; views into it live as long as its owner keeps it.
class arrow_reader {
 public:
  // Nothing when the struct has no such column. `unusable` when it has and it is not of one of `formats`, or its
  // arrays are not what the format needs.
  static std::optional<arrow_reader> of(const ArrowSchema& schema, const ArrowArray& array, std::string_view name,
                                        std::string_view formats, bool& unusable);

  [[nodiscard]] bool null(std::int64_t row) const;
  [[nodiscard]] double number(std::int64_t row) const;  // of formats c C s S i I l L f g
  // Of formats c C s S i I l L; those of L above int64 are its greatest.
  [[nodiscard]] std::int64_t whole(std::int64_t row) const;
  [[nodiscard]] std::string digits(std::int64_t row) const;                    // the same, whatever the size
  [[nodiscard]] std::optional<std::string_view> text(std::int64_t row) const;  // u U; nothing when offsets go astray
  [[nodiscard]] bool is_text() const { return format_ == 'u' || format_ == 'U'; }

 private:
  [[nodiscard]] static bool valid(const ArrowArray& array, std::int64_t at);
  [[nodiscard]] static std::int64_t whole_at(char format, const ArrowArray& array, std::int64_t at);
  [[nodiscard]] std::int64_t place(std::int64_t row) const { return row + offset_; }

  const ArrowArray* array_ = nullptr;
  const ArrowArray* dictionary_ = nullptr;
  char format_ = 0, index_format_ = 0;
  std::int64_t offset_ = 0;  // of the struct and of the column
};

}  // namespace activateur::c_api
