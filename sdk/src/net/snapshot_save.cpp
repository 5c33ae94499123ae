#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/file.hpp"
#include "base/system_reason.hpp"
#include "crypto/digest.hpp"
#include "json/json.hpp"
#include "net/messages.hpp"
#include "net/snapshot.hpp"

namespace activateur {
namespace {

using namespace net_messages;
namespace fs = std::filesystem;

constexpr int attempts_max = 100;  // names that interrupted calls, or other threads, have taken

// Removed with what is in it, unless it was renamed.
class unfinished_directory {
 public:
  explicit unfinished_directory(std::string path) : path_(std::move(path)) {}
  ~unfinished_directory() {
    if (path_.empty()) return;
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  unfinished_directory(const unfinished_directory&) = delete;
  unfinished_directory& operator=(const unfinished_directory&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // Onto what does not exist, or an empty directory (rename(2)).
  [[nodiscard]] bool become(const std::string& final) {
    if (std::rename(path_.c_str(), final.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  std::string path_;
};

}  // namespace

result<void> snapshot::save(const std::string& directory) const {
  std::string target = fs::path(directory).lexically_normal().string();
  while (target.size() > 1 && target.ends_with('/')) target.pop_back();
  const location where{target, {}, 0, 0};
  const auto refuse = [&] {
    // What is there may be a file; ENOTDIR alone also says that of a folder above.
    struct stat there {};
    const int why = errno;
    if (why == ENOTEMPTY || why == EEXIST || (why == ENOTDIR && ::lstat(target.c_str(), &there) == 0))
      return fail(failure::io, snapshot_exists, {}, where);
    return fail(failure::io, snapshot_directory, {system_reason(why)}, where);
  };
  const std::string beside = target + ".part-" + std::to_string(::getpid()) + '-';
  int attempt = 0;
  while (::mkdir((beside + std::to_string(attempt)).c_str(), 0777) != 0)
    if (errno != EEXIST || ++attempt == attempts_max) return refuse();
  unfinished_directory made(beside + std::to_string(attempt));
  json index = json::object();
  for (const auto& [url, kept] : answers_) {
    if (!kept) {
      index[url] = {{"failed", true}};
      continue;
    }
    if (kept->body->empty() && !kept->fetched) {
      index[url] = kept->status;
      continue;
    }
    // By content: URLs that serve the same share a file.
    const std::string file = sha256_hex(*kept->body);
    if (auto written = write_file(made.path() + '/' + file, *kept->body); !written) return written;
    json entry{{"file", file}, {"status", kept->status}};
    if (kept->fetched) entry["fetched"] = to_text(*kept->fetched);
    if (kept->url != url) entry["found_at"] = kept->url;
    if (!kept->next.empty()) entry["next"] = kept->next;
    if (kept->total) entry["total"] = *kept->total;
    index[url] = std::move(entry);
  }
  if (auto written = write_file(made.path() + "/index.json", write_json(index)); !written) return written;
  if (!made.become(target)) return refuse();
  return {};
}

}  // namespace activateur
