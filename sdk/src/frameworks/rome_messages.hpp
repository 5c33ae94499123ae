// What an import of ROME can find wrong.
#pragma once

#include "base/sentence.hpp"

namespace activateur::rome_messages {

inline constexpr message missing_table{
    "rome.missing_table", "The table {0} is missing: no file is named unix_{0}_v{1}_utf8.csv. Add it to the folder.",
    "La table {0} manque : aucun fichier ne s'appelle unix_{0}_v{1}_utf8.csv. Ajoutez-le au dossier."};
inline constexpr message bad_job_code{
    "rome.job_code", "\"{0}\" is not a ROME code: one capital letter and four digits, as K1304. Correct it.",
    "« {0} » n'est pas un code ROME : une lettre majuscule et quatre chiffres, comme K1304. Corrigez-le."};
inline constexpr message bad_item_code{"rome.item_code", "\"{0}\" is not an OGR code: 1 to 9 digits. Correct it.",
                                       "« {0} » n'est pas un code OGR : 1 à 9 chiffres. Corrigez-le."};
inline constexpr message duplicate{"rome.duplicate", "{0} is already given above. Keep one of the two lines.",
                                   "{0} figure déjà plus haut. Ne gardez qu'une des deux lignes."};
inline constexpr message used_elsewhere{
    "rome.code_reused", "The code {0} already names another competence or context. Give each its own code.",
    "Le code {0} désigne déjà une autre compétence ou un contexte. Donnez à chacun son code."};
inline constexpr message unknown_job{
    "rome.unknown_job", "The job {0} is not in referentiel_code_rome. Add it there, or remove this line.",
    "Le métier {0} n'est pas dans referentiel_code_rome. Ajoutez-l'y, ou retirez cette ligne.", true};
inline constexpr message unknown_item{
    "rome.unknown_item",
    "The item {0} is in none of referentiel_competence, referentiel_savoir and referentiel_contexte_travail. Add it "
    "there, or remove this line.",
    "L'élément {0} n'est ni dans referentiel_competence, ni dans referentiel_savoir, ni dans "
    "referentiel_contexte_travail. Ajoutez-l'y, ou retirez cette ligne.",
    true};
inline constexpr message unknown_macro{
    "rome.unknown_macro", "{0} is not the code of a macro-competence of this file. Correct it, or add that line.",
    "{0} n'est pas le code d'une macro-compétence de ce fichier. Corrigez-le, ou ajoutez cette ligne.", true};
inline constexpr message unknown_value{"rome.value", "\"{0}\" is not expected here, only: {1}. Correct it.",
                                       "« {0} » n'est pas attendu ici, seulement : {1}. Corrigez-le."};
inline constexpr message empty_value{"rome.empty", "This field must not be empty. Complete it.",
                                     "Ce champ ne doit pas être vide. Complétez-le."};
inline constexpr message bad_order{"rome.order", "\"{0}\" is not a rank: a whole number from 1 to 9999. Correct it.",
                                   "« {0} » n'est pas un rang : un nombre entier de 1 à 9999. Corrigez-le."};
inline constexpr message self_mobility{"rome.self_mobility",
                                       "The job {0} is given as a mobility from itself. Remove this line.",
                                       "Le métier {0} est donné comme mobilité vers lui-même. Retirez cette ligne."};
inline constexpr message no_domain{"rome.no_domain",
                                   "The job {0} has no line in cr_gd_dp: its professional domain is not known. Add it.",
                                   "Le métier {0} n'a pas de ligne dans cr_gd_dp : son domaine professionnel est "
                                   "inconnu. Ajoutez-la."};

}  // namespace activateur::rome_messages
