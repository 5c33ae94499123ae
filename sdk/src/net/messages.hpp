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
    "snapshot.entry",
    "The entry of {0} must be a file name, an HTTP status from 100 to 599, or an object with both (and \"fetched\").",
    "L'entrée de {0} doit être un nom de fichier, un statut HTTP de 100 à 599, ou un objet avec les deux (et "
    "« fetched »)."};
inline constexpr message snapshot_failed{
    "snapshot.failed", "When the documents were saved, {0} gave no answer. Verify online, or save them again.",
    "Quand les documents ont été enregistrés, {0} n'a pas répondu. Vérifiez en ligne, ou enregistrez-les de nouveau."};
inline constexpr message snapshot_size{"snapshot.size", "The documents of the snapshot exceed {0} bytes in all.",
                                       "Les documents de l'instantané dépassent {0} octets en tout."};
inline constexpr message snapshot_count{"snapshot.count", "The index names more than {0} URLs.",
                                        "L'index nomme plus de {0} URL."};
inline constexpr message snapshot_exists{
    "snapshot.exists", "The directory exists and is not empty. Name another one: nothing is overwritten.",
    "Le dossier existe et n'est pas vide. Nommez-en un autre : rien n'est écrasé."};
inline constexpr message snapshot_directory{
    "snapshot.directory", "The directory cannot be made ({0}). Check its parent, the free space and your rights.",
    "Le dossier ne peut pas être créé ({0}). Vérifiez son parent, la place libre et vos droits."};

// Why something was not fetched. Hosts are named, never whole URLs: a query may hold a secret.
inline constexpr message network_unreadable{
    "network.unreadable",
    "The URL is not fetched: it is no plain web address (user names, backslashes and blanks are refused).",
    "L'URL n'est pas lue : ce n'est pas une simple adresse web (noms d'utilisateur, barres inverses et blancs "
    "refusés)."};
inline constexpr message network_url{
    "network.url", "The URL on {0} is not fetched: only printable ASCII without dot segments, up to {1} characters.",
    "L'URL sur {0} n'est pas lue : seulement de l'ASCII visible sans segments « . », {1} caractères au plus."};
inline constexpr message network_host{
    "network.host", "{0} is not fetched from: the network is used by full domain names only.",
    "{0} n'est pas consulté : le réseau ne s'utilise que par noms de domaine complets."};
inline constexpr message network_insecure{
    "network.insecure", "{0} is not fetched from: it would be http, which anybody can alter on the way.",
    "{0} n'est pas consulté : ce serait en http, que chacun peut altérer en chemin."};
inline constexpr message network_port{
    "network.port", "{0} is not fetched from: this port is not allowed (443, or from 1024 up if the host allows it).",
    "{0} n'est pas consulté : ce port n'est pas permis (443, ou à partir de 1024 si l'hôte le permet)."};
inline constexpr message network_refused_address{
    "network.refused_address", "{0} is not fetched from: it leads to {1}, which is no address of the public Internet.",
    "{0} n'est pas consulté : il mène à {1}, qui n'est pas une adresse de l'Internet public."};
inline constexpr message network_name{"network.name", "{0} has no address: the name is wrong, or gone.",
                                      "{0} n'a pas d'adresse : le nom est faux, ou n'existe plus."};
inline constexpr message network_unreachable{"network.unreachable", "{0} could not be reached ({1}). Try again later.",
                                             "{0} n'a pas pu être joint ({1}). Réessayez plus tard."};
inline constexpr message network_timeout{"network.timeout", "{0} did not answer in time. Try again later.",
                                         "{0} n'a pas répondu à temps. Réessayez plus tard."};
inline constexpr message network_tls{"network.tls", "{0} did not prove who it is ({1}). Nothing was read from it.",
                                     "{0} n'a pas prouvé son identité ({1}). Rien n'en a été lu."};
inline constexpr message network_cut{"network.cut", "The answer of {0} was cut short ({1}). Try again.",
                                     "La réponse de {0} a été coupée ({1}). Réessayez."};
inline constexpr message network_many_addresses{
    "network.many_addresses", "The name {0} has more than {1} addresses; none is tried. Ask who publishes it.",
    "Le nom {0} a plus de {1} adresses ; aucune n'est essayée. Demandez à qui le publie."};
inline constexpr message network_protocol{"network.protocol", "{0} gave an answer that is not HTTP/1.1 ({1}).",
                                          "{0} a donné une réponse qui n'est pas du HTTP/1.1 ({1})."};
inline constexpr message network_encoding{"network.encoding", "{0} compressed its answer, which was not asked for.",
                                          "{0} a comprimé sa réponse, ce qui n'était pas demandé."};
inline constexpr message network_too_big{"network.too_big", "{0} serves more than {1} bytes there.",
                                         "{0} sert là plus de {1} octets."};
inline constexpr message network_status{"network.status", "{0} answered HTTP {1}, which says nothing. Try again later.",
                                        "{0} a répondu HTTP {1}, ce qui ne dit rien. Réessayez plus tard."};
inline constexpr message network_redirects{"network.redirects", "{0} redirects more than {1} times, or to nowhere.",
                                           "{0} redirige plus de {1} fois, ou vers nulle part."};
inline constexpr message network_limit{"network.limit",
                                       "{0} is not fetched from: {1} fetches were allowed, all are used.",
                                       "{0} n'est pas consulté : {1} lectures étaient permises, toutes sont faites."};
inline constexpr message network_ca_file{
    "network.ca_file", "No certificate could be read from {0} (PEM). Check the name of the file and what it holds.",
    "Aucun certificat n'a pu être lu dans {0} (PEM). Vérifiez le nom du fichier et son contenu."};
inline constexpr message network_tls_start{
    "network.tls_start", "TLS cannot be used here ({0}). Check OpenSSL's configuration.",
    "TLS ne peut pas être utilisé ici ({0}). Vérifiez la configuration d'OpenSSL."};
inline constexpr message network_authority{
    "network.authority", "\"{0}\" is no host or host:port. Write it as in \"localhost:8443\".",
    "« {0} » n'est pas un hôte ni hôte:port. Écrivez comme dans « localhost:8443 »."};

}  // namespace activateur::net_messages
