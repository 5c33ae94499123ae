// Columns of any kinds and contents, in memory that is as long as the interface says and no longer, given to a batch
// through the C ABI: refused with a reason, or its results can be taken.
#include <activateur/activateur.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

void expect(bool held) {
  if (!held) std::abort();
}
adp_str text(const char* s) { return {s, std::strlen(s)}; }

class bytes_in {
 public:
  bytes_in(const std::uint8_t* from, std::size_t size) : from_(from), left_(size) {}
  unsigned one() {
    if (left_ == 0) return 0;
    --left_;
    return *from_++;
  }

 private:
  const std::uint8_t* from_;
  std::size_t left_;
};

// Each buffer alone in memory, so that what lies beside it is no part of it.
using buffer = std::unique_ptr<std::uint8_t[]>;

struct column {
  std::string format, name;
  std::vector<buffer> kept;
  std::vector<const void*> buffers;
  ArrowSchema schema{};
  ArrowArray array{};
  std::unique_ptr<column> dictionary;
};

std::size_t width_of(char format) {
  switch (format) {
    case 'c':
    case 'C': return 1;
    case 's':
    case 'S': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    default: return 8;
  }
}

const std::uint8_t* filled(column& c, std::size_t size, bytes_in& in) {
  c.kept.push_back(std::make_unique<std::uint8_t[]>(size));
  for (std::size_t i = 0; i < size; ++i) c.kept.back()[i] = static_cast<std::uint8_t>(in.one());
  return c.kept.back().get();
}

// Offsets go up and down, but never beyond the text.
template <class Offset>
const std::uint8_t* offsets(column& c, std::size_t count, std::size_t size, bytes_in& in) {
  c.kept.push_back(std::make_unique<std::uint8_t[]>(count * sizeof(Offset)));
  for (std::size_t i = 0; i < count; ++i) {
    const auto one = static_cast<Offset>(in.one() % (size + 2)) - 1;
    std::memcpy(c.kept.back().get() + i * sizeof(Offset), &one, sizeof(Offset));
  }
  return c.kept.back().get();
}

std::unique_ptr<column> column_of(const char* name, std::size_t rows, bytes_in& in, bool may_be_indexed) {
  static constexpr char formats[] = "uUcCsSiIlLfgzb";
  auto out = std::make_unique<column>();
  const unsigned how = in.one();
  out->name = name;
  out->format = formats[how % (sizeof formats - 1)];
  const char format = out->format[0];
  const std::size_t offset = how / 16 % 4;
  const bool of_text = format == 'u' || format == 'U';
  out->buffers.push_back(how / 64 % 2 == 0 ? nullptr : filled(*out, (rows + offset) / 8 + 1, in));
  if (of_text) {
    static constexpr char said[] = "own:1own:2rome:115131rome:489930";
    const std::size_t size = sizeof said - 1, count = rows + offset + 1;
    out->buffers.push_back(format == 'u' ? offsets<std::int32_t>(*out, count, size, in)
                                         : offsets<std::int64_t>(*out, count, size, in));
    out->kept.push_back(std::make_unique<std::uint8_t[]>(size));
    std::memcpy(out->kept.back().get(), said, size);
    out->buffers.push_back(out->kept.back().get());
  } else {
    out->buffers.push_back(filled(*out, (rows + offset) * width_of(format), in));
    if (may_be_indexed && how / 128 != 0) out->dictionary = column_of("", in.one() % 4, in, false);
  }
  out->schema.format = out->format.c_str();
  out->schema.name = out->name.c_str();
  out->array.length = static_cast<std::int64_t>(rows);
  out->array.null_count = -1;
  out->array.offset = static_cast<std::int64_t>(offset);
  out->array.n_buffers = static_cast<std::int64_t>(out->buffers.size());
  out->array.buffers = out->buffers.data();
  if (out->dictionary) {
    out->schema.dictionary = &out->dictionary->schema;
    out->array.dictionary = &out->dictionary->array;
  }
  return out;
}

struct opened {
  adp_engine* engine = nullptr;
  adp_session* session = nullptr;
  adp_batch* batch = nullptr;
  opened() {
    adp_framework* rome = nullptr;
    expect(adp_engine_create(nullptr, &engine) == ADP_OK && adp_session_create(engine, nullptr, &session) == ADP_OK);
    expect(adp_framework_import(session, text(ROME_EXCERPT), &rome) == ADP_OK);
    expect(adp_engine_use_framework(engine, rome) == ADP_OK);
    adp_framework_destroy(rome);
    adp_batch_options options = ADP_BATCH_OPTIONS_INIT;
    options.top = 2;
    expect(adp_batch_create(session, &options, &batch) == ADP_OK);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const opened with;
  bytes_in in(bytes, size);
  const std::size_t rows = in.one() % 16;
  const std::size_t skipped = in.one() % 4;
  std::vector<std::unique_ptr<column>> columns;
  for (const char* name : {"person", "competence", "expectation", "belief", "plausibility", "level"})
    if (in.one() % 8 != 0) columns.push_back(column_of(name, rows + skipped, in, true));
  std::vector<ArrowSchema*> schemas;
  std::vector<ArrowArray*> arrays;
  for (const auto& c : columns) {
    schemas.push_back(&c->schema);
    arrays.push_back(&c->array);
  }
  ArrowSchema schema{};
  ArrowArray array{};
  schema.format = "+s";
  schema.n_children = array.n_children = static_cast<std::int64_t>(columns.size());
  schema.children = schemas.data();
  array.children = arrays.data();
  array.length = static_cast<std::int64_t>(rows);
  array.offset = static_cast<std::int64_t>(skipped);
  schema.release = [](ArrowSchema*) {};
  array.release = [](ArrowArray*) {};
  const adp_status added = adp_batch_add_arrow(with.session, with.batch, &schema, &array);
  expect(added == ADP_OK || added == ADP_E_INPUT);
  const std::size_t waiting = adp_batch_waiting(with.batch);
  expect(waiting <= rows && (added == ADP_OK || waiting == 0));
  ArrowSchema taken_schema{};
  ArrowArray taken{};
  expect(adp_batch_take_arrow(with.session, with.batch, &taken_schema, &taken) == ADP_OK);
  expect(taken.length >= 0 && static_cast<std::size_t>(taken.length) <= 2 * waiting);
  taken_schema.release(&taken_schema);
  taken.release(&taken);
  return 0;
}
