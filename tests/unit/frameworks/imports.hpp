// What tests of imports have in common.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "frameworks/import.hpp"
#include "shared_data.hpp"

namespace activateur::test {

inline std::vector<std::string> codes_of(const import_report& report) {
  std::vector<std::string> out;
  for (const import_problem& p : report.problems) out.emplace_back(p.why.what.code());
  return out;
}

inline imported read(const std::string& path, const import_options& options = {}) {
  auto out = import_framework(path, options, context{});
  EXPECT_TRUE(out.ok()) << out.why().text(language::en);
  return out ? *std::move(out) : imported{};
}

inline imported taken(const std::string& path) {
  imported out = read(path);
  for (const import_problem& p : out.report.problems) ADD_FAILURE() << p.why.text(language::en);
  return out;
}

}  // namespace activateur::test
