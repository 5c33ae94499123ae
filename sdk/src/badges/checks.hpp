// The checks that every kind of badge shares. Each adds its results to the inquiry.
#pragma once

#include "badges/inquiry.hpp"

namespace activateur {

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

// The endorsements inside a 3.0 credential, each verified by itself and noted.
void check_endorsements_3(const inquiry& q, const json& document);

// The credentials inside a Comprehensive Learner Record, each verified by itself and noted.
void check_contents(const inquiry& q, const json& document);

// The copy that the refreshService of a 3.0 credential serves, once (1EdTechCredentialRefresh).
void check_refresh(const inquiry& q, const json& document);

// Whether the issuer is on the host's list; adds nothing without a list. To be called last.
void check_trust(const inquiry& q);

}  // namespace activateur
