// What a sealed text is bound to: every column beside it. A row whose plain columns were altered, or whose sealed text
// was moved, does not open.
#pragma once

#include <string>

#include "store/shelf.hpp"

namespace activateur {

std::string place_of(const person_row& row);
std::string place_of(const record_row& row);
std::string place_of(const consent_row& row);
std::string place_of(const journal_row& row);  // of who it was; the chain binds the other columns
std::string content_place(const record_row& row);
std::string tombstone_place(octet_view lookup, std::int64_t at);

// As format 1 bound them: to the row's name alone.
std::string place_in_format_1(const person_row& row);
std::string place_in_format_1(const record_row& row);
std::string place_in_format_1(const consent_row& row);

}  // namespace activateur
