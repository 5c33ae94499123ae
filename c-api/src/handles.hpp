// What the opaque handles of the C ABI hold.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "activateur/activateur.h"
#include "engine.hpp"

struct adp_engine {
  std::shared_ptr<activateur::engine> core = std::make_shared<activateur::engine>();
};

struct adp_session {
  std::shared_ptr<activateur::engine> core;
  activateur::language lang = activateur::language::fr;
  std::int64_t now_ms = 0;
  adp_progress_fn progress = nullptr;
  void* user_data = nullptr;
  std::atomic<bool> stop{false};

  // The last failure, and the texts that adp_session_last_error lends.
  adp_status status = ADP_OK;
  std::string code, message, source, pointer;
  std::int64_t line = 0, column = 0;
};

struct adp_document {
  explicit adp_document(activateur::json v) : value(std::move(v)) {}
  activateur::json value;

  // Written once, by the first reader.
  const std::string& text() const {
    std::call_once(written_, [this] { text_ = activateur::write_json(value); });
    return text_;
  }

 private:
  mutable std::once_flag written_;
  mutable std::string text_;
};

struct adp_snapshot {
  activateur::snapshot documents;
  std::unique_ptr<activateur::online_source> online{};  // asks `documents` first; null: no network

  [[nodiscard]] const activateur::document_source* source() const {
    return online ? static_cast<const activateur::document_source*>(online.get()) : &documents;
  }
};

struct adp_framework {
  activateur::framework_ptr compiled;
};
