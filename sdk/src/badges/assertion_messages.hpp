// What is told of assertions up to Open Badges 2.0, beside the sentences that every kind of badge shares.
#pragma once

#include "base/sentence.hpp"

namespace activateur::say {

// subject
inline constexpr message subject_type_of_identity{
    "subject.identity_type",
    "The recipient is identified by \"{0}\", which is none of email, id, url, telephone, and no IRI.",
    "Le destinataire est identifié par « {0} », qui n'est ni email, ni id, ni url, ni telephone, ni une IRI."};

// achievement
inline constexpr message achievement_address{
    "achievement.not_an_address", "The badge class must be named by its web address; \"{0}\" is none.",
    "La classe de badge doit être désignée par son adresse web ; « {0} » n'en est pas une."};
inline constexpr message achievement_alignment{"achievement.alignment",
                                               "An alignment of the badge class lacks \"{0}\".",
                                               "Il manque « {0} » à un alignement de la classe de badge."};
inline constexpr message achievement_image{
    "achievement.image", "The picture of the badge class must be one web address, or one PNG or SVG as a data: URI.",
    "L'image de la classe de badge doit être une adresse web, ou un PNG ou SVG en URI data:, et une seule."};

// issuer
inline constexpr message issuer_address{
    "issuer.not_an_address", "The issuer must be named by the web address of its profile; \"{0}\" is none.",
    "L'émetteur doit être désigné par l'adresse web de son profil ; « {0} » n'en est pas une."};
inline constexpr message issuer_redirected{
    "issuer.redirected",
    "The address of the issuer, {0}, leads to another site, {1}: whose profile is there is not known.",
    "L'adresse de l'émetteur, {0}, mène à un autre site, {1} : on ne sait à qui est le profil qui s'y trouve."};
inline constexpr message issuer_class_elsewhere{
    "issuer.class_elsewhere", "The badge class {0} is not on the site of the issuer {1} that it names.",
    "La classe de badge {0} n'est pas sur le site de l'émetteur {1} qu'elle désigne."};

// image
inline constexpr message image_address{
    "image.not_an_address", "The picture of the badge must be one address; \"{0}\" is none.",
    "L'image du badge doit être une adresse, et une seule ; « {0} » n'en est pas une."};

// evidence
inline constexpr message evidence_good{"evidence.good", "{0} piece(s) of evidence come with the badge.",
                                       "{0} preuve(s) accompagnent le badge."};
inline constexpr message evidence_malformed{"evidence.malformed",
                                            "A piece of evidence is neither an address nor a description: \"{0}\".",
                                            "Une preuve n'est ni une adresse ni une description : « {0} »."};

// proof
inline constexpr message proof_way{"proof.way_mismatch",
                                   "The badge is signed, but says that it is verified another way: \"{0}\".",
                                   "Le badge est signé, mais dit se vérifier autrement : « {0} »."};

// key
inline constexpr message key_url{"key.url_not_web",
                                 "verify.url must be the web address of the issuer's key; it is \"{0}\".",
                                 "verify.url doit être l'adresse web de la clé de l'émetteur ; il vaut « {0} »."};
inline constexpr message key_gone{"key.gone", "The key is no longer published: {0} answers {1}.",
                                  "La clé n'est plus publiée : {0} répond {1}."};
inline constexpr message key_elsewhere{"key.outside_site", "The key {0} is not on the site of the issuer {1}.",
                                       "La clé {0} n'est pas sur le site de l'émetteur {1}."};
inline constexpr message key_redirected{
    "key.redirected", "The address of the key, {0}, leads to another site, {1}: whose key is there is not known.",
    "L'adresse de la clé, {0}, mène à un autre site, {1} : on ne sait à qui est la clé qui s'y trouve."};

// hosted
inline constexpr message hosted_revoked{"hosted.revoked", "The site of the badge says that it is revoked. {0}",
                                        "Le site du badge dit qu'il est révoqué. {0}"};
inline constexpr message hosted_url{"hosted.url_not_web",
                                    "verify.url of a hosted badge must be a web address; it is \"{0}\".",
                                    "verify.url d'un badge hébergé doit être une adresse web ; il vaut « {0} »."};
inline constexpr message hosted_redirected{
    "hosted.redirected", "{0} leads to another site, {1}: whether the issuer hosts what is there is not known.",
    "{0} mène à un autre site, {1} : on ne sait si l'émetteur héberge ce qui s'y trouve."};
inline constexpr message hosted_address_unknown{
    "hosted.address_unknown",
    "A badge of version 0.5 does not say where it is hosted. Fetch it from its address on the site of its issuer, {0}, "
    "and give that address with it.",
    "Un badge de version 0.5 ne dit pas où il est hébergé. Récupérez-le à son adresse, sur le site de son émetteur, "
    "{0}, et donnez cette adresse avec lui."};

// extensions
inline constexpr message extensions_good{"extensions.good", "The extensions of the badge satisfy their schemas ({0}).",
                                         "Les extensions du badge satisfont leurs schémas ({0})."};
inline constexpr message extensions_noted{
    "extensions.not_checked",
    "The badge carries extensions ({0}); the schemas they name were not at hand. They decide nothing.",
    "Le badge porte des extensions ({0}) ; les schémas qu'elles désignent n'étaient pas disponibles. Elles ne décident "
    "de rien."};
inline constexpr message extensions_malformed{
    "extensions.malformed", "The extension \"{0}\" names no context: what it means is not known. It decides nothing.",
    "L'extension « {0} » ne désigne aucun contexte : on ne sait ce qu'elle signifie. Elle ne décide de rien."};

}  // namespace activateur::say
