// Keeping social security numbers out, everywhere something could enter. The error says where, never what.
#pragma once

#include "json/json.hpp"

namespace activateur {

// Every text, number and member name of the document.
result<void> refuse_nir(const json& document);
result<void> refuse_nir(std::string_view text);
// Of a credential that others wrote: every text but addresses and pictures, whose digits mean nothing.
result<void> refuse_nir_in_credential(std::string_view bytes);

}  // namespace activateur
