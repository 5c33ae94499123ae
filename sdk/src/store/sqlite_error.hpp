// SQLite's failures as the store's.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.hpp"

namespace activateur {

error shelf_error(const SQLite::Exception& e, const std::string& path);

// Runs `body`, which gives a result; what SQLite throws becomes an error.
template <class Body>
auto guarded_shelf(const std::string& path, Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (const SQLite::Exception& e) {
    return shelf_error(e, path);
  }
}

}  // namespace activateur
