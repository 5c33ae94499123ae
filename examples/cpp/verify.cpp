// Verifies credential files and prints every check.
// usage: verify FILE...
#include <activateur/activateur.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
  const activateur::engine engine;
  const auto session = engine.session({.language = "en"});
  int code = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    try {
      const auto report = session.verify(bytes.str(), argv[i]);
      std::cout << argv[i] << (report.verdict() == activateur::verdict::valid ? ": valid\n" : ": not valid\n");
      for (const auto& check : report.checks())
        std::cout << "  " << check.name << ": " << check.message << " [" << check.code << "]\n";
      if (report.verdict() != activateur::verdict::valid) code = 1;
    } catch (const activateur::error& e) {
      std::cout << e.what() << '\n';
      code = 1;
    }
  }
  return code;
}
