// activateur/live.hpp - one person against every target, live.
#pragma once

#include <activateur/live.h>

#include <memory>

#include "activateur/document.hpp"

namespace activateur {

// One person against every target while what is known of her changes. Made by session::live, used with one session at a
// time.
class live_map {
 public:
  explicit live_map(adp_live* raw) : handle_(raw) {}
  [[nodiscard]] adp_live* get() const noexcept { return handle_.get(); }
  [[nodiscard]] std::size_t size() const noexcept { return adp_live_count(get()); }
  // Views into the handle; a default one beyond the end.
  [[nodiscard]] adp_live_target at(std::size_t position) const noexcept {
    adp_live_target out = ADP_LIVE_TARGET_INIT;
    adp_live_at(get(), position, &out);
    return out;
  }
  [[nodiscard]] adp_live_target moved(std::size_t position) const noexcept {
    adp_live_target out = ADP_LIVE_TARGET_INIT;
    adp_live_moved_at(get(), position, &out);
    return out;
  }

 private:
  struct destroy {
    void operator()(adp_live* l) const noexcept { adp_live_destroy(l); }
  };
  std::unique_ptr<adp_live, destroy> handle_;
};

}  // namespace activateur
