#include "base/icu.hpp"

#include <dlfcn.h>
#include <unicode/uvernum.h>

#include <stdexcept>
#include <string>

// ICU's headers rename its functions after its version: so are they exported.
#define EXPORTED_NAME(name) QUOTED(name)
#define QUOTED(name) #name

namespace activateur {
namespace {

[[noreturn]] void broken() {
  const char* why = dlerror();
  throw std::runtime_error(why != nullptr ? why : "ICU cannot be loaded");
}

// Stays loaded: ICU does not bear being unloaded.
void* library(const char* name) {
  void* out = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (out == nullptr) broken();
  return out;
}

template <typename function>
void find(void* library, const char* name, function& into) {
  into = reinterpret_cast<function>(dlsym(library, name));
  if (into == nullptr) broken();
}

icu_characters load_characters() {
  void* uc = library("libicuuc.so." U_ICU_VERSION_SHORT);
  icu_characters out{};
  find(uc, EXPORTED_NAME(u_tolower), out.to_lower);
  find(uc, EXPORTED_NAME(u_isalnum), out.is_alphanumeric);
  find(uc, EXPORTED_NAME(u_charType), out.category);
  find(uc, EXPORTED_NAME(unorm2_getNFKDInstance), out.nfkd);
  find(uc, EXPORTED_NAME(unorm2_getDecomposition), out.decomposition);
  return out;
}

icu_expressions load_expressions() {
  void* i18n = library("libicui18n.so." U_ICU_VERSION_SHORT);
  icu_expressions out{};
  find(i18n, EXPORTED_NAME(uregex_open), out.open);
  find(i18n, EXPORTED_NAME(uregex_clone), out.clone);
  find(i18n, EXPORTED_NAME(uregex_close), out.close);
  find(i18n, EXPORTED_NAME(uregex_setText), out.set_text);
  find(i18n, EXPORTED_NAME(uregex_setStackLimit), out.set_stack_limit);
  find(i18n, EXPORTED_NAME(uregex_setMatchCallback), out.set_match_callback);
  find(i18n, EXPORTED_NAME(uregex_find), out.find);
  return out;
}

}  // namespace

const icu_characters& characters_of_icu() {
  static const icu_characters loaded = load_characters();
  return loaded;
}

const icu_expressions& expressions_of_icu() {
  static const icu_expressions loaded = load_expressions();
  return loaded;
}

}  // namespace activateur
