// What the importers have in common to say.
#pragma once

#include "base/sentence.hpp"

namespace activateur::import_messages {

inline constexpr message empty_value{"import.empty", "\"{0}\" is empty here. Complete it.",
                                     "« {0} » est vide ici. Complétez-le."};
inline constexpr message bad_value{"import.value", "\"{0}\" is not expected here, only: {1}. Correct it.",
                                   "« {0} » n'est pas attendu ici, seulement : {1}. Corrigez-le."};
inline constexpr message duplicate{"import.duplicate", "\"{0}\" is already given above. Keep one of the two.",
                                   "« {0} » figure déjà plus haut. N'en gardez qu'un des deux."};
inline constexpr message unknown_code{
    "import.unknown_code", "\"{0}\" is referred to here and given nowhere. Add it, or remove what refers to it.",
    "« {0} » est cité ici et n'est donné nulle part. Ajoutez-le, ou retirez ce qui y renvoie.", true};
inline constexpr message circle{"import.circle", "\"{0}\" stands above itself. Correct what it belongs to.",
                                "« {0} » se trouve au-dessus de lui-même. Corrigez ce dont il dépend."};
inline constexpr message nothing{"import.nothing", "This holds no job and no competence. Check the file.",
                                 "Ceci ne contient aucun métier et aucune compétence. Vérifiez le fichier."};
inline constexpr message bad_language{"import.language", "\"{0}\" is not a language: give two letters, as fr or en.",
                                      "« {0} » n'est pas une langue : donnez deux lettres, comme fr ou en."};
inline constexpr message missing_file{"import.missing_file", "{0} is not there: what it says is missing.",
                                      "{0} n'est pas là : ce qu'il dit manque."};
inline constexpr message left_aside{
    "import.left_aside", "{1} lines of {0} refer to entries whose files are not there; they are left aside.",
    "{1} lignes de {0} renvoient à des éléments dont les fichiers ne sont pas là ; elles sont laissées de côté."};

}  // namespace activateur::import_messages
