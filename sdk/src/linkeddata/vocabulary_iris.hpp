// IRIs that RDF itself gives a meaning to.
#pragma once

#include <string_view>

namespace activateur {

inline constexpr std::string_view xsd_string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view rdf_lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

}  // namespace activateur
