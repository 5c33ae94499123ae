#include "base/system_reason.hpp"

#include <cerrno>
#include <system_error>

#include "base/word.hpp"

namespace activateur {

std::string system_reason(int code) {
  switch (code) {
    case ENOENT: return word_argument("it does not exist", "il n'existe pas");
    case EACCES: return word_argument("access is denied", "l'accès est refusé");
    case ENOSPC: return word_argument("the disk is full", "le disque est plein");
    case EISDIR: return word_argument("it is a directory", "c'est un dossier");
    case ENOTDIR: return word_argument("its directory is none", "son dossier n'en est pas un");
    case EEXIST: return word_argument("it exists already", "il existe déjà");
    case EPERM: return word_argument("it is not permitted", "ce n'est pas permis");
    case EIO: return word_argument("the disk is at fault", "le disque est en faute");
    case EDQUOT: return word_argument("the quota of the disk is used up", "le quota du disque est atteint");
    case EFBIG: return word_argument("the file would be too large", "le fichier serait trop gros");
    case ENAMETOOLONG: return word_argument("its name is too long", "son nom est trop long");
    case ELOOP: return word_argument("its links lead in a circle", "ses liens tournent en rond");
    case ENOTEMPTY: return word_argument("its directory is not empty", "son dossier n'est pas vide");
    case EMFILE:
    case ENFILE: return word_argument("too many files are open", "trop de fichiers sont ouverts");
    case ECONNREFUSED: return word_argument("the connection was refused", "la connexion a été refusée");
    case ECONNRESET: return word_argument("the connection was cut", "la connexion a été coupée");
    case ENETUNREACH:
    case EHOSTUNREACH: return word_argument("no way leads there", "aucun chemin n'y mène");
    case EROFS: return word_argument("this disk can only be read", "on ne peut que lire ce disque");
    default:
      return word_argument(std::generic_category().message(code), "erreur " + std::to_string(code) + " du système");
  }
}

std::string reason_not_made(int code) {
  return code == ENOENT ? word_argument("its directory does not exist", "son dossier n'existe pas")
                        : system_reason(code);
}

}  // namespace activateur
