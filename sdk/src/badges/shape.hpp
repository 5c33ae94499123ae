// The structure of an Open Badges 3.0 credential, whatever secures it.
#pragma once

#include "badges/inquiry.hpp"

namespace activateur {

// Adds the checks context, type, subject, achievement and issuer.
void check_shape(const inquiry& q, const json& document);

// Adds the checks proof and key of embedded Data Integrity proofs, or `proof.missing`.
void check_embedded_proof(const inquiry& q, const json& document);

}  // namespace activateur
