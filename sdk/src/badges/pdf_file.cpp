#include "badges/pdf_file.hpp"

#include <algorithm>
#include <array>

#include "badges/baking_messages.hpp"
#include "badges/inflate.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr int nesting_max = 8;                                    // objects that must be read to read an object
constexpr std::size_t work_bytes = 4 * limits::credential_bytes;  // read or inflated, again and again
constexpr std::size_t tail_bytes = 2048;                          // where startxref is looked for
constexpr std::size_t sections_max = 512;

std::optional<std::size_t> natural_member(const pdf_object& dictionary, std::string_view name) {
  const pdf_object* member = dictionary.find(name);
  if (member == nullptr || !member->is(pdf_kind::integer)) return std::nullopt;
  return static_cast<std::size_t>(member->number);
}

}  // namespace

error pdf_file::refused(failure kind, const message& what, std::vector<std::string> arguments) const {
  return fail(kind, what, std::move(arguments), {source_, {}, 0, 0});
}

error pdf_file::too_many() const { return refused(failure::limit, pdf_objects, {std::to_string(limits::pdf_objects)}); }

error pdf_file::damaged(std::size_t at) const {
  if (budget_ == 0) return too_many();
  if (work_ > work_bytes || nesting_ > nesting_max) return refused(failure::limit, pdf_work);
  return refused(failure::input, pdf_damaged, {std::to_string(at)});
}

// Section 7.5.5.
result<void> pdf_file::open() {
  const std::size_t tail = bytes_.size() > tail_bytes ? bytes_.size() - tail_bytes : 0;
  const std::size_t keyword = bytes_.substr(tail).rfind("startxref");
  if (keyword == std::string_view::npos) return refused(failure::input, pdf_end);
  pdf_reader reader(bytes_, tail + keyword + std::string_view("startxref").size(), budget_);
  const auto first = reader.natural();
  if (!first) return damaged(reader.at());
  std::optional<std::size_t> next = static_cast<std::size_t>(*first);
  std::set<std::size_t> seen;
  while (next) {
    if (!seen.insert(*next).second || seen.size() > sections_max) return damaged(*next);
    std::optional<std::size_t> previous;
    if (auto read = read_section(*next, previous); !read) return read;
    next = previous;
  }
  return {};
}

result<void> pdf_file::read_section(std::size_t at, std::optional<std::size_t>& previous) {
  if (at >= bytes_.size()) return damaged(at);
  pdf_reader reader(bytes_, at, budget_);
  if (reader.take("xref")) return read_table(reader, previous);
  // Section 7.5.8: a cross-reference stream.
  const auto found = indirect_at(at, std::nullopt);
  if (!found) return found.why();
  const pdf_object* type = found->object.find("Type");
  if (!found->data || type == nullptr || type->text != "XRef") return damaged(at);
  if (auto taken = take_trailer(found->object, previous); !taken) return taken;
  const auto rows = decoded(found->object, *found->data);
  if (!rows) return rows.why();
  return read_stream_entries(found->object, *rows);
}

result<void> pdf_file::read_table(pdf_reader& reader, std::optional<std::size_t>& previous) {
  std::vector<std::size_t> unused;
  if (auto read = read_table_entries(reader, unused); !read) return read;
  const auto dictionary = reader.object();
  if (!dictionary || !dictionary->is(pdf_kind::dictionary)) return damaged(reader.at());
  if (auto taken = take_trailer(*dictionary, previous); !taken) return taken;
  // Section 7.5.8.4: what the table of a hybrid file calls unused may be in the stream beside it.
  if (const auto beside = natural_member(*dictionary, "XRefStm")) {
    const auto found = indirect_at(*beside, std::nullopt);
    if (!found) return found.why();
    if (!found->data) return damaged(*beside);
    const auto rows = decoded(found->object, *found->data);
    if (!rows) return rows.why();
    if (auto read = read_stream_entries(found->object, *rows); !read) return read;
  }
  unused_.insert(unused.begin(), unused.end());
  return {};
}

// Section 7.5.4, up to the trailer's dictionary.
result<void> pdf_file::read_table_entries(pdf_reader& reader, std::vector<std::size_t>& unused) {
  while (!reader.take("trailer")) {
    const auto first = reader.natural();
    const auto count = reader.natural();
    if (!first || !count) return damaged(reader.at());
    for (std::int64_t i = 0; i < *count; ++i) {
      const auto offset = reader.natural();
      const auto generation = reader.natural();
      const bool used = reader.take("n");
      if (!offset || !generation || (!used && !reader.take("f"))) return damaged(reader.at());
      const auto number = static_cast<std::size_t>(*first + i);
      if (!used)
        unused.push_back(number);
      else if (auto added = add(number, {false, static_cast<std::size_t>(*offset)}); !added)
        return added;
      if (unused.size() + unused_.size() > limits::pdf_objects) return too_many();
    }
  }
  return {};
}

// Section 7.5.8.3.
result<void> pdf_file::read_stream_entries(const pdf_object& dictionary, std::string_view rows) {
  const pdf_object* widths = dictionary.find("W");
  if (widths == nullptr || !widths->is(pdf_kind::array) || widths->items.size() != 3) return damaged(0);
  std::array<std::size_t, 3> width{};
  for (std::size_t i = 0; i < 3; ++i) {
    const pdf_object& w = widths->items[i];
    if (!w.is(pdf_kind::integer) || w.number > 7) return damaged(0);
    width[i] = static_cast<std::size_t>(w.number);
  }
  const std::size_t row = width[0] + width[1] + width[2];
  if (row == 0) return damaged(0);
  std::vector<std::size_t> ranges = {0, natural_member(dictionary, "Size").value_or(0)};
  if (const pdf_object* index = dictionary.find("Index")) {
    if (!index->is(pdf_kind::array) || index->items.size() % 2 != 0) return damaged(0);
    ranges.clear();
    for (const pdf_object& bound : index->items) {
      if (!bound.is(pdf_kind::integer)) return damaged(0);
      ranges.push_back(static_cast<std::size_t>(bound.number));
    }
  }
  std::vector<std::size_t> unused;
  for (std::size_t r = 0; r + 1 < ranges.size(); r += 2) {
    for (std::size_t i = 0; i < ranges[r + 1]; ++i) {
      if (rows.size() < row) return damaged(0);
      std::array<std::size_t, 3> field{1, 0, 0};  // the kind is 1 where it is not written
      for (std::size_t f = 0; f < 3; ++f) {
        if (width[f] > 0) field[f] = 0;
        for (std::size_t b = 0; b < width[f]; ++b) field[f] = field[f] << 8U | static_cast<unsigned char>(rows[b]);
        rows.remove_prefix(width[f]);
      }
      const std::size_t number = ranges[r] + i;
      if (field[0] == 0)
        unused.push_back(number);
      else if (field[0] <= 2)
        if (auto added = add(number, {field[0] == 2, field[1]}); !added) return added;
      if (unused.size() + unused_.size() > limits::pdf_objects) return too_many();
    }
  }
  unused_.insert(unused.begin(), unused.end());
  return {};
}

// The latest section is read first, and has the last word.
result<void> pdf_file::add(std::size_t number, const entry& e) {
  if (unused_.count(number) > 0) return {};
  if (entries_.size() >= limits::pdf_objects) return too_many();
  entries_.emplace(number, e);
  return {};
}

result<void> pdf_file::take_trailer(const pdf_object& dictionary, std::optional<std::size_t>& previous) {
  if (dictionary.find("Encrypt") != nullptr) return refused(failure::unsupported, pdf_encrypted);
  if (const pdf_object* before = dictionary.find("Prev")) {
    if (!before->is(pdf_kind::integer)) return damaged(0);
    previous = static_cast<std::size_t>(before->number);
  }
  if (!trailer_.is(pdf_kind::dictionary)) trailer_ = dictionary;
  return {};
}

// Section 7.3.10; any number when none is given.
result<pdf_file::indirect> pdf_file::indirect_at(std::size_t at, std::optional<std::size_t> number) {
  pdf_reader reader(bytes_, at, budget_);
  const auto written = reader.natural();
  const auto generation = reader.natural();
  if (at >= bytes_.size() || !written || !generation || !reader.take("obj") ||
      (number && static_cast<std::size_t>(*written) != *number))
    return damaged(at);
  auto object = reader.object();
  work_ += reader.at() - at;
  if (!object || work_ > work_bytes) return damaged(reader.at());
  indirect out{*std::move(object), std::nullopt};
  if (!out.object.is(pdf_kind::dictionary) || !reader.take("stream")) return out;
  std::size_t start = reader.at();
  if (bytes_.substr(start, 2) == "\r\n")
    start += 2;
  else if (bytes_.substr(start, 1) == "\n")
    start += 1;
  else
    return damaged(start);
  auto data = data_of(out.object, start);
  if (!data) return std::move(data).why();
  out.data = *data;
  return out;
}

result<std::string_view> pdf_file::data_of(const pdf_object& dictionary, std::size_t start) {
  const pdf_object* length = dictionary.find("Length");
  if (length == nullptr) return damaged(start);
  const auto value = resolve(*length);
  if (!value) return value.why();
  if (!value->is(pdf_kind::integer) || static_cast<std::size_t>(value->number) > bytes_.size() - start)
    return damaged(start);
  const std::string_view data = bytes_.substr(start, static_cast<std::size_t>(value->number));
  pdf_reader after(bytes_, start + data.size(), budget_);
  if (!after.take("endstream")) return damaged(start + data.size());
  return data;
}

result<pdf_object> pdf_file::load(std::size_t number) {
  const auto found = entries_.find(number);
  if (found == entries_.end()) return pdf_object{};  // section 7.3.10: null
  if (!found->second.compressed) {
    auto read = indirect_at(found->second.where, number);
    if (!read) return std::move(read).why();
    return std::move(read->object);
  }
  const auto held = open_object_stream(found->second.where);
  if (!held) return held.why();
  const auto offset = (*held)->offsets.find(number);
  if (offset == (*held)->offsets.end()) return damaged(0);
  pdf_reader reader((*held)->bytes, offset->second, budget_);
  auto object = reader.object();
  work_ += reader.at() - std::min(offset->second, reader.at());
  if (!object || work_ > work_bytes) return damaged(0);
  return *std::move(object);
}

result<pdf_object> pdf_file::resolve(const pdf_object& object) {
  if (!object.is(pdf_kind::reference)) return object;
  if (++nesting_ > nesting_max) return damaged(0);
  auto loaded = load(static_cast<std::size_t>(object.number));
  if (loaded && loaded->is(pdf_kind::reference)) loaded = resolve(pdf_object(*loaded));
  if (loaded) --nesting_;  // after an error nothing more is read
  return loaded;
}

result<std::string> pdf_file::stream(const pdf_object& reference) {
  const auto found = entries_.find(static_cast<std::size_t>(reference.number));
  // Section 7.3.8.1: streams are indirect objects, and never inside object streams.
  if (!reference.is(pdf_kind::reference) || found == entries_.end() || found->second.compressed) return damaged(0);
  const auto read = indirect_at(found->second.where, found->first);
  if (!read) return read.why();
  if (!read->data) return damaged(found->second.where);
  return decoded(read->object, *read->data);
}

result<std::string> pdf_file::inflated(std::string_view data) {
  work_ += data.size();
  if (work_ > work_bytes) return damaged(0);
  auto made = inflate_zlib(data, limits::inflated_bytes - inflated_);
  if (made.end == inflate_end::too_big)
    return refused(failure::limit, pdf_bomb, {std::to_string(limits::inflated_bytes)});
  if (made.end == inflate_end::damaged) return damaged(static_cast<std::size_t>(data.data() - bytes_.data()));
  inflated_ += made.bytes.size();
  return std::move(made.bytes);
}

// Section 7.4.4: FlateDecode once, with the predictors of PNG that cross-reference streams use.
result<std::string> pdf_file::decoded(const pdf_object& dictionary, std::string_view data) {
  const auto alone = [&](std::string_view name) -> result<pdf_object> {
    const pdf_object* member = dictionary.find(name);
    if (member == nullptr) return pdf_object{};
    auto value = resolve(*member);
    if (value && value->is(pdf_kind::array) && value->items.size() <= 1)
      return value->items.empty() ? pdf_object{} : resolve(value->items.front());
    return value;
  };
  const auto filter = alone("Filter");
  if (!filter) return filter.why();
  if (filter->is(pdf_kind::null)) return std::string(data);
  if (filter->text != "FlateDecode" && filter->text != "Fl") return refused(failure::unsupported, pdf_filter);
  auto out = inflated(data);
  const auto parameters = alone("DecodeParms");
  if (!parameters) return parameters.why();
  if (!out || natural_member(*parameters, "Predictor").value_or(1) <= 1) return out;
  const std::size_t columns = natural_member(*parameters, "Columns").value_or(1);
  if (natural_member(*parameters, "Predictor").value_or(1) < 10 ||
      natural_member(*parameters, "Colors").value_or(1) != 1 ||
      natural_member(*parameters, "BitsPerComponent").value_or(8) != 8 || columns == 0 || columns > 4096)
    return refused(failure::unsupported, pdf_filter);
  // PNG specification section 9, one byte a pixel.
  std::string plain;
  plain.reserve(out->size());
  std::string above(columns, '\0');
  for (std::size_t at = 0; at < out->size(); at += columns + 1) {
    if (out->size() - at < columns + 1) return damaged(0);
    std::string line = out->substr(at + 1, columns);
    for (std::size_t i = 0; i < columns; ++i) {
      const int a = i > 0 ? static_cast<unsigned char>(line[i - 1]) : 0;
      const int b = static_cast<unsigned char>(above[i]);
      const int c = i > 0 ? static_cast<unsigned char>(above[i - 1]) : 0;
      const int p = a + b - c;
      const int nearest = std::abs(p - a) <= std::abs(p - b) && std::abs(p - a) <= std::abs(p - c) ? a
                          : std::abs(p - b) <= std::abs(p - c)                                     ? b
                                                                                                   : c;
      switch ((*out)[at]) {
        case 0: break;
        case 1: line[i] = static_cast<char>(line[i] + a); break;
        case 2: line[i] = static_cast<char>(line[i] + b); break;
        case 3: line[i] = static_cast<char>(line[i] + (a + b) / 2); break;
        case 4: line[i] = static_cast<char>(line[i] + nearest); break;
        default: return damaged(0);
      }
    }
    plain += line;
    above = std::move(line);
  }
  return plain;
}

// Section 7.5.7.
result<const pdf_file::object_stream*> pdf_file::open_object_stream(std::size_t number) {
  if (const auto known = object_streams_.find(number); known != object_streams_.end()) return &known->second;
  const auto found = entries_.find(number);
  if (found == entries_.end() || found->second.compressed) return damaged(0);
  const auto read = indirect_at(found->second.where, number);
  if (!read) return read.why();
  const auto count = natural_member(read->object, "N");
  const auto first = natural_member(read->object, "First");
  if (!read->data || !count || !first) return damaged(found->second.where);
  auto bytes = decoded(read->object, *read->data);
  if (!bytes) return std::move(bytes).why();
  object_stream held{*std::move(bytes), {}};
  pdf_reader reader(held.bytes, 0, budget_);
  for (std::size_t i = 0; i < *count; ++i) {
    const auto object = reader.natural();
    const auto offset = reader.natural();
    if (!object || !offset || reader.at() > *first) return damaged(found->second.where);
    if (held.offsets.size() >= limits::pdf_objects) return too_many();
    held.offsets.emplace(static_cast<std::size_t>(*object), *first + static_cast<std::size_t>(*offset));
  }
  return &object_streams_.emplace(number, std::move(held)).first->second;
}

}  // namespace activateur
