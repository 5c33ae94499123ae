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
    case EROFS: return word_argument("this disk can only be read", "on ne peut que lire ce disque");
    default: return std::generic_category().message(code);
  }
}

}  // namespace activateur
