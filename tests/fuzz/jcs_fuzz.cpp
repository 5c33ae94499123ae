// Any bytes as JSON: the canonical form is JSON of the same value, and its own canonical form.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/canonical.hpp"
#include "json/quick_reader.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void run(std::string_view bytes) {
  const json_limits bounds{1U << 16U, 64, 10'000};
  const auto read = read_json(bytes, bounds);
  if (!read) return;
  const auto plain = read_json_plainly(bytes, bounds, {});
  require(plain.ok() && write_json(*plain) == write_json(*read));
  const std::string once = canonical_json(*read);
  const auto again = read_json(once);
  require(again.ok());
  require(canonical_json(*again) == once);
  require(read->type() == again->type() || (read->is_number() && again->is_number()));
  require(read->size() == again->size());
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
