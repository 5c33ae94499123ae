// What a negotiation of criteria refuses.
#pragma once

#include "base/sentence.hpp"

namespace activateur::negotiation_messages {

inline constexpr message withdrawn{"negotiation.withdrawn", "This achievement is withdrawn. Begin another one.",
                                   "Cette réalisation est retirée. Commencez-en une autre."};
inline constexpr message no_party{
    "negotiation.party", "\"{0}\" is no party of this negotiation. A party's proposal must invite it.",
    "« {0} » n'est pas partie à cette négociation. La proposition d'une partie doit l'inviter."};
inline constexpr message another_version{
    "negotiation.version", "The last version is {0}, not {1}. Read it, then answer it or base the proposal on it.",
    "La dernière version est la {0}, et non la {1}. Lisez-la, puis répondez-y ou fondez la proposition sur elle."};
inline constexpr message another_digest{
    "negotiation.digest", "This is not the digest of version {0}: what was seen is something else. Read it again.",
    "Ce n'est pas l'empreinte de la version {0} : ce qui a été vu est autre chose. Relisez-la."};
inline constexpr message not_put{"negotiation.draft", "This is a draft: propose it first.",
                                 "C'est un brouillon : proposez-le d'abord."};
inline constexpr message published{
    "negotiation.published", "This version is published and stays as it is. Propose another one, based on it.",
    "Cette version est publiée et reste telle quelle. Proposez-en une autre, fondée sur elle."};
inline constexpr message not_agreed{"negotiation.agreed", "Not all parties agree to this version yet.",
                                    "Toutes les parties ne sont pas encore d'accord sur cette version."};
inline constexpr message no_reason{"negotiation.reason", "Give the reason, of 1 to 8192 bytes.",
                                   "Donnez la raison, de 1 à 8192 octets."};
inline constexpr message nothing_new{"negotiation.same", "This proposes nothing new. Change something, or answer it.",
                                     "Ceci ne propose rien de nouveau. Changez quelque chose, ou répondez."};
inline constexpr message not_yours{
    "negotiation.began", "Only the party that began it withdraws it, or whose it is.",
    "Seule la partie qui l'a commencée la retire, ou la personne dont c'est la réalisation."};
inline constexpr message not_yours_to_leave_out{
    "negotiation.began", "Only the party that began it leaves others out, or whose it is.",
    "Seule la partie qui l'a commencée en laisse d'autres de côté, ou la personne dont c'est la réalisation."};
inline constexpr message stays{
    "negotiation.stays", "\"{0}\" cannot be left out: it began this, is invited, or the achievement is hers.",
    "« {0} » ne peut être laissé de côté : c'est qui a commencé, qui est invité, ou la personne dont c'est la "
    "réalisation."};
inline constexpr message answered{
    "negotiation.answered", "\"{0}\" has answered the last version: only who says nothing is left out.",
    "« {0} » a répondu à la dernière version : on ne laisse de côté que qui ne dit rien."};
inline constexpr message unpublished_step{
    "negotiation.unpublished", "A step is the achievement \"{0}\", which is not published. Publish it first.",
    "Une étape est la réalisation « {0} », qui n'est pas publiée. Publiez-la d'abord."};
inline constexpr message bad_party{
    "negotiation.name", "\"{0}\" names no party. Write ROLE@ORGANISATION, ROLE:ID, or person: and her id in the store.",
    "« {0} » ne nomme pas de partie. Écrivez RÔLE@ORGANISATION, RÔLE:IDENTIFIANT, ou person: et son identifiant dans "
    "la base."};
inline constexpr message too_many{"negotiation.parties", "A negotiation has {0} parties at most.",
                                  "Une négociation compte {0} parties au plus."};
inline constexpr message too_long{"negotiation.length",
                                  "This negotiation is too long ({0} entries). Begin another one.",
                                  "Cette négociation est trop longue ({0} entrées). Commencez-en une autre."};
inline constexpr message no_document{"negotiation.achievement", "Give the achievement that is proposed.",
                                     "Donnez la réalisation proposée."};
inline constexpr message unpublished{
    "negotiation.unpublished", "It asks for the achievement \"{0}\", which is not published. Publish that one first.",
    "Elle demande la réalisation « {0} », qui n'est pas publiée. Publiez celle-là d'abord."};
inline constexpr message asks_withdrawn{
    "negotiation.asks_withdrawn", "It asks for the achievement \"{0}\", which is withdrawn. Ask for another one.",
    "La réalisation « {0} », qui est demandée, est retirée. Demandez-en une autre."};
inline constexpr message none_published{"negotiation.none", "No version of it is published.",
                                        "Aucune version n'en est publiée."};

}  // namespace activateur::negotiation_messages
