#include "base/result.hpp"

namespace activateur {

std::string error::text(language l) const {
  std::string out;
  if (!where.source.empty()) out += where.source;
  if (where.line > 0) {
    if (!out.empty()) out += ", ";
    out += (l == language::fr ? "ligne " : "line ") + std::to_string(where.line);
    if (where.column > 0) out += (l == language::fr ? ", colonne " : ", column ") + std::to_string(where.column);
  }
  if (!where.pointer.empty()) {
    if (!out.empty()) out += ", ";
    out += where.pointer;
  }
  if (!out.empty()) out += l == language::fr ? " : " : ": ";
  return out + what.text(l);
}

}  // namespace activateur
