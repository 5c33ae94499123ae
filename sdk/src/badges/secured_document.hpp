// A secured document taken apart into what its proof signs. Private to badges/.
#pragma once

#include "badges/data_integrity.hpp"

namespace activateur {

struct secured_parts {
  json document;       // unsecured; with the proofs that this one builds on
  json configuration;  // the proof without its value
  sentence warning;
};

// The parts as the RDF suites take them: the configuration gets the document's @context (vc-di-eddsa 3.2.5).
result<secured_parts> parts_for_rdf(const json& secured_document, const json& proof);
// The parts as the JCS suites take them: the proof's @context replaces the document's (vc-di-eddsa 3.3.2).
result<secured_parts> parts_for_jcs(const json& secured_document, const json& proof);

// One document as RDF, nothing of it dropped.
result<dataset> as_rdf(const json& document, const integrity_options& options);

}  // namespace activateur
