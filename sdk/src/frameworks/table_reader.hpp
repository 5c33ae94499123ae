// Reading the rows of one table after another, with faults in a journal.
#pragma once

#include <string>

#include "frameworks/csv_table.hpp"
#include "frameworks/journal.hpp"

namespace activateur {

class table_reader {
 public:
  explicit table_reader(journal& faults) : faults_(faults) {}

  // Calls `row()`, a result<void>, at each record; what it refuses is noted and the record left out.
  template <class Row>
  result<void> each(csv_table& table, Row&& row) {
    if (!faults_.going(before_)) return progress_sink::cancelled();
    while (true) {
      const auto more = table.next();
      if (!more) {
        if (auto noted = faults_.note(more.why()); !noted) return noted;
        continue;
      }
      if (!*more) break;
      if (++rows_ % rows_a_report == 0 && !faults_.going(before_ + table.bytes_read()))
        return progress_sink::cancelled();
      if (auto done = row(); !done)
        if (auto noted = faults_.note(std::move(done).why()); !noted) return noted;
    }
    before_ += table.bytes();
    return faults_.going(before_) ? result<void>() : progress_sink::cancelled();
  }

 private:
  static constexpr std::uint64_t rows_a_report = 256;
  journal& faults_;
  std::uint64_t before_ = 0, rows_ = 0;
};

}  // namespace activateur
