// The checks that every kind of badge shares. Each adds its results to the inquiry.
#pragma once

#include "badges/inquiry.hpp"
#include "crypto/jws.hpp"

namespace activateur {

// proof and key of a compact JWS whose issuer is known by `issuer`.
void check_signature(const inquiry& q, const jws& token, const std::string& issuer);

// Claims of a VC-JWT against the credential it carries (Open Badges 3.0 section 8.2.4.1). `claims` is the payload,
// `document` the credential; equal values are required of the claims that are there.
void check_claims(const inquiry& q, const json& claims, const json& document);

// Every entry of credentialStatus (Open Badges 3.0).
void check_status_3(const inquiry& q, const json& document);

// Dates of a 3.0 credential (xsd:dateTimeStamp), and of an assertion up to 2.0 (the zone may lack).
void check_dates_3(const inquiry& q, const json& document, const json* claims);
void check_dates_2(const inquiry& q, const json& document);

// Whether asked.recipient is the recipient; adds nothing when nobody is asked for.
void check_recipient_3(const inquiry& q, const json& document);
void check_recipient_2(const inquiry& q, const json& document);

// Notes the endorsements of the documents; decides nothing.
void note_endorsements(const inquiry& q, const std::vector<const json*>& documents);

}  // namespace activateur
