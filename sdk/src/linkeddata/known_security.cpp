// Terms of proofs and keys, as the W3C and its community groups published them (W3C Data Integrity 1.0, Controlled
// Identifiers 1.0, and the suites that came before them).
#include "linkeddata/context_table.hpp"

namespace activateur {
namespace {

// Data Integrity 1.0, W3C Recommendation.
constexpr const char* data_integrity_v2 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
proof ^sec @type @id @container @graph
DataIntegrityProof ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
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
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  cryptosuite ^sec @type ^sec.cryptosuiteString
  proofValue ^sec @type ^sec.multibase
  verificationMethod ^sec @type @id
}
)";

// Data Integrity 1.0, as drafted.
constexpr const char* data_integrity_v1 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
proof ^sec @type @id @container @graph
DataIntegrityProof ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  nonce ^sec
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  cryptosuite ^sec
  proofValue ^sec @type ^sec.multibase
  verificationMethod ^sec @type @id
}
)";

// Controlled Identifiers 1.0, W3C Recommendation: Multikey.
constexpr const char* multikey_v1 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
Multikey ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  expires ^sec.expiration @type ^xsd.dateTime
  publicKeyMultibase ^sec @type ^sec.multibase
  secretKeyMultibase ^sec @type ^sec.multibase
}
)";

// Controlled Identifiers 1.0, W3C Recommendation: JsonWebKey.
constexpr const char* jwk_v1 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
JsonWebKey ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  expires ^sec.expiration @type ^xsd.dateTime
  publicKeyJwk ^sec @type @json
  secretKeyJwk ^sec @type @json
}
)";

// Ed25519Signature2020.
constexpr const char* ed25519_2020 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
proof ^sec @type @id @container @graph
Ed25519VerificationKey2020 ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  publicKeyMultibase ^sec @type ^sec.multibase
}
Ed25519Signature2020 ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  nonce ^sec
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  proofValue ^sec @type ^sec.multibase
  verificationMethod ^sec @type @id
}
)";

// Ed25519Signature2018.
constexpr const char* ed25519_2018 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
proof ^sec @type @id @container @graph
Ed25519VerificationKey2018 ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  publicKeyBase58 ^sec
}
Ed25519Signature2018 ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  nonce ^sec
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  jws ^sec
  verificationMethod ^sec @type @id
}
)";

// JsonWebSignature2020.
constexpr const char* jws_2020 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
privateKeyJwk ^sec @type @json
JsonWebKey2020 ^sec @context {
  @protected
  id @id
  type @type
  publicKeyJwk ^sec @type @json
}
JsonWebSignature2020 ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  jws ^sec
  nonce ^sec
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  verificationMethod ^sec @type @id
}
)";

// X25519KeyAgreementKey2019.
constexpr const char* x25519_2019 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
X25519KeyAgreementKey2019 ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  publicKeyBase58 ^sec
}
)";

// EcdsaSecp256k1Signature2019.
constexpr const char* secp256k1_2019 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
@protected
id @id
type @type
proof ^sec @type @id @container @graph
EcdsaSecp256k1VerificationKey2019 ^sec @context {
  @protected
  id @id
  type @type
  controller ^sec @type @id
  revoked ^sec @type ^xsd.dateTime
  blockchainAccountId ^sec
  publicKeyJwk ^sec @type @json
  publicKeyBase58 ^sec
  publicKeyMultibase ^sec @type ^sec.multibase
}
EcdsaSecp256k1Signature2019 ^sec @context {
  @protected
  id @id
  type @type
  challenge ^sec
  created http://purl.org/dc/terms/created @type ^xsd.dateTime
  domain ^sec
  expires ^sec.expiration @type ^xsd.dateTime
  nonce ^sec
  proofPurpose ^sec @type @vocab @context {
    @protected
    id @id
    type @type
    assertionMethod ^sec @type @id @container @set
    authentication ^sec.authenticationMethod @type @id @container @set
    capabilityInvocation ^sec.capabilityInvocationMethod @type @id @container @set
    capabilityDelegation ^sec.capabilityDelegationMethod @type @id @container @set
    keyAgreement ^sec.keyAgreementMethod @type @id @container @set
  }
  jws ^sec
  verificationMethod ^sec @type @id
}
)";

// Security Vocabulary, version 1.
constexpr const char* security_v1 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
id @id
type @type
dc http://purl.org/dc/terms/
sec ^sec.
xsd ^xsd.
EcdsaKoblitzSignature2016 sec:EcdsaKoblitzSignature2016
Ed25519Signature2018 sec:Ed25519Signature2018
EncryptedMessage sec:EncryptedMessage
GraphSignature2012 sec:GraphSignature2012
LinkedDataSignature2015 sec:LinkedDataSignature2015
LinkedDataSignature2016 sec:LinkedDataSignature2016
CryptographicKey sec:Key
authenticationTag sec:authenticationTag
canonicalizationAlgorithm sec:canonicalizationAlgorithm
cipherAlgorithm sec:cipherAlgorithm
cipherData sec:cipherData
cipherKey sec:cipherKey
created dc:created @type xsd:dateTime
creator dc:creator @type @id
digestAlgorithm sec:digestAlgorithm
digestValue sec:digestValue
domain sec:domain
encryptionKey sec:encryptionKey
expiration sec:expiration @type xsd:dateTime
expires sec:expiration @type xsd:dateTime
initializationVector sec:initializationVector
iterationCount sec:iterationCount
nonce sec:nonce
normalizationAlgorithm sec:normalizationAlgorithm
owner sec:owner @type @id
password sec:password
privateKey sec:privateKey @type @id
privateKeyPem sec:privateKeyPem
publicKey sec:publicKey @type @id
publicKeyBase58 sec:publicKeyBase58
publicKeyPem sec:publicKeyPem
publicKeyWif sec:publicKeyWif
publicKeyService sec:publicKeyService @type @id
revoked sec:revoked @type xsd:dateTime
salt sec:salt
signature sec:signature
signatureAlgorithm sec:signingAlgorithm
signatureValue sec:signatureValue
)";

// Security Vocabulary, version 2.
constexpr const char* security_v2 = R"(
@version
@also https://w3id.org/security/v1
AesKeyWrappingKey2019 sec:AesKeyWrappingKey2019
DeleteKeyOperation sec:DeleteKeyOperation
DeriveSecretOperation sec:DeriveSecretOperation
EcdsaSecp256k1Signature2019 sec:EcdsaSecp256k1Signature2019
EcdsaSecp256r1Signature2019 sec:EcdsaSecp256r1Signature2019
EcdsaSecp256k1VerificationKey2019 sec:EcdsaSecp256k1VerificationKey2019
EcdsaSecp256r1VerificationKey2019 sec:EcdsaSecp256r1VerificationKey2019
Ed25519Signature2018 sec:Ed25519Signature2018
Ed25519VerificationKey2018 sec:Ed25519VerificationKey2018
EquihashProof2018 sec:EquihashProof2018
ExportKeyOperation sec:ExportKeyOperation
GenerateKeyOperation sec:GenerateKeyOperation
KmsOperation sec:KmsOperation
RevokeKeyOperation sec:RevokeKeyOperation
RsaSignature2018 sec:RsaSignature2018
RsaVerificationKey2018 sec:RsaVerificationKey2018
Sha256HmacKey2019 sec:Sha256HmacKey2019
SignOperation sec:SignOperation
UnwrapKeyOperation sec:UnwrapKeyOperation
VerifyOperation sec:VerifyOperation
WrapKeyOperation sec:WrapKeyOperation
X25519KeyAgreementKey2019 sec:X25519KeyAgreementKey2019
allowedAction sec:allowedAction
assertionMethod sec:assertionMethod @type @id @container @set
authentication sec:authenticationMethod @type @id @container @set
capability sec:capability @type @id
capabilityAction sec:capabilityAction
capabilityChain sec:capabilityChain @type @id @container @list
capabilityDelegation sec:capabilityDelegationMethod @type @id @container @set
capabilityInvocation sec:capabilityInvocationMethod @type @id @container @set
caveat sec:caveat @type @id @container @set
challenge sec:challenge
ciphertext sec:ciphertext
controller sec:controller @type @id
delegator sec:delegator @type @id
equihashParameterK sec:equihashParameterK @type xsd:integer
equihashParameterN sec:equihashParameterN @type xsd:integer
invocationTarget sec:invocationTarget @type @id
invoker sec:invoker @type @id
jws sec:jws
keyAgreement sec:keyAgreementMethod @type @id @container @set
kmsModule sec:kmsModule
parentCapability sec:parentCapability @type @id
plaintext sec:plaintext
proof sec:proof @type @id @container @graph
proofPurpose sec:proofPurpose @type @vocab
proofValue sec:proofValue
referenceId sec:referenceId
unwrappedKey sec:unwrappedKey
verificationMethod sec:verificationMethod @type @id
verifyData sec:verifyData
wrappedKey sec:wrappedKey
)";

constexpr known_context contexts[] = {
    {"https://w3id.org/security/data-integrity/v2", data_integrity_v2},
    {"https://w3id.org/security/data-integrity/v1", data_integrity_v1},
    {"https://w3id.org/security/multikey/v1", multikey_v1},
    {"https://w3id.org/security/jwk/v1", jwk_v1},
    {"https://w3id.org/security/suites/ed25519-2020/v1", ed25519_2020},
    {"https://w3id.org/security/suites/ed25519-2018/v1", ed25519_2018},
    {"https://w3id.org/security/suites/jws-2020/v1", jws_2020},
    {"https://w3id.org/security/suites/x25519-2019/v1", x25519_2019},
    {"https://w3id.org/security/suites/secp256k1-2019/v1", secp256k1_2019},
    {"https://w3id.org/security/v1", security_v1},
    {"https://w3id.org/security/v2", security_v2},
    {nullptr, nullptr},
};

}  // namespace

const known_context* known_security_contexts() { return contexts; }

}  // namespace activateur
