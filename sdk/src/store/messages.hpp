// What the store says when it refuses.
#pragma once

#include "base/sentence.hpp"

namespace activateur::store_messages {

// Of the file.
inline constexpr message locked{
    "store.locked",
    "Another program is writing in the store for too long. Try again; if it lasts, look for "
    "what holds the file.",
    "Un autre programme écrit depuis trop longtemps dans la base. Réessayez ; si cela dure, "
    "cherchez ce qui tient le fichier."};
inline constexpr message full{
    "store.full", "The disk is full: nothing was written, the store is intact. Free some space and try again.",
    "Le disque est plein : rien n'a été écrit, la base est intacte. Libérez de la place et "
    "réessayez."};
inline constexpr message read_only{
    "store.read_only",
    "The store, or its folder, may not be written. Check the rights of the file and of the "
    "folder.",
    "La base, ou son dossier, ne peut pas être écrite. Vérifiez les droits du fichier et du "
    "dossier."};
inline constexpr message newer{
    "store.newer",
    "The store was written by a later version (format {0}, this one knows up to {1}). Update "
    "Activateur; nothing was changed.",
    "La base a été écrite par une version plus récente (format {0}, celle-ci connaît jusqu'à "
    "{1}). Mettez Activateur à jour ; rien n'a été modifié."};
inline constexpr message corrupt{
    "store.corrupt", "The store is damaged ({0}). Restore the last backup; keep the damaged file for a look.",
    "La base est abîmée ({0}). Restaurez la dernière sauvegarde ; gardez le fichier abîmé pour "
    "l'examiner."};
inline constexpr message no_store{"store.file", "This file is no store of Activateur. Check its path.",
                                  "Ce fichier n'est pas une base d'Activateur. Vérifiez son chemin."};
inline constexpr message absent{
    "store.absent", "There is no store there, and it may not be created. Check the path.",
    "Il n'y a pas de base à cet endroit, et elle ne doit pas être créée. Vérifiez le chemin."};
inline constexpr message unreadable{"store.io",
                                    "The store cannot be read or written ({0}). Check the disk and the rights.",
                                    "La base ne peut être ni lue ni écrite ({0}). Vérifiez le disque et les droits."};
inline constexpr message exists{"store.exists", "There is a file already: nothing is overwritten. Give another path.",
                                "Un fichier existe déjà : rien n'est écrasé. Donnez un autre chemin."};

// Of keys.
inline constexpr message wrong_key{
    "store.key", "The key is not that of this store. Give the one it was created with.",
    "La clé n'est pas celle de cette base. Donnez celle avec laquelle elle a été créée."};
inline constexpr message no_root{
    "store.no_root",
    "The store holds no key of its own: a backup is brought back with the copy of its keys "
    "(store restore).",
    "La base ne contient aucune clé : une sauvegarde se restaure avec la copie de ses clés "
    "(store restore)."};
inline constexpr message unsealed{
    "store.unsealed",
    "A record does not open with its person's key: it was altered or moved. Restore the last "
    "backup.",
    "Un enregistrement ne s'ouvre pas avec la clé de sa personne : il a été altéré ou "
    "déplacé. Restaurez la dernière sauvegarde."};
inline constexpr message not_sound{
    "store.not_sound",
    "The {0} {1} does not hold: its row, its key or what leads to it was altered, moved or lost. Restore the last "
    "backup.",
    "« {0} » {1} ne tient pas : sa ligne, sa clé ou ce qui y mène a été altéré, déplacé ou perdu. Restaurez la "
    "dernière "
    "sauvegarde."};
inline constexpr message no_key{
    "store.no_key", "A store needs a key of {0} bytes: personal data lies encrypted in it.",
    "Une base a besoin d'une clé de {0} octets : les données personnelles y sont chiffrées."};

// Of rights.
inline constexpr message denied{"store.denied",
                                "The role \"{0}\" may not \"{1}\" on \"{2}\" here: no rule of the store's policy "
                                "allows it, or the person does not consent.",
                                "Le rôle « {0} » n'a pas ici le droit « {1} » sur « {2} » : aucune règle de la "
                                "politique de la base ne le permet, ou la personne n'y consent pas."};
inline constexpr message other_member{
    "store.member", "A person names nobody but herself as a member. Ask who accompanies her to name the others.",
    "Une personne ne nomme membre qu'elle-même. Demandez à qui l'accompagne de nommer les autres."};
inline constexpr message no_actor{"store.actor", "Every call says who makes it: give an id of 1 to 512 bytes.",
                                  "Chaque appel dit qui le fait : donnez un identifiant de 1 à 512 octets."};
inline constexpr message nir{"store.nir",
                             "This looks like a social security number (NIR), which may not be kept here. Remove it; a "
                             "pseudonym or the host's own number names people.",
                             "Ceci ressemble à un numéro de sécurité sociale (NIR), qui ne peut pas être conservé ici. "
                             "Retirez-le ; un pseudonyme ou le numéro propre à l'application désigne les personnes."};

// Of what is asked.
inline constexpr message no_person{"store.person", "The store has no such person.", "La base n'a pas cette personne."};
inline constexpr message no_record{"store.record", "The store has no such record.",
                                   "La base n'a pas cet enregistrement."};
inline constexpr message bad_id{"store.id", "\"{0}\" is no id of the store.",
                                "« {0} » n'est pas un identifiant de la base."};
inline constexpr message changed_meanwhile{
    "store.version", "The record has version {0}, not {1}: somebody changed it meanwhile. Read it again.",
    "L'enregistrement est en version {0}, et non {1} : quelqu'un l'a changé entre-temps. Relisez-le."};
inline constexpr message shown_changed{
    "showcase.changed", "What is shown was changed by somebody while it was being published. Publish again.",
    "Ce qui est montré a été modifié pendant la publication. Publiez de nouveau."};
inline constexpr message not_here{"store.kind", "\"{0}\" is not kept by this call.",
                                  "« {0} » ne se conserve pas par cet appel."};
inline constexpr message taken{"store.identifier", "Another person of the store has this identifier already.",
                               "Une autre personne de la base a déjà cet identifiant."};
inline constexpr message erased_before{
    "store.erased",
    "This person asked to be erased: an import does not bring her back. If she comes back herself, say \"returning\": "
    "true.",
    "Cette personne a demandé son effacement : un import ne la fait pas revenir. Si elle revient d'elle-même, indiquez "
    "« returning » : true."};
inline constexpr message other_cursor{"store.cursor",
                                      "This cursor is of another store, from before a restore, or is none. Follow from "
                                      "the beginning, without a cursor.",
                                      "Ce curseur est d'une autre base, d'avant une restauration, ou n'en est pas un. "
                                      "Reprenez la lecture au début, sans curseur."};
inline constexpr message link_in_the_past{
    "store.expires", "\"expires\" is over already: the link would open nothing. Give a later day.",
    "« expires » est déjà passé : le lien n'ouvrirait rien. Donnez un jour plus tardif."};
inline constexpr message unknown_purpose{"store.purpose", "The store's policy knows no purpose \"{0}\".",
                                         "La politique de la base ne connaît pas la finalité « {0} »."};
inline constexpr message no_keys{"store.no_keys",
                                 "This is no file of keys. Give the one that was written beside the backup.",
                                 "Ce n'est pas un fichier de clés. Donnez celui qui a été écrit avec la sauvegarde."};
inline constexpr message withdrawn_before{"store.withdrawn", "This consent is withdrawn already.",
                                          "Ce consentement est déjà retiré."};
inline constexpr message ended_link{"store.link",
                                    "This link is used, expired or revoked. Ask the person for another one.",
                                    "Ce lien a servi, a expiré ou a été révoqué. Demandez-en un autre à la personne."};
inline constexpr message not_asked{"store.not_asked", "The link does not ask about the competence \"{0}\".",
                                   "Le lien n'interroge pas sur la compétence « {0} »."};
inline constexpr message too_large{"store.size", "This has {0} bytes; at most {1} are kept in one record.",
                                   "Ceci fait {0} octets ; {1} au plus sont conservés par enregistrement."};
inline constexpr message text_length{"store.length", "\"{0}\" must have 1 to {1} bytes.",
                                     "« {0} » doit compter de 1 à {1} octets."};
inline constexpr message not_one_of{"store.choice", "\"{0}\" must be one of: {1}.",
                                    "« {0} » doit valoir l'un de : {1}."};
inline constexpr message bad_digest{"store.digest", "\"sha256\" must be 64 hexadecimal digits.",
                                    "« sha256 » doit compter 64 chiffres hexadécimaux."};
inline constexpr message no_such_criterion{"store.criterion", "The grid has no criterion \"{0}\".",
                                           "La grille n'a pas de critère « {0} »."};
inline constexpr message no_such_grid{"store.grid", "The store has no grid \"{0}\".",
                                      "La base n'a pas de grille « {0} »."};
inline constexpr message level_order{"store.level_order", "A level lies between 0 and 4.",
                                     "Un niveau est compris entre 0 et 4."};
inline constexpr message journal_broken{
    "store.journal",
    "The journal of accesses does not hold at entry {0}: an entry was altered, removed "
    "or added.",
    "Le journal des accès ne tient pas à l'entrée {0} : une entrée a été altérée, "
    "retirée ou ajoutée."};

}  // namespace activateur::store_messages
