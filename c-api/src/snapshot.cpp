#include "activateur/snapshot.h"

#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

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
    if (!read(directory, path) || path.empty()) return misuse(session, "directory is NULL or empty");
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
    if (!read(url, address) || address.empty() || !read(body, bytes)) return misuse(session, "url or body is NULL");
    if (status < 200 || status > 599) return misuse(session, "status is no HTTP status from 200 to 599");
    snapshot->documents.add(std::string(address), std::string(bytes), status);
    return ADP_OK;
  });
}

void adp_snapshot_destroy(adp_snapshot* snapshot) { delete snapshot; }
