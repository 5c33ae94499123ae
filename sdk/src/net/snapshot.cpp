#include "net/snapshot.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "json/json.hpp"
#include "net/address.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::size_t total_bytes_max = 256U << 20U;  // everything is held in memory
constexpr std::size_t urls_max = 100'000;

struct entry {
  std::string file;  // empty: no body
  int status = 200;
  std::optional<instant> fetched;
};

std::optional<int> http_status(const json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  // Unsigned values above the signed range turn negative, and are refused as well.
  const auto status = value.get<std::int64_t>();
  if (status < 100 || status > 599) return std::nullopt;
  return static_cast<int>(status);
}

std::optional<entry> read_entry(const json& value) {
  entry out;
  const json* status = &value;
  if (value.is_string()) {
    out.file = value.get<std::string>();
    if (out.file.empty()) return std::nullopt;
    return out;
  }
  if (value.is_object()) {
    const auto file = value.find("file");
    const auto code = value.find("status");
    const auto fetched = value.find("fetched");
    if (value.size() != (fetched == value.end() ? 2U : 3U) || file == value.end() || code == value.end() ||
        !file->is_string())
      return std::nullopt;
    if (fetched != value.end()) {
      out.fetched = fetched->is_string() ? parse_date_time(fetched->get_ref<const std::string&>()) : std::nullopt;
      if (!out.fetched) return std::nullopt;
    }
    out.file = file->get<std::string>();
    if (out.file.empty()) return std::nullopt;
    status = &*code;
  }
  const auto read = http_status(*status);
  if (!read) return std::nullopt;
  out.status = *read;
  return out;
}

}  // namespace

result<snapshot> snapshot::load(const std::string& directory) {
  const std::string index_path = directory + "/index.json";
  auto bytes = read_file(index_path, limits::document_bytes);
  if (!bytes) return std::move(bytes).why();
  const auto index = read_json(*bytes, {}, index_path);
  if (!index) return index.why();
  const location where{index_path, {}, 0, 0};
  if (!index->is_object()) return fail(failure::input, snapshot_index, {}, where);
  if (index->size() > urls_max) return fail(failure::limit, snapshot_count, {std::to_string(urls_max)}, where);
  snapshot out;
  std::size_t total = 0;
  for (const auto& [written, value] : index->items()) {
    const std::string url(without_fragment(written));
    if (url.empty()) return fail(failure::input, snapshot_url, {}, where);
    if (out.answers_.contains(url)) return fail(failure::input, snapshot_twice, {url}, where);
    const auto said = read_entry(value);
    if (!said) return fail(failure::input, snapshot_entry, {url}, where);
    std::string body;
    if (!said->file.empty()) {
      auto read =
          read_file(said->file.starts_with('/') ? said->file : directory + '/' + said->file, limits::document_bytes);
      if (!read) return std::move(read).why();
      body = *std::move(read);
    }
    total += body.size();
    if (total > total_bytes_max) return fail(failure::limit, snapshot_size, {std::to_string(total_bytes_max)}, where);
    out.add(url, std::move(body), said->status, said->fetched);
  }
  return out;
}

void snapshot::add(std::string url, std::string body, int status, std::optional<instant> fetched) {
  add(std::move(url), std::make_shared<const std::string>(std::move(body)), status, fetched);
}

void snapshot::add(std::string url, std::shared_ptr<const std::string> body, int status,
                   std::optional<instant> fetched) {
  url.resize(without_fragment(url).size());
  answers_.insert_or_assign(std::move(url), stored{status, std::move(body), fetched});
}

web_answer snapshot::get(std::string_view url) const {
  const auto found = answers_.find(without_fragment(url));
  if (found == answers_.end()) return {};
  return {web_document{found->second.status, found->second.body, found->first, found->second.fetched}, {}};
}

std::vector<std::string> snapshot::serving(std::string_view body) const {
  std::vector<std::string> out;
  for (const auto& [url, kept] : answers_)
    if (kept.status == 200 && *kept.body == body) out.push_back(url);
  return out;
}

}  // namespace activateur
