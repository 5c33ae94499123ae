// Terms of Open Badges 2.0 and 3.0 and of the Comprehensive Learner Record 2.0, as 1EdTech published them.
#include "linkeddata/context_table.hpp"

namespace activateur {
namespace {

// Open Badges 3.0.3, with the terms that an erratum added.
constexpr const char* open_badges_303 = R"(
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
^jwt = https://www.iana.org/assignments/jwt#
@protected
id @id
type @type
OpenBadgeCredential ^ob
Achievement ^ob @context {
  @protected
  id @id
  type @type
  achievementType ^ob
  alignment ^ob @container @set
  creator ^ob
  creditsAvailable ^ob @type ^xsds.float
  criteria ^ob.Criteria @type @id
  fieldOfStudy ^ob
  humanCode ^ob
  image ^ob @type @id
  otherIdentifier ^ob @container @set
  related ^ob @container @set
  resultDescription ^ob @container @set
  specialization ^ob
  tag ^schema.keywords @container @set
  version ^ob
  inLanguage ^schema
}
AchievementCredential OpenBadgeCredential
AchievementSubject ^ob @context {
  @protected
  id @id
  type @type
  achievement ^ob
  activityEndDate ^ob @type ^xsds.date
  activityStartDate ^ob @type ^xsds.date
  creditsEarned ^ob @type ^xsds.float
  identifier ^ob @container @set
  image ^ob @type @id
  licenseNumber ^ob
  result ^ob @container @set
  role ^ob
  source ^ob @type @id
  term ^ob
}
Address ^ob @context {
  @protected
  id @id
  type @type
  addressCountry ^schema
  addressCountryCode ^ob.CountryCode
  addressLocality ^schema
  addressRegion ^schema
  geo ^ob.GeoCoordinates
  postOfficeBoxNumber ^schema
  postalCode ^schema
  streetAddress ^schema
}
Alignment ^schema.AlignmentObject @context {
  @protected
  id @id
  type @type
  targetCode ^ob
  targetDescription ^schema
  targetFramework ^schema
  targetName ^schema
  targetType ^ob
  targetUrl ^schema @type ^xsds.anyURI
}
Criteria ^ob
EndorsementCredential ^ob
EndorsementSubject ^ob @context {
  @protected
  id @id
  type @type
  endorsementComment ^ob
}
Evidence ^ob @context {
  @protected
  id @id
  type @type
  audience ^schema
  genre ^schema
}
GeoCoordinates ^ob @context {
  @protected
  id @id
  type @type
  latitude ^schema
  longitude ^schema
}
IdentifierEntry ^ob @context {
  @protected
  id @id
  type @type
  identifier ^ob
  identifierType ^ob
}
IdentityObject ^ob @context {
  @protected
  id @id
  type @type
  hashed ^ob @type ^xsds.boolean
  identityHash ^ob
  identityType ^ob
  salt ^ob
}
Image ^ob @context {
  @protected
  id @id
  type @type
  caption ^schema
}
Profile ^ob @context {
  @protected
  id @id
  type @type
  additionalName ^schema
  address ^ob @type @id
  dateOfBirth ^ob @type ^xsds.date
  email ^schema
  familyName ^schema
  familyNamePrefix ^ob
  givenName ^schema
  honorificPrefix ^schema
  honorificSuffix ^schema
  image ^ob @type @id
  otherIdentifier ^ob @container @set
  parentOrg ^ob @type @id
  patronymicName ^ob
  phone ^ob
  official ^ob
}
Related ^ob @context {
  @protected
  id @id
  type @type
  version ^ob
  inLanguage ^schema
}
Result ^ob @context {
  @protected
  id @id
  type @type
  achievedLevel ^ob @type ^xsds.anyURI
  resultDescription ^ob @type ^xsds.anyURI
  status ^ob
  value ^schema
}
ResultDescription ^ob @context {
  @protected
  id @id
  type @type
  allowedValue ^ob @container @list
  requiredLevel ^ob @type ^xsds.anyURI
  requiredValue ^ob
  resultType ^ob
  rubricCriterionLevel ^ob @container @set
  valueMax ^ob
  valueMin ^ob
}
RubricCriterionLevel ^ob @context {
  @protected
  id @id
  type @type
  level ^ob
  points ^ob
}
alignment ^ob @container @set
description ^schema
endorsement ^ob @container @set
endorsementJwt ^ob @container @set
image ^ob @type @id
inLanguage ^schema
name ^schema
narrative ^ob
url ^schema @type ^xsds.anyURI
awardedDate ^ob @type xsd:dateTime
jti ^jwt @type @id
)";

// Open Badges 3.0.3 as first published, without endorsementJwt and jti.
constexpr const char* open_badges_303_first = R"(
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
@protected
id @id
type @type
OpenBadgeCredential ^ob
Achievement ^ob @context {
  @protected
  id @id
  type @type
  achievementType ^ob
  alignment ^ob @container @set
  creator ^ob
  creditsAvailable ^ob @type ^xsds.float
  criteria ^ob.Criteria @type @id
  fieldOfStudy ^ob
  humanCode ^ob
  image ^ob @type @id
  otherIdentifier ^ob @container @set
  related ^ob @container @set
  resultDescription ^ob @container @set
  specialization ^ob
  tag ^schema.keywords @container @set
  version ^ob
  inLanguage ^schema
}
AchievementCredential OpenBadgeCredential
AchievementSubject ^ob @context {
  @protected
  id @id
  type @type
  achievement ^ob
  activityEndDate ^ob @type ^xsds.date
  activityStartDate ^ob @type ^xsds.date
  creditsEarned ^ob @type ^xsds.float
  identifier ^ob @container @set
  image ^ob @type @id
  licenseNumber ^ob
  result ^ob @container @set
  role ^ob
  source ^ob @type @id
  term ^ob
}
Address ^ob @context {
  @protected
  id @id
  type @type
  addressCountry ^schema
  addressCountryCode ^ob.CountryCode
  addressLocality ^schema
  addressRegion ^schema
  geo ^ob.GeoCoordinates
  postOfficeBoxNumber ^schema
  postalCode ^schema
  streetAddress ^schema
}
Alignment ^schema.AlignmentObject @context {
  @protected
  id @id
  type @type
  targetCode ^ob
  targetDescription ^schema
  targetFramework ^schema
  targetName ^schema
  targetType ^ob
  targetUrl ^schema @type ^xsds.anyURI
}
Criteria ^ob
EndorsementCredential ^ob
EndorsementSubject ^ob @context {
  @protected
  id @id
  type @type
  endorsementComment ^ob
}
Evidence ^ob @context {
  @protected
  id @id
  type @type
  audience ^schema
  genre ^schema
}
GeoCoordinates ^ob @context {
  @protected
  id @id
  type @type
  latitude ^schema
  longitude ^schema
}
IdentifierEntry ^ob @context {
  @protected
  id @id
  type @type
  identifier ^ob
  identifierType ^ob
}
IdentityObject ^ob @context {
  @protected
  id @id
  type @type
  hashed ^ob @type ^xsds.boolean
  identityHash ^ob
  identityType ^ob
  salt ^ob
}
Image ^ob @context {
  @protected
  id @id
  type @type
  caption ^schema
}
Profile ^ob @context {
  @protected
  id @id
  type @type
  additionalName ^schema
  address ^ob @type @id
  dateOfBirth ^ob @type ^xsds.date
  email ^schema
  familyName ^schema
  familyNamePrefix ^ob
  givenName ^schema
  honorificPrefix ^schema
  honorificSuffix ^schema
  image ^ob @type @id
  otherIdentifier ^ob @container @set
  parentOrg ^ob @type @id
  patronymicName ^ob
  phone ^ob
  official ^ob
}
Related ^ob @context {
  @protected
  id @id
  type @type
  version ^ob
  inLanguage ^schema
}
Result ^ob @context {
  @protected
  id @id
  type @type
  achievedLevel ^ob @type ^xsds.anyURI
  resultDescription ^ob @type ^xsds.anyURI
  status ^ob
  value ^schema
}
ResultDescription ^ob @context {
  @protected
  id @id
  type @type
  allowedValue ^ob @container @list
  requiredLevel ^ob @type ^xsds.anyURI
  requiredValue ^ob
  resultType ^ob
  rubricCriterionLevel ^ob @container @set
  valueMax ^ob
  valueMin ^ob
}
RubricCriterionLevel ^ob @context {
  @protected
  id @id
  type @type
  level ^ob
  points ^ob
}
alignment ^ob @container @set
description ^schema
endorsement ^ob @container @set
image ^ob @type @id
inLanguage ^schema
name ^schema
narrative ^ob
url ^schema @type ^xsds.anyURI
awardedDate ^ob @type xsd:dateTime
)";

// Open Badges 3.0.2.
constexpr const char* open_badges_302 = R"(
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
@protected
id @id
type @type
OpenBadgeCredential ^ob
Achievement ^ob @context {
  @protected
  id @id
  type @type
  achievementType ^ob
  alignment ^ob @container @set
  creator ^ob
  creditsAvailable ^ob @type ^xsds.float
  criteria ^ob.Criteria @type @id
  fieldOfStudy ^ob
  humanCode ^ob
  image ^ob.Image @type @id
  otherIdentifier ^ob @container @set
  related ^ob @container @set
  resultDescription ^ob @container @set
  specialization ^ob
  tag ^schema.keywords @container @set
  version ^ob
}
AchievementCredential OpenBadgeCredential
AchievementSubject ^ob @context {
  @protected
  id @id
  type @type
  achievement ^ob.achievement-0
  activityEndDate ^ob @type ^xsds.date
  activityStartDate ^ob @type ^xsds.date
  creditsEarned ^ob @type ^xsds.float
  identifier ^ob @container @set
  image ^ob.Image @type @id
  licenseNumber ^ob
  result ^ob @container @set
  role ^ob
  source ^ob @type @id
  term ^ob
}
Address ^ob @context {
  @protected
  id @id
  type @type
  addressCountry ^schema
  addressCountryCode ^ob.CountryCode
  addressLocality ^schema
  addressRegion ^schema
  geo ^ob.GeoCoordinates
  postOfficeBoxNumber ^schema
  postalCode ^schema
  streetAddress ^schema
}
Alignment ^schema.AlignmentObject @context {
  @protected
  id @id
  type @type
  targetCode ^ob
  targetDescription ^schema
  targetFramework ^schema
  targetName ^schema
  targetType ^ob
  targetUrl ^schema @type ^xsds.anyURI
}
Criteria ^ob
EndorsementCredential ^ob
EndorsementSubject ^ob @context {
  @protected
  id @id
  type @type
  endorsementComment ^ob
}
Evidence ^ob @context {
  @protected
  id @id
  type @type
  audience ^schema
  genre ^schema
}
GeoCoordinates ^ob @context {
  @protected
  id @id
  type @type
  latitude ^schema
  longitude ^schema
}
IdentifierEntry ^ob @context {
  @protected
  id @id
  type @type
  identifier ^ob
  identifierType ^ob
}
IdentityObject ^ob @context {
  @protected
  id @id
  type @type
  hashed ^ob @type ^xsds.boolean
  identityHash ^ob
  identityType ^ob
  salt ^ob
}
Image ^ob @context {
  @protected
  id @id
  type @type
  caption ^schema
}
Profile ^ob @context {
  @protected
  id @id
  type @type
  additionalName ^schema
  address ^ob @type @id
  dateOfBirth ^ob @type ^xsds.date
  email ^schema
  familyName ^schema
  familyNamePrefix ^ob
  givenName ^schema
  honorificPrefix ^schema
  honorificSuffix ^schema
  image ^ob.Image @type @id
  otherIdentifier ^ob @container @set
  parentOrg ^ob @type @id
  patronymicName ^ob
  phone ^ob
  official ^ob
}
Related ^ob @context {
  @protected
  id @id
  type @type
  version ^ob
}
Result ^ob @context {
  @protected
  id @id
  type @type
  achievedLevel ^ob @type ^xsds.anyURI
  resultDescription ^ob @type ^xsds.anyURI
  status ^ob
  value ^schema
}
ResultDescription ^ob @context {
  @protected
  id @id
  type @type
  allowedValue ^ob @container @list
  requiredLevel ^ob @type ^xsds.anyURI
  requiredValue ^ob
  resultType ^ob
  rubricCriterionLevel ^ob @container @set
  valueMax ^ob
  valueMin ^ob
}
RubricCriterionLevel ^ob @context {
  @protected
  id @id
  type @type
  level ^ob
  points ^ob
}
alignment ^ob @container @set
description ^schema
endorsement ^ob @container @set
image ^ob.Image @type @id
name ^schema
narrative ^ob
url ^schema @type ^xsds.anyURI
)";

// Open Badges 3.0.1.
constexpr const char* open_badges_301 = R"(
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
id @id
type @type
xsd ^xsds.
OpenBadgeCredential ^ob
Achievement ^ob @context {
  achievementType ^ob @type xsd:string
  alignment ^ob @container @set
  creator ^ob
  creditsAvailable ^ob @type xsd:float
  criteria ^ob.Criteria @type @id
  fieldOfStudy ^ob @type xsd:string
  humanCode ^ob @type xsd:string
  image ^ob.Image @type @id
  otherIdentifier ^ob @container @set
  related ^ob @container @set
  resultDescription ^ob @container @set
  specialization ^ob @type xsd:string
  tag ^schema.keywords @type xsd:string @container @set
  version ^ob @type xsd:string
}
AchievementCredential OpenBadgeCredential
AchievementSubject ^ob @context {
  achievement ^ob.achievement-0
  activityEndDate ^ob @type xsd:date
  activityStartDate ^ob @type xsd:date
  creditsEarned ^ob @type xsd:float
  identifier ^ob @container @set
  image ^ob.Image @type @id
  licenseNumber ^ob @type xsd:string
  result ^ob @container @set
  role ^ob @type xsd:string
  source ^ob @type @id
  term ^ob @type xsd:string
}
Address ^ob @context {
  addressCountry ^schema @type xsd:string
  addressCountryCode ^ob.CountryCode @type xsd:string
  addressLocality ^schema @type xsd:string
  addressRegion ^schema @type xsd:string
  geo ^ob.GeoCoordinates
  postOfficeBoxNumber ^schema @type xsd:string
  postalCode ^schema @type xsd:string
  streetAddress ^schema @type xsd:string
}
Alignment ^schema.AlignmentObject @context {
  targetCode ^ob @type xsd:string
  targetDescription ^schema @type xsd:string
  targetFramework ^schema @type xsd:string
  targetName ^schema @type xsd:string
  targetType ^ob @type xsd:string
  targetUrl ^schema @type xsd:anyURI
}
Criteria ^ob
EndorsementCredential ^ob
EndorsementSubject ^ob @context {
  endorsementComment ^ob @type xsd:string
}
Evidence ^ob @context {
  audience ^schema @type xsd:string
  genre ^schema @type xsd:string
}
GeoCoordinates ^ob @context {
  latitude ^schema @type xsd:string
  longitude ^schema @type xsd:string
}
IdentifierEntry ^ob @context {
  identifier ^ob @type xsd:string
  identifierType ^ob @type xsd:string
}
IdentityObject ^ob @context {
  hashed ^ob @type xsd:boolean
  identityHash ^ob @type xsd:string
  identityType ^ob @type xsd:string
  salt ^ob @type xsd:string
}
Image ^ob @context {
  caption ^schema @type xsd:string
}
Profile ^ob @context {
  additionalName ^schema @type xsd:string
  address ^ob @type @id
  dateOfBirth ^ob @type xsd:date
  email ^schema @type xsd:string
  familyName ^schema @type xsd:string
  familyNamePrefix ^ob @type xsd:string
  givenName ^schema @type xsd:string
  honorificPrefix ^schema @type xsd:string
  honorificSuffix ^schema @type xsd:string
  image ^ob.Image @type @id
  otherIdentifier ^ob @container @set
  parentOrg ^ob @type @id
  patronymicName ^ob @type xsd:string
  phone ^ob @type xsd:string
  official ^ob @type xsd:string
}
Related ^ob @context {
  version ^ob @type xsd:string
}
Result ^ob @context {
  achievedLevel ^ob @type xsd:anyURI
  resultDescription ^ob @type xsd:anyURI
  status ^ob @type xsd:string
  value ^schema @type xsd:string
}
ResultDescription ^ob @context {
  allowedValue ^ob @type xsd:string @container @set
  requiredLevel ^ob @type xsd:anyURI
  requiredValue ^ob @type xsd:string
  resultType ^ob @type xsd:string
  rubricCriterionLevel ^ob @container @set
  valueMax ^ob @type xsd:string
  valueMin ^ob @type xsd:string
}
RubricCriterionLevel ^ob @context {
  level ^ob @type xsd:string
  points ^ob @type xsd:string
}
alignment ^ob @container @set
awardedDate ^ob @type xsd:dateTime
description ^schema @type xsd:string
endorsement ^ob @container @set
image ^ob @type @id
name ^schema @type xsd:string
narrative ^ob @type xsd:string
url ^schema @type xsd:anyURI
)";

// Open Badges 3.0.
constexpr const char* open_badges_300 = R"(
^xsds = https://www.w3.org/2001/XMLSchema#
^schema = https://schema.org/
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
id @id
type @type
xsd ^xsds.
OpenBadgeCredential ^ob
Achievement ^ob @context {
  achievementType ^ob @type xsd:string
  alignment ^ob @type ^ob.Alignment @container @set
  creator ^ob.Profile
  creditsAvailable ^ob @type xsd:float
  criteria ^ob.Criteria @type @id
  fieldOfStudy ^ob @type xsd:string
  humanCode ^ob @type xsd:string
  otherIdentifier ^ob @type ^ob.IdentifierEntry @container @set
  related ^ob @type ^ob.Related @container @set
  resultDescription ^ob @type ^ob.ResultDescription @container @set
  specialization ^ob @type xsd:string
  tag ^schema.keywords @type xsd:string @container @set
  version ^ob @type xsd:string
}
AchievementCredential OpenBadgeCredential
AchievementSubject ^ob @context {
  achievement ^ob.Achievement
  activityEndDate ^ob @type xsd:date
  activityStartDate ^ob @type xsd:date
  creditsEarned ^ob @type xsd:float
  identifier ^ob @type ^ob.IdentityObject @container @set
  licenseNumber ^ob @type xsd:string
  result ^ob @type ^ob.Result @container @set
  role ^ob @type xsd:string
  source ^ob @type ^ob.Profile
  term ^ob @type xsd:string
}
Address ^ob @context {
  addressCountry ^schema @type xsd:string
  addressCountryCode ^ob.CountryCode @type xsd:string
  addressLocality ^schema @type xsd:string
  addressRegion ^schema @type xsd:string
  geo ^ob.GeoCoordinates
  postOfficeBoxNumber ^schema @type xsd:string
  postalCode ^schema @type xsd:string
  streetAddress ^schema @type xsd:string
}
Alignment ^schema @context {
  targetCode ^ob @type xsd:string
  targetDescription ^schema @type xsd:string
  targetFramework ^schema @type xsd:string
  targetName ^schema @type xsd:string
  targetType ^ob @type xsd:string
  targetUrl ^schema @type xsd:anyURI
}
Criteria ^ob
EndorsementCredential ^ob
EndorsementSubject ^ob @context {
  endorsementComment ^ob @type xsd:string
}
Evidence ^ob @context {
  audience ^schema @type xsd:string
  genre ^schema @type xsd:string
}
GeoCoordinates ^ob @context {
  latitude ^schema @type xsd:string
  longitude ^schema @type xsd:string
}
IdentifierEntry ^ob @context {
  identifier ^ob @type xsd:string
  identifierType ^ob @type xsd:string
}
IdentityObject ^ob @context {
  hashed ^ob @type xsd:boolean
  identityHash ^ob @type xsd:string
  identityType ^ob @type xsd:string
  salt ^ob @type xsd:string
}
Image ^ob @context {
  caption ^schema @type xsd:string
}
Profile ^ob @context {
  additionalName ^schema @type xsd:string
  address ^ob.Address
  dateOfBirth ^ob @type xsd:date
  email ^schema @type xsd:string
  familyName ^schema @type xsd:string
  familyNamePrefix ^ob @type xsd:string
  givenName ^schema @type xsd:string
  honorificPrefix ^schema @type xsd:string
  honorificSuffix ^schema @type xsd:string
  otherIdentifier ^ob @type ^ob.IdentifierEntry @container @set
  parentOrg ^ob @type xsd:string
  patronymicName ^ob @type xsd:string
  phone ^ob.PhoneNumber @type xsd:string
  official ^ob @type xsd:string
}
Related ^ob @context {
  version ^ob @type xsd:string
}
Result ^ob @context {
  achievedLevel ^ob @type xsd:anyURI
  resultDescription ^ob @type xsd:anyURI
  status ^ob @type xsd:string
  value ^schema @type xsd:string
}
ResultDescription ^ob @context {
  allowedValue ^ob @type xsd:string @container @set
  requiredLevel ^ob @type xsd:anyURI
  requiredValue ^ob @type xsd:string
  resultType ^ob @type xsd:string
  rubricCriterionLevel ^ob @type ^ob.RubricCriterionLevel @container @set
  valueMax ^ob @type xsd:string
  valueMin ^ob @type xsd:string
}
RubricCriterionLevel ^ob @context {
  level ^ob @type xsd:string
  points ^ob @type xsd:string
}
alignment ^ob @type ^ob.Alignment @container @set
description ^schema @type xsd:string
endorsement ^ob @type ^ob.EndorsementCredential @container @set
image ^ob @type ^ob.Image
name ^schema @type xsd:string
narrative ^ob @type xsd:string
url ^schema @type xsd:anyURI
)";

// Extensions of Open Badges 3.0: the types that 1EdTech adds to the credentials data model.
constexpr const char* open_badges_extensions = R"(
id @id
type @type
1EdTechJsonSchemaValidator2019 https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019
1EdTechRevocationList https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList
1EdTechCredentialRefresh https://purl.imsglobal.org/spec/vccr/v1p0/context.json#1EdTechCredentialRefresh
)";

// Open Badges 2.0.
constexpr const char* open_badges_v2 = R"(
^sec = https://w3id.org/security#
^xsd = http://www.w3.org/2001/XMLSchema#
^sch = http://schema.org/
id @id
type @type
extensions https://w3id.org/openbadges/extensions#
obi https://w3id.org/openbadges#
validation obi:validation
cred https://w3id.org/credentials#
dc http://purl.org/dc/terms/
schema ^sch.
sec ^sec.
xsd ^xsd.
AlignmentObject schema:AlignmentObject
CryptographicKey sec:Key
Endorsement cred:Credential
Assertion obi:Assertion
BadgeClass obi:BadgeClass
Criteria obi:Criteria
Evidence obi:Evidence
Extension obi:Extension
FrameValidation obi:FrameValidation
IdentityObject obi:IdentityObject
Image obi:Image
HostedBadge obi:HostedBadge
hosted obi:HostedBadge
Issuer obi:Issuer
Profile obi:Profile
RevocationList obi:RevocationList
SignedBadge obi:SignedBadge
signed obi:SignedBadge
TypeValidation obi:TypeValidation
VerificationObject obi:VerificationObject
author schema:author @type @id
caption schema:caption
claim cred:claim @type @id
created dc:created @type xsd:dateTime
creator dc:creator @type @id
description schema:description
email schema:email
endorsement cred:credential @type @id
expires sec:expiration @type xsd:dateTime
genre schema:genre
image schema:image @type @id
name schema:name
owner sec:owner @type @id
publicKey sec:publicKey @type @id
publicKeyPem sec:publicKeyPem
related dc:relation @type @id
startsWith http://purl.org/dqm-vocabulary/v1/dqm#startsWith
tags schema:keywords
targetDescription schema:targetDescription
targetFramework schema:targetFramework
targetName schema:targetName
targetUrl schema:targetUrl
telephone schema:telephone
url schema:url @type @id
version schema:version
alignment obi:alignment @type @id
allowedOrigins obi:allowedOrigins
audience obi:audience
badge obi:badge @type @id
criteria obi:criteria @type @id
endorsementComment obi:endorsementComment
evidence obi:evidence @type @id
hashed obi:hashed @type xsd:boolean
identity obi:identityHash
issuedOn obi:issueDate @type xsd:dateTime
issuer obi:issuer @type @id
narrative obi:narrative
recipient obi:recipient @type @id
revocationList obi:revocationList @type @id
revocationReason obi:revocationReason
revoked obi:revoked @type xsd:boolean
revokedAssertions obi:revoked
salt obi:salt
targetCode obi:targetCode
uid obi:uid
validatesType obi:validatesType
validationFrame obi:validationFrame
validationSchema obi:validationSchema
verification obi:verify @type @id
verificationProperty obi:verificationProperty
verify verification
)";

// Comprehensive Learner Record 2.0.1.
constexpr const char* clr_201 = R"(
^cred = https://www.w3.org/2018/credentials#
^ob = https://purl.imsglobal.org/spec/vc/ob/vocab.html#
^clr = https://purl.imsglobal.org/spec/vc/clr/vocab.html#
id @id
type @type
ClrCredential ^clr @context {
  id @id
  type @type
  partial ^clr @type xsd:boolean
}
ClrSubject ^clr @context {
  id @id
  type @type
  cred ^cred.
  obi ^ob.
  achievement ^clr @type obi:Achievement @container @set
  association ^clr @type ^clr.Association @container @set
  verifiableCredential ^clr @type cred:verifiableCredential @container @set
  identifier ^clr.identifier-1 @type obi:Identifier @container @set
}
Association ^clr @context {
  associationType ^clr.AssociationType
  sourceId ^clr @type xsd:anyURI
  targetId ^clr @type xsd:anyURI
}
)";

// Comprehensive Learner Record 2.0.
constexpr const char* clr_200 = R"(
^cred = https://www.w3.org/2018/credentials#
^clr = https://purl.imsglobal.org/spec/vc/clr/vocab.html#
id @id
type @type
ClrCredential ^clr @context {
  id @id
  type @type
}
ClrSubject ^clr @context {
  id @id
  type @type
  cred ^cred.
  obi https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#
  achievement ^clr @type obi:Achievement @container @set
  association ^clr @type ^clr.Association @container @set
  verifiableCredential ^clr @type cred:verifiableCredential @container @set
}
Association ^clr @context {
  associationType ^clr.AssociationType
  sourceId ^clr @type xsd:anyURI
  targetId ^clr @type xsd:anyURI
}
)";

constexpr known_context contexts[] = {
    {"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", open_badges_303},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", open_badges_303_first},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", open_badges_302},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", open_badges_301},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json", open_badges_300},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context.json", open_badges_300},
    {"https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld", open_badges_300},
    {"https://purl.imsglobal.org/spec/ob/v3p0/ob_v3p0.jsonld", open_badges_300},
    {"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", open_badges_extensions},
    {"https://w3id.org/openbadges/v2", open_badges_v2},
    {"https://openbadgespec.org/v2/context.json", open_badges_v2},
    {"https://purl.imsglobal.org/spec/ob/v2p0/context.json", open_badges_v2},
    {"https://purl.imsglobal.org/spec/ob/v2p0/context/ob_v2p0.jsonld", open_badges_v2},
    {"https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", clr_201},
    {"https://purl.imsglobal.org/spec/clr/v2p0/context.json", clr_200},
    {nullptr, nullptr},
};

}  // namespace

const known_context* known_open_badges_contexts() { return contexts; }

}  // namespace activateur
