// JSON numbers as RDF literals (JSON-LD 1.1 API sections 8.2.2 and 8.6).
#pragma once

#include <string>

#include "json/json.hpp"

namespace activateur {

struct number_literal {
  std::string lexical;
  bool integer = false;  // xsd:integer, else xsd:double
};

// Step 10 and 11 of section 8.2.2; `as_double` when the value's own datatype is xsd:double.
number_literal write_number(const json& value, bool as_double);

}  // namespace activateur
