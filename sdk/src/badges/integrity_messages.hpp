// What the check of an embedded proof says when it cannot be made. Private to badges/.
#pragma once

#include "base/sentence.hpp"

namespace activateur::integrity_messages {

inline constexpr message suite_unknown{"integrity.suite", "Proofs of the kind \"{0}\" are not supported.",
                                       "Les preuves de la sorte « {0} » ne sont pas prises en charge."};
inline constexpr message no_object{"integrity.object", "A secured document and its proof must be JSON objects.",
                                   "Un document sécurisé et sa preuve doivent être des objets JSON."};
inline constexpr message proof_value{
    "integrity.value", "The proof value is not what {0} asks for: multibase \"{1}\" of {2} bytes.",
    "La valeur de la preuve n'est pas ce que demande {0} : multibase « {1} » de {2} octets."};
inline constexpr message key_fit{"integrity.key", "A {0} proof cannot be checked with this type of key.",
                                 "Une preuve {0} ne peut pas être contrôlée avec ce type de clé."};
inline constexpr message created{"integrity.created",
                                 "\"created\" of the proof is not a date and time with a zone: {0}.",
                                 "« created » de la preuve n'est pas une date et heure avec fuseau : {0}."};
inline constexpr message context_inline{
    "integrity.context",
    "The document defines its own terms ({0}): what it says cannot be relied on. Only the URLs of known contexts are "
    "accepted.",
    "Le document définit ses propres termes ({0}) : on ne peut pas se fier à ce qu'il dit. Seules les URL de contextes "
    "connus sont acceptées."};
inline constexpr message said_elsewhere{
    "integrity.elsewhere",
    "The document says more about itself in another place ({0}), out of sight of whoever reads its own members. Ask "
    "the "
    "issuer for the badge as it was signed.",
    "Le document parle de lui-même à un autre endroit ({0}), hors de la vue de qui lit ses propres membres. Demandez à "
    "l'émetteur le badge tel qu'il a été signé."};
inline constexpr message context_prefix{"integrity.context_prefix",
                                        "The document's @context does not start with the one that the proof signs.",
                                        "Le @context du document ne commence pas par celui que la preuve signe."};
inline constexpr message context_unsigned{
    "integrity.context_unsigned",
    "The document's @context goes on after what the proof signs; the rest of it proves nothing.",
    "Le @context du document continue après ce que la preuve signe ; la suite ne prouve rien."};
inline constexpr message suite_draft{
    "integrity.draft", "\"{0}\" is the name of a draft; the issuer should sign with eddsa-rdfc-2022.",
    "« {0} » est le nom d'un projet de norme ; l'émetteur devrait signer en eddsa-rdfc-2022."};
inline constexpr message previous_missing{
    "integrity.previous", "The proof builds on the proof \"{0}\", which the document does not have exactly once.",
    "La preuve s'appuie sur la preuve « {0} », que le document ne contient pas exactement une fois."};
inline constexpr message base_proof{
    "integrity.base_proof",
    "This is the issuer's base proof, which shows everything to nobody but the holder. Ask the holder for a derived "
    "one.",
    "C'est la preuve de base de l'émetteur, destinée au seul détenteur. Demandez-lui une preuve dérivée."};
inline constexpr message derived_proof{
    "integrity.derived", "The derived proof is malformed: {0}. Ask the holder to derive it again.",
    "La preuve dérivée est malformée : {0}. Demandez au détenteur de la dériver de nouveau."};

}  // namespace activateur::integrity_messages
