#include "activateur/territory.h"

#include "engine.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr std::size_t paths_max = 1'000;

bool read_options(const adp_territory_import_options& given, territory_import_options& out) {
  std::string_view id, name, format, source;
  if (!read(given.id, id) || !read(given.name, name) || !read(given.format, format) || !read(given.source, source))
    return false;
  out.id = id;
  out.name = name;
  out.format = format;
  out.source = source;
  if ((given.flags & ADP_TERRITORY_FROM_POINT) != 0) out.from = {given.latitude, given.longitude};
  if (given.full_week_hours != 0) out.full_week_hours = given.full_week_hours;
  out.immersion_weekly_hours = given.immersion_weekly_hours;
  out.immersion_weeks = static_cast<int>(std::min<std::uint32_t>(given.immersion_weeks, 1'000'000));
  out.suppose_core_of_jobs = (given.flags & ADP_TERRITORY_SUPPOSE_CORE) != 0;
  out.leave_out_faults = (given.flags & ADP_IMPORT_LEAVE_OUT_FAULTS) != 0;
  return true;
}

}  // namespace

adp_status adp_territory_import(adp_session* session, const adp_str* paths, std::size_t count,
                                const adp_territory_import_options* options, adp_document** territory,
                                adp_document** report) {
  if (territory != nullptr) *territory = nullptr;
  if (report != nullptr) *report = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_territory_import_options known;
    territory_import_options asked;
    if (territory == nullptr || report == nullptr) return misuse(session, "territory or report is NULL");
    if (paths == nullptr || count == 0 || count > paths_max) return misuse(session, "paths are none, or too many");
    if (!copy_options(options, known) || known.reserved != 0 ||
        (known.flags & ~(ADP_IMPORT_LEAVE_OUT_FAULTS | ADP_TERRITORY_FROM_POINT | ADP_TERRITORY_SUPPOSE_CORE)) != 0)
      return misuse(session, "options are not understood");
    if (!read_options(known, asked)) return misuse(session, "an option is NULL with a length");
    std::vector<std::string> from;
    for (std::size_t i = 0; i < count; ++i) {
      std::string_view path;
      if (!read_path(paths[i], path)) return misuse(session, "a path is NULL or empty, or has a NUL inside");
      from.emplace_back(path);
    }
    result<imported_territory> done = import_territory(from, asked, session->core->frameworks(), context_of(*session));
    if (!done) return record(*session, done.why());
    const adp_status status = give_document(*session, import_document(*done), report);
    if (status != ADP_OK || !done->made) return status;
    return give_document(*session, to_document(*done->made), territory);
  });
}
