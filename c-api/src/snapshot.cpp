#include "activateur/snapshot.h"

#include <algorithm>
#include <limits>

#include "base/iri.hpp"
#include "base/limits.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr message too_large{"snapshot.body", "What this URL serves has more than {0} bytes.",
                            "Ce que sert cette URL fait plus de {0} octets."};

// 0 stands for the default; false beyond the largest value.
template <class Taken>
bool take(std::uint64_t given, std::uint64_t most, Taken& into) {
  if (given > most) return false;
  if (given != 0) into = Taken(given);
  return true;
}

bool take_wait(std::int64_t given, deadline::duration& into) {
  return given >= 0 && take(static_cast<std::uint64_t>(given), 300'000, into);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find_first_not_of(" \t\n"); at != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(" \t\n", at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(" \t\n", end);
  }
  return out;
}

bool read_network_options(const adp_network_options* given, network_options& out) {
  constexpr std::uint32_t flags = ADP_NETWORK_HIGH_PORTS | ADP_NETWORK_HTTP_FOR_PRIVATE | ADP_NETWORK_NO_REDIRECTS;
  adp_network_options known;
  std::string_view ca_file, hosts;
  if (!copy_options(given, known) || (known.flags & ~flags) != 0 || known.max_age_ms < -1) return false;
  if (!read_bytes(known.ca_file, ca_file) || !read(known.private_hosts, hosts)) return false;
  out.high_ports = (known.flags & ADP_NETWORK_HIGH_PORTS) != 0;
  out.allow_http_for_trusted = (known.flags & ADP_NETWORK_HTTP_FOR_PRIVATE) != 0;
  if ((known.flags & ADP_NETWORK_NO_REDIRECTS) != 0) out.redirects_max = 0;
  out.ca_file = ca_file;
  out.trusted_private_hosts = words_of(hosts);
  if (known.max_age_ms != 0)
    out.max_age_ms = known.max_age_ms < 0 ? std::numeric_limits<std::int64_t>::max() : known.max_age_ms;
  return take(known.fetches_max, 65'536, out.fetches_max) &&
         take(known.fetches_per_host_max, 65'536, out.fetches_per_host_max) &&
         take(known.body_bytes_max, 16U << 20U, out.body_bytes_max) && take_wait(known.connect_ms, out.connect_max) &&
         take_wait(known.read_ms, out.read_max) && take_wait(known.total_ms, out.whole_max);
}

}  // namespace

adp_status adp_snapshot_create(adp_session* session, adp_snapshot** snapshot) {
  if (snapshot != nullptr) *snapshot = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (snapshot == nullptr) return misuse(session, "snapshot is NULL");
    *snapshot = new adp_snapshot();
    return ADP_OK;
  });
}

adp_status adp_snapshot_load(adp_session* session, adp_str directory, adp_snapshot** snapshot) {
  if (snapshot != nullptr) *snapshot = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view path;
    if (snapshot == nullptr) return misuse(session, "snapshot is NULL");
    if (!read_path(directory, path)) return misuse(session, "directory is NULL or empty, or has a NUL inside");
    result<activateur::snapshot> loaded = activateur::snapshot::load(std::string(path));
    if (!loaded) return record(*session, loaded.why());
    *snapshot = new adp_snapshot{*std::move(loaded)};
    return ADP_OK;
  });
}

adp_status adp_snapshot_add(adp_session* session, adp_snapshot* snapshot, adp_str url, adp_str body, int32_t status) {
  return guarded(session, [&]() -> adp_status {
    std::string_view address, bytes;
    if (snapshot == nullptr) return misuse(session, "snapshot is NULL");
    if (!read(url, address) || address.empty() || !read_bytes(body, bytes))
      return misuse(session, "url or body is NULL");
    if (!has_iri_form(address) || address.find('#') != std::string_view::npos)
      return misuse(session, "url is not absolute, or has a fragment");
    if (bytes.size() > limits::document_bytes)
      return record(*session, fail(failure::limit, too_large, {std::to_string(limits::document_bytes)},
                                   {std::string(address), {}, 0, 0}));
    if (status < 200 || status > 599) return misuse(session, "status is no HTTP status from 200 to 599");
    snapshot->documents.add(std::string(address), std::string(bytes), status);
    return ADP_OK;
  });
}

adp_status adp_snapshot_allow_network(adp_session* session, adp_snapshot* snapshot,
                                      const adp_network_options* options) {
  return guarded(session, [&]() -> adp_status {
    if (snapshot == nullptr) return misuse(session, "snapshot is NULL");
    network_options asked;
    if (!read_network_options(options, asked)) return misuse(session, "options are not understood");
    auto clock = [fixed = session->now_ms] { return fixed != 0 ? instant{fixed} : system_now(); };
    auto opened = online_source::open(std::move(asked), &snapshot->documents, std::move(clock));
    if (!opened) return record(*session, opened.why());
    if (snapshot->online) (*opened)->inherit(*snapshot->online);
    snapshot->online = *std::move(opened);
    return ADP_OK;
  });
}

adp_status adp_snapshot_save(adp_session* session, const adp_snapshot* snapshot, adp_str directory) {
  return guarded(session, [&]() -> adp_status {
    std::string_view path;
    if (snapshot == nullptr) return misuse(session, "snapshot is NULL");
    if (!read_path(directory, path)) return misuse(session, "directory is NULL or empty, or has a NUL inside");
    activateur::snapshot all = snapshot->documents;  // bodies are shared, not copied
    if (snapshot->online) snapshot->online->copy_to(all);
    const result<void> saved = all.save(std::string(path));
    return saved ? ADP_OK : record(*session, saved.why());
  });
}

void adp_snapshot_destroy(adp_snapshot* snapshot) { delete snapshot; }
