// The keys of a store, and what they seal.
//
//   host key (given at each opening, never kept)
//     wraps  root (random, one a store)
//       derives  "wrap"    which wraps  a data key a person (random): all that is hers is sealed with it
//                "common"  seals what is nobody's: grids, who made an access
//                "lookup"  keyed digests by which something is found
//                "journal" keyed digests that chain the journal
#pragma once

#include "crypto/sealing.hpp"
#include "store/shelf.hpp"

namespace activateur {

class vault {
 public:
  // Reads the store's root, or makes it in a new one.
  static result<vault> open(shelf_rows& rows, const secret& host_key, const random_source& random);
  // The root wrapped by another host key; the one before opens the store no longer.
  result<void> rewrap(shelf_rows& rows, const secret& host_key) const;

  // Of a person: made, and read; nothing when it is destroyed.
  result<secret> make_key(shelf_rows& rows, const store_id& person) const;
  result<std::optional<secret>> key_of(shelf_rows& rows, const store_id& person) const;
  [[nodiscard]] result<secret> unwrapped(const store_id& person, octet_view wrapped) const;
  [[nodiscard]] const secret& common() const { return common_; }

  // Bound to its place: a sealed text that is moved to another record, version or part does not open.
  result<octets> seal_at(const secret& key, octet_view plain, std::string_view place) const {
    return seal(key, plain, place, random_);
  }
  static result<octets> unseal_at(const secret& key, octet_view sealed, std::string_view place);

  [[nodiscard]] octets lookup(std::string_view what, std::string_view text) const;
  [[nodiscard]] octets journal_seal(std::string_view text) const;
  [[nodiscard]] const random_source& random() const { return random_; }

 private:
  vault(const secret& root, random_source random);

  secret root_, wrap_;
  key_opener opener_;
  secret common_, lookup_, journal_;
  random_source random_;
};

}  // namespace activateur
