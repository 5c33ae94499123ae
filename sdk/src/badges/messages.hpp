// The sentences of verification and issuing. Codes are `<check>.<what>` and never change once released.
#pragma once

#include "base/sentence.hpp"

namespace activateur::say {

// Errors: the bytes are no credential.
inline constexpr message not_a_badge{
    "credential.not_one",
    "This is no Open Badge: it has neither a credentialSubject nor a badge with its recipient. Give the badge itself.",
    "Ce n'est pas un Open Badge : il n'a ni credentialSubject, ni badge avec son destinataire. Donnez le badge "
    "lui-même."};
inline constexpr message presentation{
    "credential.presentation",
    "This is a presentation, which badges are shown in. Give each badge of its verifiableCredential by itself.",
    "C'est une présentation, qui montre des badges. Donnez un à un les badges de son verifiableCredential."};
inline constexpr message no_envelope{
    "credential.envelope",
    "What this envelope holds is not read here: its id must be \"data:application/vc+jwt,\" and a token. Give the "
    "badge itself.",
    "Le contenu de cette enveloppe n'est pas lu ici : son id doit être « data:application/vc+jwt, » et un jeton. "
    "Donnez le badge lui-même."};
inline constexpr message fetched_from_nowhere{
    "credential.fetched_from", "\"{0}\" is no web address: give the URL that served the badge, or none.",
    "« {0} » n'est pas une adresse web : donnez l'URL qui a servi le badge, ou aucune."};
inline constexpr message recipients_many{
    "recipient.many", "{0} identities are asked for; one person has at most {1}. Give those of the recipient alone.",
    "{0} identités sont demandées ; une personne en a {1} au plus. Ne donnez que celles du destinataire."};
inline constexpr message input_too_big{"credential.size", "The credential has {0} bytes; at most {1} are accepted.",
                                       "Le badge fait {0} octets ; {1} au plus sont acceptés."};
inline constexpr message payload_unreadable{
    "credential.payload", "The payload of the token is not base64url text. Ask the issuer for the badge again.",
    "La charge utile du jeton n'est pas en base64url. Redemandez le badge à l'émetteur."};

// parse
inline constexpr message parsed{"parse.good", "The badge was read: {0}, {1}.", "Le badge a été lu : {0}, {1}."};
inline constexpr message parsed_reference{"parse.reference", "The file holds only the address of the badge, {0}.",
                                          "Le fichier ne contient que l'adresse du badge, {0}."};

// context
inline constexpr message context_good{"context.good", "The contexts are those of {0}.",
                                      "Les contextes sont ceux de {0}."};
inline constexpr message context_alias{
    "context.alias", "The Open Badges context is named by an alias, {0}, instead of its numbered address.",
    "Le contexte Open Badges est désigné par un alias, {0}, au lieu de son adresse numérotée."};
inline constexpr message context_missing{"context.missing", "The badge has no @context; {0} was expected first.",
                                         "Le badge n'a pas de @context ; {0} était attendu en premier."};
inline constexpr message context_first{
    "context.first",
    "The first @context must be https://www.w3.org/ns/credentials/v2 or "
    "https://www.w3.org/2018/credentials/v1, not {0}.",
    "Le premier @context doit être https://www.w3.org/ns/credentials/v2 ou https://www.w3.org/2018/credentials/v1, "
    "et non {0}."};
inline constexpr message context_no_open_badges{"context.no_open_badges", "No context of {0} follows the first one.",
                                                "Aucun contexte {0} ne suit le premier."};

// type
inline constexpr message type_good{"type.good", "The type is {0}.", "Le type est {0}."};
inline constexpr message type_endorsement{"type.endorsement",
                                          "This is an endorsement: it recognises no achievement by itself.",
                                          "C'est un endossement : il ne reconnaît à lui seul aucune réalisation."};
inline constexpr message type_profile{"type.profile", "This is the profile of an issuer, not a badge of a person.",
                                      "C'est le profil d'un émetteur, non le badge d'une personne."};
inline constexpr message type_wrong{"type.wrong", "The type must contain {0}; it is {1}.",
                                    "Le type doit contenir {0} ; il vaut {1}."};

// subject
inline constexpr message subject_good{"subject.good", "The badge says whom it recognises.",
                                      "Le badge dit qui il reconnaît."};
inline constexpr message subject_missing{"subject.missing", "The badge has no {0}: it recognises nobody.",
                                         "Le badge n'a pas de {0} : il ne reconnaît personne."};
inline constexpr message subject_many{"subject.many", "credentialSubject must be one object, not a list of {0}.",
                                      "credentialSubject doit être un seul objet, non une liste de {0}."};
inline constexpr message subject_type{"subject.type", "The type of the subject must contain {0}; it is {1}.",
                                      "Le type du sujet doit contenir {0} ; il vaut {1}."};
inline constexpr message subject_no_identity{
    "subject.no_identity", "credentialSubject has neither id nor identifier: anybody could present it.",
    "credentialSubject n'a ni id ni identifier : n'importe qui pourrait le présenter."};
inline constexpr message subject_identity{"subject.identity", "The identity of the recipient is not well formed: {0}.",
                                          "L'identité du destinataire est mal formée : {0}."};

// achievement
inline constexpr message achievement_good{"achievement.good", "What is recognised is described: {0}.",
                                          "Ce qui est reconnu est décrit : {0}."};
inline constexpr message achievement_missing{"achievement.missing",
                                             "The badge does not say what it recognises: no {0}.",
                                             "Le badge ne dit pas ce qu'il reconnaît : pas de {0}."};
inline constexpr message achievement_type{"achievement.type",
                                          "The type of the achievement must contain {0}; it is {1}.",
                                          "Le type de la réalisation doit contenir {0} ; il vaut {1}."};
inline constexpr message achievement_property{"achievement.property_missing",
                                              "The description of what is recognised lacks \"{0}\".",
                                              "Il manque « {0} » à la description de ce qui est reconnu."};
inline constexpr message achievement_document{
    "achievement.document_missing", "The badge class {0} is not at hand. Give its document to complete the check.",
    "La classe de badge {0} n'est pas disponible. Fournissez son document pour terminer le contrôle."};
inline constexpr message achievement_unreadable{"achievement.document_unreadable", "What {0} serves is no badge class.",
                                                "Ce que sert {0} n'est pas une classe de badge."};

// issuer
inline constexpr message issuer_good{"issuer.good", "The issuer is {0}.", "L'émetteur est {0}."};
inline constexpr message issuer_id_differs{"issuer.id_differs",
                                           "The profile served by {0} calls itself {1}; the issuer is taken to be {0}.",
                                           "Le profil servi par {0} se nomme {1} ; l'émetteur retenu est {0}."};
inline constexpr message issuer_elsewhere{"issuer.id_elsewhere",
                                          "The profile served by {0} claims to be {1}, which is another site.",
                                          "Le profil servi par {0} prétend être {1}, qui est un autre site."};
inline constexpr message issuer_missing{"issuer.missing", "The badge names no issuer.",
                                        "Le badge ne nomme aucun émetteur."};
inline constexpr message issuer_id{"issuer.id", "The id of the issuer must be a URI; it is \"{0}\".",
                                   "L'identifiant de l'émetteur doit être une URI ; il vaut « {0} »."};
inline constexpr message issuer_type{"issuer.type", "The type of the issuer must contain {0}; it is {1}.",
                                     "Le type de l'émetteur doit contenir {0} ; il vaut {1}."};
inline constexpr message issuer_property{"issuer.property_missing", "The profile of the issuer lacks \"{0}\".",
                                         "Il manque « {0} » au profil de l'émetteur."};
inline constexpr message issuer_document{
    "issuer.document_missing",
    "The profile of the issuer, {0}, is not at hand. Give its document to complete the check.",
    "Le profil de l'émetteur, {0}, n'est pas disponible. Fournissez son document pour terminer le contrôle."};
inline constexpr message issuer_gone{
    "issuer.gone", "The issuer's own address {0} answers {1}: nobody is there to speak for the badge.",
    "L'adresse de l'émetteur, {0}, répond {1} : personne n'y répond du badge."};
inline constexpr message issuer_unknown{"issuer.unknown", "The issuer is not known: its badge class is not at hand.",
                                        "L'émetteur n'est pas connu : sa classe de badge n'est pas disponible."};
inline constexpr message issuer_unreadable{"issuer.document_unreadable", "What {0} serves is no profile of an issuer.",
                                           "Ce que sert {0} n'est pas le profil d'un émetteur."};

// image
inline constexpr message image_good{"image.good", "The picture of the badge is an address.",
                                    "L'image du badge est une adresse."};
inline constexpr message image_data{"image.data_uri", "The image of an assertion must not be a data: URI.",
                                    "L'image d'une assertion ne doit pas être une URI data:."};

// proof
inline constexpr message proof_good{"proof.good", "The signature is good ({0}).", "La signature est bonne ({0})."};
inline constexpr message proof_hosted{"proof.hosted",
                                      "The badge is not signed: it is proved by the copy that its issuer hosts.",
                                      "Le badge n'est pas signé : il est prouvé par la copie qu'héberge son émetteur."};
inline constexpr message proof_missing{"proof.missing", "Nothing proves this badge: it has no signature nor proof.",
                                       "Rien ne prouve ce badge : il n'a ni signature ni preuve."};
inline constexpr message proof_wrong{
    "proof.signature_wrong", "The signature does not match: the badge was altered, or signed by another key.",
    "La signature ne correspond pas : le badge a été altéré, ou signé par une autre clé."};
inline constexpr message proof_algorithm{"proof.algorithm_mismatch",
                                         "The algorithm {0} of the token does not fit the key of the issuer.",
                                         "L'algorithme {0} du jeton ne convient pas à la clé de l'émetteur."};
inline constexpr message proof_no_key{"proof.key_missing",
                                      "The signature could not be checked: its key is not at hand.",
                                      "La signature n'a pas pu être contrôlée : sa clé n'est pas disponible."};
inline constexpr message proof_older_suite{"proof.good_older_suite",
                                           "The signature is good ({0}, a suite that eddsa-rdfc-2022 replaces).",
                                           "La signature est bonne ({0}, une suite que remplace eddsa-rdfc-2022)."};
inline constexpr message proof_suite{
    "proof.suite_unknown", "Proofs of the kind \"{0}\" are not known to this version: it could not be checked.",
    "Les preuves de la sorte « {0} » ne sont pas connues de cette version : elle n'a pas pu être contrôlée."};
inline constexpr message proof_many{"proof.too_many", "The badge carries more than {0} proofs.",
                                    "Le badge porte plus de {0} preuves."};
inline constexpr message proof_previous{"proof.previous", "The proof builds on the proof \"{0}\", which is not good.",
                                        "La preuve s'appuie sur la preuve « {0} », qui n'est pas bonne."};
inline constexpr message proof_malformed{"proof.malformed", "The proof of the badge lacks \"{0}\", or it is no text.",
                                         "Il manque « {0} » à la preuve du badge, ou ce n'est pas un texte."};
inline constexpr message proof_method_scheme{
    "proof.method_without_scheme", "The verification method \"{0}\" is no URI: it has no scheme.",
    "La méthode de vérification « {0} » n'est pas une URI : elle n'a pas de schéma."};
inline constexpr message proof_purpose{"proof.purpose",
                                       "The purpose of the proof must be assertionMethod, not \"{0}\".",
                                       "L'usage de la preuve doit être assertionMethod, et non « {0} »."};
inline constexpr message proof_expired{"proof.expired", "The proof expired on {0}.", "La preuve a expiré le {0}."};

// key
inline constexpr message key_anchored{"key.anchored", "The key is published by the issuer: {0}.",
                                      "La clé est publiée par l'émetteur : {0}."};
inline constexpr message key_self{"key.self_asserted",
                                  "The issuer is known by this key alone ({0}): nothing else says who it is.",
                                  "L'émetteur n'est connu que par cette clé ({0}) : rien d'autre ne dit qui il est."};
inline constexpr message key_only_identity{
    "key.only_identity", "The issuer's id, {0}, cannot be looked up: only the key {1} says who it is.",
    "L'identifiant de l'émetteur, {0}, ne peut être consulté : seule la clé {1} dit qui il est."};
inline constexpr message key_own_word{"key.own_word",
                                      "The badge alone says that this key is the issuer's: what {0} serves is not at "
                                      "hand. Go online or give its document "
                                      "before relying on who issued it.",
                                      "Seul le badge dit que cette clé est celle de l'émetteur : ce que sert {0} n'est "
                                      "pas disponible. Passez en ligne ou "
                                      "fournissez son document avant de vous fier à l'émetteur."};
inline constexpr message key_trusted{"key.trusted", "The list of trusted issuers names this key for {0}.",
                                     "La liste des émetteurs de confiance nomme cette clé pour {0}."};
inline constexpr message key_unanchored{"key.unanchored", "Nothing at hand links the key to the issuer {0}.",
                                        "Rien de disponible ne relie la clé à l'émetteur {0}."};
inline constexpr message key_none{"key.none", "The token names no key: neither kid nor jwk.",
                                  "Le jeton ne nomme aucune clé : ni kid ni jwk."};
inline constexpr message key_not_the_issuers{"key.not_the_issuers", "The key {0} belongs to another party than {1}.",
                                             "La clé {0} appartient à une autre partie que {1}."};
inline constexpr message key_document{
    "key.document_missing", "The document {0} that publishes the key is not at hand. Give it to complete the check.",
    "Le document {0} qui publie la clé n'est pas disponible. Fournissez-le pour terminer le contrôle."};
inline constexpr message key_unreadable{"key.document_unreadable", "What {0} serves publishes no key.",
                                        "Ce que sert {0} ne publie aucune clé."};
inline constexpr message key_not_listed{"key.not_listed", "The document {0} does not list the key {1}.",
                                        "Le document {0} n'énumère pas la clé {1}."};
inline constexpr message key_not_for_assertions{
    "key.not_for_assertions", "The document {0} does not allow the key {1} to sign credentials (assertionMethod).",
    "Le document {0} n'autorise pas la clé {1} à signer des badges (assertionMethod)."};
inline constexpr message key_controller{"key.controller", "The key {0} is controlled by {1}, not by {2}.",
                                        "La clé {0} est contrôlée par {1}, non par {2}."};
inline constexpr message key_document_id{"key.document_id", "The document {0} calls itself {1}.",
                                         "Le document {0} se nomme {1}."};
inline constexpr message key_over{"key.revoked", "The key {0} was withdrawn on {1}.",
                                  "La clé {0} a été retirée le {1}."};
inline constexpr message key_method{"key.method_unknown", "Keys named by {0} cannot be resolved by this version.",
                                    "Les clés désignées par {0} ne peuvent être résolues par cette version."};
inline constexpr message key_did{"key.did_malformed", "\"{0}\" is not a well-formed DID.",
                                 "« {0} » n'est pas un DID bien formé."};
inline constexpr message key_contradiction{"key.contradiction", "The token carries another key than the one it names.",
                                           "Le jeton transporte une autre clé que celle qu'il nomme."};
inline constexpr message key_not_examined{"key.not_examined",
                                          "The key was not examined, because the signature is refused.",
                                          "La clé n'a pas été examinée, car la signature est refusée."};
inline constexpr message key_insecure{"key.insecure", "The key is published without HTTPS: {0}.",
                                      "La clé est publiée sans HTTPS : {0}."};
inline constexpr message key_owner{"key.owner", "The key {0} belongs to {1}, not to the issuer {2}.",
                                   "La clé {0} appartient à {1}, non à l'émetteur {2}."};
inline constexpr message key_not_in_profile{"key.not_in_profile",
                                            "The profile of the issuer does not list the key {0}.",
                                            "Le profil de l'émetteur n'énumère pas la clé {0}."};

// claims
inline constexpr message claims_good{"claims.good", "The claims of the token equal the badge ({0}).",
                                     "Les déclarations du jeton égalent le badge ({0})."};
inline constexpr message claims_mismatch{"claims.mismatch",
                                         "The claim \"{0}\" of the token differs from {1} of the badge.",
                                         "La déclaration « {0} » du jeton diffère de {1} du badge."};

// hosted
inline constexpr message hosted_good{"hosted.copy_matches", "The issuer's site serves this very badge at {0}.",
                                     "Le site de l'émetteur sert ce badge même à {0}."};
inline constexpr message hosted_elsewhere{
    "hosted.served_elsewhere", "The issuer's site serves this very badge at {1}; its own address {0} is not at hand.",
    "Le site de l'émetteur sert ce badge même à {1} ; sa propre adresse {0} n'est pas disponible."};
inline constexpr message hosted_fetched{"hosted.fetched", "The badge comes from its own address, {0}.",
                                        "Le badge provient de sa propre adresse, {0}."};
inline constexpr message hosted_missing{
    "hosted.copy_missing", "The hosted copy {0} is not at hand. Fetch it to complete the check.",
    "La copie hébergée {0} n'est pas disponible. Récupérez-la pour terminer le contrôle."};
inline constexpr message hosted_unreadable{"hosted.copy_unreadable", "What {0} serves is no badge.",
                                           "Ce que sert {0} n'est pas un badge."};
inline constexpr message hosted_judged{
    "hosted.judged_as_served", "What is judged is the copy that {0} serves, which says the same in another form.",
    "Ce qui est jugé est la copie que sert {0}, qui dit la même chose sous une autre forme."};
inline constexpr message hosted_differs{"hosted.copy_differs", "The badge differs from the copy that {0} serves.",
                                        "Le badge diffère de la copie que sert {0}."};
inline constexpr message hosted_gone{"hosted.gone", "The badge is no longer hosted: {0} answers {1}.",
                                     "Le badge n'est plus hébergé : {0} répond {1}."};
inline constexpr message hosted_unavailable{"hosted.unavailable",
                                            "The site of the badge is unavailable: {0} answers {1}.",
                                            "Le site du badge est indisponible : {0} répond {1}."};
inline constexpr message hosted_id{"hosted.id_not_url",
                                   "The id of a hosted badge must be a web address; it is \"{0}\".",
                                   "L'id d'un badge hébergé doit être une adresse web ; il vaut « {0} »."};
inline constexpr message hosted_scope{"hosted.outside_scope", "{0} is outside what the issuer allows: {1}.",
                                      "{0} est hors de ce que l'émetteur autorise : {1}."};
inline constexpr message hosted_no_issuer{
    "hosted.issuer_missing", "Whether the issuer allows {0} cannot be told: its profile is not at hand.",
    "On ne peut dire si l'émetteur autorise {0} : son profil n'est pas disponible."};

// status
inline constexpr message status_none{"status.none", "The badge declares no way to be revoked.",
                                     "Le badge ne déclare aucun moyen de révocation."};
inline constexpr message status_good{"status.good", "The badge is not in the list {0}.",
                                     "Le badge n'est pas dans la liste {0}."};
inline constexpr message status_note{"status.note", "The list {0} carries a note of purpose \"{1}\" on the badge.",
                                     "La liste {0} porte une note d'usage « {1} » sur le badge."};
inline constexpr message status_revoked{"status.revoked", "The issuer has revoked the badge. {0}",
                                        "L'émetteur a révoqué le badge. {0}"};
inline constexpr message status_suspended{"status.suspended", "The issuer has suspended the badge.",
                                          "L'émetteur a suspendu le badge."};
inline constexpr message looked_up_too_much{
    "verification.too_much_read",
    "This badge, with those inside it, makes more than {0} MB of documents be read; this one was not. Verify those "
    "inside one by one.",
    "Ce badge, avec ceux qu'il contient, fait lire plus de {0} Mo de documents ; celui-ci n'a pas été lu. Vérifiez "
    "ceux qu'il contient un à un."};
inline constexpr message status_unreachable{
    "status.unreachable", "The list {0} is not at hand: whether the badge is revoked is not known.",
    "La liste {0} n'est pas disponible : on ne sait pas si le badge est révoqué."};
inline constexpr message status_not_shown{"status.not_shown",
                                          "What is shown of the badge names no way to be revoked; its holder may have "
                                          "left it out. Ask for the whole badge where "
                                          "that matters.",
                                          "Ce qui est montré du badge n'indique aucun moyen de révocation ; son "
                                          "porteur a pu l'omettre. Demandez le badge entier "
                                          "si cela compte."};
inline constexpr message status_malformed{"status.list_malformed", "The list {0} cannot be used: {1}.",
                                          "La liste {0} est inutilisable : {1}."};
inline constexpr message status_entry{"status.entry_malformed", "The status entry of the badge lacks a good \"{0}\".",
                                      "Il manque un « {0} » correct à l'entrée de statut du badge."};
inline constexpr message status_short{"status.list_short",
                                      "The list {0} has {1} entries; at least 131072 are required.",
                                      "La liste {0} a {1} entrées ; il en faut au moins 131072."};
inline constexpr message status_range{"status.range", "The entry {0} is beyond the end of the list {1}.",
                                      "L'entrée {0} dépasse la fin de la liste {1}."};
inline constexpr message status_purpose{"status.purpose", "The list {0} is not for the purpose \"{1}\".",
                                        "La liste {0} ne sert pas à l'usage « {1} »."};
inline constexpr message status_type{"status.type_unknown", "The status type \"{0}\" is not known.",
                                     "Le type de statut « {0} » n'est pas connu."};
inline constexpr message status_unsigned{"status.list_unsigned", "The list {0} is not signed.",
                                         "La liste {0} n'est pas signée."};
inline constexpr message status_foreign{"status.list_not_the_issuers", "The list {0} is not signed by the issuer {1}.",
                                        "La liste {0} n'est pas signée par l'émetteur {1}."};
inline constexpr message status_no_list{"status.no_list", "{0} serves a credential that is no {1}.",
                                        "{0} sert une attestation qui n'est pas {1}."};
inline constexpr message status_over{"status.list_outdated", "The list {0} is outside its period of validity.",
                                     "La liste {0} est hors de sa période de validité."};
inline constexpr message status_old{"status.list_old", "The list {0} was fetched on {1}, longer ago than is accepted.",
                                    "La liste {0} a été obtenue le {1}, il y a plus longtemps qu'il n'est accepté."};
inline constexpr message status_no_id{"status.no_id", "The badge has no id: it cannot be looked up in the list {0}.",
                                      "Le badge n'a pas d'id : il ne peut être cherché dans la liste {0}."};

// dates
inline constexpr message dates_good{"dates.good", "The badge is within its period of validity.",
                                    "Le badge est dans sa période de validité."};
inline constexpr message dates_missing{"dates.missing", "The badge lacks its date \"{0}\".",
                                       "Il manque au badge sa date « {0} »."};
inline constexpr message dates_malformed{"dates.malformed", "\"{0}\" is no date with time and zone: {1}.",
                                         "« {0} » n'est pas une date avec heure et fuseau : {1}."};
inline constexpr message dates_not_yet{"dates.not_yet_valid", "The badge is valid only from {0}.",
                                       "Le badge n'est valide qu'à partir du {0}."};
inline constexpr message dates_expired{"dates.expired", "The badge expired on {0}.", "Le badge a expiré le {0}."};
inline constexpr message dates_order{"dates.order", "The badge ends ({0}) before it begins ({1}).",
                                     "Le badge finit ({0}) avant de commencer ({1})."};

// recipient
inline constexpr message recipient_good{"recipient.good", "The badge was given to the expected recipient.",
                                        "Le badge a été donné au destinataire attendu."};
inline constexpr message recipient_wrong{"recipient.mismatch", "The badge was given to somebody else.",
                                         "Le badge a été donné à quelqu'un d'autre."};
inline constexpr message recipient_unstated{"recipient.not_stated",
                                            "The badge does not name its recipient in the way that was asked.",
                                            "Le badge ne nomme pas son destinataire de la façon demandée."};

// trust
inline constexpr message trust_listed{"trust.listed", "The issuer is on the list of trusted ones: {0}.",
                                      "L'émetteur figure sur la liste de confiance : {0}."};
inline constexpr message trust_not_listed{"trust.not_listed",
                                          "The issuer {0} is not on the list of trusted ones. Ask who keeps the list.",
                                          "L'émetteur {0} ne figure pas sur la liste de confiance. Voyez avec qui la "
                                          "tient."};
inline constexpr message trust_unproven{
    "trust.unproven", "The list of trusted issuers names {0}, but nothing proves that this issuer made the badge.",
    "La liste de confiance nomme {0}, mais rien ne prouve que cet émetteur a fait le badge."};

// schema
inline constexpr message schema_good{"schema.good", "It satisfies the schema {0}.", "Il satisfait le schéma {0}."};
inline constexpr message schema_missing{"schema.missing", "The schema {0} is not at hand: it was not applied.",
                                        "Le schéma {0} n'est pas disponible : il n'a pas été appliqué."};
inline constexpr message schema_unusable{"schema.unusable", "The schema {0} cannot be applied: {1}",
                                         "Le schéma {0} ne peut être appliqué : {1}"};
inline constexpr message schema_violated{"schema.violated", "It breaks the schema {0} at {1}: {2}",
                                         "Il enfreint le schéma {0} à {1} : {2}"};
inline constexpr message schema_type{"schema.type_unknown", "Schemas of the kind \"{0}\" are not known.",
                                     "Les schémas de la sorte « {0} » ne sont pas connus."};
inline constexpr message schema_many{"schema.too_many", "Only the first {0} schemas were applied.",
                                     "Seuls les {0} premiers schémas ont été appliqués."};

// refresh
inline constexpr message refresh_missing{"refresh.missing", "A newer copy may exist at {0}; it is not at hand.",
                                         "Une copie plus récente existe peut-être à {0} ; elle n'est pas disponible."};
inline constexpr message refresh_other{"refresh.another", "What {0} serves is not a newer copy of this badge.",
                                       "Ce que sert {0} n'est pas une copie plus récente de ce badge."};
inline constexpr message refresh_good{"refresh.good", "The copy that {0} serves is good too.",
                                      "La copie que sert {0} est bonne aussi."};
inline constexpr message refresh_bad{"refresh.withdrawn",
                                     "The newer copy that the issuer serves at {0} is not valid: {1}",
                                     "La copie plus récente que l'émetteur sert à {0} n'est pas valide : {1}"};

// contents
inline constexpr message inner_good{"contents.valid", "The credential {0} inside is valid.",
                                    "L'attestation {0} contenue est valide."};
inline constexpr message inner_bad{"contents.invalid", "The credential {0} inside is invalid: {1}",
                                   "L'attestation {0} contenue est invalide : {1}"};
inline constexpr message inner_open{"contents.indeterminate", "The credential {0} inside could not be judged: {1}",
                                    "L'attestation {0} contenue n'a pas pu être jugée : {1}"};
inline constexpr message inner_deep{
    "contents.not_examined", "It holds credentials of its own, which are not examined here. Check it by itself.",
    "Elle contient elle-même des attestations, qui ne sont pas examinées ici. Contrôlez-la séparément."};
inline constexpr message inner_other{
    "contents.other_subject", "The credential {0} inside was given to somebody else than the record: {1}.",
    "L'attestation {0} contenue a été donnée à quelqu'un d'autre que le relevé : {1}."};
inline constexpr message inner_many{"contents.too_many", "Only the first {0} of the credentials inside were checked.",
                                    "Seules les {0} premières attestations contenues ont été contrôlées."};

// endorsements
inline constexpr message endorsement_good{"endorsements.good", "The endorsement {0}, by {1}, is good.",
                                          "L'endossement {0}, de {1}, est bon."};
inline constexpr message endorsement_document{
    "endorsements.document_missing", "The endorsement {0} is not at hand. Give its document to check it.",
    "L'endossement {0} n'est pas disponible. Fournissez son document pour le contrôler."};
inline constexpr message endorsement_unreadable{"endorsements.unreadable", "\"{0}\" is no endorsement.",
                                                "« {0} » n'est pas un endossement."};
inline constexpr message endorsement_about{"endorsements.not_about",
                                           "The endorsement {0} is about something else: {1}.",
                                           "L'endossement {0} porte sur autre chose : {1}."};
inline constexpr message endorsement_none{"endorsements.no_endorsement", "{0} is signed, but is no endorsement.",
                                          "{0} est signé, mais n'est pas un endossement."};
inline constexpr message endorsement_refused{"endorsements.refused", "The endorsement {0} is not good: {1}.",
                                             "L'endossement {0} n'est pas bon : {1}."};
inline constexpr message endorsement_open{"endorsements.incomplete",
                                          "The endorsement {0} could not be checked to the end: {1}.",
                                          "L'endossement {0} n'a pas pu être contrôlé jusqu'au bout : {1}."};
inline constexpr message endorsement_many{"endorsements.too_many",
                                          "{0} endorsements come with the badge; only {1} were checked.",
                                          "{0} endossements accompagnent le badge ; seuls {1} ont été contrôlés."};

// Errors of issuing.
inline constexpr message issue_not_a_badge{
    "issue.not_one", "The document is neither an Open Badges 3.0 credential nor an Open Badges 2.0 assertion.",
    "Le document n'est ni un Open Badges 3.0 ni une assertion Open Badges 2.0."};
inline constexpr message issue_key{
    "issue.key_not_the_issuers",
    "The key {0} cannot be the issuer's, {1}: verifiers would refuse the badge. "
    "Give the key's address on the issuer's site, or make the issuer's id the key's DID.",
    "La clé {0} ne peut être celle de l'émetteur, {1} : les vérificateurs refuseraient le badge. Donnez l'adresse de "
    "la "
    "clé sur le site de l'émetteur, ou prenez pour id de l'émetteur le DID de la clé."};
inline constexpr message issue_not_signed{
    "issue.not_signed", "To be signed, the assertion's verification must be of type \"signed\" and name its creator.",
    "Pour être signée, l'assertion doit avoir une verification de type « signed » qui nomme son creator."};
inline constexpr message issue_suite{
    "issue.suite", "Open Badges 2.0 has no embedded proofs ({0}): sign it as a token, or make it 3.0.",
    "Open Badges 2.0 n'a pas de preuves intégrées ({0}) : signez-le en jeton, ou "
    "passez à la 3.0."};
inline constexpr message issue_creator{"issue.creator", "The assertion names the key {0}, not {1}.",
                                       "L'assertion nomme la clé {0}, non {1}."};

}  // namespace activateur::say
