// What an import has found wrong so far, and whether it goes on.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "frameworks/import.hpp"

namespace activateur {

// Collects faults. Reading goes on after a fault without what was faulty, whether or not the faults will make the
// import be refused at the end: one pass tells them all.
class journal {
 public:
  explicit journal(const context& with) : with_(with) {}

  void add(error why) {
    if (report_.problems.size() < import_report::problems_kept) report_.problems.push_back({std::move(why)});
    ++report_.problem_count;
  }
  // What a reader is to do about an error: a fault of the input is noted and reading goes on, all else stops it.
  // What refers to a line that was left out refers to nothing: that is said once a code (message::once).
  result<void> note(error why) {
    if (why.kind != failure::input) return why;
    if (why.what.once() && !why.what.arguments().empty() &&
        !said_.insert(std::string(why.what.code()) + ' ' + why.what.arguments().front()).second)
      return {};
    add(std::move(why));
    return {};
  }
  // What is not there without being a fault, and what then is empty.
  void remark(const message& what, std::vector<std::string> arguments) {
    report_.notes.emplace_back(what, std::move(arguments));
  }

  // Tells how far the import is, in bytes; false: stop.
  [[nodiscard]] bool going(std::uint64_t done) const {
    return with_.progress.at(total_ == 0 ? done : std::min(done, total_), total_);
  }
  void expect(std::uint64_t bytes) { total_ += bytes; }

  [[nodiscard]] const import_report& report() const { return report_; }
  [[nodiscard]] import_report take(std::string format) {
    report_.format = std::move(format);
    return std::move(report_);
  }

 private:
  const context& with_;
  import_report report_;
  std::set<std::string> said_;
  std::uint64_t total_ = 0;
};

}  // namespace activateur
