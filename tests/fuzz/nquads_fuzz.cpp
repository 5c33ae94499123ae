// Any bytes as N-Quads: what is read is written, read and canonicalised to the same quads again.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "linkeddata/canonicalization.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

std::string canonical(const dataset& quads) {
  const auto done = canonicalize(quads, canonical_hash::sha256, {2000, 256, 2000}, {});
  return done ? done->nquads : std::string(done.why().what.code());
}

void run(std::string_view bytes) {
  const auto read = read_nquads(bytes, {2000, 1U << 16U}, "fuzz");
  if (!read) return require(!read.why().text(language::fr).empty() && read.why().where.source == "fuzz");
  std::string written;
  for (const quad& q : *read) written += write_nquad(q);
  const auto again = read_nquads(written);
  require(again.ok() && *again == *read);
  const std::string once = canonical(*read);
  if (once == "rdfc.poison") return;
  const auto back = read_nquads(once);
  require(back.ok() && back->size() == std::set<quad>(read->begin(), read->end()).size());
  // Another order and other labels change nothing.
  dataset turned(read->rbegin(), read->rend());
  for (quad& q : turned)
    for (term* t : {&q.subject, &q.object, &q.graph})
      if (t->kind == term_kind::blank) t->value += 'x';
  // How much work it takes may depend on the order, so that one way may be refused and the other not.
  for (const std::string& other : {canonical(turned), canonical(*back)})
    require(other == once || other == "rdfc.poison");
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
