// Roles, operations and kinds of records as words in sentences; in the order of their enumerations.
#pragma once

#include <array>

#include "base/word.hpp"
#include "store/rights.hpp"

namespace activateur::store_messages {

inline constexpr std::array<message, role_count> role_words{{{"role.person", "person", "personne"},
                                                             {"role.guide", "guide", "passeur"},
                                                             {"role.educator", "educator", "pédagogue"},
                                                             {"role.curator", "curator", "cartographe"},
                                                             {"role.observer", "observer", "observateur"},
                                                             {"role.organisation", "organisation", "organisation"},
                                                             {"role.administrator", "administrator", "administrateur"},
                                                             {"role.guest", "guest", "invité"}}};
inline constexpr std::array<message, operation_count> operation_words{
    {{"operation.read", "read", "lire"},
     {"operation.add", "add", "ajouter"},
     {"operation.change", "change", "modifier"},
     {"operation.remove", "remove", "retirer"},
     {"operation.create", "create", "créer"},
     {"operation.find", "find", "chercher"},
     {"operation.consent", "consent", "consentir"},
     {"operation.withdraw", "withdraw", "se rétracter"},
     {"operation.export", "export", "exporter"},
     {"operation.erase", "erase", "effacer"},
     {"operation.follow", "follow", "suivre"},
     {"operation.inspect", "inspect", "inspecter"},
     {"operation.maintain", "maintain", "entretenir"},
     {"operation.count", "count", "compter"},
     {"operation.propose", "propose", "proposer"},
     {"operation.agree", "agree", "accepter"},
     {"operation.publish", "publish", "publier"},
     {"operation.near", "see who is near", "voir les proches"}}};
inline constexpr std::array<message, kind_count> kind_words{
    {{"kind.store", "store", "base"},
     {"kind.profile", "profile", "profil"},
     {"kind.experience", "experience", "expérience"},
     {"kind.self_assessment", "self-assessment", "auto-évaluation"},
     {"kind.feedback", "feedback", "retour"},
     {"kind.observation", "observation", "observation"},
     {"kind.feedback_request", "feedback request", "demande de retour"},
     {"kind.credential", "credential", "badge"},
     {"kind.declaration", "declaration", "déclaration"},
     {"kind.inference", "inference", "résultat calculé"},
     {"kind.grid", "grid", "grille"},
     {"kind.consent", "consent", "consentement"},
     {"kind.achievement", "achievement", "réalisation"},
     {"kind.individual_achievement", "own achievement", "réalisation propre"},
     {"kind.pathway", "pathway", "parcours"},
     {"kind.showcase", "showcase", "portfolio"},
     {"kind.showcase_version", "showcase version", "version de portfolio"},
     {"kind.showcase_link", "showcase link", "lien de portfolio"}}};

inline std::string word_of(role r) { return word_argument(role_words[static_cast<std::size_t>(r)]); }
inline std::string word_of(operation o) { return word_argument(operation_words[static_cast<std::size_t>(o)]); }
inline std::string word_of(record_kind k) { return word_argument(kind_words[static_cast<std::size_t>(k)]); }

}  // namespace activateur::store_messages
