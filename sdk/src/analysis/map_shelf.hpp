// What maps share and an engine keeps between them.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "analysis/map_table.hpp"

namespace activateur {

// Thread-safe. Holds what was asked for of the frameworks in use, and nothing of persons.
class map_shelf {
 public:
  using likeness = std::shared_ptr<const std::vector<double>>;

  // Made when first asked for, and again for another share.
  std::shared_ptr<const map_table> table(const framework_ptr& f, double door_share);
  // Nearness of every job to `from`; `find` is asked once a job, without the lock.
  likeness near(const framework_ptr& f, std::uint32_t from, const std::function<std::vector<double>()>& find);
  // Forgets frameworks that are not among these.
  void keep_only(const std::vector<framework_ptr>& in_use);

 private:
  struct entry {
    framework_ptr of;
    std::shared_ptr<const map_table> table;
    std::vector<likeness> near;  // by job; null: not asked for yet
  };
  entry& entry_of(const framework_ptr& f);  // under the lock

  std::mutex guard_;
  std::vector<entry> entries_;
};

}  // namespace activateur
