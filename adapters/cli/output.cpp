// Writing the files that commands were asked for.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "console.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string system_reason(const console& to, int code) {
  switch (code) {
    case ENOENT: return to.say("il n'existe pas", "it does not exist");
    case EACCES: return to.say("l'accès est refusé", "access is denied");
    case ENOSPC: return to.say("le disque est plein", "the disk is full");
    case EISDIR: return to.say("c'est un dossier", "it is a directory");
    case ENOTDIR: return to.say("son dossier n'en est pas un", "its directory is none");
    case EROFS: return to.say("on ne peut que lire ce disque", "this disk can only be read");
    default: return std::generic_category().message(code);
  }
}

[[noreturn]] void refuse(const console& to, const std::string& path) {
  const std::string reason = system_reason(to, errno);
  throw failure(path + to.say(" : le fichier ne peut pas être écrit (" + reason +
                                  "). Vérifiez l'espace libre et vos droits sur le dossier.",
                              ": the file cannot be written (" + reason +
                                  "). Check the free space and your rights on the folder."));
}

void make_folder_of(const fs::path& path) {
  std::error_code problem;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), problem);
}

// Writes and closes; errno says what failed.
bool put_and_close(int descriptor, std::string_view bytes) {
  std::FILE* file = ::fdopen(descriptor, "wb");
  if (file == nullptr) return ::close(descriptor), false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const int reason = errno;
  const bool closed = std::fclose(file) == 0;
  if (!written) errno = reason;
  return written && closed;
}

// Where symbolic links lead, also to a file that is not there yet.
fs::path behind_links(fs::path path) {
  constexpr int links_max = 40;  // as Linux follows
  std::error_code problem;
  for (int i = 0; i < links_max && fs::is_symlink(path, problem); ++i)
    path = path.parent_path() / fs::read_symlink(path, problem);
  return path;
}

}  // namespace

void write_file(const console& to, const std::string& path, std::string_view bytes) {
  if (path == "-" && to.as_json)
    throw failure(to.say("Avec --json la sortie standard a un seul document : nommez un fichier au lieu de « - ».",
                         "With --json standard output has one document: name a file instead of \"-\"."),
                  wrong_usage);
  if (path.empty() || path == "-") {
    std::cout << bytes;
    return;
  }
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && !S_ISREG(there.st_mode)) {
    // A device or a pipe: a file in its place would take it from everybody.
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0 || !put_and_close(file, bytes)) refuse(to, path);
    return;
  }
  const fs::path target = behind_links(path);
  if (!exists) make_folder_of(target);
  int file = -1;
  fs::path beside;
  for (int attempt = 0; file < 0 && attempt < 100; ++attempt) {
    beside = target.string() + ".part-" + std::to_string(::getpid()) + '-' + std::to_string(attempt);
    file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? there.st_mode & 0777U : 0666U);
    if (file < 0 && errno != EEXIST) break;
  }
  if (file < 0) refuse(to, path);
  if (exists) ::fchmod(file, there.st_mode & 0777U);
  if (!put_and_close(file, bytes) || ::rename(beside.c_str(), target.c_str()) != 0) {
    const int reason = errno;
    ::unlink(beside.c_str());
    errno = reason;
    refuse(to, path);
  }
}

void write_secret(const console& to, const std::string& path, std::string_view bytes) {
  if (path == "-") return write_file(to, path, bytes);
  make_folder_of(path);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 && errno == EEXIST)
    throw failure(path + to.say(" : ce fichier existe déjà ; une clé n'est jamais remplacée. Nommez-en un autre.",
                                ": this file exists already; a key is never replaced. Name another one."));
  if (file < 0) refuse(to, path);
  if (put_and_close(file, bytes)) return;
  const int reason = errno;
  ::unlink(path.c_str());
  errno = reason;
  refuse(to, path);
}

}  // namespace cli
