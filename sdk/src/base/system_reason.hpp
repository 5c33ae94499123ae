// Why the system refuses, as an argument of a sentence.
#pragma once

#include <string>

namespace activateur {

// `code`: of errno. In the words of both languages for what people meet; else as the system says it.
[[nodiscard]] std::string system_reason(int code);

}  // namespace activateur
