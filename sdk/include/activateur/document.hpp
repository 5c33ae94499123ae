// activateur/document.hpp - JSON documents.
#pragma once

#include <activateur/document.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "activateur/error.hpp"

namespace activateur {

// An immutable JSON document, shared on copy. Views into it live as long as any copy. Reading it is thread-safe.
class document {
 public:
  document() = default;
  // Takes ownership.
  explicit document(adp_document* raw) : handle_(raw, adp_document_destroy) {}

  [[nodiscard]] const adp_document* get() const noexcept { return handle_.get(); }
  explicit operator bool() const noexcept { return handle_ != nullptr; }

  [[nodiscard]] std::string_view json() const noexcept { return view(adp_document_json(get())); }
  [[nodiscard]] std::string_view schema() const noexcept { return view(adp_document_schema(get())); }

  // The value at a JSON Pointer; nothing when it is not there or of another type.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view pointer) const noexcept {
    adp_str out;
    if (adp_document_text(get(), view(pointer), &out) != ADP_OK) return std::nullopt;
    return view(out);
  }
  [[nodiscard]] std::optional<double> number(std::string_view pointer) const noexcept {
    double out = 0;
    if (adp_document_number(get(), view(pointer), &out) != ADP_OK) return std::nullopt;
    return out;
  }
  // How many elements or members; 0 when there is no such container.
  [[nodiscard]] std::size_t count(std::string_view pointer) const noexcept {
    std::size_t out = 0;
    adp_document_count(get(), view(pointer), &out);
    return out;
  }

 private:
  std::shared_ptr<adp_document> handle_;
};

// Bytes made by the library.
class bytes {
 public:
  bytes() = default;
  ~bytes() { adp_bytes_free(&raw_); }
  bytes(bytes&& other) noexcept : raw_(other.raw_) { other.raw_ = {nullptr, 0}; }
  bytes& operator=(bytes&& other) noexcept {
    std::swap(raw_, other.raw_);
    return *this;
  }
  bytes(const bytes&) = delete;
  bytes& operator=(const bytes&) = delete;

  [[nodiscard]] adp_bytes* out() noexcept { return &raw_; }
  [[nodiscard]] std::string_view text() const noexcept {
    return raw_.len == 0 ? std::string_view{} : std::string_view(raw_.ptr, raw_.len);
  }

 private:
  adp_bytes raw_{nullptr, 0};
};

}  // namespace activateur
