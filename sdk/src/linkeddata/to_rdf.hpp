// Deserialize JSON-LD to RDF: JSON-LD 1.1 API sections 8.1 to 8.3.
#pragma once

#include "linkeddata/jsonld.hpp"
#include "linkeddata/node_map.hpp"

namespace activateur {

inline constexpr std::size_t to_rdf_quads_max = 50'000;

result<dataset> node_map_to_rdf(node_map& nodes, const jsonld_options& options);

}  // namespace activateur
