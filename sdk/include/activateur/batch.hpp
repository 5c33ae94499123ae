// activateur/batch.hpp - many persons against many targets.
#pragma once

#include <activateur/batch.h>

#include <memory>
#include <utility>

#include "activateur/document.hpp"

namespace activateur {

// Columns of a result, as a library that speaks Arrow takes them; released with their owner.
class arrow_columns {
 public:
  arrow_columns() = default;
  ~arrow_columns() {
    if (schema_.release != nullptr) schema_.release(&schema_);
    if (array_.release != nullptr) array_.release(&array_);
  }
  arrow_columns(arrow_columns&& other) noexcept
      : schema_(std::exchange(other.schema_, {})), array_(std::exchange(other.array_, {})) {}
  arrow_columns& operator=(arrow_columns&& other) noexcept {
    std::swap(schema_, other.schema_);
    std::swap(array_, other.array_);
    return *this;
  }
  arrow_columns(const arrow_columns&) = delete;
  arrow_columns& operator=(const arrow_columns&) = delete;

  // To be moved away, as the interface says, or read in place.
  [[nodiscard]] ArrowSchema* schema() noexcept { return &schema_; }
  [[nodiscard]] ArrowArray* array() noexcept { return &array_; }
  [[nodiscard]] std::int64_t rows() const noexcept { return array_.length; }

 private:
  ArrowSchema schema_{};
  ArrowArray array_{};
};

// Persons added whose results were not taken. Made by session::batch, used with one session at a time.
class batch {
 public:
  explicit batch(adp_batch* raw) : handle_(raw) {}
  [[nodiscard]] adp_batch* get() const noexcept { return handle_.get(); }
  [[nodiscard]] std::size_t waiting() const noexcept { return adp_batch_waiting(get()); }

 private:
  struct destroy {
    void operator()(adp_batch* b) const noexcept { adp_batch_destroy(b); }
  };
  std::unique_ptr<adp_batch, destroy> handle_;
};

}  // namespace activateur
