#include <activateur/activateur.hpp>
#include <cstdio>

int main() {
  const activateur::engine engine;
  const auto session = engine.session({.language = "en"});
  const std::string_view version = activateur::view(adp_version_string());
  std::printf("%.*s\n", static_cast<int>(version.size()), version.data());
  return session.get() == nullptr;
}
