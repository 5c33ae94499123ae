// What the store says about showcases when it refuses.
#pragma once

#include "base/sentence.hpp"

namespace activateur::store_messages {

inline constexpr message bad_language{"showcase.language", "\"language\" is \"fr\" or \"en\".",
                                      "« language » vaut « fr » ou « en »."};
inline constexpr message one_of_item{"showcase.item", "An item names one thing: a \"record\", or a \"competence\".",
                                     "Un élément désigne une seule chose : « record » ou « competence »."};
inline constexpr message too_many_items{"showcase.items", "A showcase has at most {0} sections and {1} items in all.",
                                        "Un portfolio a au plus {0} sections et {1} éléments en tout."};
inline constexpr message cannot_hide{"showcase.hide", "Of this item \"{0}\" cannot be hidden; what can: {1}.",
                                     "De cet élément, « {0} » ne peut pas être masqué ; peuvent l'être : {1}."};
inline constexpr message not_shown_here{"showcase.kind",
                                        "A record of the kind \"{0}\" is not shown in a showcase. Take it out.",
                                        "Un enregistrement « {0} » ne se montre pas dans un portfolio. Retirez-le."};
inline constexpr message not_there{
    "showcase.record", "The showcase names a record that is not hers, or is gone: {0}. Take it out, then publish.",
    "Le portfolio désigne un enregistrement qui n'est pas à elle, ou n'est plus là : {0}. Retirez-le, puis publiez."};
inline constexpr message not_to_be_shown{
    "showcase.sharing", "Who said this does not allow it to be shown: {0}. Take it out, or ask its author.",
    "La personne qui a dit ceci ne permet pas de le montrer : {0}. Retirez-le, ou demandez à son auteur."};
inline constexpr message empty_showcase{"showcase.empty", "There is nothing to show yet: add a section with an item.",
                                        "Il n'y a encore rien à montrer : ajoutez une section avec un élément."};
inline constexpr message nobody_weighs{
    "showcase.opinions", "An opinion on a competence is shown, and nothing weighs it here. Load a framework.",
    "Un avis sur une compétence est montré, et rien ici ne le calcule. Chargez un référentiel."};
inline constexpr message withdrawn_version{"showcase.withdrawn", "This version is withdrawn: publish another one.",
                                           "Cette version est retirée : publiez-en une autre."};
inline constexpr message no_version{"showcase.version", "This record is no {0}.",
                                    "Cet enregistrement n'est pas un {0}."};
inline constexpr message closed_link{"showcase.link",
                                     "This link opens nothing: ask the person who gave it for another one.",
                                     "Ce lien n'ouvre rien : demandez-en un autre à la personne qui l'a donné."};

}  // namespace activateur::store_messages
