// Keeping social security numbers out, everywhere something could enter. The error says where, never what.
#pragma once

#include "json/json.hpp"

namespace activateur {

// Every text, number and member name of the document.
result<void> refuse_nir(const json& document);
result<void> refuse_nir(std::string_view text);
// What an error repeats of what the caller gave, an id or a name: its beginning, or no more than dots.
std::string told(std::string_view argument);
// Of a credential that others wrote: every text but the addresses and pictures in it, whose digits mean nothing.
result<void> refuse_nir_in_credential(std::string_view bytes);

}  // namespace activateur
