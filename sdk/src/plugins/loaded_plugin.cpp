#include "plugins/loaded_plugin.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "base/text.hpp"

namespace activateur {
namespace {

namespace says = plugin_messages;

constexpr const char* entry_symbol = "adp_plugin_entry";
// What level 1 of each table must contain; later levels only append.
constexpr std::size_t plugin_size_1 = offsetof(adp_plugin, get_extension) + sizeof(adp_plugin::get_extension);
// No table of functions comes near this: a larger size is garbage.
constexpr std::size_t table_size_max = 4096;
constexpr std::size_t name_bytes = 128;

// Level 1 has no host extension to offer.
const void* ADP_CALL no_host_extension(const adp_host*, const char*) { return nullptr; }

// Bounded: a plugin's string may lack its end.
std::string bounded(const char* text) {
  return text == nullptr ? std::string("NULL") : std::string(text, ::strnlen(text, name_bytes + 1));
}

// A copy of a descriptor whose /proc path the loader does not know yet. The loader compares names before files:
// under a name it knows it would give back the library that was once loaded from that descriptor number, and not
// these bytes. The number stays ours until it is closed, so nobody can take the name in between.
class unknown_name {
 public:
  explicit unknown_name(int original) {
    for (int lowest = 0;; lowest = fd_ + 1) {
      const int next = ::fcntl(original, F_DUPFD_CLOEXEC, lowest);
      if (fd_ >= 0) ::close(fd_);
      fd_ = next;
      if (fd_ < 0) return;
      path_ = "/proc/self/fd/" + std::to_string(fd_);
      void* known = ::dlopen(path_.c_str(), RTLD_LAZY | RTLD_NOLOAD);
      if (known == nullptr) return;
      ::dlclose(known);
    }
  }
  ~unknown_name() {
    if (fd_ >= 0) ::close(fd_);
  }
  unknown_name(const unknown_name&) = delete;
  unknown_name& operator=(const unknown_name&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int fd_ = -1;
  std::string path_;
};

// Why dlopen refused, without the name it was given.
std::string loader_reason(const std::string& name) {
  const char* said = ::dlerror();
  std::string out = said == nullptr ? std::string("unknown reason") : std::string(said);
  if (out.starts_with(name + ": ")) out.erase(0, name.size() + 2);
  return out;
}

}  // namespace

loaded_plugin::loaded_plugin(plugin_info info) : info_(std::move(info)), host_version_(ACTIVATEUR_VERSION) {
  host_.struct_size = sizeof host_;
  host_.abi_level = ADP_PLUGIN_ABI_LEVEL;
  host_.version = {host_version_.data(), host_version_.size()};
  host_.get_extension = no_host_extension;
}

loaded_plugin::~loaded_plugin() {
  // Not after an exception: nothing is known of the plugin's state then.
  if (started_ && !refused() && table_->deinit != nullptr)
    (void)contained("deinit", [this] { table_->deinit(table_); });
}

error loaded_plugin::refuse(failure kind, const message& what, std::vector<std::string> arguments) const {
  return fail(kind, what, std::move(arguments), {info_.path, {}, 0, 0});
}

result<std::shared_ptr<loaded_plugin>> loaded_plugin::start(const plugin_manifest& manifest, const std::string& path,
                                                            const sealed_file& file) {
  std::shared_ptr<loaded_plugin> out(new loaded_plugin({manifest.id, manifest.version, path, 0, manifest.extensions}));
  return out->in_turn([&]() -> result<std::shared_ptr<loaded_plugin>> {
    if (auto done = out->open(file); !done) return done.why();
    if (auto done = out->negotiate(manifest); !done) return done.why();
    if (auto done = out->bind_extensions(manifest); !done) return done.why();
    return out;
  });
}

result<void> loaded_plugin::open(const sealed_file& file) {
  namespace dll = boost::dll;
  const unknown_name name(file.descriptor());
  if (name.path().empty()) return refuse(failure::io, says::not_loadable, {info_.id, "no file descriptor is left"});
  boost::dll::fs::error_code failed;
  library_.load(name.path(), failed, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  if (failed) return refuse(failure::denied, says::not_loadable, {info_.id, loader_reason(name.path())});
  if (!library_.has(entry_symbol)) return refuse(failure::denied, says::no_entry, {info_.path});
  return {};
}

result<void> loaded_plugin::negotiate(const plugin_manifest& manifest) {
  const auto entry =
      reinterpret_cast<adp_plugin_entry_fn>(&library_.get<const adp_plugin * ADP_CALL(const adp_host*)>(entry_symbol));
  const auto given = contained(entry_symbol, [&] { return entry(&host_); });
  if (!given) return given.why();
  if (*given == nullptr) return refuse(failure::denied, says::declined, {info_.id});
  const adp_plugin& table = **given;
  if (table.struct_size < plugin_size_1 || table.struct_size > table_size_max)
    return refuse(failure::abi, says::struct_size,
                  {info_.id, "adp_plugin", std::to_string(table.struct_size), std::to_string(plugin_size_1)});
  if (table.abi_level < std::max(1U, manifest.abi_min) ||
      table.abi_level > std::min(ADP_PLUGIN_ABI_LEVEL, manifest.abi_max))
    return refuse(failure::abi, says::wrong_abi,
                  {info_.id, std::to_string(table.abi_level), std::to_string(ADP_PLUGIN_ABI_LEVEL)});
  if (bounded(table.id) != manifest.id || bounded(table.version) != manifest.version)
    return refuse(failure::denied, says::identity,
                  {shortened(bounded(table.id) + ' ' + bounded(table.version), name_bytes),
                   manifest.id + ' ' + manifest.version});
  if (table.get_extension == nullptr)
    return refuse(failure::denied, says::no_function, {info_.id, "adp_plugin.get_extension"});

  table_ = &table;
  info_.abi_level = table.abi_level;
  if (table.init != nullptr) {
    const auto status = contained("init", [this] { return table_->init(table_); });
    if (!status) return status.why();
    if (*status != ADP_OK) return refuse(failure::denied, says::init_failed, {info_.id, std::to_string(*status)});
  }
  started_ = true;
  return {};
}

// Level 1 of either table ends with its function.
template <class Table, class Function>
result<const Table*> loaded_plugin::bind(const void* offered, Function Table::*function,
                                         std::pair<const char*, const char*> names) {
  const auto* table = static_cast<const Table*>(offered);
  if (table->struct_size < sizeof(Table) || table->struct_size > table_size_max)
    return refuse(failure::abi, says::struct_size,
                  {info_.id, names.first, std::to_string(table->struct_size), std::to_string(sizeof(Table))});
  if (table->*function == nullptr) return refuse(failure::denied, says::no_function, {info_.id, names.second});
  return table;
}

result<void> loaded_plugin::bind_extensions(const plugin_manifest& manifest) {
  for (const std::string& id : manifest.extensions) {
    const auto offered = contained("get_extension", [&] { return table_->get_extension(table_, id.c_str()); });
    if (!offered) return offered.why();
    if (*offered == nullptr) return refuse(failure::denied, says::extension_missing, {info_.id, id});
    if (id == ADP_EXT_RULES_1) {
      const auto bound = bind(*offered, &adp_rules::evaluate, {"adp_rules", "adp_rules.evaluate"});
      if (!bound) return bound.why();
      rules_ = *bound;
    } else if (id == ADP_EXT_TEXT_1) {
      const auto bound = bind(*offered, &adp_text_reader::read, {"adp_text_reader", "adp_text_reader.read"});
      if (!bound) return bound.why();
      text_reader_ = *bound;
    }
  }
  return {};
}

}  // namespace activateur
