// Any text as the key whose doors are asked for, as a target, and as the targets of a batch: refused with a reason, or
// used without fault.
#include <cmath>
#include <cstdlib>

#include "analysis/map_change.hpp"
#include "analysis/match_run.hpp"
#include "analysis/why_not.hpp"
#include "small_framework.hpp"

namespace {

using namespace activateur;

void expect(bool held) {
  if (!held) std::abort();
}
void expect_reason(const error& why) { expect(!why.what.empty() && why.kind != failure::internal); }

void as_key(const std::string& text) {
  const framework_set& frameworks = fuzz::small_frameworks();
  const policy& by = default_policy();
  const auto key = read_key(text, frameworks, by);
  if (!key) return expect_reason(key.why());
  std::vector<verification> verifications;
  const portfolio nobody;
  const portfolio richer = with_key(nobody, *key, frameworks, &verifications, fuzz::noon().now);
  const auto before = weigh(nobody, {}, frameworks, by, fuzz::noon());
  expect(before.ok());
  while (verifications.size() < richer.credentials.size()) verifications.emplace(verifications.begin());
  const auto after = weigh(richer, verifications, frameworks, by, fuzz::noon());
  if (!after) return expect_reason(after.why());
  static_cast<void>(
      change_between({&nobody, &*before, nullptr}, {&richer, &*after, nullptr}, frameworks, by, map_aids{}));
}

void as_target(const json& document) {
  const framework_set& frameworks = fuzz::small_frameworks();
  const policy& by = default_policy();
  const auto to = read_target(document, frameworks, "target");
  if (!to) return expect_reason(to.why());
  map_aids aids;
  aids.targets = {*to};
  const portfolio nobody;
  const auto state = weigh(nobody, {}, frameworks, by, fuzz::noon());
  const auto said = explain_target(nobody, *state, frameworks, by, aids, to->id);
  if (said) static_cast<void>(to_document(*said, nullptr, by, fuzz::noon()));

  match_request asked;
  asked.frameworks = frameworks;
  asked.by = by;
  asked.targets = {write_json(document)};
  auto run = match_run::begin(std::move(asked), fuzz::noon());
  if (!run) return expect_reason(run.why());
  expect((*run)->add(json::object(), fuzz::noon()).ok());
  const auto rows = (*run)->take(fuzz::noon());
  expect(rows.ok() && rows->rows.size() == 1);
  const coverage covered = compute_gap(nobody, *state, *to, frameworks, by).covered;
  expect(std::abs(rows->rows.expectation[0] - covered.expectation) < 1e-4);
  expect(std::abs(rows->rows.plausibility[0] - covered.plausibility) < 1e-4);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  as_key(text);
  const auto document = read_json(text, {}, "input");
  if (!document) return 0;
  as_target(*document);
  if (const auto targets = read_match_targets(*document, "targets"); !targets) expect_reason(targets.why());
  return 0;
}
