// Frameworks from a URL: packages of a CASE server, its list of packages, and other JSON (IMS CASE 1.0 and 1.1, REST
// binding: CFPackages/{id}, CFDocuments, CFDocuments/{id}).
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/json_node.hpp"
#include "net/address.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message offline{
    "import.offline",
    "This URL is not among the documents given, and the network is not to be used. Allow it, or download the file.",
    "Cette URL n'est pas parmi les documents donnés, et le réseau ne doit pas être utilisé. Permettez-le, ou "
    "téléchargez "
    "le fichier."};
constexpr message gone{"import.web_status", "Nothing is served there (HTTP {0}). Check the URL.",
                       "Rien n'est servi à cette adresse (HTTP {0}). Vérifiez l'URL."};
constexpr message unknown_kind{
    "import.web_kind",
    "This URL serves no framework that can be read. Give that of a CASE package (.../CFPackages/{id}) or of a server's "
    "list (.../CFDocuments), CTDL-ASN, a grid, or an answer of ROME's API.",
    "Cette URL ne sert aucun référentiel lisible. Donnez celle d'un paquet CASE (.../CFPackages/{id}) ou de la liste "
    "d'un "
    "serveur (.../CFDocuments), du CTDL-ASN, une grille, ou une réponse de l'API du ROME."};
constexpr message bad_identifier{
    "case.identifier", "\"{0}\" cannot be the identifier of a package: letters, digits, '-', '_' and '.' alone.",
    "« {0} » ne peut pas être l'identifiant d'un paquet : lettres, chiffres, « - », « _ » et « . » seulement."};
constexpr message too_many_pages{"case.pages", "The list has more than {0} pages. Give the URL of a package.",
                                 "La liste a plus de {0} pages. Donnez l'URL d'un paquet."};

constexpr std::string_view documents_path = "/CFDocuments";
constexpr std::size_t page_size = 100;  // what CASE takes when it is not told
constexpr std::size_t pages_max = 200;

// What errors call the source: a query may hold a secret.
std::string shown(std::string_view url) { return std::string(url.substr(0, url.find_first_of("?#"))); }

// The address of the server's API, as "https://host/ims/case/v1p0", when the URL leads to its documents.
std::string server_of(std::string_view url) {
  const std::string path = shown(url);
  const auto at = path.rfind(documents_path);
  const auto end = at + documents_path.size();
  return at == std::string::npos || (end < path.size() && path[end] != '/') ? std::string() : path.substr(0, at);
}

// A list leads nowhere else.
bool same_site(const std::string& url, const std::string& as) {
  const auto a = read_web_address(url);
  const auto b = read_web_address(as);
  return a && b && a->origin() == b->origin();
}

bool is_identifier(std::string_view id) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-_.").find(c) != std::string_view::npos;
  };
  return !id.empty() && id.size() <= 128 && id.front() != '.' && std::all_of(id.begin(), id.end(), plain);
}

class web_import {
 public:
  web_import(const document_source& web, const import_options& options, const context& with)
      : web_(web), options_(options), with_(with) {}

  result<imported> from(std::string url) {
    std::string documents = url;
    while (documents.ends_with('/')) documents.pop_back();
    for (const std::string_view api : {"/ims/case/v1p0", "/ims/case/v1p1"})
      if (documents.ends_with(api)) documents += documents_path;
    if (documents.ends_with(documents_path)) return list(documents, documents + query(0));
    auto served = get(url);
    if (!served) return std::move(served).why();
    const std::string server = server_of(url);
    if (served->body.contains("CFDocuments") && !server.empty()) return list(url, url);
    // One document of the list: its package.
    if (const std::string id = json_node(served->body).text("identifier");
        !server.empty() && served->body.contains("CFPackageURI") && is_identifier(id)) {
      url = server + "/CFPackages/" + id;
      served = get(url);
      if (!served) return std::move(served).why();
    }
    import_source source;
    source.path = shown(url);
    source.document = std::move(served->body);
    for (const import_format& format : import_formats())
      if (format.recognises(source)) return import_as(format, source, options_, with_);
    return fail(failure::unsupported, unknown_kind, {}, {shown(url), {}, 0, 0});
  }

 private:
  struct page {
    json body;
    std::string next;
    std::optional<std::uint64_t> total;
  };

  static std::string query(std::size_t offset) {
    return "?limit=" + std::to_string(page_size) + "&offset=" + std::to_string(offset);
  }

  result<page> get(const std::string& url) {
    if (!with_.progress.at(++asked_, 0)) return progress_sink::cancelled();
    const location where{shown(url), {}, 0, 0};
    const web_answer answer = web_.get(url);
    if (!answer.document) {
      if (answer.why_not.empty()) return fail(failure::not_found, offline, {}, where);
      return error{failure::io, answer.why_not, where};
    }
    if (answer.document->status != 200)
      return fail(failure::not_found, gone, {std::to_string(answer.document->status)}, where);
    auto body = read_json(*answer.document->body, {}, where.source);
    if (!body) return std::move(body).why();
    return page{*std::move(body), answer.document->next, answer.document->total};
  }

  // All pages of a list. The server says which page is next (Link) or how many entries there are (X-Total-Count); when
  // it says neither, the list goes on as long as pages are full and bring something new.
  result<imported> list(const std::string& asked, std::string url) {
    imported out;
    out.packages.emplace();
    journal faults(with_);
    std::set<std::string> seen;
    std::size_t received = 0;
    const bool paged_here = url != asked;  // by our own query
    for (std::size_t pages = 0; !url.empty(); ++pages) {
      if (pages == pages_max)
        return fail(failure::limit, too_many_pages, {std::to_string(pages_max)}, {shown(asked), {}, 0, 0});
      const auto got = get(url);
      if (!got) return got.why();
      const auto documents = json_node(got->body).list("CFDocuments");
      const std::size_t before = seen.size();
      for (const json_node& document : documents) offer(document, asked, seen, *out.packages, faults);
      received += documents.size();
      url = same_site(got->next, asked) ? got->next : std::string();
      const bool more = got->total ? received < *got->total : documents.size() >= page_size;
      if (seen.size() == before)
        url.clear();  // nothing new: the server does not turn pages
      else if (url.empty() && more && paged_here)
        url = asked + query(received);
    }
    out.report = faults.take("case-server");
    return out;
  }

  static void offer(const json_node& document, const std::string& list, std::set<std::string>& seen,
                    std::vector<offered_package>& packages, journal& faults) {
    offered_package one{
        document.text("identifier"), document.text("title"), document.text("version"), document.text("language"), {}};
    if (!is_identifier(one.id)) {
      faults.add(document.refuse(bad_identifier, {shortened(one.id, 80)}, shown(list)));
      return;
    }
    if (!seen.insert(one.id).second) return;
    one.url = server_of(list) + "/CFPackages/" + one.id;
    packages.push_back(std::move(one));
  }

  const document_source& web_;
  const import_options& options_;
  const context& with_;
  std::uint64_t asked_ = 0;
};

}  // namespace

bool names_web_source(std::string_view path) { return path.starts_with("https://") || path.starts_with("http://"); }

result<imported> import_from_web(const std::string& url, const document_source& web, const import_options& options,
                                 const context& with) {
  if (!options.language.empty() && two_letters(options.language) != options.language)
    return fail(failure::usage, say::bad_language, {shortened(options.language, 20)});
  return web_import(web, options, with).from(url);
}

}  // namespace activateur
