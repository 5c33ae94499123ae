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

// The same as parts_for_rdf without a copy of the document, where it needs none.
struct rdf_parts {
  json chained;                // the document with the proofs that this one builds on; null: it builds on none
  const char* set_aside = "";  // else the member of the secured document that is not signed
  json configuration;
};
result<rdf_parts> views_for_rdf(const json& secured_document, const json& proof);

// How documents become RDF, nothing of them dropped.
jsonld_options rdf_options(const integrity_options& options);
result<dataset> as_rdf(const json& document, const integrity_options& options);

}  // namespace activateur
