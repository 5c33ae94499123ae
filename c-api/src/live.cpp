#include "activateur/live.h"

#include "analysis_call.hpp"
#include "batch_options.hpp"

using namespace activateur;
using namespace activateur::c_api;

struct adp_live {
  std::shared_ptr<activateur::engine> core;  // what verification reads by lives there
  std::unique_ptr<match_live> of;
  std::int64_t at_ms = 0;
};

namespace {

std::int32_t number_of(zone z) {
  switch (z) {
    case zone::now: return ADP_ZONE_NOW;
    case zone::after_recognition: return ADP_ZONE_AFTER_RECOGNITION;
    case zone::short_path: return ADP_ZONE_SHORT_PATH;
    default: return ADP_ZONE_LONG_PATH;
  }
}

adp_live_target target_of(const match_live& live, std::size_t target) {
  const coverage now = live.of(target);
  const std::int32_t in = number_of(live.zone_of(target));
  return {sizeof(adp_live_target),
          in,
          in,
          0,
          lend(live.targets()[target].id),
          now.belief,
          now.expectation,
          now.plausibility,
          now.expectation};
}

}  // namespace

adp_status adp_live_create(adp_session* session, const adp_batch_options* options, adp_live** live) {
  if (live != nullptr) *live = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_batch_options known;
    batch_request asked;
    if (live == nullptr) return misuse(session, "live is NULL");
    if (!read_batch_request(options, known, asked)) return misuse(session, "options are not understood");
    auto run = session->core->batch(asked, context_of(*session, known.at_ms));
    if (!run) return record(*session, run.why());
    *live = new adp_live{session->core, std::make_unique<match_live>(*std::move(run)), known.at_ms};
    return ADP_OK;
  });
}

void adp_live_destroy(adp_live* live) { delete live; }

adp_status adp_live_set(adp_session* session, adp_live* live, const adp_document* portfolio, size_t* moved) {
  if (moved != nullptr) *moved = 0;
  return guarded(session, [&]() -> adp_status {
    if (live == nullptr || portfolio == nullptr) return misuse(session, "live or portfolio is NULL");
    const auto set = live->of->set(portfolio->value, context_of(*session, live->at_ms));
    if (!set) return record(*session, set.why());
    if (moved != nullptr) *moved = live->of->moved().size();
    return ADP_OK;
  });
}

adp_status adp_live_change(adp_session* session, adp_live* live, adp_str competence, const adp_coverage* value,
                           size_t* moved) {
  if (moved != nullptr) *moved = 0;
  return guarded(session, [&]() -> adp_status {
    std::string_view name;
    if (live == nullptr || !read(competence, name)) return misuse(session, "live or competence is NULL");
    adp_coverage given;
    if (!copy_options(value, given)) return misuse(session, "value is not understood");
    const coverage known{given.belief, given.expectation, given.plausibility};
    const auto changed = live->of->change(name, value == nullptr ? nullptr : &known);
    if (!changed) return record(*session, changed.why());
    if (moved != nullptr) *moved = live->of->moved().size();
    return ADP_OK;
  });
}

size_t adp_live_count(const adp_live* live) { return live == nullptr ? 0 : live->of->targets().size(); }

adp_status adp_live_at(const adp_live* live, size_t position, adp_live_target* target) {
  if (live == nullptr || target == nullptr) return ADP_E_USAGE;
  if (position >= live->of->targets().size()) return ADP_E_NOT_FOUND;
  return fill(target_of(*live->of, position), target);
}

adp_status adp_live_moved_at(const adp_live* live, size_t position, adp_live_target* target) {
  if (live == nullptr || target == nullptr) return ADP_E_USAGE;
  if (position >= live->of->moved().size()) return ADP_E_NOT_FOUND;
  const match_moved& m = live->of->moved()[position];
  adp_live_target out = target_of(*live->of, m.target);
  out.zone_before = number_of(m.from);
  out.expectation_before = m.before.expectation;
  return fill(out, target);
}
