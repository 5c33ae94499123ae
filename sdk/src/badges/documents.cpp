#include "badges/documents.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "net/address.hpp"

namespace activateur {

json served::value() const {
  const json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};
  auto read = read_json(body, bounds, url);
  return read ? *std::move(read) : json(nullptr);
}

json served::evidence() const {
  json out{{"url", url}};
  if (!at_hand) return out;
  if (good())
    out["sha256"] = sha256;
  else
    out["status"] = status;
  if (fetched) out["fetched"] = to_text(*fetched);
  if (found_at != without_fragment(url)) out["found_at"] = found_at;
  return out;
}

served look_up(const document_source* known, std::string_view url) {
  served out;
  out.url = url;
  if (known == nullptr) return out;
  web_answer answer = known->get(url);
  if (!answer.document) {
    out.why_not = std::move(answer.why_not);
    return out;
  }
  out.at_hand = true;
  out.status = answer.document->status;
  out.keeps = std::move(answer.document->body);
  out.body = *out.keeps;
  out.sha256 = sha256_hex(out.body);
  out.found_at = std::move(answer.document->url);
  out.fetched = answer.document->fetched;
  return out;
}

const json* member(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto it = object.find(name);
  if (it == object.end() || it->is_null()) return nullptr;
  // A list of nothing, or of nulls alone, says as little (JSON-LD 1.1 API section 5.1.2, step 5).
  if (it->is_array() && std::all_of(it->begin(), it->end(), [](const json& item) { return item.is_null(); }))
    return nullptr;
  return &*it;
}

std::string text_of(const json& object, const char* name) {
  const json* m = member(object, name);
  if (m == nullptr) return {};
  if (m->is_array()) m = &m->front();
  if (m->is_object()) m = member(*m, "@value");
  return m != nullptr && m->is_string() ? m->get<std::string>() : std::string{};
}

std::string id_of(const json* reference) {
  if (reference == nullptr) return {};
  if (reference->is_string()) return reference->get<std::string>();
  std::string id = text_of(*reference, "id");
  return id.empty() ? text_of(*reference, "@id") : id;
}

std::vector<std::string> texts_of(const json* value) {
  std::vector<std::string> out;
  for (const json* item : items_of(value)) {
    if (item->is_string()) out.push_back(item->get<std::string>());
  }
  return out;
}

std::vector<const json*> items_of(const json* value) {
  std::vector<const json*> out;
  if (value == nullptr || value->is_null()) return out;
  if (!value->is_array()) return {value};
  for (const json& item : *value) {
    if (!item.is_null()) out.push_back(&item);
  }
  return out;
}

bool contains(const std::vector<std::string>& list, std::string_view what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

std::string joined(const std::vector<std::string>& list) {
  if (list.empty()) return "-";
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out += ", ";
    out += item;
  }
  return shortened(out, 200);
}

}  // namespace activateur
