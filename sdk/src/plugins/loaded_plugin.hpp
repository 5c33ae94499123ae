// One plugin in this process: its library, what it offers, and the guard around every call into it.
#pragma once

#include <cxxabi.h>

#include <atomic>
#include <boost/dll/shared_library.hpp>
#include <memory>
#include <mutex>

#include "activateur/plugin.h"
#include "plugins/messages.hpp"
#include "plugins/plugin_host.hpp"
#include "plugins/sealed_file.hpp"

namespace activateur {

class loaded_plugin {
 public:
  // Loads the bytes of `file`, which the caller has verified against `manifest`, and negotiates. `path` names the
  // library for people. The plugin is gone again when this fails.
  static result<std::shared_ptr<loaded_plugin>> start(const plugin_manifest& manifest, const std::string& path,
                                                      const sealed_file& file);
  // Calls deinit, then lets the library go.
  ~loaded_plugin();
  loaded_plugin(const loaded_plugin&) = delete;
  loaded_plugin& operator=(const loaded_plugin&) = delete;

  [[nodiscard]] const plugin_info& info() const { return info_; }
  [[nodiscard]] const adp_plugin* table() const { return table_; }
  // NULL when the manifest does not list "activateur.rules/1".
  [[nodiscard]] const adp_rules* rules() const { return rules_; }
  // NULL when the manifest does not list "activateur.text/1".
  [[nodiscard]] const adp_text_reader* text_reader() const { return text_reader_; }
  // True once an exception escaped from the plugin: nothing calls it any more.
  [[nodiscard]] bool refused() const { return threw_in_ != nullptr; }
  [[nodiscard]] error refusal() const {
    return fail(failure::denied, plugin_messages::threw, {info_.id, threw_in_.load()}, {info_.path, {}, 0, 0});
  }

  // Runs `use`, which may call the plugin and read what it gave; no other thread does meanwhile.
  template <class Use>
  auto in_turn(Use use) {
    const std::scoped_lock turn(turn_);
    return use();
  }

  // Calls one function of the plugin, named `function` (a literal) in errors; to be used within in_turn(). An exception
  // ends here: after it nothing is known of the plugin's state, so it is refused from then on.
  template <class Call>
  auto contained(const char* function, Call call) -> result<decltype(call())> {
    if (refused()) return refusal();
    try {
      if constexpr (std::is_void_v<decltype(call())>) {
        call();
        return {};
      } else {
        return call();
      }
    } catch (abi::__forced_unwind&) {  // the thread is being cancelled: glibc forbids to stop that
      threw_in_ = function;
      throw;
    } catch (...) {
      threw_in_ = function;
      return refusal();
    }
  }

 private:
  explicit loaded_plugin(plugin_info info);
  result<void> open(const sealed_file& file);
  result<void> negotiate(const plugin_manifest& manifest);
  result<void> bind_extensions(const plugin_manifest& manifest);
  // The offered table, when it is large enough and its function is there; `names` are the table's and the function's.
  template <class Table, class Function>
  result<const Table*> bind(const void* offered, Function Table::*function, std::pair<const char*, const char*> names);
  [[nodiscard]] error refuse(failure kind, const message& what, std::vector<std::string> arguments) const;

  plugin_info info_;
  std::string host_version_;
  adp_host host_{};
  boost::dll::shared_library library_;
  const adp_plugin* table_ = nullptr;
  const adp_rules* rules_ = nullptr;
  const adp_text_reader* text_reader_ = nullptr;
  bool started_ = false;  // init succeeded, so deinit is due
  std::atomic<const char*> threw_in_ = nullptr;
  std::mutex turn_;
};

}  // namespace activateur
