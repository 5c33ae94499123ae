#include "linkeddata/canonicalization.hpp"

#include <algorithm>
#include <numeric>

#include "linkeddata/line_order.hpp"
#include "linkeddata/n_degree.hpp"
#include "linkeddata/to_rdf.hpp"

namespace activateur {
namespace {

constexpr message too_many{"rdfc.quads", "The document makes {0} quads; at most {1} are accepted.",
                           "Le document donne {0} quads ; {1} au plus sont acceptés."};
constexpr std::size_t blanks_between_looks = 1024;

// Section 4.6.3 step 3.
struct first_degree_labels {
  blank_index self;
  std::string_view operator()(blank_index b) const { return b == self ? "_:a" : "_:z"; }
  [[nodiscard]] std::uint64_t key(blank_index b) const { return b == self ? 0 : 1; }
};

// The identifiers that were issued.
class canonical_labels {
 public:
  explicit canonical_labels(const std::vector<std::uint32_t>& numbers) {
    labels_.reserve(numbers.size());
    for (const std::uint32_t number : numbers) labels_.push_back("_:c14n" + std::to_string(number));
    keys_.reserve(numbers.size());
    for (const std::uint32_t number : numbers) keys_.push_back(key_of(number));
  }
  const std::string& operator()(blank_index b) const { return labels_[b]; }
  [[nodiscard]] std::uint64_t key(blank_index b) const { return keys_[b]; }

 private:
  // Digits from the left, then how many: 1, 10, 11, 2...
  static std::uint64_t key_of(std::uint64_t number) {
    std::uint64_t digits = 1;
    for (std::uint64_t rest = number; rest >= 10; rest /= 10) ++digits;
    for (std::uint64_t missing = digits; missing < 10; ++missing) number *= 10;
    return number * 16 + digits;
  }

  std::vector<std::string> labels_;
  std::vector<std::uint64_t> keys_;
};

// Section 4.4.3, with its step numbers.
class canonicalizer {
 public:
  canonicalizer(quad_lines quads, canonical_hash hash, const canonicalization_limits& bounds, const context& with)
      : quads_(std::move(quads)),
        digests_(hash == canonical_hash::sha256 ? digest_method::sha256 : digest_method::sha384),
        bounds_(bounds),
        until_(bounds.time, bounds.now),
        with_(with) {}

  // The sorted N-Quads, without duplicates.
  result<std::string> run() {
    if (auto failed = hash_first_degree()) return *std::move(failed);
    if (!issue_unique()) {
      // Duplicates would change first degree hashes. Usually nobody has any, and the last step finds that out for
      // free; where the costly part is ahead, they go first.
      if (drop_duplicates(quads_)) return run();
      if (auto failed = issue_by_n_degree()) return *std::move(failed);
    }
    bool duplicates = false;
    std::string nquads = serialise(duplicates);
    if (duplicates) {
      drop_duplicates(quads_);
      return run();
    }
    return nquads;
  }
  // By blank node: the number of its canonical identifier.
  [[nodiscard]] const std::vector<std::uint32_t>& numbers() const { return canonical_; }

 private:
  // Steps 2 and 3; section 4.6.3.
  std::optional<error> hash_first_degree() {
    const std::size_t blanks = quads_.blanks;
    canonical_.assign(blanks, identifier_issuer::none);
    issued_ = 0;
    // Step 2: the quads of each blank node, grouped.
    std::vector<std::uint32_t> start(blanks + 1, 0);
    const auto each_blank = [](const quad_line& l, const auto& see) {
      if (l.subject != not_blank) see(l.subject);
      if (l.object != not_blank && l.object != l.subject) see(l.object);
      if (l.graph != not_blank && l.graph != l.subject && l.graph != l.object) see(l.graph);
    };
    for (const quad_line& l : quads_.lines) each_blank(l, [&](blank_index b) { ++start[b + 1]; });
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<const quad_line*> mentions(start.back());
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (const quad_line& l : quads_.lines) each_blank(l, [&](blank_index b) { mentions[next[b]++] = &l; });

    // Step 3.
    first_degree_.resize(blanks);
    std::vector<line_order<first_degree_labels>::entry> nquads;
    std::string text;
    for (blank_index b = 0; b < blanks; ++b) {
      if (b % blanks_between_looks == 0) {
        if (!with_.progress.at(b, blanks)) return progress_sink::cancelled();
        if (until_.passed()) return too_slow(bounds_.time);
      }
      const first_degree_labels labels{b};
      const line_order order(quads_, labels);
      nquads.clear();
      for (std::uint32_t i = start[b]; i < start[b + 1]; ++i) nquads.push_back(order.of(*mentions[i]));
      order.sort(nquads);
      text.clear();
      for (const auto& nquad : nquads) quads_.write(*nquad.line, labels, text);
      first_degree_[b] = digests_.of(text);
    }
    by_hash_.resize(blanks);
    std::iota(by_hash_.begin(), by_hash_.end(), blank_index{0});
    std::sort(by_hash_.begin(), by_hash_.end(),
              [this](blank_index x, blank_index y) { return first_degree_[x] < first_degree_[y]; });
    return std::nullopt;
  }

  void issue(blank_index b) {
    if (canonical_[b] == identifier_issuer::none) canonical_[b] = issued_++;
  }

  // The end of the blank nodes that share their first degree hash with the one at `first`.
  [[nodiscard]] std::size_t end_of_group(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < by_hash_.size() && first_degree_[by_hash_[end]] == first_degree_[by_hash_[first]]) ++end;
    return end;
  }

  // Step 4. True when that was all of them.
  bool issue_unique() {
    for (std::size_t first = 0; first < by_hash_.size();) {
      const std::size_t end = end_of_group(first);
      if (end - first == 1) issue(by_hash_[first]);
      first = end;
    }
    return issued_ == by_hash_.size();
  }

  // Step 5.
  std::optional<error> issue_by_n_degree() {
    n_degree deeper(quads_, first_degree_, canonical_, digests_, bounds_, until_, with_);
    for (std::size_t first = 0; first < by_hash_.size();) {
      const std::size_t end = end_of_group(first);
      if (end - first > 1) {
        std::vector<n_degree_result> hash_path_list;  // 5.1
        for (std::size_t i = first; i < end; ++i) {   // 5.2
          const blank_index n = by_hash_[i];
          if (canonical_[n] != identifier_issuer::none) continue;  // 5.2.1
          identifier_issuer temporary;                             // 5.2.2
          temporary.issue(n);                                      // 5.2.3
          auto hashed = deeper.hash(n, std::move(temporary));      // 5.2.4
          if (!hashed) return deeper.why();
          hash_path_list.push_back(*std::move(hashed));
        }
        std::stable_sort(hash_path_list.begin(), hash_path_list.end(),
                         [](const auto& a, const auto& b) { return a.hash < b.hash; });
        for (const n_degree_result& r : hash_path_list)  // 5.3
          for (const blank_index existing : r.issuer.in_order()) issue(existing);
      }
      first = end;
    }
    return std::nullopt;
  }

  // Step 6 and section 5.
  std::string serialise(bool& duplicates) const {
    const canonical_labels labels(canonical_);
    const line_order order(quads_, labels);
    std::vector<line_order<canonical_labels>::entry> nquads;
    nquads.reserve(quads_.lines.size());
    for (const quad_line& l : quads_.lines) nquads.push_back(order.of(l));
    order.sort(nquads);
    // Canonical labels are one to one: equal lines are equal quads.
    duplicates = std::adjacent_find(nquads.begin(), nquads.end(), [&order](const auto& a, const auto& b) {
                   return order.same(a, b);
                 }) != nquads.end();
    std::string out;
    if (duplicates) return out;
    out.reserve(quads_.text.size() + 16 * nquads.size());
    for (const auto& nquad : nquads) quads_.write(*nquad.line, labels, out);
    return out;
  }

  quad_lines quads_;
  hasher digests_;
  canonicalization_limits bounds_;
  deadline until_;
  const context& with_;
  std::vector<digest_octets> first_degree_;  // by blank node
  std::vector<blank_index> by_hash_;         // blank nodes, sorted by that
  std::vector<std::uint32_t> canonical_;     // by blank node: the number of its canonical identifier
  std::uint32_t issued_ = 0;
};

error too_many_quads(std::size_t given, std::size_t most) {
  return fail(failure::limit, too_many, {std::to_string(given), std::to_string(most)});
}

}  // namespace

result<canonical_dataset> canonicalize(const dataset& input, canonical_hash hash, const canonicalization_limits& bounds,
                                       const context& with) {
  if (input.size() > bounds.quads) return too_many_quads(input.size(), bounds.quads);
  std::vector<std::string_view> labels;
  auto quads = lay_out(input, labels);
  if (!quads) return std::move(quads).why();
  canonicalizer run(*std::move(quads), hash, bounds, with);
  auto nquads = run.run();
  if (!nquads) return std::move(nquads).why();
  canonical_dataset out;
  out.nquads = *std::move(nquads);
  for (blank_index b = 0; b < labels.size(); ++b)
    out.issued.emplace(labels[b], "c14n" + std::to_string(run.numbers()[b]));
  return out;
}

result<std::string> canonical_nquads(const json& document, const jsonld_options& options, canonical_hash hash,
                                     const canonicalization_limits& bounds, const context& with) {
  quad_liner liner;
  if (auto failed = write_statements(document, options, liner)) return *std::move(failed);
  quad_lines quads;
  if (!liner.finish(quads)) return too_long_for_lines();
  if (quads.lines.size() > bounds.quads) return too_many_quads(quads.lines.size(), bounds.quads);
  return canonicalizer(std::move(quads), hash, bounds, with).run();
}

}  // namespace activateur
