#include <activateur/activateur.hpp>
#include <cstdio>

int main() {
  const activateur::engine engine;
  activateur::session_options options;
  options.language = "en";
  const auto session = engine.session(options);
  const std::string_view version = activateur::view(adp_version_string());
  std::printf("%.*s\n", static_cast<int>(version.size()), version.data());
  return session.get() == nullptr;
}
