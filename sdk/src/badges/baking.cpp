#include "badges/baking.hpp"

#include <algorithm>

#include "badges/baking_messages.hpp"
#include "badges/pdf.hpp"
#include "badges/png.hpp"
#include "badges/svg.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/encoding.hpp"
#include "crypto/jws.hpp"
#include "json/json.hpp"

namespace activateur {
namespace {

using namespace baking_messages;

constexpr json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool is_svg(std::string_view bytes) { return trimmed(without_bom(bytes)).starts_with('<'); }

bool is_web_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

// What a picture or a PDF holds must be a credential, or (before Open Badges 3.0) its address.
result<unbaked> content(container_kind kind, std::string_view text, std::string keyword, const std::string& source) {
  const std::string_view inner = trimmed(text);
  const bool version_3 = keyword == "openbadgecredential" || keyword == "credential";
  if (inner.starts_with('{')) {
    const auto document = read_json(inner, bounds, source);
    if (!document) return document.why();
  } else if (!looks_like_jws(inner) && (version_3 || !is_web_address(inner))) {
    return fail(failure::input, bad_content, {keyword}, {source, {}, 0, 0});
  }
  return unbaked{kind, std::string(inner), std::move(keyword)};
}

// Open Badges 3.0 credentials are Verifiable Credentials; assertions of earlier versions never name that context.
bool is_version_3(const json& document) {
  if (const auto vc = document.find("vc"); vc != document.end() && vc->is_object()) return true;
  const auto names_vc = [](const json& context) {
    return context.is_string() && (context.get<std::string>().starts_with("https://www.w3.org/ns/credentials/") ||
                                   context.get<std::string>().starts_with("https://www.w3.org/2018/credentials/"));
  };
  const auto context = document.find("@context");
  if (context == document.end()) return false;
  return context->is_array() ? std::any_of(context->begin(), context->end(), names_vc) : names_vc(*context);
}

result<json> document_of(std::string_view credential, bool jws_form, const std::string& source) {
  std::string payload;
  if (jws_form) {
    auto read = read_jws(credential, false, source);
    if (!read) return std::move(read).why();
    payload = std::move(read->payload);
    credential = payload;
  }
  auto document = read_json(credential, bounds, source);
  if (!document) return document;
  if (!document->is_object()) return fail(failure::input, bad_credential, {}, {source, {}, 0, 0});
  return document;
}

}  // namespace

std::string_view name(container_kind k) {
  switch (k) {
    case container_kind::json_text: return "json";
    case container_kind::jwt: return "jwt";
    case container_kind::png: return "png";
    case container_kind::svg: return "svg";
    case container_kind::pdf: break;
  }
  return "pdf";
}

bool is_json_text(std::string_view bytes) { return trimmed(without_bom(trimmed(bytes))).starts_with('{'); }

result<unbaked> unbake(std::string_view bytes, const std::string& source) {
  const location where{source, {}, 0, 0};
  if (bytes.size() > limits::credential_bytes)
    return fail(failure::limit, too_big, {std::to_string(bytes.size()), std::to_string(limits::credential_bytes)},
                where);
  // First what is most often given. A byte order mark stays, for the JSON reader to name it.
  const std::string_view text = trimmed(bytes);
  if (is_json_text(bytes)) return unbaked{container_kind::json_text, std::string(bytes), {}};
  if (is_png(bytes)) {
    auto found = badge_of_png(bytes, source);
    if (!found) return std::move(found).why();
    return content(container_kind::png, found->text, std::move(found->keyword), source);
  }
  if (is_svg(bytes)) {
    auto found = badge_of_svg(bytes, source);
    if (!found) return std::move(found).why();
    // The text is the credential and `verify` names where it is hosted, unless `verify` holds the signature:
    // what is signed goes before what anybody can have written beside it.
    const bool signed_form = looks_like_jws(found->verify);
    return content(container_kind::svg, signed_form || found->body.empty() ? found->verify : found->body,
                   found->element, source);
  }
  if (is_pdf(bytes)) {
    auto found = badge_of_pdf(bytes, source);
    if (!found) return std::move(found).why();
    return content(container_kind::pdf, found->text, std::move(found->keyword), source);
  }
  if (text.empty()) return fail(failure::input, empty_file, {}, where);
  if (looks_like_jws(text)) return unbaked{container_kind::jwt, std::string(text), {}};
  return fail(failure::input, unknown_kind, {}, where);
}

result<std::string> bake(std::string_view picture, std::string_view credential, const std::string& source) {
  const location where{source, {}, 0, 0};
  const std::size_t size = picture.size() + credential.size();
  if (size > limits::credential_bytes)
    return fail(failure::limit, too_big, {std::to_string(size), std::to_string(limits::credential_bytes)}, where);
  credential = trimmed(credential);
  const bool jws_form = looks_like_jws(credential);
  if (!jws_form && !credential.starts_with('{')) return fail(failure::input, bad_credential, {}, where);
  const auto document = document_of(credential, jws_form, source);
  if (!document) return document.why();
  const bool version_3 = is_version_3(*document);
  result<std::string> out = fail(failure::input, not_a_picture, {}, where);
  if (is_png(picture))
    out = png_with_badge(picture, version_3 ? "openbadgecredential" : "openbadges", credential, source);
  else if (is_svg(picture))
    out = svg_with_badge(picture, credential, version_3, jws_form, source);
  if (!out) return out;
  // Read back before it is given away: XML has no place for a few characters that JSON allows.
  const auto kept = unbake(*out, source);
  if (!kept) return kept.why();
  const auto again = document_of(kept->text, jws_form, source);
  if (!again || *again != *document || (jws_form && kept->text != credential))
    return fail(failure::unsupported, not_kept, {}, where);
  return out;
}

}  // namespace activateur
