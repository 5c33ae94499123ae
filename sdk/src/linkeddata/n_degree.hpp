// RDFC-1.0 sections 4.5, 4.7 and 4.8: telling apart blank nodes whose own quads look the same. Private to linkeddata/.
#pragma once

#include <optional>

#include "crypto/hasher.hpp"
#include "linkeddata/canonicalization.hpp"
#include "linkeddata/quad_lines.hpp"

namespace activateur {

// Section 4.5: identifiers issued in order, each number once. The prefix is the user's to write.
class identifier_issuer {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  // The number of `b`; `none` when none was issued.
  [[nodiscard]] std::uint32_t issued(blank_index b) const;
  std::uint32_t issue(blank_index b);
  [[nodiscard]] const std::vector<blank_index>& in_order() const { return order_; }

 private:
  // Copied at every permutation and nearly always short: scanning it beats any table.
  std::vector<blank_index> order_;
};

struct n_degree_result {
  digest_octets hash{};
  identifier_issuer issuer;
};

// Putting blank nodes in order took longer than `most`.
error too_slow(deadline::duration most);

// What sections 4.7 and 4.8 read of the canonicalization state, and how much they may still do.
class n_degree {
 public:
  // `quads` has no duplicates. `first_degree` and `canonical` have one entry a blank node; `canonical` changes
  // between calls: the number of its canonical identifier, or identifier_issuer::none.
  n_degree(const quad_lines& quads, const std::vector<digest_octets>& first_degree,
           const std::vector<std::uint32_t>& canonical, hasher& digests, const canonicalization_limits& bounds,
           const deadline& until, const context& with);

  // Section 4.8, Hash N-Degree Quads. Nothing: see why().
  std::optional<n_degree_result> hash(blank_index identifier, identifier_issuer issuer);

  [[nodiscard]] const error& why() const { return *why_; }

 private:
  struct mention {  // another blank node in a quad of one blank node
    std::uint32_t line;
    blank_index related;
    char position;  // 's', 'o' or 'g'
  };
  struct candidate {
    std::string path;
    identifier_issuer issuer;
  };

  void find_mentions();
  digest_octets hash_related(const mention& m, const identifier_issuer& issuer);
  bool try_permutation(const std::vector<blank_index>& p, const identifier_issuer& issuer, candidate& chosen);
  void append_hex(const digest_octets& digest, std::string& out) const;
  bool spend(std::size_t steps);
  bool refuse(const std::string& what, std::size_t bound);

  const quad_lines& quads_;
  const std::vector<digest_octets>& first_degree_;
  const std::vector<std::uint32_t>& canonical_;
  hasher& digests_;
  const deadline& until_;
  deadline::duration time_max_;
  const context& with_;
  std::vector<mention> mentions_;              // grouped by blank node
  std::vector<std::uint32_t> mentions_start_;  // one a blank node, and the end
  std::size_t calls_max_, permutations_max_;
  std::size_t calls_ = 0, permutations_ = 0, steps_ = 0, depth_ = 0;
  std::optional<error> why_;
  std::string scratch_;
};

}  // namespace activateur
