// Any document as a territory: refused with a reason, or its carte is made.
#include <cstdlib>

#include "analysis/possibilities.hpp"
#include "small_framework.hpp"
#include "territory/reach.hpp"
#include "territory/territory.hpp"

namespace {

using namespace activateur;

void expect_reason(const error& why) {
  if (why.what.empty() || why.kind == failure::internal) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto document = read_json(std::string(reinterpret_cast<const char*>(bytes), size), {}, "input");
  if (!document) return 0;
  const auto in = read_territory(*document, "territory");
  if (!in) {
    expect_reason(in.why());
    return 0;
  }
  const framework_set& frameworks = fuzz::small_frameworks();
  const policy& by = default_policy();
  const portfolio nobody;
  const auto state = weigh(nobody, {}, frameworks, by, fuzz::noon());
  const auto around = reach_of(nobody, *state, *in, {}, frameworks, by, fuzz::noon());
  if (!around) {
    expect_reason(around.why());
    return 0;
  }
  map_aids aids;
  aids.around = &*around;
  const possibilities map = map_possibilities(nobody, *state, frameworks, by, aids);
  for (const possibility& p : map.targets)
    if (!(p.covered.expectation >= 0 && p.covered.expectation <= 1 && p.effort >= 0)) std::abort();
  static_cast<void>(to_document(map, by, fuzz::noon()));
  return 0;
}
