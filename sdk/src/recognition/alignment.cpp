#include "recognition/alignment.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "recognition/messages.hpp"

namespace activateur {
namespace {

namespace say = recognition_messages;
constexpr std::size_t shown = 120;  // bytes of foreign text that a note repeats

constexpr std::array<std::string_view, 26> path_words{
    "competence",  "competences",  "compétence",  "compétences", "competency",   "competencies", "macro-competence",
    "skill",       "skills",       "savoir",      "savoirs",     "savoir-faire", "savoir-etre",  "metier",
    "metiers",     "fiche-metier", "fichemetier", "fiche-rome",  "job",          "jobs",         "occupation",
    "occupations", "cfitem",       "cfitems",     "isco",        "rncp"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
std::string lowered(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// `id` stands in `text` as a word of its own, in any case: "ROME 4.0" names "rome", "Chrome OS" does not.
bool names_framework(std::string_view text, std::string_view id) {
  const std::string where = lowered(text), what = lowered(id);
  if (what.empty()) return false;
  for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
    const std::size_t end = at + what.size();
    if ((at == 0 || !is_word(where[at - 1])) && (end == where.size() || !is_word(where[end]))) return true;
  }
  return false;
}

alignment_answer by_code(const framework_ptr& in, std::string_view code) {
  if (code.empty() || code.size() > shown) return {};
  if (const auto c = in->find_competence(code)) return {{in, *c}, false, "exact", {}};
  if (const auto j = in->find_job(code)) return {{in, *j}, true, "exact", {}};
  std::string capital(code);
  std::transform(capital.begin(), capital.end(), capital.begin(), upper);
  if (const auto j = in->find_job(capital)) return {{in, *j}, true, "exact", {}};
  // GUIDs are written in either case.
  if (const auto c = in->find_competence(lowered(code))) return {{in, *c}, false, "exact", {}};
  // RNCP and RS write a certification with its register, "RNCP35185", or without.
  std::string whole(in->id());
  std::transform(whole.begin(), whole.end(), whole.begin(), upper);
  if (const auto j = in->find_job(whole + capital)) return {{in, *j}, true, "exact", {}};
  return {};
}

// As the publisher of a framework names its entries; http and https alike.
alignment_answer by_uri(std::string_view url, const framework_set& frameworks) {
  if (url.find("://") == std::string_view::npos) return {};
  const std::string_view rest = url.substr(url.find("://"));
  for (const std::string& uri : {std::string(url), "http" + std::string(rest), "https" + std::string(rest)}) {
    for (const framework_ptr& f : frameworks.all()) {
      if (const auto c = f->find_competence_by_uri(uri)) return {{f, *c}, false, "exact", {}};
      if (const auto j = f->find_job_by_uri(uri)) return {{f, *j}, true, "exact", {}};
    }
  }
  return {};
}

// "rome:K1304", "urn:rome:K1304": the last two parts between colons.
alignment_answer by_name(std::string_view text, const framework_set& frameworks) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || text.find("://") != std::string_view::npos) return {};
  const std::string_view before = text.substr(0, colon);
  const std::size_t previous = before.rfind(':');
  const std::string id = lowered(previous == std::string_view::npos ? before : before.substr(previous + 1));
  const framework_ptr in = frameworks.find(id);
  return in ? by_code(in, text.substr(colon + 1)) : alignment_answer{};
}

// The last two segments of a URL's path, without query and fragment.
alignment_answer by_url(std::string_view url, const std::vector<framework_ptr>& candidates) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url = url.substr(0, url.find_first_of("?#"));
  url.remove_prefix(std::min(url.size(), scheme + 3));
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  const std::size_t last = url.rfind('/');
  if (last == std::string_view::npos) return {};
  const std::string_view code = url.substr(last + 1);
  const std::string_view before = url.substr(0, last);
  const std::size_t previous = before.rfind('/');
  if (previous == std::string_view::npos) return {};  // `before` is the host
  const std::string word = lowered(before.substr(previous + 1));
  const bool known_word = std::find(path_words.begin(), path_words.end(), word) != path_words.end();
  for (const framework_ptr& f : candidates) {
    if (!known_word && word != lowered(f->id())) continue;
    if (alignment_answer met = by_code(f, code); met.met.in) return met;
  }
  return {};
}

alignment_answer unmet(const message& why, std::vector<std::string> arguments = {}) {
  alignment_answer out;
  out.why_not = sentence(why, std::move(arguments));
  return out;
}

}  // namespace

alignment_answer resolve(const alignment& of, const framework_set& frameworks) {
  const std::string_view code = trimmed(of.target_code), url = trimmed(of.target_url), label = trimmed(of.target_name),
                         named = trimmed(of.target_framework);
  if (code.empty() && url.empty() && label.empty()) return unmet(say::empty_alignment);
  for (const std::string_view text : {code, url}) {
    if (alignment_answer met = by_name(text, frameworks); met.met.in) return met;
    if (alignment_answer met = by_uri(text, frameworks); met.met.in) return met;
  }

  std::vector<framework_ptr> candidates;  // those that the alignment may mean
  for (const framework_ptr& f : frameworks.all())
    if (named.empty() || names_framework(named, f->id())) candidates.push_back(f);
  if (!named.empty()) {
    for (const framework_ptr& f : candidates)
      if (alignment_answer met = by_code(f, code); met.met.in) return met;
  }
  if (alignment_answer met = by_url(url, candidates); met.met.in) return met;
  if (!label.empty()) {
    for (const framework_ptr& f : frameworks.all())
      if (const auto c = f->find_competence_by_label(label)) return {{f, *c}, false, "label", {}};
  }

  if (candidates.empty() && !named.empty()) return unmet(say::unknown_framework, {shortened(named, shown)});
  if (!named.empty() && !code.empty()) {
    const framework& f = *candidates.front();
    return unmet(say::unknown_code, {std::string(f.id()) + ' ' + std::string(f.version()), shortened(code, shown)});
  }
  return unmet(say::unknown_label, {shortened(!label.empty() ? label : !code.empty() ? code : url, shown)});
}

}  // namespace activateur
