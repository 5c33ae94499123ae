// Any bytes as JSON-LD: an answer, always the same, and N-Quads that can be read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "linkeddata/canonicalization.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void run(std::string_view bytes) {
  const auto read = read_json(bytes, {1U << 16U, 64, 10'000});
  if (!read) return;
  for (const bool safe : {true, false}) {
    jsonld_options options;
    options.safe = safe;
    const auto once = to_rdf(*read, options);
    const auto twice = to_rdf(*read, options);
    require(once.ok() == twice.ok());
    if (!once.ok()) continue;
    require(*once == *twice);
    std::string text;
    for (const quad& q : *once) text += write_nquad(q);
    const auto again = read_nquads(text);
    require(again.ok() && again->size() == once->size());
    // In one step as in two.
    const canonicalization_limits bounds{2000, 256, 2000};
    const auto plain = canonicalize(*once, canonical_hash::sha256, bounds, {});
    const auto direct = canonical_nquads(*read, options, canonical_hash::sha256, bounds, {});
    if (plain.ok() && direct.ok()) require(plain->nquads == *direct);
  }
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
