// Any bytes as a plan problem: what is read is solved within few nodes, and the answer holds before the independent
// judge.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/json.hpp"
#include "planning/solve.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void run(std::string_view bytes) {
  const auto document = read_json(bytes, {1U << 16U, 64, 10'000});
  if (!document) return;
  const auto problem = read_problem(*document, "problem.json");
  if (!problem) return;
  const auto found = solve(*problem, {400, 0, 1}, {});
  require(found.ok());
  if (!found->feasible) return;
  const plan_check judged = check_plan(*problem, found->steps);
  require(judged.ok);
  require(judged.objective == found->objective);
  require(found->bound <= found->objective + 1e-6 * (1 + found->objective));
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
