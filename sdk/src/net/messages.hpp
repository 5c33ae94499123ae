// What the room says when a document cannot be had. Codes never change once released.
#pragma once

#include "base/sentence.hpp"

namespace activateur::net_messages {

inline constexpr message snapshot_index{"snapshot.index",
                                        "The index must be a JSON object from URLs to files or HTTP statuses.",
                                        "L'index doit être un objet JSON d'URL vers des fichiers ou statuts HTTP."};
inline constexpr message snapshot_url{"snapshot.url", "The index has an empty URL.", "L'index a une URL vide."};
inline constexpr message snapshot_twice{"snapshot.twice",
                                        "The URL {0} appears twice in the index (fragments do not count). Keep one.",
                                        "L'URL {0} figure deux fois dans l'index (sans compter les fragments). N'en "
                                        "gardez qu'une."};
inline constexpr message snapshot_entry{
    "snapshot.entry", "The entry of {0} must be a file name, an HTTP status from 100 to 599, or an object with both.",
    "L'entrée de {0} doit être un nom de fichier, un statut HTTP de 100 à 599, ou un objet avec les deux."};
inline constexpr message snapshot_size{"snapshot.size", "The documents of the snapshot exceed {0} bytes in all.",
                                       "Les documents de l'instantané dépassent {0} octets en tout."};
inline constexpr message snapshot_count{"snapshot.count", "The index names more than {0} URLs.",
                                        "L'index nomme plus de {0} URL."};

}  // namespace activateur::net_messages
