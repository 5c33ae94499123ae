// Terms of verifiable credentials, their status and DIDs, as the W3C and its community groups published them
// (W3C Verifiable Credentials Data Model 1.1 and 2.0, Bitstring Status List 1.0, Status List 2021, DID Core 1.0).
#include "linkeddata/context_table.hpp"

namespace activateur {
namespace {

// Verifiable Credentials Data Model v2.0, W3C Recommendation.
constexpr const char* credentials_v2 = R"(
^cred = https://www.w3.org/2018/credentials#
^sec = https://w3id.org/security#
^status = https://www.w3.org/ns/credentials/status#
^xsd = http://www.w3.org/2001/XMLSchema#
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^jwt = https://www.iana.org/assignments/jwt#
^jose = https://www.iana.org/assignments/jose#
@protected
id @id
type @type
description ^schema
digestMultibase ^sec @type ^sec.multibase
digestSRI ^cred @type ^cred.sriString
mediaType ^schema.encodingFormat
name ^schema
VerifiableCredential ^cred @context {
  @protected
  id @id
  type @type
  confidenceMethod ^cred @type @id
  credentialSchema ^cred @type @id
  credentialStatus ^cred @type @id
  credentialSubject ^cred @type @id
  description ^schema
  evidence ^cred @type @id
  issuer ^cred @type @id
  name ^schema
  proof ^sec @type @id @container @graph
  refreshService ^cred @type @id
  relatedResource ^cred @type @id
  renderMethod ^cred @type @id
  termsOfUse ^cred @type @id
  validFrom ^cred @type ^xsd.dateTime
  validUntil ^cred @type ^xsd.dateTime
}
EnvelopedVerifiableCredential ^cred
VerifiablePresentation ^cred @context {
  @protected
  id @id
  type @type
  holder ^cred @type @id
  proof ^sec @type @id @container @graph
  termsOfUse ^cred @type @id
  verifiableCredential ^cred @type @id @container @graph @context -
}
EnvelopedVerifiablePresentation ^cred
JsonSchemaCredential ^cred
JsonSchema ^cred @context {
  @protected
  id @id
  type @type
  jsonSchema ^cred @type @json
}
BitstringStatusListCredential ^status
BitstringStatusList ^status @context {
  @protected
  id @id
  type @type
  encodedList ^status @type ^sec.multibase
  statusPurpose ^status
  ttl ^status
}
BitstringStatusListEntry ^status @context {
  @protected
  id @id
  type @type
  statusListCredential ^status @type @id
  statusListIndex ^status
  statusPurpose ^status
  statusMessage ^status @context {
    @protected
    id @id
    type @type
    message ^status
    status ^status
  }
  statusReference ^status @type @id
  statusSize ^status @type ^xsds.integer
}
DataIntegrityProof ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  cryptosuite ^sec @type ^sec.cryptosuiteString
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  nonce ^sec
  previousProof ^sec @type @id
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  proofValue ^sec @type ^sec.multibase
  verificationMethod ^sec @type @id
}
... ^jwt
_sd ^jwt @type @json
_sd_alg ^jwt
aud ^jwt @type @id
cnf ^jwt @context {
  @protected
  kid ^jwt @type @id
  jwk ^jwt @type @json
}
exp ^jwt @type ^xsds.nonNegativeInteger
iat ^jwt @type ^xsds.nonNegativeInteger
iss ^jose @type @id
jku ^jose @type @id
kid ^jose @type @id
nbf ^jwt @type ^xsds.nonNegativeInteger
sub ^jose @type @id
x5u ^jose @type @id
)";

// Verifiable Credentials Data Model v1.1, W3C Recommendation.
constexpr const char* credentials_v1 = R"(
^cred = https://www.w3.org/2018/credentials#
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@version
@protected
id @id
type @type
VerifiableCredential ^cred @context {
  @version
  @protected
  id @id
  type @type
  cred ^cred.
  sec ^sec.
  xsd ^xsd.
  credentialSchema cred:credentialSchema @type @id @context {
    @version
    @protected
    id @id
    type @type
    cred ^cred.
    JsonSchemaValidator2018 cred:JsonSchemaValidator2018
  }
  credentialStatus cred:credentialStatus @type @id
  credentialSubject cred:credentialSubject @type @id
  evidence cred:evidence @type @id
  expirationDate cred:expirationDate @type xsd:dateTime
  holder cred:holder @type @id
  issued cred:issued @type xsd:dateTime
  issuer cred:issuer @type @id
  issuanceDate cred:issuanceDate @type xsd:dateTime
  proof sec:proof @type @id @container @graph
  refreshService cred:refreshService @type @id @context {
    @version
    @protected
    id @id
    type @type
    cred ^cred.
    ManualRefreshService2018 cred:ManualRefreshService2018
  }
  termsOfUse cred:termsOfUse @type @id
  validFrom cred:validFrom @type xsd:dateTime
  validUntil cred:validUntil @type xsd:dateTime
}
VerifiablePresentation ^cred @context {
  @version
  @protected
  id @id
  type @type
  cred ^cred.
  sec ^sec.
  holder cred:holder @type @id
  proof sec:proof @type @id @container @graph
  verifiableCredential cred:verifiableCredential @type @id @container @graph
}
EcdsaSecp256k1Signature2019 ^sec @context {
  @version
  @protected
  id @id
  type @type
  sec ^sec.
  xsd ^xsd.
  challenge sec:challenge
  created http://purl.org/dc/terms/created @type xsd:dateTime
  domain sec:domain
  expires sec:expiration @type xsd:dateTime
  jws sec:jws
  nonce sec:nonce
  proofPurpose sec:proofPurpose @type @vocab @context {
    @version
    @protected
    id @id
    type @type
    sec ^sec.
    assertionMethod sec:assertionMethod @type @id @container @set
    authentication sec:authenticationMethod @type @id @container @set
  }
  proofValue sec:proofValue
  verificationMethod sec:verificationMethod @type @id
}
EcdsaSecp256r1Signature2019 ^sec @context {
  @version
  @protected
  id @id
  type @type
  sec ^sec.
  xsd ^xsd.
  challenge sec:challenge
  created http://purl.org/dc/terms/created @type xsd:dateTime
  domain sec:domain
  expires sec:expiration @type xsd:dateTime
  jws sec:jws
  nonce sec:nonce
  proofPurpose sec:proofPurpose @type @vocab @context {
    @version
    @protected
    id @id
    type @type
    sec ^sec.
    assertionMethod sec:assertionMethod @type @id @container @set
    authentication sec:authenticationMethod @type @id @container @set
  }
  proofValue sec:proofValue
  verificationMethod sec:verificationMethod @type @id
}
Ed25519Signature2018 ^sec @context {
  @version
  @protected
  id @id
  type @type
  sec ^sec.
  xsd ^xsd.
  challenge sec:challenge
  created http://purl.org/dc/terms/created @type xsd:dateTime
  domain sec:domain
  expires sec:expiration @type xsd:dateTime
  jws sec:jws
  nonce sec:nonce
  proofPurpose sec:proofPurpose @type @vocab @context {
    @version
    @protected
    id @id
    type @type
    sec ^sec.
    assertionMethod sec:assertionMethod @type @id @container @set
    authentication sec:authenticationMethod @type @id @container @set
  }
  proofValue sec:proofValue
  verificationMethod sec:verificationMethod @type @id
}
RsaSignature2018 ^sec @context {
  @version
  @protected
  challenge sec:challenge
  created http://purl.org/dc/terms/created @type xsd:dateTime
  domain sec:domain
  expires sec:expiration @type xsd:dateTime
  jws sec:jws
  nonce sec:nonce
  proofPurpose sec:proofPurpose @type @vocab @context {
    @version
    @protected
    id @id
    type @type
    sec ^sec.
    assertionMethod sec:assertionMethod @type @id @container @set
    authentication sec:authenticationMethod @type @id @container @set
  }
  proofValue sec:proofValue
  verificationMethod sec:verificationMethod @type @id
}
proof ^sec @type @id @container @graph
)";

// Bitstring Status List v1.0, W3C Recommendation.
constexpr const char* credentials_status_v1 = R"(
^sec = https://w3id.org/security#
^status = https://www.w3.org/ns/credentials/status#
^xsds = https://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
BitstringStatusListCredential ^status
BitstringStatusList ^status @context {
  @protected
  id @id
  type @type
  encodedList ^status @type ^sec.multibase
  statusPurpose ^status
  ttl ^status
}
BitstringStatusListEntry ^status @context {
  @protected
  id @id
  type @type
  statusListCredential ^status @type @id
  statusListIndex ^status
  statusPurpose ^status
  statusMessage ^status @context {
    @protected
    id @id
    type @type
    message ^status
    status ^status
  }
  statusReference ^status @type @id
  statusSize ^status @type ^xsds.integer
}
)";

// Status List 2021, W3C Credentials Community Group.
constexpr const char* status_list_2021 = R"(
^list = https://w3id.org/vc/status-list#
@protected
StatusList2021Credential ^list @context {
  @protected
  id @id
  type @type
  description http://schema.org/description
  name http://schema.org/name
}
StatusList2021 ^list @context {
  @protected
  id @id
  type @type
  statusPurpose ^list
  encodedList ^list
}
StatusList2021Entry ^list @context {
  @protected
  id @id
  type @type
  statusPurpose ^list
  statusListIndex ^list
  statusListCredential ^list @type @id
}
)";

// Decentralized Identifiers (DIDs) v1.0, W3C Recommendation.
constexpr const char* did_v1 = R"(
^sec = https://w3id.org/security#
^did = https://www.w3.org/ns/did#
^as = https://www.w3.org/ns/activitystreams#
@protected
id @id
type @type
alsoKnownAs ^as @type @id
assertionMethod ^sec @type @id @container @set
authentication ^sec.authenticationMethod @type @id @container @set
capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
controller ^sec @type @id
keyAgreement ^sec.keyAgreementMethod @type @id @container @set
service ^did @type @id @context {
  @protected
  id @id
  type @type
  serviceEndpoint ^did @type @id
}
verificationMethod ^sec @type @id
)";

constexpr known_context contexts[] = {
    {"https://www.w3.org/ns/credentials/v2", credentials_v2},
    {"https://www.w3.org/2018/credentials/v1", credentials_v1},
    {"https://www.w3.org/ns/credentials/status/v1", credentials_status_v1},
    {"https://w3id.org/vc/status-list/2021/v1", status_list_2021},
    {"https://www.w3.org/ns/did/v1", did_v1},
    {nullptr, nullptr},
};

}  // namespace

const known_context* known_credentials_contexts() { return contexts; }

}  // namespace activateur
