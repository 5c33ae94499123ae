// What an import of ROME 3 can find wrong beside what rome_messages.hpp has.
#pragma once

#include "base/sentence.hpp"

namespace activateur::rome3_messages {

inline constexpr message no_links{
    "rome.no_links",
    "The tables liens_rome_referentiels and coherence_item are both missing: no file is named "
    "unix_liens_rome_referentiels_v{0}_utf8.csv. Add it to the folder.",
    "Les tables liens_rome_referentiels et coherence_item manquent toutes deux : aucun fichier ne s'appelle "
    "unix_liens_rome_referentiels_v{0}_utf8.csv. Ajoutez-le au dossier."};
inline constexpr message unknown_item{
    "rome.unknown_item_3",
    "The item {0} is in none of referentiel_competence, referentiel_activite and referentiel_env_travail. Add it "
    "there, "
    "or remove this line.",
    "L'élément {0} n'est ni dans referentiel_competence, ni dans referentiel_activite, ni dans "
    "referentiel_env_travail. Ajoutez-l'y, ou retirez cette ligne.",
    true};
inline constexpr message bad_position{"rome.position",
                                      "\"{0}\" is not a position: a whole number from 0 to 9999. Correct it.",
                                      "« {0} » n'est pas une position : un nombre entier de 0 à 9999. Corrigez-le."};

}  // namespace activateur::rome3_messages
