// JSON Schemas that credentials name, applied to what they are about.
#pragma once

#include "badges/inquiry.hpp"

namespace activateur {

struct schema_finding {
  verdict result = verdict::indeterminate;
  sentence why;
  json evidence = nullptr;
};

// Applies the schema that `url` serves; the documents it refers to are looked up as well.
schema_finding apply_schema(const inquiry& q, const std::string& url, const json& instance);

// The check `schema`, once for each credentialSchema of a 3.0 credential (Open Badges 3.0 section 8.2, step 2). One
// that could not be applied is noted only, unless the policy requires it.
void check_schemas(const inquiry& q, const json& document);

}  // namespace activateur
