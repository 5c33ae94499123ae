// Reading, signing and writing a plugin's manifest.
#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "json/fields.hpp"
#include "plugins/messages.hpp"
#include "plugins/plugin_host.hpp"

namespace activateur {
namespace {

namespace says = plugin_messages;

constexpr std::string_view schema = "activateur/plugin-manifest/1";
// A manifest is a page of text; what is longer is something else.
constexpr json_limits manifest_limits{64U << 10U, 4, 256};
constexpr std::size_t list_items = 32;
constexpr double abi_level_max = 65'535;

constexpr std::array<std::string_view, 11> members{
    "schema", "id", "version", "file", "abi_min", "abi_max", "extensions", "permissions", "sha256", "key", "signature"};

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// Characters that need no escape in JSON, in a path, in a log or in a shell: the signed bytes then have one spelling.
bool is_id(std::string_view t) {
  return !t.empty() && t.size() <= 128 && (lower(t[0]) || digit(t[0])) && t.find("..") == t.npos &&
         std::ranges::all_of(t, [](char c) { return lower(c) || digit(c) || c == '.' || c == '-' || c == '_'; });
}

bool is_version(std::string_view t) {
  return !t.empty() && t.size() <= 64 && digit(t[0]) && std::ranges::all_of(t, [](char c) {
    return lower(c) || upper(c) || digit(c) || c == '.' || c == '-' || c == '+';
  });
}

bool is_plain_file_name(std::string_view t) {
  return !t.empty() && t.size() <= 128 && t[0] != '.' && t.find("..") == t.npos && std::ranges::all_of(t, [](char c) {
    return lower(c) || upper(c) || digit(c) || c == '.' || c == '-' || c == '_';
  });
}

// "activateur.rules/1": an id and a revision.
bool is_extension(std::string_view t) {
  const auto slash = t.find('/');
  if (slash == t.npos || !is_id(t.substr(0, slash))) return false;
  const auto revision = t.substr(slash + 1);
  return !revision.empty() && revision.size() <= 4 && revision[0] != '0' && std::ranges::all_of(revision, digit);
}

bool is_digest(std::string_view t) {
  return t.size() == 64 && std::ranges::all_of(t, [](char c) { return digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_signature(const std::string& t) {
  const auto raw = from_base64url(t);
  return raw.has_value() && raw->size() == 64;  // RFC 8032 section 5.1.6
}

std::uint32_t level(const fields& in, const char* name) {
  const auto it = in.value().find(name);
  if (it == in.value().end() || !it->is_number_integer()) {
    in.refuse(says::manifest_member, {name, "an integer, an ABI level", "un entier, un niveau d'ABI"}, name);
    return 0;
  }
  return static_cast<std::uint32_t>(in.number_within(name, 1, abi_level_max, 1));
}

std::vector<std::string> distinct(const fields& in, const char* name, bool (*accepted)(std::string_view)) {
  std::vector<std::string> out = in.texts(name);
  auto sorted = out;
  std::ranges::sort(sorted);
  if (!in.has(name) || out.size() > list_items || std::ranges::adjacent_find(sorted) != sorted.end() ||
      !std::ranges::all_of(out, accepted))
    in.refuse(says::manifest_member, {name, "a list of distinct ids", "une liste d'identifiants distincts"}, name);
  return out;
}

plugin_manifest read_members(const fields& in) {
  plugin_manifest m;
  if (!in.value().is_object()) {
    in.refuse(says::manifest_object);
    return m;
  }
  for (const auto& member : in.value().items())
    if (std::ranges::find(members, member.key()) == members.end())
      in.refuse(says::manifest_unknown, {shortened(member.key(), 64)});
  if (in.text("schema") != schema)
    in.refuse(says::manifest_member, {"schema", "\"" + std::string(schema) + "\"", "« " + std::string(schema) + " »"},
              "schema");
  m.id = in.text("id");
  if (!is_id(m.id))
    in.refuse(says::manifest_member,
              {"id", "an id in lower case, such as \"org.example.rules\"",
               "un identifiant en minuscules, comme « org.example.rules »"},
              "id");
  if (m.id == own_reading)
    in.refuse(says::manifest_member,
              {"id", "another id: \"words\" is what the library's own reading of texts is called",
               "un autre identifiant : « words » est le nom de la lecture propre à la bibliothèque"},
              "id");
  m.version = in.text("version");
  if (!is_version(m.version))
    in.refuse(says::manifest_member, {"version", "a version, such as \"1.0.0\"", "une version, comme « 1.0.0 »"},
              "version");
  m.file = in.text("file");
  if (!is_plain_file_name(m.file)) in.refuse(says::manifest_file, {shortened(m.file, 64)}, "file");
  m.abi_min = level(in, "abi_min");
  m.abi_max = level(in, "abi_max");
  if (m.abi_min > m.abi_max)
    in.refuse(says::manifest_member, {"abi_max", "at least abi_min", "au moins abi_min"}, "abi_max");
  m.extensions = distinct(in, "extensions", is_extension);
  if (m.extensions.empty())
    in.refuse(says::manifest_member, {"extensions", "a list of at least one id", "une liste d'au moins un identifiant"},
              "extensions");
  m.permissions = distinct(in, "permissions", is_id);
  // Absent from a plugin that was just built; check() refuses it, sign_manifest() fills them in.
  m.sha256 = in.text_or("sha256", {});
  if (in.has("sha256") && !is_digest(m.sha256))
    in.refuse(says::manifest_member, {"sha256", "64 hexadecimal digits", "64 chiffres hexadécimaux"}, "sha256");
  m.key = in.text_or("key", {});
  if (in.has("key") && (m.key.size() > 128 || !from_multibase(m.key)))
    in.refuse(says::manifest_member, {"key", "a public key in multikey form", "une clé publique au format multikey"},
              "key");
  m.signature = in.text_or("signature", {});
  if (in.has("signature") && !is_signature(m.signature))
    in.refuse(says::manifest_member, {"signature", "64 bytes in base64url", "64 octets en base64url"}, "signature");
  return m;
}

json to_document(const plugin_manifest& m) {
  json out{
      {"schema", schema},     {"id", m.id},           {"version", m.version},       {"file", m.file},
      {"abi_min", m.abi_min}, {"abi_max", m.abi_max}, {"extensions", m.extensions}, {"permissions", m.permissions}};
  if (!m.sha256.empty()) out["sha256"] = m.sha256;
  if (!m.key.empty()) out["key"] = m.key;
  if (!m.signature.empty()) out["signature"] = m.signature;
  return out;
}

}  // namespace

result<plugin_manifest> read_manifest(const std::string& path) {
  const auto text = read_file(path, manifest_limits.bytes);
  if (!text) return text.why();
  const auto document = read_json(*text, manifest_limits, path);
  if (!document) return document.why();
  std::optional<error> first;
  const fields in(*document, path, first);
  plugin_manifest m = read_members(in);
  if (first) return *std::move(first);
  return m;
}

std::string signed_bytes(const plugin_manifest& m) {
  json document = to_document(m);
  document.erase("signature");
  return write_json(document);
}

result<void> sign_manifest(const std::string& path, const private_key& key) {
  auto manifest = read_manifest(path);
  if (!manifest) return manifest.why();
  if (key.public_part().type() != key_type::ed25519) return fail(failure::unsupported, says::bad_signing_key);
  const auto file = std::filesystem::path(path).parent_path() / manifest->file;
  const auto bytes = read_file(file.string(), limits::plugin_bytes);
  if (!bytes) return bytes.why();
  manifest->sha256 = sha256_hex(*bytes);
  manifest->key = key.public_part().multikey();
  const auto signature = key.sign(signature_algorithm::eddsa, as_octets(signed_bytes(*manifest)));
  if (!signature) return signature.why();
  manifest->signature = to_base64url(*signature);
  return write_file(path, write_json(to_document(*manifest), 2) + '\n');
}

}  // namespace activateur
