#include "analysis/map_shelf.hpp"

#include <algorithm>

namespace activateur {

map_shelf::entry& map_shelf::entry_of(const framework_ptr& f) {
  for (entry& e : entries_)
    if (e.of == f) return e;
  entries_.push_back({f, nullptr, std::vector<likeness>(f->counts().jobs)});
  return entries_.back();
}

std::shared_ptr<const map_table> map_shelf::table(const framework_ptr& f, double door_share) {
  {
    const std::lock_guard lock(guard_);
    const entry& known = entry_of(f);
    if (known.table != nullptr && known.table->door_share() == door_share) return known.table;
  }
  auto made = std::make_shared<const map_table>(f, door_share);
  const std::lock_guard lock(guard_);
  return entry_of(f).table = std::move(made);
}

map_shelf::likeness map_shelf::near(const framework_ptr& f, std::uint32_t from,
                                    const std::function<std::vector<double>()>& find) {
  {
    const std::lock_guard lock(guard_);
    const entry& known = entry_of(f);
    if (from >= known.near.size()) return std::make_shared<const std::vector<double>>();
    if (known.near[from] != nullptr) return known.near[from];
  }
  auto found = std::make_shared<const std::vector<double>>(find());
  const std::lock_guard lock(guard_);
  return entry_of(f).near[from] = std::move(found);
}

void map_shelf::keep_only(const std::vector<framework_ptr>& in_use) {
  const std::lock_guard lock(guard_);
  std::erase_if(entries_,
                [&](const entry& e) { return std::find(in_use.begin(), in_use.end(), e.of) == in_use.end(); });
}

}  // namespace activateur
