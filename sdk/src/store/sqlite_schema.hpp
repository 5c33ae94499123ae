// The tables, and how files of earlier formats become today's.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.hpp"

namespace activateur {

inline constexpr int shelf_application = 0x41647053;  // "AdpS", in the header of the file

// Tables in the order in which they are copied; the keys are not among them.
extern const char* const shelf_tables[];
extern const std::size_t shelf_table_count;
extern const char* const key_table;  // its SQL, for the file of keys

// Brings the open file to today's format, within one transaction. Refuses files of another program and of later
// formats.
result<void> bring_up(SQLite::Database& in, const std::string& path, bool create);

}  // namespace activateur
