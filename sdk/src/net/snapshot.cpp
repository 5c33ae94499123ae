#include "net/snapshot.hpp"

#include <algorithm>
#include <array>

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
  bool failed = false;
  web_document document;  // but for its body
};

std::optional<int> http_status(const json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  // Unsigned values above the signed range turn negative, and are refused as well.
  const auto status = value.get<std::int64_t>();
  if (status < 100 || status > 599) return std::nullopt;
  return static_cast<int>(status);
}

bool read_text(const json& holder, const char* name, std::string& into) {
  const auto found = holder.find(name);
  if (found == holder.end()) return true;
  if (!found->is_string() || found->get_ref<const std::string&>().empty()) return false;
  into = found->get<std::string>();
  return true;
}

std::optional<entry> read_object(const json& value) {
  entry out;
  if (value == json{{"failed", true}}) {
    out.failed = true;
    return out;
  }
  constexpr std::array known{"file", "status", "fetched", "found_at", "next", "total"};
  for (const auto& [name, ignored] : value.items())
    if (std::find(known.begin(), known.end(), name) == known.end()) return std::nullopt;
  const auto status = value.find("status");
  const auto read = status == value.end() ? std::nullopt : http_status(*status);
  std::string fetched;
  if (!read || !read_text(value, "file", out.file) || out.file.empty() || !read_text(value, "fetched", fetched) ||
      !read_text(value, "found_at", out.document.url) || !read_text(value, "next", out.document.next))
    return std::nullopt;
  out.document.status = *read;
  if (!fetched.empty() && !(out.document.fetched = parse_date_time(fetched))) return std::nullopt;
  if (const auto total = value.find("total"); total != value.end()) {
    if (!total->is_number_unsigned()) return std::nullopt;
    out.document.total = total->get<std::uint64_t>();
  }
  return out;
}

std::optional<entry> read_entry(const json& value) {
  if (value.is_object()) return read_object(value);
  entry out;
  if (value.is_string()) {
    out.file = value.get<std::string>();
    if (out.file.empty()) return std::nullopt;
    return out;
  }
  const auto read = http_status(value);
  if (!read) return std::nullopt;
  out.document.status = *read;
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
    auto said = read_entry(value);
    if (!said) return fail(failure::input, snapshot_entry, {url}, where);
    if (said->failed) {
      out.add_failure(url);
      continue;
    }
    std::string body;
    if (!said->file.empty()) {
      auto read =
          read_file(said->file.starts_with('/') ? said->file : directory + '/' + said->file, limits::document_bytes);
      if (!read) return std::move(read).why();
      body = *std::move(read);
    }
    total += body.size();
    if (total > total_bytes_max) return fail(failure::limit, snapshot_size, {std::to_string(total_bytes_max)}, where);
    said->document.body = std::make_shared<const std::string>(std::move(body));
    out.add(url, std::move(said->document));
  }
  return out;
}

void snapshot::add(std::string url, std::string body, int status, std::optional<instant> fetched) {
  add(std::move(url), {status, std::make_shared<const std::string>(std::move(body)), {}, fetched});
}

void snapshot::add(std::string url, web_document document) {
  url.resize(without_fragment(url).size());
  if (document.url.empty()) document.url = url;
  answers_.insert_or_assign(std::move(url), std::move(document));
}

void snapshot::add_failure(std::string url) {
  url.resize(without_fragment(url).size());
  answers_.insert_or_assign(std::move(url), std::nullopt);
}

web_answer snapshot::get(std::string_view url) const {
  const auto found = answers_.find(without_fragment(url));
  if (found == answers_.end()) return {};
  if (!found->second) return {std::nullopt, sentence(snapshot_failed, {found->first})};
  return {*found->second, {}};
}

std::vector<std::string> snapshot::serving(std::string_view body) const {
  std::vector<std::string> out;
  for (const auto& [url, kept] : answers_) {
    if (!kept || kept->status != 200 || *kept->body != body) continue;
    out.push_back(url);
    if (kept->url != url) out.push_back(kept->url);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace activateur
