// The official ROME, imported once for the tests that need it.
#pragma once

#include "frameworks/import.hpp"
#include "shared_data.hpp"

namespace activateur::test {

inline framework_ptr official_rome(const std::filesystem::path& raw) {
  static const framework_ptr rome = [&]() -> framework_ptr {
    auto imported = import_rome(raw.string(), context{});
    if (imported) return *std::move(imported);
    ADD_FAILURE() << imported.why().text(language::en);
    return nullptr;
  }();
  return rome;
}

}  // namespace activateur::test
