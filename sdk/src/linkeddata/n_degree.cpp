#include "linkeddata/n_degree.hpp"

#include <algorithm>
#include <charconv>

#include "base/word.hpp"

namespace activateur {
namespace {

constexpr message poisoned{
    "rdfc.poison",
    "The blank nodes of this document are too entangled to be put in order ({0}: more than {1}). No honest badge is; "
    "refuse it.",
    "Les nœuds anonymes de ce document sont trop imbriqués pour être ordonnés ({0} : plus de {1}). Aucun badge honnête "
    "ne l'est ; refusez-le."};

// Related hashes, issuer entries copied and path elements, together: what the bounds on calls and permutations do not
// see when single lists are long. Well below a second of work.
constexpr std::size_t steps_max = 2'000'000;
// One frame a level: bounds the stack. A path of n alike blank nodes needs about n * n calls, so that the bound on
// calls is met first by anything that could have ended.
constexpr std::size_t depth_max = 512;
constexpr std::size_t steps_between_looks = 4096;

void append_number(std::uint32_t number, std::string& out) {
  char digits[10];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// Steps 5.4.4.3 and 5.4.5.5: this path cannot become the chosen one any more.
bool already_worse(const std::string& path, const std::string& chosen) {
  return !chosen.empty() && path.size() >= chosen.size() && path > chosen;
}

}  // namespace

error too_slow(deadline::duration most) {
  return fail(failure::limit, poisoned, {word_argument("time", "temps"), std::to_string(most.count()) + " ms"});
}

std::uint32_t identifier_issuer::issued(blank_index b) const {
  const auto found = std::find(order_.begin(), order_.end(), b);
  return found == order_.end() ? none : static_cast<std::uint32_t>(found - order_.begin());
}

std::uint32_t identifier_issuer::issue(blank_index b) {
  const std::uint32_t known = issued(b);
  if (known != none) return known;
  order_.push_back(b);
  return static_cast<std::uint32_t>(order_.size() - 1);
}

n_degree::n_degree(const quad_lines& quads, const std::vector<digest_octets>& first_degree,
                   const std::vector<std::uint32_t>& canonical, hasher& digests, const canonicalization_limits& bounds,
                   const deadline& until, const context& with)
    : quads_(quads),
      first_degree_(first_degree),
      canonical_(canonical),
      digests_(digests),
      until_(until),
      time_max_(bounds.time),
      with_(with),
      calls_max_(std::max(bounds.n_degree_calls, std::size_t{8} * quads.blanks)),
      permutations_max_(bounds.permutations) {
  find_mentions();
}

void n_degree::find_mentions() {
  const auto each = [this](const auto& see) {
    for (std::uint32_t i = 0; i < quads_.lines.size(); ++i) {
      const quad_line& l = quads_.lines[i];
      const std::pair<blank_index, char> components[] = {{l.subject, 's'}, {l.object, 'o'}, {l.graph, 'g'}};
      for (std::size_t of = 0; of < 3; ++of) {
        const blank_index identifier = components[of].first;
        if (identifier == not_blank) continue;
        // A quad is once in the mention set of a blank node, however often it names it.
        if (std::any_of(components, components + of, [&](const auto& c) { return c.first == identifier; })) continue;
        for (const auto& [related, position] : components)
          if (related != not_blank && related != identifier) see(identifier, mention{i, related, position});
      }
    }
  };
  mentions_start_.assign(quads_.blanks + std::size_t{1}, 0);
  each([this](blank_index b, const mention&) { ++mentions_start_[b + 1]; });
  for (std::size_t b = 1; b < mentions_start_.size(); ++b) mentions_start_[b] += mentions_start_[b - 1];
  mentions_.resize(mentions_start_.back());
  std::vector<std::uint32_t> next(mentions_start_.begin(), mentions_start_.end() - 1);
  each([&](blank_index b, const mention& m) { mentions_[next[b]++] = m; });
}

void n_degree::append_hex(const digest_octets& digest, std::string& out) const {
  constexpr std::string_view hex = "0123456789abcdef";
  for (std::size_t i = 0; i < digests_.size(); ++i) {
    out += hex[digest[i] >> 4U];
    out += hex[digest[i] & 0x0FU];
  }
}

bool n_degree::refuse(const std::string& what, std::size_t bound) {
  why_ = fail(failure::limit, poisoned, {what, std::to_string(bound)});
  return false;
}

bool n_degree::spend(std::size_t steps) {
  const std::size_t before = steps_;
  steps_ += steps;
  if (steps_ > steps_max)
    return refuse(word_argument("Hash N-Degree Quads, steps", "Hash N-Degree Quads, étapes"), steps_max);
  if (before / steps_between_looks == steps_ / steps_between_looks) return true;
  if (!with_.progress.at(steps_, 0))
    why_ = progress_sink::cancelled();
  else if (until_.passed())
    why_ = too_slow(time_max_);
  return !why_;
}

// Section 4.7.3.
digest_octets n_degree::hash_related(const mention& m, const identifier_issuer& issuer) {
  scratch_ = m.position;                                                      // 1
  if (m.position != 'g') scratch_ += quads_.predicate(quads_.lines[m.line]);  // 2
  const std::uint32_t temporary =
      canonical_[m.related] == identifier_issuer::none ? issuer.issued(m.related) : identifier_issuer::none;
  if (canonical_[m.related] != identifier_issuer::none) {  // 3
    scratch_ += "_:c14n";
    append_number(canonical_[m.related], scratch_);
  } else if (temporary != identifier_issuer::none) {
    scratch_ += "_:b";
    append_number(temporary, scratch_);
  } else {  // 4
    append_hex(first_degree_[m.related], scratch_);
  }
  return digests_.of(scratch_);  // 5
}

// Section 4.8.3.
std::optional<n_degree_result> n_degree::hash(blank_index identifier, identifier_issuer issuer) {
  if (++calls_ > calls_max_)
    return refuse(word_argument("Hash N-Degree Quads, calls", "Hash N-Degree Quads, appels"), calls_max_), std::nullopt;
  if (depth_ >= depth_max)
    return refuse(word_argument("Hash N-Degree Quads, depth", "Hash N-Degree Quads, profondeur"), depth_max),
           std::nullopt;
  ++depth_;

  // 1, 2 and 3. Sorted pairs instead of a map of lists: equal hashes follow each other.
  std::vector<std::pair<digest_octets, blank_index>> related;
  const std::uint32_t end = mentions_start_[identifier + 1];
  related.reserve(end - mentions_start_[identifier]);
  for (std::uint32_t i = mentions_start_[identifier]; i < end; ++i) {
    if (!spend(1 + issuer.in_order().size() / 64)) return std::nullopt;
    related.emplace_back(hash_related(mentions_[i], issuer), mentions_[i].related);
  }
  std::sort(related.begin(), related.end());

  std::string data_to_hash;  // 4
  std::vector<blank_index> p;
  for (auto group = related.begin(); group != related.end();) {  // 5
    const digest_octets& related_hash = group->first;
    append_hex(related_hash, data_to_hash);  // 5.1
    p.clear();
    for (; group != related.end() && group->first == related_hash; ++group) p.push_back(group->second);
    candidate chosen;  // 5.2 and 5.3
    // 5.4: `p` starts sorted, so that these are all its permutations. The first of them is no extra work.
    for (bool more = true; more; more = std::next_permutation(p.begin(), p.end()), permutations_ += more ? 1 : 0) {
      if (permutations_ > permutations_max_)
        return refuse(word_argument("Hash N-Degree Quads, permutations", "Hash N-Degree Quads, permutations"),
                      permutations_max_),
               std::nullopt;
      if (!try_permutation(p, issuer, chosen)) return std::nullopt;
    }
    data_to_hash += chosen.path;        // 5.5
    issuer = std::move(chosen.issuer);  // 5.6
  }
  --depth_;
  return n_degree_result{digests_.of(data_to_hash), std::move(issuer)};  // 6
}

// Section 4.8.3, steps 5.4.1 to 5.4.6. False: stop everything.
bool n_degree::try_permutation(const std::vector<blank_index>& p, const identifier_issuer& issuer, candidate& chosen) {
  if (!spend(1 + issuer.in_order().size() / 64)) return false;
  identifier_issuer issuer_copy = issuer;   // 5.4.1
  std::string path;                         // 5.4.2
  std::vector<blank_index> recursion_list;  // 5.4.3
  for (const blank_index related : p) {     // 5.4.4
    if (!spend(1 + issuer_copy.in_order().size() / 64)) return false;
    if (canonical_[related] != identifier_issuer::none) {  // 5.4.4.1
      path += "_:c14n";
      append_number(canonical_[related], path);
    } else {  // 5.4.4.2
      const std::size_t before = issuer_copy.in_order().size();
      const std::uint32_t number = issuer_copy.issue(related);
      if (issuer_copy.in_order().size() != before) recursion_list.push_back(related);
      path += "_:b";
      append_number(number, path);
    }
    if (already_worse(path, chosen.path)) return true;  // 5.4.4.3
  }
  for (const blank_index related : recursion_list) {  // 5.4.5
    auto deeper = hash(related, issuer_copy);         // 5.4.5.1
    if (!deeper) return false;
    path += "_:b";  // 5.4.5.2
    append_number(issuer_copy.issue(related), path);
    path += '<';  // 5.4.5.3
    append_hex(deeper->hash, path);
    path += '>';
    issuer_copy = std::move(deeper->issuer);            // 5.4.5.4
    if (already_worse(path, chosen.path)) return true;  // 5.4.5.5
  }
  if (chosen.path.empty() || path < chosen.path) {  // 5.4.6
    chosen.path = std::move(path);
    chosen.issuer = std::move(issuer_copy);
  }
  return true;
}

}  // namespace activateur
