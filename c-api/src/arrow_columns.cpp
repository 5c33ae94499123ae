#include "arrow_columns.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace activateur::c_api {
namespace {

struct held_schema {
  std::string format, name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

struct held_array {
  std::vector<arrow_buffer> owners;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

// A part that was moved away has no release any more and is left to its new owner.
template <class Part, class Held>
void release(Part* part) {
  auto* held = static_cast<Held*>(part->private_data);
  for (Part& child : held->children)
    if (child.release != nullptr) child.release(&child);
  if (held->dictionary.release != nullptr) held->dictionary.release(&held->dictionary);
  delete held;
  part->release = nullptr;
}

void give_schema(const arrow_column& column, ArrowSchema* out) {
  auto held = std::make_unique<held_schema>();
  held->format = column.format;
  held->name = column.name;
  held->children.resize(column.children.size());
  for (ArrowSchema& child : held->children) held->pointers.push_back(&child);
  *out = ArrowSchema{};
  // Released with its parent from here on, should memory run out below.
  out->release = release<ArrowSchema, held_schema>;
  held_schema* const keeps = held.release();
  out->private_data = keeps;
  out->format = keeps->format.c_str();
  out->name = keeps->name.c_str();
  out->flags = ARROW_FLAG_NULLABLE;
  out->n_children = static_cast<std::int64_t>(keeps->children.size());
  out->children = keeps->pointers.data();
  for (std::size_t i = 0; i < column.children.size(); ++i) give_schema(column.children[i], &keeps->children[i]);
  if (column.dictionary) {
    give_schema(*column.dictionary, &keeps->dictionary);
    out->dictionary = &keeps->dictionary;
  }
}

void give_array(arrow_column& column, ArrowArray* out) {
  auto held = std::make_unique<held_array>();
  held->owners = std::move(column.buffers);
  for (const arrow_buffer& b : held->owners) held->buffers.push_back(b.data);
  held->children.resize(column.children.size());
  for (ArrowArray& child : held->children) held->pointers.push_back(&child);
  *out = ArrowArray{};
  out->release = release<ArrowArray, held_array>;
  held_array* const keeps = held.release();
  out->private_data = keeps;
  out->length = column.length;
  out->null_count = column.null_count;
  out->n_buffers = static_cast<std::int64_t>(keeps->buffers.size());
  out->buffers = keeps->buffers.data();
  out->n_children = static_cast<std::int64_t>(keeps->children.size());
  out->children = keeps->pointers.data();
  for (std::size_t i = 0; i < column.children.size(); ++i) give_array(column.children[i], &keeps->children[i]);
  if (column.dictionary) {
    give_array(*column.dictionary, &keeps->dictionary);
    out->dictionary = &keeps->dictionary;
  }
}

template <class Number>
Number at(const void* buffer, std::int64_t place) {
  Number out;
  std::memcpy(&out, static_cast<const char*>(buffer) + place * static_cast<std::int64_t>(sizeof out), sizeof out);
  return out;
}

// So that places can be added and turned into bytes.
constexpr std::int64_t most_places = std::int64_t{1} << 56;

bool shaped(const ArrowArray& array, char format) {
  const std::int64_t buffers = format == 'u' || format == 'U' ? 3 : 2;
  if (array.length < 0 || array.offset < 0 || array.offset > most_places || array.n_buffers != buffers ||
      array.buffers == nullptr)
    return false;
  return array.length == 0 || array.buffers[1] != nullptr;
}

}  // namespace

arrow_column text_column(std::string name, const std::vector<std::optional<std::string_view>>& texts) {
  arrow_validity validity;
  std::vector<std::int32_t> offsets{0};
  std::string bytes;
  for (const auto& text : texts) {
    validity.add(text.has_value());
    if (text) bytes += *text;
    offsets.push_back(static_cast<std::int32_t>(bytes.size()));
  }
  bytes.reserve(1);  // a buffer of no bytes is there all the same
  arrow_column out{"u", std::move(name), static_cast<std::int64_t>(texts.size()), validity.nulls()};
  out.buffers = {validity.buffer(), buffer_of(std::move(offsets)), buffer_of(std::move(bytes))};
  return out;
}

void give_arrow(arrow_column column, ArrowSchema* schema, ArrowArray* array) {
  give_schema(column, schema);
  give_array(column, array);
}

std::optional<arrow_reader> arrow_reader::of(const ArrowSchema& schema, const ArrowArray& array, std::string_view name,
                                             std::string_view formats, bool& unusable) {
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    const ArrowSchema* column = schema.children[i];
    if (column == nullptr || column->name == nullptr || column->name != name) continue;
    arrow_reader out;
    out.array_ = array.children[i];
    unusable = true;
    const auto one_letter = [](const ArrowSchema* of) {
      return of == nullptr || of->format == nullptr || std::strlen(of->format) != 1 ? '\0' : of->format[0];
    };
    const char own = one_letter(column);
    out.format_ = column->dictionary == nullptr ? own : one_letter(column->dictionary);
    if (out.array_ == nullptr || out.format_ == '\0' || formats.find(out.format_) == formats.npos) return std::nullopt;
    if (array.offset > most_places || array.length > most_places) return std::nullopt;
    if (out.array_->length < array.offset + array.length) return std::nullopt;
    if (!shaped(*out.array_, own)) return std::nullopt;
    out.offset_ = array.offset + out.array_->offset;
    if (column->dictionary != nullptr) {
      out.index_format_ = own;
      out.dictionary_ = out.array_->dictionary;
      const bool indexed = std::string_view("cCsSiIlL").find(own) != std::string_view::npos;
      if (!indexed || !out.is_text() || out.dictionary_ == nullptr || !shaped(*out.dictionary_, out.format_))
        return std::nullopt;
    }
    unusable = false;
    return out;
  }
  return std::nullopt;
}

bool arrow_reader::valid(const ArrowArray& array, std::int64_t at) {
  const auto* bits = static_cast<const unsigned char*>(array.buffers[0]);
  return bits == nullptr || array.null_count == 0 || (bits[at / 8] >> at % 8 & 1) != 0;
}

bool arrow_reader::null(std::int64_t row) const {
  if (!valid(*array_, place(row))) return true;
  if (dictionary_ == nullptr) return false;
  const std::int64_t index = whole_at(index_format_, *array_, place(row));
  return index >= 0 && index < dictionary_->length && !valid(*dictionary_, dictionary_->offset + index);
}

std::int64_t arrow_reader::whole_at(char format, const ArrowArray& array, std::int64_t place) {
  const void* values = array.buffers[1];
  switch (format) {
    case 'c': return at<std::int8_t>(values, place);
    case 'C': return at<std::uint8_t>(values, place);
    case 's': return at<std::int16_t>(values, place);
    case 'S': return at<std::uint16_t>(values, place);
    case 'i': return at<std::int32_t>(values, place);
    case 'I': return at<std::uint32_t>(values, place);
    case 'l': return at<std::int64_t>(values, place);
    default: {
      constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
      return static_cast<std::int64_t>(std::min(at<std::uint64_t>(values, place), most));
    }
  }
}

std::int64_t arrow_reader::whole(std::int64_t row) const { return whole_at(format_, *array_, place(row)); }

std::string arrow_reader::digits(std::int64_t row) const {
  return format_ == 'L' ? std::to_string(at<std::uint64_t>(array_->buffers[1], place(row)))
                        : std::to_string(whole(row));
}

double arrow_reader::number(std::int64_t row) const {
  if (format_ == 'g') return at<double>(array_->buffers[1], place(row));
  if (format_ == 'f') return static_cast<double>(at<float>(array_->buffers[1], place(row)));
  return static_cast<double>(whole(row));
}

std::optional<std::string_view> arrow_reader::text(std::int64_t row) const {
  const ArrowArray* from = array_;
  std::int64_t i = place(row);
  if (dictionary_ != nullptr) {
    i = whole_at(index_format_, *array_, i);
    if (i < 0 || i >= dictionary_->length) return std::nullopt;
    from = dictionary_;
    i += from->offset;
  }
  const void* offsets = from->buffers[1];
  const std::int64_t begin = format_ == 'u' ? at<std::int32_t>(offsets, i) : at<std::int64_t>(offsets, i);
  const std::int64_t end = format_ == 'u' ? at<std::int32_t>(offsets, i + 1) : at<std::int64_t>(offsets, i + 1);
  if (begin < 0 || end < begin || (end > begin && from->buffers[2] == nullptr)) return std::nullopt;
  return std::string_view(static_cast<const char*>(from->buffers[2]) + begin, static_cast<std::size_t>(end - begin));
}

}  // namespace activateur::c_api
